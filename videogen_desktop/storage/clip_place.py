"""Whether results could be kept where they are to go: asked before anything is paid for."""

import contextlib
import os
import tempfile
from pathlib import Path

from videogen_desktop.domain.errors import ClipFolderUnusableError
from videogen_desktop.storage import disk_reserve


def check_clip_place(folder: Path) -> None:
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
        number, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=folder)
        os.close(number)
        with contextlib.suppress(OSError):
            Path(name).unlink()
        free = disk_reserve.free_bytes(folder)
    except OSError as error:
        reason = "full" if disk_reserve.is_full(error) else "forbidden"
        raise ClipFolderUnusableError(folder, reason) from error
    if free < disk_reserve.needed_bytes(0):
        raise ClipFolderUnusableError(folder, "full")
