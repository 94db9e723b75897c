"""How SQLite is told which file to open."""

import os
from pathlib import Path
from urllib.parse import quote


def sqlite_uri(path: Path, query: str) -> str:
    """SQLite's address of a file, whatever characters its folders have (also UNC paths)."""
    posix = path.absolute().as_posix()
    rooted = posix if posix.startswith("/") else f"/{posix}"
    return f"file://{quote(os.fsencode(rooted), safe='/:')}?{query}"
