"""Which revision a library file has, and whether its rules are still the ones we wrote."""

import hashlib

from sqlalchemy import Connection, text

HEAD = "0001"
KNOWN_REVISIONS = ("0001",)

# SHA-256 over the tables, indexes and triggers of HEAD; `python -m pytest -k fingerprint` prints
# the new value when a migration changes them.
FINGERPRINT = "9dc13b6b23d47f9612f22d7eeb7b9430ac22dde88d73c0091aad7c1d05ff67d5"

_OBJECTS = text(
    "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'alembic_%' ORDER BY type, name"
)


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
