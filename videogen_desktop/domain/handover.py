"""A request that one process of this machine hands to the one that runs the engine."""

from dataclasses import dataclass
from pathlib import Path

from videogen_desktop.domain import errors
from videogen_desktop.domain.errors import EngineLockedError, VideoGenError
from videogen_desktop.domain.request import VideoRequest


@dataclass(frozen=True, slots=True)
class EngineRun:
    """The engine that takes requests now: one run of one process, in one wallet."""

    id: str
    wallet_id: str
    provider: str
    api_base: str


@dataclass(frozen=True, slots=True)
class Handover:
    """So many videos of one request; `id` is the request's, and their ids follow from it (see
    domain.request.take_ids). `most` is what may be held for all of them together, in hundredths of
    a credit; None says nothing of it. Times are UTC milliseconds.

    `run_id` is the engine run that is asked: a later one never takes it. `requested_by` is the
    process that waits for it.
    """

    id: str
    run_id: str
    requested_by: str
    request: VideoRequest
    confirmed: bool
    created_at: int
    takes: int = 1
    most: int | None = None


class HandoverUnansweredError(EngineLockedError):
    """The engine that runs did not take the request, so it was taken back; nothing was sent."""


class HandoverWithdrawnError(Exception):
    """Whoever asked wants it no longer, or has ended: nothing was reserved."""


class OtherEngineWalletError(EngineLockedError):
    """The engine that runs works in another wallet, at `api_base` of `provider`."""

    def __init__(self, path: Path, provider: str, api_base: str) -> None:
        super().__init__(path)
        self.provider = provider
        self.api_base = api_base


class EngineEndedError(Exception):
    """The engine that was asked runs no more. What it made of the request is in the library; if it
    made nothing of it, it was taken back, and it never will.
    """


class OutcomeUnknownError(Exception):
    """The library cannot be used, and so nobody can say what became of what was asked."""

    def __init__(self, condition: str) -> None:
        super().__init__(condition)
        self.condition = condition


class HandoverRefusedError(VideoGenError):
    """The running engine met an error before anything was sent; `kind` is that error's name."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def error_as_data(error: VideoGenError) -> tuple[str, tuple[object, ...]]:
    """An error as plain data, of which another process can make one again."""
    plain = all(isinstance(argument, (str, int, type(None))) for argument in error.args)
    return type(error).__name__, tuple(error.args) if plain else ()


def error_from_data(kind: str, arguments: tuple[object, ...]) -> VideoGenError:
    """The error that `error_as_data` described; HandoverRefusedError where that cannot be."""
    known = getattr(errors, kind, None)
    if not isinstance(known, type) or not issubclass(known, VideoGenError):
        return HandoverRefusedError(kind)
    try:
        return known(*arguments)
    except TypeError:
        return HandoverRefusedError(kind)
