"""Poster and contact strip: made once from each clip on this disk."""

import asyncio
import logging
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Protocol

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import MediaHelperError, NotPlayableError
from videogen_desktop.domain.video import Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.storage import disk_reserve
from videogen_desktop.storage.file_rows import FileCopy, FileRole
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

_log = logging.getLogger(__name__)


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


class _Make(Protocol):
    async def __call__(self, destination: Path, /) -> None: ...


def missing_stills(files: Mapping[FileRole, Path]) -> tuple[FileRole, ...]:
    """What is to be made for these files, as the disk is now; nothing without the clip."""
    clip = files.get(FileRole.CLIP)
    if clip is None or not clip.exists():
        return ()
    stills = (FileRole.POSTER, FileRole.STRIP)
    return tuple(role for role in stills if role not in files or not files[role].exists())
