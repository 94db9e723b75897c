"""Clips side by side: all step at once, a key keeps one, and one undo brings the others back."""

from pathlib import Path

import pytest

from tests.hands.compare_keys import COMPARE, COMPARES
from tests.hands.desktop import Desktop
from tests.hands.looks import has_cards, shows
from tests.hands.person import Person
from tests.hands.shortcut_sheet import Look, see, walk
from tests.ui.player.clips import write_clip

# Of other sides each, so that they are other files; every frame has its own red.
SIZES = {"Sông Hương": (320, 180), "Sông Hồng": (640, 360), "Sông Tiền": (480, 270)}
RED_OF_A_FRAME = 10
WORDS = "Ghe xuồng trên sông Hậu"


@pytest.fixture
def rivers(desktop: Desktop, library: Path, tmp_path: Path) -> Person:
    """Three clips of the same two seconds, before those of the library."""
    person = Person(desktop, library, "--theme", "light")
    for name, (width, height) in SIZES.items():
        write_clip(tmp_path / f"{name}.mp4", width=width, height=height, seconds=2)
    person.videogen("import", "--untagged", str(tmp_path))
    return person


def frames(person: Person) -> list[int]:
    """Which frame each clip shows, from 0."""
    captions = [part for part in person.parts() if part.name.startswith("Video ")]
    reds = []
    for caption in captions:
        x, y, *_ = caption.box
        red, _green, _blue = person.picture((x + 40, y - 40, 1, 1)).convert("RGB").tobytes()
        reds.append(round(red / RED_OF_A_FRAME))
    return reds


def shows_frame(number: int) -> Look:
    return lambda person: frames(person) == [number] * 3


@pytest.mark.full
def test_all_step_to_the_same_frame_and_one_undo_takes_the_whole_choice_back(
    rivers: Person,
) -> None:
    with rivers as person:
        see(person, has_cards(6), "all cards")
        first, _second, third, *_ = person.cards()
        person.click(first.at(0.5, 0.85))
        person.click(third.at(0.5, 0.85), "shift")
        person.press("s")
        see(person, COMPARES, "three clips side by side")
        person.find("Giữ video 3, các video còn lại vào thùng rác", "push button")
        person.press("space", "Home")
        see(person, shows_frame(0), "the first frame everywhere")
        for key, number in (("period", 1), ("period", 2), ("period", 3), ("comma", 2)):
            person.press(key)
            see(person, shows_frame(number), f"frame {number} everywhere")
        person.press("2")
        see(person, has_cards(4), "two to go")
        favourites = person.find("Yêu thích", "check box")
        person.click(favourites)
        see(person, has_cards(1), "the favourites")
        assert person.cards()[0].name.startswith("Sông Hồng")
        person.press("ctrl+z")
        see(person, has_cards(0), "none of them a favourite, as before")
        person.click(favourites)
        see(person, has_cards(6), "all again")


@pytest.mark.full
def test_the_takes_of_a_request_are_compared_from_the_viewer_which_comes_back(
    desktop: Desktop, library: Path
) -> None:
    person = Person(desktop, library, "--theme", "light")
    person.videogen("generate", WORDS, "--takes", "2")
    with person:
        see(person, has_cards(4), "one card for both takes")
        person.click(person.cards()[0].at(0.5, 0.85))
        person.press("Return")
        see(person, shows("Toàn màn hình"), "the viewer")
        person.find("So sánh cạnh nhau", "push button")
        person.press("s")
        see(person, COMPARES, "both takes side by side")
        person.find("Giữ video 2", "push button")
        person.press("Escape")
        see(person, shows("Toàn màn hình"), "the viewer again")


@pytest.mark.full
def test_keys_of_the_comparison(owner: Person) -> None:
    first, second, _third = owner.cards()
    owner.click(first.at(0.5, 0.85))
    owner.click(second.at(0.5, 0.85), "ctrl")
    owner.press("s")
    see(owner, COMPARES, "two clips side by side")
    walk(owner, COMPARE)
