"""The slider that cards and the viewer share: a thin bar in which a click goes there at once."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QSlider, QWidget


class ClipSlider(QSlider):
    """`sought` is every place that the user asks for; Qt's own `sliderPressed` and `sliderReleased`
    frame a drag. Main thread.

    `radius` is the handle's, which the ends of the bar leave room for.
    """

    sought = Signal(int)

    def __init__(self, radius: float, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._radius = radius
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.actionTriggered.connect(self._on_action)

    def show_value(self, value: int, maximum: int) -> None:
        """Follow what is controlled, unless the user holds the handle."""
        if not self.isSliderDown():
            self.setRange(0, maximum)
            self.setValue(value)

    def value_at(self, x: float) -> int:
        """The value at this place in the widget."""
        room = max(1.0, self.width() - 2 * self._radius)
        part = min(1.0, max(0.0, (x - self._radius) / room))
        return round(part * self.maximum())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderDown(False)

    def paint_groove(
        self, painter: QPainter, thickness: float, rest: QColor, passed: QColor
    ) -> QPointF:
        """The bar, as far as the value in another colour; returns the middle of the handle."""
        middle, half = self.height() / 2, thickness / 2
        groove = QRectF(self._radius, middle - half, self.width() - 2 * self._radius, thickness)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(rest)
        painter.drawRoundedRect(groove, half, half)
        part = self.value() / self.maximum() if self.maximum() else 0.0
        groove.setWidth(groove.width() * part)
        painter.setBrush(passed)
        painter.drawRoundedRect(groove, half, half)
        return QPointF(groove.right(), middle)

    def _go_to(self, x: float) -> None:
        value = self.value_at(x)
        self.setValue(value)
        self.sought.emit(value)

    def _on_action(self, _action: int) -> None:
        self.sought.emit(self.sliderPosition())
