"""The records of accepted tasks: when each is read, what a reading means, and how a task ends."""

import asyncio
import heapq
import logging
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    KeyMissingError,
    KeyRejectedError,
    RateLimitedError,
    VideoGenError,
)
from videogen_desktop.domain.provider import Provider, TaskPhase, TaskStatus
from videogen_desktop.domain.states import ACCEPTED_STATES, Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.phases import FinishPhases
from videogen_desktop.services.run_history import (
    LONGEST_BACKOFF_MS,
    LONGEST_INTERVAL_MS,
    PollSchedule,
)
from videogen_desktop.services.waiting import EvenTurns, news_or_time
from videogen_desktop.storage.library import Library

_log = logging.getLogger(__name__)

# "recordInfo is null" right after create is normal; other careful clients give it 90 s too.
RECORD_GRACE_MS = 90_000
# One answer may be a slip of the provider's; three in a row after the grace are not.
MISSING_READINGS = 3
RESULT_GRACE_MS = 15 * 60_000
_AT_ONCE = 8
_KEY_ERRORS = (KeyMissingError, KeyRejectedError)
# The monotonic clock stands still while the machine sleeps: that the other one went on without it
# is how a sleep shows, and a wait longer than this would sleep on.
_AWAKE_MS = 30_000


@dataclass(slots=True)
class Watched:
    """The memory of a video between two readings."""

    video_id: str
    missing: int = 0
    failures: int = 0
    # When the first of them was, in UTC milliseconds.
    failing_since: int = 0
    # Which kind of failure the front ends were told of; None while none is shown.
    trouble: type[Exception] | None = None
    # When it is read next, on the poller's clock; None while a reading is under way.
    due_ms: int | None = None
    # News came while a reading was under way: that reading may be older than the news.
    again: bool = False
    # It is watched anew, whatever the reading under way says of its end.
    goes_on: bool = False


