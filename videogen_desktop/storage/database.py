"""The one connection to a library file on SQLite, owned by the thread that opened it.

A SQLAlchemy engine with explicit BEGIN, and with pragmas that keep money safe.
"""

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import Enum, auto
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from videogen_desktop.storage.failures import environment_faults
from videogen_desktop.storage.library_file import sqlite_uri

BUSY_TIMEOUT_MS = 10_000
# The WAL-reset race can lose committed data before these releases (sqlite.org/changes, 3.51.3).
_FIRST_SAFE_WAL = (3, 51, 3)
_BACKPORTED_SAFE_WAL = ((3, 50, 7), (3, 44, 6))
_PRAGMAS = {
    "foreign_keys": "ON",
    "recursive_triggers": "ON",
    "trusted_schema": "OFF",
    # NORMAL may lose a commit at power loss: the intent of a paid POST must not be lost.
    "synchronous": "FULL",
    # fsync alone does not flush the drive on macOS.
    "fullfsync": "ON",
    "checkpoint_fullfsync": "ON",
}
# A read-only connection leaves two files beside a file in WAL mode; this one takes them away again.
_LOOK = "mode=rw"
# What can be read where no file can be put beside one in WAL mode: nobody else can write it there.
_UNCHANGING = "mode=ro&immutable=1"
_NO_FILES_BESIDE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)


class WrongThreadError(RuntimeError):
    """The database was reached from a thread that does not own it: a defect of ours."""


class DanglingRowsError(RuntimeError):
    """Rows of these tables refer to rows that a migration did not bring over: a defect of ours."""


class Opening(Enum):
    """What a file is opened for."""

    WRITE = auto()
    READ = auto()
    # One glance before anything is decided: leaves no trace beside the file.
    LOOK = auto()


