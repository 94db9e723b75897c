"""Backups of the library: copies that are whole, their names, and which of them are kept.

SQLite takes each copy. It is checked before it gets its name; only then do older ones make room.
"""

import contextlib
import re
import shutil
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from videogen_desktop import held_files
from videogen_desktop.domain.errors import (
    DiskFullError,
    LibraryDamagedError,
    LibraryUnusableError,
    StorageError,
)
from videogen_desktop.domain.library_health import BackupFacts
from videogen_desktop.storage import disk_reserve, schema
from videogen_desktop.storage.checks import book_findings, file_findings, video_count
from videogen_desktop.storage.database import look_at
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.disk_reserve import RESERVE_BYTES, reserve_of
from videogen_desktop.storage.failures import environment_faults, file_faults
from videogen_desktop.storage.library_file import HEAD, KNOWN_REVISIONS, sqlite_uri
from videogen_desktop.storage.private_paths import make_private, private_folder

KEPT_BEFORE_MIGRATION = 3
# Between two steps of a copy a writer gets its turn; whole small libraries are one step.
_PAGES_A_STEP = 4_096
_REST_SECONDS = 0.01
_CHECKED = "checked"
# A look must not be what fills the disk.
_ROOM_TO_SPARE = 3
_NAME = re.compile(r"library-(\d{13})-([0-9a-f]{8})\.sqlite")
_NAME_BEFORE_MIGRATION = re.compile(r"before-migration-(\d{13,14})-.*\.sqlite")
_DAY_MS = 24 * 3_600_000
# A clock that is a little ahead is no wrong one.
_CLOCK_SLACK_MS = _DAY_MS
# Of each span the newest copies stay, one for each slot: hours for today's mistakes, months for
# those found late. At most 14.
_SLOTS = ((3, 1), (5, _DAY_MS), (3, 7 * _DAY_MS), (3, 30 * _DAY_MS))


@dataclass(frozen=True, slots=True, order=True)
class BackupName:
    """`at` in UTC milliseconds; `library` is the beginning of the library's id."""

    at: int
    library: str

    @property
    def text(self) -> str:
        return f"library-{self.at:013d}-{self.library}.sqlite"

    @classmethod
    def of(cls, path: Path) -> Self | None:
        match = _NAME.fullmatch(path.name)
        return cls(int(match[1]), match[2]) if match else None


def back_up(database: Path, folder: Path, library_id: str, at_ms: int) -> Path:
    """Copy a library of the current revision, on any thread, while others read and write it.

    The copy is checked thoroughly, file and ledger, before it counts; only then do older copies
    of the same library make room (see `superseded`). Raises LibraryUnusableError and
    LibraryDamagedError; then nothing old is removed and no half copy is left.
    """
    name = BackupName(at_ms, library_id[:8])
    copy = folder / name.text
    _take_checked_copy(database, copy, with_books=True)
    with file_faults():
        found = {known: path for path in folder.iterdir() if (known := BackupName.of(path))}
        ours = [known for known in found if known.library == name.library]
        for old in superseded(ours, at_ms):
            held_files.remove(found[old])
    return copy


def back_up_before_migration(
    database: Path, folder: Path, revision: str, target: str, at_ms: int
) -> Path:
    """Copy the file and keep the newest three such copies; the copy has passed its own check.

    Raises LibraryUnusableError; then nothing old is removed and no half copy is left.
    """
    copy = folder / f"before-migration-{at_ms:013d}-{revision}-to-{target}.sqlite"
    # Without it the library does not open: it may have the last byte.
    _take_checked_copy(database, copy, with_books=False, keeps_reserve=False)
    with file_faults():
        kept = sorted(path for path in folder.glob("before-migration-*.sqlite") if path != copy)
        # This one stays, even where a clock that was wrong called others newer.
        for old in kept[: 1 - KEPT_BEFORE_MIGRATION]:
            held_files.remove(old)
    return copy


def findings_of_copy(database: Path, folder: Path) -> tuple[str, ...]:
    """What is wrong with a library of the current revision, thoroughly, on any thread, while
    others read and write it.

    A copy is looked at and thrown away: without WAL whoever reads the file itself keeps every
    writer waiting for as long as that takes. Raises LibraryUnusableError, also where the disk has
    no room to spare for it.
    """
    part = folder / f"{_CHECKED}.part"
    with file_faults(), environment_faults():
        _make_folder(folder)
        if shutil.disk_usage(folder).free < _ROOM_TO_SPARE * database.stat().st_size:
            raise LibraryUnusableError("disk_full")
        try:
            _clear(folder)
            copy_database(database, part, RESERVE_BYTES)
            return findings_of(part, with_books=True)
        finally:
            _clear(folder)


