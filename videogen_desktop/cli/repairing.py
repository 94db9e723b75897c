"""`videogen doctor --repair`: what can be done about a damaged library, and doing it when told."""

import argparse
import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.cli.exit_codes import ExitCode
from videogen_desktop.cli.output import asks_yes, local_time, print_table
from videogen_desktop.domain.library_health import (
    BackupFacts,
    HealthReport,
    RecoveryChoice,
    RecoveryReport,
)

if TYPE_CHECKING:
    from videogen_desktop.storage.directories import Directories

NEWEST, SALVAGE, EMPTY = "newest", "salvage", "empty"
_HOPELESS = frozenset({"newer"})


def repair(namespace: argparse.Namespace, places: "Directories") -> int:
    """Nothing is done before the answer is yes (or --yes). Raises RecoveryFailedError,
    EngineLockedError, StorageError: then nothing was changed."""
    from videogen_desktop.services.safekeeping import repair_library
    from videogen_desktop.services.system import SystemClock
    from videogen_desktop.storage.health import library_health

    report = library_health(places)
    print_health(report)
    # A disk was lost, and a backup of it lay on another one.
    is_lost = report.revision is None and namespace.repair not in (NEWEST, SALVAGE, EMPTY)
    if not report.findings and not is_lost:
        print("The library is sound: there is nothing to repair.")
        return ExitCode.DONE
    if _HOPELESS & set(report.findings):
        print("A newer version wrote this library; install that version.")
        return ExitCode.NOT_ACCEPTED
    choice = _choice(namespace.repair, report)
    if choice is None:
        print("There is no good backup. `--repair salvage` keeps what can still be read.")
        return ExitCode.NOT_ACCEPTED
    if not (namespace.yes or asks_yes(_question(choice, report))):
        print("Nothing was changed.")
        return ExitCode.NOT_ACCEPTED
    done = asyncio.run(repair_library(places, choice, SystemClock()))
    _print_report(done)
    return ExitCode.DONE


def print_health(report: HealthReport) -> None:
    """The library's state and its backups, newest first."""
    state = ", ".join(report.findings) or ("none yet" if report.revision is None else "sound")
    print(f"Library: {report.database} ({state})")
    if not report.ended_cleanly:
        print("An engine runs on it now, or the last one was cut off.")
    if report.backups:
        print_table(
            ("BACKUP", "VIDEOS", "CHECK", "FILE"),
            [_backup_row(backup) for backup in report.backups],
        )
    else:
        print("There are no backups.")


def _backup_row(backup: BackupFacts) -> tuple[str, str, str, str]:
    videos = "" if backup.videos is None else str(backup.videos)
    check = "good" if backup.is_good else "BAD"
    return local_time(backup.made_at), videos, check, backup.path.name


def _choice(word: str, report: HealthReport) -> RecoveryChoice | None:
    if word == SALVAGE:
        return RecoveryChoice(None)
    if word == EMPTY:
        return RecoveryChoice(None, salvage=False)
    if word != NEWEST:
        return RecoveryChoice(Path(word).expanduser().absolute())
    good = next((backup for backup in report.backups if backup.is_good), None)
    return RecoveryChoice(good.path) if good else None


def _question(choice: RecoveryChoice, report: HealthReport) -> str:
    known = {backup.path: backup for backup in report.backups}
    if choice.backup is None:
        what = "Go on with what can be read" if choice.salvage else "Start with an empty library"
    else:
        backup = known.get(choice.backup)
        date = f" of {local_time(backup.made_at)}" if backup else ""
        what = f"Go on with the backup{date} and what is newer and can be read"
    return f"{what}? The damaged files are kept beside it." if report.findings else f"{what}?"


def _print_report(report: RecoveryReport) -> None:
    print(f"The library has {report.videos} videos, {report.salvaged} read out of the old file.")
    if report.kept_in is not None:
        print(f"The old files lie unchanged in {report.kept_in}.")
    if report.unconfirmed:
        print(f"Unconfirmed: {report.unconfirmed}. They are never sent again; see `settle`.")
    if report.lost:
        print(f"Not to be kept: {report.lost}. Look for them at the provider.")
    for task in report.unknown_tasks:
        print(f"Paid and not in the library: videogen rescue {task.task_id}  ({task.api_base})")
