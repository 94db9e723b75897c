"""The table: every command against every failure of its streams, disk, signals and engine, and
what must be true of its sentence, its exit code and the ledger afterwards."""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from tests.cli.test_broken_disk import no_file_larger_than, without_roots_privilege
from tests.storage.damage import spoil_money
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.engine_lock import FileEngineLock

if sys.platform != "win32":  # others read this file there
    import fcntl

SECONDS = 90
# {paid}, {unclear}, {waiting}, {pictured}, {flying}: videos of the library that every case begins
# with, {pictured} waits with its picture; {lost} is the task of the unclear one, which the provider
# made. {here} is a folder of the case's own.
COMMANDS = {
    "generate": ("generate", "Một con mèo", "--yes", "--json"),
    "generate to be resumed": ("generate", "Một con chó", "--yes", "--no-wait"),
    "generate at an unknown price": (
        *("generate", "Một con gà", "--model", "wan/2-6-flash-image-to-video"),
        *("--image", "{picture}", "--max-credits", "500", "--json"),
    ),
    "generate from a picture": (
        *("generate", "Một con vịt", "--model", "kling-2.6/image-to-video"),
        *("--image", "{picture}", "--yes", "--json"),
    ),
    "resume": ("resume", "--timeout", "20"),
    "settle": ("settle", "{unclear}", "--not-charged", "--json"),
    "settle by its task": ("settle", "{unclear}", "--task", "{lost}", "--yes"),
    "delete": ("delete", "{paid}"),
    "delete what waits": ("delete", "{waiting}", "--json"),
    "send": ("send", "{waiting}", "--json"),
    "send with its picture": ("send", "{pictured}", "--json"),
    "cancel": ("cancel", "{waiting}"),
    "rescue": ("rescue", "0123456789abcdef"),
    "rescue what was lost": ("rescue", "{lost}", "--json"),
    "import": ("import", "{nothing}"),
    "import clips": ("import", "{clips}", "--json"),
    "account": ("account", "list"),
    "account balance": ("account", "balance"),
    "sandbox": ("sandbox", "--state", "{here}/alone", "--end-with-input"),
    "doctor": ("doctor",),
    "bundle": ("doctor", "--bundle", "{here}/bundle.zip", "--yes"),
    "back up": ("doctor", "--backup-to", "{here}"),
    "repair": ("doctor", "--repair", "--yes"),
    "list": ("list", "--json"),
    "show": ("show", "{paid}", "--json"),
    "ledger": ("ledger",),
    "verify": ("verify",),
}
READING = ("doctor", "list", "show", "ledger", "verify", "sandbox")
# What each is about; and those that must say nothing of money, whatever happens to them.
ABOUT = {
    "resume": "flying",
    "settle": "unclear",
    "settle by its task": "unclear",
    "delete what waits": "waiting",
    "send": "waiting",
    "send with its picture": "pictured",
    "cancel": "waiting",
}
SILENT = (
    *("import", "import clips", "account", "sandbox", "doctor", "bundle", "back up", "repair"),
    *("list", "verify"),
)
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
    # Windows has none of these, and cannot run it.
    "hung up": [getattr(signal, "SIGHUP", signal.SIGTERM)],
}
ENGINES = ("engine lock held", "sandbox killed")
FAILURES = (*STREAMS, *DISKS, *SIGNALS, *ENGINES)
# What may happen to a picture before the paid POST, and the exit code of it.
UPLOADS = {
    **{"upload-refused": 6, "upload-expired": 6, "picture gone": 6},
    **{"upload-cut:1": 0, "upload-html:1": 0, "upload-slow:1": 0},
}
QUICK = (
    *product(["generate"], [name for name in STREAMS if name != "stdin dead"]),
    *product(["generate"], ["interrupted", "interrupted many times", "hung up"]),
    *product(["generate to be resumed"], ["stdout full", "stderr closed"]),
    *product(["verify", "list"], ["stdout closed", "stdout full", "stdout dead"]),
    *product(["settle", "delete", "back up"], ["stdout full"]),
    *product(["delete what waits", "cancel"], ["engine lock held"]),
    *product(["send with its picture"], ["interrupted", "picture gone"]),
)
# An input without an end is no reason to end.
ALL = (
    *(case for case in product(COMMANDS, FAILURES) if case != ("sandbox", "stdin full")),
    *product(["send with its picture"], UPLOADS),
)

_CODES = {None: {1, 2, 3, 6, 130}, "reserved": {6, 130}, "cancelled": {6, 130}}
_SOON_SECONDS = 0.15
_UNDER_WAY = {0, 1, 5, 130}
_MONEY = re.compile("othing was (charged|sent)|credits|been charged|stays? (held|spent)")


