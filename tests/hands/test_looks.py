"""Every size in both themes and languages: nothing stands outside its window, nothing on another.

With HANDS_PICTURES=FOLDER it leaves pictures there, to look at.
"""

import os
from pathlib import Path

import pytest

from tests.hands.desktop import Desktop
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
