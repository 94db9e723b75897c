"""One process at a time sends and polls for a data directory."""

from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from videogen_desktop.domain.errors import EngineLockedError
from videogen_desktop.storage.failures import file_faults


class EngineLock(Protocol):
    """Held by the one process that runs the engine; the system frees it when that process dies."""

    def acquire(self) -> None:
        """Raises EngineLockedError at once when another process holds it."""
        ...

    def release(self) -> None: ...


class FileEngineLock:
    """The lock of a library on this disk."""

    def __init__(self, path: Path) -> None:
        self._path = path
        # By default filelock counts per thread: a release on another one would do nothing.
        self._lock = FileLock(path, blocking=False, thread_local=False)

    def acquire(self) -> None:
        """Raises EngineLockedError, LibraryUnusableError when there can be no lock file."""
        with file_faults():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._lock.acquire()
            except Timeout as error:
                raise EngineLockedError(self._path) from error

    def release(self) -> None:
        self._lock.release()
