"""All of the library file is looked at once a week, beside the work, and what was found is kept."""

import shutil
from pathlib import Path

import pytest

from tests.services.test_safekeeping import HOUR_MS, Kept, kept
from tests.services.virtual_time import run_virtually
from tests.storage.damage import spoil_money
from tests.storage.filled_library import fill_library
from videogen_desktop.domain.errors import LibraryDamagedError
from videogen_desktop.domain.events import ProblemReported
from videogen_desktop.domain.library_health import ThoroughCheck
from videogen_desktop.storage import backup
from videogen_desktop.storage.health import last_check, note_check

DAY_MS = 24 * HOUR_MS


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The fresh copies that were looked at thoroughly; what lists backups reads finished ones."""
    seen: list[Path] = []
    whole = backup.findings_of

    def findings_of(path: Path, *, with_books: bool) -> tuple[str, ...]:
        if path.suffix == ".part":
            seen.append(path)
        return whole(path, with_books=with_books)

    monkeypatch.setattr(backup, "findings_of", findings_of)
    return seen


def noted(one: Kept) -> ThoroughCheck | None:
    return last_check(one.places.last_check)


def problems(one: Kept) -> list[ProblemReported]:
    return [event for event in one.events if isinstance(event, ProblemReported)]


def test_an_unchanged_library_is_looked_at_once_a_week(tmp_path: Path, looks: list[Path]) -> None:
    async def story() -> None:
        async with kept(tmp_path) as one:
            await one.clock.sleep(59_000)
            assert looks == []
            await one.clock.sleep(6 * DAY_MS)
            assert len(looks) == 1
            first = noted(one)
            assert first is not None
            assert first.findings == ()
            await one.clock.sleep(DAY_MS + HOUR_MS)
            assert len(looks) == 2
            assert (noted(one) or first).at - first.at >= 7 * DAY_MS
            # No copy of it is kept, and none is left.
            assert (one.backups(), list(one.places.backups.iterdir())) == (0, [])
        async with kept(tmp_path) as one:
            await one.clock.sleep(HOUR_MS)
            assert len(looks) == 2
            assert (await one.safekeeping.health()).last_check == noted(one)

    run_virtually(story())


def test_a_backup_is_such_a_look(tmp_path: Path, looks: list[Path]) -> None:
    async def story() -> None:
        async with kept(tmp_path) as one:
            fill_library(one.library)
            await one.clock.sleep(DAY_MS)
            assert (one.backups(), len(looks)) == (1, 1)

    run_virtually(story())


def test_what_it_finds_is_told_and_kept_and_looked_at_again_by_the_next_run(
    tmp_path: Path, looks: list[Path]
) -> None:
    async def story() -> None:
        async with kept(tmp_path) as one:
            fill_library(one.library)
            await one.clock.sleep(HOUR_MS)
            spoil_money(one.places.database)
            await one.clock.sleep(8 * DAY_MS)
            (told,) = problems(one)
            assert isinstance(told.error, LibraryDamagedError)
            assert told.error.findings == ("ledger_sums",)
            check = noted(one)
            assert check is not None
            assert check.findings == ("ledger_sums",)
            assert one.backups() == 1

    run_virtually(story())


def test_a_finding_is_checked_anew_by_the_next_run(tmp_path: Path, looks: list[Path]) -> None:
    async def story() -> None:
        async with kept(tmp_path) as one:
            note_check(one.places.last_check, ThoroughCheck(one.clock.now_ms(), ("ledger_sums",)))
            await one.clock.sleep(HOUR_MS)
            assert (len(looks), problems(one)) == (1, [])
            assert (noted(one) or ThoroughCheck(0, ("?",))).findings == ()

    run_virtually(story())


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"at": "x", "findings": 3}', "\x00"])
def test_a_note_that_makes_no_sense_is_no_note(tmp_path: Path, text: str) -> None:
    (tmp_path / "checked.json").write_text(text)
    assert last_check(tmp_path / "checked.json") is None


def test_a_disk_with_little_room_is_left_alone(
    tmp_path: Path, looks: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage:
        free = 1

    async def story() -> None:
        async with kept(tmp_path) as one:
            with monkeypatch.context() as patch:
                patch.setattr(shutil, "disk_usage", lambda _folder: Usage)
                await one.clock.sleep(HOUR_MS)
                assert (looks, noted(one), problems(one)) == ([], None, [])
            await one.clock.sleep(HOUR_MS)
            assert len(looks) == 1

    run_virtually(story())
