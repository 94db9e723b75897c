"""What an engine looks at before it trusts a library file; imported by its start alone."""

from pathlib import Path

from sqlalchemy import Connection

from videogen_desktop.domain.errors import LibraryDamagedError
from videogen_desktop.storage.checks import book_findings, file_findings
from videogen_desktop.storage.database import Database
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.sqlite_engine import Opening

# Reading 64 MiB takes 0.1 s, thoroughly 0.6 s (measured): what is larger is checked beside the
# work, see services.safekeeping.
CHECKED_AT_START_BYTES = 64 << 20


def is_large(path: Path) -> bool:
    """Whether the file is checked beside the work, and not before it is opened."""
    return path.exists() and path.stat().st_size > CHECKED_AT_START_BYTES


def refuse_to_start_empty(places: Directories) -> None:
    """A library that is missing beside its own backups was lost, not never made.

    Raises LibraryDamagedError.
    """
    # An engine that finds all well never reads a backup.
    from videogen_desktop.storage.backup import backup_paths

    if backup_paths(places.backups):
        raise damaged(places, ("missing",))


def check_file(places: Directories, *, thorough: bool) -> None:
    """Raises LibraryDamagedError, LibraryUnusableError; the file is only read."""
    reader = Database(places.database, Opening.LOOK)
    try:
        with reader.read() as connection:
            findings = file_findings(connection, thorough=thorough)
    finally:
        reader.close()
    if findings:
        raise damaged(places, findings)


def check_books(places: Directories, connection: Connection) -> None:
    """Raises LibraryDamagedError."""
    if findings := book_findings(connection):
        raise damaged(places, findings)


def damaged(places: Directories, findings: tuple[str, ...]) -> LibraryDamagedError:
    """The error with the newest good backup in it."""
    from videogen_desktop.storage.backup import newest_good_backup

    return LibraryDamagedError(places.database, findings, newest_good_backup(places.backups))
