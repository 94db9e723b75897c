"""A batch that passed every check and is reserved, all of it or nothing; and how it stands then.

Amounts are hundredths of a credit, times UTC milliseconds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.domain.batch import MOST_VIDEOS, CheckedRow
from videogen_desktop.domain.errors import BatchNotReadyError, BatchTooLargeError
from videogen_desktop.domain.request import PricedRequest, take_ids
from videogen_desktop.domain.states import ACCEPTED_STATES, VideoState

if TYPE_CHECKING:
    from videogen_desktop.domain.errors import VideoGenError

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class OrderedRow:
    """A row's request as it is priced, how often it is made, and the name wanted for its files."""

    priced: PricedRequest
    takes: int = 1
    title: str = ""


@dataclass(frozen=True, slots=True)
class BatchOrder:
    """Rows to be reserved together. Their videos' ids follow from `id`, whoever makes them."""

    id: str
    name: str
    rows: tuple[OrderedRow, ...]

    @property
    def price(self) -> int:
        return sum(row.priced.price * row.takes for row in self.rows)

    @property
    def ids(self) -> tuple[tuple[str, ...], ...]:
        """By row, those of its takes."""
        return batch_ids(self.id, [row.takes for row in self.rows])


def batch_ids(batch_id: str, takes: Iterable[int]) -> tuple[tuple[str, ...], ...]:
    """The ids of a batch's videos, by row; `takes` says how many each row has."""
    # The window knows requests before its first frame, and this loads OpenSSL.
    import uuid

    named = uuid.UUID(batch_id)
    rows = enumerate(takes, 1)
    return tuple(take_ids(str(uuid.uuid5(named, f"row {row}")), count) for row, count in rows)


def order_of(batch_id: str, name: str, rows: Iterable[CheckedRow]) -> BatchOrder:
    """The order of these rows. Raises BatchNotReadyError where one has problems, or there is none,
    and BatchTooLargeError."""
    checked = tuple(rows)
    wrong = sum(one.priced is None for one in checked)
    if wrong or not checked:
        raise BatchNotReadyError(wrong)
    videos = sum(one.asked.takes for one in checked)
    if videos > MOST_VIDEOS:
        raise BatchTooLargeError(videos, MOST_VIDEOS)
    ordered = tuple(
        OrderedRow(one.priced, one.asked.takes, one.asked.title)
        for one in checked
        if one.priced is not None
    )
    return BatchOrder(batch_id, name.strip()[:LONGEST_NAME] or batch_id[:8], ordered)


@dataclass(frozen=True, slots=True)
class Batch:
    """What was reserved together once."""

    id: str
    wallet_id: str
    name: str
    created_at: int


@dataclass(frozen=True, slots=True)
class BatchStanding:
    """How far a batch is; `states` counts its videos. It `is_running` from its admission, or the
    user's word, until it is paused or this run of the engine ends; then what was not sent waits.
    `stopped_by` is what made the queue pause it by itself."""

    batch: Batch
    states: Mapping[VideoState, int]
    is_running: bool = False
    stopped_by: "VideoGenError | None" = None

    @property
    def videos(self) -> int:
        return sum(self.states.values())

    @property
    def waiting(self) -> int:
        """Reserved, and not sent yet."""
        return self.states.get(VideoState.RESERVED, 0)

    @property
    def under_way(self) -> int:
        """Sent, and not ended yet."""
        sent = (VideoState.SENDING, *ACCEPTED_STATES)
        return sum(self.states.get(state, 0) for state in sent)

    @property
    def ended(self) -> int:
        """Made, failed or cancelled, or for the user to settle."""
        return self.videos - self.waiting - self.under_way

    @property
    def is_stopped(self) -> bool:
        """Whether it waits for the user's word."""
        return bool(self.waiting) and not self.is_running
