"""Video files on disk: written beside their place, flushed, and only then given their name."""

import asyncio
import errno
import os
import shutil
import sys
from itertools import chain, count
from pathlib import Path
from types import TracebackType

from videogen_desktop.domain.errors import OutputRefusedError
from videogen_desktop.domain.file_names import safe_stem


class ClipFiles:
    """The folder of finished clips; every method that touches the disk runs in a thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def folder(self) -> Path:
        return self._folder

    def part_path(self, video_id: str) -> Path:
        """Where the bytes of an unfinished download are kept across restarts."""
        return self._folder / f".{video_id}.mp4.part"

    async def open_part(self, part: Path, offset: int) -> "PartFile":
        """Open for writing from `offset`; whatever stood behind it goes.

        Raises OSError, also when fewer bytes than that are there.
        """
        return await asyncio.to_thread(PartFile, part, offset)

    async def size(self, path: Path) -> int:
        """Bytes on disk, 0 when there is no such file."""
        return await asyncio.to_thread(_size, path)

    async def free_name(self, prompt: str, video_id: str) -> Path:
        """A name from the prompt that no file has yet."""
        return await asyncio.to_thread(self._free_name, prompt, video_id)

    async def publish(self, part: Path, target: Path) -> bool:
        """Give a whole, flushed part its name; False when another file has taken it.

        Doing it again after a crash in the middle completes it. Raises OSError.
        """
        return await asyncio.to_thread(give_name, part, target)

    async def was_published(self, part: Path, target: Path) -> bool:
        """Whether `target` is the whole clip that `part` was, also after a crash in between."""
        return await asyncio.to_thread(_was_published, part, target)

    async def discard(self, part: Path) -> None:
        await asyncio.to_thread(part.unlink, missing_ok=True)

    def _free_name(self, prompt: str, video_id: str) -> Path:
        stem = safe_stem(prompt)
        names = chain(
            (stem, f"{stem} {video_id[:8]}", f"{stem} {video_id}"),
            (f"{stem} {video_id} ({number})" for number in count(2)),
        )
        targets = (self._folder / f"{name}.mp4" for name in names)
        return next(target for target in targets if not os.path.lexists(target))


class PartFile:
    """An open part. Use as an async context manager; leaving it flushes to the disk."""

    def __init__(self, path: Path, offset: int) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("r+b" if path.exists() else "w+b")
        if self._file.seek(0, os.SEEK_END) < offset:
            self._file.close()
            # Growing it would fill the gap with zeros, and the length would look right.
            raise FileNotFoundError(errno.ENOENT, "the beginning is gone", str(path))
        self._file.truncate(offset)
        self._file.seek(offset)

    async def write(self, chunk: bytes) -> None:
        await asyncio.to_thread(self._file.write, chunk)

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


def check_output(path: Path) -> None:
    """Whether a new file can be made there, before anything is paid. Raises OutputRefusedError."""
    try:
        if os.path.lexists(path):
            raise OutputRefusedError(path, "exists")
        if not path.parent.is_dir():
            raise OutputRefusedError(path, "folder_missing")
        with path.open("xb"):
            pass
        path.unlink()
    except FileExistsError as error:
        raise OutputRefusedError(path, "exists") from error
    except (OSError, ValueError) as error:  # ValueError: no path at all
        raise OutputRefusedError(path, "unwritable") from error


def copy_clip(clip: Path, output: Path) -> None:
    """Copy to a new file; an existing one is never overwritten, and half a copy never stays.

    Raises OutputRefusedError.
    """
    try:
        with clip.open("rb") as source, output.open("xb") as target:
            try:
                shutil.copyfileobj(source, target)
                target.flush()
                os.fsync(target.fileno())
            except BaseException:
                target.close()
                output.unlink(missing_ok=True)
                raise
    except FileExistsError as error:
        raise OutputRefusedError(output, "exists") from error
    except OSError as error:
        raise OutputRefusedError(output, "unwritable") from error


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def give_name(part: Path, target: Path, *, overwrite: bool = False) -> bool:
    """Give a whole, flushed part its name; False when another file has taken it.

    Raises OSError.
    """
    if overwrite:
        part.replace(target)
    elif not _named(part, target):
        return False
    part.unlink(missing_ok=True)
    _flush_folder(target.parent)
    return True


def _named(part: Path, target: Path) -> bool:
    try:
        _link(part, target)
    except FileExistsError:
        return part.exists() and part.samefile(target)
    return True


def _was_published(part: Path, target: Path) -> bool:
    if not _size(target):
        return False
    if not part.exists():
        return True
    return part.samefile(target) and give_name(part, target)


def _link(part: Path, target: Path) -> None:
    # A rename would replace another clip of the same prompt; a link never does.
    try:
        target.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:
        # exFAT and some network drives have no links.
        _claim_and_rename(part, target)


def _claim_and_rename(part: Path, target: Path) -> None:
    with target.open("xb"):
        pass
    try:
        part.replace(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _flush_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network file systems flush files but no folders.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)
