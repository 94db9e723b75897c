"""With "CDN only", clips live in a bounded cache: the oldest make room and can be fetched again."""

import logging

from videogen_desktop.domain.clock import Clock
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.storage.clip_files import ClipFiles
from videogen_desktop.storage.file_rows import FileRole
from videogen_desktop.storage.library import Library

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
        with self._library.reading() as rows:
            clips = rows.files.clips_below(self._files.folder)
        used = sum(clip.bytes for clip in clips)
        for clip in clips[:-1]:
            if used <= self._limit_bytes:
                return
            await self._files.discard(clip.path)
            used -= clip.bytes
            now = self._clock.now_ms()
            with self._library.writing() as rows:
                rows.files.forget(clip.video_id, FileRole.CLIP)
                video = rows.videos.change(rows.videos.get(clip.video_id), now)
            self._announcer.changed(video)
