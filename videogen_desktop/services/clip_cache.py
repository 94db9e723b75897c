"""With "CDN only", clips live in a bounded cache: the oldest make room and can be fetched again."""

import logging

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.video import Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.storage.clip_files import ClipFiles
from videogen_desktop.storage.file_rows import FileRole
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

_log = logging.getLogger(__name__)

LIMIT_BYTES = 2 * 1024**3


class ClipCache:
    """Worker thread only."""

    def __init__(
        self,
        library: Library,
        files: ClipFiles,
        announcer: Announcer,
        clock: Clock,
        limit_bytes: int = LIMIT_BYTES,
    ) -> None:
        self._library = library
        self._files = files
        self._announcer = announcer
        self._clock = clock
        self._limit_bytes = limit_bytes

    async def trim(self) -> None:
        """Remove the oldest clips until the rest fits; the newest one always stays."""
        clips = await self._library.read(lambda rows: rows.files.clips_below(self._files.folder))
        used = sum(clip.bytes for clip in clips)
        for clip in clips[:-1]:
            if used <= self._limit_bytes:
                return
            await self._files.discard(clip.path)
            used -= clip.bytes
            await self._announcer.changed(await self._forgotten(clip.video_id))

    async def _forgotten(self, video_id: str) -> Video:
        now = self._clock.now_ms()

        def change(rows: LibraryRows) -> Video:
            rows.files.forget(video_id, FileRole.CLIP)
            return rows.videos.change(rows.videos.get(video_id), now)

        return await self._library.write(change)
