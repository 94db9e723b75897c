"""`make bench`: the figures the program is held to, each beside its floor from the same run.

    python -m benchmarks [--json FILE] [--only NAME] [--quick]

A missed target is reported and is no failure; the exit code is 1 only where something could not
be measured at all.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import (
    batches,
    callbacks,
    comparing,
    composer,
    discovery,
    folder_start,
    idle,
    in_flight,
    job,
    joining,
    ledger,
    listing,
    migration,
    million,
    pictures,
    playing,
    polling,
    scrolling,
    searching,
    sending,
    stills,
    window_start,
    working,
)
from benchmarks.figure import Figure, MeasurementError, SkippedError
from benchmarks.report import Report
from benchmarks.workplace import Workplace, workplace
from videogen_desktop.domain.errors import VideoGenError

_JSON = Path(__file__).parents[1] / "build" / "bench.json"
_STANDARD_OUTPUT = "-"

MEASUREMENTS: dict[str, Callable[[Workplace], list[Figure]]] = {
    "window": window_start.measure,
    "folder": folder_start.measure,
    "list": listing.measure,
    "send": sending.measure,
    "job": job.measure,
    "gallery": scrolling.measure,
    "search": searching.measure,
    "heartbeat": working.measure,
    "play": playing.measure,
    "compare": comparing.measure,
    "idle": idle.measure,
    "stills": stills.measure,
    "pictures": pictures.measure,
    "joining": joining.measure,
    "in_flight": in_flight.measure,
    "polling": polling.measure,
    "callbacks": callbacks.measure,
    "composer": composer.measure,
    "discovery": discovery.measure,
    "batches": batches.measure,
    "ledger": ledger.measure,
    "migration": migration.measure,
    "million": million.measure,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--json", default=str(_JSON), metavar="FILE", help="where the JSON goes; - prints it"
    )
    parser.add_argument("--only", action="append", choices=MEASUREMENTS, help="repeatable")
    parser.add_argument(
        "--quick", action="store_true", help="small libraries and few steps: nothing to rely on"
    )
    options = parser.parse_args()
    report = _measured(options.only or list(MEASUREMENTS), quick=options.quick)
    prints_json = options.json == _STANDARD_OUTPUT
    report.print_table(sys.stderr if prints_json else sys.stdout)
    if prints_json:
        print(report.as_json())
    else:
        target = Path(options.json)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(report.as_json() + "\n", encoding="utf-8")
    return 1 if report.failures else 0


def _measured(names: list[str], *, quick: bool) -> Report:
    figures: list[Figure] = []
    failures: list[tuple[str, str]] = []
    skipped: list[tuple[str, str]] = []
    with workplace(quick=quick) as place:
        for name in names:
            print(f"measuring: {name} ...", file=sys.stderr, flush=True)
            try:
                figures += MEASUREMENTS[name](place)
            except SkippedError as reason:
                skipped.append((name, str(reason)))
            except (MeasurementError, VideoGenError, OSError) as error:
                failures.append((name, f"{type(error).__name__}: {error}"))
    return Report(figures, failures, skipped)


if __name__ == "__main__":
    sys.exit(main())
