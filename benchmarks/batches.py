"""A batch of 1,000 rows: read, checked and priced beside a window that beats; and reserved at once.

The beat is a thread that sleeps a millisecond again and again, as the window's thread does between
two frames: it wants the interpreter's lock back at once, and what it waits for it is time in which
no frame is painted. A process with nothing but such a beat runs at the same time: what it waits is
the machine's doing, and what is more than that is ours.
"""

import asyncio
import gc
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import UUID

from benchmarks.figure import Figure, MeasurementError, Target, spread
from benchmarks.inside.lone_beat import Beat
from benchmarks.process import median
from benchmarks.workplace import Workplace
from tests.requests import KIE
from videogen_desktop.domain.batch import BatchDefaults, CheckedRow
from videogen_desktop.domain.batch_columns import ColumnNames
from videogen_desktop.domain.batch_order import BatchOrder, order_of
from videogen_desktop.domain.batch_text import table_of_text
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.vendor import RequestFacts
from videogen_desktop.services.batch.checking import BatchChecker
from videogen_desktop.services.batch.phases import LibraryBatches
from videogen_desktop.services.inputs import Inputs
from videogen_desktop.services.system import SystemClock, random_id
from videogen_desktop.storage.database import journal_mode
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.input_files import InputFiles
from videogen_desktop.storage.library import SqliteLibrary, open_library
from videogen_desktop.storage.verify import verify

_ROWS, _ROWS_QUICK = 1_000, 50
_RUNS, _RUNS_QUICK = 7, 2
_CREDITS = 10**12
# The window's own: see ui/desktop.py.
_SWITCH_SECONDS = 0.0005
_AT_MOST_A_SECOND, _A_FRAME = Target(extra=1_000), Target(extra=16)
_AT_THE_SAME_TIME = "a process at the same time that only beats"
_MODELS = ("kling-2.6/text-to-video", "wan/2-7-text-to-video")


def measure(workplace: Workplace) -> list[Figure]:
    """Raises MeasurementError, also where the ledger does not add up afterwards."""
    rows = workplace.count(_ROWS, _ROWS_QUICK)
    runs = workplace.count(_RUNS, _RUNS_QUICK)
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH_SECONDS)
    gc.collect()
    gc.freeze()
    try:
        with _library(workplace.folder / "batches") as library, closing(_LoneBeat()) as lone:
            return _Measured(library, workplace.folder, rows, runs, lone).figures()
    finally:
        sys.setswitchinterval(before)


