"""A stack of takes as it is seen and used: edges of the others behind its card, how many there are,
and a frame around them when they are open."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QMenu

from videogen_desktop.ui.gallery.actions import COMPARABLE, CardAction, face_of
from videogen_desktop.ui.gallery.card_art import ON_PICTURE
from videogen_desktop.ui.gallery.card_text import CardFonts
from videogen_desktop.ui.gallery.stacks import Stack
from videogen_desktop.ui.theme.icons import themed_icon, themed_pixmap
from videogen_desktop.ui.theme.tokens import DARK, Tokens

# As high above its card as the edges of the others are seen.
EDGES = 8
_INSETS = (14, 7)
_ICON, _ROOM, _DOT, _FROM_EDGE = 14, 8, 7, 8
# From the lower edge of a picture that is not there yet, above its words and its bar.
_ABOVE_WORDS = 52
_FRAME = 6


def stack_words(stack: Stack) -> str:
    """For who does not see it."""
    parts = [QCoreApplication.translate("Gallery", "%n takes", None, len(stack.takes))]
    if stack.running:
        running = QCoreApplication.translate("Gallery", "%n being made", None, stack.running)
        parts.append(running)
    if stack.failed:
        parts.append(QCoreApplication.translate("Gallery", "%n failed", None, stack.failed))
    return ", ".join(parts)


class StackPainter:
    """Draws what makes a card a stack, over and around it. Main thread."""

    def __init__(self, tokens: Tokens, fonts: CardFonts) -> None:
        self._tokens = tokens
        self._font = fonts.label
        self._metrics = QFontMetrics(fonts.label)

    def paint_edges(self, painter: QPainter, card: QRect) -> None:
        """Before the card, which covers all but their upper parts."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._tokens.border_strong))
        radius = self._tokens.radius_large
        for number, inset in enumerate(_INSETS):
            painter.setBrush(QColor((self._tokens.surface_hover, self._tokens.surface)[number]))
            top = card.y() - EDGES + number * EDGES / len(_INSETS)
            edge = QRectF(card.x() + inset + 0.5, top + 0.5, card.width() - 2 * inset - 1, 40)
            painter.drawRoundedRect(edge, radius, radius)
        painter.restore()

    def count_rect(self, media: QRect, stack: Stack, has_poster: bool) -> QRect:
        """Where the number of takes stands on a picture, and is clicked."""
        width = 2 * _ROOM + sum(self._widths(stack))
        height = self._metrics.height() + 8
        below = _FROM_EDGE if has_poster else _ABOVE_WORDS
        return QRect(
            media.right() + 1 - _FROM_EDGE - width,
            media.bottom() + 1 - below - height,
            width,
            height,
        )

    def paint_count(
        self, painter: QPainter, media: QRect, stack: Stack, has_poster: bool, ratio: float
    ) -> None:
        """How many takes there are, how many of them run (a dot) and failed (a dot in red)."""
        area = self.count_rect(media, stack, has_poster)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ON_PICTURE)
        painter.drawRoundedRect(QRectF(area), area.height() / 2, area.height() / 2)
        icon = "chevron-up" if stack.is_open else "copy"
        left, middle = area.x() + _ROOM, area.center().y()
        picture = themed_pixmap(icon, DARK.text, _ICON, ratio)
        painter.drawPixmap(QPoint(left, middle - _ICON // 2), picture)
        left += _ICON + 4
        painter.setFont(self._font)
        base = middle + (self._metrics.ascent() - self._metrics.descent()) // 2 + 1
        for text, colour in self._parts(stack):
            if colour is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colour))
                painter.drawEllipse(QRectF(left, middle - _DOT / 2 + 1, _DOT, _DOT))
                left += _DOT + 3
            painter.setPen(QColor(DARK.text))
            painter.drawText(QPoint(left, base), text)
            left += self._metrics.horizontalAdvance(text) + _ROOM
        painter.restore()

    def paint_frame(self, painter: QPainter, cards: Iterable[QRect]) -> None:
        """Around the cards of an open stack, line by line."""
        lines: dict[int, QRect] = {}
        for card in cards:
            lines[card.y()] = lines.get(card.y(), card).united(card)
        colour = QColor(self._tokens.accent)
        colour.setAlpha(150)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._tokens.radius_large + _FRAME
        for line in lines.values():
            frame = QRectF(line).adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME)
            painter.drawRoundedRect(frame, radius, radius)
        painter.restore()

    def _parts(self, stack: Stack) -> list[tuple[str, str | None]]:
        parts: list[tuple[str, str | None]] = [(str(len(stack.takes)), None)]
        if stack.running:
            parts.append((str(stack.running), DARK.accent))
        if stack.failed:
            parts.append((str(stack.failed), DARK.danger))
        return parts

    def _widths(self, stack: Stack) -> list[int]:
        parts = self._parts(stack)
        dots = sum(_DOT + 3 for _, colour in parts if colour is not None)
        words = [self._metrics.horizontalAdvance(text) for text, _ in parts]
        return [_ICON + 4, dots, _ROOM * (len(parts) - 1), *words]


def add_stack_lines(
    menu: QMenu,
    stack: Stack,
    tokens: Tokens,
    toggle: Callable[[], None],
    select: Callable[[], None],
    compare: Callable[[], None],
) -> None:
    """After the first line of a card's menu: open or close its stack, select or compare all."""
    count, before = len(stack.takes), menu.actions()[1]
    opened = QCoreApplication.translate("Gallery", "Close the stack of %n takes", None, count)
    closed = QCoreApplication.translate("Gallery", "Show all %n takes", None, count)
    lines = [
        ("chevron-up" if stack.is_open else "copy", opened if stack.is_open else closed, toggle),
        (
            "square-check",
            QCoreApplication.translate("Gallery", "Select all %n takes", None, count),
            select,
        ),
    ]
    # Offered as for any selection, or not at all.
    if count in COMPARABLE:
        text = QCoreApplication.translate("Gallery", "Compare all %n takes", None, count)
        lines.append((face_of(CardAction.COMPARE).icon, text, compare))
    for icon, text, act in lines:
        line = QAction(themed_icon(icon, tokens.text), text, menu)
        line.triggered.connect(partial(_do, act))
        menu.insertAction(before, line)


def _do(act: Callable[[], None], _checked: bool = False) -> None:
    act()
