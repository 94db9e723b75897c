"""Handing a clip to the system: its player, or its file browser."""

import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from videogen_desktop.domain.clip import CLIP_SUFFIXES


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
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
