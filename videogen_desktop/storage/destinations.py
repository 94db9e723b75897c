"""Places of the user's own choice for results: found, made, and tried before anything is paid."""

import errno
import os
import tempfile
from pathlib import Path

from videogen_desktop import held_files
from videogen_desktop.domain.errors import ClipFolderUnusableError, OutputRefusedError
from videogen_desktop.storage import disk_reserve

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


def check_clip_folder(folder: Path) -> None:
    """Make the folder where it is missing, and a file in it. Raises ClipFolderUnusableError."""
    try:
        str(folder).encode()
    except UnicodeEncodeError as error:
        # The library keeps paths as text, and takes no half characters.
        raise ClipFolderUnusableError(folder, "name") from error
    if folder.is_symlink() and not folder.exists():
        raise ClipFolderUnusableError(folder, "dangling")
    if os.path.lexists(folder) and not folder.is_dir():
        raise ClipFolderUnusableError(folder, "not_a_folder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Where the system can, a file without a name: whoever dies here leaves nothing behind.
        with tempfile.TemporaryFile(prefix=".", suffix=".part", dir=folder):
            pass
        free = disk_reserve.free_bytes(folder)
    except OSError as error:
        reason = "full" if disk_reserve.is_full(error) else "forbidden"
        raise ClipFolderUnusableError(folder, reason) from error
    if free < disk_reserve.needed_bytes(0):
        raise ClipFolderUnusableError(folder, "full")


def check_output(path: Path) -> None:
    """Whether a new file can be made there, before anything is paid. Raises OutputRefusedError."""
    try:
        if os.path.lexists(path):
            raise OutputRefusedError(path, "exists")
        if not path.parent.is_dir():
            raise OutputRefusedError(path, "folder_missing")
        with path.open("xb"):
            pass
        held_files.remove(path)
        if disk_reserve.free_bytes(path.parent) < disk_reserve.RESERVE_BYTES:
            raise OutputRefusedError(path, "full")
    except FileExistsError as error:
        raise OutputRefusedError(path, "exists") from error
    except (OSError, ValueError) as error:  # ValueError: no path at all
        raise OutputRefusedError(path, "unwritable") from error


def _is_on_absent_drive(folder: Path) -> bool:
    for drives in _DRIVES:
        if drives in folder.parents:
            below = [path for path in (folder, *folder.parents) if drives in path.parents]
            # Not Path.is_mount, which Windows has from Python 3.12 on only.
            return not any(os.path.ismount(path) for path in below)
    return False
