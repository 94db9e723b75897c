"""The table: every command against every failure of its streams, disk, signals and engine, and
what must be true of its sentence, its exit code and the ledger afterwards."""

import fcntl
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from tests.cli.test_broken_disk import no_file_larger_than, without_roots_privilege
from videogen_desktop.storage.directories import Directories

SECONDS = 90
# {paid}, {unclear}: videos of the library that every case begins with.
COMMANDS = {
    "generate": ("generate", "Một con mèo", "--yes", "--json"),
    "generate to be resumed": ("generate", "Một con chó", "--yes", "--no-wait"),
    "resume": ("resume", "--timeout", "20"),
    "settle": ("settle", "{unclear}", "--not-charged", "--json"),
    "delete": ("delete", "{paid}"),
    "rescue": ("rescue", "0123456789abcdef"),
    "import": ("import", "{folder}"),
    "account": ("account", "list"),
    "doctor": ("doctor",),
    "list": ("list", "--json"),
    "show": ("show", "{paid}", "--json"),
    "ledger": ("ledger",),
    "verify": ("verify",),
}
READING = ("doctor", "list", "show", "ledger", "verify")
STREAMS = {
    f"{name} {kind}": (number, kind)
    for (number, name), kind in product(
        enumerate(("stdin", "stdout", "stderr")), ("closed", "full", "dead")
    )
}
DISKS = ("disk full", "disk read-only", "library locked")
SIGNALS = {
    "interrupted": [signal.SIGINT],
    "interrupted many times": [signal.SIGINT] * 6,
    "terminated": [signal.SIGTERM],
    "hung up": [signal.SIGHUP],
}
ENGINES = ("engine lock held", "sandbox killed")
FAILURES = (*STREAMS, *DISKS, *SIGNALS, *ENGINES)
QUICK = (
    *product(["generate"], [name for name in STREAMS if name != "stdin dead"]),
    *product(["generate"], ["interrupted", "interrupted many times", "hung up"]),
    *product(["generate to be resumed"], ["stdout full", "stderr closed"]),
    *product(["verify", "list"], ["stdout closed", "stdout full", "stdout dead"]),
    *product(["settle", "delete"], ["stdout full"]),
)
ALL = tuple(product(COMMANDS, FAILURES))

_CODES = {None: {1, 2, 3, 6, 130}, "reserved": {6, 130}, "cancelled": {6, 130}}
_UNDER_WAY = {0, 1, 5, 130}


@dataclass(frozen=True)
class Ended:
    """How a command ended: what could be heard of it, and the library afterwards."""

    code: int
    out: str
    err: str
    video: dict[str, Any] | None
    held: int
    spent: int


def run_case(command: str, failure: str, places: Directories, words: dict[str, str]) -> Ended:
    """Run it in a process of its own, with the failure; what it said and what became of it."""
    known = {video["id"] for video in _videos(places)}
    with _beside(failure, places):
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "videogen_desktop"]
            + [word.format(**words) for word in COMMANDS[command]],
            env={**os.environ, "VIDEOGEN_DATA_DIR": str(places.data)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            preexec_fn=_prepared(failure, places),  # noqa: PLW1509 - before there are threads
        )
        _disturb(process, failure, places, known)
        out, err = process.communicate(timeout=SECONDS)
    made = [video for video in _videos(places) if video["id"] not in known]
    assert len(made) <= 1
    video = made[0] if made else None
    held, spent = _money(places, video["id"]) if video else (0, 0)
    return Ended(process.returncode, out, err, video, held, spent)


def lies(command: str, failure: str, ended: Ended, without: int) -> Iterator[str]:
    """What is wrong; `without` is the exit code of the same command without the failure."""
    said = ended.out + ended.err
    if "Traceback" in said:
        yield "a traceback"
    yield from _untrue(ended, said)
    if failure in STREAMS:
        unsaid = failure == "stdout full" and command in READING
        allowed = {6} if unsaid and without == 0 else {without}
        if ended.code not in allowed:
            yield f"exit {ended.code} and not {allowed}"
    elif command.startswith("generate"):
        state = ended.video["state"] if ended.video else None
        if ended.code not in _CODES.get(state, _UNDER_WAY | {4, 7}):
            yield f"exit {ended.code} of a video that is {state}"
    elif command == "verify" and ended.code == 1:
        yield "1 means that the ledger is broken"


