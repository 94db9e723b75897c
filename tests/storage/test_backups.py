"""Backups: taken while others write, checked before they count, never pushed out by a bad one."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.damage import spoil_money, spoil_pages
from tests.storage.filled_library import fill_library
from videogen_desktop.domain.errors import LibraryDamagedError, LibraryUnusableError
from videogen_desktop.storage.backup import (
    KEPT_BEFORE_MIGRATION,
    BackupName,
    back_up,
    back_up_before_migration,
    backup_paths,
    backups_in,
    facts_of,
    newest_good_backup,
    superseded,
)
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.library import SqliteLibrary, open_library
from videogen_desktop.storage.verify import verify

AT = 1_795_000_000_000
DAY = 86_400_000
HOUR = 3_600_000


def kept(places: Directories) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in places.backups.iterdir()}


def test_a_wrong_clock_takes_no_copy_before_a_migration_away(made: Directories) -> None:
    for year in range(KEPT_BEFORE_MIGRATION):
        back_up_before_migration(made.database, made.backups, "0001", "0002", 4 * AT // 2 + year)
    copy = back_up_before_migration(made.database, made.backups, "0001", "0002", AT)
    assert copy.exists()
    assert len(list(made.backups.iterdir())) == KEPT_BEFORE_MIGRATION


def test_a_backup_is_the_whole_library_of_its_moment(
    library: SqliteLibrary, places: Directories
) -> None:
    filled = fill_library(library)
    copy = back_up(places.database, places.backups, library.library_id, AT)
    assert copy.name == f"library-{AT}-{library.library_id[:8]}.sqlite"
    (facts,) = backups_in(places.backups)
    assert (facts.path, facts.made_at, facts.is_good, facts.videos) == (copy, AT, True, 6)
    assert not facts.before_migration
    restored = places._replace(data=places.data / "restored")
    restored.data.mkdir()
    copy.rename(restored.database)
    opened = open_library(restored, AT)
    with opened.reading() as rows:
        assert rows.videos.get(filled.cheaper.id).consumed == 7_000
    assert verify(opened) == ()
    opened.close()


def test_a_backup_waits_for_no_writer_and_has_nothing_half_done(
    library: SqliteLibrary, places: Directories
) -> None:
    with closing(sqlite3.connect(places.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO library VALUES (?, 1)", ("0" * 36,))
        copy = back_up(places.database, places.backups, library.library_id, AT)
        other.execute("ROLLBACK")
    with closing(sqlite3.connect(copy)) as found:
        assert found.execute("SELECT count(*) FROM library").fetchone() == (1,)


@pytest.mark.parametrize("spoil", [spoil_pages, spoil_money])
def test_a_bad_library_never_pushes_a_good_backup_out(
    library: SqliteLibrary, places: Directories, spoil: Callable[[Path], None]
) -> None:
    fill_library(library)
    for day in range(6):
        back_up(places.database, places.backups, library.library_id, AT + day * DAY)
    library.close()
    good = kept(places)
    spoil(places.database)
    for day in range(6, 20):
        with pytest.raises(LibraryUnusableError) as raised:
            back_up(places.database, places.backups, library.library_id, AT + day * DAY)
        assert raised.value.condition == "damaged"
    assert kept(places) == good


def test_a_new_library_pushes_no_copy_of_the_old_one_out(
    library: SqliteLibrary, places: Directories
) -> None:
    old = back_up(places.database, places.backups, library.library_id, AT)
    library.close()
    places.database.unlink()
    moved = places._replace(data=places.data / "new")
    new = open_library(moved, AT)
    for hour in range(1, 30):
        back_up(moved.database, places.backups, new.library_id, AT + hour * HOUR)
    new.close()
    assert old.exists()


def test_the_newest_good_copy_is_found_behind_bad_ones(
    library: SqliteLibrary, places: Directories
) -> None:
    good = back_up(places.database, places.backups, library.library_id, AT)
    bad = places.backups / BackupName(AT + 1, library.library_id[:8]).text
    bad.write_bytes(good.read_bytes()[:6000])
    (places.backups / BackupName(AT + 2, library.library_id[:8]).text).write_bytes(b"nothing")
    found = newest_good_backup(places.backups)
    assert found is not None
    assert found.path == good
    assert [facts.is_good for facts in backups_in(places.backups)] == [False, False, True]


def test_a_copy_from_before_a_migration_is_one_of_them(
    library: SqliteLibrary, places: Directories
) -> None:
    back_up_before_migration(places.database, places.backups, "0001", "0002", AT)
    (places.backups / "of-the-user.sqlite").touch()
    (facts,) = backups_in(places.backups)
    assert (facts.before_migration, facts.is_good, facts.made_at) == (True, True, AT)


def test_there_may_be_no_backups(places: Directories) -> None:
    assert backup_paths(places.backups) == ()
    assert newest_good_backup(places.backups) is None
    assert not facts_of(places.backups / "missing.sqlite").is_good


def test_a_backup_of_a_missing_library_makes_none(places: Directories) -> None:
    with pytest.raises(LibraryUnusableError):
        back_up(places.database, places.backups, "0" * 36, AT)
    assert not places.database.exists()
    assert kept(places) == {}


def names(*ages: int) -> list[BackupName]:
    return [BackupName(AT - age, "12345678") for age in ages]


def test_thinning_keeps_hours_days_weeks_and_months() -> None:
    made = names(*(hour * HOUR for hour in range(0, 24 * 365, 2)))
    gone = set(superseded(made, AT))
    ages = sorted((AT - name.at) / DAY for name in made if name not in gone)
    assert ages[:3] == [0, 2 / 24, 4 / 24]
    assert 9 <= len(ages) <= 14
    assert sum(1 <= age < 7 for age in ages) >= 3
    assert sum(7 <= age < 30 for age in ages) >= 1
    assert max(ages) >= 30


def test_copies_from_the_future_stay() -> None:
    made = names(-DAY, -2 * DAY, *range(0, 50 * HOUR, HOUR))
    assert not {name.at for name in superseded(made, AT)} & {AT + DAY, AT + 2 * DAY}


@given(st.lists(st.integers(0, 400 * 24), unique=True), st.integers(0, 400 * 24))
def test_the_newest_copies_always_stay_and_thinning_twice_takes_nothing_more(
    hours: list[int], later: int
) -> None:
    made = names(*(hour * HOUR for hour in hours))
    now = AT + later * HOUR
    left = sorted(set(made) - set(superseded(made, now)), reverse=True)
    assert left[:3] == sorted(made, reverse=True)[:3]
    assert len(left) <= 14
    assert superseded(left, now) == ()


def test_what_is_damaged_is_said_with_its_findings(
    library: SqliteLibrary, places: Directories
) -> None:
    fill_library(library)
    library.close()
    spoil_money(places.database)
    with pytest.raises(LibraryDamagedError) as raised:
        back_up(places.database, places.backups, library.library_id, AT)
    assert raised.value.findings == ("ledger_sums",)
    assert list(Path(places.backups).iterdir()) == []
