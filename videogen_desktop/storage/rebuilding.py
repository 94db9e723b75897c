"""A damaged or missing library made good: from a backup, from what can still be read, or empty.

The new library is made and checked beside the old one. Only then is the old one moved aside,
whole, and the new one given its name.
"""

import contextlib
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from videogen_desktop import held_files
from videogen_desktop.domain.errors import RecoveryFailedError
from videogen_desktop.domain.library_health import (
    BackupFacts,
    RecoveryChoice,
    RecoveryReport,
    UnknownTask,
)
from videogen_desktop.domain.states import VideoState
from videogen_desktop.storage.backup import copy_database, facts_of
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.durable_names import flush_folder
from videogen_desktop.storage.failures import environment_faults, file_faults
from videogen_desktop.storage.library import SqliteLibrary, open_library
from videogen_desktop.storage.library_file import library_files
from videogen_desktop.storage.private_paths import private_folder
from videogen_desktop.storage.salvage import SalvagedRows, damaged_library, salvaged_rows
from videogen_desktop.storage.salvage_merge import MergeCounts, SalvageMerge
from videogen_desktop.storage.search_index import rebuild_index
from videogen_desktop.storage.task_journal import JournalEntry, TaskJournal
from videogen_desktop.storage.verify import verify

_STAGING = "recovering"


def rebuild(places: Directories, choice: RecoveryChoice, now_ms: int) -> RecoveryReport:
    """Do what the user chose. The caller holds the engine lock and has no library open.

    A video that was under way ends as unconfirmed, or is polled when its task is known; nothing
    that may have been sent is offered for sending. Raises RecoveryFailedError (the chosen backup
    is bad, or what was recovered does not add up) and StorageError: then nothing was changed.
    """
    staging = places._replace(data=places.data / _STAGING)
    with file_faults():
        shutil.rmtree(staging.data, ignore_errors=True)
        private_folder(staging.data)
        try:
            return _rebuilt(places, staging, choice, now_ms)
        finally:
            shutil.rmtree(staging.data, ignore_errors=True)


def _rebuilt(
    places: Directories, staging: Directories, choice: RecoveryChoice, now_ms: int
) -> RecoveryReport:
    backup = _put_backup(staging, choice.backup)
    salvaged = _read_damaged(places, staging) if choice.salvage else SalvagedRows()
    journal = TaskJournal(places.task_journal).read()
    tasks = {entry.video_id: entry.task_id for entry in journal}
    library = open_library(staging, now_ms)
    try:
        with library.writing() as rows:
            done = SalvageMerge(rows, library.library_id, tasks, now_ms).merge(salvaged)
            # A backup may have been taken with a damaged index.
            rebuild_index(rows.connection)
        if violations := verify(library):
            raise RecoveryFailedError(tuple(sorted({found.rule for found in violations})))
        report = _report(library, backup, done, journal)
    finally:
        library.close()
    kept_in = set_aside(places.database, now_ms)
    # A backup is one file, and so is a library that was closed.
    held_files.replace(staging.database, places.database)
    flush_folder(places.data)
    return replace(report, kept_in=kept_in)


def _put_backup(staging: Directories, backup: Path | None) -> BackupFacts | None:
    if backup is None:
        return None
    facts = facts_of(backup)
    if not facts.is_good:
        raise RecoveryFailedError(("bad_backup",))
    with environment_faults():
        copy_database(backup, staging.database)
    return facts


def _read_damaged(places: Directories, staging: Directories) -> SalvagedRows:
    if not places.database.exists():
        return SalvagedRows()
    with damaged_library(places.database, staging.data / "damaged") as damaged:
        return SalvagedRows() if damaged is None else salvaged_rows(damaged)


def _report(
    library: SqliteLibrary,
    backup: BackupFacts | None,
    done: MergeCounts,
    journal: tuple[JournalEntry, ...],
) -> RecoveryReport:
    with library.reading() as rows:
        videos = rows.videos.every()
    known = {video.id for video in videos} | {video.task_id for video in videos}
    unknown: Mapping[UnknownTask, None] = {
        UnknownTask(entry.api_base, entry.task_id): None
        for entry in journal
        if entry.video_id not in known and entry.task_id not in known
    }
    return RecoveryReport(
        kept_in=None,
        backup=backup,
        videos=len(videos),
        salvaged=done.salvaged,
        unconfirmed=sum(video.state is VideoState.UNCONFIRMED for video in videos),
        lost=done.lost,
        unknown_tasks=tuple(unknown),
    )


def set_aside(
    database: Path, at_ms: int, move: Callable[[Path, Path], None] = held_files.replace
) -> Path | None:
    """Move the files into a new folder beside them, named for the time; None without any.

    Only for the holder of the engine lock. Raises LibraryUnusableError; then all are where they
    were.
    """
    files = library_files(database)
    if not files:
        return None
    with file_faults():
        folder = _new_folder(database.parent, at_ms)
        with contextlib.ExitStack() as undo:
            undo.callback(folder.rmdir)
            # The database last: as long as it has its name, nothing has happened. On Windows
            # whoever reads it keeps it there, and its last commits may be in the others.
            for file in reversed(files):
                move(file, folder / file.name)
                undo.callback(move, folder / file.name, file)
            undo.pop_all()
        flush_folder(folder)
        flush_folder(database.parent)
    return folder


def _new_folder(parent: Path, at_ms: int) -> Path:
    moment = datetime.fromtimestamp(at_ms / 1000, UTC)
    stem = f"damaged-{moment:%Y%m%dT%H%M%SZ}"
    for number in count(1):
        folder = parent / (stem if number == 1 else f"{stem}-{number}")
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError:
            continue
        return folder
    raise AssertionError
