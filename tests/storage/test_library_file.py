"""A library file: made, recognised, refused, and never left half done."""

import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, text

from tests.plugins.warm_statements import is_of_one_kind
from videogen_desktop.domain.errors import (
    LedgerRulesChangedError,
    LibraryMissingError,
    LibraryUnusableError,
    NewerLibraryError,
    OutdatedLibraryError,
)
from videogen_desktop.storage import schema, tables
from videogen_desktop.storage.database import Database, Opening
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.library import SqliteLibrary, open_library, open_reader
from videogen_desktop.storage.library_file import KNOWN_REVISIONS


def _contents(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _raw(places: Directories) -> sqlite3.Connection:
    return sqlite3.connect(places.database, isolation_level=None)


def _change(places: Directories, *statements: str) -> None:
    connection = _raw(places)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def _schema_of(places: Directories) -> list[str]:
    connection = _raw(places)
    rows = connection.execute("SELECT name FROM sqlite_master").fetchall()
    connection.close()
    return [name for (name,) in rows]


def test_the_fingerprint_is_that_of_the_newest_migration(library: SqliteLibrary) -> None:
    with library.reading() as rows:
        found = schema.fingerprint(rows.connection)
    assert found == schema.FINGERPRINT, f'FINGERPRINT = "{found}"'


def test_the_tables_in_code_are_those_of_the_file(library: SqliteLibrary) -> None:
    with library.reading() as rows:
        names = rows.connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT'")
        ).scalars()
        assert set(names) == set(tables.EVERY_TABLE)
        for name, table in tables.EVERY_TABLE.items():
            real = rows.connection.execute(text(f"PRAGMA table_info({name})")).all()
            # SQLite calls an INTEGER PRIMARY KEY nullable, but it never is.
            stored = [(c.name, c.type, not c.notnull and not c.pk, bool(c.pk)) for c in real]
            coded = [
                (
                    column.name,
                    "TEXT" if column.type.python_type is str else "INTEGER",
                    bool(column.nullable),
                    column.primary_key,
                )
                for column in table.columns
            ]
            assert stored == coded, name


def test_every_library_table_names_its_library_and_none_of_this_machine_does() -> None:
    named = {name for name, table in tables.EVERY_TABLE.items() if "library_id" in table.columns}
    assert named == set(tables.shared.tables) - {"library"}


def test_a_statement_over_both_kinds_of_tables_is_noticed() -> None:
    files, videos = tables.file_copy, tables.video
    deleted = select(videos.c.id).where(videos.c.deleted_at.is_not(None))
    assert is_of_one_kind(str(deleted))
    assert is_of_one_kind(str(select(files.c.video_id)))
    assert not is_of_one_kind(str(select(files.c.path).where(files.c.video_id.in_(deleted))))
    assert not is_of_one_kind(str(select(files.c.path, videos.c.id)))


_of_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")


@pytest.mark.parametrize(
    "name",
    [
        *("Đà Nẵng", "100% #1 x=y&uri=false;", "a%20b", "ổ đĩa+đám mây"),
        *(pytest.param(name, marks=_of_posix) for name in ("a ?x=y", 'it\'s "it"', "file:x")),
    ],
)
def test_a_library_lies_in_its_folder_whatever_the_folder_is_called(
    tmp_path: Path, name: str
) -> None:
    places = directories(tmp_path / name)
    open_library(places, 1).close()
    assert places.database.stat().st_size > 0
    assert [path.name for path in tmp_path.iterdir()] == [name]
    with open_reader(places) as reader, reader.reading() as rows:
        assert rows.videos.every() == ()


def test_opening_again_changes_nothing(places: Directories) -> None:
    first = open_library(places, 1)
    first.close()
    before = _contents(places.data)
    second = open_library(places, 2)
    second.close()
    assert second.library_id == first.library_id
    assert _contents(places.data) == before


@pytest.mark.parametrize(
    "tampering",
    [
        "DROP TRIGGER ledger_no_update",
        "DROP TRIGGER video_money",
        "DROP INDEX one_giveback",
        "CREATE TRIGGER alembic_helper AFTER INSERT ON video BEGIN SELECT 1; END",
        "CREATE TRIGGER sqliteish AFTER INSERT ON video BEGIN SELECT 1; END",
        "CREATE TRIGGER video_search_words AFTER INSERT ON video BEGIN SELECT 1; END",
        "CREATE TRIGGER alembic_version AFTER INSERT ON video BEGIN SELECT 1; END",
        "CREATE TRIGGER video_search_data AFTER INSERT ON video BEGIN SELECT 1; END",
        "CREATE TABLE video_search_more (id TEXT)",
        "CREATE VIEW more AS SELECT 1",
        "CREATE TABLE more (id TEXT)",
        "ALTER TABLE video ADD COLUMN more TEXT",
        "DELETE FROM alembic_version",
    ],
)
def test_an_engine_refuses_rules_that_are_not_its_own(made: Directories, tampering: str) -> None:
    _change(made, tampering)
    with pytest.raises(LedgerRulesChangedError):
        open_library(made, 2)


