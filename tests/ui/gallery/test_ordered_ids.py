from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.ui.gallery.ordered_ids import OrderedIds, runs, splices_between

STEPS = st.lists(
    st.tuples(st.sampled_from(["top", "inside", "remove", "look", "rest"]), st.integers(0, 10_000)),
    max_size=60,
)


@given(st.integers(0, 12), STEPS)
def test_every_row_is_found_after_any_insertions_and_removals(
    size: int, steps: list[tuple[str, int]]
) -> None:
    plain = [f"old-{number}" for number in range(size)]
    ordered = OrderedIds(plain)
    for number, (step, where) in enumerate(steps):
        if step == "top":
            plain.insert(0, f"new-{number}")
            ordered.insert(0, f"new-{number}")
        elif step == "inside":
            row = where % (len(plain) + 1)
            plain.insert(row, f"new-{number}")
            ordered.insert(row, f"new-{number}")
        elif step == "remove" and plain:
            row = where % len(plain)
            gone = plain.pop(row)
            ordered.remove(row)
            assert ordered.row_of(gone) is None
        elif step == "rest":
            ordered.rest()
        elif plain:
            row = where % len(plain)
            assert ordered.row_of(plain[row]) == row
    assert list(ordered) == plain
    assert [ordered.row_of(video_id) for video_id in plain] == list(range(len(plain)))
    assert [ordered.at(row) for row in range(len(plain))] == plain


@given(st.integers(0, 12), st.integers(0, 14), st.integers(0, 14))
def test_a_slice_is_cut_to_what_exists(size: int, first: int, last: int) -> None:
    plain = [str(number) for number in range(size)]
    assert OrderedIds(plain).slice(first, last) == plain[first : last + 1]


def test_neighbouring_rows_become_one_run() -> None:
    assert runs([7, 1, 2, 3, 9, 8]) == [(1, 3), (7, 9)]
    assert runs([]) == []


@given(
    st.lists(st.sampled_from("abcdefgh"), unique=True),
    st.lists(st.sampled_from("abcdefgh"), unique=True),
)
def test_splices_make_the_new_list_of_the_old_one(old: list[str], new: list[str]) -> None:
    ids = OrderedIds(old)
    for row, gone, come in splices_between(old, new):
        ids.splice(row, gone, come)
    assert list(ids) == new


def test_a_splice_leaves_alone_what_stays() -> None:
    changes = splices_between("abcdef", "xabdefy")
    assert [(row, gone, list(come)) for row, gone, come in changes] == [
        (2, 1, []),
        (0, 0, ["x"]),
        (6, 0, ["y"]),
    ]
