"""Finding, filtering and creating at once."""

from tests.hands.person import Person


def test_search_filters_and_a_new_video_in_them(owner: Person) -> None:
    owner.press("ctrl+f")
    owner.type("hoi an")
    owner.until(lambda: len(owner.cards()) == 1, "one card")
    assert owner.sees("Phố cổ Hội An", "list item")
    # What does not match is made all the same, and said so with a way to it.
    owner.click(owner.find("Mô tả", "text"))
    owner.type("a lotus pond")
    owner.press("Return")
    owner.click(owner.find("Xem", "push button"))
    owner.find("Đóng trình xem", "push button")
    owner.press("Escape")
    owner.until(lambda: len(owner.cards()) == 1, "the search again")
    owner.press("ctrl+f", "Escape")
    owner.until(lambda: len(owner.cards()) == 4, "all cards")
    owner.click(owner.find("Thất bại", "check box"))
    owner.until(lambda: not owner.cards(), "no failed card")
    owner.click(owner.find("Tất cả", "check box"))
    owner.until(lambda: len(owner.cards()) == 4, "all cards again")


def test_a_video_made_while_a_collection_shows_joins_it(owner: Person) -> None:
    first, _second, third = owner.cards()
    owner.click(first.at(0.5, 0.85))
    owner.click(third.at(0.5, 0.85), "ctrl")
    owner.click(owner.find("Bộ sưu tập", "push button"))
    # The menu's first line: a menu tells screen readers nothing before it is walked through.
    owner.press("Down", "Return")
    owner.find("Tên bộ sưu tập")
    owner.type("sen")
    owner.press("Return")
    owner.find("Đã thêm vào “sen”", "label")
    owner.press("Escape")
    # It stands beside the cards from now on.
    owner.click(owner.find("sen, 2 video", "list item"))
    owner.until(lambda: len(owner.cards()) == 2, "the collection")
    owner.click(owner.find("Mô tả", "text"))
    owner.type("a lotus pond")
    owner.press("Return")
    owner.find("a lotus pond", "list item")
    assert len(owner.cards()) == 3
    # No filter hides it without a word: the chips say what there is, the alert leads there.
    owner.click(owner.find("Thất bại", "check box"))
    owner.until(lambda: not owner.cards(), "no failed card")
    owner.click(owner.find("Mô tả", "text"))
    owner.type("a heron")
    owner.press("Return")
    owner.find("Xem", "push button")
    owner.find("Hoàn thành  4", "check box")
    owner.click(owner.find("Tất cả", "check box"))
    owner.find("a heron", "list item")
