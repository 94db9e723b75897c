"""The sky of a clip: a soft gradient with drifting glows, painted small and enlarged later.

The three bands of every picture here hold Y, Cb and Cr.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from PIL import Image

from videogen_desktop.sandbox.palette import Colour, mixed

TEXTURE_SIDE = 256
TURN = 2 * math.pi
SmallLayer = Callable[[Image.Image, float], None]


@dataclass(frozen=True, slots=True)
class Glow:
    """A soft round light that wanders on an ellipse. Lengths are shares of the short side.

    Attributes:
        centre: Position in shares of width and height.
        wander: How far it goes from there.
        seconds: The time of one round.
    """

    colour: Colour
    centre: tuple[float, float]
    radius: float
    strength: float
    wander: float = 0.0
    seconds: float = 10.0
    turn: float = 0.0


def small_size(size: tuple[int, int], short: int = 90) -> tuple[int, int]:
    """A size of the same shape whose short side is ``short`` pixels."""
    return (round(size[0] * short / min(size)), round(size[1] * short / min(size)))


def gradient(
    size: tuple[int, int], stops: Sequence[tuple[float, Colour]], tilt: float
) -> Image.Image:
    """A gradient from top to bottom through ``stops`` (0 to 1, rising), slightly tilted."""
    width, height = size
    scale = (TEXTURE_SIDE - 2) / (1 + abs(tilt))
    ramp = Image.linear_gradient("L").transform(
        size,
        Image.Transform.AFFINE,
        (0, 0, TEXTURE_SIDE / 2, scale * tilt / width, scale / height, 1 + scale * max(0, -tilt)),
        Image.Resampling.BILINEAR,
    )
    colours = [_colour_at(value / 255, stops) for value in range(256)]
    bands = [ramp.point([colour[band] for colour in colours]) for band in range(3)]
    return Image.merge("RGB", bands)


def glows_for(random: Random, colours: Sequence[Colour], strength: float) -> tuple[Glow, ...]:
    """One wandering glow for each colour, spread over the picture."""
    return tuple(
        Glow(
            colour=colour,
            centre=((index + random.uniform(0.2, 0.8)) / len(colours), random.uniform(0.05, 0.75)),
            radius=random.uniform(0.45, 0.85),
            strength=strength * random.uniform(0.7, 1.0),
            wander=random.uniform(0.12, 0.25),
            seconds=random.uniform(7, 12) * random.choice((-1, 1)),
            turn=random.uniform(0, TURN),
        )
        for index, colour in enumerate(colours)
    )


class Backdrop:
    """Paints the small picture of any moment."""

    def __init__(
        self, base: Image.Image, glows: Sequence[Glow], layers: Sequence[SmallLayer] = ()
    ) -> None:
        """Keep the gradient, the glows on it, and what is painted small on top of them."""
        self._base = base
        self._glows = [(glow, _falloff(glow.strength)) for glow in glows]
        self._layers = layers

    def at(self, seconds: float) -> Image.Image:
        """The small picture at a moment of the clip."""
        picture = self._base.copy()
        for glow, falloff in self._glows:
            picture.paste(glow.colour, (0, 0), _placed(glow, falloff, picture.size, seconds))
        for layer in self._layers:
            layer(picture, seconds)
        return picture


def _falloff(strength: float) -> Image.Image:
    # Pillow's radial gradient reaches 255 in the corners and 181 where the circle meets the sides.
    reach = 255 / math.sqrt(2)
    shares = [min(1.0, distance / reach) for distance in range(256)]
    table = [round(255 * strength * (0.5 + 0.5 * math.cos(math.pi * s))) for s in shares]
    return Image.radial_gradient("L").point(table)


def _placed(glow: Glow, falloff: Image.Image, size: tuple[int, int], seconds: float) -> Image.Image:
    short = min(size)
    angle = glow.turn + TURN * seconds / glow.seconds
    x = glow.centre[0] * size[0] + glow.wander * short * math.cos(angle)
    y = glow.centre[1] * size[1] + glow.wander * short * math.sin(angle)
    scale = TEXTURE_SIDE / (2 * glow.radius * short)
    middle = TEXTURE_SIDE / 2
    return falloff.transform(
        size,
        Image.Transform.AFFINE,
        (scale, 0, middle - scale * x, 0, scale, middle - scale * y),
        Image.Resampling.BILINEAR,
    )


def _colour_at(share: float, stops: Sequence[tuple[float, Colour]]) -> Colour:
    for (start, first), (end, second) in pairwise(stops):
        if share <= end:
            return mixed(first, second, max(0.0, share - start) / (end - start))
    return stops[-1][1]