def clear_left_over(places: Directories) -> None:
    """Remove what a run that was killed left of its copies, each as large as the library, and of
    the note of its last check. Only for the holder of the engine lock."""
    with contextlib.suppress(OSError):
        _clear(places.backups)
        held_files.remove(places.last_check.with_suffix(".part"))


def _take_checked_copy(
    database: Path, copy: Path, *, with_books: bool, keeps_reserve: bool = True
) -> None:
    part = copy.with_suffix(".part")
    with file_faults(), environment_faults():
        _make_folder(copy.parent)
        _clear(copy.parent)
        try:
            reserve = reserve_of(copy.parent, database) if keeps_reserve else 0
            copy_database(database, part, reserve)
            if findings := findings_of(part, with_books=with_books):
                raise LibraryDamagedError(database, findings)
            held_files.replace(part, copy)
        except BaseException:
            held_files.remove(part)
            raise


def _clear(folder: Path) -> None:
    """Remove what runs that were cut off left of their copies, and SQLite's journals of them."""
    for began in ("library-*", "before-migration-*", _CHECKED):
        for left in folder.glob(f"{began}.part*"):
            held_files.remove(left)


def _make_folder(folder: Path) -> None:
    # A second folder is the user's own.
    if not folder.is_dir():
        private_folder(folder)


def copy_database(database: Path, copy: Path, reserve_bytes: int = 0) -> None:
    """Copy by SQLite's own hand into a new file, flushed to the disk.

    Ends before it touches the reserve of the disk, where one is asked for. Raises sqlite3.Error,
    and LibraryUnusableError where there is no room.
    """
    # A plain file copy of a live database lost every commit in its journal (measured).
    source_uri = sqlite_uri(database, "mode=rw")  # never makes a missing one
    with (
        closing(sqlite3.connect(source_uri, uri=True)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        make_private(copy)
        target.execute("PRAGMA synchronous = FULL")
        target.execute("PRAGMA fullfsync = ON")
        (page_bytes,) = source.execute("PRAGMA page_size").fetchone()

        def need_room(_status: int, left: int, _all: int) -> None:
            try:
                disk_reserve.need_room(copy.parent, left * page_bytes, reserve_bytes)
            except DiskFullError as error:
                raise LibraryUnusableError("disk_full") from error

        progress = need_room if reserve_bytes else None
        source.backup(target, pages=_PAGES_A_STEP, progress=progress, sleep=_REST_SECONDS)
        # A copy of a WAL file would leave two more files beside it at every look.
        target.execute("PRAGMA journal_mode = DELETE")


def findings_of(path: Path, *, with_books: bool) -> tuple[str, ...]:
    """What is wrong with a file that nobody writes; `with_books` for the current revision.

    Raises LibraryUnusableError for one that cannot be read at all.
    """
    with look_at(path) as connection:
        findings = file_findings(connection, thorough=True)
        if findings or not with_books:
            return findings
        if schema.fingerprint(connection) != schema.FINGERPRINT:
            return ("rules_changed",)
        return book_findings(connection)


def superseded(names: Sequence[BackupName], now_ms: int) -> tuple[BackupName, ...]:
    """Which copies of one library may go.

    The three newest stay, then one for each of five days, three weeks and three months. Copies
    from the future stay too: a clock was wrong, and nobody knows which.
    """
    kept = {name for name in names if name.at > now_ms}
    past = sorted((name for name in names if name.at <= now_ms), reverse=True)
    for slots, span in _SLOTS:
        newest: dict[int, BackupName] = {}
        for name in past:
            newest.setdefault(name.at // span, name)
        kept.update(sorted(newest.values(), reverse=True)[:slots])
    return tuple(sorted(set(names) - kept))


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
    with look_at(path) as connection:
        revision = schema.stored_revision(connection)
        if revision is None:
            return None, None
        return revision, video_count(connection)


def _made_at(path: Path) -> int | None:
    name = BackupName.of(path)
    if name is not None:
        return name.at
    match = _NAME_BEFORE_MIGRATION.fullmatch(path.name)
    return int(match[1]) if match else None
