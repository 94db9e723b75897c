"""Clips that describe themselves: the request and its cost go into the file."""

import logging
from pathlib import Path
from typing import Protocol

from videogen_desktop.domain.clip import ClipFacts
from videogen_desktop.domain.clip_tags import tags_of
from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import DiskFullError, MediaHelperError, NotPlayableError
from videogen_desktop.domain.video import Video
from videogen_desktop.storage.clip_files import ClipFiles
from videogen_desktop.storage.library import Library

_log = logging.getLogger(__name__)


class TagWriter(Protocol):
    """The media helper, as far as tagging needs it."""

    async def probe(self, path: Path) -> ClipFacts:
        """Raises NotPlayableError, MediaHelperError."""
        ...

    async def write_tagged(self, path: Path, destination: Path, title: str, comment: str) -> None:
        """Raises NotPlayableError, MediaHelperError."""
        ...


class ClipTagger:
    """Worker thread only."""

    def __init__(
        self, library: Library, media: TagWriter, files: ClipFiles, provider: str, clock: Clock
    ) -> None:
        """`provider` is the name that the tags carry."""
        self._library = library
        self._media = media
        self._files = files
        self._provider = provider
        self._clock = clock

    async def tag(self, video: Video, part: Path, facts: ClipFacts) -> ClipFacts:
        """Put the tags into a whole, playable part; return what it is then.

        A clip without tags is still the paid clip: whatever fails keeps the part as it came, and
        is written into the video's timeline as `not_tagged`. Nothing is raised for it. What nothing
        here decodes could not be compared afterwards, and keeps as it came.
        """
        if not facts.first_frame_decodes:
            return facts
        copy = self._files.tagged_path(video.id)
        try:
            # Of a clip that came without its length nobody asked for room for a copy.
            await self._files.need_copy_space(await self._files.size(part))
            tags = tags_of(video, self._provider)
            await self._media.write_tagged(part, copy, tags.title, tags.comment)
            tagged = await self._media.probe(copy)
            if tagged != facts:
                raise NotPlayableError("changed")
            await self._files.replace(copy, part)
        except (DiskFullError, MediaHelperError, NotPlayableError, OSError) as error:
            await self._kept_untagged(video, copy, error)
            return facts
        return tagged

    async def _kept_untagged(self, video: Video, copy: Path, error: Exception) -> None:
        is_said = error.args and not isinstance(error, DiskFullError)
        reason = str(error.args[0]) if is_said else type(error).__name__
        _log.warning("%s stays without tags: %s %s", video.id, type(error).__name__, reason)
        try:
            await self._files.discard(copy)
        except OSError as left:
            _log.warning("a copy of %s stays: %s", video.id, left.errno)
        now = self._clock.now_ms()
        await self._library.write(
            lambda rows: rows.events.add(video.id, "not_tagged", now, reason=reason[:100])
        )
