"""Selecting and moving about as everywhere else on the platform (faults H9)."""

from tests.hands.person import Person


def selected(person: Person) -> list[bool]:
    return [card.is_selected for card in person.cards()]


def test_ctrl_and_shift_select_wherever_a_card_is_clicked(owner: Person) -> None:
    first, _second, third = owner.cards()
    # The middle of a card's picture, where its play button is.
    owner.click(first.at(0.5, 0.31), "ctrl")
    owner.click(third.at(0.5, 0.31), "ctrl")
    owner.until(lambda: selected(owner) == [True, False, True], "two selected cards")
    owner.click(third.at(0.5, 0.31), "ctrl")
    owner.until(lambda: selected(owner) == [True, False, False], "one selected card")
    owner.click(first.at(0.5, 0.9))
    owner.click(third.at(0.5, 0.31), "shift")
    owner.until(lambda: all(selected(owner)), "three selected cards")
    assert owner.sees("Đã chọn 3 video")
    owner.press("Escape")
    owner.until(lambda: not any(selected(owner)), "no selected card")


def test_tab_goes_through_the_whole_window_and_comes_back(owner: Person) -> None:
    reached: list[str] = []
    for _ in range(30):
        owner.press("Tab")
        part = owner.focused()
        reached.append("" if part is None else part.name)
        if part is not None and part.name == "Mô tả":
            break
    order = ["Ngang, ", "credits", "Cài đặt", "Tìm video", "Bộ lọc", "Sắp xếp", ", Hoàn thành"]
    places = [next(i for i, name in enumerate(reached) if wanted in name) for wanted in order]
    assert places == sorted(places), reached
    assert reached[-1] == "Mô tả"
    owner.press("shift+Tab")
    owner.until(lambda: "Mô tả" not in getattr(owner.focused(), "name", ""), "the way back")
