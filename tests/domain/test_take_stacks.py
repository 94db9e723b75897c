from array import array

from videogen_desktop.domain.take_stacks import TakeStacks
from videogen_desktop.domain.video_list import DateOrder, Mark, VideoList

GROUPS = ["", "g", "g", "", "h", "g", "h", "i"]


def a_list(groups: list[str] = GROUPS) -> tuple[VideoList, TakeStacks]:
    videos, stacks = VideoList(order=DateOrder.NEWEST_FIRST), TakeStacks()
    for start in (0, 4):
        part = groups[start : start + 4]
        first = len(videos)
        ids = [f"{start + number}" for number in range(len(part))]
        seconds = array("I", [100 - start - number for number in range(len(part))])
        videos.append_marked(ids, bytes([1] * len(part)), seconds)
        stacks.gather(videos, first, part)
    return videos, stacks


def test_a_list_has_one_row_for_each_group() -> None:
    videos, stacks = a_list()
    assert list(videos) == ["0", "1", "3", "4", "7"]
    assert stacks.takes("g") == ("1", "2", "5")
    assert stacks.takes("i") == ()
    assert stacks.hidden == 3
    assert stacks.hidden_between(95, 98) == 2
    assert [stacks.shown(group) for group in "ghi"] == ["1", "4", "7"]


def test_what_is_open_is_not_hidden() -> None:
    _, stacks = a_list()
    assert stacks.open("g") == ("2", "5")
    assert (stacks.hidden, stacks.hidden_between(0, 200)) == (1, 1)
    stacks.close("g")
    assert stacks.hidden == 3
    stacks.show("g", "5")
    assert stacks.open("g") == ("1", "2")


def test_takes_come_and_go() -> None:
    _, stacks = a_list()
    stacks.add("i", "8", Mark(2, 50))
    assert stacks.takes("i") == ("7", "8")
    assert stacks.hidden == 4
    stacks.remove("g", "1")
    assert stacks.shown("g") == "2"
    assert stacks.hidden == 3
    for take in ("2", "5"):
        stacks.remove("g", take)
    assert not stacks.knows("g")
    assert stacks.hidden == 2


def test_the_next_list_goes_on_from_the_last_one() -> None:
    _, before = a_list()
    before.open("h")
    before.show("g", "2")
    videos, stacks = a_list()
    stacks.go_on_from(before, videos)
    assert list(videos) == ["0", "2", "3", "4", "6", "7"]
    assert stacks.is_open("h")
    assert not stacks.is_open("g")


def test_a_take_that_has_gone_leaves_its_row_to_the_next() -> None:
    videos, stacks = a_list()
    stacks.drop({"1", "5", "7"}, videos)
    assert list(videos) == ["0", "2", "3", "4", "7"]
    assert stacks.takes("g") == ()
    assert stacks.hidden == 1
