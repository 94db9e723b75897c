"""A file that somebody chose, read to its end: it may be gone, a pipe, a device, or without bound.

Runs in the helper process: a file server that does not answer costs that, and nothing else.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from videogen_desktop.domain.intake import InputRefusal
from videogen_desktop.media.protocol import RefusedInputError

_CHUNK_BYTES = 1 << 20
_REASONS = {
    errno.ENOENT: InputRefusal.MISSING,
    errno.ENOTDIR: InputRefusal.MISSING,
    errno.EACCES: InputRefusal.FORBIDDEN,
    errno.EPERM: InputRefusal.FORBIDDEN,
    errno.EISDIR: InputRefusal.NOT_A_FILE,
    errno.ENXIO: InputRefusal.NOT_A_FILE,
    # A link to itself leads nowhere.
    errno.ELOOP: InputRefusal.MISSING,
}
# Windows has none of it.
_NEVER_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


def read_whole(path: Path, most_bytes: int) -> bytes:
    """Its bytes. Raises RefusedInputError."""
    with _opened(path, most_bytes) as file, _refusals():
        content = file.read(most_bytes + 1)
    # It may have grown or shrunk since it was opened.
    _check_length(len(content), most_bytes)
    return content


def copy_whole(path: Path, destination: Path, most_bytes: int) -> None:
    """Write the same bytes to `destination`, flushed. Raises RefusedInputError, or OSError when
    that cannot be written."""
    copied = 0
    with _opened(path, most_bytes) as file, destination.open("wb") as copy:
        while chunk := _read(file):
            copied += copy.write(chunk)
            _check_length(copied, most_bytes)
        _check_length(copied, most_bytes)
        copy.flush()
        os.fsync(copy.fileno())


def _read(file: BinaryIO) -> bytes:
    with _refusals():
        return file.read(_CHUNK_BYTES)


@contextmanager
def _opened(path: Path, most_bytes: int) -> Iterator[BinaryIO]:
    with _refusals():
        # Looked at before, because opening some devices does something, and after, because it may
        # be another one by then.
        _check_regular(path.stat())
        number = os.open(path, os.O_RDONLY | _NEVER_WAIT | getattr(os, "O_BINARY", 0))
    with os.fdopen(number, "rb") as file:
        status = os.fstat(number)
        _check_regular(status)
        _check_length(status.st_size, most_bytes)
        yield file


def _check_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise RefusedInputError(InputRefusal.NOT_A_FILE)


def _check_length(length: int, most_bytes: int) -> None:
    if length > most_bytes:
        raise RefusedInputError.too_many_bytes(length, most_bytes)
    if length == 0:
        raise RefusedInputError(InputRefusal.EMPTY)


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        # ValueError: a name that no file can have.
        number = getattr(error, "errno", errno.ENOENT)
        reason = _REASONS.get(number, InputRefusal.UNREADABLE)
        raise RefusedInputError(reason) from error
