"""The files that go into requests, kept by their content: `inputs/ab/abcdef….png`.

The same picture twice is one file, whoever brings it and however many at once. A file appears
whole, flushed and read-only, under the name of what it holds, so it can be checked at any time.

What nothing refers to any more is set aside for a while, and comes back when somebody asks for it:
another process may be bringing the same content at that very moment, or a deletion is undone.
"""

import asyncio
import contextlib
import errno
import hashlib
import os
import re
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from videogen_desktop import held_files
from videogen_desktop.domain.errors import InputLostError
from videogen_desktop.domain.intake import INPUT_SUFFIXES
from videogen_desktop.storage import disk_reserve
from videogen_desktop.storage.durable_names import flush_folder
from videogen_desktop.storage.failures import file_faults
from videogen_desktop.storage.private_paths import private_folder

_SHA256 = re.compile(r"[0-9a-f]{64}")
_CHUNK_BYTES = 1 << 20
_READ_ONLY, _WRITABLE = 0o400, 0o600
# Nobody works on one file for so long: whoever began it died.
_ABANDONED_SECONDS = 6 * 3600
_DAY_SECONDS = 24 * 3600
# A file that was just chosen is nowhere yet but in somebody's form.
UNUSED_DAYS, SET_ASIDE_DAYS = 7, 30
_SET_ASIDE = ".unused-"


