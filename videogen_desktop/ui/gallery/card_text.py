"""The text of cards: fonts from the tokens, lines cut once and kept ready to draw."""

import unicodedata
from collections import OrderedDict
from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QStaticText, QTextLayout, QTextOption

from videogen_desktop.ui.theme.tokens import Tokens

# Whole cards are kept as pictures: these only save the work of composing one again.
_KEPT = 256
# The tallest and deepest of Vietnamese: a line must hold them uncut.
_TALL = "ẾỄẬỘgqy"


class FontRole(IntEnum):
    """Tells the fonts of a card apart in the cache; they are the same for every card."""

    PROMPT = 1
    SMALL = 2
    LABEL = 3


class CardFonts:
    """The fonts of a card and their line heights in device-independent pixels."""

    def __init__(self, base: QFont, tokens: Tokens) -> None:
        points = base.pointSizeF() if base.pointSizeF() > 0 else 10.0
        self.prompt = QFont(base)
        self.prompt.setPointSizeF(points * tokens.text_body)
        self.small = QFont(base)
        self.small.setPointSizeF(points * tokens.text_small)
        self.label = QFont(self.small)
        self.label.setWeight(QFont.Weight.DemiBold)
        self.heading = QFont(base)
        self.heading.setPointSizeF(points * tokens.text_heading)
        self.heading.setWeight(QFont.Weight.DemiBold)
        self.small_metrics = QFontMetrics(self.small)
        self.label_metrics = QFontMetrics(self.label)
        self.prompt_line = line_height(self.prompt)
        self.small_line = line_height(self.small)
        self.heading_line = line_height(self.heading)


def line_height(font: QFont) -> int:
    metrics = QFontMetrics(font)
    return max(metrics.height(), metrics.tightBoundingRect(_TALL).height()) + 2


def cut_lines(text: str, font: QFont, width: int, most: int) -> list[str]:
    """At most `most` lines of plain text, the last one elided."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    # QTextLayout counts UTF-16 units: an emoji is two of them.
    units = text.encode("utf-16-le")
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start, end = line.textStart(), line.textStart() + line.textLength()
        if len(lines) == most - 1 and 2 * end < len(units):
            rest = units[2 * start :].decode("utf-16-le", "ignore")
            lines.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(units[2 * start : 2 * end].decode("utf-16-le", "ignore").rstrip())
    layout.endLayout()
    return lines


class TextCache:
    """Lines ready to draw, least recently used thrown away."""

    def __init__(self) -> None:
        self._labels: dict[tuple[str, int], tuple[QStaticText, int]] = {}
        self._lines: OrderedDict[tuple[str, int, int, int], tuple[QStaticText, ...]] = OrderedDict()

    def lines(
        self, text: str, font: QFont, width: int, most: int, role: FontRole
    ) -> tuple[QStaticText, ...]:
        key = (text, role, width, most)
        found = self._lines.get(key)
        if found is None:
            direction = text_direction(text)
            found = tuple(
                _ready(line, font, width, direction) for line in cut_lines(text, font, width, most)
            )
            self._lines[key] = found
            if len(self._lines) > _KEPT:
                self._lines.popitem(last=False)
        else:
            self._lines.move_to_end(key)
        return found

    def label(self, text: str, font: QFont, role: FontRole) -> tuple[QStaticText, int]:
        """One whole line and its width; many cards share the same few."""
        found = self._labels.get((text, role))
        if found is None:
            if len(self._labels) >= _KEPT:
                self._labels.clear()
            width = QFontMetrics(font).horizontalAdvance(text)
            found = _ready(text, font, width + 1, Qt.LayoutDirection.LeftToRight), width
            self._labels[text, role] = found
        return found

    def clear(self) -> None:
        self._lines.clear()
        self._labels.clear()


def text_direction(text: str) -> Qt.LayoutDirection:
    """As its first letter with a direction reads; a line of a text follows the whole text."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            break
    return Qt.LayoutDirection.LeftToRight


def _ready(line: str, font: QFont, width: int, direction: Qt.LayoutDirection) -> QStaticText:
    text = QStaticText(line)
    text.setTextFormat(Qt.TextFormat.PlainText)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(direction)
    if direction is Qt.LayoutDirection.RightToLeft:
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    text.setTextOption(option)
    text.setTextWidth(width)
    text.prepare(font=font)
    return text
