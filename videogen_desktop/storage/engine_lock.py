"""One process at a time sends and polls for a data directory, and says so with files.

The lock of the engine, the mark that one runs, and the locks that prove that whoever handed a
request over is still there to want it.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from filelock import FileLock, Timeout

from videogen_desktop import held_files
from videogen_desktop.domain.errors import EngineLockedError
from videogen_desktop.storage.failures import file_faults
from videogen_desktop.storage.private_paths import private_file, private_folder


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


class RunMarker:
    """Only for the holder of the engine lock."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def is_set(self) -> bool:
        return self._path.exists()

    def set(self) -> None:
        """A folder that takes no file is reported by what needs it more."""
        with contextlib.suppress(OSError):
            private_file(self._path)

    def clear(self) -> None:
        """The library was closed in order."""
        with contextlib.suppress(OSError):
            held_files.remove(self._path)


def requester_lock(folder: Path, handover_id: str) -> FileEngineLock:
    """The lock that a requester holds from before it asks until it has its answer."""
    return FileEngineLock(_requester_lock_path(folder, handover_id))


@contextlib.contextmanager
def waited_for(folder: Path, handover_id: str) -> Iterator[None]:
    """Hold the lock until the block ends; the engine takes nothing from the dead."""
    lock = requester_lock(folder, handover_id)
    lock.acquire()
    try:
        yield
    finally:
        lock.release()
        remove_requester_lock(folder, handover_id)


def is_waited_for(folder: Path, handover_id: str) -> bool:
    """Whether the process that laid this request down lives.

    The system frees a dead process's lock, whatever its number is given to next.
    """
    if not _requester_lock_path(folder, handover_id).exists():
        return False
    if requester_lock(folder, handover_id).is_held():
        return True
    remove_requester_lock(folder, handover_id)
    return False


def remove_requester_lock(folder: Path, handover_id: str) -> None:
    """Remove what the requester no longer holds."""
    with contextlib.suppress(OSError):
        held_files.remove(_requester_lock_path(folder, handover_id))


def _requester_lock_path(folder: Path, handover_id: str) -> Path:
    return folder / f"{handover_id}.lock"