class InputFiles:
    """One library's; any number of processes may use it. What touches the disk runs in a thread."""

    def __init__(self, folder: Path) -> None:
        """`folder` is made when it is needed."""
        self._folder = folder

    async def new_part(self, size: int) -> Path:
        """A new empty file for about `size` bytes, to be filled, flushed and kept, or discarded.

        Raises LibraryUnusableError.
        """
        return await asyncio.to_thread(self._new_part, size)

    async def keep(self, part: Path, mime: str) -> tuple[str, int]:
        """Give a whole, flushed part its name; the SHA-256 of its bytes, and their number.

        The part is gone then, also where its content was kept already. Raises LibraryUnusableError.
        """
        return await asyncio.to_thread(self._keep, part, INPUT_SUFFIXES[mime])

    async def discard(self, part: Path) -> None:
        with contextlib.suppress(OSError):
            await asyncio.to_thread(held_files.remove, part)

    async def path_of(self, sha256: str) -> Path:
        """Where the file lies. Raises InputLostError."""
        return await asyncio.to_thread(self._path_of, sha256)

    async def checked(self, sha256: str) -> Path:
        """The same, once its bytes have been read and are what they were.

        Raises InputLostError.
        """
        return await asyncio.to_thread(self._checked, sha256)

    async def missing(self, names: Iterable[str]) -> tuple[str, ...]:
        """Those of the files that are not here, in their order. None is read."""
        return await asyncio.to_thread(self._missing, tuple(names))

    async def old(self) -> tuple[str, ...]:
        """By content, what was kept more than `UNUSED_DAYS` ago. Raises LibraryUnusableError."""
        return await asyncio.to_thread(self._old)

    async def set_aside(self, names: Iterable[str]) -> None:
        """Nothing refers to these contents: they go in `SET_ASIDE_DAYS`, unless they are asked for.

        Raises LibraryUnusableError.
        """
        await asyncio.to_thread(self._set_aside, tuple(names))

    async def remove_set_aside(self) -> tuple[str, ...]:
        """What nobody asked for in time; by content, what is not here any more. Raises nothing."""
        return await asyncio.to_thread(self._remove_set_aside)

    def _new_part(self, size: int) -> Path:
        with file_faults():
            private_folder(self._folder)
            self._sweep()
            if disk_reserve.free_bytes(self._folder) < disk_reserve.needed_bytes(size):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._folder))
            number, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=self._folder)
            os.close(number)
            return Path(name)

    def _keep(self, part: Path, suffix: str) -> tuple[str, int]:
        with file_faults():
            sha256, size = _digest(part)
            target = self._folder / sha256[:2] / f"{sha256}{suffix}"
            if _holds(target, sha256):
                held_files.remove(part)
                return sha256, size
            if not target.parent.is_dir():
                private_folder(target.parent)
                flush_folder(self._folder)
            part.chmod(_READ_ONLY)
            _put(part, target, sha256)
            flush_folder(target.parent)
            return sha256, size

    def _path_of(self, sha256: str) -> Path:
        if _SHA256.fullmatch(sha256):
            # Whoever writes a request may have written anything there.
            for suffix in INPUT_SUFFIXES.values():
                path = self._folder / sha256[:2] / f"{sha256}{suffix}"
                if path.is_file() or self._brought_back(path):
                    return path
        raise InputLostError(sha256)

    def _brought_back(self, path: Path) -> bool:
        for aside in self._folder.glob(f"{_SET_ASIDE}*/{path.name}"):
            # Another one may have brought it back first, or its time has come.
            with contextlib.suppress(OSError):
                held_files.replace(aside, path)
        return path.is_file()

    def _old(self) -> tuple[str, ...]:
        before = time.time() - UNUSED_DAYS * _DAY_SECONDS
        with file_faults():
            kept = self._folder.glob("[0-9a-f][0-9a-f]/*.*")
            return tuple(path.stem for path in kept if path.stat().st_mtime < before)

    def _set_aside(self, names: tuple[str, ...]) -> None:
        with file_faults():
            aside = self._folder / f"{_SET_ASIDE}{int(time.time() // _DAY_SECONDS)}"
            for sha256 in names:
                # One that somebody removed since it was listed is gone, which is no defect.
                with contextlib.suppress(InputLostError):
                    path = self._path_of(sha256)
                    private_folder(aside)
                    held_files.replace(path, aside / path.name)

    def _remove_set_aside(self) -> tuple[str, ...]:
        last_day = time.time() // _DAY_SECONDS - SET_ASIDE_DAYS
        names = []
        for folder in self._folder.glob(f"{_SET_ASIDE}*"):
            day = folder.name.removeprefix(_SET_ASIDE)
            if not day.isdecimal() or int(day) > last_day:
                continue
            for path in folder.iterdir():
                with contextlib.suppress(OSError):
                    # Windows removes nothing that is read-only.
                    path.chmod(_WRITABLE)
                    held_files.remove(path)
                    names.append(path.stem)
            with contextlib.suppress(OSError):
                folder.rmdir()
        return self._missing(tuple(names))

    def _checked(self, sha256: str) -> Path:
        path = self._path_of(sha256)
        if not _holds(path, sha256):
            raise InputLostError(sha256)
        return path

    def _missing(self, names: tuple[str, ...]) -> tuple[str, ...]:
        lost = []
        for sha256 in names:
            try:
                self._path_of(sha256)
            except InputLostError:
                lost.append(sha256)
        return tuple(lost)

    def _sweep(self) -> None:
        """Remove what those left that died over it."""
        before = time.time() - _ABANDONED_SECONDS
        for part in self._folder.glob(".*.part"):
            with contextlib.suppress(OSError):
                if part.stat().st_mtime < before:
                    held_files.remove(part)


def _put(part: Path, target: Path, sha256: str) -> None:
    try:
        if target.exists():
            # A damaged one. Windows replaces nothing that is read-only.
            target.chmod(_WRITABLE)
        held_files.replace(part, target)
    except OSError:
        # On Windows one that another process has just put there, and reads, stays.
        if not _holds(target, sha256):
            raise
        part.chmod(_WRITABLE)
        held_files.remove(part)


def _holds(path: Path, sha256: str) -> bool:
    try:
        return _digest(path)[0] == sha256
    except OSError:
        return False


def _digest(path: Path) -> tuple[str, int]:
    """SHA-256 and number of bytes. Raises OSError."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
            size += len(chunk)
    return digest.hexdigest(), size
