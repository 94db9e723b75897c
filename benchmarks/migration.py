"""A library of 100,000 videos of the version before this one, brought up to date."""

import shutil
import time
from pathlib import Path

from benchmarks.figure import Figure, MeasurementError, Target
from benchmarks.library import make_library
from benchmarks.process import median
from benchmarks.workplace import Workplace
from videogen_desktop.storage.backup import back_up_before_migration
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.library import open_library, open_reader
from videogen_desktop.storage.library_file import HEAD, KNOWN_REVISIONS
from videogen_desktop.storage.schema import CURRENT, Schema
from videogen_desktop.storage.verify import verify

_VIDEOS, _VIDEOS_QUICK = 100_000, 500
_RUNS, _RUNS_QUICK = 3, 1
_TARGET = Target(extra=10_000)
# Revision 0003, as commit e8b3130 made it.
_BEFORE = Schema(
    "0003",
    KNOWN_REVISIONS[:3],
    "efe0511b6f3a17c50419a9d31dc66416ce5fdf19c0fb9c748cab75f1b1cf14a0",
    CURRENT.migrations,
)


def measure(workplace: Workplace) -> list[Figure]:
    """Raises MeasurementError where a rule does not hold afterwards."""
    videos = workplace.count(_VIDEOS, _VIDEOS_QUICK)
    made = directories(workplace.folder / "before-migration")
    make_library(made.data, videos, posters=False, target=_BEFORE)
    took, computed, copied = [], [], []
    for run in range(workplace.count(_RUNS, _RUNS_QUICK)):
        places = _copy(made, workplace.folder / f"migrated-{run}")
        copied.append(_copied(places))
        before = time.process_time()
        took.append(_migrated(places))
        computed.append((time.process_time() - before) * 1_000)
        if not run:
            _check(places)
        shutil.rmtree(places.data)
    return [
        Figure(
            name=f"library of {videos:,} videos from {_BEFORE.head} to {HEAD}",
            measured=median(took),
            beside="its checked copy alone",
            beside_value=median(copied),
            target=_TARGET,
            runs=len(took),
            details={
                "megabytes": round(made.database.stat().st_size / 1e6),
                "processor_ms": round(median(computed)),
            },
        )
    ]


def _copy(made: Directories, folder: Path) -> Directories:
    places = directories(folder)
    places.data.mkdir()
    shutil.copyfile(made.database, places.database)
    return places


def _copied(places: Directories) -> float:
    began = time.perf_counter()
    back_up_before_migration(places.database, places.data / "copy", _BEFORE.head, HEAD, 1)
    return (time.perf_counter() - began) * 1_000


def _migrated(places: Directories) -> float:
    began = time.perf_counter()
    open_library(places, time.time_ns() // 1_000_000).close()
    return (time.perf_counter() - began) * 1_000


def _check(places: Directories) -> None:
    with open_reader(places) as library:
        if found := verify(library):
            raise MeasurementError(f"{len(found)} rules do not hold, such as {found[0].rule}")
