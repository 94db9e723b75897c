"""The room that stays free on a disk, whatever we write: database and system need some too."""

import errno
import shutil
from pathlib import Path

from videogen_desktop.domain.errors import DiskFullError

RESERVE_BYTES = 64 << 20
# What is written between two looks. A look costs microseconds; a file server may need a
# millisecond for it.
LOOK_EVERY_BYTES = 1 << 20
# Some write at once, and each only sees what the others have written already.
HEADROOM_BYTES = 4 << 20
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})


def free_bytes(folder: Path) -> int:
    """What is free where the folder is, or will be. Raises OSError."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free


def needed_bytes(to_write: int, reserve_bytes: int = RESERVE_BYTES) -> int:
    """What must be free before so many bytes are written."""
    return to_write + reserve_bytes + HEADROOM_BYTES


def need_room(folder: Path, to_write: int, reserve_bytes: int = RESERVE_BYTES) -> None:
    """Look before, and while, so many bytes are written. Raises DiskFullError, OSError."""
    needed, free = needed_bytes(to_write, reserve_bytes), free_bytes(folder)
    if free < needed:
        raise DiskFullError(folder, needed, free)


def reserve_of(folder: Path, library: Path) -> int:
    """Bytes to leave free where `folder` is: the disk that a file of the library is on keeps its
    reserve, a stick may be filled to its last byte. Raises OSError."""
    return RESERVE_BYTES if folder.stat().st_dev == library.stat().st_dev else 0


def is_full(error: OSError) -> bool:
    """Whether the system says that the disk, or the user's quota on it, is full."""
    return error.errno in _FULL


class ReserveWatch:
    """Looks at the disk while one file is written to it; blocks for as long as a look does."""

    def __init__(
        self, folder: Path, total_bytes: int | None, reserve_bytes: int = RESERVE_BYTES
    ) -> None:
        """Without `total_bytes` nobody knows how much is still to come."""
        self._folder = folder
        self._total = total_bytes
        self._reserve = reserve_bytes
        self._seen_at = 0

    def wrote(self, position: int) -> None:
        """The file has so many bytes now. Raises DiskFullError, OSError."""
        if position - self._seen_at < LOOK_EVERY_BYTES:
            return
        self._seen_at = position
        left = 0 if self._total is None else max(self._total - position, 0)
        need_room(self._folder, left, self._reserve)
