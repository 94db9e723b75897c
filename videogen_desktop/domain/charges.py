"""The verdict on the money of one video: decided here, worded in `ui` and `cli`."""

from enum import StrEnum

from videogen_desktop.domain.states import ACCEPTED_STATES, Origin, Reason, VideoState
from videogen_desktop.domain.video import LibraryItem


class Verdict(StrEnum):
    """What the ledger's rows of a video come to; its `Charge` has the amounts."""

    NO_MONEY = "no_money"  # found or imported: no money moves for it
    UNREAD = "unread"  # its rows could not be read
    NOT_CHARGED = "not_charged"
    REFUNDED = "refunded"
    WAITING = "waiting"  # held, and not sent so far
    BEING_SENT = "being_sent"  # held, and it may have been charged
    UNCLEAR = "unclear"  # held, and nobody knows whether it was charged
    TAKEN = "taken"  # held, and taken by the provider, which is not written down yet
    UNDER_WAY = "under_way"  # spent, and it comes back if the video fails
    DOUBTED = "doubted"  # spent, and its end is not known any more
    CHARGED = "charged"


def verdict(item: LibraryItem | None) -> Verdict:
    """By the ledger's rows as they stood with the item; None: the library has no video of it."""
    if item is None:
        return Verdict.NOT_CHARGED
    video, charge = item.video, item.charge
    if video.origin is not Origin.GENERATED:
        return Verdict.NO_MONEY
    if item.held is not None and item.held.task_id is not None:
        return Verdict.TAKEN
    if charge is None:
        return Verdict.UNREAD
    if charge.held:
        return _held(video.state)
    if not charge.spent:
        return Verdict.REFUNDED if charge.is_refunded else Verdict.NOT_CHARGED
    if video.reason is Reason.RECORD_GONE:
        return Verdict.DOUBTED
    return Verdict.UNDER_WAY if video.state in ACCEPTED_STATES else Verdict.CHARGED


def is_at_most(item: LibraryItem) -> bool:
    """Whether what is spent on it may be less: its price was not known, and the provider has not
    said what it took."""
    return item.charge is not None and item.charge.is_at_most and item.video.consumed is None


def _held(state: VideoState) -> Verdict:
    if state is VideoState.RESERVED:
        return Verdict.WAITING
    return Verdict.BEING_SENT if state is VideoState.SENDING else Verdict.UNCLEAR
