"""The copies of the library that there are, looked at one by one."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import text

from videogen_desktop.domain.errors import StorageError
from videogen_desktop.domain.library_health import BackupFacts
from videogen_desktop.storage import schema
from videogen_desktop.storage.backup import findings_of
from videogen_desktop.storage.backup_names import BackupName
from videogen_desktop.storage.database import Database
from videogen_desktop.storage.revision import HEAD, KNOWN_REVISIONS
from videogen_desktop.storage.sqlite_engine import Opening

_BEFORE_MIGRATION = re.compile(r"before-migration-(\d{13,14})-.*\.sqlite")
# A clock that is a little ahead is no wrong one.
_CLOCK_SLACK_MS = 24 * 3_600_000


def backup_paths(folder: Path) -> tuple[Path, ...]:
    """Every copy of ours in the folder, newest first, unread; those that a wrong clock dated into
    the future last."""
    if not folder.is_dir():
        return ()
    dated = [(at, path) for path in folder.iterdir() if (at := _made_at(path)) is not None]
    now = time.time_ns() // 1_000_000 + _CLOCK_SLACK_MS
    return tuple(
        path for _, path in sorted(dated, key=lambda found: (found[0] <= now, found), reverse=True)
    )


def backups_in(folder: Path) -> Iterator[BackupFacts]:
    """Newest first; each is read and checked when it is asked for."""
    return (facts_of(path) for path in backup_paths(folder))


def newest_good_backup(folder: Path) -> BackupFacts | None:
    return next((facts for facts in backups_in(folder) if facts.is_good), None)


def facts_of(path: Path) -> BackupFacts:
    """What a copy is; nothing is raised for one that cannot be read."""
    is_current = BackupName.of(path) is not None
    made_at = _made_at(path)
    if made_at is None:
        made_at = int(path.stat().st_mtime * 1000) if path.exists() else 0
    try:
        revision, videos = _revision_and_videos(path)
        with_books = revision == HEAD
        is_good = revision in KNOWN_REVISIONS and not findings_of(path, with_books=with_books)
    except StorageError:
        return BackupFacts(path, made_at, False, None, not is_current)
    return BackupFacts(path, made_at, is_good, videos, not is_current)


def _revision_and_videos(path: Path) -> tuple[str | None, int | None]:
    reader = Database(path, Opening.LOOK)
    try:
        with reader.read() as connection:
            revision = schema.stored_revision(connection)
            if revision is None:
                return None, None
            return revision, connection.execute(text("SELECT count(*) FROM video")).scalar_one()
    finally:
        reader.close()


def _made_at(path: Path) -> int | None:
    name = BackupName.of(path)
    if name is not None:
        return name.at
    match = _BEFORE_MIGRATION.fullmatch(path.name)
    return int(match[1]) if match else None
