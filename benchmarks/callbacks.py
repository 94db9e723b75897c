"""The webhook receiver under 200 slow connections and 1,000 valid callbacks.

Beside it the same callbacks without the crowd, and the same window and polling before both.
"""

import statistics
from itertools import pairwise
from typing import Any

from benchmarks.figure import Figure, MeasurementError, Target
from benchmarks.noted_reads import NotedReads, noted_reads
from benchmarks.plain_library import IN_FLIGHT, make_plain_library
from benchmarks.process import inside
from benchmarks.workplace import Workplace
from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.storage.directories import directories

_CALLBACKS, _CALLBACKS_QUICK = 1_000, 30
_SLOW, _SLOW_QUICK = 200, 20
_SECONDS, _SECONDS_QUICK = 10, 3
# All of them have been under way for minutes: the wallet is read as often as it may be.
_APART_MS = 600
_SECONDS_AT_MOST = 240.0
# A frame more than without callbacks.
_HEARTBEAT = Target(ratio=1, extra=16)
_READINGS = Target(ratio=1.25)


def measure(workplace: Workplace) -> list[Figure]:
    """Raises MeasurementError, also where a valid callback was not taken."""
    callbacks = workplace.count(_CALLBACKS, _CALLBACKS_QUICK)
    slow = workplace.count(_SLOW, _SLOW_QUICK)
    folder = workplace.folder / "called"
    with noted_reads() as noted:
        key = WalletKey("kie", noted.address)
        make_plain_library(directories(folder), key, IN_FLIGHT, callbacks, _APART_MS)
        seconds = workplace.count(_SECONDS, _SECONDS_QUICK)
        arguments = (folder, noted.address, "--seconds", seconds, "--slow", slow)
        said = inside("called", arguments, workplace.without_screen, _SECONDS_AT_MOST)
        gaps = {name: _gaps(noted, said[name]) for name in ("quiet", "alone", "crowded")}
    for name in ("alone", "crowded"):
        if said[name]["statuses"] != {"200": callbacks}:
            raise MeasurementError(f"answers to valid callbacks: {said[name]['statuses']}")
    return _figures(f"{callbacks:,} callbacks, {slow} slow connections: ", said, gaps, callbacks)


def _gaps(noted: NotedReads, phase: dict[str, Any]) -> list[float]:
    """Milliseconds between two readings of the wallet's records."""
    reads = noted.between(phase["began_ns"], phase["ended_ns"])
    gaps = [(later.at_ns - earlier.at_ns) / 1e6 for earlier, later in pairwise(reads)]
    if not gaps:
        raise MeasurementError("fewer than two records were read")
    return gaps


def _figures(
    label: str, said: dict[str, Any], gaps: dict[str, list[float]], callbacks: int
) -> list[Figure]:
    details: dict[str, object] = {
        **said,
        "readings": {name: len(values) + 1 for name, values in gaps.items()},
        "longest_gap_ms": {name: round(max(values), 1) for name, values in gaps.items()},
    }
    return [
        Figure(
            name=f"{label}slowest answer",
            measured=said["crowded"]["answered"]["worst"],
            beside="without the slow ones",
            beside_value=said["alone"]["answered"]["worst"],
            target=Target(extra=1_000),
            runs=callbacks,
            details=details,
        ),
        Figure(
            name=f"{label}heartbeat late, p99.9",
            measured=said["crowded"]["beat"]["p999"],
            beside="the same window before",
            beside_value=said["quiet"]["beat"]["p999"],
            target=_HEARTBEAT,
            runs=said["crowded"]["beat"]["beats"],
            details=details,
        ),
        Figure(
            name=f"{label}between two readings",
            measured=statistics.median(gaps["crowded"]),
            beside="the same engine before",
            beside_value=statistics.median(gaps["quiet"]),
            target=_READINGS,
            runs=len(gaps["crowded"]),
            details=details,
        ),
    ]
