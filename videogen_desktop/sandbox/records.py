"""What the books hold, as frozen values. Money is hundredths of a credit, times Unix ms."""

import json
from dataclasses import dataclass
from typing import Literal

from videogen_desktop.sandbox.models import Shape
from videogen_desktop.sandbox.timeline import Timeline

Ending = Literal[
    "success", "success-without-url", "fail", "moderation", "fail-501", "fail-408", "fail-unsaid"
]
CHARGED_ENDINGS: tuple[Ending, ...] = ("success", "success-without-url")


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
