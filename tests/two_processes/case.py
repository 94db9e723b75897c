"""One case: a terminal beside a window, and what happens to one of them at one step."""

import json
import shutil
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from PIL import Image

from tests.kill_matrix.points import Point
from tests.kill_matrix.world import World
from tests.two_processes.parties import PROMPT, Party, is_open, terminal, window
from tests.two_processes.sandbox import sandbox
from tests.two_processes.truth import problems_with, settled
from videogen_desktop.storage.directories import directories

_SPEED = 20
PICTURED = "kling-2.6/image-to-video"
_OPEN_SECONDS = 20
# What is stopped for good is not waited for longer than this before the other is interrupted.
_PATIENCE_SECONDS = 3
_HURRY_SECONDS = 0.002
# Several times what anybody here waits for a lock.
_LOCKED_SECONDS = 1.5


class Fate(StrEnum):
    """What happens to one of the two at its point, and to the other meanwhile.

    Closing is in order: a window by its button, a terminal by Ctrl+C. What stops (SIGSTOP, as at
    Ctrl+Z or when a computer sleeps) wakes up in the end.
    """

    NONE = "nothing"
    KILLED = "killed"
    CLOSED = "closed"
    STOPPED = "stopped until the other gives up"
    STOPPED_OTHER_KILLED = "stopped until the other is killed"
    KILLED_OTHER_STOPPED = "killed while the other is stopped"
    CLOSED_OTHER_STOPPED = "closed while the other is stopped"
    REPLACED_OTHER_STOPPED = "killed, and a new one opened, while the other is stopped"
    STOPPED_OTHER_WAITS = "stopped, and closed once awake, while another window waits"
    LOCKED_OUT = "kept from writing for seconds by somebody who reads the library"
    # Of terminals: Ctrl+C again and again until it ends.
    HURRIED = "interrupted many times"
    # Of terminals whose window was killed as soon as it took the request.
    STOPPED_ALONE = "stopped, its window killed before"
    STOPPED_REPLACED = "stopped while a new window opens, its window killed before"


# Where a terminal is stopped while something happens to its window: it has just asked.
ASKED = Point("handover_requester._ask: after COMMIT of handover", 1)
NOWHERE = Point("nowhere", 1)
# Where its window is killed before something happens to a terminal: it has just taken the request.
TAKEN = Point("handovers._take: after COMMIT of handover", 1)
_SIGNALS = {
    Fate.NONE: signal.SIGKILL,
    Fate.KILLED: signal.SIGKILL,
    Fate.STOPPED: signal.SIGSTOP,
    Fate.STOPPED_OTHER_KILLED: signal.SIGSTOP,
    Fate.STOPPED_OTHER_WAITS: signal.SIGSTOP,
    Fate.LOCKED_OUT: signal.SIGSTOP,
    Fate.STOPPED_ALONE: signal.SIGSTOP,
    Fate.STOPPED_REPLACED: signal.SIGSTOP,
    Fate.KILLED_OTHER_STOPPED: signal.SIGKILL,
    Fate.REPLACED_OTHER_STOPPED: signal.SIGKILL,
}
_OTHER_STOPPED = (
    Fate.KILLED_OTHER_STOPPED,
    Fate.CLOSED_OTHER_STOPPED,
    Fate.REPLACED_OTHER_STOPPED,
)
_OTHER_KILLED_BEFORE = (Fate.STOPPED_ALONE, Fate.STOPPED_REPLACED)


@dataclass(frozen=True, slots=True)
class Case:
    """`who` ("window", "terminal", "alone": a terminal without a window, "sandbox" or "helper":
    of a terminal alone, "crowd": see `crowd_case`) meets `fate` at `point`. Without a point all
    only note what they reach. `takes` videos are asked for at once, from a picture of the
    terminal's where one `has_picture`, or as the rows of a batch.
    """

    who: str
    fate: Fate
    point: Point | None
    folder: Path
    clip: Path
    library: Path
    helper: tuple[str, ...]
    takes: int = 1
    has_picture: bool = False
    is_batch: bool = False

    def to_json(self) -> str:
        return json.dumps(asdict(self), default=str)

    @classmethod
    def from_json(cls, line: str) -> "Case":
        said: dict[str, Any] = json.loads(line)
        point = Point(**said["point"]) if said["point"] else None
        folder, clip, library = (Path(said[name]) for name in ("folder", "clip", "library"))
        helper = tuple(said["helper"])
        what = (said["who"], Fate(said["fate"]), point)
        asked = (said["takes"], said["has_picture"], said["is_batch"])
        return cls(*what, folder, clip, library, helper, *asked)

    def __str__(self) -> str:
        return f"{self.who} {self.fate} at {self.point}"


@dataclass(frozen=True, slots=True)
class Result:
    """`window` and `terminal` are the points that each noted."""

    case: str
    was_reached: bool
    window: tuple[Point, ...]
    terminal: tuple[Point, ...]
    said: str
    problems: tuple[str, ...]

    def to_json(self) -> str:
        return json.dumps(asdict(self), default=str)

    @classmethod
    def from_json(cls, line: str) -> "Result":
        said: dict[str, Any] = json.loads(line)
        for name in ("window", "terminal"):
            said[name] = tuple(Point(**found) for found in said[name])
        said["problems"] = tuple(said["problems"])
        return cls(**said)


def run_case(case: Case) -> Result:
    """In a process of its own, which forks the sandbox, the window and the terminal."""
    world = new_world(case)
    provider, said = sandbox(world, case.clip, NOWHERE)
    try:
        return _told(case, replace(world, sandbox=said))
    finally:
        provider.tell(signal.SIGKILL)
        provider.ended()


