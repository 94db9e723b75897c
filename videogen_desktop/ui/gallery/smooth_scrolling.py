"""A wheel's step as a short movement."""

import math

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollBar

from videogen_desktop.ui.motion import animations_allowed

NOTCH = 120
# In this time the distance shrinks to a third: the step has arrived after four times as long.
_SHRINKS_IN_MS = 36
_FRAME_MS = 16


class SmoothScrolling(QObject):
    """A wheel's step as a short movement instead of a jump, where the user wants things to move.

    Moves one scroll bar. Main thread. Whoever else moves the bar ends it.
    """

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._value = self._end = 0.0
        self._since_frame = QElapsedTimer()
        self._frames = QTimer(self, interval=_FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._frames.timeout.connect(self._move)
        bar.valueChanged.connect(self._moved)

    def take(self, event: QWheelEvent) -> bool:
        """False: the event is none of a notched wheel, or nothing is to move smoothly."""
        # A touchpad scrolls smoothly by itself.
        by_pixels = (
            not event.pixelDelta().isNull() or event.phase() is not Qt.ScrollPhase.NoScrollPhase
        )
        notches = event.angleDelta().y() / NOTCH
        if by_pixels or event.modifiers() or not notches or not animations_allowed():
            return False
        if not self._frames.isActive():
            self._value = self._end = float(self._bar.value())
            self._since_frame.start()
            self._frames.start()
        step = QApplication.wheelScrollLines() * self._bar.singleStep()
        end = self._end - notches * step
        self._end = max(self._bar.minimum(), min(self._bar.maximum(), end))
        return True

    def shift(self, by: int) -> None:
        """What is seen lies so much further down by now."""
        self._value += by
        self._end += by

    def stop(self) -> None:
        """Stay where it is; idempotent."""
        self._frames.stop()

    @Slot()
    def _move(self) -> None:
        passed = self._since_frame.restart()
        self._value = self._end - (self._end - self._value) * math.exp(-passed / _SHRINKS_IN_MS)
        if abs(self._end - self._value) < 1:
            self._frames.stop()
            self._value = self._end
        self._bar.setValue(round(self._value))

    @Slot(int)
    def _moved(self, value: int) -> None:
        if value != round(self._value):
            self._frames.stop()