class _LoneBeat:
    """A process beside this one that does nothing but beat."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "benchmarks.inside.lone_beat"]
        root = Path(__file__).parents[1]
        self._process = subprocess.Popen(
            command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def longest(self) -> float:
        """Milliseconds that a turn of its was late at most since the last call. Raises
        MeasurementError."""
        process = self._process
        if process.stdin is None or process.stdout is None:
            raise MeasurementError("the process that beats has no pipes")
        print(file=process.stdin, flush=True)
        line = process.stdout.readline()
        if not line:
            raise MeasurementError("the process that beats has ended")
        return float(line)

    def close(self) -> None:
        self._process.communicate()


class _Measured:
    def __init__(
        self, library: SqliteLibrary, folder: Path, rows: int, runs: int, lone: _LoneBeat
    ) -> None:
        self._library, self._folder, self._lone = library, folder, lone
        self._rows, self._runs = rows, runs
        self._wallet = ""

    def figures(self) -> list[Figure]:
        checked, beats, reserved, reserve_beats, floors = [], [], [], [], []
        lone_beats, lone_reserve_beats = [], []
        asyncio.run(self._opened())
        # The window has read its models long before.
        self._checked(-1)
        for run in range(self._runs):
            took, late, alone, rows = self._checked(run)
            checked.append(took)
            beats.append(late)
            lone_beats.append(alone)
            order = order_of(random_id(), "x", rows)
            took, late, alone = self._reserved(order)
            reserved.append(took)
            reserve_beats.append(late)
            lone_reserve_beats.append(alone)
            floors.append(self._floor(order, run))
        if verify(self._library):
            raise MeasurementError("the ledger does not add up after the batches")
        named = f"{self._rows:,} rows"
        return [
            Figure(
                name=f"batch of {named} checked and priced",
                measured=median(checked),
                beside="one second",
                beside_value=1_000,
                target=_AT_MOST_A_SECOND,
                runs=self._runs,
                details={"checked": spread(checked)},
            ),
            Figure(
                name="the window's thread beside it, longest wait",
                measured=max(beats),
                beside=_AT_THE_SAME_TIME,
                beside_value=max(lone_beats),
                target=_A_FRAME,
                runs=self._runs,
                details={"late": spread(beats)},
            ),
            Figure(
                name=f"{self._rows:,} reserves in one transaction",
                measured=median(reserved),
                beside="the same rows in a bare table, durably",
                beside_value=median(floors),
                target=_AT_MOST_A_SECOND,
                runs=self._runs,
                details={"reserved": spread(reserved), "journal_mode": journal_mode()},
            ),
            Figure(
                name="the window's thread beside the reserves, longest wait",
                measured=max(reserve_beats),
                beside=_AT_THE_SAME_TIME,
                beside_value=max(lone_reserve_beats),
                target=_A_FRAME,
                runs=self._runs,
                details={"late": spread(reserve_beats)},
            ),
        ]

    async def _opened(self) -> None:
        from videogen_desktop.services.account import find_or_add_wallet

        now = SystemClock().now_ms()
        wallet = await find_or_add_wallet(self._library, KIE.wallet, random_id, now)
        self._wallet = wallet.id
        await self._library.write(
            lambda rows: rows.ledger.grant(wallet.id, random_id(), _CREDITS, now, "")
        )

    def _checked(self, run: int) -> tuple[float, float, float, tuple[CheckedRow, ...]]:
        text = "Mô tả\tMô hình\tThời lượng\tSố lần\n" + "".join(
            f"Cảnh {row} của {run}: mưa trên phố cổ, máy quay đi chậm\t{_MODELS[row % 2]}\t5\t\n"
            for row in range(self._rows)
        )
        checker = BatchChecker(lambda: KIE, self._no_inputs(), _no_facts, self._library)
        found: list[tuple[CheckedRow, ...]] = []

        def check() -> None:
            table = table_of_text(text, ColumnNames.of(KIE.models))
            found.append(asyncio.run(checker.check(table, BatchDefaults(VideoRequest("", "")))))

        took, late, alone = self._beside(check)
        if any(one.problems for one in found[0]):
            raise MeasurementError("rows of the batch have problems")
        return took, late, alone, found[0]

    def _reserved(self, order: BatchOrder) -> tuple[float, float, float]:
        phases = LibraryBatches(self._library, self._wallet, SystemClock())
        return self._beside(lambda: asyncio.run(phases.reserve(order, "window")))

    def _beside(self, work: Callable[[], object]) -> tuple[float, float, float]:
        """Milliseconds of the work, and the longest that the beat beside it was late, and the one
        of the process with nothing else."""
        beat = Beat()
        self._lone.longest()
        beat.start()
        began = time.perf_counter()
        try:
            work()
        finally:
            took = (time.perf_counter() - began) * 1_000
            late = beat.end()
        return took, late, self._lone.longest()

    def _floor(self, order: BatchOrder, run: int) -> float:
        """What SQLite alone takes for as many rows with the same bodies, three a video."""
        rows = [
            (str(UUID(ids[0])), one.priced.body)
            for ids, one in zip(order.ids, order.rows, strict=True)
        ]
        path = self._folder / f"floor-{run}.sqlite"
        with closing(sqlite3.connect(path, isolation_level=None)) as plain:
            plain.execute(f"PRAGMA journal_mode = {journal_mode()}")
            plain.execute("PRAGMA synchronous = FULL")
            for table in ("one", "two", "three"):
                plain.execute(f"CREATE TABLE {table} (id TEXT PRIMARY KEY, body TEXT)")
            began = time.perf_counter()
            plain.execute("BEGIN IMMEDIATE")
            for table in ("one", "two", "three"):
                plain.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)  # noqa: S608
            plain.execute("COMMIT")
            return (time.perf_counter() - began) * 1_000

    def _no_inputs(self) -> Inputs:
        from tests.services.rig import FakeMedia

        files = InputFiles(self._folder / "inputs")
        return Inputs(self._library, FakeMedia(), files, SystemClock())


async def _no_facts(_request: VideoRequest) -> RequestFacts:
    return RequestFacts()


@contextmanager
def _library(data_dir: Path) -> Iterator[SqliteLibrary]:
    library = open_library(directories(data_dir), SystemClock().now_ms())
    with closing(library):
        yield library
