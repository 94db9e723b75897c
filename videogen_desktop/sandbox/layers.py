"""Layers painted at full size over the backdrop: discs of light, twinkling stars, ridges."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Protocol

from PIL import Image, ImageDraw

from videogen_desktop.sandbox.backdrop import TURN, Backdrop
from videogen_desktop.sandbox.canvas import Canvas, Colour, Sprite, Stencil

DISC_SMOOTHING = 4
BRIGHTNESS_STEPS = 12
RIDGE_SMOOTHING = 2
Profile = Callable[[float], float]


class Layer(Protocol):
    """Something painted at full size."""

    def paint(self, canvas: Canvas, seconds: float) -> None:
        """Lay it where it is at this moment."""


@dataclass(frozen=True, slots=True)
class Scenery:
    """A backdrop and the layers before it, farthest first."""

    backdrop: Backdrop
    layers: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class Disc:
    """A round light that drifts and comes in again at the other end."""

    colour: Colour
    sprite: Sprite
    start: tuple[float, float]
    speed: tuple[float, float]
    sway: float
    turn: float

    def paint(self, canvas: Canvas, seconds: float) -> None:
        """Lay it where it is at this moment."""
        side = self.sprite.mask.width
        width, height = canvas.y.size
        sway = self.sway * math.sin(TURN * seconds / 5 + self.turn)
        x = self.start[0] + self.speed[0] * seconds + sway
        y = self.start[1] + self.speed[1] * seconds
        self.sprite.paint_on(
            canvas, self.colour, x % (width + side) - side, y % (height + side) - side
        )


@dataclass(frozen=True, slots=True)
class Twinkle:
    """A field of small lights whose brightness breathes."""

    colour: Colour
    stages: tuple[Stencil, ...]
    corner: tuple[int, int]
    seconds: float
    turn: float

    def paint(self, canvas: Canvas, seconds: float) -> None:
        """Lay the field with its brightness of this moment."""
        breath = 0.5 + 0.5 * math.sin(TURN * seconds / self.seconds + self.turn)
        canvas.paint(self.colour, self.stages[round(breath * (len(self.stages) - 1))], *self.corner)


def disc_mask(radius: float, body: int, rim: int) -> Image.Image:
    """A soft-edged disc, ``body`` bright inside and ``rim`` at its edge (0 to 255)."""
    side = math.ceil(radius * 2) + 6
    side += side % 2
    mask = Image.new("L", (side * DISC_SMOOTHING, side * DISC_SMOOTHING), 0)
    draw = ImageDraw.Draw(mask)
    middle, reach = side * DISC_SMOOTHING / 2, radius * DISC_SMOOTHING
    draw.ellipse((middle - reach, middle - reach, middle + reach, middle + reach), rim)
    inner = reach * 0.93
    draw.ellipse((middle - inner, middle - inner, middle + inner, middle + inner), body)
    return mask.reduce(DISC_SMOOTHING)


def bokeh(
    random: Random, colours: Sequence[Colour], size: tuple[int, int], count: int, brightness: float
) -> tuple[Disc, ...]:
    """Discs of many sizes, spread evenly enough; the large ones are faint and slow."""
    unit = min(size) / 720
    discs = []
    for index in range(count):
        radius = random.choice((7, 11, 16, 26, 44, 70, 96)) * random.uniform(0.85, 1.15) * unit
        body = round(brightness * min(150.0, 26 + 1500 / (radius / unit + 6)))
        across = (index + random.random()) / count
        discs.append(
            Disc(
                colour=random.choice(colours),
                sprite=Sprite(disc_mask(radius, body, min(255, round(body * 1.25)))),
                start=(across * size[0] * 1.2, random.uniform(0, size[1] * 1.3)),
                speed=(random.uniform(-10, 10) * unit, -random.uniform(8, 38) * unit),
                sway=random.uniform(4, 22) * unit,
                turn=random.uniform(0, TURN),
            )
        )
    return tuple(discs)


def stars(random: Random, colour: Colour, size: tuple[int, int], count: int) -> tuple[Twinkle, ...]:
    """Two fields of stars that breathe at different times."""
    unit = min(size) / 720

    def star(area: tuple[int, int]) -> tuple[float, float, float, float]:
        reach = max(0.6, unit * random.choice((0.9, 1.1, 1.4, 2.1)))
        x, y = random.uniform(0, area[0]), random.uniform(0, area[1])
        return (x - reach, y - reach, x + reach, y + reach)

    area = (size[0], _even(size[1] * 0.6))
    return tuple(_field(random, colour, area, (0, 0), count // 2, star) for _ in range(2))


def glitter(
    random: Random, colour: Colour, size: tuple[int, int], centre: float, top: float
) -> tuple[Twinkle, ...]:
    """The path that a low sun draws on water; ``centre`` and ``top`` are shares of the size."""
    unit = min(size) / 720

    def glint(area: tuple[int, int]) -> tuple[float, float, float, float]:
        depth = random.random() ** 1.4
        half = unit * (6 + 30 * depth) * random.uniform(0.5, 1.2)
        x = area[0] / 2 + random.gauss(0, 1) * unit * (22 + 46 * depth)
        y = area[1] * depth
        return (x - half, y, x + half, y + max(1.0, unit * (1.6 + 2.2 * depth)))

    area = (_even(440 * unit), _even(size[1] * 0.3))
    corner = (_even(centre * size[0] - area[0] / 2), _even(top * size[1]))
    return tuple(_field(random, colour, area, corner, 26, glint) for _ in range(3))


def _field(
    random: Random,
    colour: Colour,
    area: tuple[int, int],
    corner: tuple[int, int],
    count: int,
    light: Callable[[tuple[int, int]], tuple[float, float, float, float]],
) -> Twinkle:
    smooth = 2
    mask = Image.new("L", (area[0] * smooth, area[1] * smooth), 0)
    draw = ImageDraw.Draw(mask)
    for _ in range(count):
        box = [length * smooth for length in light(area)]
        draw.ellipse(box, random.randint(90, 255))
    whole = Stencil.of(mask.reduce(smooth))
    steps = range(BRIGHTNESS_STEPS)
    stages = tuple(whole.dimmed(0.25 + 0.75 * step / (BRIGHTNESS_STEPS - 1)) for step in steps)
    return Twinkle(colour, stages, corner, random.uniform(1.8, 3.2), random.uniform(0, TURN))


def _even(length: float) -> int:
    return round(length / 2) * 2


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
    width, height = size[0] * RIDGE_SMOOTHING, size[1] * RIDGE_SMOOTHING
    mask = Image.new("L", (width, height), 0)
    draw = ImageDraw.Draw(mask)
    step = 4 * RIDGE_SMOOTHING
    line = [
        (x, (crest + profile(x / RIDGE_SMOOTHING)) * RIDGE_SMOOTHING)
        for x in range(0, width + step, step)
    ]
    draw.polygon([*line, (width, height), (0, height)], fill=255)
    if pines is not None:
        _grow_pines(draw, line, pines, size[1] * RIDGE_SMOOTHING)
    return _faded(mask.reduce(RIDGE_SMOOTHING), fade)


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
