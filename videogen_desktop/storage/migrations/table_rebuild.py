"""Building a table anew with its rows, as sqlite.org/lang_altertable.html (section 7) says it.

SQLite cannot widen a CHECK. Foreign keys are off meanwhile and checked at the end.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import Connection

# The copy fills indexes of random ids: with SQLite's own 2 MB their pages go in and out.
_CACHE_KIB = 65_536


@contextmanager
def triggers_aside(connection: Connection, gone: Iterable[str] = ()) -> Iterator[None]:
    """Without any trigger, and with all of them again but those named in `gone`.

    A table cannot be renamed while a trigger of another one names what is not there.
    """
    found = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid"
    ).all()
    for name, _ in found:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    leaving = frozenset(gone)
    for name, sql in found:
        if name not in leaving:
            connection.exec_driver_sql(sql)


def rebuild_table(
    connection: Connection,
    table: str,
    create: str,
    values: Mapping[str, str] | None = None,
    source: str | None = None,
) -> None:
    """Put the table that `create` makes in the place of `table`, with its rows and indexes.

    A column takes its expression in `values`, else the old column of its name, else its default;
    rows come from `source`, else from the table. Within one transaction, with foreign keys off
    (raises RuntimeError otherwise) and `triggers_aside`; whoever commits checks them.
    """
    if connection.exec_driver_sql("PRAGMA foreign_keys").scalar():
        # DROP TABLE would delete the rows of other tables, or be refused for them.
        raise RuntimeError("foreign keys are on")
    indexes = _indexes(connection, table)
    last = _last_number(connection, table)
    new = f"new_{table}"
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.exec_driver_sql(
        create.replace(f"CREATE TABLE {table} (", f"CREATE TABLE {new} (", 1)
    )
    old = _columns(connection, table)
    chosen = {name: name for name in _columns(connection, new) if name in old} | dict(values or {})
    connection.exec_driver_sql(
        f"INSERT INTO {new} ({', '.join(chosen)})"  # noqa: S608
        f" SELECT {', '.join(chosen.values())} FROM {source or table}"
    )
    connection.exec_driver_sql(f"DROP TABLE {table}")
    connection.exec_driver_sql(f"ALTER TABLE {new} RENAME TO {table}")
    if last is not None:
        connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        connection.exec_driver_sql("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, last))
    for index in indexes:
        connection.exec_driver_sql(index)


def _columns(connection: Connection, table: str) -> list[str]:
    found = connection.exec_driver_sql("SELECT name FROM pragma_table_info(?)", (table,))
    return list(found.scalars())


def _indexes(connection: Connection, table: str) -> list[str]:
    found = connection.exec_driver_sql(
        "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"
        " ORDER BY rowid",
        (table,),
    )
    return list(found.scalars())


def _last_number(connection: Connection, table: str) -> int | None:
    """The highest number that AUTOINCREMENT ever gave in the table, and never gives again."""
    return connection.exec_driver_sql(
        "SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)
    ).scalar()
