"""Recovery of a library that cannot be opened: what the user chose, and nothing else."""

import asyncio
import logging

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.library_health import RecoveryChoice, RecoveryReport
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.engine_lock import FileEngineLock
from videogen_desktop.storage.rebuilding import rebuild

_log = logging.getLogger(__name__)


async def repair_library(
    places: Directories, choice: RecoveryChoice, clock: Clock
) -> RecoveryReport:
    """Set the damaged files aside and put in their place what was chosen; see `rebuild`.

    Runs in a thread; no engine may have this library open. Raises EngineLockedError,
    RecoveryFailedError, StorageError: then nothing was changed.
    """
    return await asyncio.to_thread(_repair, places, choice, clock.now_ms())


def _repair(places: Directories, choice: RecoveryChoice, now_ms: int) -> RecoveryReport:
    lock = FileEngineLock(places.engine_lock)
    lock.acquire()
    try:
        report = rebuild(places, choice, now_ms)
    finally:
        lock.release()
    _log.warning(
        "recovered %s videos, %s salvaged, %s unconfirmed, %s lost; the old files are in %s",
        *(report.videos, report.salvaged, report.unconfirmed, report.lost),
        report.kept_in.name if report.kept_in else "no place",
    )
    return report
