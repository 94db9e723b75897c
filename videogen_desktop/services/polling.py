"""Reads the records of everything in flight, each when it is worth it, paced for the wallet."""

import asyncio
import heapq
import logging
import random
from collections.abc import Awaitable, Callable

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    KeyMissingError,
    KeyRejectedError,
    RateLimitedError,
    VideoGenError,
)
from videogen_desktop.domain.provider import Provider
from videogen_desktop.domain.video import Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.poll_schedule import (
    LONGEST_BACKOFF_MS,
    LONGEST_INTERVAL_MS,
    EvenTurns,
    PollSchedule,
)
from videogen_desktop.services.waiting import news_or_time
from videogen_desktop.services.watching import Watched, Watcher

_log = logging.getLogger(__name__)

_AT_ONCE = 8
_KEY_ERRORS = (KeyMissingError, KeyRejectedError)
# The monotonic clock stands still while the machine sleeps: that the other one went on without it
# is how a sleep shows, and a wait longer than this would sleep on.
_AWAKE_MS = 30_000


class Poller:
    """One loop over a heap of due times; any number of videos costs one task. Worker thread."""

    def __init__(
        self,
        provider: Provider,
        watcher: Watcher,
        announcer: Announcer,
        clock: Clock,
        randomness: random.Random,
        usual_ms: Callable[[str], Awaitable[int]],
    ) -> None:
        self._provider = provider
        self._watcher = watcher
        self._announcer = announcer
        self._clock = clock
        self._random = randomness
        self._usual_ms = usual_ms
        self._turns = EvenTurns(clock, provider.pace.reading_gap_ms)
        self._due: list[tuple[int, str]] = []
        self._watched: dict[str, Watched] = {}
        self._news = asyncio.Event()
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self._reported = False
        self._ahead_ms = self._wall_ahead_ms()

    @property
    def in_flight(self) -> int:
        """How many videos are still watched."""
        return len(self._watched)

    async def watch(self, video: Video, within_ms: int = LONGEST_INTERVAL_MS) -> None:
        """Read the video's record until it ends, for the first time within so many milliseconds;
        asking twice is fine."""
        delay = min(await self._next_delay(video), within_ms)
        watched = self._watched.get(video.id)
        if watched is None:
            self._watched[video.id] = Watched(video.id)
            self._schedule(video.id, delay)
        elif watched.due_ms is None:
            # The reading under way may find that it had ended, just before it was found again.
            watched.goes_on = True

    def hasten(self, video_id: str) -> bool:
        """Read the record as soon as the pace allows; False for a video that is not watched.

        A provider that errs or asks for patience is not asked any sooner.
        """
        watched = self._watched.get(video_id)
        if watched is None:
            return False
        if watched.due_ms is None:
            watched.again = True
        elif not watched.failures and watched.due_ms > self._clock.monotonic_ms():
            self._schedule(video_id, 0)
        return True

    async def run(self) -> None:
        """Poll until cancelled."""
        async with asyncio.TaskGroup() as readings:
            while True:
                await self._until_due()
                _, video_id = heapq.heappop(self._due)
                self._watched[video_id].due_ms = None
                await self._slots.acquire()
                await self._turns.turn()
                readings.create_task(self._read(video_id), name=f"poll {video_id}")

    async def _until_due(self) -> None:
        while True:
            self._news.clear()
            self._hasten_after_sleep()
            due = self._next_due()
            wait = None if due is None else due - self._clock.monotonic_ms()
            if wait is not None and wait <= 0:
                return
            limited = None if wait is None else min(wait, _AWAKE_MS)
            await news_or_time(self._news, self._clock, limited)

    def _hasten_after_sleep(self) -> None:
        ahead = self._wall_ahead_ms()
        if ahead - self._ahead_ms > _AWAKE_MS:
            # What became of them meanwhile? Once each, at the pace of the wallet.
            for video_id in self._watched:
                self.hasten(video_id)
        self._ahead_ms = ahead

    def _wall_ahead_ms(self) -> int:
        return self._clock.now_ms() - self._clock.monotonic_ms()

    def _next_due(self) -> int | None:
        while self._due:
            due, video_id = self._due[0]
            watched = self._watched.get(video_id)
            if watched is not None and watched.due_ms == due:
                return due
            # It was hastened: this is the moment that it had before.
            heapq.heappop(self._due)
        return None

    async def _read(self, video_id: str) -> None:
        watched = self._watched[video_id]
        try:
            delay = await self._reading(watched)
        except Exception:  # noqa: BLE001 - a defect met by one video must not stop the others
            _log.exception("reading %s", video_id)
            delay = LONGEST_BACKOFF_MS
        finally:
            self._slots.release()
        if delay is None and not watched.goes_on:
            del self._watched[video_id]
            return
        watched.goes_on = False
        is_outdated = watched.again and not watched.failures
        watched.again = False
        self._schedule(video_id, 0 if is_outdated else delay or 0)

    async def _reading(self, watched: Watched) -> int | None:
        """One reading; the delay until the next, or None when the video has ended."""
        video = await self._watcher.current(watched.video_id)
        try:
            status = await self._provider.status(video.task_id or "")
            goes_on = await self._watcher.apply(watched, status)
        except VideoGenError as error:
            return await self._failed(video, watched, error)
        watched.failures = 0
        self._reported = False
        if watched.trouble is not None:
            watched.trouble = None
            self._announcer.reading_trouble(video.id, None)
        return await self._next_delay(video) if goes_on else None

    async def _failed(self, video: Video, watched: Watched, error: VideoGenError) -> int:
        watched.failures += 1
        _log.info("reading %s failed: %s", video.id, type(error).__name__)
        # One failed reading may be a slip; a key that does not fit is none.
        is_certain = watched.failures > 1 or isinstance(error, _KEY_ERRORS)
        if is_certain and watched.trouble is not type(error):
            watched.trouble = type(error)
            self._announcer.reading_trouble(video.id, error)
        # A gallery full of waiting cards is one problem, not a hundred.
        if is_certain and not self._reported:
            self._reported = True
            self._announcer.problem(error)
        schedule = await self._schedule_of(video)
        delay = schedule.delay_after_failures(watched.failures)
        if isinstance(error, RateLimitedError):
            return max(delay, error.retry_after_ms or 0, self._provider.pace.rest_ms)
        return delay

    async def _next_delay(self, video: Video) -> int:
        elapsed = max(self._clock.now_ms() - (video.accepted_at or video.created_at), 0)
        return (await self._schedule_of(video)).delay_after(elapsed)

    async def _schedule_of(self, video: Video) -> PollSchedule:
        usual = await self._usual_ms(video.model_id)
        least = self._provider.pace.task_gap_ms
        return PollSchedule(usual, least, self._random)

    def _schedule(self, video_id: str, delay: int) -> None:
        due = self._clock.monotonic_ms() + delay
        self._watched[video_id].due_ms = due
        heapq.heappush(self._due, (due, video_id))
        self._news.set()
