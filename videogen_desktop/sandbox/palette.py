"""The colours of a clip: curated palettes, as points of BT.709 limited-range video.

Pictures are painted straight in Y, Cb and Cr, so that no frame needs a colour conversion.
"""

from dataclasses import dataclass
from random import Random

Colour = tuple[int, int, int]
WHITE: Colour = (235, 128, 128)
BLACK: Colour = (16, 128, 128)


@dataclass(frozen=True, slots=True)
class Palette:
    """Five tones from the darkest to the lightest."""

    night: Colour
    deep: Colour
    middle: Colour
    bright: Colour
    light: Colour

    @property
    def tones(self) -> tuple[Colour, ...]:
        """All five, darkest first."""
        return (self.night, self.deep, self.middle, self.bright, self.light)


PALETTES: tuple[str, ...] = (
    "1b1140 5b2a86 c2487e ff9a6b ffd9a0",  # dusk
    "04263a 0b5d73 19a7a0 7be0c3 f4f7c5",  # lagoon
    "081a3a 143f78 2286a0 5fd6a0 d2f7b0",  # northern lights
    "3a1230 8c2f56 e7645f ffab73 ffe3b8",  # peach
    "2a0f3d 7a2e7e d45d9c f7a8c0 fde2e4",  # lotus
    "0a2a22 17563f 4c9a5f a9d27a f2f0b2",  # rice field
    "1f0d12 6b1d2a c4432b f28c38 ffd56b",  # ember
    "0b1f3f 23518f 4f94d4 a4d4f2 eef8ff",  # glacier
    "120f3f 35309a 6a5be0 ad8bff f1c6ff",  # iris
    "2b1a2f 6d3b4f c46a54 eeb27a f8e6c1",  # terracotta
    "06141f 0f3a46 1b7a6e 4fc3a1 e6f9d8",  # jade
    "101334 3a2f73 9a4fa0 f08bb4 ffd8dc",  # cherry night
)


def palette_for(random: Random) -> Palette:
    """Choose a palette."""
    night, deep, middle, bright, light = map(colour_of, random.choice(PALETTES).split())
    return Palette(night, deep, middle, bright, light)


def colour_of(hexadecimal: str) -> Colour:
    """``rrggbb`` as Y (16 to 235), Cb and Cr (16 to 240), ITU-R BT.709."""
    red, green, blue = (value / 255 for value in bytes.fromhex(hexadecimal))
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return (
        round(16 + 219 * luma),
        round(128 + 224 * (blue - luma) / 1.8556),
        round(128 + 224 * (red - luma) / 1.5748),
    )


def mixed(first: Colour, second: Colour, share: float) -> Colour:
    """``first`` with ``share`` (0 to 1) of ``second``."""
    y, cb, cr = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return (y, cb, cr)
