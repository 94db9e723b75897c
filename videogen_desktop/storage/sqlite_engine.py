"""A SQLAlchemy engine for one SQLite file: explicit BEGIN, and pragmas that keep money safe."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

BUSY_TIMEOUT_MS = 10_000

# The WAL-reset race can lose committed data before these releases (sqlite.org/changes, 3.51.3).
_FIRST_SAFE_WAL = (3, 51, 3)
_BACKPORTED_SAFE_WAL = ((3, 50, 7), (3, 44, 6))

_PRAGMAS = {
    "busy_timeout": str(BUSY_TIMEOUT_MS),
    "foreign_keys": "ON",
    "recursive_triggers": "ON",
    "trusted_schema": "OFF",
    # NORMAL may lose a commit at power loss: the intent of a paid POST must not be lost.
    "synchronous": "FULL",
    # fsync alone does not flush the drive on macOS.
    "fullfsync": "ON",
    "checkpoint_fullfsync": "ON",
}


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite release has the fix of the WAL-reset race."""
    if version >= _FIRST_SAFE_WAL:
        return True
    return any(version[:2] == fixed[:2] and version >= fixed for fixed in _BACKPORTED_SAFE_WAL)


def journal_mode() -> str:
    """WAL where the linked SQLite has the fix, else TRUNCATE."""
    major, minor, patch = sqlite3.sqlite_version_info
    return "WAL" if wal_is_safe((major, minor, patch)) else "TRUNCATE"


def make_engine(path: Path, *, read_only: bool) -> Engine:
    """An engine with one connection. Writers begin IMMEDIATE (see `begin_immediate`)."""
    mode = "ro" if read_only else "rwc"
    engine = create_engine(
        f"sqlite:///{path.as_uri()}?mode={mode}&uri=true",
        # Error texts would hold the bound parameters: prompts and URLs.
        hide_parameters=True,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        connect_args={"timeout": BUSY_TIMEOUT_MS / 1000, "check_same_thread": True},
    )
    event.listen(engine, "connect", _Pragmas(read_only))
    event.listen(engine, "begin", _begin)
    return engine


def begin_immediate(engine: Engine) -> Engine:
    """The same engine and connection, but transactions take the write lock when they begin."""
    return engine.execution_options(begin="BEGIN IMMEDIATE")


class _Pragmas:
    def __init__(self, read_only: bool) -> None:
        self._read_only = read_only

    def __call__(self, connection: sqlite3.Connection, _record: Any) -> None:
        # The driver's own BEGIN would leave DDL and reads outside transactions.
        connection.isolation_level = None
        for name, value in _PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}")
        if self._read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute(f"PRAGMA journal_mode = {journal_mode()}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
