"""One life of the program, the model beside it, and what must hold of both after every step."""

from collections.abc import Callable
from pathlib import Path

from hypothesis.stateful import RuleBasedStateMachine

from tests.services.machine_choices import A_FILE, of, told
from tests.services.machine_events import Asked, Verb
from tests.services.machine_file import Stored
from tests.services.machine_model import Model
from tests.services.machine_money import ModelVideo
from tests.services.machine_program import Program
from tests.services.machine_task import Task
from tests.services.rig import Rig
from videogen_desktop.domain.provider import TaskPhase

LONG_SECONDS = 1000
AT_REST = {"completed", "failed", "cancelled", "unconfirmed", "reserved"}


class Life(RuleBasedStateMachine):
    """What the rules have in common; `folder` is cleared by every life."""

    folder: Path
    program: Program

    def __init__(self) -> None:
        super().__init__()
        self.model = Model()
        self._taken = 0
        self._verified: Stored | None = None

    def check(self) -> None:
        """The file says what the model says, and `verify` finds nothing."""
        self.catch_up()
        stored = self.program.raw.read()
        self._compare(stored)
        if stored != self._verified:
            self.program.assert_sound()
            self._verified = stored
        self._nobody_was_charged_twice()

    def look_at_balance_now(self) -> None:
        """A reading, and what the model makes of it."""
        self.verb(Asked(Verb.LOOK_AT_BALANCE), lambda rig: rig.studio.account.balance())
        self.catch_up()

    def teardown(self) -> None:
        if not hasattr(self, "program"):
            return
        try:
            self.come_to_rest()
        finally:
            self.program.end()

    def come_to_rest(self) -> None:
        """Every video ends, or is honestly unconfirmed or not sent; the books agree."""
        provider = self.program.provider
        provider.unreadable.clear()
        if self.program.is_sending:
            self.program.pass_time(100)
        for task in provider.tasks.values():
            if not task.has_ended:
                provider.end(task, TaskPhase.SUCCEEDED, A_FILE, None)
        self.pass_time_until_all_have_ended()
        self.everything_is_as_it_must_be()
        for video in self.model.videos:
            assert video.state in AT_REST, f"{video} never ends"
        self.look_at_balance()
        if self.model.money.drift:
            # By then it is old enough to be believed.
            self.program.pass_time(70)
            self.everything_is_as_it_must_be()
        if self.model.money.granted is not None:
            assert self.model.money.expected.drift(provider.credits) == 0

    def pass_time_until_all_have_ended(self) -> None:
        for seconds in (30, 300, MANY_SECONDS):
            self.program.pass_time(seconds)
            self.catch_up()
            if not any(video.is_accepted for video in self.model.videos):
                return

    def catch_up(self) -> None:
        self.model.take(self.program.log[self.taken :])
        self.taken = len(self.program.log)

    def compare(self, stored: Stored) -> None:
        money = self.model.money
        self.name_rescued(stored)
        expected = {video.id: video for video in self.model.videos}
        assert {video.id for video in stored.videos} == expected.keys()
        for found in stored.videos:
            video = expected[found.id]
            if (found.state, found.reason) == ("failed", "not_sent") != (video.state, video.reason):
                assert self.model.gave_up(video, self.program.now_ms())
            assert told(found) == of(video)
        assert stored.granted == (money.granted or 0)
        assert stored.reconciled == money.reconciled
        assert (stored.available, stored.held) == (money.available, money.held)

    def name_rescued(self, stored: Stored) -> None:
        """The program gives their ids."""
        known = {video.id for video in self.model.videos}
        nameless = {(v.task_id, v.rescued_from): v for v in self.model.videos if not v.id}
        for found in stored.videos:
            if found.id not in known:
                video = nameless.pop((found.task_id, found.rescued_from), None)
                assert video is not None, f"nobody asked for {found}"
                video.id = found.id

    def verb(self, asked: Asked, call: Callable[[Rig], object]) -> None:
        self.program.ask(asked, call)  # type: ignore[arg-type]

    def about(
        self, video: ModelVideo | None, verb: Verb, task_id: str = "", *, confirmed: bool = False
    ) -> None:
        if video is None:
            return
        one = video.id
        calls: dict[Verb, Callable[[Rig], object]] = {
            Verb.CANCEL: lambda rig: rig.studio.cancel(one),
            Verb.DELETE: lambda rig: rig.studio.delete(one),
            Verb.RESTORE: lambda rig: rig.studio.gallery.restore([one]),
            Verb.FAVOUR: lambda rig: rig.studio.gallery.set_favourite([one], True),
            Verb.EXAMINE: lambda rig: rig.studio.examiner.check_again(one),
            Verb.CHECK_AGAIN: lambda rig: rig.studio.settling.check_again(one),
            Verb.CHARGED: lambda rig: rig.studio.settling.user_charged(one),
            Verb.NOT_CHARGED: lambda rig: rig.studio.settling.user_not_charged(one),
            Verb.ENTER_TASK: lambda rig: rig.studio.settling.enter_task(
                one, task_id, confirmed=confirmed
            ),
        }
        self.verb(Asked(verb, one, task_id, confirmed), calls[verb])

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
