"""Folders of the user's own choice: where they are, and what is never made in their place."""

import errno
import os
from pathlib import Path

# Where systems put drives that come and go; each has a folder of its own below.
_DRIVES = tuple(map(Path, ("/run/media", "/media", "/mnt", "/Volumes")))


def chosen_folder(text: str) -> Path:
    """The folder that a setting names: `~` is the home, and what names no place from the root is
    below the home, wherever the program was started."""
    try:
        path = Path(text).expanduser()
    except RuntimeError:  # somebody's home that nobody knows
        path = Path(text)
    return path if path.is_absolute() else Path.home() / path


def make_folder(folder: Path) -> None:
    """Make it where it is missing, but not in the place of a drive that is not plugged in: that
    would fill the system's disk, and hide what comes when it is. Raises OSError."""
    if not folder.exists() and _is_on_absent_drive(folder):
        raise FileNotFoundError(errno.ENOENT, "the drive is not here", os.fspath(folder))
    folder.mkdir(parents=True, exist_ok=True)


def _is_on_absent_drive(folder: Path) -> bool:
    for drives in _DRIVES:
        if drives in folder.parents:
            below = [path for path in (folder, *folder.parents) if drives in path.parents]
            # Not Path.is_mount, which Windows has from Python 3.12 on only.
            return not any(os.path.ismount(path) for path in below)
    return False
