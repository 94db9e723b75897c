"""One case: a terminal alone, and what happens to its sandbox or its media helper at one step."""

import json
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path

from tests.kill_matrix.helper_run import NOTES
from tests.kill_matrix.points import Point
from tests.kill_matrix.world import World
from tests.two_processes.case import NOWHERE, Case, Fate, Result, new_world
from tests.two_processes.parties import Party, terminal
from tests.two_processes.sandbox import sandbox
from tests.two_processes.truth import problems_with, settled

# After this time with a child that is dead or stopped, the terminal gets its Ctrl+C.
_PATIENCE_SECONDS = {"sandbox": 3.0, "helper": 40.0}
# What a sandbox that wakes has been sent meanwhile, it answers within this time.
_AWAKE_SECONDS = 0.5


def run_child_case(case: Case) -> Result:
    """In a process of its own, which forks the sandbox and the terminal."""
    world = new_world(case)
    fate = signal.SIGSTOP if case.fate is Fate.STOPPED else signal.SIGKILL
    at = case.point if case.who == "sandbox" else NOWHERE
    provider, said = sandbox(world, case.clip, at, fate)
    world = replace(world, sandbox=said)
    if case.who == "helper":
        world = replace(world, helper=_helper(world, case.point, fate))
    try:
        return _told(case, world, provider)
    finally:
        provider.tell(signal.SIGKILL)
        provider.ended()


def _helper(world: World, at: Point | None, fate: signal.Signals) -> tuple[str, ...]:
    where = [] if at is None else [at.label, str(at.time), str(int(fate))]
    return (sys.executable, "-m", "tests.kill_matrix.helper_run", str(world.folder), *where)


def _told(case: Case, world: World, provider: Party) -> Result:
    asked = terminal(world, NOWHERE)
    if not asked.ended(_PATIENCE_SECONDS[case.who]):
        asked.tell(signal.SIGINT)
    problems = [] if asked.ended() else ["the terminal hangs"]
    asked.tell(signal.SIGKILL)
    asked.ended()
    reached = provider.reached() if case.who == "sandbox" else _noted(world.folder / NOTES)
    if case.who == "sandbox" and case.fate is Fate.STOPPED:
        provider.go_on()
        time.sleep(_AWAKE_SECONDS)
    elif case.who == "sandbox" and case.point is not None:
        provider.ended()
        again, said = sandbox(world, case.clip, NOWHERE, name="2")
        world = replace(world, sandbox=said)
        try:
            return _looked_at(case, world, asked, reached, problems)
        finally:
            again.tell(signal.SIGKILL)
            again.ended()
    return _looked_at(case, world, asked, reached, problems)


def _looked_at(
    case: Case, world: World, asked: Party, reached: tuple[Point, ...], problems: list[str]
) -> Result:
    found, answer = settled(world), asked.answer()
    problems += found.problems
    problems += problems_with(answer, found, is_left_alone=False)
    if case.who == "helper" and answer.code != 0:
        problems.append("a helper's fate is nothing that a video fails of")
    was_reached = case.point is None or case.point in reached
    return Result(str(case), was_reached, reached, (), f"{found}: {answer}", tuple(problems))


def _noted(notes: Path) -> tuple[Point, ...]:
    lines = notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []
    return tuple(Point(*json.loads(line)) for line in lines)
