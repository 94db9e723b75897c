"""What happens around the program: the provider, the network, time, and the power switch."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.requests import a_request
from tests.services.machine_choices import ENDS, numbers
from tests.services.machine_life import Life, has_tasks
from tests.services.webhook.callback_client import KEY
from videogen_desktop.domain.errors import (
    MalformedAnswerError,
    ProviderUnavailableError,
    RateLimitedError,
)
from videogen_desktop.domain.provider import TaskPhase

NEWS_BETWEEN_CRASHES = 12
MANY_SECONDS = 1000


class WorldRules(Life):
    restarted_at = 0

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
    @rule(twice=st.booleans())
    def crash(self, twice: bool) -> None:
        self.program.kill()
        self.program.start()
        if twice:
            once = self.program.raw.read()
            self.program.kill()
            self.program.start()
            assert self.program.raw.read() == once, "a second start made something else of it"
        self.restarted_at = len(self.program.log)
