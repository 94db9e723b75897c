"""The colours of a clip, a picture in three planes, and masks laid on it between its pixels.

Pictures are painted straight in Y, Cb and Cr of BT.709 limited-range video, so that no frame needs
a colour conversion.
"""

from dataclasses import dataclass, field
from random import Random

from PIL import Image

Colour = tuple[int, int, int]
WHITE: Colour = (235, 128, 128)
BLACK: Colour = (16, 128, 128)
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
PHASES = 4


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


@dataclass(frozen=True, slots=True)
class Stencil:
    """A mask for the luma plane and its half-size twin for the chroma planes."""

    luma: Image.Image
    chroma: Image.Image

    @classmethod
    def of(cls, mask: Image.Image) -> "Stencil":
        """Take an 8-bit mask; 255 paints fully."""
        return cls(mask, mask.reduce(2))

    def dimmed(self, opacity: float) -> "Stencil":
        """The same with every value multiplied by ``opacity`` (0 to 1)."""
        table = [round(value * opacity) for value in range(256)]
        return Stencil(self.luma.point(table), self.chroma.point(table))


@dataclass(slots=True)
class Canvas:
    """One frame: Y at full size, Cb and Cr at half size, all of even dimensions."""

    y: Image.Image
    cb: Image.Image
    cr: Image.Image

    @classmethod
    def enlarged(cls, small: Image.Image, size: tuple[int, int]) -> "Canvas":
        """Blow up a small picture whose three bands hold Y, Cb and Cr."""
        y, cb, cr = small.split()
        half = (size[0] // 2, size[1] // 2)
        bicubic = Image.Resampling.BICUBIC
        return cls(y.resize(size, bicubic), cb.resize(half, bicubic), cr.resize(half, bicubic))

    def paint(self, colour: Colour, stencil: Stencil, x: int, y: int) -> None:
        """Lay a colour through a stencil whose corner is at (x, y); what sticks out is cut."""
        self.y.paste(colour[0], (x, y), stencil.luma)
        half = (x // 2, y // 2)
        self.cb.paste(colour[1], half, stencil.chroma)
        self.cr.paste(colour[2], half, stencil.chroma)


@dataclass(slots=True)
class Sprite:
    """A mask that glides: laid at quarters of a pixel, so that slow motion does not judder."""

    mask: Image.Image
    _stencils: dict[tuple[int, int], Stencil] = field(default_factory=dict)

    def paint_on(self, canvas: Canvas, colour: Colour, x: float, y: float) -> None:
        """Lay it with its corner at (x, y), to the nearest quarter of a pixel."""
        left, right_shift = divmod(round(x * PHASES), PHASES)
        top, down_shift = divmod(round(y * PHASES), PHASES)
        canvas.paint(colour, self._shifted(right_shift, down_shift), left, top)

    def _shifted(self, right: int, down: int) -> Stencil:
        stencil = self._stencils.get((right, down))
        if stencil is None:
            mask = self.mask
            if right or down:
                coefficients = (1.0, 0.0, -right / PHASES, 0.0, 1.0, -down / PHASES)
                mask = mask.transform(
                    mask.size, Image.Transform.AFFINE, coefficients, Image.Resampling.BILINEAR
                )
            stencil = self._stencils[right, down] = Stencil.of(mask)
        return stencil
