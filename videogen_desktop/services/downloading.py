"""The outbox: brings every paid result to this disk, however often it takes."""

import asyncio
import logging
from pathlib import Path

from videogen_desktop.domain.clip import ClipFacts, suffix_of
from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import ClipUnfetchableError, OtherWalletError, VideoGenError
from videogen_desktop.domain.video import Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.download_failures import (
    DISK_FULL,
    DiskSpace,
    DownloadFailures,
    says_full,
)
from videogen_desktop.services.fetching import ClipTagger, Fetcher
from videogen_desktop.services.further_results import has_its_clip, video_of
from videogen_desktop.services.stills import Stills
from videogen_desktop.services.waiting import news_or_time
from videogen_desktop.storage.clip_files import ClipFiles
from videogen_desktop.storage.destinations import check_clip_folder
from videogen_desktop.storage.download_rows import Download
from videogen_desktop.storage.file_rows import FileCopy, FileRole
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

_log = logging.getLogger(__name__)

CACHE_LIMIT_BYTES = 2 * 1024**3
_AT_ONCE = 3
_TRIES_SOON = 3
# A try that comes later than this belongs to another run: nobody waits for it.
SOON_MS = 30_000
# A clock that is kept right goes a little forth and back all the time.
_CLOCK_SLACK_MS = 1_000


