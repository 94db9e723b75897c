from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.domain.video_list import DateOrder, Mark, VideoList

STEPS = st.lists(
    st.tuples(st.sampled_from(["insert", "remove", "look"]), st.integers(0, 10_000)), max_size=60
)
SECONDS = st.lists(st.integers(1, 40), max_size=40)


def dated(seconds: list[int], order: DateOrder, undated: int = 0) -> VideoList:
    rows = sorted(seconds, reverse=order is DateOrder.NEWEST_FIRST) + [0] * undated
    videos = VideoList(order=order)
    ids = [f"{number:04}" for number in range(len(rows))]
    videos.append_marked(ids, bytes(len(rows)), array("I", rows))
    return videos


@given(st.integers(0, 12), STEPS)
def test_every_row_is_found_after_any_insertions_and_removals(
    size: int, steps: list[tuple[str, int]]
) -> None:
    plain = [f"old-{number}" for number in range(size)]
    videos = VideoList(plain)
    for number, (step, where) in enumerate(steps):
        if step == "insert":
            row = where % (len(plain) + 1)
            plain.insert(row, f"new-{number}")
            videos.insert(row, f"new-{number}", Mark(1, number))
        elif step == "remove" and plain:
            row = where % len(plain)
            gone = plain.pop(row)
            videos.remove(row)
            assert videos.row_of(gone) is None
        elif plain:
            row = where % len(plain)
            assert videos.row_of(plain[row]) == row
    assert list(videos) == plain
    assert [videos.row_of(video_id) for video_id in plain] == list(range(len(plain)))
    assert [videos.at(row) for row in range(len(plain))] == plain
    assert videos.rows_of([*plain, "never"]) == {name: row for row, name in enumerate(plain)}
    assert len(videos.shapes) == len(videos.seconds) == len(plain)


@given(st.integers(0, 12), st.integers(0, 14), st.integers(0, 14))
def test_a_part_is_cut_to_what_exists(size: int, first: int, end: int) -> None:
    plain = [str(number) for number in range(size)]
    assert VideoList(plain).part(first, end) == plain[first:end]
    assert list(VideoList(plain)[first:end]) == plain[first:end]


@pytest.mark.parametrize("order", [DateOrder.NEWEST_FIRST, DateOrder.OLDEST_FIRST])
@given(seconds=SECONDS, undated=st.integers(0, 3), first=st.integers(1, 40), more=st.integers(0, 9))
def test_the_rows_of_a_time_are_those_within_it(
    order: DateOrder, seconds: list[int], undated: int, first: int, more: int
) -> None:
    videos = dated(seconds, order, undated)
    start, end = videos.rows_between(first, first + more)
    within = [row for row, at in enumerate(videos.seconds) if first <= at <= first + more]
    assert list(range(start, end)) == within


@given(SECONDS)
def test_an_id_is_found_by_its_moment_and_without_it(seconds: list[int]) -> None:
    videos = dated(seconds, DateOrder.NEWEST_FIRST)
    for row, second in enumerate(videos.seconds):
        videos.extend(())
        assert videos.row_of(videos.at(row), second) == row
        assert videos.row_of("none", second) is None


@given(st.text("ab", max_size=9), st.text("ab", max_size=9))
def test_what_is_the_same_at_both_ends_is_counted(old: str, new: str) -> None:
    mine, others = VideoList(old), VideoList(new)
    start = mine.same_start(others)
    assert old[:start] == new[:start]
    assert start == min(len(old), len(new)) or old[start] != new[start]
    end = mine.same_end(others, min(len(old), len(new)) - start)
    assert old[len(old) - end :] == new[len(new) - end :]


def test_a_list_is_what_a_list_of_its_ids_is() -> None:
    assert VideoList(["a", "bb", "ccc"]) == ("a", "bb", "ccc")
    assert VideoList(["đ", "bb"]) == VideoList(["đ", "bb"])
    assert VideoList(["a"]) != VideoList(["b"])
    with pytest.raises(IndexError):
        VideoList(["a"]).at(1)
