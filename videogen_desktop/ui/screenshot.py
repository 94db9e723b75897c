"""`--screenshot FILE`: a picture of the window as a user would see it."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from videogen_desktop.ui.main_window import MainWindow

_LOOK_EVERY_MS = 40
_QUIET_LOOKS = 4
_PATIENCE_MS = 15_000


class Screenshot(QObject):
    """Waits until the library is open and no card waits for its picture, then saves. Main thread.

    `finished` carries whether the file was written.
    """

    finished = Signal(bool)

    def __init__(self, window: MainWindow, target: Path) -> None:
        super().__init__(window)
        self._window = window
        self._target = target
        self._quiet = 0
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._deadline = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._deadline.timeout.connect(self._take)
        window.libraryOpened.connect(self._timer.start)
        self._deadline.start()

    @Slot()
    def _look(self) -> None:
        # A picture that has just arrived may ask for the next one: wait for a few quiet looks.
        self._quiet = self._quiet + 1 if self._window.gallery.is_settled else 0
        if self._quiet >= _QUIET_LOOKS:
            self._take()

    @Slot()
    def _take(self) -> None:
        self._timer.stop()
        self._deadline.stop()
        self.finished.emit(self._window.grab().save(str(self._target)))
