"""The schema of a library file: its revision, whether its rules are ours, and its migration."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, text

from videogen_desktop.storage.library_file import HEAD, KNOWN_REVISIONS

_MIGRATIONS = Path(__file__).parent / "migrations"
# SHA-256 over the tables, indexes and triggers of HEAD; `python -m pytest -k fingerprint` prints
# the new value when a migration changes them.
FINGERPRINT = "f7ddd9be43137d399f05537c1f8803457b4fe252cfca534939c7e86f706ee29f"
# What SQLite, FTS5 and Alembic make themselves, differently from release to release. They are
# tables: an index, a view or a trigger counts whatever it is called, or it hides behind a name.
_NOT_OURS = (
    *("alembic_version", "sqlite_sequence", "sqlite_stat1", "sqlite_stat4"),
    *(f"video_search_{part}" for part in ("data", "idx", "content", "docsize", "config")),
)
_OBJECTS = text(
    "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"  # noqa: S608
    f" AND NOT (type = 'table' AND name IN {_NOT_OURS}) ORDER BY type, name"
)


@dataclass(frozen=True, slots=True)
class Schema:
    """What a version of the program makes of a library file; `migrations` is an Alembic folder."""

    head: str
    known: tuple[str, ...]
    fingerprint: str
    migrations: Path


CURRENT = Schema(HEAD, KNOWN_REVISIONS, FINGERPRINT, _MIGRATIONS)


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


def migrate(connection: Connection, revision: str, folder: Path = _MIGRATIONS) -> None:
    """Upgrade inside the connection's own transaction; nothing is left of one that fails."""
    # They take 0.2 s to import: only where there is something to migrate.
    from alembic import command
    from alembic.config import Config

    config = Config()
    # Alembic reads % as interpolation.
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
