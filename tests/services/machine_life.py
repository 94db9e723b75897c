"""What every rule of the machine stands on: the program, the model beside it, what is picked."""

from collections.abc import Callable
from pathlib import Path

from hypothesis.stateful import RuleBasedStateMachine

from tests.services.machine_events import Asked, Verb
from tests.services.machine_model import Model
from tests.services.machine_money import ModelVideo
from tests.services.machine_program import Program
from tests.services.machine_task import Task
from tests.services.rig import Rig


class Life(RuleBasedStateMachine):
    """One library's. The rules pick their video or task by number, whatever there is."""

    folder: Path
    program: Program

    def __init__(self) -> None:
        super().__init__()
        self.model = Model()
        self.taken = 0

    def catch_up(self) -> None:
        self.program.let_library_answer()
        news, self.taken = self.program.log[self.taken :], len(self.program.log)
        self.model.take(news)

    def verb(self, asked: Asked, call: Callable[[Rig], object]) -> None:
        self.program.ask(asked, call)  # type: ignore[arg-type]

    def read_balance(self) -> None:
        self.verb(Asked(Verb.LOOK_AT_BALANCE), lambda rig: rig.engine.account.balance())
        self.catch_up()

    def pick(
        self, number: int, wanted: Callable[[ModelVideo], bool] = lambda _video: True
    ) -> ModelVideo | None:
        found = [video for video in self.model.videos if wanted(video)]
        return found[number % len(found)] if found else None

    def task(self, number: int) -> Task:
        tasks = list(self.program.provider.tasks.values())
        return tasks[number % len(tasks)]

    def reference(self, task: Task, refers_to: str, other: int) -> str | None:
        if refers_to == "nothing":
            return None
        if refers_to == "right" and task.callback_url:
            return task.callback_url.rpartition("=")[2]
        video = self.pick(other)
        return video.id if video else None


def has_videos(life: Life) -> bool:
    return bool(life.model.videos)


def has_unconfirmed(life: Life) -> bool:
    return any(video.state == "unconfirmed" for video in life.model.videos)


def has_tasks(life: Life) -> bool:
    return bool(life.program.provider.tasks)


def has_unconfirmed_and_tasks(life: Life) -> bool:
    return has_unconfirmed(life) and has_tasks(life)
