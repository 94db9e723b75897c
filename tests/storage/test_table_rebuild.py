"""A table is built anew with all that hangs on it, and never where rows would be lost."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from tests.storage.filled_library import fill_library
from videogen_desktop.domain.gallery import GalleryQuery
from videogen_desktop.storage.database import DanglingRowsError, Database
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.library import open_library
from videogen_desktop.storage.migrations.table_rebuild import rebuild_table, triggers_aside
from videogen_desktop.storage.verify import verify


@pytest.fixture
def database(made: Directories) -> Iterator[Database]:
    library = open_library(made, 1)
    fill_library(library)
    library.close()
    opened = Database(made.database)
    yield opened
    opened.close()


def _rebuilt(connection: Connection, table: str, source: str | None = None) -> None:
    written = "SELECT replace(sql, '\"', '') FROM sqlite_master WHERE name = ?"
    create = connection.exec_driver_sql(written, (table,)).scalar_one()
    with triggers_aside(connection):
        rebuild_table(connection, table, create, source=source)


def _all_of(connection: Connection, table: str) -> list[object]:
    return list(connection.exec_driver_sql(f"SELECT * FROM {table}").all())  # noqa: S608


def _objects(connection: Connection) -> list[str]:
    """The schema; SQLite writes the name of a renamed table in quotes, and nothing else changes."""
    found = connection.exec_driver_sql(
        "SELECT type, name, replace(sql, char(34), '') FROM sqlite_master ORDER BY type, name"
    )
    return [str(row) for row in found.all()]


@pytest.mark.parametrize("table", ["video", "ledger_entry", "wallet", "library"])
def test_rows_numbers_and_rules_stay(database: Database, table: str) -> None:
    with database.write() as connection:
        # AUTOINCREMENT goes on where it was: a number is never given twice.
        connection.exec_driver_sql("UPDATE sqlite_sequence SET seq = 900 WHERE name = 'video'")
        rows, objects = _all_of(connection, table), _objects(connection)
        numbers = set(_all_of(connection, "sqlite_sequence"))
    with database.migrate() as connection:
        _rebuilt(connection, table)
    with database.read() as connection:
        assert _all_of(connection, table) == rows
        assert _objects(connection) == objects
        assert set(_all_of(connection, "sqlite_sequence")) == numbers
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_the_search_index_finds_the_same_videos(database: Database, made: Directories) -> None:
    with database.migrate() as connection:
        _rebuilt(connection, "video")
    database.close()
    library = open_library(made, 2)
    with library.reading() as rows:
        assert len(rows.gallery.first(GalleryQuery(text="da nang"), 50)) == 6
    assert verify(library) == ()
    library.close()


def test_rows_that_would_refer_to_nothing_take_the_whole_migration_back(
    database: Database,
) -> None:
    with database.read() as connection:
        before = _all_of(connection, "video")
    lost = "(SELECT * FROM video WHERE seq > 1)"
    with pytest.raises(DanglingRowsError, match="ledger_entry"), database.migrate() as connection:
        _rebuilt(connection, "video", source=lost)
    with database.read() as connection:
        assert _all_of(connection, "video") == before
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_no_table_is_built_anew_while_foreign_keys_would_act(database: Database) -> None:
    with pytest.raises(RuntimeError, match="foreign keys"), database.write() as connection:
        _rebuilt(connection, "video")