class Downloader:
    """Works off the wallet's outbox, the most urgent first. Worker thread only."""

    def __init__(
        self,
        library: Library,
        wallet_id: str,
        fetcher: Fetcher,
        tagger: ClipTagger,
        stills: Stills,
        files: ClipFiles,
        announcer: Announcer,
        clock: Clock,
        result_kept_ms: int,
        cache: "ClipCache | None" = None,
    ) -> None:
        self._library = library
        self._wallet_id = wallet_id
        self._fetcher = fetcher
        self._tagger = tagger
        self._stills = stills
        self._files = files
        self._announcer = announcer
        self._clock = clock
        self._cache = cache
        self._space = DiskSpace(files, announcer, clock)
        self._failures = DownloadFailures(library, announcer, clock, result_kept_ms)
        self._running: dict[str, asyncio.Task[None]] = {}
        self._news = asyncio.Event()
        # How far the wall clock is before the one that never jumps.
        self._wall_ahead = 0

    async def can_keep(self) -> None:
        """Whether a clip could be kept, before one is paid for. Raises ClipFolderUnusableError."""
        await asyncio.to_thread(check_clip_folder, self._files.folder)

    def wake(self) -> None:
        """Something was queued."""
        self._news.set()

    async def fetch_again(self, video_id: str) -> None:
        """Bring a finished video's clip once more, while the provider has it.

        Raises OtherWalletError, ClipUnfetchableError where no address is known, and DiskFullError
        while everything waits for space: it is queued then, and comes when there is some.
        """
        files = await self._library.read(lambda rows: rows.files.of_videos([video_id]))
        clip = files.get(video_id, {}).get(FileRole.CLIP)
        is_lost = clip is not None and await asyncio.to_thread(_was_taken_away, clip)
        now = self._clock.now_ms()

        def queued(rows: LibraryRows) -> Video:
            video = rows.videos.get(video_id)
            if video.wallet_id != self._wallet_id:
                # Its outbox is not worked off here.
                raise OtherWalletError(video_id)
            if video.result_url is None:
                raise ClipUnfetchableError(clip)
            if is_lost:
                # Else the card goes on saying that it is here, and nothing of what fails.
                rows.files.forget(video_id, FileRole.CLIP)
            rows.downloads.queue(video_id, video.result_url, now, video.result_number or 1)
            return rows.videos.change(video, now)

        # The card says so before the first byte is here.
        await self._announcer.changed(await self._library.write(queued))
        self._news.set()
        if self._space.all_wait and self._space.lacking is not None:
            raise self._space.lacking

    @property
    def is_busy(self) -> bool:
        """Whether a download runs now."""
        return bool(self._running)

    async def busy_soon(self) -> bool:
        """Whether a download runs, or another try is due within half a minute."""
        if self._running or self._space.all_wait:
            return bool(self._running)
        await self._heed_clock()
        soon = self._clock.now_ms() + SOON_MS
        is_due = any(download.next_attempt_at <= soon for download in await self._first(1))
        return is_due or bool(self._running)

    async def tries_soon(self, video_id: str) -> bool:
        """Whether one of the task's results may still come within seconds."""
        left = await self._library.read(lambda rows: rows.downloads.results_of(video_id))
        waits = self._space.lacking is not None
        return not self._space.all_wait and any(
            one.attempts < _TRIES_SOON and not (waits and one.last_failure == DISK_FULL)
            for one in left
        )

    async def run(self) -> None:
        """Download until cancelled; what an earlier run backed off from is tried at once."""
        await self._retry_now()
        self._wall_ahead = self._clock.now_ms() - self._clock.monotonic_ms()
        async with asyncio.TaskGroup() as group:
            while True:
                if await self._space.look():
                    self._space.tell(await self._waiting())
                self._news.clear()
                waits = (await self._start_due(group), self._space.until_look_ms())
                wait = min((ms for ms in waits if ms is not None), default=None)
                await news_or_time(self._news, self._clock, wait)

    async def _waiting(self, turned_away: Download | None = None) -> int:
        """How many wait for room, with the one that is just turned away."""
        some_wait = self._space.lacking is not None and not self._space.all_wait
        failed_with = DISK_FULL if some_wait else None
        waiting = await self._library.read(
            lambda rows: rows.downloads.waiting_of_wallet(self._wallet_id, failed_with)
        )
        is_new = turned_away is not None and turned_away.last_failure != DISK_FULL
        return waiting + (some_wait and is_new)

    async def _first(self, count: int) -> tuple[Download, ...]:
        # A clip that was too large for the room there is lets smaller ones by.
        turned_away = DISK_FULL if self._space.lacking is not None else None
        return await self._library.read(
            lambda rows: rows.downloads.next_of_wallet(self._wallet_id, count, turned_away)
        )

    async def _start_due(self, group: asyncio.TaskGroup) -> int | None:
        """Start what is due; return how long until the next is, None without any."""
        await self._heed_clock()
        now = self._clock.now_ms()
        # One that ends while the outbox is read stands there as it was: `_news` says look again.
        ran = set(self._running)
        # Those under way may be among the first; one more says when the next is due.
        for download in await self._first(_AT_ONCE + len(ran) + 1):
            # Of one task's results one at a time: which of them is the clip is known by then.
            if download.video_id in ran or download.video_id in self._running:
                continue
            if download.next_attempt_at > now:
                return download.next_attempt_at - now
            if len(self._running) >= _AT_ONCE or self._space.all_wait:
                return None
            task = group.create_task(self._one(download), name=f"download {download.video_id}")
            self._running[download.video_id] = task
        return None

    async def _heed_clock(self) -> None:
        """A plan that was made before the clock was set back would wait for as long again."""
        ahead = self._clock.now_ms() - self._clock.monotonic_ms()
        if ahead < self._wall_ahead - _CLOCK_SLACK_MS:
            await self._retry_now()
        self._wall_ahead = ahead

    async def _retry_now(self) -> None:
        now = self._clock.now_ms()
        await self._library.write(lambda rows: rows.downloads.retry_now(self._wallet_id, now))

    async def _one(self, download: Download) -> None:
        try:
            await self._bring(download)
        except (VideoGenError, OSError) as error:
            await self._failed(download, error)
        except Exception as error:  # noqa: BLE001 - one bad file must not stop the others
            _log.exception("download of %s", download.video_id)
            await self._failed(download, error)
        finally:
            del self._running[download.video_id]
            self._news.set()

    async def _bring(self, download: Download) -> None:
        first = await self._video(download.video_id)
        video = video_of(first, download)
        clip, facts = await self._whole_clip(first, video, download)
        video = await self._record(video, download, clip, facts)
        await self._announcer.changed(video)
        if self._cache is not None:
            await self._cache.trim()
        if facts.first_frame_decodes:
            await self._stills.complete(video.id)

    async def _whole_clip(
        self, first: Video, video: Video, download: Download
    ) -> tuple[Path, ClipFacts]:
        """`video` is whose clip it becomes: `first`, whose task it is of, or a sibling of it."""
        named = download.clip_path
        part = self._files.part_path(first.id, download.result_number)
        if named and await self._files.was_published(part, named):
            # The last run ended between the file's name and the row about it.
            return named, await self._fetcher.probe(named, download)
        part, facts = await self._whole_part(first, download)
        target = await self._named(video, download, facts)
        # Only now: a part that has a name to come is whole, so bytes of the tagged copy are never
        # taken for the beginning of what the provider has.
        facts = await self._tagger.tag(video, part, facts)
        while not await self._files.publish(part, target):
            target = await self._named(video, download, facts)
        return target, facts

    async def _named(self, video: Video, download: Download, facts: ClipFacts) -> Path:
        target = await self._files.free_name(video.prompt, video.id, suffix_of(facts))
        number = download.result_number
        await self._library.write(
            lambda rows: rows.downloads.named(download.video_id, target, number)
        )
        return target

    async def _whole_part(self, video: Video, download: Download) -> tuple[Path, ClipFacts]:
        part = self._files.part_path(video.id, download.result_number)
        if download.clip_path and await self._files.size(part):
            # It had come whole and was about to get its name when the last run ended.
            return part, await self._fetcher.probe(part, download)
        return await self._fetcher.fetch(video, download)

    async def _record(
        self, video: Video, download: Download, clip: Path, facts: ClipFacts
    ) -> Video:
        size = await self._files.size(clip)
        now = self._clock.now_ms()

        def change(rows: LibraryRows) -> Video:
            owner = has_its_clip(rows, video, download, now)
            rows.files.put(FileCopy(owner.id, FileRole.CLIP, clip, size), now, facts)
            rows.events.add(owner.id, "downloaded", now, bytes=size)
            if not facts.first_frame_decodes:
                rows.events.add(owner.id, "plays_elsewhere", now, reason=facts.container)
            return owner

        return await self._library.write(change)

    async def _failed(self, download: Download, error: Exception) -> None:
        if says_full(error):
            await self._space.ran_out(error)
            self._space.tell(await self._waiting(download))
        await self._failures.record(download, error)

    async def _video(self, video_id: str) -> Video:
        return await self._library.read(lambda rows: rows.videos.get(video_id))


def _was_taken_away(clip: Path) -> bool:
    """Not where the whole folder is away: a drive comes back, with the clip on it. Blocks."""
    return clip.parent.is_dir() and not clip.is_file()


class ClipCache:
    """With "CDN only", clips live in a bounded cache: the oldest make room, and can be fetched
    again. Worker thread only."""

    def __init__(
        self,
        library: Library,
        files: ClipFiles,
        announcer: Announcer,
        clock: Clock,
        limit_bytes: int = CACHE_LIMIT_BYTES,
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
