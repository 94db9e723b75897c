"""Task ids that a user found somewhere else, and what became of each."""

from dataclasses import dataclass
from enum import StrEnum

from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.video import Video


class RescueOutcome(StrEnum):
    """What became of one task id."""

    RESCUED = "rescued"
    # A video of the library is this task; what the record says now was written into it.
    KNOWN = "known"
    # Nothing was done: unconfirmed videos asked for the same, and one of them may be this task.
    RESEMBLES = "resembles"
    # The provider has no record of it (any more).
    UNKNOWN = "unknown"
    # The record could not be read; nothing is known about the task.
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Rescue:
    """One task id and its video, if it has one; `error` says why it could not be read.

    `resembles` are ids of unconfirmed videos that asked for the same: one of them may be this
    task, and only their owner can tell.
    """

    task_id: str
    outcome: RescueOutcome
    video: Video | None = None
    error: VideoGenError | None = None
    resembles: tuple[str, ...] = ()
