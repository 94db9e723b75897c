"""Reads the records of everything in flight, each when it is worth it, paced for the wallet."""

import asyncio
import heapq
import logging
import random
from collections.abc import Callable

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import KeyRejectedError, RateLimitedError, VideoGenError
from videogen_desktop.domain.provider import Provider
from videogen_desktop.domain.video import Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.poll_schedule import LONGEST_BACKOFF_MS, Pace, PollSchedule
from videogen_desktop.services.sending import RATE_WINDOW_MS
from videogen_desktop.services.waiting import news_or_time
from videogen_desktop.services.watching import Watched, Watcher

_log = logging.getLogger(__name__)

_AT_ONCE = 8
# Under the ten a second that Kie allows for a key.
_PACE_MS = 120


class Poller:
    """One loop over a heap of due times; any number of videos costs one task. Worker thread."""

    def __init__(
        self,
        provider: Provider,
        watcher: Watcher,
        announcer: Announcer,
        clock: Clock,
        randomness: random.Random,
        usual_ms: Callable[[str], int],
    ) -> None:
        self._provider = provider
        self._watcher = watcher
        self._announcer = announcer
        self._clock = clock
        self._random = randomness
        self._usual_ms = usual_ms
        self._pace = Pace(clock, _PACE_MS)
        self._due: list[tuple[int, str]] = []
        self._watched: dict[str, Watched] = {}
        self._news = asyncio.Event()
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self._reported = False

    @property
    def in_flight(self) -> int:
        """How many videos are still watched."""
        return len(self._watched)

    def watch(self, video: Video) -> None:
        """Read the video's record until it ends; asking twice is fine."""
        if video.id not in self._watched:
            self._watched[video.id] = Watched(video.id)
            self._schedule(video.id, self._next_delay(video))

    async def run(self) -> None:
        """Poll until cancelled."""
        async with asyncio.TaskGroup() as readings:
            while True:
                await self._until_due()
                _, video_id = heapq.heappop(self._due)
                await self._slots.acquire()
                await self._pace.turn()
                readings.create_task(self._read(video_id), name=f"poll {video_id}")

    async def _until_due(self) -> None:
        while True:
            self._news.clear()
            wait = self._due[0][0] - self._clock.monotonic_ms() if self._due else None
            if wait is not None and wait <= 0:
                return
            await news_or_time(self._news, self._clock, wait)

    async def _read(self, video_id: str) -> None:
        try:
            delay = await self._reading(self._watched[video_id])
        except Exception:  # noqa: BLE001 - a defect met by one video must not stop the others
            _log.exception("reading %s", video_id)
            delay = LONGEST_BACKOFF_MS
        finally:
            self._slots.release()
        if delay is None:
            del self._watched[video_id]
        else:
            self._schedule(video_id, delay)

    async def _reading(self, watched: Watched) -> int | None:
        """One reading; the delay until the next, or None when the video has ended."""
        video = self._watcher.current(watched.video_id)
        try:
            status = await self._provider.status(video.task_id or "")
            goes_on = self._watcher.apply(watched, status)
        except VideoGenError as error:
            return self._failed(video, watched, error)
        watched.failures = 0
        self._reported = False
        return self._next_delay(video) if goes_on else None

    def _failed(self, video: Video, watched: Watched, error: VideoGenError) -> int:
        watched.failures += 1
        _log.info("reading %s failed: %s", video.id, type(error).__name__)
        # A gallery full of waiting cards is one problem, not a hundred.
        if not self._reported and (watched.failures > 1 or isinstance(error, KeyRejectedError)):
            self._reported = True
            self._announcer.problem(error)
        delay = self._schedule_of(video).delay_after_failures(watched.failures)
        if isinstance(error, RateLimitedError):
            return max(delay, error.retry_after_ms or 0, RATE_WINDOW_MS)
        return delay

    def _next_delay(self, video: Video) -> int:
        elapsed = max(self._clock.now_ms() - (video.accepted_at or video.created_at), 0)
        return self._schedule_of(video).delay_after(elapsed)

    def _schedule_of(self, video: Video) -> PollSchedule:
        usual = self._usual_ms(video.model_id)
        least = self._provider.capabilities.least_poll_interval_ms
        return PollSchedule(usual, least, self._random)

    def _schedule(self, video_id: str, delay: int) -> None:
        heapq.heappush(self._due, (self._clock.monotonic_ms() + delay, video_id))
        self._news.set()
