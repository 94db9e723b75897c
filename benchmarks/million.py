"""A library of 1,000,000 videos: opening, memory, and a search typed letter by letter."""

from typing import Any

from benchmarks.figure import Figure, Target, Unit
from benchmarks.process import inside
from benchmarks.workplace import Workplace

_RUNS = 3
_MANY, _MANY_QUICK, _FEW = 1_000_000, 2_000, 100
_SEARCHES, _SEARCHES_QUICK = 200, 20
_OPENING, _MEMORY = Target(ratio=1, extra=200), Target(ratio=1, extra=200)
_SEARCH = Target(extra=60)

Run = dict[str, Any]


def measure(workplace: Workplace) -> list[Figure]:
    """Raises MeasurementError."""
    videos = workplace.count(_MANY, _MANY_QUICK)
    runs = workplace.count(_RUNS, 1)
    pairs = [(_opened(workplace, videos), _opened(workplace, _FEW)) for _ in range(runs)]
    label = f"{videos:,} videos: "
    return [
        _beside(f"{label}opening, first card", "first_card_ms", pairs, _OPENING),
        # Nobody waits for it: the list grows below the first cards.
        _beside(f"{label}opening, whole list", "listed_ms", pairs, None),
        _beside(f"{label}memory after opening", "opened_mb", pairs, _MEMORY, Unit.MEGABYTES),
        _searching(workplace, videos, label),
    ]


def _opened(workplace: Workplace, videos: int) -> Run:
    arguments = (workplace.library(videos), "--rows", videos, "--only")
    return inside("scrolling", arguments, workplace.without_screen)


def _beside(
    name: str,
    key: str,
    pairs: list[tuple[Run, Run]],
    target: Target | None,
    unit: Unit = Unit.MILLISECONDS,
) -> Figure:
    measured, beside = min((many[key], few[key]) for many, few in pairs)
    return Figure(
        name=name,
        measured=measured,
        beside=f"the same with {_FEW} videos",
        beside_value=beside,
        target=target,
        runs=len(pairs),
        unit=unit,
        details={"many_and_few": [(many[key], few[key]) for many, few in pairs]},
    )


def _searching(workplace: Workplace, videos: int, label: str) -> Figure:
    searches = workplace.count(_SEARCHES, _SEARCHES_QUICK)
    arguments = (workplace.library(videos), "--searches", searches)
    runs = [
        inside("searching", arguments, workplace.without_screen)
        for _ in range(workplace.count(_RUNS, 1))
    ]
    best = min(runs, key=lambda run: float(run["search"]["p99"]))
    return Figure(
        name=f"{label}search, first 60 cards, p99",
        measured=best["search"]["p99"],
        beside="the same rows through bare sqlite3, p99",
        beside_value=best["bare"]["p99"],
        target=_SEARCH,
        runs=len(runs),
        details={"best_run_ms": best, "all_ms": [run["search"]["p99"] for run in runs]},
    )
