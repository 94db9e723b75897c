"""What the machine's user does: asks for videos, settles what is unclear, looks at the balance."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from tests.services.machine_choices import ANSWERS, UPLOADS, numbers
from tests.services.machine_events import Asked, Generating, SendingAgain, Verb
from tests.services.machine_life import (
    Life,
    has_tasks,
    has_unconfirmed,
    has_unconfirmed_and_tasks,
    has_videos,
)
from tests.services.machine_money import ModelVideo
from tests.services.machine_program import UNPRICED, Program
from tests.services.machine_provider import Answer, UploadAnswer
from tests.services.rig import Rig
from videogen_desktop.domain.request import take_ids


class UserRules(Life):
    prompts = 0

    @initialize(
        opening=st.sampled_from([1000_00, 500_00, 250_00, 0]),
        latency=st.sampled_from([0.0, 0.7]),
        first=st.lists(ANSWERS, min_size=1, max_size=3),
    )
    def begin(self, opening: int, latency: float, first: list[list[Answer]]) -> None:
        self.program = Program(self.folder, opening, latency)
        self.look_at_balance()
        for answers in first:
            self.generate(answers, [])

    @rule(
        answers=ANSWERS,
        uploads=UPLOADS,
        takes=st.sampled_from([1, 1, 2, 3, 4]),
        most=st.sampled_from([None, None, 60_00, 250_00]),
    )
    def generate(
        self,
        answers: list[Answer],
        uploads: list[UploadAnswer],
        takes: int = 1,
        most: int | None = None,
    ) -> None:
        """`most` is for each, of a model whose price nobody knows."""
        self.prompts += 1
        prompt, video_id = f"Phim số {self.prompts}", self.program.new_id()
        self.program.provider.answers[prompt] = answers
        # Takes share one upload, and nothing says whose it is.
        request = self.program.asked(prompt, uploads if takes == 1 else [])
        asked = (take_ids(video_id, takes), prompt, self.program.now_ms())
        event = Generating(*asked, request.model_id)
        if most is not None:
            request = replace(request, model_id=UNPRICED.id)
            event, most = Generating(*asked, request.model_id, most), most * takes
        engine = self.program.rig.engine
        if self.model.money.granted is None:
            self.look_at_balance()
        if self.model.money.granted is not None:
            self.program.give(
                event,
                video_id,
                lambda: engine.create(
                    request, takes=takes, most=most, confirmed=True, request_id=video_id
                ),
            )
            self.catch_up()

    @precondition(has_videos)
    @rule(number=numbers)
    def send_again(self, number: int) -> None:
        video = self.pick(number, lambda v: v.origin == "generated")
        if video is None:
            return
        engine = self.program.rig.engine
        event = SendingAgain(video.id, self.program.now_ms())
        self.program.give(event, video.id, lambda: engine.send(video.id))

    @precondition(has_videos)
    @rule(
        number=numbers,
        verb=st.sampled_from([Verb.CANCEL, Verb.DELETE, Verb.RESTORE, Verb.FAVOUR, Verb.EXAMINE]),
    )
    def handle(self, number: int, verb: Verb) -> None:
        self.about(self.pick(number), verb)

    @precondition(has_unconfirmed)
    @rule(number=numbers, verb=st.sampled_from([Verb.CHECK_AGAIN, Verb.CHARGED, Verb.NOT_CHARGED]))
    def settle(self, number: int, verb: Verb) -> None:
        self.about(self.pick(number, lambda v: v.state == "unconfirmed"), verb)

    @precondition(has_unconfirmed_and_tasks)
    @rule(number=numbers, task=numbers, confirmed=st.booleans())
    def enter_task(self, number: int, task: int, confirmed: bool) -> None:
        video = self.pick(number, lambda v: v.state == "unconfirmed")
        self.about(video, Verb.ENTER_TASK, self.task(task).id, confirmed=confirmed)

    @precondition(has_tasks)
    @rule(number=numbers)
    def rescue(self, number: int) -> None:
        task_id = self.task(number).id
        self.verb(
            Asked(Verb.RESCUE, task_id=task_id), lambda rig: rig.engine.rescuer.rescue(task_id)
        )

    @rule()
    def look_at_balance(self) -> None:
        self.read_balance()

    def about(
        self, video: ModelVideo | None, verb: Verb, task_id: str = "", *, confirmed: bool = False
    ) -> None:
        if video is None:
            return
        one = video.id
        calls: dict[Verb, Callable[[Rig], object]] = {
            Verb.CANCEL: lambda rig: rig.engine.cancel(one),
            Verb.DELETE: lambda rig: rig.engine.delete(one),
            Verb.RESTORE: lambda rig: rig.engine.gallery.restore([one]),
            Verb.FAVOUR: lambda rig: rig.engine.gallery.set_favourite([one], True),
            Verb.EXAMINE: lambda rig: rig.engine.examiner.check_again(one),
            Verb.CHECK_AGAIN: lambda rig: rig.engine.settling.check_again(one),
            Verb.CHARGED: lambda rig: rig.engine.settling.user_charged(one),
            Verb.NOT_CHARGED: lambda rig: rig.engine.settling.user_not_charged(one),
            Verb.ENTER_TASK: lambda rig: rig.engine.settling.enter_task(
                one, task_id, confirmed=confirmed
            ),
        }
        self.verb(Asked(verb, one, task_id, confirmed), calls[verb])
