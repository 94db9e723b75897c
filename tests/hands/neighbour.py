"""Another program beside the window, which files and text are dragged to and from.

Run by itself it is that program; `Neighbour` starts it and hears what was dropped on it.
"""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.hands.desktop import Desktop, wait_until
from tests.hands.person import Point

# Below the cards and beside the composer, in the middle of nothing.
_LEFT, _TOP, _WIDTH, _HEIGHT = 1130, 430, 200, 110


class Neighbour:
    """A window of its own, always in front, at a place where the program has nothing."""

    place: Point = (_LEFT + _WIDTH // 2, _TOP + _HEIGHT // 2)

    def __init__(self, desktop: Desktop, *given: str) -> None:
        """`given` is what a drag from it carries: paths of files, or a text."""
        root = str(Path(__file__).parents[2])
        self._program = desktop.start(
            *(sys.executable, "-m", __name__, *given), reads=True, variables={"PYTHONPATH": root}
        )
        assert self._program.stdout is not None
        # A read comes back at once, also without a line.
        os.set_blocking(self._program.stdout.fileno(), False)
        wait_until(lambda: self._said() == "ready", "the program beside it")

    def _said(self) -> object:
        assert self._program.stdout is not None
        line = self._program.stdout.readline()
        return json.loads(line) if line else None

    def dropped(self) -> list[str]:
        """The addresses of the next files that are dropped on it."""
        uris = wait_until(self._said, "a drop")
        assert isinstance(uris, list)
        return uris


def _run(given: Sequence[str]) -> int:
    from PySide6.QtCore import QMimeData, Qt, QUrl
    from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QMouseEvent
    from PySide6.QtWidgets import QApplication, QWidget

    def say(what: object) -> None:
        sys.stdout.write(json.dumps(what) + "\n")
        sys.stdout.flush()

    class Window(QWidget):
        def mouseMoveEvent(self, event: QMouseEvent) -> None:
            data = QMimeData()
            if all(Path(one).is_file() for one in given):
                data.setUrls([QUrl.fromLocalFile(one) for one in given])
            else:
                data.setText(" ".join(given))
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)

        def dragEnterEvent(self, event: QDragEnterEvent) -> None:
            if event.mimeData().hasFormat("text/uri-list"):
                event.acceptProposedAction()

        def dropEvent(self, event: QDropEvent) -> None:
            event.acceptProposedAction()
            uris = event.mimeData().data("text/uri-list").toStdString()
            say(uris.split())

    application = QApplication(sys.argv[:1])
    hints = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
    window = Window(None, hints)
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    window.setAcceptDrops(True)
    window.setGeometry(_LEFT, _TOP, _WIDTH, _HEIGHT)
    window.setStyleSheet("background: #ffd400")
    window.show()
    window.windowHandle().requestUpdate()
    application.processEvents()
    say("ready")
    return application.exec()


if __name__ == "__main__":
    sys.exit(_run(sys.argv[1:]))
