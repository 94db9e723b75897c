from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.domain.video_list import VideoList
from videogen_desktop.ui.gallery.ordered_ids import runs, splices_between


def test_neighbouring_rows_become_one_run() -> None:
    assert runs([7, 1, 2, 3, 9, 8]) == [(1, 3), (7, 9)]
    assert runs([]) == []


@given(
    st.lists(st.sampled_from("abcdefgh"), unique=True),
    st.lists(st.sampled_from("abcdefgh"), unique=True),
)
def test_splices_make_the_new_list_of_the_old_one(old: list[str], new: list[str]) -> None:
    ids = VideoList(old)
    for row, gone, come in splices_between(VideoList(old), VideoList(new)):
        ids.replace(row, row + gone, come)
    assert list(ids) == new


def test_a_splice_leaves_alone_what_stays() -> None:
    changes = splices_between(VideoList("abcdef"), VideoList("xabdefy"))
    assert [(row, gone, list(come)) for row, gone, come in changes] == [
        (2, 1, []),
        (0, 0, ["x"]),
        (6, 0, ["y"]),
    ]
