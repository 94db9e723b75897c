"""Poster and contact strip: made once from each clip on this disk; also those that are missing."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import MediaHelperError, NotPlayableError, VideoGenError
from videogen_desktop.domain.gallery import GalleryQuery
from videogen_desktop.domain.video import Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.waiting import news_or_time
from videogen_desktop.storage import disk_reserve
from videogen_desktop.storage.file_rows import FileCopy, FileRole
from videogen_desktop.storage.gallery_rows import SLICE
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

_log = logging.getLogger(__name__)

# The start belongs to the window and to what was left to download.
START_MS = 10_000
# Between two clips: poster and strip of 5 s of 720p cost 0.3 s of the helper.
REST_MS = 2_000
# Between two looks at the disk: one costs 7 ms, which at rest is 0.05 % of a core.
LOOK_MS = 15_000
_PAGE = 50


class StillMaker(Protocol):
    """The media helper, as far as stills need it."""

    async def make_poster(self, path: Path, destination: Path, longest_side: int = 640) -> None:
        """Raises NotPlayableError, MediaHelperError."""
        ...

    async def make_strip(
        self, path: Path, destination: Path, frames: int = 16, longest_side: int = 320
    ) -> None:
        """Raises NotPlayableError, MediaHelperError."""
        ...


class _Make(Protocol):
    async def __call__(self, destination: Path, /) -> None: ...


class Stills:
    """Makes, records and announces them. Worker thread only."""

    def __init__(
        self,
        library: Library,
        media: StillMaker,
        posters: Path,
        strips: Path,
        announcer: Announcer,
        clock: Clock,
    ) -> None:
        """`posters` and `strips` are folders, made when they are needed."""
        self._library = library
        self._announcer = announcer
        self._clock = clock
        self._kinds = (
            (FileRole.POSTER, posters, media.make_poster),
            (FileRole.STRIP, strips, media.make_strip),
        )

    async def complete(self, video_id: str) -> bool:
        """Make what the video's clip lacks; False when one could not be made.

        A clip without stills is still a clip: nothing is raised for it. Without a clip there is
        nothing to make.
        """
        files = await self._files(video_id)
        missing = await asyncio.to_thread(missing_stills, files)
        if missing and not await self.has_room():
            return False
        made = [
            await self._made(video_id, role, folder, partial(make, files[FileRole.CLIP]))
            for role, folder, make in self._kinds
            if role in missing
        ]
        return all(made)

    async def has_room(self) -> bool:
        """Whether the disk takes stills. Those of a large library are gigabytes."""
        try:
            return all(
                [
                    await asyncio.to_thread(disk_reserve.free_bytes, folder)
                    >= disk_reserve.needed_bytes(0)
                    for _, folder, _ in self._kinds
                ]
            )
        except OSError:
            return False

    async def _made(self, video_id: str, role: FileRole, folder: Path, make: "_Make") -> bool:
        still = folder / f"{video_id}.jpg"
        try:
            await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
            await make(still)
            size = (await asyncio.to_thread(still.stat)).st_size
        except (MediaHelperError, NotPlayableError, OSError) as error:
            _log.warning("no %s for %s: %s", role, video_id, type(error).__name__)
            return False
        now = self._clock.now_ms()

        def change(rows: LibraryRows) -> Video:
            rows.files.put(FileCopy(video_id, role, still, size), now)
            return rows.videos.change(rows.videos.get(video_id), now)

        await self._announcer.changed(await self._library.write(change))
        return True

    async def _files(self, video_id: str) -> Mapping[FileRole, Path]:
        files = await self._library.read(lambda rows: rows.files.of_videos([video_id]))
        return files.get(video_id, {})


def missing_stills(files: Mapping[FileRole, Path]) -> tuple[FileRole, ...]:
    """The stills to be made for these files, as the disk is now; nothing without the clip."""
    clip = files.get(FileRole.CLIP)
    if clip is None or not clip.exists():
        return ()
    stills = (FileRole.POSTER, FileRole.STRIP)
    return tuple(role for role in stills if role not in files or not files[role].exists())


class StillSweep:
    """Makes stills that are missing though their clip is here: after a crash, when a cache was
    cleared, or because the clip was imported. It goes through the library once, newest first, and
    then makes what is asked for.

    Slow on purpose, and at rest while anything is downloaded. Worker thread only.
    """

    def __init__(
        self, library: Library, stills: Stills, is_busy: Callable[[], bool], clock: Clock
    ) -> None:
        """`is_busy` says whether the media helper has more urgent work."""
        self._library = library
        self._stills = stills
        self._is_busy = is_busy
        self._clock = clock
        self._news = asyncio.Event()
        self._wanted: deque[str] = deque()
        self._lacking: deque[str] = deque()
        self._failed: set[str] = set()
        self._last: str | None = None
        self._unseen: deque[str] = deque()
        self._is_read = False
        self._at_end = False

    async def want(self, video_ids: Sequence[str]) -> None:
        """Make what these lack next, in this order; what was wanted before and is not begun is
        dropped. For cards that are seen; one that failed in this run is not tried again."""
        self._wanted = deque(video_id for video_id in video_ids if video_id not in self._failed)
        self._news.set()

    def clip_is_here(self, video_id: str) -> None:
        """Make this one's stills before what was left over; for clips that nobody downloaded."""
        self._lacking.appendleft(video_id)
        if len(self._lacking) == 1:
            # Else its rest is what keeps the helper free for the next clip to import.
            self._news.set()

    async def run(self) -> None:
        """Until cancelled."""
        await self._clock.sleep(START_MS)
        while True:
            if not await self._stills.has_room():
                await self._clock.sleep(LOOK_MS)
                continue
            self._news.clear()
            if not self._is_busy():
                await self._step()
            await news_or_time(self._news, self._clock, self._rest_ms())

    def _rest_ms(self) -> int | None:
        if self._wanted and not self._is_busy():
            return 0
        if self._wanted or self._lacking:
            return REST_MS
        return None if self._at_end else LOOK_MS

    async def _step(self) -> None:
        try:
            if self._wanted:
                await self._complete(self._wanted.popleft())
            elif self._lacking:
                await self._complete(self._lacking.popleft())
            elif not self._at_end:
                await self._look_at_next_page()
        except VideoGenError as error:
            _log.warning("stills: %s", type(error).__name__)
        except Exception:  # noqa: BLE001 - stills are not worth the engine
            _log.exception("stills")

    async def _complete(self, video_id: str) -> None:
        if video_id in self._failed:
            return
        self._failed.add(video_id)
        if await self._stills.complete(video_id):
            self._failed.discard(video_id)

    async def _look_at_next_page(self) -> None:
        # A library that cannot be read ends the sweep: it is asked again at the next start.
        self._at_end = True
        while not self._is_read and len(self._unseen) < _PAGE:
            await self._read_on()
            # Of many that lie elsewhere: whatever else the worker does comes in between.
            await asyncio.sleep(0)
        page = [self._unseen.popleft() for _ in range(min(_PAGE, len(self._unseen)))]
        files = await self._library.read(lambda rows: rows.files.of_videos(page))
        self._at_end = self._is_read and not self._unseen
        self._lacking.extend(await asyncio.to_thread(_lacking, page, files))

    async def _read_on(self) -> None:
        """Those of the library's next part whose clips are here wait to be looked at."""
        last = self._last
        ids = await self._library.read(lambda rows: rows.gallery.slice(GalleryQuery(), last))
        self._unseen.extend(await self._library.read(lambda rows: rows.files.having_clip(ids)))
        self._last = ids[-1] if ids else last
        self._is_read = len(ids) < SLICE


def _lacking(ids: Sequence[str], files: Mapping[str, Mapping[FileRole, Path]]) -> list[str]:
    return [video_id for video_id in ids if missing_stills(files.get(video_id, {}))]
