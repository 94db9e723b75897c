"""One process at a time sends and polls for a data directory."""

from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from videogen_desktop.domain.errors import EngineLockedError
from videogen_desktop.storage.failures import file_faults
from videogen_desktop.storage.private_paths import private_folder


class EngineLock(Protocol):
    """Held by the one process that runs the engine; the system frees it when that process dies."""

    def acquire(self) -> None:
        """Raises EngineLockedError at once when another process holds it."""
        ...

    def release(self) -> None: ...


# Another process may just be looking whether it is held.
_PATIENCE_SECONDS = 0.3


class FileEngineLock:
    """The lock of a library on this disk."""

    def __init__(self, path: Path) -> None:
        self._path = path
        # By default filelock counts per thread: a release on another one would do nothing.
        self._lock = FileLock(path, mode=0o600, blocking=False, thread_local=False)

    def acquire(self) -> None:
        """Raises EngineLockedError, LibraryUnusableError when there can be no lock file."""
        with file_faults():
            private_folder(self._path.parent)
            try:
                self._lock.acquire(timeout=_PATIENCE_SECONDS, poll_interval=0.02)
            except Timeout as error:
                raise EngineLockedError(self._path) from error

    def release(self) -> None:
        self._lock.release()

    def is_held(self) -> bool:
        """Whether another process holds it at this moment. Not while this object does."""
        with file_faults():
            try:
                self._lock.acquire(timeout=0)
            except Timeout:
                return True
        self._lock.release()
        return False
