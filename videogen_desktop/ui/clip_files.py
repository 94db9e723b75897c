"""Handing a clip to the system: its player, or its file browser."""

import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from videogen_desktop.domain.clip import CLIP_SUFFIXES

# Waits for an answer: without one the folder is opened in another way.
_FILE_MANAGER = (
    "--session",
    "--print-reply",
    "--reply-timeout=3000",
    "--dest=org.freedesktop.FileManager1",
    "/org/freedesktop/FileManager1",
)


def open_clip(path: Path) -> bool:
    """Open the clip in the system's own player; False when that did not work. Main thread."""
    # The system runs whatever its suffix says: only ever hand over what a clip is.
    if path.suffix.lower() not in CLIP_SUFFIXES or not path.is_file():
        return False
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def reveal_clip(path: Path) -> bool:
    """Show the clip in the system's file browser; False when that did not work. Main thread."""
    if not path.exists():
        return False
    # Not at the top: its enumerations cost 3 ms before the first card.
    from PySide6.QtCore import QProcess

    if sys.platform == "win32":
        return QProcess.startDetached("explorer.exe", ["/select,", str(path)])[0]
    if sys.platform == "darwin":
        return QProcess.startDetached("/usr/bin/open", ["-R", str(path)])[0]
    return _show_in_file_manager(path)


def _show_in_file_manager(path: Path) -> bool:
    """Linux: the file manager that has the name on the session's bus marks the file; where there is
    none, its folder opens."""
    from PySide6.QtCore import QCoreApplication, QProcess

    address = QUrl.fromLocalFile(str(path)).toString(QUrl.ComponentFormattingOption.FullyEncoded)
    process = QProcess(QCoreApplication.instance())
    # What the tool separates by a comma would be two files.
    files = "array:string:" + address.replace(",", "%2C")
    call = (*_FILE_MANAGER, "org.freedesktop.FileManager1.ShowItems", files, "string:")

    def ended(code: int) -> None:
        process.deleteLater()
        if code != 0:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    process.finished.connect(ended)
    process.errorOccurred.connect(lambda _error: ended(1))
    process.start("dbus-send", list(call))
    return True
