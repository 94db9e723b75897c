"""Requests per completed video against a reading every five seconds, in virtual time.

The real poller and schedule read tasks of lognormal length; what is not simulated is the wire.
"""

import asyncio
import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from benchmarks.figure import Figure, Target, Unit
from benchmarks.workplace import Workplace
from tests.requests import KIE, KLING, priced
from tests.services.scripted_provider import RUNNING, ScriptedProvider, succeeded
from tests.services.virtual_time import VirtualClock, run_virtually
from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.provider import TaskPhase, TaskStatus
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.polling import Poller, Watched, Watcher
from videogen_desktop.services.run_history import ENOUGH_RUNS, LAST_RUNS, RunHistory

_SEED = 4
_SIGMA = 0.3
_VIDEOS, _VIDEOS_QUICK = 1_000, 40
_AT_ONCE = 5
_FIXED_MS = 5_000
_DELAY_MS, _DELAY_PART = 2_500, 0.03
# The median of the durations in seconds, and the part of the fixed polling's requests.
CASES = ((30, 1.0), (180, 0.5), (720, 0.25))


@dataclass(frozen=True, slots=True)
class Run:
    """One polled task, in milliseconds; `delay` is from its end to the reading that showed it."""

    duration: int
    requests: int
    delay: int


def measure(workplace: Workplace) -> list[Figure]:
    videos = workplace.count(_VIDEOS, _VIDEOS_QUICK)
    figures = []
    for seconds, part in CASES:
        figures += figures_of(seconds, part, simulated(seconds * 1_000, videos, Random(_SEED)))
    return figures


def simulated(median_ms: int, videos: int, random: Random) -> list[Run]:
    """Poll so many, a few at a time, each accepted when a part of the usual time has passed."""
    durations = [round(median_ms * math.exp(random.gauss(0, _SIGMA))) for _ in range(videos)]
    return run_virtually(_story(durations, median_ms // _AT_ONCE, random))


async def _story(durations: Sequence[int], apart_ms: int, random: Random) -> list[Run]:
    clock = VirtualClock()
    tasks = _Tasks(clock)
    poller = Poller(
        tasks, _Readings(tasks), _Silence(), clock, random, _Runs(tasks.durations).usual_ms
    )
    polling = asyncio.create_task(poller.run())
    for number, duration in enumerate(durations):
        await poller.watch(tasks.accept(f"video-{number}", duration))
        await clock.sleep(apart_ms)
    while poller.in_flight:
        if polling.done():
            # A defect, which would let virtual time run for ever.
            await polling
        await clock.sleep(apart_ms)
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)
    return tasks.runs


class _Tasks(ScriptedProvider):
    """A provider of tasks that end when their time has come."""

    def __init__(self, clock: VirtualClock) -> None:
        super().__init__(pace=KIE.pace)
        self._clock = clock
        self._requests: dict[str, int] = {}
        self._ends: dict[str, int] = {}
        self.videos: dict[str, Video] = {}
        self.durations: list[int] = []
        self.runs: list[Run] = []

    def accept(self, video_id: str, duration: int) -> Video:
        now = self._clock.now_ms()
        video = replace(_VIDEO, id=video_id, task_id=video_id, accepted_at=now, created_at=now)
        self.videos[video_id] = video
        self._requests[video_id], self._ends[video_id] = 0, now + duration
        return video

    async def status(self, task_id: str) -> TaskStatus:
        self._requests[task_id] += 1
        late = self._clock.now_ms() - self._ends[task_id]
        if late < 0:
            return RUNNING
        duration = self._ends[task_id] - (self.videos[task_id].accepted_at or 0)
        self.durations.append(duration)
        self.runs.append(Run(duration, self._requests[task_id], late))
        return succeeded()


class _Readings(Watcher):
    """Keeps no library: the tasks are all in memory."""

    def __init__(self, tasks: _Tasks) -> None:
        self._tasks = tasks

    async def current(self, video_id: str) -> Video:
        return self._tasks.videos[video_id]

    async def apply(self, watched: Watched, status: TaskStatus) -> bool:
        return status.phase is not TaskPhase.SUCCEEDED


class _Runs(RunHistory):
    """Knows the ended ones as the library would."""

    def __init__(self, durations: Sequence[int]) -> None:
        self._durations = durations
        self._vendor = lambda: KIE

    async def estimate_ms(self, model_id: str) -> int | None:
        if len(self._durations) < ENOUGH_RUNS:
            return None
        return int(statistics.median(self._durations[-LAST_RUNS:]))


class _Silence(Announcer):
    """Nobody is told."""

    def __init__(self) -> None:
        """Without a library."""

    def problem(self, error: VideoGenError) -> None:
        raise error

    def forget_reported(self, video_id: str) -> None:
        """Nothing was reported."""


_REQUEST = priced(vendor=KIE, model_id=KLING.id)
_VIDEO = Video(
    id="",
    wallet_id="wallet",
    request=_REQUEST.request,
    body=_REQUEST.body,
    price=_REQUEST.price,
    request_sha256=_REQUEST.sha256,
    state=VideoState.PENDING,
    created_at=0,
    updated_at=0,
    revision=1,
)


def figures_of(seconds: int, part: float, runs: Sequence[Run]) -> list[Figure]:
    fixed = [max(1, math.ceil(run.duration / _FIXED_MS)) for run in runs]
    fixed_delays = [
        asked * _FIXED_MS - run.duration for asked, run in zip(fixed, runs, strict=True)
    ]
    delays = [run.delay for run in runs]
    label = f"polling, median {seconds} s: "
    details: dict[str, object] = {
        "seed": _SEED,
        "sigma": _SIGMA,
        "requests_most": max(run.requests for run in runs),
        "delay_p95_ms": sorted(delays)[len(delays) * 95 // 100],
        "delay_most_ms": max(delays),
    }
    delay_ms = max(_DELAY_MS, _DELAY_PART * seconds * 1_000)
    return [
        Figure(
            name=f"{label}requests per video",
            measured=statistics.mean(run.requests for run in runs),
            beside="a reading every 5 s",
            beside_value=statistics.mean(fixed),
            target=Target(ratio=part),
            runs=len(runs),
            unit=Unit.COUNT,
            details=details,
        ),
        Figure(
            name=f"{label}median delay",
            measured=statistics.median(delays),
            beside="a reading every 5 s",
            beside_value=statistics.median(fixed_delays),
            target=Target(extra=delay_ms),
            runs=len(runs),
            details=details,
        ),
    ]
