"""Silhouettes that slide past at different speeds: hills, pine woods, dunes and waves."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageDraw

from videogen_desktop.sandbox.backdrop import TURN
from videogen_desktop.sandbox.canvas import Canvas, Sprite
from videogen_desktop.sandbox.palette import Colour

SMOOTHING = 2
Profile = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Ridge:
    """One silhouette. Lengths are pixels of the clip, speeds pixels per second.

    Attributes:
        top: Where the strip's upper edge lies.
        start: Where its left edge lies at the start, 0 or less.
        bob: How far it rises and falls, for waves.
    """

    colour: Colour
    sprite: Sprite
    top: float
    start: float
    speed: float
    bob: float = 0.0
    turn: float = 0.0

    def paint(self, canvas: Canvas, seconds: float) -> None:
        """Lay it where it is at this moment."""
        y = self.top + self.bob * math.sin(TURN * seconds / 3.2 + self.turn)
        self.sprite.paint_on(canvas, self.colour, self.start + self.speed * seconds, y)


def rolling(random: Random, octaves: Sequence[tuple[float, float]]) -> Profile:
    """A soft line through ``(length, height)`` sines; x and the result in any one unit."""
    waves = [(TURN / length, height, random.uniform(0, TURN)) for length, height in octaves]
    return lambda x: sum(height * math.sin(x * rate + turn) for rate, height, turn in waves)


def silhouette(
    size: tuple[int, int], profile: Profile, crest: float, fade: int, pines: Random | None = None
) -> Image.Image:
    """A mask that is solid below a line.

    Args:
        size: Of the mask, pixels.
        profile: Height of the line against ``crest``, downwards.
        crest: Mean distance of the line from the upper edge.
        fade: How much of 255 is lost towards the lower edge: mist in the valley.
        pines: Grows pine trees along the line.
    """
    width, height = size[0] * SMOOTHING, size[1] * SMOOTHING
    mask = Image.new("L", (width, height), 0)
    draw = ImageDraw.Draw(mask)
    step = 4 * SMOOTHING
    line = [(x, (crest + profile(x / SMOOTHING)) * SMOOTHING) for x in range(0, width + step, step)]
    draw.polygon([*line, (width, height), (0, height)], fill=255)
    if pines is not None:
        _grow_pines(draw, line, pines, size[1] * SMOOTHING)
    return _faded(mask.reduce(SMOOTHING), fade)


def _grow_pines(
    draw: ImageDraw.ImageDraw, line: Sequence[tuple[float, float]], random: Random, height: int
) -> None:
    for x, y in line[:: max(1, height // 300)]:
        if random.random() < 0.72:
            tall = height * random.uniform(0.05, 0.17)
            x_here = x + random.uniform(-6, 6)
            for level in (0.0, 0.28, 0.55):
                half = tall * (0.10 + 0.13 * level)
                peak, foot = y - tall * (1 - level * 0.9), y - tall * (0.55 - level) + 4
                draw.polygon([(x_here, peak), (x_here - half, foot), (x_here + half, foot)], 255)


def _faded(mask: Image.Image, fade: int) -> Image.Image:
    if fade == 0:
        return mask
    ramp = Image.linear_gradient("L").resize(mask.size)
    veil = ramp.point([255 - round(fade * value / 255) for value in range(256)])
    faded = Image.new("L", mask.size, 0)
    faded.paste(veil, (0, 0), mask)
    return faded
