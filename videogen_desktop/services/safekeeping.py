"""The library's own safety: backups and thorough checks while an engine runs, and its recovery.

What reads and writes backups is imported when it is needed, after the first cards."""

import asyncio
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    LibraryDamagedError,
    LibraryUnusableError,
    SecondBackupError,
)
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.storage.checks import last_change
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.library import Library

if TYPE_CHECKING:
    from videogen_desktop.domain.library_health import (
        BackupFacts,
        HealthReport,
        RecoveryChoice,
        RecoveryReport,
    )

_log = logging.getLogger(__name__)

# Not beside the first cards. A terminal's one job lasts longer too: it is all some users run.
FIRST_LOOK_MS = 3_000
LOOK_EVERY_MS = 600_000
AT_START_AFTER_MS = 24 * 3_600_000
WHILE_RUNNING_AFTER_MS = 2 * 3_600_000
FIRST_CHECK_MS = 60_000
CHECKED_EVERY_MS = 7 * 24 * 3_600_000


class Safekeeping:
    """Every method runs on the worker's loop; files are read and written in a thread."""

    def __init__(
        self,
        library: Library,
        places: Directories,
        announcer: Announcer,
        clock: Clock,
        *,
        unchecked: bool = False,
        after_crash: bool = False,
        second_folder: Path | None = None,
    ) -> None:
        """`unchecked`: the start left the checks of a large file to this; `after_crash` makes
        them thorough. `second_folder` takes a copy of every backup: on another disk it is what
        helps when the library's own is lost."""
        self._library = library
        self._places = places
        self._announcer = announcer
        self._clock = clock
        self._unchecked = unchecked
        self._after_crash = after_crash
        self._second_folder = second_folder
        self._one_at_a_time = asyncio.Lock()
        self._damage_told = False
        self._second_told = False
        self._has_checked = False

    async def run(self) -> None:
        """Until cancelled. Damage is published once as LibraryDamagedError; the work goes on.

        Once a week all of the file is looked at, where no backup did so in that time.
        """
        async with asyncio.TaskGroup() as group:
            group.create_task(self._check_weekly(), name="weekly check")
            group.create_task(self._back_up_often(), name="backups")

    async def _back_up_often(self) -> None:
        await self._clock.sleep(FIRST_LOOK_MS)
        if self._unchecked:
            await self._check_large_file()
        await self._mend_search()
        await self._back_up_if_due(AT_START_AFTER_MS)
        while True:
            await self._clock.sleep(LOOK_EVERY_MS)
            await self._back_up_if_due(WHILE_RUNNING_AFTER_MS)

    async def _check_weekly(self) -> None:
        await self._clock.sleep(FIRST_CHECK_MS)
        while True:
            await self._check_if_due()
            await self._clock.sleep(LOOK_EVERY_MS)

    async def health(self) -> "HealthReport":
        """A thorough look at the library and every backup. Raises LibraryUnusableError."""
        from videogen_desktop.storage.health import library_health

        return await asyncio.to_thread(library_health, self._places)

    async def backups(self) -> "tuple[BackupFacts, ...]":
        """Newest first, each checked just now."""
        from videogen_desktop.storage.backup import backups_in

        return await asyncio.to_thread(lambda: tuple(backups_in(self._places.backups)))

    async def back_up(self) -> "BackupFacts":
        """Take a backup now. Raises LibraryUnusableError, LibraryDamagedError: then there is no
        new one, and the old ones stay."""
        from videogen_desktop.storage.backup import back_up, facts_of

        async with self._one_at_a_time:
            places, now = self._places, self._clock.now_ms()
            library_id = self._library.library_id
            copy = await asyncio.to_thread(
                back_up, places.database, places.backups, library_id, now
            )
            await self._back_up_elsewhere(now)
            # It was looked at as thoroughly as the weekly check does.
            await self._note(now, ())
            return await asyncio.to_thread(facts_of, copy)

    async def _back_up_elsewhere(self, now: int) -> None:
        from videogen_desktop.storage.backup import back_up

        folder = self._second_folder
        # A disk that is not plugged in: a folder made in its place would be on the first one.
        if folder is None or not await asyncio.to_thread(folder.is_dir):
            return
        try:
            library_id = self._library.library_id
            await asyncio.to_thread(back_up, self._places.database, folder, library_id, now)
        except (LibraryUnusableError, LibraryDamagedError) as error:
            _log.warning("no second backup: %s", error.condition)
            if not self._second_told:
                self._second_told = True
                self._announcer.problem(SecondBackupError(folder, error.condition))
        else:
            self._second_told = False

    async def _back_up_if_due(self, after_ms: int) -> None:
        try:
            if await self._is_due(after_ms):
                await self.back_up()
        except LibraryDamagedError as error:
            await self._note(self._clock.now_ms(), error.findings)
            await self._tell_damage(error.findings)
        except LibraryUnusableError as error:
            # A disk that is full says so elsewhere; the next look tries again.
            _log.warning("no backup: %s", error.condition)

    async def _is_due(self, after_ms: int) -> bool:
        from videogen_desktop.storage.backup import BackupName

        mine = self._library.library_id[:8]
        folder = self._places.backups
        names = map(BackupName.of, folder.iterdir() if folder.is_dir() else ())
        now = self._clock.now_ms()
        # One run with a clock in the future must not end all backups until then.
        newest = max(
            (name.at for name in names if name and name.library == mine and name.at <= now),
            default=0,
        )
        if now - newest < after_ms:
            return False
        # Only now: it looks at every video, 50 ms for 100,000.
        return await self._library.read(lambda rows: last_change(rows.connection)) > newest

    async def _check_if_due(self) -> None:
        from videogen_desktop.storage.backup import findings_of_copy
        from videogen_desktop.storage.health import last_check

        places, now = self._places, self._clock.now_ms()
        before = await asyncio.to_thread(last_check, places.last_check)
        is_recent = before is not None and 0 <= now - before.at < CHECKED_EVERY_MS
        # What was found may have been repaired since.
        was_sound = before is not None and not before.findings
        if is_recent and (was_sound or self._has_checked):
            return
        try:
            async with self._one_at_a_time:
                findings = await asyncio.to_thread(
                    findings_of_copy, places.database, places.backups
                )
        except LibraryUnusableError as error:
            if error.condition != "damaged":
                _log.warning("no thorough check: %s", error.condition)
                return
            findings = ("unreadable",)
        await self._note(now, findings)
        if findings:
            await self._tell_damage(findings)

    async def _note(self, now: int, findings: tuple[str, ...]) -> None:
        from videogen_desktop.domain.library_health import ThoroughCheck
        from videogen_desktop.storage.health import note_check

        self._has_checked = True
        _log.info("the whole library was checked: %s", ", ".join(findings) or "sound")
        check = ThoroughCheck(now, findings)
        await asyncio.to_thread(note_check, self._places.last_check, check)

    async def _mend_search(self) -> None:
        """A damaged index of words is made anew; until then searches read the videos."""
        from videogen_desktop.storage.health import is_search_whole
        from videogen_desktop.storage.search_index import rebuild_index

        try:
            if await asyncio.to_thread(is_search_whole, self._places):
                return
            await self._library.write(lambda rows: rebuild_index(rows.connection))
        except LibraryUnusableError as error:
            _log.warning("the search index was not looked at: %s", error.condition)

    async def _check_large_file(self) -> None:
        from videogen_desktop.storage.health import large_file_findings

        try:
            findings = await asyncio.to_thread(
                lambda: large_file_findings(self._places, thorough=self._after_crash)
            )
        except LibraryUnusableError as error:
            findings = ("unreadable",) if error.condition == "damaged" else ()
        if findings:
            await self._tell_damage(findings)

    async def _tell_damage(self, findings: tuple[str, ...]) -> None:
        _log.error("the library is damaged: %s", ", ".join(findings))
        if not self._damage_told:
            from videogen_desktop.storage.backup import newest_good_backup

            self._damage_told = True
            backup = await asyncio.to_thread(newest_good_backup, self._places.backups)
            self._announcer.problem(LibraryDamagedError(self._places.database, findings, backup))


async def repair_library(
    places: Directories, choice: "RecoveryChoice", clock: Clock
) -> "RecoveryReport":
    """Set the damaged files aside and put in their place what was chosen; see `rebuild`.

    Runs in a thread; no engine may have this library open. Raises EngineLockedError,
    RecoveryFailedError, StorageError: then nothing was changed.
    """
    return await asyncio.to_thread(_repair, places, choice, clock.now_ms())


def _repair(places: Directories, choice: "RecoveryChoice", now_ms: int) -> "RecoveryReport":
    from videogen_desktop.storage.engine_lock import FileEngineLock
    from videogen_desktop.storage.rebuilding import rebuild

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
