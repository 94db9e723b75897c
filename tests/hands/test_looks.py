"""Every size in both themes and languages: nothing stands outside its window, nothing on another.

With HANDS_PICTURES=FOLDER it leaves pictures there, to look at.
"""

import os
from pathlib import Path

import pytest

from tests.hands.desktop import PANEL, Desktop
from tests.hands.person import Person

_PICTURES = os.environ.get("HANDS_PICTURES")
_SIZES: list[tuple[tuple[int, int], dict[str, str], tuple[str, ...]]] = [
    ((1366, 768), {}, ()),
    ((1024, 600), {}, ()),
    ((1440, 900), {"QT_FONT_DPI": "144"}, ()),
    ((1366, 768), {}, ("--window-size", "480x700")),
    ((1920, 1080), {"QT_SCALE_FACTOR": "1.25"}, ()),
    ((1920, 1080), {"QT_SCALE_FACTOR": "1.5"}, ()),
    ((3840, 2160), {"QT_SCALE_FACTOR": "2"}, ()),
]


def controls_outside(person: Person) -> list[str]:
    left, top, width, height = person.frame().box
    return [
        str(part)
        for part in person.parts()
        if part.role in ("push button", "check box", "button menu", "text") and part.name
        if part.box[0] < left
        or part.box[1] < top
        or part.box[0] + part.box[2] > left + width
        or part.box[1] + part.box[3] > top + height
    ]


@pytest.mark.full
@pytest.mark.parametrize(("language", "theme"), [("vi", "light"), ("en", "dark")])
@pytest.mark.parametrize(("size", "variables", "options"), _SIZES)
def test_every_control_is_whole_in_its_window(
    size: tuple[int, int],
    variables: dict[str, str],
    options: tuple[str, ...],
    language: str,
    theme: str,
    library: Path,
) -> None:
    said = ("--language", language, "--theme", theme)
    with Desktop(*size, variables) as desktop, Person(desktop, library, *options, *said) as person:
        person.until(person.cards, "cards")
        person.until(lambda: person.find("credits", "push button").is_enabled, "the library")
        assert controls_outside(person) == []
        if _PICTURES:
            names = (*map(str, size), *variables.values(), *options[1:], language, theme)
            person.rest(1)
            person.picture().save(Path(_PICTURES) / f"{'-'.join(names)}.png")


def beyond_the_screen(person: Person) -> list[str]:
    """Windows of the program, and buttons, that the screen or its panel cuts off."""
    width, height = person.desktop.width, person.desktop.height - PANEL
    return [
        str(part)
        for part in person.parts()
        if part.role in ("frame", "dialog", "push button")
        if part.box[0] < 0
        or part.box[1] < 0
        or part.box[0] + part.box[2] > width
        or part.box[1] + part.box[3] > height
    ]


@pytest.mark.full
def test_dialogs_and_the_viewer_fit_with_letters_half_as_large_again(library: Path) -> None:
    large = {"QT_FONT_DPI": "144"}
    with Desktop(1440, 900, large) as desktop, Person(desktop, library) as person:
        person.until(lambda: len(person.cards()) > 0, "cards")
        for key, inside in (("F1", "Ở mọi nơi"), ("ctrl+comma", "Ngôn ngữ")):
            person.press(key)
            person.find(inside)
            assert beyond_the_screen(person) == []
            person.press("Escape")
            person.until_gone(inside)
        person.click(person.cards()[0].at(0.5, 0.85))
        person.press("Delete")
        person.find("Giữ lại", "push button")
        assert beyond_the_screen(person) == []
        person.press("Escape")
        person.until_gone("Giữ lại", "push button")
        person.press("Return")
        person.find("Toàn màn hình", "push button")
        assert beyond_the_screen(person) == []
        if _PICTURES:
            person.rest(1)
            person.picture().save(Path(_PICTURES) / "large-viewer.png")
