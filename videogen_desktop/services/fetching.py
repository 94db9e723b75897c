"""One result on its way: its address by now, its bytes into a part file, a look at it, its tags."""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from videogen_desktop.domain.clip import ClipFacts, facts_elsewhere
from videogen_desktop.domain.clip_tags import tags_of
from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    DiskFullError,
    MediaHelperError,
    NotPlayableError,
    ProviderError,
    ResultGoneError,
    ResultRemovedError,
    ResultTooLargeError,
    ResultTruncatedError,
    VideoGenError,
)
from videogen_desktop.domain.provider import Provider, ResultStream
from videogen_desktop.domain.video import DownloadFailure, Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.download_failures import says_full
from videogen_desktop.services.further_results import is_further, renew_results
from videogen_desktop.storage.clip_files import ClipFiles
from videogen_desktop.storage.download_rows import Download
from videogen_desktop.storage.library import Library

_log = logging.getLogger(__name__)

# Not the file that was asked for. Hosts refuse a signed link that is over in many ways: with a
# status, with a page or nothing at all under 200, with a redirect to where one logs in.
_REFUSED = (DownloadFailure.GONE, DownloadFailure.NOT_PLAYABLE, DownloadFailure.ADDRESS_REFUSED)
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


@dataclass(frozen=True, slots=True)
class ResultAddress:
    """`is_fresh`: the provider was asked just now and answered, so there is no better one."""

    url: str
    is_fresh: bool = False

    def __repr__(self) -> str:
        # It may be signed.
        return f"ResultAddress(is_fresh={self.is_fresh})"


class ResultAddresses:
    """Addresses of results expire, and are renewed by their provider. Worker thread only."""

    def __init__(self, library: Library, provider: Provider, clock: Clock) -> None:
        self._library = library
        self._provider = provider
        self._clock = clock

    async def current(self, video: Video, download: Download) -> ResultAddress:
        """The address to try next.

        After a failure the record may name another one. After a refusal the provider is asked for
        a link of a few minutes; where it has none to give, the known one is fresh.
        """
        if download.attempts == 0:
            return ResultAddress(download.url)
        url = await self._recorded(video, download)
        if not _was_refused(download):
            return ResultAddress(url)
        try:
            return ResultAddress(await self._provider.download_link(url), is_fresh=True)
        except ResultGoneError:
            # Also of a host that is not the provider's own: its old address may work again.
            return ResultAddress(url, is_fresh=True)
        except ProviderError as error:
            _log.info("no fresh link for %s: %s", video.id, type(error).__name__)
            return ResultAddress(url)

    async def _recorded(self, video: Video, download: Download) -> str:
        """The address that the task's record names now; the known one where it cannot be read."""
        if video.task_id is None:
            return download.url
        try:
            status = await self._provider.status(video.task_id)
        except ProviderError as error:
            _log.info("no fresh address for %s: %s", video.id, type(error).__name__)
            return download.url
        urls, number = status.result_urls, download.result_number
        if download.gone_tries or (download.attempts > 1 and _was_refused(download)):
            # Under a fresh link, too. In its order, so that known results keep their numbers.
            urls += status.spare_urls
        now = self._clock.now_ms()
        await self._library.write(
            # It may have got its clip while the record was read.
            lambda rows: renew_results(rows, rows.videos.get(video.id), urls, now)
        )
        return urls[number - 1] if number <= len(urls) else download.url


def _was_refused(download: Download) -> bool:
    return (download.last_failure or "").startswith(_REFUSED)


class TagWriter(Protocol):
    """The media helper, as far as tagging needs it."""

    async def probe(self, path: Path) -> ClipFacts:
        """Raises NotPlayableError, MediaHelperError."""
        ...

    async def write_tagged(self, path: Path, destination: Path, title: str, comment: str) -> None:
        """Raises NotPlayableError, MediaHelperError."""
        ...


class ClipTagger:
    """Clips describe themselves: the request and its cost go into the file. Worker thread only."""

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