def new_world(case: Case) -> World:
    """An empty library, and nobody there yet."""
    case.folder.mkdir(parents=True)
    world = World(case.folder, "", case.helper, time.time_ns(), _SPEED)
    world.data.mkdir()
    shutil.copyfile(case.library, directories(world.data).database)
    return world


def _told(case: Case, world: World) -> Result:
    windows, asked, problems = _begun(case, world)
    met = windows[0] if case.who == "window" else asked
    if case.fate in (*_OTHER_STOPPED, *_OTHER_KILLED_BEFORE):
        asked.stopped_or_ended()
        windows[0].ended()
        if case.fate in (Fate.REPLACED_OTHER_STOPPED, Fate.STOPPED_REPLACED):
            windows.append(window(world, NOWHERE, name="2"))
            problems += _until_open(world, windows[1], "2")
        asked.go_on()
    elif case.fate is Fate.LOCKED_OUT:
        met.stopped_or_ended()
        with _read_transaction(directories(world.data).database):
            met.go_on()
            time.sleep(_LOCKED_SECONDS)
    elif case.fate is Fate.HURRIED:
        while not asked.ended(_HURRY_SECONDS):
            if asked.reached():
                asked.tell(signal.SIGINT)
    elif _SIGNALS.get(case.fate) is signal.SIGSTOP:
        if case.fate is Fate.STOPPED_OTHER_WAITS:
            windows[0].stopped_or_ended()
            windows.append(window(world, NOWHERE, name="2"))
        _stopped(case, met, asked if met is windows[0] else windows[0])
        if case.fate is Fate.STOPPED_OTHER_WAITS:
            windows[0].tell(signal.SIGTERM)
            problems += _until_open(world, windows[1], "2")
    problems += [hung for one in (asked, *reversed(windows)) if (hung := _end(one, asked))]
    found = settled(world, case.takes)
    answer = None if asked.code == -signal.SIGKILL else asked.answer()
    problems += found.problems
    problems += problems_with(answer, found, is_left_alone=_is_left_alone(case))
    return Result(
        str(case),
        case.point is None or case.point in met.reached(),
        windows[0].reached() if windows else (),
        asked.reached(),
        f"{found}: {answer}",
        tuple(problems),
    )


def _begun(case: Case, world: World) -> tuple[list[Party], Party, list[str]]:
    own = _SIGNALS.get(case.fate, signal.SIGTERM if case.who == "window" else signal.SIGINT)
    words = ["generate", PROMPT, "--takes", str(case.takes), "--yes", "--json"]
    if case.is_batch:
        words = ["batch", str(_rows(world, case.takes)), "--yes", "--json"]
    if case.has_picture:
        words += ["--model", PICTURED, "--image", str(_picture(world))]
    if case.who == "alone":
        return [], terminal(world, case.point, own, words), []
    if case.who == "terminal":
        before = TAKEN if case.fate in _OTHER_KILLED_BEFORE else NOWHERE
        opened = window(world, case.point and before)
        problems = list(_until_open(world, opened, "1"))
        return [opened], terminal(world, case.point, own, words), problems
    stops = ASKED if case.fate in _OTHER_STOPPED else NOWHERE
    opened = window(world, case.point, own)
    problems = list(_until_open(world, opened, "1"))
    return [opened], terminal(world, case.point and stops, signal.SIGSTOP, words), problems


def _rows(world: World, count: int) -> Path:
    path = world.folder / "rows.txt"
    path.write_text("".join(f"{PROMPT}\n" for _ in range(count)), encoding="utf-8")
    return path


def _picture(world: World) -> Path:
    path = world.folder / "picture.png"
    Image.new("RGB", (640, 360), (200, 30, 80)).save(path)
    return path


def _until_open(world: World, opening: Party, name: str) -> Iterator[str]:
    deadline = time.monotonic() + _OPEN_SECONDS
    while not is_open(world, name):
        if opening.ended(0.01) or time.monotonic() > deadline:
            yield f"window {name} did not open: {opening.log.read_text(encoding='utf-8')[-800:]}"
            return


@contextmanager
def _read_transaction(database: Path) -> Iterator[None]:
    with closing(sqlite3.connect(database, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        # Where somebody stopped while he wrote, nobody reads.
        with suppress(sqlite3.OperationalError):
            reader.execute("SELECT count(*) FROM video").fetchone()
        yield


def _stopped(case: Case, met: Party, other: Party) -> None:
    """What goes on while `met` is stopped; it is awake at the end."""
    met.stopped_or_ended()
    if case.fate is Fate.STOPPED_OTHER_KILLED:
        other.tell(signal.SIGKILL)
        other.ended()
    elif case.who == "window" and not other.ended(_PATIENCE_SECONDS):
        # It was taken, so that the terminal waits for ever.
        other.tell(signal.SIGINT)
        other.ended()
    met.go_on()


def _end(one: Party, asked: Party) -> str | None:
    """Let it end, a window as its button does; what is wrong when it does not."""
    if one is not asked:
        one.tell(signal.SIGTERM)
    if one.ended():
        return None
    one.tell(signal.SIGKILL)
    one.ended()
    return f"{one.log.name} hangs"


def _is_left_alone(case: Case) -> bool:
    """Whether the terminal lives, and its window is there or has ended for good."""
    if case.who != "window":
        return case.fate not in (Fate.KILLED, Fate.CLOSED, Fate.HURRIED)
    return case.fate not in (
        Fate.STOPPED,
        Fate.STOPPED_OTHER_KILLED,
        Fate.STOPPED_OTHER_WAITS,
        Fate.REPLACED_OTHER_STOPPED,
        Fate.LOCKED_OUT,
    )
