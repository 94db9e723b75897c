"""The figures of a wallet: each thing counted once, on its local day, whatever the slices."""

import csv
import io
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.services.virtual_time import START_MS, VirtualClock, run_virtually
from tests.storage.filled_library import PRICE, new_video, new_wallet
from videogen_desktop.domain.export import UseKind
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.statistics import Measure, Statistics
from videogen_desktop.domain.video import Video
from videogen_desktop.domain.wallet import Wallet, WalletKey
from videogen_desktop.services.statistics import (
    StatisticsReader,
    StatisticsWords,
    statistics_csv,
)
from videogen_desktop.storage import statistics_rows
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.library import SqliteLibrary, open_library
from videogen_desktop.storage.library_rows import LibraryRows

NOON = datetime(2026, 11, 30, 12)  # noqa: DTZ001 - the local day is what counts
WORDS = StatisticsWords(
    ("By", "Name"), "day", "model", "collection", {measure: measure.value for measure in Measure}
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[SqliteLibrary]:
    opened = open_library(directories(tmp_path), 1)
    yield opened
    opened.close()


def at(days_back: int) -> int:
    return int((NOON - timedelta(days=days_back)).timestamp() * 1000)


def make(rows: LibraryRows, wallet: Wallet, moment: int, *, fails: bool = False) -> Video:
    """A video's whole life at one moment."""
    video = new_video(wallet.id, moment)
    rows.videos.add(video)
    rows.ledger.reserve(video, moment)
    video = rows.videos.change(video, moment, state=VideoState.SENDING, send_count=1)
    rows.ledger.capture(video, moment)
    task = f"task-{video.id}"
    video = rows.videos.change(video, moment, state=VideoState.PENDING, task_id=task)
    if not fails:
        return rows.videos.change(video, moment, state=VideoState.COMPLETED, ended_at=moment)
    rows.ledger.refund(video, moment)
    ended = {"state": VideoState.FAILED, "reason": Reason.PROVIDER_FAILED, "ended_at": moment}
    return rows.videos.change(video, moment, **ended)


def read(library: SqliteLibrary, wallet: Wallet, days: int | None) -> Statistics:
    clock = VirtualClock()
    clock.jump(at(0) - START_MS)
    reader = StatisticsReader(library, wallet.id, lambda model: f"«{model}»", clock)
    return run_virtually(reader.read(days))


@pytest.mark.parametrize("slices", [1, 20_000])
def test_each_thing_counts_once_on_its_local_day(
    library: SqliteLibrary, monkeypatch: pytest.MonkeyPatch, slices: int
) -> None:
    monkeypatch.setattr(statistics_rows, "SLICE", slices)
    monkeypatch.setattr("videogen_desktop.services.statistics.SLICE", slices)
    wallet, other = new_wallet(library), Wallet(str(uuid.uuid4()), WalletKey("kie", "https://x"))
    collection = str(uuid.uuid4())
    with library.writing() as rows:
        rows.wallets.add(other, 1)
        first, second = make(rows, wallet, at(0)), make(rows, wallet, at(1))
        make(rows, wallet, at(0), fails=True)
        make(rows, wallet, at(40))
        rows.collections.add(collection, "Khách hàng", 1)
        rows.collections.put(collection, [first.id], 1)
        rows.uses.add([first.id, second.id], UseKind.PLAY, None, at(0))
        rows.uses.add([first.id], UseKind.EXPORT, "tiktok", at(1))
    found = read(library, wallet, 30)
    assert (found.first, found.last) == ((NOON - timedelta(days=29)).date(), NOON.date())
    assert len(found.days) == 30
    today, yesterday = found.days[-1], found.days[-2]
    assert {measure: today.of(measure) for measure in Measure} == {
        Measure.MADE: 1,
        Measure.WATCHED: 2,
        Measure.EXPORTED: 0,
        Measure.SHARED: 0,
        Measure.FAILED: 1,
        Measure.SPENT: PRICE,
    }
    assert (yesterday.of(Measure.MADE), yesterday.of(Measure.EXPORTED)) == (1, 1)
    assert found.total(Measure.MADE) == found.models[0].of(Measure.MADE) == 2
    assert found.total(Measure.SPENT) == found.models[0].of(Measure.SPENT) == 2 * PRICE
    (clients,) = found.collections
    assert clients.name == "Khách hàng"
    assert [clients.of(one) for one in (Measure.MADE, Measure.WATCHED, Measure.SPENT)] == [
        1,
        1,
        PRICE,
    ]
    assert read(library, other, 30).total(Measure.MADE) == 0


def test_all_time_begins_with_the_first_video(library: SqliteLibrary) -> None:
    wallet = new_wallet(library)
    assert len(read(library, wallet, None).days) == 1
    with library.writing() as rows:
        make(rows, wallet, at(40))
    found = read(library, wallet, None)
    assert len(found.days) == 41
    assert found.days[0].of(Measure.MADE) == 1


def test_the_file_has_a_line_for_each_day_model_and_collection(library: SqliteLibrary) -> None:
    wallet = new_wallet(library)
    with library.writing() as rows:
        video = make(rows, wallet, at(0))
        rows.collections.add(str(uuid.UUID(int=1)), "=1+1", 1)
        rows.collections.put(str(uuid.UUID(int=1)), [video.id], 1)
    body = statistics_csv(read(library, wallet, 2), WORDS)
    lines = list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))
    assert lines[0] == ["By", "Name", *Measure]
    assert lines[1][:3] == ["day", "2026-11-29", "0"]
    assert lines[2][:3] == ["day", "2026-11-30", "1"]
    assert lines[3][:3] == ["model", f"«{video.model_id}»", "1"]
    # No name of a collection runs as a formula.
    assert lines[4] == ["collection", "'=1+1", "1", "0", "0", "0", "0", "100"]
