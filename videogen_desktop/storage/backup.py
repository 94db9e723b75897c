"""Copies of the library file that are whole: taken by SQLite, checked, then renamed."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from videogen_desktop.domain.errors import LibraryUnusableError
from videogen_desktop.storage.failures import environment_faults, file_faults
from videogen_desktop.storage.sqlite_engine import sqlite_uri

KEPT_BEFORE_MIGRATION = 3


def back_up_before_migration(
    database: Path, folder: Path, revision: str, target: str, at_ms: int
) -> Path:
    """Copy the file and keep the newest three such copies; the copy has passed its own check.

    Raises LibraryUnusableError; then nothing old is removed and no half copy is left.
    """
    copy = folder / f"before-migration-{at_ms:013d}-{revision}-to-{target}.sqlite"
    part = copy.with_suffix(".part")
    with file_faults(), environment_faults():
        folder.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            _copy(database, part)
            part.replace(copy)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        for old in sorted(folder.glob("before-migration-*.sqlite"))[:-KEPT_BEFORE_MIGRATION]:
            old.unlink()
    return copy


def _copy(database: Path, part: Path) -> None:
    # A plain file copy of a live database lost every commit in its journal (measured).
    source_uri = sqlite_uri(database, "mode=rw")  # never makes a missing one
    with (
        closing(sqlite3.connect(source_uri, uri=True)) as source,
        closing(sqlite3.connect(part)) as target,
    ):
        source.backup(target)
        if target.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise LibraryUnusableError("damaged")
    with part.open("rb+") as file:
        os.fsync(file.fileno())
