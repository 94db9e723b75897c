"""What a provider keeps: its tasks, and what it charged for them."""

from dataclasses import dataclass

from videogen_desktop.domain.provider import ConsumedCredits, TaskPhase, TaskRequest, TaskStatus
from videogen_desktop.domain.request import VideoRequest


@dataclass
class Task:
    """One task as the provider has it. `url` is None for a success without a file."""

    id: str
    request: VideoRequest
    callback_url: str | None
    created_at: int
    phase: TaskPhase = TaskPhase.QUEUED
    url: str | None = None
    consumed: int | None = None
    is_gone: bool = False
    ours: bool = True
    addresses: tuple[str, ...] = ()

    @property
    def has_ended(self) -> bool:
        return self.phase in (TaskPhase.SUCCEEDED, TaskPhase.FAILED)

    def status(self) -> TaskStatus:
        """What the record says now."""
        if self.is_gone:
            return TaskStatus(TaskPhase.RECORD_MISSING)
        cost = None
        if self.has_ended and self.consumed is not None:
            cost = ConsumedCredits(self.consumed, str(self.consumed / 100))
        return TaskStatus(
            self.phase,
            word=self.phase,
            result_urls=(self.url,) if self.url and self.phase is TaskPhase.SUCCEEDED else (),
            consumed=cost,
            created_at=self.created_at,
            asked=TaskRequest(
                self.request.model_id,
                self.request.prompt,
                self.callback_url,
                self.request.options,
                self.addresses,
            ),
        )


@dataclass(frozen=True, slots=True)
class Charge:
    """One deduction; the log is only ever appended to."""

    task_id: str
    amount: int
