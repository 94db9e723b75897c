"""Copies of clips where their owner wants them: whole under their name, or not there at all."""

import asyncio
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import BinaryIO, ParamSpec, TypeVar

from videogen_desktop import held_files
from videogen_desktop.domain.errors import ClipMissingError, DiskFullError, OutputRefusedError
from videogen_desktop.storage import disk_reserve
from videogen_desktop.storage.durable_names import give_name
from videogen_desktop.storage.unfinished_files import UnfinishedFiles, part_beside

# Large enough to keep a disk busy, small enough for a cancel to be heard soon on a slow share.
CHUNK_BYTES = 1 << 20
_Arguments = ParamSpec("_Arguments")
_Result = TypeVar("_Result")


async def copy_to_first_free(
    clip: Path,
    targets: Iterable[Path],
    progress: Callable[[int, int], None],
    *,
    overwrite: bool = False,
    unfinished: UnfinishedFiles,
) -> Path:
    """Copy to the first of `targets` that is free and return it; they share one folder.

    With `overwrite` the first is taken, whatever is there. The bytes go to a part beside it, and
    neither a failure nor a cancellation leaves that behind. `progress` hears of bytes copied and
    of all, on the loop. Raises OutputRefusedError, ClipMissingError.
    """
    copying = _Copying(clip, iter(targets), overwrite, unfinished)
    try:
        total = await _in_thread(copying.open)
        copied = 0
        progress(copied, total)
        while count := await _in_thread(copying.copy_chunk):
            copied += count
            progress(copied, total)
        return await _in_thread(copying.publish)
    finally:
        await _in_thread(copying.discard)


async def publish(part: Path, targets: Iterable[Path], *, overwrite: bool = False) -> Path:
    """Give a whole, flushed part the first of the names that is free, and return it; they share
    one folder. With `overwrite` the first, whatever is there. Raises OutputRefusedError."""
    return await asyncio.to_thread(_published, part, iter(targets), overwrite)


def _published(part: Path, targets: Iterator[Path], overwrite: bool) -> Path:
    target = next(targets)
    with _writing(target):
        while not give_name(part, target, overwrite=overwrite):
            following = next(targets, None)
            if following is None:
                raise OutputRefusedError(target, "exists")
            target = following
    return target


class _Copying:
    """One copy; each method blocks, and no two run at once."""

    def __init__(
        self, clip: Path, targets: Iterator[Path], overwrite: bool, unfinished: UnfinishedFiles
    ) -> None:
        self._clip = clip
        self._targets = targets
        self._target = next(targets)
        self._overwrite = overwrite
        self._unfinished = unfinished
        self._files = ExitStack()
        self._parts = ExitStack()
        self._source: BinaryIO
        self._copy: BinaryIO
        self._part: Path
        self._reserve = 0
        self._left = 0

    def open(self) -> int:
        """Return the clip's size in bytes."""
        with _reading(self._clip):
            self._source = self._files.enter_context(self._clip.open("rb"))
            total = os.fstat(self._source.fileno()).st_size
        with _writing(self._target):
            while not self._overwrite and os.path.lexists(self._target):
                self._take_next_target()
            self._part = part_beside(self._target)
            self._parts.enter_context(self._unfinished.noted(self._part))
            self._copy = self._files.enter_context(self._part.open("xb", buffering=0))
            self._reserve = disk_reserve.reserve_of(self._part.parent, self._clip)
            self._need_room(total)
        self._left = total
        return total

    def copy_chunk(self) -> int:
        """Return how many bytes were copied, 0 at the end."""
        with _reading(self._clip):
            chunk = memoryview(self._source.read(CHUNK_BYTES))
        with _writing(self._target):
            rest = chunk
            while rest:
                rest = rest[self._copy.write(rest) :]
            self._left = max(self._left - len(chunk), 0)
            self._need_room(self._left)
        return len(chunk)

    def publish(self) -> Path:
        with _writing(self._target):
            os.fsync(self._copy.fileno())
            self._files.close()
        targets = chain((self._target,), self._targets)
        return _published(self._part, targets, self._overwrite)

    def discard(self) -> None:
        """Remove what is left of a copy that was not published; after that, nothing is."""
        # A full network drive may report that once more when its file is closed.
        for left in (self._files, self._parts):
            with suppress(OSError):
                left.close()

    def _need_room(self, to_write: int) -> None:
        if self._reserve:
            disk_reserve.need_room(self._part.parent, to_write, self._reserve)

    def _take_next_target(self) -> None:
        target = next(self._targets, None)
        if target is None:
            raise OutputRefusedError(self._target, "exists")
        self._target = target