@dataclass(frozen=True)
class Ended:
    """How a command ended: what could be heard of it, and the video that it was about afterwards,
    with what is held and spent on that one."""

    code: int
    out: str
    err: str
    video: dict[str, Any] | None
    held: int
    spent: int


def run_case(command: str, failure: str, places: Directories, words: dict[str, str]) -> Ended:
    """Run it in a process of its own, with the failure; what it said and what became of it."""
    known = {video["id"] for video in _videos(places)}
    here = places.data / "here"
    here.mkdir()
    if command == "repair":
        spoil_money(places.database)
    if failure == "picture gone":
        shutil.rmtree(places.inputs)
    sandbox = os.environ["VIDEOGEN_SANDBOX_ARGUMENTS"]
    if failure.startswith("upload-"):
        sandbox += f" --fault {failure}"
    with _beside(failure, places):
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "videogen_desktop"]
            + [word.format(**words, here=here) for word in COMMANDS[command]],
            env={
                **os.environ,
                "VIDEOGEN_DATA_DIR": str(places.data),
                "VIDEOGEN_SANDBOX_ARGUMENTS": sandbox,
            },
            stdin=subprocess.PIPE if command == "sandbox" else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            preexec_fn=_prepared(failure, places),  # noqa: PLW1509 - before there are threads
        )
        with process:
            try:
                _disturb(process, failure, lambda: _has_begun(command, places, known))
                out, err = process.communicate(timeout=SECONDS)
            finally:
                process.kill()
    about = words.get(ABOUT.get(command, ""))
    if command.startswith("generate"):
        (about,) = {video["id"] for video in _videos(places)} - known or {None}
    video = next((one for one in _videos(places) if one["id"] == about), None)
    held, spent = _money(places, video["id"]) if video else (0, 0)
    return Ended(process.returncode, out, err, video, held, spent)


def lies(command: str, failure: str, ended: Ended, without: int) -> Iterator[str]:
    """What is wrong; `without` is the exit code of the same command without the failure."""
    said = ended.out + ended.err
    if "Traceback" in said:
        yield "a traceback"
    yield from _untrue(ended, said, must_say=command != "resume")
    if command in SILENT and _MONEY.search(said):
        yield "it is none of its business what anything cost"
    if failure in UPLOADS:
        if ended.code != UPLOADS[failure]:
            yield f"exit {ended.code} and not {UPLOADS[failure]}"
        if ended.code and (ended.held or ended.spent):
            yield "what was never sent is paid for"
    elif failure in STREAMS:
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
    elif failure in SIGNALS and ended.code not in (without, 130):
        unheard = ended.code in [-number for number in SIGNALS[failure]] and not said
        if not unheard:
            yield f"exit {ended.code} of a command that was interrupted"


def _untrue(ended: Ended, said: str, *, must_say: bool) -> Iterator[str]:
    """`must_say`: a command about one video never leaves open what that one cost."""
    if re.search(r"[Nn]othing was (charged|sent)", said) and ended.spent:
        yield "something was charged"
    if "Nothing was charged." in said and ended.held:
        yield "it may yet be charged"
    for amount in re.findall(r"(\d+) credits were charged", said):
        if int(amount) * 100 != ended.spent:
            yield f"{ended.spent / 100} were charged, and not {amount}"
    unread = "library cannot be" in said
    failed = ended.code in (1, 5, 6, 7, 130) and ended.err
    if ended.video and must_say and failed and not unread and not _MONEY.search(said):
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


def _disturb(process: Any, failure: str, has_begun: Callable[[], bool]) -> None:
    if failure not in SIGNALS and failure != "sandbox killed":
        return
    time.sleep(_SOON_SECONDS)
    until = time.monotonic() + 10
    while process.poll() is None and time.monotonic() < until and not has_begun():
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


def _has_begun(command: str, places: Directories, known: set[str]) -> bool:
    """What is worth disturbing is under way: a video, an engine, or the work without one."""
    if command.startswith("generate"):
        return any(video["id"] not in known for video in _videos(places))
    if command == "sandbox":
        return (places.data / "here" / "alone").exists()
    if command == "back up":
        return any((places.data / "here").iterdir())
    if command == "repair":
        return FileEngineLock(places.engine_lock).is_held()
    # Commands without an engine never have the mark, and are disturbed soon after their start.
    return places.run_marker.exists() or command in (*READING, "bundle", "account")


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in listed.read_text().split()] if listed.exists() else []


def _videos(places: Directories) -> list[dict[str, Any]]:
    try:
        library = sqlite3.connect(f"{places.database.as_uri()}?mode=rw", uri=True, timeout=20)
    except sqlite3.OperationalError:
        # While a repair puts another in its place there is none for a moment.
        return []
    with closing(library):
        library.row_factory = sqlite3.Row
        return [dict(row) for row in library.execute("SELECT id, state, task_id FROM video")]


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
