"""A start reads before it writes: what is damaged or lost is said, and nothing is touched."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.damage import spoil_money, spoil_pages
from tests.storage.filled_library import fill_library
from videogen_desktop.domain.errors import LibraryDamagedError, NewerLibraryError
from videogen_desktop.storage import checks
from videogen_desktop.storage.backup import back_up
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.engine_lock import RunMarker
from videogen_desktop.storage.library import SqliteLibrary, open_library
from videogen_desktop.storage.rebuilding import set_aside

AT = 1_795_000_000_000


def refused(places: Directories, *, after_crash: bool = False) -> LibraryDamagedError:
    before = everything(places)
    with pytest.raises(LibraryDamagedError) as raised:
        open_library(places, AT, after_crash=after_crash)
    assert everything(places) == before
    return raised.value


def everything(places: Directories) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in places.data.rglob("*") if path.is_file()}


@pytest.fixture
def backed_up(library: SqliteLibrary, places: Directories) -> Directories:
    """A closed library with one backup, and money in both."""
    fill_library(library)
    back_up(places.database, places.backups, library.library_id, AT)
    library.close()
    return places


def test_damaged_pages_are_found_and_the_newest_good_backup_is_offered(
    backed_up: Directories,
) -> None:
    spoil_pages(backed_up.database)
    error = refused(backed_up)
    assert error.path == backed_up.database
    assert set(error.findings) <= {"damaged_file", "unreadable"}
    assert error.backup is not None
    assert (error.backup.made_at, error.backup.is_good, error.backup.videos) == (AT, True, 6)


def test_books_that_do_not_add_up_are_found(backed_up: Directories) -> None:
    spoil_money(backed_up.database)
    assert refused(backed_up).findings == ("ledger_sums",)


def test_rows_taken_from_the_end_are_found(backed_up: Directories) -> None:
    with closing(sqlite3.connect(backed_up.database, isolation_level=None)) as connection:
        ((name, sql),) = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
            " AND tbl_name = 'ledger_entry' AND sql LIKE '%BEFORE DELETE%'"
        ).fetchall()
        connection.execute(f"DROP TRIGGER {name}")
        connection.execute(
            "DELETE FROM ledger_entry WHERE seq = (SELECT max(seq) FROM ledger_entry)"
        )
        connection.execute(sql)
    assert "last_rows_missing" in refused(backed_up).findings


def test_a_file_that_is_no_library_any_more_is_damaged(backed_up: Directories) -> None:
    backed_up.database.write_bytes(b"\0" * 9000)
    assert refused(backed_up).findings == ("unreadable",)


@pytest.mark.parametrize("left", [None, b""])
def test_a_library_that_is_gone_beside_its_backups_is_never_started_empty(
    backed_up: Directories, left: bytes | None
) -> None:
    backed_up.database.unlink()
    if left is not None:
        backed_up.database.write_bytes(left)
    error = refused(backed_up)
    assert error.findings == ("missing",)
    assert error.backup is not None


def test_without_a_backup_nothing_is_offered(library: SqliteLibrary, places: Directories) -> None:
    fill_library(library)
    library.close()
    spoil_pages(places.database)
    assert refused(places).backup is None


def an_index_that_says_something_else(database: Path, task_id: str) -> None:
    """Rename a task in the index alone: as after a write that never reached the disk."""
    content = bytearray(database.read_bytes())
    leaf_of_an_index = 0x0A
    for start in range(0, len(content), 4096):
        if content[start] == leaf_of_an_index:
            page = bytes(content[start : start + 4096])
            content[start : start + 4096] = page.replace(task_id.encode(), b"T" * len(task_id))
    database.write_bytes(content)


def test_after_a_crash_the_indexes_are_compared_too(
    library: SqliteLibrary, places: Directories
) -> None:
    filled = fill_library(library)
    library.close()
    an_index_that_says_something_else(places.database, filled.cheaper.task_id or "")
    open_library(places, AT).close()
    assert refused(places, after_crash=True).findings == ("damaged_file",)


def test_a_newer_library_is_refused_before_it_is_read(
    library: SqliteLibrary, places: Directories
) -> None:
    library.close()
    with closing(sqlite3.connect(places.database, isolation_level=None)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = everything(places)
    with pytest.raises(NewerLibraryError):
        open_library(places, AT)
    assert everything(places) == before


def test_a_large_library_is_not_read_whole_at_its_start(
    backed_up: Directories, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "CHECKED_AT_START_BYTES", 10_000)
    spoil_money(backed_up.database)
    # Found beside the work instead: see the tests of safekeeping.
    open_library(backed_up, AT).close()


def test_the_marker_tells_a_run_that_was_cut_off(tmp_path: Path) -> None:
    marker = RunMarker(tmp_path / "engine.running")
    assert not marker.is_set()
    marker.set()
    assert RunMarker(tmp_path / "engine.running").is_set()
    marker.clear()
    marker.clear()
    assert not marker.is_set()
    RunMarker(tmp_path / "missing" / "engine.running").set()


def test_what_is_set_aside_is_all_of_it_byte_for_byte(places: Directories) -> None:
    places.data.mkdir()
    contents = {"": b"db", "-wal": b"wal", "-shm": b"shm", "-journal": b"journal"}
    for suffix, content in contents.items():
        places.database.with_name(places.database.name + suffix).write_bytes(content)
    folder = set_aside(places.database, AT)
    assert folder is not None
    assert folder.name == "damaged-20261118T110640Z"
    kept = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert kept == {f"library.sqlite{suffix}": content for suffix, content in contents.items()}
    assert not places.database.exists()
    assert set_aside(places.database, AT) is None
    places.database.write_bytes(b"again")
    again = set_aside(places.database, AT)
    assert again is not None
    assert again != folder
