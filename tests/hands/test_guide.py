"""The guide and the licences are found and read by hand: from the menu, and where F1 leads."""

from PIL import ImageChops

from tests.hands.person import Person, Point

TITLE = "Hướng dẫn sử dụng"
_FIRST_LINE, _LINE = 19, 28


def line_of_menu(person: Person, button: str, number: int) -> Point:
    """Open this menu, and where a line of it stands: Qt tells no reader of them."""
    part = person.find(button, "button menu")
    left, top, width, height = part.box
    below = (0, top + height, person.desktop.width, 160)
    before = person.picture(below)
    person.click(part)
    person.until(lambda: ImageChops.difference(before, person.picture(below)).getbbox(), "a menu")
    person.rest(0.3)
    return left + width // 2, top + height + _FIRST_LINE + number * _LINE


def test_the_guide_opens_from_the_menu_and_beside_the_shortcuts(owner: Person) -> None:
    owner.click(line_of_menu(owner, "Thao tác khác", 3))
    owner.find(TITLE, "dialog")
    section = "Khi video “chưa rõ”"
    assert not owner.find(section, "check box").is_checked
    owner.click(owner.find(section, "check box"))
    owner.until(lambda: owner.find(section, "check box").is_checked, "its section")
    # The wheel reads on.
    owner.wheel(owner.find(TITLE, "label"), 40)
    owner.until(lambda: not owner.find(section, "check box").is_checked, "a later section")
    owner.press("Escape")
    owner.until_gone(TITLE, "dialog")
    owner.press("F1")
    owner.click(owner.find(TITLE, "push button"))
    owner.find("Video đầu tiên", "check box")
    owner.press("Escape")
    owner.until_gone(TITLE, "dialog")
    owner.press("Escape")
    owner.until_gone("Phím tắt", "dialog")


def test_the_licences_open_from_the_menu(owner: Person) -> None:
    owner.click(line_of_menu(owner, "Thao tác khác", 5))
    owner.click(owner.find("Giấy phép…", "push button"))
    owner.find("Giấy phép", "dialog")
    owner.press("Escape")
    owner.until_gone("Giấy phép", "dialog")
