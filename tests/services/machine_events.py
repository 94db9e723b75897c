"""What passed between the program, its user and the provider, in the order in which it did."""

from dataclasses import dataclass
from enum import StrEnum

from videogen_desktop.domain.provider import TaskStatus


class Outcome(StrEnum):
    """What the program could know of its POST."""

    ACCEPTED = "accepted"
    LOST = "lost"
    DEFECT = "defect"
    REFUSED = "refused"
    NOT_TAKEN = "not_taken"


class Verb(StrEnum):
    """What a user can ask for."""

    CANCEL = "cancel"
    DELETE = "delete"
    RESTORE = "restore"
    FAVOUR = "favour"
    EXAMINE = "examine"
    CHECK_AGAIN = "check_again"
    ENTER_TASK = "enter_task"
    CHARGED = "charged"
    NOT_CHARGED = "not_charged"
    RESCUE = "rescue"
    LOOK_AT_BALANCE = "look_at_balance"


@dataclass(frozen=True, slots=True)
class Generating:
    """A prompt was given; every prompt is given once. `video_ids` are its takes, `price` what is to
    be held for each: where nobody knows the price, the most that may be."""

    video_ids: tuple[str, ...]
    prompt: str
    at: int
    model_id: str
    price: int = 100_00


@dataclass(frozen=True, slots=True)
class SendingAgain:
    """The user sends what an earlier run had reserved."""

    video_id: str
    at: int


@dataclass(frozen=True, slots=True)
class Given:
    """How `Generating` or `SendingAgain` ended, as the name of an exception."""

    video_id: str
    error: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """The user asks; `Done` says how that went."""

    verb: Verb
    video_id: str = ""
    task_id: str = ""
    confirmed: bool = False
    at: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """`error` is the name of the exception."""

    error: str | None


@dataclass(frozen=True, slots=True)
class UploadEnded:
    """How an upload of the video's one file went: ACCEPTED, NOT_TAKEN (it may be tried again) or
    REFUSED."""

    prompt: str
    outcome: Outcome
    at: int


@dataclass(frozen=True, slots=True)
class Posted:
    """A paid POST reached the provider; `stored` is the row's state in the file right then."""

    video_id: str
    stored: tuple[str, int] | None
    at: int


@dataclass(frozen=True, slots=True)
class Replied:
    """What the program was told about that POST."""

    video_id: str
    outcome: Outcome
    task_id: str
    at: int


@dataclass(frozen=True, slots=True)
class Said:
    """A record was read; `reader` is the name of the asyncio task that read it."""

    reader: str
    task_id: str
    status: TaskStatus
    at: int


@dataclass(frozen=True, slots=True)
class Unread:
    """A reading failed."""

    reader: str
    error: str


@dataclass(frozen=True, slots=True)
class BalanceAsked:
    """A reading of the balance began."""

    reader: str


@dataclass(frozen=True, slots=True)
class BalanceSaid:
    """In hundredths of a credit."""

    reader: str
    amount: int
    at: int


@dataclass(frozen=True, slots=True)
class Following:
    """An authentic callback is about to be followed."""

    task_id: str
    reference: str | None


@dataclass(frozen=True, slots=True)
class Killed:
    """The program is gone, with everything that it had not written."""


Event = (
    Generating
    | SendingAgain
    | Given
    | Asked
    | Done
    | UploadEnded
    | Posted
    | Replied
    | Said
    | Unread
    | BalanceAsked
    | BalanceSaid
    | Following
    | Killed
)
