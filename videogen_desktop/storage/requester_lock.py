"""Proof that the process which asked for something is still there to want it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from videogen_desktop.storage.engine_lock import FileEngineLock


def requester_lock(folder: Path, handover_id: str) -> FileEngineLock:
    """The lock that a requester holds from before it asks until it has its answer."""
    return FileEngineLock(lock_path(folder, handover_id))


@contextlib.contextmanager
def waited_for(folder: Path, handover_id: str) -> Iterator[None]:
    """Hold the proof until the block ends; the engine takes nothing from the dead."""
    lock = requester_lock(folder, handover_id)
    lock.acquire()
    try:
        yield
    finally:
        lock.release()
        forget(folder, handover_id)


def is_waited_for(folder: Path, handover_id: str) -> bool:
    """Whether the process that laid this request down lives.

    The system frees a dead process's lock, whatever its number is given to next.
    """
    if not lock_path(folder, handover_id).exists():
        return False
    if requester_lock(folder, handover_id).is_held():
        return True
    forget(folder, handover_id)
    return False


def forget(folder: Path, handover_id: str) -> None:
    """Remove what the requester no longer holds."""
    with contextlib.suppress(OSError):
        lock_path(folder, handover_id).unlink(missing_ok=True)


def lock_path(folder: Path, handover_id: str) -> Path:
    return folder / f"{handover_id}.lock"
