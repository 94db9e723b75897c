"""A program one migration ahead of this one, as far as a library notices."""

import shutil
from dataclasses import replace
from pathlib import Path

from videogen_desktop.storage import schema
from videogen_desktop.storage.database import Database
from videogen_desktop.storage.library_file import HEAD, KNOWN_REVISIONS
from videogen_desktop.storage.schema import Schema, migrate

_REVISION = f"{int(HEAD) + 1:04}"
_MIGRATION = """
from alembic import op

revision = "{revision}"
down_revision = "{before}"

STATEMENTS = (
    "ALTER TABLE wallet ADD COLUMN label TEXT",
    "CREATE TABLE note (video_id TEXT PRIMARY KEY REFERENCES video (id), text TEXT) STRICT",
    "INSERT INTO note SELECT id, prompt_folded FROM video",
    "CREATE INDEX ix_note_text ON note (text)",
    "CREATE TRIGGER note_stays BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'kept'); END",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
"""
_FINGERPRINT = "fingerprint"


def make_next_version(folder: Path) -> None:
    """Write its migrations into the new folder, and what they lead to."""
    shutil.copytree(schema.CURRENT.migrations, folder / "migrations")
    written = _MIGRATION.format(revision=_REVISION, before=HEAD)
    (folder / "migrations" / "versions" / f"{_REVISION}_note.py").write_text(written, "utf-8")
    target = _without_fingerprint(folder)
    database = Database(folder / "scratch.sqlite")
    with database.migrate() as connection:
        migrate(connection, target.head, target.migrations)
        found = schema.fingerprint(connection)
    database.close()
    (folder / _FINGERPRINT).write_text(found, encoding="utf-8")


def next_version(folder: Path) -> Schema:
    """What `make_next_version` wrote there."""
    found = (folder / _FINGERPRINT).read_text(encoding="utf-8")
    return replace(_without_fingerprint(folder), fingerprint=found)


def _without_fingerprint(folder: Path) -> Schema:
    return Schema(_REVISION, (*KNOWN_REVISIONS, _REVISION), "", folder / "migrations")
