"""A library that is made or migrated, and killed at it: old or new, whole, and nothing lost."""

import json
import os
import shutil
import signal
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.kill_matrix import hooks
from tests.kill_matrix.forking import ended, forked
from tests.kill_matrix.next_version import next_version
from tests.kill_matrix.points import Point, Points
from tests.kill_matrix.records import Case, Result
from videogen_desktop.storage import schema
from videogen_desktop.storage.backup import backup_paths, facts_of
from videogen_desktop.storage.database import Database, Opening
from videogen_desktop.storage.directories import Directories, directories
from videogen_desktop.storage.library import open_library
from videogen_desktop.storage.library_file import HEAD
from videogen_desktop.storage.schema import Schema
from videogen_desktop.storage.verify import verify

FIRST_START = "first start"
MIGRATION = "migration"
# From the revision of the fixture to this program's, tables built anew and all.
EARLIER = "earlier library"
MIGRATION_STORIES = (FIRST_START, MIGRATION, EARLIER)
NEXT_VERSION = "next_version"
SEARCH_INDEX = "video_search"
_NOW = 1_700_000_000_000

Rows = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class _Told:
    """`before` is the library that was there, `target` what is to become of it."""

    places: Directories
    target: Schema
    before: Path | None


def run_migration(case: Case) -> Result:
    """As case.run_case; `case.library` has lived, and the next version lies beside it."""
    case.folder.mkdir(parents=True)
    places = directories(case.folder / "data")
    if case.story == FIRST_START:
        told = _Told(places, schema.CURRENT, None)
    elif case.story == EARLIER:
        told = _Told(places, schema.CURRENT, case.library)
    else:
        told = _Told(places, next_version(case.library.parent / NEXT_VERSION), case.library)
    if told.before is not None:
        places.data.mkdir()
        shutil.copyfile(told.before, places.database)
    reached, code = _opened_and_killed(told, case)
    raw = case.folder / "raw"
    shutil.copytree(places.data, raw) if places.data.exists() else raw.mkdir()
    revision, problems = _looked_at(told, directories(raw))
    problems += [] if code in (0, -signal.SIGKILL) else [f"it ended with {code}"]
    problems += _opened_again(told)
    was_killed = code == -signal.SIGKILL
    return Result(case.story, case.point, reached, was_killed, str(revision), tuple(problems))


def _opened_and_killed(told: _Told, case: Case) -> tuple[tuple[Point, ...], int]:
    def open_and_close() -> None:
        hooks.install(Points(notes, case.point), case.folder, statements=True)
        open_library(told.places, _NOW, told.target).close()

    heard, notes = os.pipe()
    program = forked(case.folder / "story.log", open_and_close, heard)
    os.close(notes)
    with os.fdopen(heard) as said:
        reached = tuple(Point(*json.loads(line)) for line in said)
    return reached, ended(program)


def _looked_at(told: _Told, raw: Directories) -> tuple[str | None, list[str]]:
    """The revision of what the kill left, and what is wrong with it."""
    revision = _revision(raw.database)
    problems = list(_damage(told, raw.database, revision))
    if revision == told.target.head and told.before is not None:
        problems += _missing_backup(told, raw)
    if revision == HEAD:
        # An older program, or this one, goes on with it.
        library = open_library(raw, _NOW, schema.CURRENT)
        problems += [str(broken) for broken in verify(library)]
        library.close()
    return revision, problems


def _revision(database: Path) -> str | None:
    if not database.exists():
        return None
    reader = Database(database)
    try:
        with reader.read() as connection:
            found = schema.stored_revision(connection)
            return "half made" if found is None and not schema.is_empty(connection) else found
    finally:
        reader.close()


def _damage(told: _Told, database: Path, revision: str | None) -> Iterator[str]:
    schemas: dict[str | None, str] = {
        found.head: found.fingerprint for found in (schema.CURRENT, told.target)
    }
    if told.before is not None:
        schemas |= _schema_of(told.before)
    if revision is None and told.before is None:
        return
    if revision not in schemas:
        yield f"its revision is {revision}"
        return
    reader = Database(database)
    with reader.read() as connection:
        if schema.fingerprint(connection) != schemas[revision]:
            yield f"{revision} is not whole"
    reader.close()
    if told.before is not None and not _has_all_rows(told.before, database):
        yield "rows were lost"


def _schema_of(database: Path) -> dict[str | None, str]:
    reader = Database(database, Opening.LOOK)
    try:
        with reader.read() as connection:
            return {schema.stored_revision(connection): schema.fingerprint(connection)}
    finally:
        reader.close()


def _missing_backup(told: _Told, places: Directories) -> Iterator[str]:
    copies = [path for path in backup_paths(places.backups) if facts_of(path).is_good]
    if told.before is None:
        return
    if not any(_has_all_rows(told.before, copy) for copy in copies):
        yield "there is no good copy from before"


def _opened_again(told: _Told) -> list[str]:
    problems: list[str] = []
    found = []
    for start in (1, 2):
        open_library(told.places, _NOW + start, told.target, after_crash=start == 1).close()
        database = told.places.database
        found.append(_rows_of(database, _columns_of(database)))
        problems += _damage(told, told.places.database, _revision(told.places.database))
    if found[0] != found[1]:
        problems.append("the second start changed the library")
    if _revision(told.places.database) != told.target.head:
        problems.append("it was not brought up to date")
    problems += _missing_backup(told, told.places)
    parts = sorted(path.name for path in told.places.data.rglob("*.part*"))
    return problems + ([f"left behind: {parts}"] if parts else [])


def _has_all_rows(before: Path, after: Path) -> bool:
    old, new = _columns_of(before), _columns_of(after)
    if not old.keys() <= new.keys():
        return False
    # A revision may move a column into another one, as 0003 did with the prompt, and makes the
    # index of words anew, as 0005 did for titles: `verify` looks into that.
    both = {
        table: [name for name in names if name in new[table]]
        for table, names in old.items()
        if not table.startswith(SEARCH_INDEX)
    }
    has_rows = _rows_of(before, both) == _rows_of(after, both)
    return has_rows and _prompts_of(before) == _prompts_of(after)


def _columns_of(database: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(database)) as raw:
        tables = raw.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'alembic*'"
        ).fetchall()
        return {
            table: [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
            for (table,) in tables
        }


def _rows_of(database: Path, columns: Mapping[str, Sequence[str]]) -> Rows:
    """Every row of these tables, in these columns."""
    with closing(sqlite3.connect(database)) as raw:
        return {
            table: sorted(
                repr(row)
                for row in raw.execute(f"SELECT {', '.join(names)} FROM {table}")  # noqa: S608
            )
            for table, names in columns.items()
        }


def _prompts_of(database: Path) -> list[str]:
    prompt = "json_extract(request, '$.prompt')"
    if "prompt" in _columns_of(database)["video"]:
        prompt = "prompt"
    with closing(sqlite3.connect(database)) as raw:
        found = raw.execute(f"SELECT {prompt} FROM video ORDER BY seq")  # noqa: S608
        return [text for (text,) in found]
