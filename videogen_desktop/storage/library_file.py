"""The library's file: its schema's revisions, its address for SQLite, and what lies beside it.

Nothing here imports SQLAlchemy: the first cards are read before that is there.
"""

import os
from pathlib import Path
from urllib.parse import quote

# The revision of the schema that this version of the program makes, and those that it can read.
HEAD = "0005"
KNOWN_REVISIONS = ("0001", "0002", "0003", "0004", "0005")
# The database, and what SQLite keeps beside it: they belong together or mean nothing.
SUFFIXES = ("", "-wal", "-shm", "-journal")


def sqlite_uri(path: Path, query: str) -> str:
    """SQLite's address of a file, whatever characters its folders have (also UNC paths)."""
    posix = path.absolute().as_posix()
    rooted = posix if posix.startswith("/") else f"/{posix}"
    return f"file://{quote(os.fsencode(rooted), safe='/:')}?{query}"


def library_files(database: Path) -> tuple[Path, ...]:
    """The files there are, the database first."""
    named = (database.with_name(database.name + suffix) for suffix in SUFFIXES)
    return tuple(path for path in named if path.exists())