class Poller:
    """One loop over a heap of due times; any number of videos costs one task. Worker thread."""

    def __init__(
        self,
        provider: Provider,
        watcher: "Watcher",
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
        # As they were accepted: neither task nor model changes. A reading that had its turn does
        # not wait for a library that may be far away, which would undo the pace.
        self._videos: dict[str, Video] = {}
        self._news = asyncio.Event()
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self._reported = False
        self._ahead_ms = self._wall_ahead_ms()

    @property
    def in_flight(self) -> int:
        """The number of videos that are still watched."""
        return len(self._watched)

    async def watch(self, video: Video, within_ms: int = LONGEST_INTERVAL_MS) -> None:
        """Read the video's record until it ends, for the first time within so many milliseconds;
        asking twice is fine."""
        delay = min(await self._next_delay(video), within_ms)
        watched = self._watched.get(video.id)
        if watched is None:
            self._watched[video.id], self._videos[video.id] = Watched(video.id), video
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
            self._announcer.forget_reported(video_id)
            del self._watched[video_id], self._videos[video_id]
            return
        watched.goes_on = False
        is_outdated = watched.again and not watched.failures
        watched.again = False
        self._schedule(video_id, 0 if is_outdated else delay or 0)

    async def _reading(self, watched: Watched) -> int | None:
        """One reading; the delay until the next, or None when the video has ended."""
        video = self._videos[watched.video_id]
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
        if not watched.failures:
            watched.failing_since = self._clock.now_ms()
        watched.failures += 1
        _log.info("reading %s failed: %s", video.id, type(error).__name__)
        # One failed reading may be a slip; a key that does not fit is none.
        is_certain = watched.failures > 1 or isinstance(error, _KEY_ERRORS)
        if is_certain and watched.trouble is not type(error):
            watched.trouble = type(error)
            self._announcer.reading_trouble(video.id, error, watched.failing_since)
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


class Watcher:
    """Turns readings of accepted videos' records into state. Worker thread only."""

    def __init__(self, library: Library, finisher: "Finisher", clock: Clock) -> None:
        self._library = library
        self._finisher = finisher
        self._clock = clock

    async def current(self, video_id: str) -> Video:
        return await self._library.read(lambda rows: rows.videos.get(video_id))

    async def apply(self, watched: Watched, status: TaskStatus) -> bool:
        """Write what the reading means; True while the video must be read again."""
        video = await self.current(watched.video_id)
        if status.phase is not TaskPhase.RECORD_MISSING:
            watched.missing = 0
        if status.phase is TaskPhase.FAILED:
            await self._finisher.finish(video.id, status)
        elif status.phase is TaskPhase.SUCCEEDED:
            await self._succeeded(video, status)
        elif video.state in ACCEPTED_STATES:
            if status.phase is TaskPhase.RECORD_MISSING:
                await self._missing(video, watched)
            else:
                await self._finisher.moved(video, status)
        return (await self.current(video.id)).state in ACCEPTED_STATES

    async def _succeeded(self, video: Video, status: TaskStatus) -> None:
        if status.result_urls or video.state not in ACCEPTED_STATES:
            await self._finisher.finish(video.id, status)
            return
        first = await self._finisher.first_success(video)
        if self._clock.now_ms() - first >= RESULT_GRACE_MS:
            await self._finisher.finish(video.id, status, Reason.RESULT_MISSING)
        else:
            await self._finisher.moved(video, status)

    async def _missing(self, video: Video, watched: Watched) -> None:
        since = self._clock.now_ms() - (video.accepted_at or video.created_at)
        if 0 <= since < RECORD_GRACE_MS:
            return
        watched.missing += 1
        if watched.missing >= MISSING_READINGS:
            await self._finisher.record_gone(video.id)


def _nothing() -> None:
    """Nobody waits for the end of a job."""


class Finisher:
    """The one way a task ends: idempotent, whoever brings the news. Worker thread only."""

    def __init__(
        self,
        phases: FinishPhases,
        announcer: Announcer,
        on_result: Callable[[Video], None],
        on_ended: Callable[[], None] = _nothing,
    ) -> None:
        self._phases = phases
        self._announcer = announcer
        self._on_result = on_result
        self._on_ended = on_ended

    async def finish(self, video_id: str, status: TaskStatus, reason: Reason | None = None) -> bool:
        """End the video as the terminal status says, with its money, exactly once.

        `reason` RESULT_MISSING turns a success that never showed a file into a failure. False
        when the video had ended before: then nothing moves, a contradiction is recorded, and a
        result that comes too late is rescued as a video of its own.
        """
        ending = await self._phases.finish(video_id, status, reason)
        if ending.changed is not None:
            await self._told(ending.changed)
            if ending.disbelieved is not None:
                self._announcer.problem(ending.disbelieved)
        return ending.is_end

    async def ended_otherwise(
        self, video_id: str, task_id: str, status: TaskStatus
    ) -> Video | None:
        """What the provider says about the task of a video that ended without ever learning it:
        a contradiction is recorded, and the video that was rescued by it is returned."""
        rescued = await self._phases.ended_otherwise(video_id, task_id, status)
        if rescued is not None:
            await self._told(rescued)
        return rescued

    async def moved(self, video: Video, status: TaskStatus) -> None:
        """A step on the way, a new word of the provider, or what it says that it costs: no money
        moves."""
        amount = 0 if status.reported is None else status.reported.amount
        is_news = amount > 0 and self._announcer.reported(video.id, amount)
        running = status.phase is TaskPhase.RUNNING and video.state is VideoState.PENDING
        moved = None
        # Nearly every reading brings neither: nothing is to be written for it.
        if running or status.word != video.provider_word:
            moved = await self._phases.moved(video.id, status)
        if moved is not None or is_news:
            await self._announcer.changed(moved or video)

    async def first_success(self, video: Video) -> int:
        """When it was first called a success without a result, in milliseconds."""
        return await self._phases.first_success(video.id)

    async def found_again(self, video_id: str) -> Video | None:
        """The provider knows the task after all: it is polled on, no money moves."""
        return await self._told_if_any(await self._phases.found_again(video_id))

    async def record_gone(self, video_id: str) -> Video | None:
        """The provider no longer knows an accepted task: how it ended cannot be read."""
        return await self._told_if_any(await self._phases.record_gone(video_id))

    async def _told_if_any(self, video: Video | None) -> Video | None:
        if video is not None:
            await self._tell(video)
        return video

    async def _told(self, ended: Video) -> None:
        # First: whoever is cancelled at the next await has left nobody asleep.
        if ended.state is VideoState.COMPLETED:
            self._on_result(ended)
        self._on_ended()
        await self._tell(ended)

    async def _tell(self, video: Video) -> None:
        _log.info("video %s is %s", video.id, video.state)
        await self._announcer.changed(video)
        await self._announcer.balance(video.wallet_id)
