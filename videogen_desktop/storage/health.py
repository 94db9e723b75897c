"""One look at a library and its backups, by anybody and without the lock, and when it was taken."""

import contextlib
import json
from pathlib import Path

from videogen_desktop.domain.errors import (
    LedgerRulesChangedError,
    LibraryUnusableError,
    NewerLibraryError,
)
from videogen_desktop.domain.library_health import HealthReport, ThoroughCheck
from videogen_desktop.storage import schema
from videogen_desktop.storage.backup import backup_paths, backups_in
from videogen_desktop.storage.checks import book_findings, file_findings, video_count
from videogen_desktop.storage.database import look_at
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.engine_lock import RunMarker
from videogen_desktop.storage.library import revision_on_disk
from videogen_desktop.storage.library_file import HEAD
from videogen_desktop.storage.private_paths import private_file
from videogen_desktop.storage.search_index import is_index_whole


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
        part.replace(path)
