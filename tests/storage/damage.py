"""Ways to spoil a closed library file."""

import sqlite3
from contextlib import closing
from pathlib import Path

PAGE = 4096


def spoil_pages(database: Path, count: int = 3) -> None:
    """Overwrite 64 bytes in the middle of a few pages with rows in them."""
    content = bytearray(database.read_bytes())
    pages = [
        number
        for number in range(2, len(content) // PAGE)
        # A leaf of a table, of which at least some cells exist.
        if content[number * PAGE] == 0x0D
        and content[number * PAGE + 4] | content[number * PAGE + 3]
    ]
    for number in pages[:count]:
        start = number * PAGE
        content[start : start + 64] = b"\xff" * 64
    database.write_bytes(content)


def spoil_money(database: Path) -> None:
    """Change one running balance behind the ledger's back; the file itself stays whole."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        keep_journal(connection)
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master"
            " WHERE type = 'trigger' AND tbl_name = 'ledger_entry'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(
            "UPDATE ledger_entry SET available_after = available_after + 1"
            " WHERE seq = (SELECT max(seq) FROM ledger_entry)"
        )
        for _, sql in triggers:
            connection.execute(sql)


def keep_journal(connection: sqlite3.Connection) -> None:
    """Before it writes beside an open library, which keeps the journal open on Windows: nobody can
    delete it there."""
    if connection.execute("PRAGMA journal_mode").fetchone() == ("delete",):
        connection.execute("PRAGMA journal_mode = TRUNCATE")
