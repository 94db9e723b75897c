"""Copies of clips to a place of their owner's choice: with progress, several at once, endable, and
counted where they came to be."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    ClipMissingError,
    LibraryUnusableError,
    OutputRefusedError,
    VideoGenError,
)
from videogen_desktop.domain.events import CopyEnded
from videogen_desktop.domain.export import UseKind
from videogen_desktop.domain.file_names import suggested_name
from videogen_desktop.domain.video import Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.retitling import Retitling
from videogen_desktop.storage.clip_copies import MadeCopies, copy_to_first_free
from videogen_desktop.storage.file_rows import FileRole
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.unfinished_files import UnfinishedFiles

_log = logging.getLogger(__name__)

# Whereto a copy is counted.
FOLDER = "folder"
_AT_ONCE = 3
_PROGRESS_EVERY_MS = 200

Progress = Callable[[int, int], None]
# The names that a copy of a video may have in a folder, the best first; they never end.
Names = Callable[[Video, Path, Path], Iterable[Path]]


@dataclass(frozen=True, slots=True)
class _Wish:
    """`place` is the file's name, or the folder in which `names` name it."""

    video_id: str
    place: Path
    progress: Progress
    names: Names | None = None
    overwrite: bool = False
    keeps_words: bool = False


class Copier:
    """Every method runs on the worker's loop.

    Each copy is told to the front end: CopyProgressed while it goes on, and one CopyEnded.
    """

    def __init__(
        self,
        library: Library,
        announcer: Announcer,
        clock: Clock,
        unfinished: UnfinishedFiles,
        retitling: Retitling,
    ) -> None:
        self._library = library
        self._announcer = announcer
        self._clock = clock
        self._unfinished = unfinished
        self._retitling = retitling
        self._made = MadeCopies()
        # What was counted with each, and when.
        self._counted: dict[Path, tuple[str, int]] = {}
        self._turn = asyncio.Semaphore(_AT_ONCE)
        self._tasks: dict[asyncio.Task[CopyEnded], str] = {}

    async def copy(
        self,
        video_id: str,
        target: Path,
        progress: Progress | None = None,
        *,
        overwrite: bool = False,
    ) -> None:
        """Copy the clip to `target`; `progress` hears of bytes, at most 5 times a second.

        With `overwrite` a file there is replaced, once the copy is whole; the library's own files
        never are. Cancelling it, or `cancel`, leaves nothing there and ends in CancelledError.
        Raises VideoNotFoundError, ClipMissingError, OutputRefusedError.
        """
        ended = await self._start(_Wish(video_id, target, progress or _nobody, overwrite=overwrite))
        if ended.error is not None:
            raise ended.error

    async def copy_many(self, video_ids: Sequence[str], folder: Path) -> tuple[CopyEnded, ...]:
        """Copy each into `folder` under a name from its prompt that no file has yet.

        Returns how each ended, in the order asked for, without those that were cancelled.
        """
        tasks = [
            self._start(_Wish(video_id, folder, _nobody, _prompt_names)) for video_id in video_ids
        ]
        ends = await asyncio.gather(*tasks, return_exceptions=True)
        for end in ends:
            if isinstance(end, Exception):
                raise end
        return tuple(end for end in ends if isinstance(end, CopyEnded))

    async def copy_named(
        self, video_id: str, folder: Path, names: Names, *, keeps_words: bool = False
    ) -> CopyEnded:
        """Copy into `folder` under the first of the names that no file has. Returns how it ended,
        also when it was cancelled; `keeps_words` is told with it."""
        task = self._start(_Wish(video_id, folder, _nobody, names, keeps_words=keeps_words))
        try:
            return await task
        except asyncio.CancelledError:
            task.cancel()
            await asyncio.wait([task])
            return CopyEnded(video_id, folder, is_cancelled=True)

    async def take_back(self, copies: Sequence[Path]) -> int:
        """Remove copies of this run that nobody has changed since, and none that replaced a file;
        how many went: they were no exports. Raises OutputRefusedError."""
        taken = 0
        for copy in copies:
            try:
                is_taken = await asyncio.to_thread(self._made.take_back, copy)
            except OSError as error:
                raise OutputRefusedError(copy, "unwritable") from error
            if is_taken:
                taken += 1
                await self._discount(copy)
        return taken

    async def made(self, video_id: str, copy: Path, *, replaced: bool = False) -> None:
        """A copy of the video's clip came to be: it is counted, and can be taken back unless it
        replaced a file."""
        if not replaced:
            await asyncio.to_thread(self._made.remember, copy)
        now = self._clock.now_ms()
        try:
            await self._library.write(
                lambda rows: rows.uses.add([video_id], UseKind.EXPORT, FOLDER, now)
            )
        except LibraryUnusableError as error:
            # The file is there, whatever became of the library.
            _log.warning("a copy was not counted: %s", error.condition)
            return
        if not replaced:
            self._counted[copy] = video_id, now

    async def _discount(self, copy: Path) -> None:
        if copy not in self._counted:
            return
        video_id, at = self._counted.pop(copy)
        try:
            await self._library.write(
                lambda rows: rows.uses.take_back(video_id, UseKind.EXPORT, at)
            )
        except LibraryUnusableError as error:
            _log.warning("a copy that was taken back stays counted: %s", error.condition)

    async def cancel(self, video_id: str) -> None:
        """End the video's copies, also those that wait for their turn."""
        await self._cancel([task for task, copied in self._tasks.items() if copied == video_id])

    async def close(self) -> None:
        """End all copies; nothing unfinished is left behind."""
        await self._cancel(list(self._tasks))

    async def _cancel(self, tasks: Sequence[asyncio.Task[CopyEnded]]) -> None:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _start(self, wish: _Wish) -> asyncio.Task[CopyEnded]:
        task = asyncio.create_task(self._told(wish), name=f"copy {wish.video_id}")
        self._tasks[task] = wish.video_id
        task.add_done_callback(self._tasks.pop)
        return task

    async def _told(self, wish: _Wish) -> CopyEnded:
        try:
            copy = await self._copied(wish)
            ended = CopyEnded(wish.video_id, copy, keeps_words=wish.keeps_words)
        except asyncio.CancelledError:
            self._announcer.copy_ended(CopyEnded(wish.video_id, wish.place, is_cancelled=True))
            raise
        except VideoGenError as error:
            ended = CopyEnded(wish.video_id, wish.place, error)
        self._announcer.copy_ended(ended)
        return ended

    async def _copied(self, wish: _Wish) -> Path:
        async with self._turn:
            video, clip = await self._video_and_clip(wish.video_id)
            if wish.overwrite:
                await self._refuse_own_file(wish.place)
            names = (wish.place,) if wish.names is None else wish.names(video, clip, wish.place)
            async with self._retitling.titled(video, clip) as file:
                copy = await copy_to_first_free(
                    file,
                    names,
                    self._spaced(wish),
                    overwrite=wish.overwrite,
                    unfinished=self._unfinished,
                )
            await self.made(wish.video_id, copy, replaced=wish.overwrite)
            return copy

    async def _refuse_own_file(self, target: Path) -> None:
        try:
            same = {target, await asyncio.to_thread(target.resolve)}
        except (OSError, ValueError, RuntimeError) as error:
            raise OutputRefusedError(target, "unwritable") from error
        if await self._library.read(lambda rows: rows.files.has_any(same)):
            raise OutputRefusedError(target, "in_library")

    async def _video_and_clip(self, video_id: str) -> tuple[Video, Path]:
        video, files = await self._library.read(
            lambda rows: (rows.videos.get(video_id), rows.files.of_videos([video_id]))
        )
        clip = files.get(video_id, {}).get(FileRole.CLIP)
        if clip is None:
            raise ClipMissingError
        return video, clip

    def _spaced(self, wish: _Wish) -> Progress:
        told: int | None = None

        def tell(copied: int, total: int) -> None:
            nonlocal told
            now = self._clock.monotonic_ms()
            if told is None or now - told >= _PROGRESS_EVERY_MS:
                told = now
                self._announcer.copying(wish.video_id, copied, total)
                wish.progress(copied, total)

        return tell


def _nobody(_copied: int, _total: int) -> None:
    pass


def _prompt_names(video: Video, clip: Path, folder: Path) -> Iterator[Path]:
    name = Path(suggested_name(video, clip))
    yield folder / name
    for number in count(2):
        yield folder / f"{name.stem} ({number}){name.suffix}"
