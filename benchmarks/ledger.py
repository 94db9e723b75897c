"""Reserve and commit beside a long ledger: 1,000,000 rows against 10,000."""

import asyncio
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from benchmarks.figure import Figure, MeasurementError, Target, spread
from benchmarks.plain_library import COMPLETED, ENTRIES_OF_COMPLETED, make_plain_library
from benchmarks.process import median
from benchmarks.workplace import Workplace
from tests.requests import KIE as KIE_VENDOR
from tests.requests import priced
from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.services.library_phases import library_phases
from videogen_desktop.services.phases import AcceptPhases
from videogen_desktop.services.system import SystemClock, random_id
from videogen_desktop.storage.checks import book_findings, file_findings
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.library import SqliteLibrary, open_library

_ROWS, _ROWS_QUICK = (10_000, 1_000_000), (300, 3_000)
_RUNS, _RUNS_QUICK = 300, 10
_WARM = 10
_APART_MS = 1_000
_TARGET = Target(ratio=1.5)
_KEY = WalletKey("kie", "https://videos.invalid")


def measure(workplace: Workplace) -> list[Figure]:
    """Raises MeasurementError, also where the ledger does not add up afterwards."""
    few, many = _ROWS_QUICK if workplace.quick else _ROWS
    runs = workplace.count(_RUNS, _RUNS_QUICK)
    with _ledger(workplace, few) as short, _ledger(workplace, many) as long:
        asyncio.run(_in_turns(short, long, _WARM))
        short.forget()
        long.forget()
        asyncio.run(_in_turns(short, long, runs))
        for ledger in (short, long):
            ledger.verify()
    return _figures(few, many, short, long)


async def _in_turns(short: "_Ledger", long: "_Ledger", times: int) -> None:
    for _ in range(times):
        await short.once()
        await long.once()


@dataclass(slots=True)
class _Ledger:
    """Milliseconds of a video's way from the request to the capture, which is three commits."""

    library: SqliteLibrary
    accept: AcceptPhases
    seconds_to_make: float
    rows: int
    took: list[float] = field(default_factory=list)
    computed: list[float] = field(default_factory=list)

    async def once(self) -> None:
        request = priced(f"Một con mèo {len(self.took)}", vendor=KIE_VENDOR)
        began, worked = time.perf_counter(), time.thread_time()
        (video,) = await self.accept.reserve(random_id(), request, "window")
        await self.accept.sending(video.id)
        await self.accept.accepted(video.id, f"task_{video.id}")
        self.computed.append((time.thread_time() - worked) * 1_000)
        self.took.append((time.perf_counter() - began) * 1_000)

    def forget(self) -> None:
        self.took.clear()
        self.computed.clear()

    def verify(self) -> None:
        with self.library.reading() as rows:
            found = (
                *file_findings(rows.connection, thorough=False),
                *book_findings(rows.connection),
            )
        if found:
            raise MeasurementError(f"the ledger does not add up: {', '.join(found)}")

    def numbers(self) -> dict[str, object]:
        return {
            "rows": self.rows,
            "seconds_to_make": round(self.seconds_to_make, 1),
            "took": spread(self.took),
            "computed": spread(self.computed),
        }


def _figures(few: int, many: int, short: _Ledger, long: _Ledger) -> list[Figure]:
    details: dict[str, object] = {"short": short.numbers(), "long": long.numbers()}
    return [
        Figure(
            name=name,
            measured=median(measured),
            beside=f"{few:,} rows, in turns",
            beside_value=median(beside),
            target=_TARGET,
            runs=len(measured),
            details=details,
        )
        for name, measured, beside in (
            (f"reserve and commit, {many:,} ledger rows", long.took, short.took),
            ("the same, processor time", long.computed, short.computed),
        )
    ]


@contextmanager
def _ledger(workplace: Workplace, rows: int) -> Iterator[_Ledger]:
    places = directories(workplace.folder / f"ledger-{rows}")
    began = time.monotonic()
    # The opening balance is a row too.
    videos = -(-(rows - 1) // ENTRIES_OF_COMPLETED)
    make_plain_library(places, _KEY, COMPLETED, videos, _APART_MS)
    seconds = time.monotonic() - began
    library = open_library(places, time.time_ns() // 1_000_000)
    try:
        with library.reading() as read:
            wallet = read.wallets.find(_KEY)
        assert wallet is not None
        accept = library_phases(library, wallet.id, SystemClock(), random_id).accept
        yield _Ledger(library, accept, seconds, 1 + videos * ENTRIES_OF_COMPLETED)
    finally:
        library.close()
        shutil.rmtree(places.data, ignore_errors=True)
