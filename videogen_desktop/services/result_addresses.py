"""Where a result can be fetched from now: addresses expire, and are renewed by their provider."""

import logging
from dataclasses import dataclass

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import ProviderError, ResultGoneError
from videogen_desktop.domain.provider import Provider
from videogen_desktop.domain.video import DownloadFailure, Video
from videogen_desktop.services.further_results import renew_results
from videogen_desktop.storage.download_rows import Download
from videogen_desktop.storage.library import Library

_log = logging.getLogger(__name__)

# Not the file that was asked for. Hosts refuse a signed link that is over in many ways: with a
# status, with a page or nothing at all under 200, with a redirect to where one logs in.
_REFUSED = (DownloadFailure.GONE, DownloadFailure.NOT_PLAYABLE, DownloadFailure.ADDRESS_REFUSED)


@dataclass(frozen=True, slots=True)
class ResultAddress:
    """`is_fresh`: the provider was asked just now and answered, so there is no better one."""

    url: str
    is_fresh: bool = False

    def __repr__(self) -> str:
        # It may be signed.
        return f"ResultAddress(is_fresh={self.is_fresh})"


class ResultAddresses:
    """Worker thread only."""

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
        """What the task's record says now; what is known where it cannot be read."""
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
