"""Callbacks of the provider, and their receiver as a front end sees it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class CallbackRefusedError(Exception):
    """`reason` is "unsigned", "malformed", "stale" or "forged"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Callback:
    """An authentic callback. `said` is its own word for what happened: a hint and no more.

    `signed_at` is in milliseconds.
    """

    task_id: str
    signed_at: int
    said: str


# Body, headers (their names in any case), the key that it is signed with, and the time in
# milliseconds; raises CallbackRefusedError.
CheckCallback = Callable[[bytes, Mapping[str, str], str, int], Callback]


@dataclass(frozen=True, slots=True)
class SignedCallback:
    """What the vendor would post to say that a task has ended."""

    body: bytes
    headers: Mapping[str, str]


# Task id, the key to sign with, and the time in milliseconds.
SignCallback = Callable[[str, str, int], SignedCallback]


class ReceiverState(StrEnum):
    """Where the receiver stands."""

    OFF = "off"
    STARTING = "starting"
    LISTENING = "listening"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ReceiverStatus:
    """`problem` is the condition of the WebhookUnavailableError it failed with.

    `address` is where the provider is told to call, `needs_key` whether the wallet's callbacks are
    signed with a key that the user has to give, `accepted` and `refused` count since the start.
    """

    state: ReceiverState
    port: int
    address: str | None = None
    problem: str | None = None
    needs_key: bool = True
    accepted: int = 0
    refused: int = 0


class TrialOutcome(StrEnum):
    """What became of a test callback."""

    ARRIVED = "arrived"
    # The receiver does not run.
    NOT_LISTENING = "not_listening"
    # Nobody answered at the address.
    UNREACHABLE = "unreachable"
    # Somebody else answered there.
    ELSEWHERE = "elsewhere"
    # It came here and was refused: the tunnel changes it, or the clock is wrong.
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class TrialResult:
    """`http_status` is what the address answered, if it did."""

    outcome: TrialOutcome
    http_status: int | None = None
