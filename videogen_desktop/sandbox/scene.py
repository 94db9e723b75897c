"""A whole clip, frame by frame: the scenery, the prompt, the mark and the progress line."""

import hashlib
import unicodedata
from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageDraw

from videogen_desktop.sandbox.canvas import BLACK, WHITE, Canvas, Stencil, palette_for
from videogen_desktop.sandbox.lettering import Lettering, shadow_of, text_mask
from videogen_desktop.sandbox.scenery import scenery_for

MARK = "VideoGen · sandbox"
FADE_SECONDS = 0.7
FIRST_OPACITY = 0.8
GRAIN = 2
BADGE_SMOOTHING = 4


class Scene:
    """Paints the frames of one clip. The same prompt and shape give the same picture."""

    def __init__(self, prompt: str, size: tuple[int, int], seconds: float, font_path: Path) -> None:
        """Prepare everything that does not move.

        Args:
            prompt: Any text; what the font cannot draw is left out.
            size: Width and height, even numbers of pixels.
            seconds: The length of the clip.
            font_path: A TTF with full Vietnamese.
        """
        seed = hashlib.sha256(prompt.encode(errors="replace")).digest()
        random = Random(seed)
        text = unicodedata.normalize("NFC", prompt)
        self._size = size
        self._seconds = seconds
        self._unit = min(size) / 720
        self._scenery = scenery_for(text, random, palette_for(random), size)
        self._grain = _grain(size, random)
        lettering = Lettering(font_path)
        self._title = _Title(lettering, text, size, self._unit)
        self._scrim = Stencil.of(_scrim(size, size[1] - self._title.top))
        mark = sandbox_mark(lettering, self._unit)
        self._mark = Stencil.of(mark)
        self._mark_shadow = Stencil.of(shadow_of(mark, 7 * self._unit, 0.75))

    def frame(self, seconds: float, is_last: bool = False) -> Canvas:
        """The picture at a moment of the clip."""
        del is_last
        canvas = Canvas.enlarged(self._scenery.backdrop.at(seconds), self._size)
        for layer in self._scenery.layers:
            layer.paint(canvas, seconds)
        canvas.y = ImageChops.add(canvas.y, self._grain, 1, -128)
        canvas.paint(BLACK, self._scrim, 0, self._size[1] - self._scrim.luma.height)
        self._title.paint(canvas, seconds)
        canvas.paint(BLACK, self._mark_shadow, 0, 0)
        canvas.paint(WHITE, self._mark, 0, 0)
        self._paint_progress(canvas, seconds / self._seconds)
        return canvas

    def _paint_progress(self, canvas: Canvas, share: float) -> None:
        width, height = self._size
        thick = max(2, round(5 * self._unit) // 2 * 2)
        top = height - thick
        canvas.paint(WHITE, Stencil.of(Image.new("L", (width, thick), 46)), 0, top)
        done = max(2, round(width * share) // 2 * 2)
        canvas.paint(WHITE, Stencil.of(Image.new("L", (done, thick), 225)), 0, top)


class _Title:
    """The prompt at the foot of the picture; it comes up softly, legible from the start."""

    def __init__(
        self, lettering: Lettering, prompt: str, size: tuple[int, int], unit: float
    ) -> None:
        width, height = size
        side = round(56 * unit)
        text = lettering.drawable(prompt) or "…"
        room = round(height * (0.46 if width >= height else 0.40))
        block = lettering.fitted(text, width - 2 * side, room, unit)
        blank = round(26 * unit)
        mask = text_mask(block, blank)
        self._text = Stencil.of(mask)
        self._shadow = Stencil.of(shadow_of(mask, 9 * unit, 0.85))
        self._left = side - blank
        self.top = height - round(50 * unit) - mask.height + blank
        self._rise = 14 * unit

    def paint(self, canvas: Canvas, seconds: float) -> None:
        """Lay it with its opacity of this moment."""
        done = min(1.0, seconds / FADE_SECONDS)
        eased = 1 - (1 - done) ** 3
        opacity = FIRST_OPACITY + (1 - FIRST_OPACITY) * eased
        top = round(self.top + self._rise * (1 - eased))
        whole = done >= 1
        canvas.paint(
            BLACK, self._shadow if whole else self._shadow.dimmed(opacity), self._left, top
        )
        canvas.paint(WHITE, self._text if whole else self._text.dimmed(opacity), self._left, top)


def _scrim(size: tuple[int, int], text_height: int) -> Image.Image:
    width, height = size
    tall = min(height, round(text_height + height * 0.3)) // 2 * 2
    ramp = Image.linear_gradient("L").resize((1, tall), Image.Resampling.BICUBIC)
    table = [round(178 * (value / 255) ** 1.5) for value in range(256)]
    return ramp.point(table).resize((width, tall))


def sandbox_mark(lettering: Lettering, unit: float) -> Image.Image:
    """The mask of the mark, to be laid at the upper left corner."""
    font, margin = lettering.font(20 * unit), round(44 * unit) // 2 * 2
    side = round(font.size * 1.25)
    gap = round(font.size * 0.5)
    width = 2 * margin + side + gap + round(font.getlength(MARK))
    height = 2 * margin + side
    mask = Image.new("L", (width + width % 2, height + height % 2), 0)
    mask.paste(_badge(side), (margin, margin))
    position = (margin + side + gap, margin + side / 2)
    ImageDraw.Draw(mask).text(position, MARK, fill=225, font=font, anchor="lm")
    return mask


def _badge(side: int) -> Image.Image:
    reach = side * BADGE_SMOOTHING - 1
    badge = Image.new("L", (reach + 1, reach + 1), 0)
    draw = ImageDraw.Draw(badge)
    draw.rounded_rectangle((0, 0, reach, reach), radius=reach * 0.3, fill=235)
    triangle = [(0.38, 0.27), (0.38, 0.73), (0.76, 0.5)]
    draw.polygon([(reach * x, reach * y) for x, y in triangle], fill=30)
    return badge.reduce(BADGE_SMOOTHING)


def _grain(size: tuple[int, int], random: Random) -> Image.Image:
    noise = Image.frombytes("L", size, random.randbytes(size[0] * size[1]))
    return noise.point([128 + round((value - 127.5) / 127.5 * GRAIN) for value in range(256)])
