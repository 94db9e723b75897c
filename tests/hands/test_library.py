"""Finding, filtering and creating at once."""

from tests.hands.person import Person


def test_search_filters_and_a_new_video_in_them(owner: Person) -> None:
    owner.press("ctrl+f")
    owner.type("hoi an")
    owner.until(lambda: len(owner.cards()) == 1, "one card")
    assert owner.sees("Phố cổ Hội An", "list item")
    # What does not match is made all the same, and said so with a way to it.
    owner.click(owner.find("Prompt", "text"))
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