def test_what_sqlite_keeps_for_itself_is_no_change_of_rules(made: Directories) -> None:
    _change(made, "ANALYZE", "VACUUM")
    open_library(made, 2).close()


@pytest.mark.parametrize("journal", ["TRUNCATE", "WAL"])
def test_a_newer_library_is_refused_and_not_touched(made: Directories, journal: str) -> None:
    _change(
        made,
        f"PRAGMA journal_mode = {journal}",
        "UPDATE alembic_version SET version_num = '9999'",
    )
    before = _contents(made.data)
    with pytest.raises(NewerLibraryError) as caught:
        open_library(made, 2)
    assert caught.value.revision == "9999"
    with pytest.raises(NewerLibraryError), open_reader(made):
        pass
    assert _contents(made.data) == before


def test_an_older_library_is_left_to_the_engine(made: Directories) -> None:
    before = _contents(made.data)
    newer = replace(schema.CURRENT, head="9999", known=(*KNOWN_REVISIONS, "9999"))
    with pytest.raises(OutdatedLibraryError), open_reader(made, newer):
        pass
    assert _contents(made.data) == before


def test_a_reader_makes_nothing(places: Directories) -> None:
    with pytest.raises(LibraryMissingError), open_reader(places):
        pass
    assert not places.data.exists()
    places.data.mkdir(parents=True)
    places.database.touch()
    with pytest.raises(LibraryMissingError), open_reader(places):
        pass
    assert _contents(places.data) == {"library.sqlite": hashlib.sha256().hexdigest()}


def test_a_reader_cannot_write(made: Directories) -> None:
    with (
        open_reader(made) as reader,
        pytest.raises(LibraryUnusableError) as caught,
        reader.writing() as rows,
    ):
        rows.connection.execute(text("DELETE FROM download"))
    assert caught.value.condition == "read_only"


def test_another_programs_file_is_not_taken_over(places: Directories) -> None:
    places.data.mkdir(parents=True)
    _change(places, "CREATE TABLE theirs (x)", "INSERT INTO theirs VALUES (1)")
    before = _contents(places.data)
    with pytest.raises(LedgerRulesChangedError):
        open_library(places, 1)
    assert _contents(places.data) == before


@pytest.mark.parametrize("length", [50, 5000])
def test_a_file_that_is_no_database_is_named_damaged(places: Directories, length: int) -> None:
    places.data.mkdir(parents=True)
    places.database.write_bytes(b"x" * length)
    with pytest.raises(LibraryUnusableError) as caught:
        open_library(places, 1)
    assert caught.value.condition == "damaged"
    with pytest.raises(LibraryUnusableError) as caught, open_reader(places):
        pass
    assert caught.value.condition == "damaged"
    assert places.database.read_bytes() == b"x" * length


def test_a_folder_that_cannot_be_made_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryUnusableError) as caught:
        open_library(directories(tmp_path / "file" / "library"), 1)
    assert caught.value.condition == "cannot_open"
    (tmp_path / "folder" / "library.sqlite").mkdir(parents=True)
    with pytest.raises(LibraryUnusableError) as caught:
        open_library(directories(tmp_path / "folder"), 1)
    assert caught.value.condition in ("cannot_open", "disk_error")  # by SQLite release


_DIES_IN_THE_MIDDLE = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = TRUNCATE")
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("INSERT INTO library VALUES ('00000000-0000-0000-0000-000000000000', 1)")
connection.execute("CREATE TABLE filler (x)")
connection.executemany("INSERT INTO filler VALUES (?)", [("x" * 4000,)] * 50)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_what_a_killed_writer_left_half_written_is_undone_by_whoever_comes_next(
    made: Directories,
) -> None:
    journal = made.database.with_name("library.sqlite-journal")
    for come_next in (lambda: open_library(made, 2).close(), lambda: _count(made)):
        died = subprocess.run([sys.executable, "-c", _DIES_IN_THE_MIDDLE, os.fspath(made.database)])
        assert died.returncode == -signal.SIGKILL
        assert journal.stat().st_size, "the kill came before anything was written"
        come_next()
        assert "filler" not in _schema_of(made)
        assert _count(made) == 0


def _count(places: Directories) -> int:
    with open_reader(places) as reader, reader.reading() as rows:
        return len(rows.videos.every())


def test_a_glance_at_a_wal_file_in_use_sees_the_newest(made: Directories) -> None:
    writer = _raw(made)
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("UPDATE alembic_version SET version_num = '9999'")
    look = Database(made.database, Opening.LOOK)
    with look.read() as connection:
        assert schema.stored_revision(connection) == "9999"
    look.close()
    writer.close()