def _untrue(ended: Ended, said: str) -> Iterator[str]:
    if re.search(r"[Nn]othing was (charged|sent)", said) and ended.spent:
        yield "something was charged"
    if "Nothing was charged." in said and ended.held:
        yield "it may yet be charged"
    for amount in re.findall(r"(\d+) credits were charged", said):
        if int(amount) * 100 != ended.spent:
            yield f"{ended.spent / 100} were charged, and not {amount}"
    if ended.video and ended.code in (1, 5, 6, 7, 130) and ended.err and "credits" not in said:
        yield "nothing is said about money"


def _prepared(failure: str, places: Directories) -> Callable[[], None] | None:
    if failure in STREAMS:
        number, kind = STREAMS[failure]
        return lambda: _break(number, kind)
    if failure == "disk full":
        return no_file_larger_than(places.database.stat().st_size // 2)
    if failure == "disk read-only":
        return without_roots_privilege
    return None


def _break(number: int, kind: str) -> None:
    """In the child, before the program begins."""
    if kind == "closed":
        os.close(number)
        return
    if kind == "full":
        broken = os.open("/dev/full", os.O_RDWR)
    else:
        reader, broken = os.pipe()
        os.close(reader)
    os.dup2(broken, number)
    os.close(broken)


def _beside(failure: str, places: Directories) -> AbstractContextManager[None]:
    """What stands beside the command while it runs."""
    if failure == "disk read-only":
        return _read_only(places)
    if failure == "library locked":
        return _locked(places)
    if failure == "engine lock held":
        return _engine_held(places)
    return nullcontext()


@contextmanager
def _read_only(places: Directories) -> Iterator[None]:
    kept = [places.data, *places.data.glob("*")]
    modes = {path: path.stat().st_mode for path in kept if path.exists()}
    for path in modes:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


@contextmanager
def _locked(places: Directories) -> Iterator[None]:
    other = sqlite3.connect(places.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.close()


@contextmanager
def _engine_held(places: Directories) -> Iterator[None]:
    with places.engine_lock.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _disturb(process: Any, failure: str, places: Directories, known: set[str]) -> None:
    if failure not in SIGNALS and failure != "sandbox killed":
        return
    until = time.monotonic() + 10
    while process.poll() is None and time.monotonic() < until:
        if [video for video in _videos(places) if video["id"] not in known]:
            break
        time.sleep(0.02)
    if failure == "sandbox killed":
        for child in _children(process.pid):
            if b"sandbox" in Path(f"/proc/{child}/cmdline").read_bytes():
                os.kill(child, signal.SIGKILL)
        return
    for number in SIGNALS[failure]:
        if process.poll() is None:
            process.send_signal(number)
            time.sleep(0.05)


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in listed.read_text().split()] if listed.exists() else []


def _videos(places: Directories) -> list[dict[str, Any]]:
    with sqlite3.connect(places.database, timeout=20) as library:
        library.row_factory = sqlite3.Row
        rows = [dict(row) for row in library.execute("SELECT id, state, task_id FROM video")]
    library.close()
    return rows


def _money(places: Directories, video_id: str) -> tuple[int, int]:
    """Held and spent for the video, in hundredths, by the ledger's rows alone."""
    query = """SELECT coalesce(sum(CASE WHEN credit = ? THEN amount ELSE 0 END
        - CASE WHEN debit = ? THEN amount ELSE 0 END), 0) FROM ledger_entry WHERE video_id = ?"""
    library = sqlite3.connect(places.database, timeout=20)
    try:
        held, spent = (
            library.execute(query, (account, account, video_id)).fetchone()[0]
            for account in ("held", "spent")
        )
    finally:
        library.close()
    return held, spent
