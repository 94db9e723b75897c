"""Hovering looks through a clip and a click plays it, under a real pointer (faults H2)."""

from PIL import Image, ImageChops

from tests.hands.person import Person
from tests.hands.reading import Box, Part

# What is compared of a card: the lower edge of its picture, where each frame of the sandbox's clips
# has another line, and neither the pointer nor a button stands.
_ACROSS, _DOWN = (0.02, 0.98), (0.6, 0.67)


def _watched(card: Part) -> Box:
    left, top = card.at(_ACROSS[0], _DOWN[0])
    right, bottom = card.at(_ACROSS[1], _DOWN[1])
    return left, top, right - left, bottom - top


def _differ(one: Image.Image, other: Image.Image) -> bool:
    # A difference that an eye sees, not the rounding of a colour.
    histogram = ImageChops.difference(one, other).convert("L").histogram()
    return any(histogram[16:])


def test_the_picture_follows_the_pointer_across_the_card(owner: Person) -> None:
    card = owner.cards()[0]
    shown = owner.picture(_watched(card))
    # In the middle the pointer is over the play button, above it between the smaller ones.
    for across, down in ((0.3, 0.3), (0.5, 0.33), (0.7, 0.3), (0.95, 0.25)):
        owner.point(card.at(across, down))
        shown = owner.until(lambda: _at_rest(owner, card, shown), f"another frame at {across}")  # noqa: B023
    owner.point(owner.find("Mô tả", "text"))
    owner.until(lambda: _at_rest(owner, card, shown), "the poster again")


def _at_rest(person: Person, card: Part, before: Image.Image) -> Image.Image | None:
    """What stands still there and is another picture than before."""
    now = person.picture(_watched(card))
    person.rest(0.1)
    stands = not _differ(now, person.picture(_watched(card)))
    return now if stands and _differ(before, now) else None


def test_a_click_in_the_middle_plays_the_clip_inside_its_card(owner: Person) -> None:
    card = owner.cards()[0]
    poster = owner.picture(_watched(card))
    owner.point(card.at(0.5, 0.33))
    hovered = owner.until(lambda: _at_rest(owner, card, poster), "the frame under the pointer")
    owner.click(card.at(0.5, 0.33))
    # It plays from the start to the end, neither of which is that frame.
    owner.until(lambda: _differ(hovered, owner.picture(_watched(card))), "a clip that plays")
    assert owner.sees("Toàn màn hình") is None, "in the card, not in the viewer"
