"""The rival of the program's window: an empty QMainWindow. Prints when its first frame was shown.

A script of its own; it imports what a window needs and nothing else. With a number of seconds it
stays that long.
"""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class EmptyWindow(QMainWindow):
    """Counts its first paint as MainWindow does: one turn of the loop later."""

    def __init__(self, stay_ms: int) -> None:
        super().__init__()
        self._stay_ms = stay_ms
        self._was_painted = False
        self.resize(1280, 800)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self._painted)

    def _painted(self) -> None:
        print(time.monotonic_ns(), flush=True)
        QTimer.singleShot(self._stay_ms, QApplication.quit)


def main() -> int:
    application = QApplication(sys.argv)
    window = EmptyWindow(int(sys.argv[1]) * 1_000 if len(sys.argv) > 1 else 0)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
