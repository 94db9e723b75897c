"""What a failed download means for the next try, and what a front end is told."""

import logging

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    PROXY_FAILED,
    LibraryUnusableError,
    MediaHelperError,
    NotPlayableError,
    ProviderUnavailableError,
    ResultGoneError,
    ResultRemovedError,
    ResultTooLargeError,
    ResultTruncatedError,
    ResultUrlRefusedError,
)
from videogen_desktop.domain.video import DownloadFailure, Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.disk_space import says_full
from videogen_desktop.services.further_results import is_further
from videogen_desktop.storage.download_rows import Download
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

_log = logging.getLogger(__name__)

FIRST_RETRY_MS = 1_000
LONGEST_RETRY_MS = 600_000
DISK_FULL = DownloadFailure.DISK_FULL
_CODES: dict[type[Exception], DownloadFailure] = {
    MediaHelperError: DownloadFailure.MEDIA_HELPER,
    ResultTooLargeError: DownloadFailure.TOO_LARGE,
    ResultTruncatedError: DownloadFailure.BROKEN_OFF,
}
# A file host that errs for an afternoon must not cost a paid video: before the day on which
# results are deleted the provider has to say no for about two hours, after it for seconds.
TRIES_BEFORE_EXPIRY = 20
TRIES_AFTER_EXPIRY = 3
TRIES_OF_NO_VIDEO = 3


class DownloadFailures:
    """Worker thread only."""

    def __init__(
        self, library: Library, announcer: Announcer, clock: Clock, result_kept_ms: int
    ) -> None:
        self._library = library
        self._result_kept_ms = result_kept_ms
        self._announcer = announcer
        self._clock = clock

    async def record(self, download: Download, error: Exception) -> None:
        """Plan the next try, if there is one, and announce the video.

        A database that cannot be written is reported and rested for: the loop would spin.
        """
        _log.warning("download of %s failed: %s", download.video_id, failure_code(error))
        try:
            video = await self._recorded(download, error)
        except LibraryUnusableError as unusable:
            if not says_full(error):
                self._announcer.problem(unusable)
            await self._clock.sleep(LONGEST_RETRY_MS // 10)
            return
        await self._announcer.changed(video)

    def _tries(self, video: Video, now: int) -> int:
        is_past = video.ended_at is not None and video.ended_at + self._result_kept_ms <= now
        return TRIES_AFTER_EXPIRY if is_past else TRIES_BEFORE_EXPIRY

    async def _recorded(self, download: Download, error: Exception) -> Video:
        now = self._clock.now_ms()
        return await self._library.write(lambda rows: self._written(rows, download, error, now))

    def _written(self, rows: LibraryRows, download: Download, error: Exception, now: int) -> Video:
        video, number = rows.videos.get(download.video_id), download.result_number
        if says_full(error):
            rows.downloads.waits_for_space(video.id, DISK_FULL, number)
            return rows.videos.change(video, now)
        delay = min(FIRST_RETRY_MS * 2 ** min(download.attempts, 20), LONGEST_RETRY_MS)
        if isinstance(error, ResultTooLargeError):
            # It took gigabytes to find out, and would again.
            delay = LONGEST_RETRY_MS
        rows.downloads.failed(video.id, failure_code(error), now + delay, number)
        if isinstance(error, ResultRemovedError):
            gives_up = download.gone_tries + 1 >= self._tries(video, now)
            rows.downloads.gone(video.id, now if gives_up else None, number)
            if gives_up:
                rows.events.add(video.id, "result_gone", now, status=error.status)
        if is_further(video, download):
            self._give_up_further(rows, download, error, now)
        return rows.videos.change(video, now)

    @staticmethod
    def _give_up_further(rows: LibraryRows, download: Download, error: Exception, now: int) -> None:
        """Beside a clip that is here, a picture or a file that is gone is no paid video."""
        number = download.result_number
        left = rows.downloads.get(download.video_id, number)
        if left is None or (left.gone_at is None and not _is_no_video(left, error)):
            return
        rows.downloads.done(download.video_id, number)
        why = failure_code(error)
        rows.events.add(download.video_id, "result_left_out", now, number=number, why=why)


def _is_no_video(left: Download, error: Exception) -> bool:
    # A file server may answer with a page of its own for a moment.
    return isinstance(error, NotPlayableError) and left.attempts >= TRIES_OF_NO_VIDEO


def failure_code(error: Exception) -> str:
    """The code that the library keeps: a DownloadFailure, and a detail for the log."""
    if says_full(error):
        return DownloadFailure.DISK_FULL
    if isinstance(error, NotPlayableError):
        return f"{DownloadFailure.NOT_PLAYABLE}:{error.reason}"
    if isinstance(error, ResultGoneError):
        return f"{DownloadFailure.GONE}:{error.status}"
    if isinstance(error, ResultUrlRefusedError):
        return f"{DownloadFailure.ADDRESS_REFUSED}:{error.reason}"
    if isinstance(error, ProviderUnavailableError):
        by_proxy = error.code == PROXY_FAILED
        return DownloadFailure.PROXY if by_proxy else DownloadFailure.UNREACHABLE
    if isinstance(error, OSError):
        return f"{DownloadFailure.DISK}:{error.errno}"
    found = (code for kind, code in _CODES.items() if isinstance(error, kind))
    return next(found, f"{DownloadFailure.OTHER}:{type(error).__name__}")
