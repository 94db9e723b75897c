"""Clips that lie in a folder, as `import` looks for them."""

import asyncio
import errno
import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

_SUFFIXES = frozenset({".mp4", ".mov", ".m4v"})
_MOST_FILES = 200_000
_CHUNK_BYTES = 1 << 20


def _for_ever() -> bool:
    return False


async def clips_below(
    folder: Path, is_unwanted: Callable[[], bool] = _for_ever
) -> tuple[Path, ...]:
    """The clips in the folder and below, the oldest first, at most 200,000.

    Neither hidden files (unfinished downloads are) nor folders behind links. `is_unwanted` is
    asked in between, on another thread, and ends the search. A folder below that cannot be read,
    and a file that cannot be looked at, are named like clips: reading them says why. Raises OSError
    when the folder itself cannot be read.
    """
    return await asyncio.to_thread(_clips_below, folder, is_unwanted)


async def sha256_of(path: Path) -> str:
    """Of the file's bytes, in hexadecimal. Raises OSError."""
    return await asyncio.to_thread(_sha256_of, path)


async def size_and_time(path: Path) -> tuple[int, int]:
    """Bytes, and when it was written in UTC milliseconds, of a file that can be read.

    Raises OSError.
    """
    status = await asyncio.to_thread(_status_of, path)
    return status.st_size, status.st_mtime_ns // 1_000_000


def _clips_below(folder: Path, is_unwanted: Callable[[], bool]) -> tuple[Path, ...]:
    # os.walk passes over a folder that cannot be read, also the first.
    with os.scandir(folder.absolute()):
        pass
    found: list[tuple[int, Path]] = []

    def unreadable(error: OSError) -> None:
        found.append((0, Path(error.filename)))

    for place, folders, names in os.walk(folder.absolute(), onerror=unreadable):
        if is_unwanted():
            break
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place, name)
            if name.startswith(".") or path.suffix.lower() not in _SUFFIXES:
                continue
            if len(found) < _MOST_FILES and (written_at := _written_at(path)) is not None:
                found.append((written_at, path))
    return tuple(path for _, path in sorted(found))


def _written_at(path: Path) -> int | None:
    """In nanoseconds; None for what is no file, 0 where nobody may look."""
    try:
        return path.stat().st_mtime_ns if path.is_file() else None
    except OSError:
        return 0


def _status_of(path: Path) -> os.stat_result:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    with path.open("rb"):
        return status


def _sha256_of(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()
