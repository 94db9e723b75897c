"""One engine with 10,000 videos in flight, beside one with none, at the same time."""

import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figure import Figure, MeasurementError, Target, Unit
from benchmarks.noted_reads import NotedReads, Read, most_within, noted_reads
from benchmarks.plain_library import IN_FLIGHT, make_plain_library
from benchmarks.process import inside
from benchmarks.workplace import Workplace
from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.storage.directories import directories

_RUNS = 2
_VIDEOS, _VIDEOS_QUICK = 10_000, 200
_SETTLED, _SETTLED_QUICK = 5, 2
_SECONDS, _SECONDS_QUICK = 60, 2
_STARTS, _START_SECONDS = 5, 3
# The oldest was asked for twenty minutes ago.
_SPAN_MS = 1_200_000
_KIE_LIMIT = 10
_SECONDS_AT_MOST = 300.0


@dataclass(frozen=True, slots=True)
class _Engine:
    """What it said of itself, and what its server noted from its start on."""

    said: dict[str, float]
    reads: list[Read]

    @property
    def opened_ms(self) -> float:
        return (self.said["opened_ns"] - self.said["began_ns"]) / 1e6

    @property
    def swept_ms(self) -> float:
        """From the process's first line to the first record that was asked for."""
        if not self.reads:
            raise MeasurementError("no record was read")
        return (self.reads[0].at_ns - self.said["began_ns"]) / 1e6

    @property
    def measured_reads(self) -> list[Read]:
        first, last = self.said["first_ns"], self.said["last_ns"]
        return [read for read in self.reads if first <= read.at_ns < last]


def measure(workplace: Workplace) -> list[Figure]:
    """Several engines at once, each with a library of its own: what is measured is their own
    time, and not the clock's. Raises MeasurementError."""
    if not sys.platform.startswith("linux"):
        raise MeasurementError("memory is read from /proc")
    videos = workplace.count(_VIDEOS, _VIDEOS_QUICK)
    numbers = [0] + [videos] * workplace.count(_RUNS, 1)
    with ExitStack() as servers, ThreadPoolExecutor(len(numbers)) as threads:
        prepared = []
        for engine, number in enumerate(numbers):
            noted = servers.enter_context(noted_reads())
            folder = workplace.folder / f"in-flight-{engine}"
            key = WalletKey("kie", noted.address)
            apart_ms = _SPAN_MS // max(1, number)
            make_plain_library(directories(folder), key, IN_FLIGHT, number, apart_ms)
            prepared.append((folder, noted))
        settled = workplace.count(_SETTLED, _SETTLED_QUICK)
        seconds = workplace.count(_SECONDS, _SECONDS_QUICK)
        running = [threads.submit(_run, workplace, settled, seconds, *one) for one in prepared]
        idle, *busy = [engine.result() for engine in running]
        # One after the other: a start shares the processors with no other.
        starts = [
            [_run(workplace, 0, _START_SECONDS, *one) for one in prepared[:2]]
            for _ in range(workplace.count(_STARTS, 1))
        ]
    label = f"{videos:,} videos in flight: "
    return [*_at_work(label, idle, busy), _starting(label, starts)]


def _run(
    workplace: Workplace, settled: float, seconds: float, folder: Path, noted: NotedReads
) -> _Engine:
    arguments = (folder, noted.address, "--settled", settled, "--seconds", seconds)
    said = inside("in_flight", arguments, workplace.environment, _SECONDS_AT_MOST)
    return _Engine(said, noted.between(said["began_ns"], said["last_ns"]))


def _starting(label: str, starts: Sequence[Sequence[_Engine]]) -> Figure:
    return Figure(
        name=f"{label}process start to the first reading",
        measured=min(busy.swept_ms for _, busy in starts),
        beside="an engine with none is open",
        beside_value=min(idle.opened_ms for idle, _ in starts),
        target=Target(extra=3_000),
        runs=len(starts),
        details={
            "engines": [_numbers(busy) for _, busy in starts],
            "engines_with_none": [_numbers(idle) for idle, _ in starts],
        },
    )


def _at_work(label: str, idle: _Engine, busy: Sequence[_Engine]) -> list[Figure]:
    details = {"engines": [_numbers(one) for one in busy], "engine_with_none": _numbers(idle)}
    beside = "an engine with none"
    return [
        Figure(
            name=f"{label}processor",
            measured=min(one.said["per_cent"] for one in busy),
            beside=beside,
            beside_value=idle.said["per_cent"],
            target=Target(extra=15),
            runs=len(busy),
            unit=Unit.PER_CENT_OF_A_CORE,
            details=details,
        ),
        Figure(
            name=f"{label}memory",
            measured=min(one.said["memory_mb"] for one in busy),
            beside=beside,
            beside_value=idle.said["memory_mb"],
            target=Target(ratio=1, extra=150),
            runs=len(busy),
            unit=Unit.MEGABYTES,
            details=details,
        ),
        Figure(
            name=f"{label}readings a second, busiest ten seconds",
            measured=max(most_within(10, one.reads) for one in busy) / 10,
            beside="Kie's limit",
            beside_value=_KIE_LIMIT,
            target=Target(ratio=1),
            runs=len(busy),
            unit=Unit.COUNT,
            details=details,
        ),
    ]


def _numbers(engine: _Engine) -> dict[str, float]:
    seconds = (engine.said["last_ns"] - engine.said["first_ns"]) / 1e9
    return {
        "per_cent": round(engine.said["per_cent"], 2),
        "memory_mb": round(engine.said["memory_mb"], 1),
        "opened_ms": round(engine.opened_ms, 1),
        "opened_cpu_ms": round(engine.said["start_cpu_ms"], 1),
        "swept_ms": round(engine.swept_ms, 1) if engine.reads else 0.0,
        "reads_per_second": round(len(engine.measured_reads) / seconds, 2),
        # As the server's process came to read them.
        "most_in_a_second": most_within(1, engine.reads),
        "tasks_read": len({read.task_id for read in engine.reads}),
        "reads": len(engine.reads),
    }
