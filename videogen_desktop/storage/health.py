"""One look at a library by anybody, without the lock: its health, its backups, its numbers."""

import contextlib
import json
from pathlib import Path

from sqlalchemy import Connection, func, select

from videogen_desktop import held_files
from videogen_desktop.domain.errors import (
    LedgerRulesChangedError,
    LibraryUnusableError,
    NewerLibraryError,
    StorageError,
)
from videogen_desktop.domain.file_names import safe_stem
from videogen_desktop.domain.library_health import HealthReport, ThoroughCheck
from videogen_desktop.storage import schema
from videogen_desktop.storage.backup import backup_paths, backups_in
from videogen_desktop.storage.checks import book_findings, file_findings, video_count
from videogen_desktop.storage.database import look_at
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.engine_lock import RunMarker
from videogen_desktop.storage.library import open_reader, revision_on_disk
from videogen_desktop.storage.library_file import HEAD
from videogen_desktop.storage.private_paths import private_file
from videogen_desktop.storage.search_index import is_index_whole
from videogen_desktop.storage.tables import EVERY_TABLE, video, video_prompt

# Older ones have left the log that is read.
_MOST_PROMPTS = 5_000


def library_health(places: Directories, *, thorough: bool = True) -> HealthReport:
    """What is wrong with the library, if anything, and which backups there are.

    Nothing is written. Raises LibraryUnusableError for what is no damage: busy, no rights.
    """
    revision: str | None = None
    findings: tuple[str, ...] = ()
    videos = 0
    try:
        revision = revision_on_disk(places.database, schema.CURRENT)
        if revision is not None:
            findings, videos = _looked_at(places, revision, thorough=thorough)
        elif backup_paths(places.backups):
            findings = ("missing",)
    except NewerLibraryError as error:
        revision, findings = error.revision, ("newer",)
    except LedgerRulesChangedError:
        findings = ("rules_changed",)
    except LibraryUnusableError as error:
        if error.condition != "damaged":
            raise
        findings = ("unreadable",)
    return HealthReport(
        database=places.database,
        revision=revision,
        findings=findings,
        ended_cleanly=not RunMarker(places.run_marker).is_set(),
        backups=tuple(backups_in(places.backups)),
        videos=videos,
        file_bytes=places.database.stat().st_size if places.database.exists() else 0,
        last_check=last_check(places.last_check),
    )


def large_file_findings(places: Directories, *, thorough: bool) -> tuple[str, ...]:
    """The checks that a start leaves out for a large file; on any thread, beside the work.

    Raises LibraryUnusableError.
    """
    return _looked_at(places, HEAD, thorough=thorough)[0]


def is_search_whole(places: Directories) -> bool:
    """Whether the index of words is; on any thread. Raises LibraryUnusableError."""
    with look_at(places.database) as connection:
        return is_index_whole(connection)


def _looked_at(
    places: Directories, revision: str, *, thorough: bool
) -> tuple[tuple[str, ...], int]:
    with look_at(places.database) as connection:
        findings = file_findings(connection, thorough=thorough)
        if findings or revision != HEAD:
            return findings, 0
        if schema.fingerprint(connection) != schema.FINGERPRINT:
            findings = ("rules_changed",)
        return findings + book_findings(connection), video_count(connection)


def last_check(path: Path) -> ThoroughCheck | None:
    """None before the first; a note that cannot be read is no note."""
    try:
        noted = json.loads(path.read_bytes())
        at, findings = noted["at"], noted["findings"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not isinstance(at, int) or not isinstance(findings, list):
        return None
    return ThoroughCheck(at, tuple(map(str, findings)))


def note_check(path: Path, check: ThoroughCheck) -> None:
    """Only for the holder of the engine lock. A folder that takes no file is reported by what
    needs it more."""
    part = path.with_suffix(".part")
    with contextlib.suppress(OSError):
        private_file(part)
        part.write_text(json.dumps({"at": check.at, "findings": check.findings}), encoding="utf-8")
        held_files.replace(part, path)


def library_counts(places: Directories) -> dict[str, object]:
    """Rows by table, and videos by state; why they cannot be read, otherwise."""
    try:
        with open_reader(places) as library, library.reading() as rows:
            return _counts(rows.connection)
    except StorageError as error:
        return {"error": type(error).__name__}


def redacted_prompts(places: Directories) -> frozenset[str]:
    """The newest prompts as a log or a path could hold them: whole, by line, as a file's name."""
    try:
        with open_reader(places) as library, library.reading() as rows:
            prompts = _newest_prompts(rows.connection, _MOST_PROMPTS)
    except StorageError:
        return frozenset()
    lines = (line.strip() for prompt in prompts for line in prompt.splitlines())
    return frozenset((*prompts, *lines, *map(safe_stem, prompts)))


def _counts(connection: Connection) -> dict[str, object]:
    """How many rows each table has, and how many videos each state and origin."""
    tables = {
        name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for name, table in sorted(EVERY_TABLE.items())
    }
    states = connection.execute(
        select(video.c.origin, video.c.state, video.c.reason, func.count().label("videos"))
        .group_by(video.c.origin, video.c.state, video.c.reason)
        .order_by(video.c.origin, video.c.state, video.c.reason)
    )
    by_state = {
        " ".join(word for word in (row.origin, row.state, row.reason) if word): row.videos
        for row in states
    }
    return {"tables": tables, "videos": by_state}


def _newest_prompts(connection: Connection, limit: int) -> tuple[str, ...]:
    """The prompts of the last videos, so that they can be taken out of a text."""
    rows = connection.execute(select(video_prompt).order_by(video.c.seq.desc()).limit(limit))
    return tuple(rows.scalars())
