"""Flowing bands of light, bent by a mesh: northern lights and silk. Painted small."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageFilter

from videogen_desktop.sandbox.backdrop import TURN, SmallLayer
from videogen_desktop.sandbox.palette import Colour

TEXTURE = (256, 128)
STRIPS = 40
Box = tuple[int, int, int, int]
Quad = tuple[float, float, float, float, float, float, float, float]


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


def as_layers(ribbons: Sequence[Ribbon]) -> tuple[SmallLayer, ...]:
    """The ribbons as layers of a backdrop."""
    return tuple(ribbons)


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
