"""Downloads that failed: their next try, what a front end is told, and waiting for a full disk."""

import logging

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    PROXY_FAILED,
    DiskFullError,
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
from videogen_desktop.services.further_results import is_further
from videogen_desktop.storage.clip_files import ClipFiles
from videogen_desktop.storage.disk_reserve import is_full
from videogen_desktop.storage.download_rows import Download
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

_log = logging.getLogger(__name__)

FIRST_LOOK_MS = 10_000
LONGEST_LOOK_MS = 60_000
# What is free says nothing about a quota: after this long it is simply tried again, and then ever
# more rarely.
TRY_ANYWAY_MS = 600_000
LONGEST_TRY_MS = 3_600_000
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
    """The next try of a failed download, and what a front end is told. Worker thread only."""

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


def _is_no_video(left: Download, error: Exception) -> bool:
    # A file server may answer with a page of its own for a moment.
    return isinstance(error, NotPlayableError) and left.attempts >= TRIES_OF_NO_VIDEO


class DiskSpace:
    """A full disk stops the downloads once, for all of them, and they go on when there is room.
    Worker thread only.

    A clip that does not fit waits for as much as it needs and lets smaller ones by; where even the
    reserve is not free, or the system itself said no, all of them wait.
    """

    def __init__(self, files: ClipFiles, announcer: Announcer, clock: Clock) -> None:
        self._files = files
        self._announcer = announcer
        self._clock = clock
        self._lacking: DiskFullError | None = None
        self._all_wait = False
        self._look_after_ms = FIRST_LOOK_MS
        self._try_after_ms = TRY_ANYWAY_MS
        self._look_at = 0
        self._try_at = 0

    @property
    def lacking(self) -> DiskFullError | None:
        """The room that the downloads wait for; None while they need none."""
        return self._lacking

    @property
    def all_wait(self) -> bool:
        """Whether no download may start, whatever its size."""
        return self._lacking is not None and self._all_wait

    async def ran_out(self, error: Exception) -> None:
        """One download met the end of the disk."""
        lacking = error if isinstance(error, DiskFullError) else await self._measured()
        all_wait = error is not lacking or lacking.free < self._files.least_bytes
        now = self._clock.monotonic_ms()
        if self._lacking is None:
            _log.warning("downloads wait for %s bytes of disk", lacking.needed)
            self._announcer.problem(lacking)
            self._look_after_ms = FIRST_LOOK_MS
            self._look_at = now + self._look_after_ms
            self._try_at = now + self._try_after_ms
            self._lacking, self._all_wait = lacking, all_wait
        else:
            # Whichever fits first goes on first.
            self._lacking = min(self._lacking, lacking, key=lambda one: one.needed)
            self._all_wait = self._all_wait or all_wait

    def tell(self, waiting: int) -> None:
        """So many downloads wait."""
        self._announcer.outbox(self._lacking, waiting)

    async def look(self) -> bool:
        """Whether the downloads go on from now: there is room, or long enough was waited."""
        now = self._clock.monotonic_ms()
        if self._lacking is None or now < min(self._look_at, self._try_at):
            return False
        free = await self._free()
        has_room = free >= self._lacking.needed
        if not has_room and now < self._try_at:
            self._look_after_ms = min(self._look_after_ms * 2, LONGEST_LOOK_MS)
            self._look_at = now + self._look_after_ms
            return False
        longer = min(self._try_after_ms * 2, LONGEST_TRY_MS)
        self._try_after_ms = TRY_ANYWAY_MS if has_room else longer
        self._lacking = None
        return True

    def until_look_ms(self) -> int | None:
        """How long until `look` has something to see; None while nothing waits."""
        if self._lacking is None:
            return None
        return max(min(self._look_at, self._try_at) - self._clock.monotonic_ms(), 0)

    async def _measured(self) -> DiskFullError:
        # The system said no: what is free now is too little, whatever the figure.
        free = await self._free()
        return DiskFullError(self._files.folder, free + self._files.reserve_bytes, free)

    async def _free(self) -> int:
        try:
            return await self._files.free_bytes()
        except OSError:
            # A drive that was taken out; it may come back.
            return 0


def says_full(error: Exception) -> bool:
    """Whether this is the disk, or the user's quota on it, being full."""
    if isinstance(error, LibraryUnusableError):
        return error.condition == "disk_full"
    if isinstance(error, OSError):
        return is_full(error)
    return isinstance(error, DiskFullError)