@contextmanager
def _reading(clip: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ClipMissingError(clip) from error


@contextmanager
def _writing(target: Path) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        # Windows says so of a name that is too long, too.
        is_there = target.parent.is_dir()
        raise OutputRefusedError(target, "unwritable" if is_there else "folder_missing") from error
    except DiskFullError as error:
        raise OutputRefusedError(target, "full") from error
    except (OSError, ValueError) as error:  # ValueError: no path at all
        full = isinstance(error, OSError) and disk_reserve.is_full(error)
        raise OutputRefusedError(target, "full" if full else "unwritable") from error


async def _in_thread(
    function: Callable[_Arguments, _Result], *args: _Arguments.args, **kwargs: _Arguments.kwargs
) -> _Result:
    """A cancellation is heard when the thread is done: until then it has the file in its hands."""
    work = asyncio.create_task(asyncio.to_thread(function, *args, **kwargs))
    try:
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        while not work.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait([work])
        raise


class MadeCopies:
    """Copies that were made in this run, for as long as they are what was written. Each method
    blocks."""

    def __init__(self, most: int = 500) -> None:
        """The oldest are forgotten beyond `most`."""
        self._most = most
        self._marks: dict[Path, tuple[int, int, int]] = {}

    def remember(self, copy: Path) -> None:
        mark = _mark(copy)
        if mark is not None:
            self._marks[copy] = mark
        while len(self._marks) > self._most:
            del self._marks[next(iter(self._marks))]

    def take_back(self, copy: Path) -> bool:
        """Remove it, unless somebody has changed or replaced it, or it is none of ours. Whether it
        went; raises OSError."""
        mark = self._marks.pop(copy, None)
        if mark is None or _mark(copy) != mark:
            return False
        held_files.remove(copy)
        return True


def _mark(path: Path) -> tuple[int, int, int] | None:
    """What another content of the same name would not have."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def copy_clip(clip: Path, output: Path) -> None:
    """Copy to a new file; an existing one is never overwritten, and half a copy never stays.

    Raises OutputRefusedError: "full" before the reserve of that disk is touched.
    """
    try:
        with clip.open("rb") as source, output.open("xb") as target:
            try:
                _copy_watched(source, target, output.parent)
                target.flush()
                os.fsync(target.fileno())
            except BaseException:
                target.close()
                held_files.remove(output)
                raise
    except FileExistsError as error:
        raise OutputRefusedError(output, "exists") from error
    except DiskFullError as error:
        raise OutputRefusedError(output, "full") from error
    except OSError as error:
        reason = "full" if disk_reserve.is_full(error) else "unwritable"
        raise OutputRefusedError(output, reason) from error


def _copy_watched(source: BinaryIO, target: BinaryIO, folder: Path) -> None:
    total = os.fstat(source.fileno()).st_size
    disk_reserve.need_room(folder, total)
    watch = disk_reserve.ReserveWatch(folder, total)
    while chunk := source.read(disk_reserve.LOOK_EVERY_BYTES):
        target.write(chunk)
        watch.wrote(target.tell())


def write_text(path: Path, text: str) -> None:
    """A new file of UTF-8 as it stands, flushed to the disk. Raises OutputRefusedError."""
    with _writing(path), path.open("xb") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())
