"""Bringing a file up to date: all of it or nothing, and never without a copy from before."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from videogen_desktop.domain.errors import LedgerRulesChangedError, LibraryUnusableError
from videogen_desktop.storage import schema
from videogen_desktop.storage.backup import back_up_before_migration
from videogen_desktop.storage.database import Database
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.library import SqliteLibrary, open_library
from videogen_desktop.storage.library_file import HEAD, KNOWN_REVISIONS
from videogen_desktop.storage.schema import Schema, migrate
from videogen_desktop.storage.verify import verify

_NEXT = f"{int(HEAD) + 1:04}"
_NEXT_MIGRATION = """
from alembic import op

revision = "{revision}"
down_revision = "{down_revision}"


def upgrade() -> None:
    op.get_bind().exec_driver_sql("ALTER TABLE wallet ADD COLUMN label TEXT")
    {more}
"""


def _next_version(folder: Path, more: str = "pass") -> Schema:
    """A program one migration ahead of this one."""
    migrations = folder / "100% migrations"
    shutil.copytree(schema.CURRENT.migrations, migrations, dirs_exist_ok=True)
    (migrations / "versions" / f"{_NEXT}_label.py").write_text(
        _NEXT_MIGRATION.format(revision=_NEXT, down_revision=HEAD, more=more)
    )
    return Schema(_NEXT, (*KNOWN_REVISIONS, _NEXT), "", migrations)


def _with_fingerprint(target: Schema, scratch: Path) -> Schema:
    database = Database(scratch)
    with database.migrate() as connection:
        migrate(connection, target.head, target.migrations)
        target = replace(target, fingerprint=schema.fingerprint(connection))
    database.close()
    return target


def _columns(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {row[1] for row in connection.execute("PRAGMA table_info(wallet)")}


def _revision(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        found: str = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        return found


def test_a_migration_keeps_the_library_and_a_copy_of_it_from_before(
    places: Directories, tmp_path: Path
) -> None:
    target = _with_fingerprint(_next_version(tmp_path), tmp_path / "scratch.sqlite")
    before = open_library(places, 1)
    before.close()
    after = open_library(places, 1_700_000_000_000, target)
    after.close()
    assert after.library_id == before.library_id
    assert "label" in _columns(places.database)
    (copy,) = places.backups.iterdir()
    assert copy.name == f"before-migration-1700000000000-{HEAD}-to-{_NEXT}.sqlite"
    assert "label" not in _columns(copy)
    restored = places._replace(data=tmp_path / "restored")
    restored.data.mkdir()
    shutil.copy(copy, restored.database)
    library = open_library(restored, 3)
    assert library.library_id == before.library_id
    assert verify(library) == ()
    library.close()


def test_nothing_is_copied_where_nothing_is_migrated(places: Directories) -> None:
    for now in (1, 2):
        open_library(places, now).close()
    assert not places.backups.exists()


@pytest.mark.parametrize("more", ["1 / 0", "op.get_bind().exec_driver_sql('nonsense')"])
def test_a_migration_that_fails_leaves_the_library_as_it_was(
    made: Directories, tmp_path: Path, more: str
) -> None:
    before = made.database.read_bytes()
    with pytest.raises(Exception, match=r"division by zero|syntax error"):
        open_library(made, 2, _next_version(tmp_path, more))
    assert made.database.read_bytes() == before
    open_library(made, 3).close()


def test_a_migration_that_makes_something_else_than_it_should_is_taken_back(
    made: Directories, tmp_path: Path
) -> None:
    before = made.database.read_bytes()
    with pytest.raises(LedgerRulesChangedError):
        open_library(made, 2, replace(_next_version(tmp_path), fingerprint="other"))
    assert made.database.read_bytes() == before


def test_a_first_migration_that_fails_leaves_an_empty_file_empty(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.sqlite")
    with pytest.raises(ZeroDivisionError), database.migrate() as connection:
        migrate(connection, _NEXT, _next_version(tmp_path, "1 / 0").migrations)
    with database.read() as connection:
        assert schema.is_empty(connection)
        assert schema.stored_revision(connection) is None
    database.close()
    assert (tmp_path / "library.sqlite").stat().st_size in (0, 4096)  # the second with WAL


def test_the_three_newest_copies_are_kept(library: SqliteLibrary, places: Directories) -> None:
    for at in range(1, 6):
        back_up_before_migration(places.database, places.backups, "0001", "0002", at)
    (places.backups / "of-the-user.sqlite").touch()
    back_up_before_migration(places.database, places.backups, "0001", "0002", 10_000_000_000_000)
    names = sorted(path.name for path in places.backups.iterdir())
    assert names == [
        "before-migration-0000000000004-0001-to-0002.sqlite",
        "before-migration-0000000000005-0001-to-0002.sqlite",
        "before-migration-10000000000000-0001-to-0002.sqlite",
        "of-the-user.sqlite",
    ]


def test_a_copy_has_what_is_committed_and_not_what_is_only_begun(
    library: SqliteLibrary, places: Directories
) -> None:
    with closing(sqlite3.connect(places.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO library VALUES (?, 1)", ("0" * 36,))
        copy = back_up_before_migration(places.database, places.backups, "0001", "0002", 1)
        other.execute("ROLLBACK")
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT id FROM library").fetchall() == [(library.library_id,)]


def test_half_a_copy_of_a_killed_run_goes_with_the_next_copy(
    library: SqliteLibrary, places: Directories
) -> None:
    places.backups.mkdir()
    old = "before-migration-1-0001-to-0002.part"
    for left in (old, "library-1.part", "library-1.part-journal"):
        (places.backups / left).touch()
    (places.backups / "of-the-user.part").touch()
    copy = back_up_before_migration(places.database, places.backups, "0001", "0002", 2)
    left_over = {path.name for path in places.backups.iterdir()} - {copy.name}
    assert left_over == {"of-the-user.part"}


def test_a_damaged_file_pushes_no_good_copy_out(made: Directories) -> None:
    for at in range(1, 4):
        back_up_before_migration(made.database, made.backups, "0001", "0002", at)
    good = {path.name: path.read_bytes() for path in made.backups.iterdir()}
    raw = made.database.read_bytes()
    made.database.write_bytes(raw[:8192] + b"\xff" * 12_288 + raw[20_480:])
    with pytest.raises(LibraryUnusableError) as caught:
        back_up_before_migration(made.database, made.backups, "0001", "0002", 9)
    assert caught.value.condition == "damaged"
    assert {path.name: path.read_bytes() for path in made.backups.iterdir()} == good


def test_no_copy_no_migration(made: Directories, tmp_path: Path) -> None:
    made.backups.touch()  # where the folder should be
    before = made.database.read_bytes()
    with pytest.raises(LibraryUnusableError):
        open_library(made, 2, _next_version(tmp_path))
    assert made.database.read_bytes() == before
    assert _revision(made.database) == HEAD


def test_a_copy_is_never_made_of_a_missing_file(places: Directories) -> None:
    with pytest.raises(LibraryUnusableError):
        back_up_before_migration(places.database, places.backups, "0001", "0002", 1)
    assert not places.database.exists()
    assert list(places.backups.iterdir()) == []
