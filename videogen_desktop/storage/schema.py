"""Which revision a library file has, and whether its rules are still the ones we wrote."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, text

from videogen_desktop.storage.revision import HEAD, KNOWN_REVISIONS

# SHA-256 over the tables, indexes and triggers of HEAD; `python -m pytest -k fingerprint` prints
# the new value when a migration changes them.
FINGERPRINT = "32227c7029144b0995f9477624a1bd31edc5f165a3e19ba5cde499e73062507f"

# GLOB, as LIKE takes _ for any character: a foreign trigger could hide behind its name.
_OBJECTS = text(
    "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    " AND name NOT GLOB 'sqlite_*' AND name IS NOT 'alembic_version'"
    # FTS5 makes these itself, differently from release to release.
    " AND NOT (type = 'table' AND name GLOB 'video_search_*') ORDER BY type, name"
)


@dataclass(frozen=True, slots=True)
class Schema:
    """What a version of the program makes of a library file; `migrations` is an Alembic folder."""

    head: str
    known: tuple[str, ...]
    fingerprint: str
    migrations: Path


CURRENT = Schema(HEAD, KNOWN_REVISIONS, FINGERPRINT, Path(__file__).parent / "migrations")


def is_empty(connection: Connection) -> bool:
    """Whether nothing was ever made in the file."""
    return not connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar()


def stored_revision(connection: Connection) -> str | None:
    """The Alembic revision of the file; None for an empty one."""
    found = connection.execute(
        text("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'alembic_version'")
    ).scalar()
    if not found:
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def fingerprint(connection: Connection) -> str:
    """What the file's schema is, whatever its white space."""
    digest = hashlib.sha256()
    for kind, name, sql in connection.execute(_OBJECTS):
        digest.update(f"{kind}\0{name}\0{' '.join(sql.split())}\0".encode())
    return digest.hexdigest()
