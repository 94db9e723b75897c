"""A library file opened: the database and its rows by subject."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

from sqlalchemy import Connection, insert, select

from videogen_desktop.domain.errors import (
    LedgerRulesChangedError,
    LibraryDamagedError,
    LibraryMissingError,
    LibraryUnusableError,
    NewerLibraryError,
    OutdatedLibraryError,
)
from videogen_desktop.storage import schema
from videogen_desktop.storage.database import BUSY_TIMEOUT_MS, Database, Opening, look_at
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.failures import file_faults
from videogen_desktop.storage.library_rows import LibraryRows
from videogen_desktop.storage.private_paths import make_all_private, private_folder
from videogen_desktop.storage.schema import Schema
from videogen_desktop.storage.tables import library as library_table

_Answer = TypeVar("_Answer")
_PERHAPS_ONLY_LOOKED_AT = ("read_only", "cannot_open")


class Library(Protocol):
    """A library, wherever it lies: read and written in short transactions.

    `question` and `change` get the rows of one transaction, and answer with values that outlive it.
    They may run on another thread, while the loop goes on: they look at nothing but the rows and
    what they were given, and change nothing but the rows. What they raise is raised here, and
    nothing is written then. Whoever saw something before looks again in `change`.
    """

    @property
    def library_id(self) -> str: ...

    async def read(self, question: Callable[[LibraryRows], _Answer]) -> _Answer:
        """The answer from one consistent reading. Raises LibraryUnusableError."""
        ...

    async def write(self, change: Callable[[LibraryRows], _Answer]) -> _Answer:
        """What `change` returns, once all that it wrote is durable: all of it or nothing. Raises
        LibraryUnusableError (busy, full, read-only, damaged)."""
        ...

    async def data_version(self) -> int:
        """Another number than last time when somebody else has written since. Raises as `read`."""
        ...

    async def give_memory_back(self) -> None:
        """Let go of what is kept for the next reading. Raises as `read`."""
        ...


class SqliteLibrary:
    """A library in a file, on the thread that opened it; see Database for what its transactions
    promise. `read` and `write` never suspend: they cost a coroutine what a call costs.

    Whoever has no loop (the terminal's readings, the storage itself) takes `reading` and `writing`.
    """

    def __init__(self, database: Database, library_id: str) -> None:
        self._database = database
        self.library_id = library_id

    async def read(self, question: Callable[[LibraryRows], _Answer]) -> _Answer:
        """See Library; at once, on this thread."""
        with self.reading() as rows:
            return question(rows)

    async def write(self, change: Callable[[LibraryRows], _Answer]) -> _Answer:
        """See Library; at once, on this thread."""
        with self.writing() as rows:
            return change(rows)

    @contextmanager
    def writing(self) -> Iterator[LibraryRows]:
        """One durable transaction: all of it or nothing."""
        with self._database.write() as connection:
            yield self._rows(connection)

    @contextmanager
    def reading(self) -> Iterator[LibraryRows]:
        """One consistent reading."""
        with self._database.read() as connection:
            yield self._rows(connection)

    async def data_version(self) -> int:
        """Another number than last time when another process has written since."""
        return self._database.data_version()

    async def give_memory_back(self) -> None:
        """See Database.give_memory_back."""
        self._database.give_memory_back()

    def close(self) -> None:
        self._database.close()

    def _rows(self, connection: Connection) -> LibraryRows:
        return LibraryRows(connection, self.library_id)


def open_library(
    places: Directories,
    now_ms: int,
    target: Schema = schema.CURRENT,
    *,
    after_crash: bool = False,
) -> SqliteLibrary:
    """Open for the engine, which holds the lock: check, make or migrate the file as needed.

    The file is read before anything is written: its revision, its pages (all of its indexes
    too, `after_crash`), the rules in it and the sums of its ledger; a large file's pages and sums
    are left to the caller. Raises NewerLibraryError, LibraryDamagedError (in both cases the file
    is not touched), LedgerRulesChangedError, LibraryUnusableError.
    """
    # Only the engine's start needs these.
    from videogen_desktop.storage import checks

    with file_faults():
        private_folder(places.data)
    revision = _checked_revision(places, target, thorough=after_crash)
    if revision is not None and revision != target.head:
        from videogen_desktop.storage.backup import back_up_before_migration

        back_up_before_migration(places.database, places.backups, revision, target.head, now_ms)
    is_large = checks.is_large(places.database)
    database = Database(places.database)
    try:
        is_current = revision == target.head
        with database.write() if is_current else database.migrate() as connection:
            if not is_current:
                schema.migrate(connection, target.head, target.migrations)
            if schema.fingerprint(connection) != target.fingerprint:
                raise LedgerRulesChangedError(places.database)
            if not is_current or not is_large:
                checks.check_books(places, connection)
            library_id = _library_id(connection, now_ms)
        make_all_private(places)
    except BaseException:
        database.close()
        raise
    return SqliteLibrary(database, library_id)


@contextmanager
def open_reader(places: Directories, target: Schema = schema.CURRENT) -> Iterator[SqliteLibrary]:
    """Open for reading only; needs no lock and never migrates.

    Raises LibraryMissingError, OutdatedLibraryError, NewerLibraryError, LedgerRulesChangedError,
    LibraryUnusableError.
    """
    with _beside_the_engine(places, target, Opening.READ, Opening.LOOK) as library:
        yield library


@contextmanager
def open_guest(
    places: Directories,
    target: Schema = schema.CURRENT,
    *,
    busy_timeout_ms: int = BUSY_TIMEOUT_MS,
) -> Iterator[SqliteLibrary]:
    """Open to lay down a request for the engine that holds the lock, and for nothing else.

    Raises as `open_reader`.
    """
    with _beside_the_engine(
        places, target, Opening.WRITE, busy_timeout_ms=busy_timeout_ms
    ) as library:
        yield library


@contextmanager
def _beside_the_engine(
    places: Directories,
    target: Schema,
    *openings: Opening,
    busy_timeout_ms: int = BUSY_TIMEOUT_MS,
) -> Iterator[SqliteLibrary]:
    revision = revision_on_disk(places.database, target)
    if revision is None:
        raise LibraryMissingError(places.database)
    if revision != target.head:
        raise OutdatedLibraryError(places.database, revision)
    library = _opened(places.database, *openings, busy_timeout_ms=busy_timeout_ms)
    try:
        yield library
    finally:
        library.close()


def _opened(
    path: Path, opening: Opening, *others: Opening, busy_timeout_ms: int = BUSY_TIMEOUT_MS
) -> SqliteLibrary:
    database = Database(path, opening, busy_timeout_ms=busy_timeout_ms)
    try:
        with database.read() as connection:
            library_id = connection.execute(select(library_table.c.id)).scalar_one()
    except LibraryUnusableError as error:
        database.close()
        # Where no file may be made, none can be put beside one in WAL mode.
        if not others or error.condition not in _PERHAPS_ONLY_LOOKED_AT:
            raise
        return _opened(path, *others, busy_timeout_ms=busy_timeout_ms)
    except BaseException:
        database.close()
        raise
    return SqliteLibrary(database, library_id)


def _checked_revision(places: Directories, target: Schema, *, thorough: bool) -> str | None:
    from videogen_desktop.storage import checks

    try:
        revision = revision_on_disk(places.database, target)
        if revision is None:
            checks.refuse_to_start_empty(places)
        elif not checks.is_large(places.database):
            checks.check_file(places, thorough=thorough)
    except LibraryDamagedError:
        raise
    except LibraryUnusableError as error:
        if error.condition != "damaged":
            raise
        raise checks.damaged(places, ("unreadable",)) from error
    return revision


def revision_on_disk(path: Path, target: Schema) -> str | None:
    """The file's revision, None for a missing or empty one; nothing is written.

    Raises NewerLibraryError, LedgerRulesChangedError (no library of ours), LibraryUnusableError.
    """
    with file_faults():
        if not path.exists() or path.stat().st_size == 0:
            return None
    with look_at(path) as connection:
        revision = schema.stored_revision(connection)
        foreign = revision is None and not schema.is_empty(connection)
    if foreign:
        # Some other program's file, or one whose history was taken out.
        raise LedgerRulesChangedError(path)
    if revision is not None and revision not in target.known:
        raise NewerLibraryError(path, revision)
    return revision


def _library_id(connection: Connection, now_ms: int) -> str:
    found = connection.execute(select(library_table.c.id)).scalar()
    if found is not None:
        return str(found)
    library_id = str(uuid.uuid4())
    connection.execute(insert(library_table).values(id=library_id, created_at=now_ms))
    return library_id
