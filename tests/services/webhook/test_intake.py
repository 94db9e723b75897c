"""Callbacks that arrive together cost one transaction, and each is answered for itself."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from tests.services.rig import Rig, running
from tests.services.scripted_provider import ScriptedProvider
from tests.services.virtual_time import run_virtually
from tests.services.webhook.test_inbox import deliveries
from videogen_desktop.domain.errors import LibraryUnusableError
from videogen_desktop.domain.webhook import Callback
from videogen_desktop.services.webhook.inbox import Arrival, Intake


def a_callback(number: int) -> Callback:
    return Callback(f"task-{number}", number, "success")


def answers_of(write: "Writes", count: int) -> list[BaseException | None]:
    async def run() -> list[BaseException | None]:
        intake = Intake(write)
        taking = (intake.take(a_callback(number), None) for number in range(count))
        return await asyncio.gather(*taking, return_exceptions=True)

    return asyncio.run(run())


class Writes:
    """What was to be written down together; `poison` is a task that meets a defect."""

    def __init__(self, poison: str | None = None, error: Exception | None = None) -> None:
        self.together: list[list[str]] = []
        self._poison = poison
        self._error = error

    async def __call__(self, arrivals: Sequence[Arrival]) -> None:
        tasks = [arrival.callback.task_id for arrival in arrivals]
        if self._error is not None:
            raise self._error
        if self._poison in tasks:
            raise RuntimeError(self._poison)
        self.together.append(tasks)


def test_what_arrives_in_one_turn_is_written_down_together_and_within_bounds() -> None:
    write = Writes()
    assert answers_of(write, 150) == [None] * 150
    assert [len(tasks) for tasks in write.together] == [32, 32, 32, 32, 22]
    written = [task_id for tasks in write.together for task_id in tasks]
    assert written == [f"task-{number}" for number in range(150)]


def test_a_library_that_cannot_be_written_refuses_all_of_them() -> None:
    write = Writes(error=LibraryUnusableError("disk_full"))
    answers = answers_of(write, 3)
    assert [type(answer) for answer in answers] == [LibraryUnusableError] * 3


def test_a_defect_met_by_one_costs_no_other() -> None:
    write = Writes(poison="task-1")
    answers = answers_of(write, 3)
    assert [type(answer) for answer in answers] == [type(None), RuntimeError, type(None)]
    assert write.together == [["task-0"], ["task-2"]]


def test_a_caller_that_hangs_up_costs_no_other() -> None:
    async def run() -> None:
        write = Writes()
        intake = Intake(write)
        gone = asyncio.ensure_future(intake.take(a_callback(0), None))
        stays = asyncio.ensure_future(intake.take(a_callback(1), None))
        await asyncio.sleep(0)
        gone.cancel()
        await stays
        assert write.together == [["task-0", "task-1"]]

    asyncio.run(run())


def test_each_of_a_crowd_is_on_disk_when_it_is_answered(tmp_path: Path) -> None:
    async def taken(rig: Rig, intake: Intake, number: int) -> None:
        await intake.take(a_callback(number), None)
        assert f"task-{number}" in {delivery.task_id for delivery in deliveries(rig)}

    async def run() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            inbox = rig.engine.webhook.inbox
            assert inbox is not None
            intake = Intake(inbox.take)
            twice = (taken(rig, intake, number % 20) for number in range(40))
            await asyncio.gather(*twice)
            assert [delivery.times for delivery in deliveries(rig)] == [2] * 20

    run_virtually(run())
