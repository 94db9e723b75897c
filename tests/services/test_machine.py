"""Whatever happens in whatever order, nothing is lost and nothing is charged twice.

Hypothesis plays the user, the provider, the network and the power switch against the real services
on a real file; a model that knows only what was said says what must stand in it.
"""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.services.machine_choices import A_FILE, ANSWERS, ENDS, numbers, of, told
from tests.services.machine_events import Asked, Generating, SendingAgain, Verb
from tests.services.machine_file import Stored
from tests.services.machine_model import Model
from tests.services.machine_money import ModelVideo
from tests.services.machine_program import Program, quick_folder
from tests.services.machine_provider import Answer, Task
from tests.services.rig import Rig, a_request
from tests.services.webhook.callback_client import KEY
from videogen_desktop.domain.errors import (
    MalformedAnswerError,
    ProviderUnavailableError,
    RateLimitedError,
)
from videogen_desktop.domain.provider import TaskPhase

STEPS = 30
NEWS_BETWEEN_CRASHES = 12
MANY_SECONDS = 1000
AT_REST = {"completed", "failed", "cancelled", "unconfirmed", "reserved"}


class Videos(RuleBasedStateMachine):
    """The rules pick their video or task by number, whatever there is."""

    folder: Path
    program: Program

    def __init__(self) -> None:
        super().__init__()
        self.model = Model()
        self.taken = 0
        self.restarted_at = 0
        self.verified: Stored | None = None
        self.prompts = 0

    @initialize(
        opening=st.sampled_from([1000_00, 500_00, 250_00, 0]),
        latency=st.sampled_from([0.0, 0.7]),
        first=st.lists(ANSWERS, min_size=1, max_size=3),
    )
    def begin(self, opening: int, latency: float, first: list[list[Answer]]) -> None:
        self.program = Program(self.folder, opening, latency)
        self.look_at_balance()
        for answers in first:
            self.generate(answers)

    # What the user does.

    @rule(answers=ANSWERS)
    def generate(self, answers: list[Answer]) -> None:
        self.prompts += 1
        prompt, video_id = f"Phim số {self.prompts}", self.program.new_id()
        self.program.provider.answers[prompt] = answers
        event = Generating(video_id, prompt, self.program.now_ms())
        studio = self.program.rig.studio
        if self.model.money.granted is None:
            self.look_at_balance()
        if self.model.money.granted is not None:
            self.program.give(
                event,
                video_id,
                lambda: studio.generate(a_request(prompt), confirmed=True, video_id=video_id),
            )
            self.catch_up()

    def has_videos(self) -> bool:
        return bool(self.model.videos)

    @precondition(has_videos)
    @rule(number=numbers)
    def send_again(self, number: int) -> None:
        video = self.pick(number, lambda v: v.origin == "generated")
        if video is None:
            return
        studio = self.program.rig.studio
        event = SendingAgain(video.id, self.program.now_ms())
        self.program.give(event, video.id, lambda: studio.send(video.id))

    @precondition(has_videos)
    @rule(
        number=numbers,
        verb=st.sampled_from([Verb.CANCEL, Verb.DELETE, Verb.RESTORE, Verb.FAVOUR, Verb.EXAMINE]),
    )
    def handle(self, number: int, verb: Verb) -> None:
        self.about(self.pick(number), verb)

    def has_unconfirmed(self) -> bool:
        return any(video.state == "unconfirmed" for video in self.model.videos)

    @precondition(has_unconfirmed)
    @rule(number=numbers, verb=st.sampled_from([Verb.CHECK_AGAIN, Verb.CHARGED, Verb.NOT_CHARGED]))
    def settle(self, number: int, verb: Verb) -> None:
        self.about(self.pick(number, lambda v: v.state == "unconfirmed"), verb)

    def has_unconfirmed_and_tasks(self) -> bool:
        return self.has_unconfirmed() and self.has_tasks()

    @precondition(has_unconfirmed_and_tasks)
    @rule(number=numbers, task=numbers, confirmed=st.booleans())
    def enter_task(self, number: int, task: int, confirmed: bool) -> None:
        video = self.pick(number, lambda v: v.state == "unconfirmed")
        self.about(video, Verb.ENTER_TASK, self.task(task).id, confirmed=confirmed)

    def has_tasks(self) -> bool:
        return bool(self.program.provider.tasks)

    @precondition(has_tasks)
    @rule(number=numbers)
    def rescue(self, number: int) -> None:
        task_id = self.task(number).id
        self.verb(
            Asked(Verb.RESCUE, task_id=task_id), lambda rig: rig.studio.rescuer.rescue(task_id)
        )

    @rule()
    def look_at_balance(self) -> None:
        self.verb(Asked(Verb.LOOK_AT_BALANCE), lambda rig: rig.studio.account.balance())
        self.catch_up()

    # What the provider and the network do.

    @precondition(has_tasks)
    @rule(number=numbers)
    def begins(self, number: int) -> None:
        task = self.task(number)
        if not task.has_ended:
            task.phase = TaskPhase.RUNNING

    @precondition(has_tasks)
    @rule(number=numbers, end=ENDS)
    def ends(self, number: int, end: tuple[TaskPhase, str | None, int | None]) -> None:
        """Also what had ended otherwise: a contradicting later word."""
        task = self.task(number)
        if not task.has_ended or task.phase is not end[0] or task.url != end[1]:
            self.program.provider.end(task, *end)

    @precondition(has_tasks)
    @rule(number=numbers)
    def record_comes_or_goes(self, number: int) -> None:
        task = self.task(number)
        task.is_gone = not task.is_gone

    @rule(
        amount=st.sampled_from([100_00, 500_00, -50_00]),
    )
    def balance_moves_elsewhere(self, amount: int) -> None:
        """A top-up, or another program that spends from the same account."""
        self.program.provider.opening += amount

    @rule(number=numbers)
    def task_is_made_elsewhere(self, number: int) -> None:
        prompt = self.model.videos[number].prompt if number < len(self.model.videos) else "Khác"
        self.program.provider.add_task(a_request(prompt), ours=False)

    @rule(
        error=st.sampled_from(
            [ProviderUnavailableError(), MalformedAnswerError(), RateLimitedError()]
        ),
        times=st.integers(1, 3),
    )
    def readings_fail(self, error: Exception, times: int) -> None:
        self.program.provider.unreadable.extend([error] * times)  # type: ignore[list-item]

    @precondition(has_tasks)
    @rule(
        number=numbers,
        said=st.sampled_from(["success", "fail", "generating"]),
        refers_to=st.sampled_from(["right", "other", "nothing"]),
        times=st.integers(1, 3),
        age=st.sampled_from([0, 1, 30]),
        fault=st.sampled_from(["", "", "", "forged", "stale"]),
        other=numbers,
    )
    def callback(
        self, number: int, said: str, refers_to: str, times: int, age: int, fault: str, other: int
    ) -> None:
        task = self.task(number)
        for _ in range(times):
            status = self.program.call_back(
                task.id,
                said=said,
                reference=self.reference(task, refers_to, other),
                key="somebody's" if fault == "forged" else KEY,
                age_seconds=3600 if fault == "stale" else age,
            )
            assert status == (401 if fault else 200)

    @rule(seconds=st.sampled_from([0.5, 5, 30, 100, 400, MANY_SECONDS]))
    def time_passes(self, seconds: float) -> None:
        self.program.pass_time(seconds)

    def has_news(self) -> bool:
        # One start costs as much as ten other steps.
        return len(self.program.log) > self.restarted_at + NEWS_BETWEEN_CRASHES

    @precondition(has_news)
    @rule()
    def crash(self) -> None:
        self.program.kill()
        self.program.start()
        once = self.program.raw.read()
        self.program.kill()
        self.program.start()
        assert self.program.raw.read() == once, "a second start made something else of it"
        self.restarted_at = len(self.program.log)

    # What must hold.

    @invariant()
    def everything_is_as_it_must_be(self) -> None:
        self.catch_up()
        stored = self.program.raw.read()
        self.compare(stored)
        if stored != self.verified:
            self.program.assert_sound()
            self.verified = stored
        self.nobody_was_charged_twice()

    def nobody_was_charged_twice(self) -> None:
        provider = self.program.provider
        charged = [charge.task_id for charge in provider.charges]
        assert len(charged) == len(set(charged))
        ours = [task.request.prompt for task in provider.tasks.values() if task.ours]
        assert len(ours) == len(set(ours)), "one video became two tasks"

    def teardown(self) -> None:
        if not hasattr(self, "program"):
            return
        try:
            self.come_to_rest()
        finally:
            self.program.end()

    # How.

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


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    """Without logs too: they would be most of a step's time."""
    logging.disable()
    with quick_folder() as folder:
        Videos.folder = folder
        yield
    logging.disable(logging.NOTSET)


def _run(examples: int) -> None:
    run_state_machine_as_test(
        Videos,
        settings=settings(
            max_examples=examples,
            stateful_step_count=STEPS,
            deadline=None,
            print_blob=True,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.generate, Phase.shrink],
        ),
    )


def test_nothing_is_lost_and_nothing_is_charged_twice() -> None:
    _run(150)


@pytest.mark.full
def test_nothing_is_lost_in_two_thousand_lives() -> None:
    _run(2_000)
