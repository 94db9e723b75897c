"""One case: two terminals hand over to one window at once, and each of the three meets something
at a moment that only the case's seed decides."""

import random
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain

from tests.kill_matrix.world import World
from tests.two_processes.case import NOWHERE, Case, Result, new_world
from tests.two_processes.parties import Answer, Party, is_open, terminal, window
from tests.two_processes.sandbox import sandbox
from tests.two_processes.truth import problems_with, settled_each
from videogen_desktop.storage.directories import directories

if sys.platform != "win32":  # others read this file there
    import resource

_OPEN_SECONDS = 30
_LATEST_SECONDS = 2.5
_AWHILE_SECONDS = 1.2
_UNCONFIRMED, _NOT_ACCEPTED = 5, 6
PROMPTS = ("Một con mèo chơi với cuộn len", "Một con chó ngủ ngoài hiên")
_WINDOWS = ("nothing", "killed", "closed", "stopped awhile", "locked out", "no room on its disk")
_TERMINALS = (
    *("nothing", "interrupted", "interrupted", "interrupted many times", "terminated", "hung up"),
    *("killed", "stopped awhile"),
)
# With these the window is there, or has ended for good: who waits comes to an end.
_LEAVES_ALONE = ("nothing", "killed", "closed")


@dataclass(frozen=True, slots=True)
class Mishap:
    what: str
    after_seconds: float

    def __str__(self) -> str:
        return f"{self.what} after {self.after_seconds:.2f} s"


def mishaps(seed: int) -> tuple[Mishap, Mishap, Mishap]:
    """Of the window and of the two terminals."""
    chance = random.Random(seed)
    kinds = (_WINDOWS, _TERMINALS, _TERMINALS)
    first, second, third = (
        Mishap(chance.choice(kind), chance.uniform(0.05, _LATEST_SECONDS)) for kind in kinds
    )
    return first, second, third


def run_crowd_case(case: Case) -> Result:
    """In a process of its own, which forks the sandbox, the window and the terminals; the time of
    the case's point is the seed."""
    assert case.point is not None
    world = new_world(case)
    provider, said = sandbox(world, case.clip, NOWHERE)
    try:
        return _told(case, replace(world, sandbox=said), mishaps(case.point.time))
    finally:
        provider.tell(signal.SIGKILL)
        provider.ended()


def _told(case: Case, world: World, fates: tuple[Mishap, Mishap, Mishap]) -> Result:
    opened = window(world, NOWHERE)
    deadline = time.monotonic() + _OPEN_SECONDS
    while not is_open(world) and time.monotonic() < deadline:
        opened.ended(0.01)
    asked = [
        terminal(
            *(world, NOWHERE, signal.SIGKILL, ("generate", prompt, "--yes", "--json")),
            name=f"terminal {number}",
        )
        for number, prompt in enumerate(PROMPTS)
    ]
    parties = (opened, *asked)
    meetings = [
        threading.Thread(target=_meet, args=(world, party, fate))
        for party, fate in zip(parties, fates, strict=True)
    ]
    for meeting in meetings:
        meeting.start()
    for meeting in meetings:
        meeting.join()
    problems = list(chain.from_iterable(_ended(one) for one in reversed(parties)))
    answers = [None if one.code == -signal.SIGKILL else one.answer() for one in asked]
    problems += _untrue(world, fates, answers)
    said = f"{[str(fate) for fate in fates]}: {answers}"
    return Result(str(case), True, (), (), said, tuple(problems))


def _untrue(
    world: World, fates: tuple[Mishap, Mishap, Mishap], answers: list[Answer | None]
) -> Iterator[str]:
    problems, found = settled_each(world, PROMPTS)
    yield from problems
    for of_prompt, fate, answer in zip(found, fates[1:], answers, strict=True):
        yield from of_prompt.problems
        if answer is not None and not answer.out and not of_prompt.videos and not of_prompt.posts:
            # Told to end before it was a program: nothing was asked of anybody.
            continue
        alone = fate.what in ("nothing", "stopped awhile") and fates[0].what in _LEAVES_ALONE
        # Where the window has ended, the other terminal may have the library to itself.
        if alone and answer is not None and answer.code not in (0, _UNCONFIRMED, _NOT_ACCEPTED):
            yield f"nobody told it to end, and it ended with {answer.code}"
        yield from problems_with(answer, of_prompt, is_left_alone=False)


def _ended(one: Party) -> Iterator[str]:
    """A window is closed by its button when the terminals have ended."""
    if one.ended(0.01):
        return
    if one.log.name.startswith("window"):
        one.tell(signal.SIGTERM)
    if not one.ended():
        one.tell(signal.SIGKILL)
        one.ended()
        yield f"{one.log.name} hangs"


def _meet(world: World, one: Party, mishap: Mishap) -> None:
    if one.ended(mishap.after_seconds):
        return
    _FATES[mishap.what](world, one)


def _signals(number: signal.Signals, times: int = 1) -> Callable[[World, Party], None]:
    def tell(_world: World, one: Party) -> None:
        for _ in range(times):
            one.tell(number)
            if one.ended(0.01):
                return

    return tell


def _stopped(_world: World, one: Party) -> None:
    one.tell(signal.SIGSTOP)
    time.sleep(_AWHILE_SECONDS)
    one.go_on()


def _locked_out(world: World, _one: Party) -> None:
    with closing(sqlite3.connect(directories(world.data).database, isolation_level=None)) as other:
        try:
            other.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return
        time.sleep(_AWHILE_SECONDS)


def _no_room(_world: World, one: Party) -> None:
    """Nothing that it has open takes another byte, as on a disk that is full or read-only."""
    before = resource.prlimit(one.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(one.pid, resource.RLIMIT_FSIZE, (0, before[1]))
    time.sleep(_AWHILE_SECONDS)
    if not one.ended(0):
        resource.prlimit(one.pid, resource.RLIMIT_FSIZE, before)


_FATES: dict[str, Callable[[World, Party], None]] = {
    "nothing": lambda _world, _one: None,
    "killed": _signals(signal.SIGKILL),
    "closed": _signals(signal.SIGTERM),
    "terminated": _signals(signal.SIGTERM),
    "interrupted": _signals(signal.SIGINT),
    "interrupted many times": _signals(signal.SIGINT, times=40),
    "hung up": _signals(signal.SIGHUP),
    "stopped awhile": _stopped,
    "locked out": _locked_out,
    "no room on its disk": _no_room,
}
