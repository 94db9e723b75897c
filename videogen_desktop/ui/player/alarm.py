"""What rings once after a while: on a QTimer, or turned by a test."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer


class Alarm(Protocol):
    """Rings once, `milliseconds` after it was set; setting it again starts over."""

    def set(self, milliseconds: int) -> None: ...

    def cancel(self) -> None: ...


AlarmFactory = Callable[[Callable[[], None]], Alarm]


class QtAlarm(QObject):
    """An Alarm on a QTimer."""

    def __init__(self, ring: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(ring)

    def set(self, milliseconds: int) -> None:
        self._timer.start(milliseconds)

    def cancel(self) -> None:
        self._timer.stop()
