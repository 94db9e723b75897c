"""The backdrop of a clip: a gradient with drifting glows and ribbons of light.

It is painted small and enlarged later. The three bands of every picture here hold Y, Cb and Cr.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from PIL import Image, ImageFilter

from videogen_desktop.sandbox.canvas import Colour, mixed

TEXTURE_SIDE = 256
TURN = 2 * math.pi
SmallLayer = Callable[[Image.Image, float], None]
TEXTURE = (256, 128)
STRIPS = 40
Box = tuple[int, int, int, int]
Quad = tuple[float, float, float, float, float, float, float, float]


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


@dataclass(frozen=True, slots=True)
class Wave:
    """One travelling sine. ``height`` is a share of the picture's height."""

    height: float
    waves: float
    seconds: float
    turn: float

    def at(self, share: float, seconds: float) -> float:
        """Its height at a share of the width."""
        return self.height * math.sin(
            TURN * (self.waves * share + seconds / self.seconds) + self.turn
        )


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A band whose upper edge follows its waves; it paints itself on a small picture."""

    colour: Colour
    texture: Image.Image
    top: float
    height: float
    waves: tuple[Wave, ...]
    slide: float = 0.0

    def __call__(self, picture: Image.Image, seconds: float) -> None:
        """Lay it over the picture as it is at this moment."""
        size = picture.size
        mesh = [self._strip(index, size, seconds) for index in range(STRIPS)]
        mask = self.texture.transform(size, Image.Transform.MESH, mesh, Image.Resampling.BILINEAR)
        picture.paste(self.colour, (0, 0), mask)

    def _strip(self, index: int, size: tuple[int, int], seconds: float) -> tuple[Box, Quad]:
        width, height = size
        left, right = round(width * index / STRIPS), round(width * (index + 1) / STRIPS)
        (x0, top0, bottom0), (x1, top1, bottom1) = (
            self._source(index / STRIPS, seconds),
            self._source((index + 1) / STRIPS, seconds),
        )
        return (left, 0, right, height), (x0, top0, x0, bottom0, x1, bottom1, x1, top1)

    def _source(self, share: float, seconds: float) -> tuple[float, float, float]:
        edge = self.top + sum(wave.at(share, seconds) for wave in self.waves)
        scale = TEXTURE[1] / self.height
        x = (0.1 + 0.6 * share + self.slide * seconds) * TEXTURE[0]
        return min(x, TEXTURE[0] - 1.0), -edge * scale, (1 - edge) * scale


def waves_for(random: Random, height: float) -> tuple[Wave, ...]:
    """Two waves of different lengths whose heights add up to about ``height``."""
    return (
        Wave(height * 0.7, random.uniform(0.5, 0.9), _seconds(random, 7, 11), _turn(random)),
        Wave(height * 0.3, random.uniform(1.2, 2.0), _seconds(random, 4, 7), _turn(random)),
    )


def curtain_texture(random: Random, strength: float) -> Image.Image:
    """Vertical streaks that are brightest near their lower edge."""
    row = Image.frombytes("L", (48, 1), bytes(random.randint(60, 255) for _ in range(48)))
    streaks = row.resize(TEXTURE, Image.Resampling.BICUBIC)
    return _shaded(streaks, strength, lambda y: y**1.6 * min(1.0, (1 - y) * 7))


def silk_texture(strength: float) -> Image.Image:
    """A clean upper edge that melts away downwards."""
    plain = Image.new("L", TEXTURE, 255)
    return _shaded(plain, strength, lambda y: min(1.0, y * 22) ** 1.5 * (1 - y) ** 1.3)


def _shaded(
    texture: Image.Image, strength: float, profile: Callable[[float], float]
) -> Image.Image:
    width, height = texture.size
    values = [profile((line + 0.5) / height) for line in range(height)]
    column = Image.frombytes("L", (1, height), bytes(round(255 * strength * v) for v in values))
    empty = Image.new("L", texture.size, 0)
    empty.paste(texture, (0, 0), column.resize((width, height)))
    return empty.filter(ImageFilter.GaussianBlur(1.0))


def _seconds(random: Random, least: float, most: float) -> float:
    return random.uniform(least, most) * random.choice((-1, 1))


def _turn(random: Random) -> float:
    return random.uniform(0, TURN)
