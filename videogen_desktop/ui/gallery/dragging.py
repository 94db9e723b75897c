"""Clips dragged out of the window, to any program that takes files."""

from collections.abc import Iterable

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.video import LibraryItem

# A drag carries no more files than a person means to drop.
MOST_DRAGGED = 200
_WIDTH = 160


def files_of(items: Iterable[LibraryItem]) -> QMimeData | None:
    """The addresses of their clips; None when none of them is on this machine."""
    clips = [item.clip for item in items if item.clip is not None]
    if not clips:
        return None
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(clip)) for clip in clips])
    return data


def drag_out(source: QWidget, data: QMimeData, picture: QPixmap) -> None:
    """Drag copies of the files until they are dropped or the user thinks better of it."""
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(picture.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation))
    drag.exec(Qt.DropAction.CopyAction)
