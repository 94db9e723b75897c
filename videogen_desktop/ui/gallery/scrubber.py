"""The thin bar on a playing card: where the clip is, and where to go."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSlider, QWidget

_GROOVE = 4
_HANDLE = 6
_REST = QColor(255, 255, 255, 90)
_DONE = QColor(255, 255, 255)


class Scrubber(QSlider):
    """A slider in milliseconds; a click jumps there. Main thread."""

    sought = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSingleStep(500)
        self.setPageStep(2_000)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.actionTriggered.connect(self._on_action)

    def show_position(self, position: int, duration: int) -> None:
        """Follow the player, unless the user holds the handle."""
        if self.isSliderDown():
            return
        self.setRange(0, duration)
        self.setValue(position)

    def sizeHint(self) -> QSize:
        return QSize(60, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, 20)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to(event.position().x())
            self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.height() / 2
        groove = QRectF(_HANDLE, middle - _GROOVE / 2, self.width() - 2 * _HANDLE, _GROOVE)
        painter.setBrush(_REST)
        painter.drawRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)
        part = self.value() / self.maximum() if self.maximum() else 0.0
        groove.setWidth(groove.width() * part)
        painter.setBrush(_DONE)
        painter.drawRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)
        radius = _HANDLE if self.hasFocus() or self.underMouse() else _HANDLE - 1
        painter.drawEllipse(QPointF(groove.right(), middle), radius, radius)
        painter.end()

    def _go_to(self, x: float) -> None:
        room = max(1, self.width() - 2 * _HANDLE)
        part = min(1.0, max(0.0, (x - _HANDLE) / room))
        self.setValue(round(part * self.maximum()))
        self.sought.emit(self.value())

    def _on_action(self) -> None:
        self.sought.emit(self.sliderPosition())
