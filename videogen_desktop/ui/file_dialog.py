"""The one way to a file dialog: none of them looks into files.

Qt's own dialog and GTK's read the beginning of every file they show, to name its kind. In the
folder of the library that drops the engine's locks: POSIX takes all of a process's locks on a file
away when any part of the process closes that file, and another process could write into a
transaction.
"""

import os
import sys
from functools import cache

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QStyle, QWidget

# Their dialogs are another process's.
_PORTALS = ("xdgdesktopportal", "flatpak", "snap")


class _KnownByName(QAbstractFileIconProvider):
    """Folder or file: what a name tells. Also called on Qt's own threads: it only hands out."""

    def __init__(self) -> None:
        super().__init__()
        style = QApplication.style()
        self._file = style.standardIcon(QStyle.StandardPixmap.SP_FileIcon)
        self._folder = style.standardIcon(QStyle.StandardPixmap.SP_DirIcon)

    def icon(self, what: QFileInfo | QAbstractFileIconProvider.IconType) -> QIcon:
        if isinstance(what, QFileInfo):
            return self._folder if what.isDir() else self._file
        return self._file if what is self.IconType.File else self._folder

    def type(self, info: QFileInfo) -> str:
        return "" if info.isDir() else info.suffix().upper()


@cache
def _known_by_name() -> _KnownByName:
    # A dialog does not keep its provider, and its thread may outlive the dialog.
    return _KnownByName()


def file_dialog(parent: QWidget | None, title: str, folder: str = "") -> QFileDialog:
    """A dialog that begins in `folder`; main thread only."""
    dialog = QFileDialog(parent, title, folder)
    if sys.platform == "linux" and not _is_another_process():
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setIconProvider(_known_by_name())
    return dialog


def _is_another_process() -> bool:
    chosen = os.environ.get("QT_QPA_PLATFORMTHEME", "")
    return chosen in _PORTALS or "FLATPAK_ID" in os.environ or "SNAP" in os.environ
