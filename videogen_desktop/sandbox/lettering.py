"""The prompt as a block of text: cleaned, wrapped, fitted, and never clipped at its marks."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

ELLIPSIS = "…"
LINE_HEIGHT = 1.4
SIZES = (76, 66, 57, 49, 42, 36)
LEAST_PIXELS = 11
UNASSIGNED = "\uffff"


@dataclass(frozen=True, slots=True)
class Block:
    """Text laid out in lines that fit; sizes in pixels."""

    lines: tuple[str, ...]
    font: ImageFont.FreeTypeFont

    @property
    def height(self) -> int:
        """From the top of the first line's marks to the foot of the last line's."""
        return round(len(self.lines) * self.font.size * LINE_HEIGHT)


class Lettering:
    """Sets text in one font file."""

    def __init__(self, font_path: Path) -> None:
        self._font_path = font_path
        self._missing = bytes(self.font(24).getmask(UNASSIGNED))

    def font(self, pixels: float) -> ImageFont.FreeTypeFont:
        """The font at a size."""
        return ImageFont.truetype(self._font_path, max(LEAST_PIXELS, round(pixels)))

    def drawable(self, text: str) -> str:
        """The text in one line, without what the font cannot draw (emoji, say)."""
        font = self.font(24)
        composed = unicodedata.normalize("NFC", text)
        known = {
            character: character.isspace() or self._has(font, character)
            for character in set(composed)
        }
        return " ".join("".join(c for c in composed if known[c]).split())

    def fitted(self, text: str, width: int, height: int, unit: float) -> Block:
        """Lay the text out as large as it fits, and shorten it when even the smallest is full."""
        for size in SIZES:
            font = self.font(size * unit)
            lines = _wrapped(text.split(" "), font, width)
            if lines is not None and len(lines) * font.size * LINE_HEIGHT <= height:
                return Block(tuple(_balanced(text, font, width, lines)), font)
        font = self.font(SIZES[-1] * unit)
        most = max(1, int(height / (font.size * LINE_HEIGHT)))
        return Block(tuple(_shortened(text, font, width, most)), font)

    def _has(self, font: ImageFont.FreeTypeFont, character: str) -> bool:
        if unicodedata.category(character)[0] in "CM":
            return False
        return bytes(font.getmask(character)) != self._missing


def text_mask(block: Block, margin: int) -> Image.Image:
    """The text in white on black, with room around it for marks and a shadow."""
    step = block.font.size * LINE_HEIGHT
    widest = max(block.font.getlength(line) for line in block.lines)
    width = round(widest) + 2 * margin
    height = round(step * len(block.lines)) + 2 * margin
    mask = Image.new("L", (width + width % 2, height + height % 2), 0)
    draw = ImageDraw.Draw(mask)
    for index, line in enumerate(block.lines):
        baseline = margin + step * index + block.font.size * 1.06
        draw.text((margin, baseline), line, fill=255, font=block.font, anchor="ls")
    return mask


def shadow_of(mask: Image.Image, blur: float, strength: float) -> Image.Image:
    """A soft shadow of the same size."""
    table = [min(255, round(value * strength)) for value in range(256)]
    return mask.filter(ImageFilter.GaussianBlur(blur)).point(table)


def _wrapped(words: Iterable[str], font: ImageFont.FreeTypeFont, width: float) -> list[str] | None:
    lines: list[str] = []
    for word in words:
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(joined) <= width:
            lines[-1] = joined
        elif font.getlength(word) <= width:
            lines.append(word)
        else:
            return None
    return lines


def _balanced(text: str, font: ImageFont.FreeTypeFont, width: int, lines: list[str]) -> list[str]:
    """The same number of lines in the narrowest width that allows it: no lonely last word."""
    narrow, wide = width // 3, width
    best = lines
    while wide - narrow > max(2, width // 60):
        middle = (narrow + wide) // 2
        tried = _wrapped(text.split(" "), font, middle)
        if tried is not None and len(tried) <= len(lines):
            best, wide = tried, middle
        else:
            narrow = middle
    return best


def _shortened(text: str, font: ImageFont.FreeTypeFont, width: int, most: int) -> list[str]:
    lines: list[str] = []
    rest = text
    while rest and len(lines) < most:
        count = _fitting(rest, font, width)
        cut = rest.rfind(" ", 0, count + 1) if count < len(rest) else count
        cut = count if cut <= 0 else cut
        lines.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    if rest:
        last = lines[-1]
        while last and font.getlength(last + ELLIPSIS) > width:
            last = last[:-1]
        lines[-1] = last.rstrip(" ,.;:–—-") + ELLIPSIS
    return lines


def _fitting(text: str, font: ImageFont.FreeTypeFont, width: int) -> int:
    least, most = 1, min(len(text), 400)
    while least < most:
        middle = (least + most + 1) // 2
        if font.getlength(text[:middle]) <= width:
            least = middle
        else:
            most = middle - 1
    return least
