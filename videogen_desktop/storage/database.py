"""The one connection to a library file, owned by the thread that opened it."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection

from videogen_desktop.storage.failures import environment_faults
from videogen_desktop.storage.sqlite_engine import (
    BUSY_TIMEOUT_MS,
    Opening,
    begin_immediate,
    make_engine,
)


class WrongThreadError(RuntimeError):
    """The database was reached from a thread that does not own it: a defect of ours."""


class DanglingRowsError(RuntimeError):
    """Rows of these tables refer to rows that a migration did not bring over: a defect of ours."""


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
