"""The database's triggers out of the way, for whoever writes whole lives at once."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def triggers_aside(connection: sqlite3.Connection) -> Iterator[None]:
    """Within the caller's transaction: without its commit they were never gone."""
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for _, sql in triggers:
        connection.execute(sql)
