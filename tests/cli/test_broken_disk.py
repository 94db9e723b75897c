"""Rows 15 to 18 and 23 of the fault table, with real processes: locks, full and read-only disks."""

import ctypes
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from tests.cli.conftest import Run, Videogen, start_process
from tests.cli.test_killed import read_until
from tests.plugins.sandbox_process import SandboxFactory, SandboxProcess
from videogen_desktop.sandbox.books import Books
from videogen_desktop.storage.directories import Directories

if sys.platform != "win32":  # others read this file there
    import resource

PROMPT = "Một con mèo chơi với cuộn len"
_DROP_FROM_BOUNDING_SET, _DAC_OVERRIDE, _DAC_READ_SEARCH = 24, 1, 2

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and capabilities of Linux")


@pytest.fixture
def server(sandbox: SandboxFactory, monkeypatch: pytest.MonkeyPatch) -> SandboxProcess:
    """A provider that no limit of the program reaches."""
    running = sandbox("--speed", "100")
    monkeypatch.setenv("VIDEOGEN_API_BASE", running.address)
    monkeypatch.setenv("VIDEOGEN_API_KEY", running.key)
    return running


def in_own_process(*words: str, prepare: Callable[[], None]) -> Run:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "videogen_desktop", *words],
        preexec_fn=prepare,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)


def creates(server: SandboxProcess) -> int:
    with server.books() as books:
        return len(books.create_requests())


def no_file_larger_than(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_nothing_is_sent_where_the_intent_cannot_be_written(
    videogen: Videogen, places: Directories, server: SandboxProcess
) -> None:
    assert videogen("generate", "Trước đó", "--no-wait").code == 0
    size = places.database.stat().st_size
    run = in_own_process("generate", PROMPT, "--json", prepare=no_file_larger_than(size // 2))
    assert run.code == 6, run.err
    assert "Traceback" not in run.err
    assert creates(server) == 1
    # There is room again.
    assert videogen("verify").code == 0
    assert videogen("generate", PROMPT, "--no-wait").code == 0
    assert creates(server) == 2


@pytest.mark.full
def test_a_disk_that_fills_up_under_a_download_costs_nothing_but_time(
    videogen: Videogen,
    places: Directories,
    sandbox: SandboxFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    running = sandbox("--speed", "100", "--clip", "full")
    monkeypatch.setenv("VIDEOGEN_API_BASE", running.address)
    monkeypatch.setenv("VIDEOGEN_API_KEY", running.key)
    # Larger than the database, which has grown.
    assert videogen("generate", PROMPT, "--duration", "10", "--no-wait").code == 0
    limit = places.database.stat().st_size + 50_000
    run = in_own_process("resume", "--timeout", "8", prepare=no_file_larger_than(limit))
    assert run.code in (5, 7), (run, limit)
    assert "Traceback" not in run.err
    (video,) = videogen("list", "--json").json["videos"]
    assert (video["state"], video["file"]) == ("completed", None)
    assert not list(places.videos.glob("*.mp4"))
    assert videogen("resume").code == 0
    (video,) = videogen("list", "--json").json["videos"]
    assert Path(video["file"]).stat().st_size > limit
    with running.books() as books:
        assert len(books.charges()) == 1


def without_roots_privilege() -> None:
    """Root may write where nobody may; take that away from this process."""
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in (_DAC_OVERRIDE, _DAC_READ_SEARCH):
        if os.geteuid() == 0 and libc.prctl(_DROP_FROM_BOUNDING_SET, capability, 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl")


def test_a_read_only_library_can_be_read_and_nothing_is_sent_from_it(
    videogen: Videogen, places: Directories, server: SandboxProcess
) -> None:
    assert videogen("generate", PROMPT, "--no-wait").code == 0
    kept = [places.data, places.database, *places.data.glob("engine.*")]
    modes = {path: path.stat().st_mode for path in kept}
    before = places.database.read_bytes()
    for path in kept:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        listed = in_own_process("list", "--json", prepare=without_roots_privilege)
        refused = in_own_process("generate", "Hai", "--json", prepare=without_roots_privilege)
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
    assert listed.code == 0, listed.err
    assert len(listed.json["videos"]) == 1
    assert refused.code == 6, refused.err
    assert "Traceback" not in refused.err
    assert refused.json["error"]
    assert creates(server) == 1
    assert places.database.read_bytes() == before


def is_charged(books: Books, seconds: float) -> bool:
    """Whether the task has ended at the provider; waits for it that long."""
    until = time.monotonic() + seconds
    while not books.charges() and time.monotonic() < until:
        time.sleep(0.02)
    return bool(books.charges())


def test_a_lock_that_passes_is_not_noticed(
    videogen: Videogen, places: Directories, sandbox_books: Callable[[], Books]
) -> None:
    process = start_process("generate", PROMPT, "--json")
    read_until(process, "Waiting at the provider")
    with (
        closing(sqlite3.connect(places.database, isolation_level=None, timeout=30)) as other,
        sandbox_books() as books,
    ):
        other.execute("BEGIN IMMEDIATE")
        # It cannot write down what it reads meanwhile: half of what it is ready to wait.
        is_charged(books, 5)
        other.execute("COMMIT")
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert '"completed"' in out
    assert "busy" not in err
    assert videogen("verify").code == 0


@pytest.mark.full
def test_a_program_that_is_stopped_for_the_whole_job_finds_it_done(
    videogen: Videogen, server: SandboxProcess
) -> None:
    process = start_process("generate", PROMPT, "--json")
    read_until(process, "Waiting at the provider")
    process.send_signal(signal.SIGSTOP)
    os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WNOWAIT)
    with server.books() as books:
        (task,) = books.tasks()
    record = f"{server.address}/api/v1/jobs/recordInfo?taskId={task.task_id}"
    until = time.monotonic() + 60
    while '"success"' not in httpx.get(record, headers=server.headers, trust_env=False).text:
        assert time.monotonic() < until
        time.sleep(0.2)
    process.send_signal(signal.SIGCONT)
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert '"completed"' in out
    with server.books() as books:
        assert (len(books.create_requests()), len(books.charges())) == (1, 1)
    assert videogen("verify").code == 0
