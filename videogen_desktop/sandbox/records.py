"""The records in the books, and the scripted clock of a task.

Money is hundredths of a credit, times are Unix milliseconds.
"""

import json
import random
from dataclasses import dataclass
from typing import Literal

VISIBLE_AFTER = 0.05
QUEUED_AFTER = 0.2
GENERATING_AFTER = 0.4
SCRIPTED_MILLISECONDS = 10_000
VARIATION = 0.06
Shape = Literal["landscape", "portrait", "square"]
Ending = Literal[
    "success", "success-without-url", "fail", "moderation", "fail-501", "fail-408", "fail-unsaid"
]
CHARGED_ENDINGS: tuple[Ending, ...] = ("success", "success-without-url")


@dataclass(frozen=True, slots=True)
class Timeline:
    """The moments of one task, in Unix milliseconds, fixed when it is created."""

    created_at: int
    visible_at: int
    queued_at: int
    generating_at: int
    completed_at: int

    def state_at(self, now: int) -> str | None:
        """Kie's word for a running task at ``now``; None before it can be seen or at the end."""
        if now < self.visible_at or self.is_over_at(now):
            return None
        if now < self.queued_at:
            return "waiting"
        return "queuing" if now < self.generating_at else "generating"

    def is_over_at(self, now: int) -> bool:
        """Whether the task has ended."""
        return now >= self.completed_at


def scripted(task_id: str, created_at: int, speed: float) -> Timeline:
    """Plan a task: about 10 s divided by ``speed``, a few per cent more or less by its id."""
    variation = random.Random(task_id).uniform(-VARIATION, VARIATION)
    total = SCRIPTED_MILLISECONDS * (1 + variation) / speed

    def after(fraction: float) -> int:
        return created_at + round(total * fraction)

    return Timeline(
        created_at,
        after(VISIBLE_AFTER),
        after(QUEUED_AFTER),
        after(GENERATING_AFTER),
        after(1.0),
    )


@dataclass(frozen=True, slots=True)
class Task:
    """One accepted createTask and how it is scripted to end.

    Attributes:
        param: The JSON text that recordInfo gives back (its ``input`` is JSON text again).
        price: What success costs, hundredths of a credit.
    """

    task_id: str
    record_id: str
    model: str
    prompt: str
    shape: Shape
    param: str
    ending: Ending
    price: int
    timeline: Timeline

    @property
    def asked(self) -> dict[str, object]:
        """The ``input`` of its createTask; empty where ``param`` holds none."""
        try:
            asked = json.loads(json.loads(self.param)["input"])
        except (ValueError, TypeError, KeyError):
            return {}
        return asked if isinstance(asked, dict) else {}

    @property
    def is_charged_at_the_end(self) -> bool:
        """Whether reaching the end costs ``price``."""
        return self.ending in CHARGED_ENDINGS


@dataclass(frozen=True, slots=True)
class Charge:
    """One deduction from the balance; there is at most one for a task."""

    task_id: str
    amount: int
    charged_at: int
    why: str


@dataclass(frozen=True, slots=True)
class CallbackSent:
    """One try to deliver a callback.

    Attributes:
        attempt: 0 for the first try, then one for each retry.
        answer: The HTTP status, or the name of what went wrong.
    """

    task_id: str
    sent_at: int
    attempt: int
    answer: str


@dataclass(frozen=True, slots=True)
class CreateRequest:
    """One createTask that reached the server, whether or not it made a task.

    Attributes:
        prompt: None when the body named none.
        task_id: The task it made, or None.
        answer: ``"200"``, another envelope code, or the name of the fault that was played.
    """

    received_at: int
    prompt: str | None
    task_id: str | None
    answer: str
