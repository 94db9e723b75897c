"""A stack of takes, the size of the cards and a day, by a real pointer and wheel."""

from pathlib import Path

import pytest

from tests.hands.cards import number_on
from tests.hands.desktop import Desktop
from tests.hands.person import Person
from tests.hands.reading import Part

WORDS = "Ghe xuồng trên sông Hậu"


def takes(person: Person) -> list[Part]:
    return [card for card in person.cards() if card.name.startswith(WORDS)]


def _has_picture(person: Person, card: Part) -> bool:
    """Whether its clip's own colours show, and not the grey of a card that has none yet."""
    (x, y), (to_x, to_y) = card.at(0.05, 0.25), card.at(0.95, 0.5)
    colours = person.picture((x, y, to_x - x, to_y - y)).convert("HSV").getchannel("S")
    return any(colours.histogram()[64:])


@pytest.mark.full
def test_a_stack_opens_in_place_and_the_wheel_makes_its_cards_larger(
    desktop: Desktop, library: Path
) -> None:
    person = Person(desktop, library, "--theme", "light", "--window-size", "1100x740")
    person.videogen("generate", WORDS, "--takes", "3", "--aspect", "portrait")
    with person:
        person.until(lambda: len(takes(person)) == 1, "one card for three takes")
        (stack,) = takes(person)
        assert "3 bản" in stack.name
        assert stack.box[3] > stack.box[2]
        person.until(lambda: _has_picture(person, stack), "its picture, above whose edge it stands")
        person.click(number_on(stack))
        person.until(lambda: len(takes(person)) == 3, "all three in place")
        assert {card.box[1] for card in takes(person)} == {stack.box[1]}
        first = takes(person)[0]
        person.click(number_on(first))
        person.until(lambda: len(takes(person)) == 1, "one card again")
        before = takes(person)[0].box[2]
        person.wheel(takes(person)[0], -1, "ctrl")
        person.until(lambda: takes(person)[0].box[2] > before, "larger cards")
        person.wheel(takes(person)[0], 1, "ctrl")
        person.until(lambda: takes(person)[0].box[2] == before, "cards of the size before")
        # As it was left: the size is kept for the next start.
        person.wheel(takes(person)[0], -1, "ctrl")
        person.until(lambda: takes(person)[0].box[2] > before, "larger cards")
    with person:
        person.until(lambda: takes(person) and takes(person)[0].box[2] > before, "the size kept")
