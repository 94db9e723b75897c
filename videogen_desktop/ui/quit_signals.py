"""Ctrl+C and a polite kill close the window in order, as its own button does."""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Slot
from PySide6.QtWidgets import QApplication


class QuitSignals(QObject):
    """Python runs its handlers only between its own instructions, and Qt's loop runs none: the
    interpreter writes to a socket on each signal, and that wakes Qt. Main thread only."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._previous_wakeup = signal.set_wakeup_fd(self._writer.fileno())
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)
        self._previous = {
            number: signal.signal(number, self._quit) for number in (signal.SIGINT, signal.SIGTERM)
        }

    def remove(self) -> None:
        """Give the signals back; from here on a second Ctrl+C ends the program at once."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._previous_wakeup)
        for number, handler in self._previous.items():
            signal.signal(number, handler)
        self._reader.close()
        self._writer.close()

    def _quit(self, _number: int, _frame: FrameType | None) -> None:
        self._application.closeAllWindows()
        self._application.quit()

    @Slot()
    def _drain(self) -> None:
        self._reader.recv(64)
