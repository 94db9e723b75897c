"""One process at a time runs the engine of a data directory."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from videogen_desktop.domain.errors import EngineLockedError, LibraryUnusableError
from videogen_desktop.storage.engine_lock import FileEngineLock

_HOLDER = """
import sys
from pathlib import Path
from videogen_desktop.storage.engine_lock import FileEngineLock
lock = FileEngineLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def _holder(path: Path) -> "subprocess.Popen[bytes]":
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    assert process.stdout is not None
    assert process.stdout.readline().rstrip() == b"held"
    return process


# Windows has one way to end a process, by any signal.
DEATHS = {signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)}


@pytest.mark.parametrize("death", sorted(DEATHS))
def test_a_second_engine_is_refused_until_the_first_is_gone_however_it_went(
    tmp_path: Path, death: signal.Signals
) -> None:
    path = tmp_path / "Đà Nẵng" / "engine.lock"
    lock = FileEngineLock(path)
    with _holder(path) as holder:
        with pytest.raises(EngineLockedError) as caught:
            lock.acquire()
        assert caught.value.path == path
        holder.send_signal(death)
        holder.communicate()
    lock.acquire()
    lock.release()


def test_a_second_engine_of_the_same_process_is_refused_too(tmp_path: Path) -> None:
    first, second = (FileEngineLock(tmp_path / "engine.lock") for _ in range(2))
    first.acquire()
    with pytest.raises(EngineLockedError):
        second.acquire()
    first.release()
    second.acquire()
    second.release()


def test_other_data_directories_are_independent(tmp_path: Path) -> None:
    locks = [FileEngineLock(tmp_path / name / "engine.lock") for name in "ab"]
    for lock in locks:
        lock.acquire()
    for lock in locks:
        lock.release()


def test_another_thread_may_release(tmp_path: Path) -> None:
    first, second = (FileEngineLock(tmp_path / "engine.lock") for _ in range(2))
    first.acquire()
    thread = threading.Thread(target=first.release)
    thread.start()
    thread.join()
    second.acquire()
    second.release()


def test_a_folder_that_cannot_be_made_is_not_called_locked(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryUnusableError):
        FileEngineLock(tmp_path / "file" / "engine.lock").acquire()
