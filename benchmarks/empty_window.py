"""The rival of the program's window: an empty QMainWindow. Prints when its first frame was shown.

A script of its own; it imports what a window needs and nothing else.
"""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class EmptyWindow(QMainWindow):
    """Ends the program one turn of the loop after its first paint, as MainWindow counts it."""

    def __init__(self) -> None:
        super().__init__()
        self._was_painted = False
        self.resize(1280, 800)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self._painted)

    def _painted(self) -> None:
        print(time.monotonic_ns(), flush=True)
        QApplication.quit()


def main() -> int:
    application = QApplication(sys.argv)
    window = EmptyWindow()
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
