"""Rows out of a damaged library file, as many as can still be read.

The `.recover` of SQLite's own shell is not in the library, so tables are read in row order, and
around what cannot be read.
"""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from videogen_desktop.storage.copying_apart import copy_apart
from videogen_desktop.storage.library_file import library_files, sqlite_uri
from videogen_desktop.storage.private_paths import private_folder

_log = logging.getLogger(__name__)

RawRow = dict[str, Any]
# Of one table. A damaged page costs about a hundred to find the rows around it; where not even
# the first page of a table can be read, every question is in vain.
_MOST_QUESTIONS = 4_000


class DamagedLibrary:
    """A copy of the damaged files that may be opened, and so changed. One thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._questions = 0

    def rows(self, table: str) -> tuple[RawRow, ...]:
        """The rows of a table of ours that can be read, in their order; empty when none can."""
        self._questions = 0
        try:
            columns = [row[1] for row in self._ask(f"PRAGMA table_info({table})")]
            if not columns:
                return ()
            last = self._last(table)
        except sqlite3.Error:
            return ()
        found = self._between(table, 1, last)
        return tuple(dict(zip(columns, row, strict=True)) for row in found)

    def _last(self, table: str) -> int:
        """The highest row number, or one that is certainly above it."""
        with suppress(sqlite3.Error):
            return int(self._ask(f"SELECT coalesce(max(rowid), 0) FROM {table}")[0][0])  # noqa: S608
        with suppress(sqlite3.Error, IndexError):
            query = f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'"  # noqa: S608
            return int(self._ask(query)[0][0])
        return 1 << 24

    def _between(self, table: str, first: int, last: int) -> Iterator[tuple[Any, ...]]:
        query = f"SELECT * FROM {table} WHERE rowid BETWEEN {first} AND {last} ORDER BY rowid"  # noqa: S608
        try:
            rows = self._ask(query)
        except sqlite3.Error:
            if first < last and self._questions < _MOST_QUESTIONS:
                middle = (first + last) // 2
                yield from self._between(table, first, middle)
                yield from self._between(table, middle + 1, last)
            return
        yield from rows

    def _ask(self, query: str) -> list[tuple[Any, ...]]:
        self._questions += 1
        return self._connection.execute(query).fetchall()


@contextmanager
def damaged_library(database: Path, scratch: Path) -> Iterator[DamagedLibrary | None]:
    """Copy the files of `database` into `scratch` (a new folder) and open the copy.

    The originals are only read. None where SQLite makes nothing of them. Raises OSError.
    """
    private_folder(scratch)
    for file in library_files(database):
        # A shared-memory file of a process that died says nothing, and can mislead.
        if not file.name.endswith("-shm"):
            copy_apart(file, scratch / file.name)
    connection = sqlite3.connect(sqlite_uri(scratch / database.name, "mode=rw"), uri=True)
    try:
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        # Reading through a damaged index would lose rows that the table still has.
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        _log.warning("nothing can be read: %s", type(error).__name__)
        connection.close()
        yield None
        return
    try:
        yield DamagedLibrary(connection)
    finally:
        connection.close()
