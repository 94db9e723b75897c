"""Copies of clips carry the title that a video has; the clips themselves stay as they are."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from videogen_desktop.domain.clip_tags import ClipTags, parse_comment
from videogen_desktop.domain.errors import MediaHelperError, NotPlayableError
from videogen_desktop.domain.video import Video
from videogen_desktop.storage.unfinished_files import UnfinishedFiles, part_beside

_log = logging.getLogger(__name__)
_FAILURES = (MediaHelperError, NotPlayableError, OSError)


class Tagging(Protocol):
    """The media helper, as far as titles need it."""

    async def read_tags(self, path: Path) -> tuple[str, str]:
        """Title and comment. Raises NotPlayableError, MediaHelperError."""
        ...

    async def write_tagged(self, path: Path, destination: Path, title: str, comment: str) -> None:
        """Raises NotPlayableError, MediaHelperError."""
        ...


class Retitling:
    """Runs on the worker's loop."""

    def __init__(self, media: Tagging, unfinished: UnfinishedFiles) -> None:
        self._media = media
        self._unfinished = unfinished

    @asynccontextmanager
    async def titled(self, video: Video, clip: Path) -> AsyncIterator[Path]:
        """The file to copy, until the block ends: the clip, or a part beside it that says the
        video's title where the clip does not. What cannot be tagged is copied as it is."""
        tags = await self._missing(video, clip)
        if tags is None:
            yield clip
            return
        part = part_beside(clip)
        noted = self._unfinished.noted(part)
        await asyncio.to_thread(noted.__enter__)
        try:
            yield part if await self._write(clip, part, tags) else clip
        finally:
            await asyncio.to_thread(noted.__exit__, None, None, None)

    async def _missing(self, video: Video, clip: Path) -> ClipTags | None:
        if video.title is None:
            return None
        try:
            _title, comment = await self._media.read_tags(clip)
        except _FAILURES:
            return None
        tags = parse_comment(comment)
        if tags is None or tags.own_title == video.title:
            return None
        return replace(tags, own_title=video.title)

    async def _write(self, clip: Path, part: Path, tags: ClipTags) -> bool:
        try:
            await self._media.write_tagged(clip, part, tags.title, tags.comment)
        except _FAILURES as error:
            _log.warning("a copy keeps its older title: %s", type(error).__name__)
            return False
        return True
