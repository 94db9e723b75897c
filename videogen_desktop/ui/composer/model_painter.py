"""The painter of a model's line in the list of models."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from videogen_desktop.ui.theme.tokens import Tokens

LINE = Qt.ItemDataRole.UserRole
IS_CURRENT = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class ModelLine(NamedTuple):
    """What the list says of a model."""

    title: str
    below: str
    price: str
    runs: str
    badge: str
    is_warning: bool


class ModelPainter(QStyledItemDelegate):
    """Two lines a model: title and price, then what it is made of and how long it takes."""

    def __init__(self, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self._tokens = tokens

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def height(self, font: QFont) -> int:
        """Of one model, in pixels."""
        return QFontMetrics(font).height() + QFontMetrics(self._small(font)).height() + 18

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self.height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line, tokens = index.data(LINE), self._tokens
        state = QStyle.StateFlag
        is_marked = bool(option.state & (state.State_Selected | state.State_MouseOver))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.surface_hover))
            painter.drawRoundedRect(option.rect, tokens.radius_small, tokens.radius_small)
        inner = option.rect.adjusted(10, 7, -10, -7)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        top = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(bold).height())
        small = self._small(option.font)
        height = QFontMetrics(small).height()
        low = QRect(inner.left(), inner.bottom() + 1 - height, inner.width(), height)
        room = _drawn_right(painter, top, line.price, option.font, tokens.text_muted)
        colour = tokens.accent if index.data(IS_CURRENT) else tokens.text
        end = _drawn_left(painter, room, line.title, bold, colour)
        if line.badge:
            self._paint_badge(painter, room, end, line, small)
        room = _drawn_right(painter, low, line.runs, small, tokens.text_faint)
        _drawn_left(painter, room, line.below, small, tokens.text_muted)
        painter.restore()

    def _paint_badge(
        self, painter: QPainter, room: QRect, left: int, line: ModelLine, font: QFont
    ) -> None:
        tokens = self._tokens
        width = QFontMetrics(font).horizontalAdvance(line.badge) + 12
        box = QRect(left + 8, room.top(), width, room.height())
        if box.right() > room.right():
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.warning_soft if line.is_warning else tokens.accent_soft))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(font)
        painter.setPen(QPen(QColor(tokens.warning if line.is_warning else tokens.accent)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line.badge)

    def _small(self, font: QFont) -> QFont:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * self._tokens.text_small)
        return small


def _drawn_right(painter: QPainter, room: QRect, text: str, font: QFont, colour: str) -> QRect:
    """The text at the right; what is left of the room."""
    if not text:
        return room
    painter.setFont(font)
    painter.setPen(QPen(QColor(colour)))
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, text)
    return room.adjusted(0, 0, -QFontMetrics(font).horizontalAdvance(text) - 12, 0)


def _drawn_left(painter: QPainter, room: QRect, text: str, font: QFont, colour: str) -> int:
    """The text at the left, cut where it has no room; where it ends."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(QPen(QColor(colour)))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return room.left() + metrics.horizontalAdvance(shown)
