"""Sliders on the dark ground: the position in the clip, and the volume."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QWidget

_REST = QColor(255, 255, 255, 70)
_DONE = QColor("#a9a6ff")
_HANDLE = QColor("#ffffff")
_FOCUS = QColor(169, 166, 255, 110)
_RADIUS = 7.0


class BarSlider(QSlider):
    """A click goes there at once. `grabbed` and `let_go` frame a drag; `sought` is every place
    that the user asks for. Main thread."""

    sought = Signal(int)
    grabbed = Signal()
    let_go = Signal()
    pointed = Signal(int, int)  # value under the pointer, x; the value is -1 when it has left

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setTracking(True)
        self.actionTriggered.connect(self._on_action)

    def show_value(self, value: int, maximum: int) -> None:
        """Follow what is controlled, unless the user holds the handle."""
        if not self.isSliderDown():
            self.setRange(0, maximum)
            self.setValue(value)

    def value_at(self, x: float) -> int:
        room = max(1.0, self.width() - 2 * _RADIUS)
        part = min(1.0, max(0.0, (x - _RADIUS) / room))
        return round(part * self.maximum())

    def sizeHint(self) -> QSize:
        return QSize(96, 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 24)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.grabbed.emit()
            self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self.isSliderDown():
            self._go_to(x)
        self.pointed.emit(self.value_at(x), round(x))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderDown(False)
            self.let_go.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(-1, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        active = self.isEnabled() and (self.underMouse() or self.isSliderDown() or self.hasFocus())
        thick = 5.0 if active else 4.0
        middle = self.height() / 2
        groove = QRectF(_RADIUS, middle - thick / 2, self.width() - 2 * _RADIUS, thick)
        painter.setBrush(_REST)
        painter.drawRoundedRect(groove, thick / 2, thick / 2)
        part = self.value() / self.maximum() if self.maximum() else 0.0
        groove.setWidth(groove.width() * part)
        painter.setBrush(_DONE)
        painter.drawRoundedRect(groove, thick / 2, thick / 2)
        where = QPointF(groove.right(), middle)
        if self.hasFocus():
            painter.setBrush(_FOCUS)
            painter.drawEllipse(where, _RADIUS + 3, _RADIUS + 3)
        if self.isEnabled():
            painter.setBrush(_HANDLE)
            radius = _RADIUS if active else _RADIUS - 1.5
            painter.drawEllipse(where, radius, radius)
        painter.end()

    def _go_to(self, x: float) -> None:
        value = self.value_at(x)
        self.setValue(value)
        self.sought.emit(value)

    @Slot(int)
    def _on_action(self, _action: int) -> None:
        self.sought.emit(self.sliderPosition())
