"""One case: a story told until it is killed at one point, then what the next starts make of it."""

import asyncio
import json
import os
import shutil
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path

from tests.kill_matrix import hooks
from tests.kill_matrix.engine_run import engine_in
from tests.kill_matrix.forking import ended, forked
from tests.kill_matrix.helper_run import NOTES
from tests.kill_matrix.inspection import problems_after, raw_state, snapshot
from tests.kill_matrix.points import Point, Points
from tests.kill_matrix.records import Case, Result
from tests.kill_matrix.sandbox_run import run_sandbox
from tests.kill_matrix.stories import STORIES, Story
from tests.kill_matrix.tales import Tale
from tests.kill_matrix.world import World
from videogen_desktop.storage.directories import directories


def run_case(case: Case) -> Result:
    """In a process of its own, which forks the sandbox, the engine and the engine again."""
    story = STORIES[case.story]
    case.folder.mkdir(parents=True)
    world = World(case.folder, "", case.helper, time.time_ns(), story.speed)
    _new_library(case, world)
    sandbox, said = _started_sandbox(world, case, story)
    world = replace(world, sandbox=said)
    try:
        return _outcome(case, story, world)
    finally:
        os.kill(sandbox, signal.SIGKILL)
        os.waitpid(sandbox, 0)


def _outcome(case: Case, story: Story, world: World) -> Result:
    places = directories(world.data)
    problems = _before(case, story, world)
    tell = _told_beside_helper if story.kills_helper else _told
    reached, was_killed, code = tell(world, story, story.tale, case.point)
    is_whole = case.point is None or story.kills_helper
    if is_whole and code:
        problems.append(f"the story ended with {code}: {_log(world)}")
    raw = raw_state(places, case.folder / "raw")
    problems += raw.problems
    problems += _started_again(world, story)
    problems += problems_after(places, world.state, story, raw, told_whole=is_whole)
    return Result(case.story, case.point, reached, was_killed, str(raw), tuple(problems))


def _before(case: Case, story: Story, world: World) -> list[str]:
    if story.first is None:
        return []
    reached, _, code = _told(world, story, story.first, story.begins_at)
    if world.found.exists():
        world.data.rename(world.folder / "lost")
        _new_library(case, world)
    if story.begins_at is None:
        return [f"what came first ended with {code}: {_log(world)}"] if code else []
    return [] if reached == (story.begins_at,) else [f"{story.begins_at} was not reached"]


def _new_library(case: Case, world: World) -> None:
    # Its first migration takes longer than most stories, and has kills of its own.
    world.data.mkdir()
    shutil.copyfile(case.library, directories(world.data).database)


def _started_sandbox(world: World, case: Case, story: Story) -> tuple[int, str]:
    heard, announce = os.pipe()
    sandbox = forked(
        world.folder / "sandbox.log",
        lambda: run_sandbox(world.state, case.clip, story.faults, announce),
        heard,
    )
    os.close(announce)
    with os.fdopen(heard) as said:
        return sandbox, said.read()


def _told(
    world: World, story: Story, tale: Tale, point: Point | None
) -> tuple[tuple[Point, ...], bool, int]:
    """The points that were noted, whether it was killed, and else its exit code."""

    async def tell() -> None:
        async with engine_in(world, story, is_told=True) as engine:
            await tale(engine, world)

    def be_killed() -> None:
        hooks.install(Points(notes, point), world.data)
        asyncio.run(tell())

    heard, notes = os.pipe()
    engine = forked(world.folder / "story.log", be_killed, heard)
    os.close(notes)
    with os.fdopen(heard) as said:
        reached = tuple(Point(*json.loads(line)) for line in said)
    code = ended(engine)
    return reached, code == -signal.SIGKILL, code


def _told_beside_helper(
    world: World, story: Story, tale: Tale, point: Point | None
) -> tuple[tuple[Point, ...], bool, int]:
    """The same, where the engine lives and its helper is killed."""

    async def tell() -> None:
        async with engine_in(beside, story, is_told=True) as engine:
            await tale(engine, world)

    at = [] if point is None else [point.label, str(point.time)]
    command = (sys.executable, "-m", "tests.kill_matrix.helper_run", str(world.folder), *at)
    beside = replace(world, helper=command)
    code = ended(forked(world.folder / "story.log", lambda: asyncio.run(tell())))
    notes = world.folder / NOTES
    lines = _read(notes).splitlines() if notes.exists() else []
    # What killed itself wrote one line, and nobody wrote after it.
    return tuple(Point(*json.loads(line)) for line in lines), len(lines) == 1, code


def _started_again(world: World, story: Story) -> list[str]:
    """Twice; what the second start changes of the first one's is wrong."""

    def start_twice() -> None:
        for number in ("1", "2"):
            asyncio.run(start())
            found = json.dumps(snapshot(directories(world.data)))
            (world.folder / number).write_text(found, encoding="utf-8")

    async def start() -> None:
        async with engine_in(world, story) as engine:
            await story.at_start(engine, world)

    code = ended(forked(world.folder / "story.log", start_twice))
    if code:
        return [f"a later start ended with {code}: {_log(world)}"]
    first, second = (json.loads(_read(world.folder / number)) for number in ("1", "2"))
    return [
        f"start 2 changed {name}: {first.get(name)} is {second.get(name)}"
        for name in sorted(first.keys() | second.keys())
        if first.get(name) != second.get(name)
    ]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _log(world: World) -> str:
    return _read(world.folder / "story.log")[-1500:]
