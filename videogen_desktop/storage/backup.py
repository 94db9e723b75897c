"""Copies of the library file that are whole: taken by SQLite, checked, then renamed."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from videogen_desktop.domain.errors import LibraryUnusableError

KEPT_BEFORE_MIGRATION = 3


def back_up_before_migration(
    database: Path, folder: Path, revision: str, target: str, at_ms: int
) -> Path:
    """Copy the file and keep the newest three such copies. Raises LibraryUnusableError when the
    copy does not pass its own check; then nothing old is removed."""
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / f"before-migration-{at_ms:013d}-{revision}-to-{target}.sqlite"
    part = copy.with_suffix(".part")
    part.unlink(missing_ok=True)
    # A plain file copy of a live database lost every commit in its journal (measured).
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(part)) as target_db:
        source.backup(target_db)
        if target_db.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise LibraryUnusableError("damaged")
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(copy)
    for old in sorted(folder.glob("before-migration-*.sqlite"))[:-KEPT_BEFORE_MIGRATION]:
        old.unlink()
    return copy
