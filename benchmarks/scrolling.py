"""The gallery with 100,000 videos: opening, memory, and the time of its frames."""

from collections.abc import Sequence
from typing import Any

from benchmarks.figure import Figure, Target, Unit
from benchmarks.process import inside
from benchmarks.workplace import Workplace

_RUNS = 3
_MANY, _MANY_QUICK, _FEW = 100_000, 2_000, 100
_OPENING = Target(ratio=1, extra=100)
_MEMORY = Target(ratio=1, extra=60)
_P99, _P999, _RESIZE = Target(extra=8), Target(extra=24), Target(extra=16)
_MAKING = Target(extra=120_000)
_BARE = "a bare widget with ready pictures"
_WALKS = {"jumps": "equal jumps", "wheel": "clicks of the wheel"}

Run = dict[str, Any]


def measure(workplace: Workplace) -> list[Figure]:
    """Raises MeasurementError."""
    videos = workplace.count(_MANY, _MANY_QUICK)
    frames = workplace.count(0, 30)
    runs = workplace.count(_RUNS, 1)
    few: list[Run] = []
    many: list[Run] = []
    for _ in range(runs):
        few.append(_one(workplace, _FEW, frames, "--only"))
        many.append(_one(workplace, videos, frames))
    label = f"gallery, {videos:,} videos: "
    return [
        _making(workplace, videos),
        _opening(f"{label}opening, first card", "first_card_ms", few, many, _OPENING),
        # Nobody waits for it: the first cards are there, and the list grows below them.
        _opening(f"{label}opening, whole list", "listed_ms", few, many, None),
        _memory(f"{label}memory after opening", "opened_mb", few, many),
        *_frames(label, many),
        _resizing(label, many),
    ]


def _one(workplace: Workplace, videos: int, frames: int, *options: str) -> Run:
    where = workplace.library(videos)
    arguments = (where, "--rows", videos, "--frames", frames, *options)
    return inside("scrolling", arguments, workplace.without_screen)


def _making(workplace: Workplace, videos: int) -> Figure:
    return Figure(
        name=f"making the library of {videos:,} videos",
        measured=workplace.seconds_to_make.get(videos, 0.0) * 1_000,
        beside="making one of 100",
        beside_value=workplace.seconds_to_make.get(_FEW, 0.0) * 1_000,
        target=_MAKING,
        runs=1,
        details={"computed_s": workplace.seconds_computed.get(videos)},
    )


def _opening(
    name: str, key: str, few: Sequence[Run], many: Sequence[Run], target: Target | None
) -> Figure:
    # Each run against the small library that was opened just before it: the best of one beside
    # the best of the other compares two moments of the machine.
    pairs = [(run[key], small[key]) for run, small in zip(many, few, strict=True)]
    measured, beside = min(pairs)
    return Figure(
        name=name,
        measured=measured,
        beside=f"the same with {_FEW} videos",
        beside_value=beside,
        target=target,
        runs=len(pairs),
        details={"many_and_few_ms": pairs},
    )


def _memory(name: str, key: str, few: Sequence[Run], many: Sequence[Run]) -> Figure:
    return Figure(
        name=name,
        measured=min(run[key] for run in many),
        beside=f"the same with {_FEW} videos",
        beside_value=min(run[key] for run in few),
        target=_MEMORY,
        runs=len(many),
        unit=Unit.MEGABYTES,
        details={
            "many_mb": [run[key] for run in many],
            "few_mb": [run[key] for run in few],
            "walked_mb": [run["walked_mb"] for run in many],
        },
    )


def _frames(label: str, runs: Sequence[Run]) -> list[Figure]:
    figures = []
    for walk, words in _WALKS.items():
        for key, target in (("p99", _P99), ("p999", _P999), ("worst", None)):
            name = f"{label}{runs[0][walk]['frames']:,} {words}, {_SHARES[key]}"
            figures.append(_frame(name, walk, key, target, runs))
    return figures


_SHARES = {"p99": "p99", "p999": "p99.9", "worst": "worst"}


def _resizing(label: str, runs: Sequence[Run]) -> Figure:
    name = f"{label}resizing, p99 of {runs[0]['resize']['frames']} steps"
    return _frame(name, "resize", "p99", _RESIZE, runs)


def _frame(name: str, walk: str, key: str, target: Target | None, runs: Sequence[Run]) -> Figure:
    best = min(runs, key=lambda run: float(run[walk][key]))
    return Figure(
        name=name,
        measured=best[walk][key],
        beside=f"{_BARE}, {_SHARES[key]}",
        beside_value=best["bare"][key],
        target=target,
        runs=len(runs),
        details={"best_run_ms": best[walk], "all_ms": [run[walk][key] for run in runs]},
    )
