"""What the program has to say is above whatever is in front (faults H5)."""

from tests.hands.person import Person
from tests.hands.reading import Box, Part

# The ground of a green alert, in the light theme.
_GREEN = (224, 242, 231)


def is_in_sight(person: Person, words: str) -> bool:
    """Whether the alert that says this is what the screen shows at its place."""
    part = person.sees(words, "label")
    return part is not None and _is_green(person, _beside(part))


def _beside(part: Part) -> Box:
    left, top, width, height = part.box
    return left + width - 2, top + height - 3, 2, 2


def _is_green(person: Person, box: Box) -> bool:
    pixel = person.picture(box).getpixel((0, 0))
    assert isinstance(pixel, tuple)
    return all(abs(have - want) < 12 for have, want in zip(pixel, _GREEN, strict=True))


def open_viewer(person: Person) -> None:
    person.click(person.cards()[0].at(0.5, 0.85), times=2)
    person.find("Toàn màn hình", "push button")


def test_ctrl_z_brings_back_what_was_deleted(owner: Person) -> None:
    owner.click(owner.cards()[1].at(0.5, 0.85))
    owner.press("Delete")
    owner.click(owner.find("Xóa video", "push button"))
    owner.until(lambda: len(owner.cards()) == 2, "two cards")
    owner.find("Hoàn tác", "push button")
    # Where a text is being written, its own typing is what is taken back.
    owner.click(owner.find("Mô tả", "text"))
    owner.type("x")
    owner.until(lambda: owner.text(owner.find("Mô tả", "text")) == "x", "a letter")
    owner.press("ctrl+z")
    owner.until(lambda: owner.text(owner.find("Mô tả", "text")) == "", "no letter")
    assert len(owner.cards()) == 2
    owner.press("ctrl+z")
    owner.until(lambda: len(owner.cards()) == 3, "three cards")
    owner.until_gone("Hoàn tác", "push button")


def test_what_is_done_in_the_viewer_is_said_over_the_viewer(owner: Person) -> None:
    # One alert before: the place of alerts was decided then, for the whole run.
    owner.type("a lotus")
    owner.press("Return")
    owner.until(lambda: is_in_sight(owner, "Video đang được tạo"), "the alert over the cards")
    owner.find("a lotus, Hoàn thành", "list item")
    open_viewer(owner)
    owner.press("ctrl+s")
    owner.find("Lưu video vào đâu?", "label")
    owner.press("Return")
    owner.until(lambda: is_in_sight(owner, "Đã lưu vào"), "the alert over the viewer")
    assert list((owner.desktop.folder / "home").rglob("*.mp4"))
