"""A provider with tasks and a charge log of its own, which goes on when the program dies."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from tests.services.machine_events import (
    BalanceAsked,
    BalanceSaid,
    Event,
    Outcome,
    Posted,
    Replied,
    Said,
    Unread,
    UploadEnded,
)
from tests.services.machine_task import Charge, Task
from tests.services.scripted_provider import PRICE
from videogen_desktop.domain.addresses import reference_in
from videogen_desktop.domain.errors import (
    NotSentError,
    ProviderError,
    ProviderUnavailableError,
    RateLimitedError,
    RefusedError,
    ResultGoneError,
    SentUnknownError,
    UploadRefusedError,
)
from videogen_desktop.domain.input_file import InputFile, inputs_in
from videogen_desktop.domain.provider import (
    ProviderBalance,
    ResultStream,
    TaskPhase,
    TaskStatus,
    UploadedInput,
)
from videogen_desktop.domain.request import PricedRequest, VideoRequest
from videogen_desktop.providers.kie.vendor import PACE

# Long enough for anything else to come first.
SLOW_SECONDS = 25.0
# Reading again and again what is not new would be a third of a life's time. Still less than the
# thirty seconds that may pass in one step.
_TASK_GAP_MS = 25_000


class Answer(StrEnum):
    """What happens to a POST."""

    ACCEPT = "accept"
    ACCEPT_SLOWLY = "accept slowly"
    LOSE_BEFORE = "lose before"
    LOSE_AFTER = "lose after"
    LOSE_SLOWLY = "lose slowly"
    SERVER_ERROR = "500"
    DEFECT = "defect"
    REFUSE = "refuse"
    RATE_LIMIT = "429"
    NOT_SENT = "not sent"
    GIVE_ANOTHERS_TASK = "another's task"


class UploadAnswer(StrEnum):
    """What happens to an upload."""

    TAKE = "take"
    TAKE_SLOWLY = "take slowly"
    PASS = "pass"
    REFUSE = "refuse"


_MAKES_A_TASK = frozenset(
    {Answer.ACCEPT, Answer.ACCEPT_SLOWLY, Answer.LOSE_AFTER, Answer.LOSE_SLOWLY, Answer.DEFECT}
)
_SLOW = frozenset({Answer.ACCEPT_SLOWLY, Answer.LOSE_SLOWLY})


@dataclass
class SimulatedProvider:
    """`log` is told everything that it tells; `stored` reads the program's file at a POST."""

    log: list[Event]
    now_ms: Callable[[], int]
    stored: Callable[[str], tuple[str, int] | None]
    opening: int
    latency_seconds: float = 0.0
    tasks: dict[str, Task] = field(default_factory=dict)
    charges: list[Charge] = field(default_factory=list)
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    # By SHA-256, the prompt of the one video that has the file, and how its uploads go.
    uploads: dict[str, tuple[str, list[UploadAnswer]]] = field(default_factory=dict)
    unreadable: list[ProviderError] = field(default_factory=list)
    pace = replace(PACE, task_gap_ms=_TASK_GAP_MS)

    @property
    def credits(self) -> int:
        return self.opening - sum(charge.amount for charge in self.charges)

    def add_task(
        self, request: VideoRequest, callback_url: str | None = None, *, ours: bool = True
    ) -> Task:
        """A new task, waiting."""
        number = len(self.tasks) + 1
        task = Task(f"task-{number:03d}", request, callback_url, self.now_ms(), ours=ours)
        self.tasks[task.id] = task
        return task

    def end(self, task: Task, phase: TaskPhase, url: str | None, consumed: int | None) -> None:
        """How it ends, and with it the one charge; `consumed` None is a record that is silent."""
        cost = (PRICE if phase is TaskPhase.SUCCEEDED else 0) if consumed is None else consumed
        task.phase, task.url, task.consumed = phase, url, consumed
        before = [charge.amount for charge in self.charges if charge.task_id == task.id]
        if before and consumed is not None:
            task.consumed = before[0]
        elif cost and not before:
            self.charges.append(Charge(task.id, cost))

    async def prepare(self) -> None:
        pass

    async def ready_to_create(self) -> None:
        await asyncio.sleep(self.latency_seconds)

    async def create(self, request: PricedRequest, callback_url: str | None = None) -> str:
        # Takes are told apart by nothing else.
        video_id = reference_in((callback_url or "").partition("?")[2]) or ""
        prompt = request.request.prompt
        # An address that was given for it, and never what it stands for.
        for sha256, (of_prompt, _) in self.uploads.items():
            assert (_address(sha256) in request.body) is (of_prompt == prompt)
        assert inputs_in(request.body) == ()
        self.log.append(Posted(video_id, self.stored(video_id), self.now_ms()))
        planned = self.answers[prompt]
        answer = planned.pop(0) if len(planned) > 1 else planned[0]
        task = self.add_task(request.request, callback_url) if answer in _MAKES_A_TASK else None
        if task is not None:
            # Without them a video that a callback finds again had, as its record says, no file.
            known = map(_address, self.uploads)
            task.addresses = tuple(one for one in known if one in request.body)
        await asyncio.sleep(SLOW_SECONDS if answer in _SLOW else self.latency_seconds)
        if answer is Answer.GIVE_ANOTHERS_TASK:
            task = next(iter(self.tasks.values()), None)
        outcome = _OUTCOMES.get(answer, Outcome.ACCEPTED if task else Outcome.LOST)
        self.log.append(Replied(video_id, outcome, task.id if task else "", self.now_ms()))
        if answer is Answer.DEFECT:
            raise RuntimeError("a defect of ours")
        if outcome is Outcome.ACCEPTED and task is not None:
            return task.id
        raise _ERRORS.get(answer, SentUnknownError)()

    async def upload(self, file: InputFile, path: Path) -> UploadedInput:
        prompt, planned = self.uploads[file.sha256]
        answer = planned.pop(0) if len(planned) > 1 else planned[0]
        await asyncio.sleep(
            SLOW_SECONDS if answer is UploadAnswer.TAKE_SLOWLY else self.latency_seconds
        )
        self.log.append(UploadEnded(prompt, _UPLOAD_OUTCOMES[answer], self.now_ms()))
        if answer is UploadAnswer.REFUSE:
            raise UploadRefusedError
        if answer is UploadAnswer.PASS:
            raise ProviderUnavailableError
        return UploadedInput(_address(file.sha256), 10**15)

    async def status(self, task_id: str) -> TaskStatus:
        reader = _reader()
        task = self.tasks.get(task_id)
        # As it was when the request arrived: what is told may be old.
        status = task.status() if task else TaskStatus(TaskPhase.RECORD_MISSING)
        await asyncio.sleep(self.latency_seconds)
        if self.unreadable:
            error = self.unreadable.pop()
            self.log.append(Unread(reader, type(error).__name__))
            raise error
        self.log.append(Said(reader, task_id, status, self.now_ms()))
        return status

    async def balance(self) -> ProviderBalance:
        reader, amount = _reader(), self.credits
        self.log.append(BalanceAsked(reader))
        await asyncio.sleep(self.latency_seconds)
        self.log.append(BalanceSaid(reader, amount, self.now_ms()))
        return ProviderBalance(amount, str(amount / 100))

    async def download_link(self, url: str) -> str:
        raise ResultGoneError(422)

    @asynccontextmanager
    async def open_result(
        self, url: str, *, offset: int = 0, etag: str | None = None
    ) -> AsyncIterator[ResultStream]:
        """Results never come: downloads have tests of their own."""
        await asyncio.get_running_loop().create_future()
        yield  # type: ignore[misc]

    async def close(self) -> None:
        pass


