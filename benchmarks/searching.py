"""The first 60 cards of a search in 100,000 prompts, typed letter by letter."""

from benchmarks.figure import Figure, MeasurementError, Target
from benchmarks.process import inside
from benchmarks.workplace import Workplace

_RUNS = 3
_VIDEOS, _VIDEOS_QUICK = 100_000, 2_000
_SEARCHES, _SEARCHES_QUICK = 200, 20
_FIRST_CARDS = Target(extra=30)
# What a heartbeat is allowed while the program works.
_BLOCKED = Target(extra=16)
_BLOCKED_WORST = Target(extra=50)


def measure(workplace: Workplace) -> list[Figure]:
    """Raises MeasurementError."""
    videos = workplace.count(_VIDEOS, _VIDEOS_QUICK)
    searches = workplace.count(_SEARCHES, _SEARCHES_QUICK)
    arguments = (workplace.library(videos), "--searches", searches)
    runs = [
        inside("searching", arguments, workplace.without_screen)
        for _ in range(workplace.count(_RUNS, 1))
    ]
    if lost := sum(run["lost"] for run in runs):
        raise MeasurementError(f"{lost} searches showed nothing within five seconds")
    best = min(runs, key=lambda run: float(run["search"]["p99"]))
    calm = min(runs, key=lambda run: float(run["beat"]["worst"]))
    beat = "the same heartbeat at rest"
    label = f"search in {videos:,} prompts: "
    return [
        Figure(
            name=f"{label}first 60 cards, p99",
            measured=best["search"]["p99"],
            beside="the same rows through bare sqlite3, p99",
            beside_value=best["bare"]["p99"],
            target=_FIRST_CARDS,
            runs=len(runs),
            details={"best_run_ms": best, "all_ms": [run["search"]["p99"] for run in runs]},
        ),
        Figure(
            name=f"{label}UI thread late, p99.9",
            measured=calm["beat"]["p999"],
            beside=f"{beat}, p99.9",
            beside_value=calm["rest"]["p999"],
            target=_BLOCKED,
            runs=len(runs),
            details={"heartbeat_ms": calm["beat"]},
        ),
        Figure(
            name=f"{label}UI thread late, worst",
            measured=calm["beat"]["worst"],
            beside=f"{beat}, worst",
            beside_value=calm["rest"]["worst"],
            target=_BLOCKED_WORST,
            runs=len(runs),
            details={"all_ms": [run["beat"]["worst"] for run in runs]},
        ),
    ]
