"""Backups while an engine runs, and damage found beside the work."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.plugins.small_disk import SmallDisk
from tests.services.rig import an_empty_library
from tests.services.virtual_time import START_MS, VirtualClock, run_virtually
from tests.storage.damage import spoil_money
from tests.storage.filled_library import fill_library, reserved
from videogen_desktop.domain.errors import (
    EngineLockedError,
    LibraryDamagedError,
    SecondBackupError,
)
from videogen_desktop.domain.events import Event, ProblemReported
from videogen_desktop.domain.library_health import RecoveryChoice
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.safekeeping import Safekeeping, repair_library
from videogen_desktop.storage import health
from videogen_desktop.storage.backup import backup_paths
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.engine_lock import FileEngineLock
from videogen_desktop.storage.library import SqliteLibrary, open_library
from videogen_desktop.storage.verify import verify

HOUR_MS = 3_600_000


@dataclass
class Kept:
    safekeeping: Safekeeping
    library: SqliteLibrary
    places: Directories
    clock: VirtualClock
    events: list[Event]

    def backups(self) -> int:
        return len(backup_paths(self.places.backups))


@asynccontextmanager
async def kept(
    folder: Path, *, unchecked: bool = False, second: Path | None = None
) -> AsyncIterator[Kept]:
    places = directories(folder)
    if not places.database.exists():
        places.data.mkdir(parents=True, exist_ok=True)
        places.database.write_bytes(an_empty_library())
    library = open_library(places, START_MS)
    clock, events = VirtualClock(), list[Event]()
    announcer = Announcer(library, events.append, Vendors())
    safekeeping = Safekeeping(
        library, places, announcer, clock, unchecked=unchecked, second_folder=second
    )
    running = asyncio.create_task(safekeeping.run())
    try:
        yield Kept(safekeeping, library, places, clock, events)
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        library.close()


def test_a_library_that_changed_is_backed_up_soon_and_then_rarely(tmp_path: Path) -> None:
    async def story() -> None:
        async with kept(tmp_path) as one:
            filled = fill_library(one.library)
            await one.clock.sleep(60_000)
            assert one.backups() == 1
            seen = set(backup_paths(one.places.backups))
            for hour in range(1, 7):
                with one.library.writing() as rows:
                    reserved(rows, filled.wallet.id, one.clock.now_ms())
                await one.clock.sleep(HOUR_MS)
                seen |= set(backup_paths(one.places.backups))
                assert len(seen) == 1 + hour // 2

    run_virtually(story())


def test_nothing_new_makes_no_backup(tmp_path: Path) -> None:
    async def story() -> None:
        async with kept(tmp_path) as one:
            await one.clock.sleep(48 * HOUR_MS)
            assert one.backups() == 0
            fill_library(one.library)
            await one.clock.sleep(48 * HOUR_MS)
            assert one.backups() == 1

    run_virtually(story())


def test_one_run_in_another_century_does_not_end_the_backups(tmp_path: Path) -> None:
    century = 73 * 365 * 24 * HOUR_MS

    async def story() -> None:
        async with kept(tmp_path) as one:
            one.clock.jump(century)
            fill_library(one.library)
            await one.clock.sleep(1 * HOUR_MS)
            assert one.backups() == 1
            one.clock.jump(-century)
            await one.clock.sleep(3 * HOUR_MS)
            assert one.backups() == 2
            # The one that the wrong clock called newest is not what a repair would take.
            newest, wrong = backup_paths(one.places.backups)
            assert newest.name < wrong.name

    run_virtually(story())


def test_a_damaged_search_index_is_made_anew_beside_the_work(tmp_path: Path) -> None:
    async def story() -> None:
        async with kept(tmp_path) as one:
            fill_library(one.library)
            with one.library.writing() as rows:
                rows.connection.exec_driver_sql(
                    "UPDATE video_search_data SET block = x'00ff' WHERE id > 10"
                )
            assert [violation.rule for violation in verify(one.library)] == ["search_index"]
            await one.clock.sleep(1 * HOUR_MS)
            assert verify(one.library) == ()

    run_virtually(story())


def test_a_backup_on_demand_says_what_it_is(tmp_path: Path) -> None:
    async def story() -> None:
        async with kept(tmp_path) as one:
            fill_library(one.library)
            facts = await one.safekeeping.back_up()
            assert (facts.is_good, facts.videos) == (True, 6)
            assert await one.safekeeping.backups() == (facts,)
            report = await one.safekeeping.health()
            assert (report.findings, report.videos) == ((), 6)

    run_virtually(story())


def test_damage_is_told_once_and_pushes_nothing_out(tmp_path: Path) -> None:
    async def story() -> None:
        async with kept(tmp_path) as one:
            fill_library(one.library)
            facts = await one.safekeeping.back_up()
            spoil_money(one.places.database)
            one.clock.jump(30 * 24 * HOUR_MS)
            with one.library.writing() as rows:
                rows.connection.exec_driver_sql(
                    "UPDATE video SET updated_at = 9999999999999, revision = revision + 1"
                )
            await one.clock.sleep(24 * HOUR_MS)
            (told,) = (event for event in one.events if isinstance(event, ProblemReported))
            assert isinstance(told.error, LibraryDamagedError)
            assert told.error.findings == ("ledger_sums",)
            assert told.error.backup == facts
            assert backup_paths(one.places.backups) == (facts.path,)

    run_virtually(story())


def test_a_large_library_is_checked_beside_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def findings(_places: Directories, *, thorough: bool) -> tuple[str, ...]:
        asked.append(thorough)
        return ("damaged_file",)

    monkeypatch.setattr(health, "large_file_findings", findings)

    async def story() -> None:
        async with kept(tmp_path, unchecked=True) as one:
            await one.clock.sleep(10_000)
            assert asked == [False]
            assert [type(event) for event in one.events] == [ProblemReported]

    run_virtually(story())


def test_a_disk_without_room_for_a_backup_stops_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        async with kept(tmp_path) as one:
            fill_library(one.library)
            one.places.backups.touch()  # where the folder should be
            await one.clock.sleep(HOUR_MS)
            one.places.backups.unlink()
            await one.clock.sleep(HOUR_MS)
            assert one.backups() == 1
            assert one.events == []

    run_virtually(story())


def test_a_library_that_an_engine_has_open_is_not_repaired(tmp_path: Path) -> None:
    async def story() -> None:
        async with kept(tmp_path) as one:
            lock = FileEngineLock(one.places.engine_lock)
            lock.acquire()
            with pytest.raises(EngineLockedError):
                await repair_library(one.places, RecoveryChoice(None), one.clock)
            lock.release()

    run_virtually(story())


def test_a_repair_leaves_a_library_that_opens(tmp_path: Path) -> None:
    async def story() -> None:
        async with kept(tmp_path) as one:
            fill_library(one.library)
            await one.safekeeping.back_up()
        spoil_money(one.places.database)
        with pytest.raises(LibraryDamagedError) as raised:
            open_library(one.places, START_MS)
        assert raised.value.backup is not None
        choice = RecoveryChoice(raised.value.backup.path)
        report = await repair_library(one.places, choice, one.clock)
        assert report.videos == 6
        open_library(one.places, START_MS).close()

    run_virtually(story())


def test_every_backup_also_lies_in_the_second_folder_while_it_is_there(tmp_path: Path) -> None:
    second = tmp_path / "usb"

    async def story() -> None:
        async with kept(tmp_path / "data", second=second) as one:
            fill_library(one.library)
            await one.safekeeping.back_up()
            assert not second.exists()
            second.mkdir()
            one.clock.jump(HOUR_MS)
            first = await one.safekeeping.back_up()
            (copy,) = backup_paths(second)
            assert copy.name == first.path.name
            assert copy.read_bytes() == first.path.read_bytes()
            # What goes wrong there costs nothing here.
            copy.unlink()
            second.rmdir()
            second.touch()
            one.clock.jump(HOUR_MS)
            assert (await one.safekeeping.back_up()).is_good

    run_virtually(story())


def test_a_second_folder_whose_disk_is_full_is_said_once_until_a_copy_is_there_again(
    tmp_path: Path, small_disk: SmallDisk
) -> None:
    async def story() -> None:
        async with kept(tmp_path / "data", second=small_disk.path) as one:
            fill_library(one.library)
            small_disk.fill()
            for _ in range(2):
                await one.safekeeping.back_up()
                await one.clock.sleep(1_000)
            said = [event.error for event in one.events if isinstance(event, ProblemReported)]
            assert [(type(error), error.args) for error in said] == [
                (SecondBackupError, (small_disk.path, "disk_full"))
            ]
            assert one.backups() == 2
            small_disk.give_back()
            await one.safekeeping.back_up()
            assert len(backup_paths(small_disk.path)) == 1

    run_virtually(story())
