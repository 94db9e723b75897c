"""Finding, filtering and creating at once; a card that is dragged within the window."""

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


def test_a_card_that_is_dropped_on_the_prompt_is_no_text_and_no_new_clip(owner: Person) -> None:
    prompt = owner.find("Prompt", "text")
    card = owner.cards()[0]
    owner.drag(card.at(0.2, 0.3), prompt)
    owner.rest(0.5)
    assert owner.text(prompt) == ""
    assert len(owner.cards()) == 3
