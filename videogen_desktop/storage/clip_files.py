"""Video files on disk: downloads and their names, the clips of a folder, and the way to the bin.

A download is written beside its place, flushed, and only then given its name.
"""

import asyncio
import contextlib
import errno
import hashlib
import os
import stat
from collections.abc import Callable
from itertools import chain, count
from pathlib import Path
from types import TracebackType

from videogen_desktop import held_files
from videogen_desktop.domain.errors import DiskFullError
from videogen_desktop.domain.file_names import safe_stem
from videogen_desktop.storage import disk_reserve
from videogen_desktop.storage.destinations import make_folder
from videogen_desktop.storage.disk_reserve import (
    RESERVE_BYTES,
    ReserveWatch,
    needed_bytes,
)
from videogen_desktop.storage.durable_names import give_name
from videogen_desktop.storage.private_paths import private_file

_SUFFIXES = frozenset({".mp4", ".mov", ".m4v"})
_MOST_FILES = 200_000
_CHUNK_BYTES = 1 << 20


class ClipFiles:
    """The folder of finished clips; every method that touches the disk runs in a thread."""

    def __init__(self, folder: Path, reserve_bytes: int = RESERVE_BYTES) -> None:
        self._folder = folder
        self.reserve_bytes = reserve_bytes

    @property
    def folder(self) -> Path:
        return self._folder

    def part_path(self, video_id: str, result_number: int = 1) -> Path:
        """Where the bytes of an unfinished download are kept across restarts."""
        further = "" if result_number == 1 else f".{result_number}"
        return self._folder / f".{video_id}{further}.mp4.part"

    def tagged_path(self, video_id: str) -> Path:
        """Where a copy with tags is written, beside the part that it is to replace."""
        return self._folder / f".{video_id}.tagged.mp4.part"

    async def replace(self, copy: Path, part: Path) -> None:
        """Let a flushed copy take the part's place in one step. Raises OSError."""
        await asyncio.to_thread(give_name, copy, part, overwrite=True)

    async def free_bytes(self) -> int:
        """What is free where the clips are, also before their folder exists. Raises OSError."""
        return await asyncio.to_thread(disk_reserve.free_bytes, self._folder)

    async def has_reserve(self) -> bool:
        """Whether the reserve is free now. Raises OSError."""
        return await self.free_bytes() >= self.reserve_bytes

    @property
    def least_bytes(self) -> int:
        """With less than this free nothing may come at all."""
        return needed_bytes(0, self.reserve_bytes)

    async def need_space(self, total_bytes: int | None, held_bytes: int) -> None:
        """Look before a file of `total_bytes` comes, of which `held_bytes` are here already.

        Raises DiskFullError. A file of unknown length needs the reserve alone: whoever writes it
        looks again and again.
        """
        total = total_bytes or 0
        # Once for the file and once for its copy with the tags.
        await asyncio.to_thread(
            disk_reserve.need_room,
            *(self._folder, max(total - held_bytes, 0) + total, self.reserve_bytes),
        )

    async def need_copy_space(self, size: int) -> None:
        """Look before a clip of that many bytes is copied here. Raises DiskFullError, OSError."""
        await asyncio.to_thread(disk_reserve.need_room, self._folder, size, self.reserve_bytes)

    async def did_not_fit(self, total_bytes: int | None) -> DiskFullError:
        """What a file waits for of which nothing was kept. Of one that never said its length it
        is known only that all that is free was too little."""
        free = await self.free_bytes()
        if total_bytes is None:
            return DiskFullError(self._folder, free + self.reserve_bytes, free)
        return DiskFullError(self._folder, needed_bytes(2 * total_bytes, self.reserve_bytes), free)

    async def open_part(
        self, part: Path, offset: int, total_bytes: int | None = None
    ) -> "PartFile":
        """Open for writing from `offset`; whatever stood behind it goes.

        Raises OSError, also when fewer bytes than that are there.
        """
        watch = ReserveWatch(self._folder, total_bytes, self.reserve_bytes)
        opening = asyncio.create_task(asyncio.to_thread(PartFile, part, offset, watch))
        try:
            return await asyncio.shield(opening)
        except asyncio.CancelledError:
            # The thread opens it all the same, and nobody else would close it.
            with contextlib.suppress(OSError):
                (await opening).close()
            raise

    async def size(self, path: Path) -> int:
        """Bytes on disk, 0 when there is no such file."""
        return await asyncio.to_thread(_size, path)

    async def free_name(self, prompt: str, video_id: str, suffix: str = ".mp4") -> Path:
        """A name from the prompt that no file has yet."""
        return await asyncio.to_thread(self._free_name, prompt, video_id, suffix)

    async def publish(self, part: Path, target: Path) -> bool:
        """Give a whole, flushed part its name; False when another file has taken it.

        Doing it again after a crash in the middle completes it. Raises OSError.
        """
        return await asyncio.to_thread(give_name, part, target)

    async def was_published(self, part: Path, target: Path) -> bool:
        """Whether `target` is the whole clip that `part` was, also after a crash in between."""
        return await asyncio.to_thread(_was_published, part, target)

    async def discard(self, part: Path) -> None:
        await asyncio.to_thread(held_files.remove, part)

    def _free_name(self, prompt: str, video_id: str, suffix: str = ".mp4") -> Path:
        stem = safe_stem(prompt)
        names = chain(
            (stem, f"{stem} {video_id[:8]}", f"{stem} {video_id}"),
            (f"{stem} {video_id} ({number})" for number in count(2)),
        )
        targets = (self._folder / f"{name}{suffix}" for name in names)
        return next(target for target in targets if not os.path.lexists(target))


class PartFile:
    """An open part. Use as an async context manager; leaving it flushes to the disk."""

    def __init__(self, path: Path, offset: int, watch: ReserveWatch) -> None:
        self._watch = watch
        make_folder(path.parent)
        private_file(path)
        self._file = path.open("r+b")
        if self._file.seek(0, os.SEEK_END) < offset:
            self._file.close()
            # Growing it would fill the gap with zeros, and the length would look right.
            raise FileNotFoundError(errno.ENOENT, "the beginning is gone", str(path))
        self._file.truncate(offset)
        self._file.seek(offset)

    async def write(self, chunk: bytes) -> None:
        """Raises DiskFullError before the reserve of the disk is touched, OSError."""
        await asyncio.to_thread(self._write, chunk)

    def _write(self, chunk: bytes) -> None:
        self._file.write(chunk)
        self._watch.wrote(self._file.tell())

    def close(self) -> None:
        """Before anything was written; otherwise leaving it does."""
        self._file.close()

    async def __aenter__(self) -> "PartFile":
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await asyncio.to_thread(self._flush_and_close)

    def _flush_and_close(self) -> None:
        with self._file:
            self._file.flush()
            os.fsync(self._file.fileno())


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _was_published(part: Path, target: Path) -> bool:
    if not _size(target):
        return False
    if not part.exists():
        return True
    return part.samefile(target) and give_name(part, target)


def _never() -> bool:
    return False


async def clips_below(folder: Path, is_unwanted: Callable[[], bool] = _never) -> tuple[Path, ...]:
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


class Trash:
    """Takes files off the user's hands in a way that can be undone."""

    async def take(self, path: Path) -> None:
        """Move the file to the bin; one that is gone already is fine. Raises OSError."""
        await asyncio.to_thread(_move_to_bin, path)


def _move_to_bin(path: Path) -> None:
    if path.exists():
        # Here, because on Linux it loads GLib's bindings where they are installed.
        from send2trash import send2trash

        held_files.once_let_go(lambda: send2trash(path))
