"""A picture in three planes, and masks that can be laid on it between its pixels."""

from dataclasses import dataclass, field

from PIL import Image

from videogen_desktop.sandbox.palette import Colour

PHASES = 4


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
