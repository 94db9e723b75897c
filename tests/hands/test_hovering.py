"""Hovering looks through a clip, under a real pointer (faults H2)."""

from PIL import Image, ImageChops

from tests.hands.desktop import Box
from tests.hands.person import Person
from tests.hands.reading import Part

# What is compared of a card: the middle of its picture, below the buttons of the upper edge, and
# beside the pointer and the button in the middle.
_ACROSS, _DOWN = (0.05, 0.22), (0.25, 0.5)


def _watched(card: Part) -> Box:
    left, top = card.at(_ACROSS[0], _DOWN[0])
    right, bottom = card.at(_ACROSS[1], _DOWN[1])
    return left, top, right - left, bottom - top


def _differ(one: Image.Image, other: Image.Image) -> bool:
    # A difference that an eye sees, not the rounding of a colour.
    extremes = ImageChops.difference(one, other).convert("L").getextrema()
    assert isinstance(extremes[1], int)
    return extremes[1] > 16


def test_the_picture_follows_the_pointer_across_the_card(owner: Person) -> None:
    card = owner.cards()[0]
    still = owner.picture(_watched(card))
    owner.point(card.at(0.3, 0.3))
    owner.until(lambda: _differ(still, owner.picture(_watched(card))), "the first frame under it")
    for across in (0.5, 0.75, 0.95):
        before = owner.picture(_watched(card))
        # In the middle the pointer passes over the play button's edge, then the buttons above.
        owner.point(card.at(across, 0.25))
        owner.until(
            lambda before=before: _differ(before, owner.picture(_watched(card))),  # type: ignore[misc]
            f"another frame at {across}",
        )
