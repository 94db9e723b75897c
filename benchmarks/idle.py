"""The window with 10,000 videos and nothing under way, beside an empty window at the same time."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from benchmarks.figure import Figure, MeasurementError, Target, Unit
from benchmarks.inside.own_resources import children, processor_seconds, resident_mb
from benchmarks.workplace import Workplace
from videogen_desktop.executable import own_command

_RUNS = 3
_VIDEOS, _VIDEOS_QUICK = 10_000, 300
_SETTLED_SECONDS, _SETTLED_QUICK = 25, 3
_SECONDS, _SECONDS_QUICK = 60, 2
_END_SECONDS = 20.0
_MEMORY = Target(ratio=2.3)
_PROCESSOR = Target(extra=0.5)
_RIVAL = "an empty PySide6 window"


@dataclass(frozen=True, slots=True)
class _Rest:
    """Of the window's own process; `family_per_cent` counts its children's time too."""

    memory_mb: float
    per_cent: float
    family_per_cent: float


def measure(workplace: Workplace) -> list[Figure]:
    """Several windows at once, each with a library of its own: what is measured is their own
    time, and not the clock's. Raises MeasurementError."""
    if not sys.platform.startswith("linux"):
        raise MeasurementError("memory and processor time are read from /proc")
    seconds = workplace.count(_SECONDS, _SECONDS_QUICK)
    settled = workplace.count(_SETTLED_SECONDS, _SETTLED_QUICK)
    videos = workplace.count(_VIDEOS, _VIDEOS_QUICK)
    stay = str(settled + seconds + 60)
    empty_window = str(Path(__file__).with_name("empty_window.py"))
    with ExitStack() as windows:
        empty = windows.enter_context(
            _window(workplace, [sys.executable, "-P", "-X", "utf8", empty_window, stay])
        )
        ours = [
            windows.enter_context(_window(workplace, _ours(workplace, videos)))
            for _ in range(workplace.count(_RUNS, 1))
        ]
        time.sleep(settled)
        rests = _rests([empty, *ours], seconds)
    return _figures(videos, rests[0], rests[1:], seconds)


def _ours(workplace: Workplace, videos: int) -> list[str]:
    data_dir = str(workplace.copy_of_library(videos, at_rest=True))
    return own_command("window", "--provider", "sandbox", "--data-dir", data_dir)


@contextmanager
def _window(workplace: Workplace, command: Sequence[str]) -> Iterator["subprocess.Popen[bytes]"]:
    with subprocess.Popen(
        command,
        env=workplace.without_screen,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(_END_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


def _rests(processes: "Sequence[subprocess.Popen[bytes]]", seconds: int) -> list[_Rest]:
    families = [children(process.pid) for process in processes]
    known = zip(processes, families, strict=True)
    before = [_spent(process.pid, family) for process, family in known]
    time.sleep(seconds)
    rests = []
    for process, family, (own, others) in zip(processes, families, before, strict=True):
        if process.poll() is not None:
            raise MeasurementError(f"a window ended by itself: {process.returncode}")
        own_now, others_now = _spent(process.pid, family)
        alone = own_now - own
        rests.append(
            _Rest(
                memory_mb=resident_mb(process.pid),
                per_cent=alone / seconds * 100,
                family_per_cent=(alone + others_now - others) / seconds * 100,
            )
        )
    return rests


def _spent(process_id: int, family: Sequence[int]) -> tuple[float, float]:
    """Seconds of a processor: its own, and those of its children."""
    return processor_seconds(process_id), sum(map(_spent_by_child, family))


def _spent_by_child(process_id: int) -> float:
    try:
        return processor_seconds(process_id)
    except FileNotFoundError:
        # It has ended since, and its time is its parent's now.
        return 0.0


def _figures(videos: int, empty: _Rest, ours: Sequence[_Rest], seconds: int) -> list[Figure]:
    details = {"seconds": seconds, "windows": [_numbers(rest) for rest in ours]}

    def least(name: str, of: Callable[[_Rest], float], unit: Unit, target: Target | None) -> Figure:
        return Figure(
            name=f"idle, {videos:,} videos: {name}",
            measured=min(map(of, ours)),
            beside=_RIVAL,
            beside_value=of(empty),
            target=target,
            runs=len(ours),
            unit=unit,
            details=details,
        )

    per_cent = Unit.PER_CENT_OF_A_CORE
    family = "the same with the sandbox it started"
    return [
        least("memory of the window", attrgetter("memory_mb"), Unit.MEGABYTES, _MEMORY),
        least(f"processor over {seconds} s", attrgetter("per_cent"), per_cent, _PROCESSOR),
        least(family, attrgetter("family_per_cent"), per_cent, None),
    ]


def _numbers(rest: _Rest) -> dict[str, float]:
    return {
        "memory_mb": round(rest.memory_mb, 1),
        "window_per_cent": round(rest.per_cent, 3),
        "with_children_per_cent": round(rest.family_per_cent, 3),
    }
