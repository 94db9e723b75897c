"""Where the controls on a card are, which the pointer brings and nothing names before."""

from tests.hands.person import Person, Point
from tests.hands.reading import Part

# On a finished card, from its upper right corner: favourite, more, save, continue, delete.
SAVE, CONTINUE = 2, 3
# From the lower right corner of a picture to the middle of the number on it.
_ASIDE, _ABOVE = 26, 22
_BESIDE, _STEP = 23, 36


def control(person: Person, card: Part, number: int) -> Point:
    """One of the small buttons on a card, which the pointer brings: from the corner to the left, on
    a portrait card down."""
    left, top, width, height = card.box
    person.point(card.at(0.5, 0.85))
    person.rest(0.2)
    x, y = left + width - _BESIDE, top + _BESIDE
    return (x, y + _STEP * number) if height > width else (x - _STEP * number, y)


def number_on(card: Part) -> Point:
    """How many takes it has, on a portrait card: its picture is sixteen high for nine."""
    left, top, width, _height = card.box
    return left + width - _ASIDE, top + round(width * 16 / 9) - _ABOVE