_OUTCOMES = {
    Answer.LOSE_BEFORE: Outcome.LOST,
    Answer.LOSE_AFTER: Outcome.LOST,
    Answer.LOSE_SLOWLY: Outcome.LOST,
    Answer.SERVER_ERROR: Outcome.LOST,
    Answer.DEFECT: Outcome.DEFECT,
    Answer.REFUSE: Outcome.REFUSED,
    Answer.RATE_LIMIT: Outcome.NOT_TAKEN,
    Answer.NOT_SENT: Outcome.NOT_TAKEN,
}
_UPLOAD_OUTCOMES = {
    UploadAnswer.TAKE: Outcome.ACCEPTED,
    UploadAnswer.TAKE_SLOWLY: Outcome.ACCEPTED,
    UploadAnswer.PASS: Outcome.NOT_TAKEN,
    UploadAnswer.REFUSE: Outcome.REFUSED,
}
_ERRORS: dict[Answer, type[ProviderError]] = {
    Answer.REFUSE: RefusedError,
    Answer.RATE_LIMIT: RateLimitedError,
    Answer.NOT_SENT: NotSentError,
}


def _address(sha256: str) -> str:
    """Of an uploaded file."""
    return f"https://files.example/{sha256}.png"


def _reader() -> str:
    task = asyncio.current_task()
    return task.get_name() if task else ""
