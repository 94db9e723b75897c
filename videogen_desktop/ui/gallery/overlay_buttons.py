"""The buttons on a card: real QToolButtons, drawn to be read on any picture."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from videogen_desktop.ui.theme.icons import themed_pixmap

_REST = QColor(14, 14, 20, 170)
_HOVERED = QColor(40, 40, 52, 235)
_WHITE = "#ffffff"
_FOCUS = QColor("#ffffff")


SELECTING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class CardButton(QToolButton):
    """A click with Ctrl or Shift selects the card and a drag takes it along, as anywhere on it."""

    dragStarted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed_at: QPointF | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        if event.modifiers() & SELECTING:
            event.ignore()
            return
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        way = (event.position() - self._pressed_at).manhattanLength()
        if way >= QApplication.startDragDistance():
            # Not pressed any more: letting go is no click.
            self._pressed_at = None
            self.setDown(False)
            self.dragStarted.emit()


class RoundButton(CardButton):
    """An icon in a dark circle."""

    def __init__(self, icon: str, diameter: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._diameter = diameter
        self._plain = False
        self.setFixedSize(diameter, diameter)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_plain(self, plain: bool) -> None:
        """Without the circle, where something dark lies behind already."""
        self._plain = plain

    def show_action(self, icon: str, name: str) -> None:
        """The icon, and the name for screen readers and the tool tip."""
        self._icon_name = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        hovered = self.underMouse() or self.isDown()
        if hovered or not self._plain:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_HOVERED if hovered else _REST)
            painter.drawEllipse(area)
        if self.hasFocus():
            painter.setPen(QPen(_FOCUS, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(area.adjusted(1, 1, -1, -1))
        size = round(self._diameter * 0.5)
        icon = themed_pixmap(self._icon_name, _WHITE, size, self.devicePixelRatioF())
        left, top = (self.width() - size) / 2, (self.height() - size) / 2
        painter.drawPixmap(round(left), round(top), icon)
        painter.end()


class TextButton(CardButton):
    """A short label in a dark rounded bar."""

    _PADDING = 12

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.text()) + 2 * self._PADDING
        return QSize(width, metrics.height() + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(_FOCUS, 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        hovered = self.underMouse() or self.isDown()
        painter.setBrush(_HOVERED if hovered else QColor(14, 14, 20, 215))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(QColor(_WHITE))
        room = self.width() - 2 * (self._PADDING - 4)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
