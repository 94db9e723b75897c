"""A clip is new until it was watched, gets a name of one's own, and a place in a collection."""

import pytest

from tests.hands.person import Person
from tests.hands.shortcut_sheet import COLLECTIONS, walk


@pytest.mark.full
def test_a_title_a_collection_and_what_is_new(owner: Person) -> None:
    first, second, third = owner.cards()
    assert ", Mới" in first.name
    owner.find("Mới  3", "check box")

    # Watched in the viewer: not new any more.
    owner.click(first.at(0.5, 0.85), times=2)
    owner.find("Đóng trình xem", "push button")
    owner.press("Escape")
    owner.find("Mới  2", "check box")

    # A name, typed where it stands.
    owner.click(second.at(0.5, 0.85))
    owner.press("F2")
    owner.find("Tiêu đề", "text")
    owner.type("Đêm Cô Tô")
    owner.press("Return")
    owner.find("Đêm Cô Tô, Hoàn thành", "list item")
    assert {one["title"] for one in owner.videos()} == {None, "Đêm Cô Tô"}

    # A collection from the menu, and cards that are dropped onto it.
    owner.click(first.at(0.5, 0.85))
    owner.click(third.at(0.5, 0.85), "ctrl")
    owner.click(owner.find("Bộ sưu tập", "push button"))
    owner.press("Down", "Return")
    owner.find("Tên bộ sưu tập")
    owner.type("sen")
    owner.press("Return")
    trip = owner.find("sen, 2 video", "list item")
    owner.press("Escape")
    named = owner.find("Đêm Cô Tô, Hoàn thành", "list item")
    owner.drag(named.at(0.5, 0.85), trip)
    owner.click(owner.find("sen, 3 video", "list item"))
    walk(owner, COLLECTIONS)
    owner.until(lambda: len(owner.cards()) == 3, "all of them in it")
