"""One result: its bytes into a part file, looked at before they count as the video."""

from pathlib import Path
from typing import Protocol

from videogen_desktop.domain.clip import ClipFacts, facts_elsewhere
from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    DiskFullError,
    NotPlayableError,
    ResultGoneError,
    ResultRemovedError,
    ResultTooLargeError,
    ResultTruncatedError,
    VideoGenError,
)
from videogen_desktop.domain.provider import Provider, ResultStream
from videogen_desktop.domain.video import Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.disk_space import says_full
from videogen_desktop.services.further_results import is_further
from videogen_desktop.services.result_addresses import ResultAddresses
from videogen_desktop.storage.clip_files import ClipFiles
from videogen_desktop.storage.download_rows import Download
from videogen_desktop.storage.library import Library

_PROGRESS_EVERY_MS = 200
_NO_PICTURE = "no_frame"


class Prober(Protocol):
    """The media helper, as far as fetching needs it."""

    async def probe(self, path: Path) -> ClipFacts:
        """Raises NotPlayableError, MediaHelperError."""
        ...


class Fetcher:
    """Fetches and checks one result; a part stays where a later try can go on with it."""

    def __init__(
        self,
        library: Library,
        provider: Provider,
        media: Prober,
        files: ClipFiles,
        announcer: Announcer,
        clock: Clock,
    ) -> None:
        self._library = library
        self._addresses = ResultAddresses(library, provider, clock)
        self._provider = provider
        self._media = media
        self._files = files
        self._announcer = announcer
        self._clock = clock

    async def fetch(self, video: Video, download: Download) -> tuple[Path, ClipFacts]:
        """Return the whole, flushed, playable part file and what it is.

        Raises ResultError, ProviderUnavailableError, MediaHelperError, DiskFullError, OSError.
        """
        address = await self._addresses.current(video, download)
        number = download.result_number
        part = self._files.part_path(video.id, number)
        held = await self._files.size(part) if download.etag else 0
        try:
            async with self._provider.open_result(
                address.url, offset=held, etag=download.etag
            ) as stream:
                await self._keep(video, download, part, stream)
        except ResultGoneError as error:
            if address.is_fresh:
                raise ResultRemovedError(error.status) from error
            raise
        return part, await self.probe(part, download)

    async def probe(self, path: Path, download: Download) -> ClipFacts:
        """What the file is; one that is no video is removed, one that is a video which nothing
        here decodes is kept. Raises NotPlayableError, MediaHelperError."""
        try:
            return await self._media.probe(path)
        except NotPlayableError as error:
            facts = facts_elsewhere(error.reason)
            # Where no picture decodes, the bytes may have been spoiled on the way: once more.
            if facts is not None and (error.reason != _NO_PICTURE or download.attempts):
                return facts
            # Whole and yet no video: going on from these bytes would never make one.
            await self._files.discard(path)
            raise

    async def _keep(
        self, video: Video, download: Download, part: Path, stream: ResultStream
    ) -> None:
        try:
            if not stream.offset:
                # The beginning of another try, which nobody goes on with, takes up room.
                await self._files.discard(part)
            await self._files.need_space(stream.total_bytes, stream.offset)
            etag, number = stream.etag, download.result_number
            await self._library.write(
                lambda rows: rows.downloads.started(video.id, part, etag, number)
            )
            # A card that has its clip shows no download.
            shown = None if is_further(video, download) else video.id
            await self._receive(shown, part, stream)
        except (VideoGenError, OSError) as error:
            if not await self._let_go(part, stream, error) or not isinstance(error, DiskFullError):
                raise
            raise await self._files.did_not_fit(stream.total_bytes) from error

    async def _let_go(self, part: Path, stream: ResultStream, error: Exception) -> bool:
        """Remove a part that no later try goes on with, and one that takes up the reserve."""
        goes_on = stream.etag is not None and not isinstance(error, ResultTooLargeError)
        if says_full(error):
            # Of one without a length nobody knows whether it ever fits; and where the system said
            # no, what it counts as free is not to be had.
            goes_on = goes_on and stream.total_bytes is not None
            goes_on = goes_on and isinstance(error, DiskFullError)
            goes_on = goes_on and await self._files.has_reserve()
        if not goes_on:
            await self._files.discard(part)
        return not goes_on

    async def _receive(self, video_id: str | None, part: Path, stream: ResultStream) -> None:
        received = stream.offset
        told = self._clock.monotonic_ms()
        async with await self._files.open_part(part, stream.offset, stream.total_bytes) as file:
            async for chunk in stream.chunks():
                await file.write(chunk)
                received += len(chunk)
                if video_id and self._clock.monotonic_ms() - told >= _PROGRESS_EVERY_MS:
                    told = self._clock.monotonic_ms()
                    self._announcer.download(video_id, received, stream.total_bytes)
        if stream.total_bytes is not None and received != stream.total_bytes:
            raise ResultTruncatedError(received, stream.total_bytes)
