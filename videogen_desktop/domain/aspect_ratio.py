"""The shapes of a video: the words that people use, and the ratios that models take."""

from collections.abc import Sequence
from functools import lru_cache
from math import log

LANDSCAPE = "landscape"
PORTRAIT = "portrait"
SQUARE = "square"
NAMED_SHAPES = {LANDSCAPE: 16 / 9, PORTRAIT: 9 / 16, SQUARE: 1.0}
# What a list keeps of a video's shape: a place in this table, which libraries never hold. The first
# is a shape that nobody knows, which stands as most clips do.
ASPECTS = (16 / 9, 16 / 9, 9 / 16, 1.0, 4 / 3, 3 / 4, 3 / 2, 2 / 3, 5 / 4, 4 / 5, 21 / 9)
UNKNOWN_SHAPE = 0
SHAPE_CODES = {LANDSCAPE: 1, PORTRAIT: 2, SQUARE: 3}
_USUAL_RATIOS = {LANDSCAPE: "16:9", PORTRAIT: "9:16", SQUARE: "1:1"}


def width_over_height(shape: str) -> float | None:
    """Of "16:9" or of a word; None for what is neither, as "auto" is."""
    word = shape.lower()
    if word in NAMED_SHAPES:
        return NAMED_SHAPES[word]
    width, colon, height = word.partition(":")
    if not colon or not (width.isdecimal() and height.isdecimal()):
        return None
    return int(width) / int(height) if int(width) and int(height) else None


def exact_ratio(shape: str) -> str:
    """The ratio that a word stands for; anything else as it is."""
    return _USUAL_RATIOS.get(shape, shape)


def named_shape(shape: str) -> str | None:
    """Landscape, portrait or square, whatever the exact ratio."""
    ratio = width_over_height(shape)
    if ratio is None:
        return None
    return SQUARE if ratio == 1 else (LANDSCAPE if ratio > 1 else PORTRAIT)


def closest_shape(shape: str, offered: Sequence[str]) -> str | None:
    """The offered spelling of a shape that was named, or spelled for another model: of those that
    stand the same way, the one with the nearest ratio."""
    ratio, name = width_over_height(shape), named_shape(shape)
    alike = [one for one in offered if name is not None and named_shape(one) == name]
    if ratio is None or not alike:
        return None
    return min(alike, key=lambda one: abs((width_over_height(one) or 0) - ratio))


def code_of_sides(width: int, height: int) -> int:
    """The nearest of `ASPECTS`; sides that cannot be have a shape that nobody knows."""
    if width <= 0 or height <= 0:
        return UNKNOWN_SHAPE
    return _nearest(width / height)


def code_of_shape(shape: str) -> int:
    """Of "16:9" or of a word."""
    ratio = width_over_height(shape)
    return UNKNOWN_SHAPE if ratio is None else _nearest(ratio)


@lru_cache(256)
def _nearest(ratio: float) -> int:
    known = range(1, len(ASPECTS))
    return min(known, key=lambda code: abs(log(ASPECTS[code] / ratio)))
