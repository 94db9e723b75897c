"""Another program beside the window, which files and text are dragged to and from.

Run by itself it is that program; `Neighbour` starts it and hears what was dropped on it.
"""

import json
import os
import sys
from pathlib import Path
from typing import Self

from tests.hands.desktop import Desktop, end, wait_until
from tests.hands.person import Point

# Below the cards and beside the composer, in the middle of nothing.
_LEFT, _TOP, _WIDTH, _HEIGHT = 1130, 430, 200, 110


class Neighbour:
    """A window of its own, always in front, at a place where the program has nothing."""

    place: Point = (_LEFT + _WIDTH // 2, _TOP + _HEIGHT // 2)

    def __init__(self, desktop: Desktop) -> None:
        root = str(Path(__file__).parents[2])
        self._program = desktop.start(
            *(sys.executable, "-m", __name__), reads=True, variables={"PYTHONPATH": root}
        )
        assert self._program.stdout is not None
        # A read comes back at once, also without a line.
        os.set_blocking(self._program.stdout.fileno(), False)
        wait_until(lambda: self._said() == "ready", "the program beside it")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        end(self._program)

    def offer(self, given: str) -> None:
        """What a drag from it carries from now on: the path of a file, or a text."""
        assert self._program.stdin is not None
        self._program.stdin.write(json.dumps(given).encode() + b"\n")
        self._program.stdin.flush()
        wait_until(lambda: self._said() == "ready", "its answer")

    def _said(self) -> object:
        assert self._program.stdout is not None
        line = self._program.stdout.readline()
        return json.loads(line) if line else None

    def dropped(self) -> list[str]:
        """The addresses of the next files that are dropped on it."""
        uris = wait_until(self._said, "a drop")
        assert isinstance(uris, list)
        return uris


def _run() -> int:
    from PySide6.QtCore import QMimeData, QSocketNotifier, Qt, QUrl
    from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QMouseEvent
    from PySide6.QtWidgets import QApplication, QWidget

    def say(what: object) -> None:
        sys.stdout.write(json.dumps(what) + "\n")
        sys.stdout.flush()

    class Window(QWidget):
        given = ""

        def take(self) -> None:
            self.given = json.loads(sys.stdin.readline())
            say("ready")

        def mouseMoveEvent(self, event: QMouseEvent) -> None:
            data = QMimeData()
            if Path(self.given).is_file():
                data.setUrls([QUrl.fromLocalFile(self.given)])
            else:
                data.setText(self.given)
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
    offered = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, window)
    offered.activated.connect(window.take)
    say("ready")
    return application.exec()


if __name__ == "__main__":
    sys.exit(_run())