class Database:
    """Short synchronous transactions on one thread; none stays open across an await."""

    def __init__(
        self,
        path: Path,
        opening: Opening = Opening.WRITE,
        *,
        busy_timeout_ms: int = BUSY_TIMEOUT_MS,
    ) -> None:
        self.path = path
        self._owner = threading.get_ident()
        self._reading = make_engine(path, opening, busy_timeout_ms=busy_timeout_ms)
        self._writing = begin_immediate(self._reading)

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One BEGIN IMMEDIATE transaction; an exception rolls all of it back. None inside another.

        Raises LibraryUnusableError (busy, full, read-only, damaged), WrongThreadError.
        """
        self._assert_owner()
        with environment_faults(), self._writing.begin() as connection:
            yield connection

    @contextmanager
    def migrate(self) -> Iterator[Connection]:
        """As `write`, and tables may be built anew: rows that refer to none are looked for at its
        end. Raises DanglingRowsError."""
        # Within a transaction the pragma does nothing.
        self._set_foreign_keys("OFF")
        try:
            with self.write() as connection:
                yield connection
                if found := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
                    raise DanglingRowsError(*sorted({row[0] for row in found}))
        finally:
            self._set_foreign_keys("ON")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent reading. Raises as `write`."""
        self._assert_owner()
        with environment_faults(), self._reading.begin() as connection:
            yield connection

    def data_version(self) -> int:
        """Another number than last time when another process has written since. Raises as
        `write`."""
        self._assert_owner()
        # It is asked for several times a second at rest, and a transaction of SQLAlchemy's would be
        # most of what the program then costs.
        with environment_faults(), closing(self._reading.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute("PRAGMA data_version")
            (version,) = cursor.fetchone() or (0,)
        return int(version)

    def give_memory_back(self) -> None:
        """Let go of the pages that SQLite keeps for the next reading: up to 2 MB. Raises as
        `write`."""
        self._assert_owner()
        with environment_faults(), closing(self._reading.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA shrink_memory")

    def close(self) -> None:
        """Close the connection; calling it twice is fine."""
        self._assert_owner()
        self._reading.dispose()

    def _set_foreign_keys(self, value: str) -> None:
        self._assert_owner()
        with environment_faults(), closing(self._reading.raw_connection()) as connection:
            connection.cursor().execute(f"PRAGMA foreign_keys = {value}")

    def _assert_owner(self) -> None:
        if threading.get_ident() != self._owner:
            raise WrongThreadError(self.path)


@contextmanager
def look_at(path: Path) -> Iterator[Connection]:
    """One consistent reading of a file, on any thread; see `Opening.LOOK`. Raises as
    `Database.write`."""
    database = Database(path, Opening.LOOK)
    try:
        with database.read() as connection:
            yield connection
    finally:
        database.close()


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite release has the fix of the WAL-reset race."""
    if version >= _FIRST_SAFE_WAL:
        return True
    return any(version[:2] == fixed[:2] and version >= fixed for fixed in _BACKPORTED_SAFE_WAL)


def journal_mode() -> str:
    """WAL where the linked SQLite has the fix, else TRUNCATE."""
    major, minor, patch = sqlite3.sqlite_version_info
    return "WAL" if wal_is_safe((major, minor, patch)) else "TRUNCATE"


def make_engine(path: Path, opening: Opening, *, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> Engine:
    """An engine with one connection. Writers begin IMMEDIATE (see `begin_immediate`)."""
    query = _query(path, opening)
    engine = create_engine(
        "sqlite://",
        # Not through SQLAlchemy's URL: it takes a `#`, `?` or `%` in a folder's name apart, and the
        # library would lie somewhere else.
        creator=lambda: _connected(path, query, busy_timeout_ms / 1000),
        # Error texts would hold the bound parameters: prompts and URLs.
        hide_parameters=True,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        # One thread: a second transaction inside the first could only wait for itself.
        pool_timeout=0,
    )
    event.listen(engine, "connect", _Pragmas(opening, busy_timeout_ms))
    event.listen(engine, "begin", _begin)
    return engine


def _query(path: Path, opening: Opening) -> str:
    if opening is Opening.WRITE:
        return "mode=rwc"
    if _size(path, "-journal"):
        # What a dead writer left half written must be undone before anybody can read, and a
        # read-only opening refuses to (SQLITE_READONLY_ROLLBACK).
        return "mode=rw"
    if opening is Opening.LOOK and not _size(path, "-wal"):
        return _LOOK
    return "mode=ro"


def _size(path: Path, suffix: str) -> int:
    with contextlib.suppress(OSError):
        return path.with_name(path.name + suffix).stat().st_size
    return 0


def _connected(path: Path, query: str, timeout: float) -> sqlite3.Connection:
    connection = sqlite3.connect(sqlite_uri(path, query), uri=True, timeout=timeout)
    if query != _LOOK or _may_put_files_beside(connection):
        return connection
    connection.close()
    return sqlite3.connect(sqlite_uri(path, _UNCHANGING), uri=True, timeout=timeout)


def _may_put_files_beside(connection: sqlite3.Connection) -> bool:
    """False for a file in WAL mode where nothing may be written: SQLite cannot read it otherwise.

    SQLite is asked, and the file's header never read: POSIX drops all locks of this process on a
    file when any part of it closes that file, and a second process could write into a transaction.
    """
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.Error as error:
        # The extended code's low byte is the kind (sqlite.org/rescode.html).
        return (getattr(error, "sqlite_errorcode", 0) & 0xFF) not in _NO_FILES_BESIDE
    return True


def begin_immediate(engine: Engine) -> Engine:
    """The same engine and connection, but transactions take the write lock when they begin."""
    return engine.execution_options(begin="BEGIN IMMEDIATE")


class _Pragmas:
    def __init__(self, opening: Opening, busy_timeout_ms: int) -> None:
        self._opening = opening
        self._busy_timeout_ms = busy_timeout_ms

    def __call__(self, connection: sqlite3.Connection, _record: Any) -> None:
        # The driver's own BEGIN would leave DDL and reads outside transactions.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {self._busy_timeout_ms}")
        for name, value in _PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}")
        if self._opening is Opening.WRITE:
            connection.execute(f"PRAGMA journal_mode = {journal_mode()}")
        else:
            connection.execute("PRAGMA query_only = ON")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
