"""Task ids in a plain file beside the database: if that is ever lost, paid work can be found."""

import asyncio
import contextlib
import json
import logging
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from videogen_desktop.storage.private_paths import private_file, private_folder

_log = logging.getLogger(__name__)

# No clock says more: such a line was spoiled.
_LATEST_MS = 1 << 53


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """An accepted task; `at` is UTC milliseconds."""

    video_id: str
    api_base: str
    task_id: str
    at: int


class TaskJournal:
    """One fsynced JSON line per accepted task; only ever appended to."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._owed: list[str] = []

    async def record(self, video_id: str, api_base: str, task_id: str, at: int) -> bool:
        """Append and flush to the disk, off the loop; True when it stands there.

        It is a second place beside the database: a journal that cannot be written (it was another
        user's) once kept every later video from being followed. What is owed follows with the
        next line, or with `catch_up`.
        """
        entry = JournalEntry(video_id, api_base, task_id, at)
        self._owed.append(json.dumps(asdict(entry)))
        return await self.catch_up()

    async def catch_up(self) -> bool:
        """Append what could not be written before; True when nothing is owed any more."""
        lines = tuple(self._owed)
        try:
            if lines:
                await asyncio.to_thread(self._append, lines)
        except OSError as error:
            _log.warning("the journal of tasks cannot be written: %s", error.strerror)
            return False
        self._owed = [line for line in self._owed if line not in lines]
        return True

    def read(self) -> tuple[JournalEntry, ...]:
        """Every whole line; one that a crash cut short is passed over. Of a file that cannot be
        read there are none: the library opens without it."""
        try:
            text = self._path.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return ()
        except OSError as error:
            _log.warning("the journal of tasks cannot be read: %s", error.strerror)
            return ()
        found = []
        for line in text.splitlines():
            # Also an empty line, and one that is nested deeper than the interpreter can follow.
            with contextlib.suppress(ValueError, TypeError, KeyError, RecursionError):
                found.append(_entry(json.loads(line)))
        return tuple(found)

    def _append(self, lines: tuple[str, ...]) -> None:
        private_folder(self._path.parent)
        private_file(self._path)
        with self._path.open("ab") as file:
            # The leading break ends a line that a crash cut short.
            file.write("".join(f"\n{line}\n" for line in lines).encode())
            file.flush()
            os.fsync(file.fileno())


def _entry(stored: dict[str, object]) -> JournalEntry:
    # Field by field: a newer version may add some, and its tasks count too.
    at, task_id = stored["at"], _text(stored["task_id"])
    if type(at) is not int or not 0 <= at < _LATEST_MS or not task_id:
        raise ValueError(at)
    return JournalEntry(_text(stored["video_id"]), _text(stored["api_base"]), task_id, at)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode()  # no database takes half a character
    return value
