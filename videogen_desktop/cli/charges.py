"""What the terminal says about money: from a video's state and ledger rows, and nothing else.

Errors say what happened. Whether anything was charged is read here, at the moment when it is said,
also after the engine has closed: an error that came after a payment once said "Nothing was
charged".
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from videogen_desktop.cli.library_reading import reading
from videogen_desktop.cli.output import credits_text
from videogen_desktop.domain.ledger import Account, EntryKind, LedgerEntry, account_change
from videogen_desktop.domain.states import Origin, Reason, VideoState
from videogen_desktop.domain.video import LibraryItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.storage.directories import Directories

_RETURNS = frozenset({Reason.PROVIDER_FAILED, Reason.RESULT_MISSING})


@dataclass(frozen=True, slots=True)
class Standing:
    """A request's video (None: the library has none) and its money in hundredths, at a moment."""

    item: LibraryItem | None
    held: int = 0
    spent: int = 0
    is_refunded: bool = False


NO_VIDEO = Standing(None)


def standing_in(places: "Directories", video_id: str) -> Standing:
    """As the library says now. Raises StorageError where that cannot be read."""
    from videogen_desktop.services.announcer import library_items

    with reading(places) as library:
        if library is None:
            return NO_VIDEO
        with library.read() as rows:
            videos = rows.videos.many([video_id])
            entries = rows.ledger.of_video(video_id)
        for item in library_items(library, videos):
            return _from_ledger(item, entries)
    return NO_VIDEO


def standing_of(item: LibraryItem) -> Standing:
    """The same for a video just written: the library takes no state without the rows that it
    must have (`domain.states`)."""
    video = item.video
    if video.origin is not Origin.GENERATED:
        return Standing(item)
    unclear = video.reason is Reason.SENT_UNKNOWN
    if unclear or video.state in (VideoState.RESERVED, VideoState.SENDING):
        return Standing(item, held=video.price)
    return Standing(item, spent=video.cost, is_refunded=video.reason in _RETURNS)


def charge_sentence(standing: Standing, *, goes_on: bool = False) -> str:
    """Whether it cost anything, or may have; empty for a video that was found or imported.
    `goes_on`: another process may send it in the next moment."""
    item = standing.item
    if item is None:
        return "Nothing was charged."
    video = item.video
    if video.origin is not Origin.GENERATED:
        return ""
    if standing.held:
        held = f"{credits_text(standing.held)} credits"
        if goes_on and video.state is VideoState.RESERVED:
            return f"It may be charged: {held} are held for it."
        return _held(item, held)
    if not standing.spent:
        came_back = ": the credits were refunded" if standing.is_refunded else ""
        return f"Nothing was charged{came_back}."
    spent = f"{credits_text(standing.spent)} credits"
    if video.reason is Reason.RECORD_GONE:
        return f"{spent} stay spent until that is clear."
    return f"{spent} were charged."


def _held(item: LibraryItem, held: str) -> str:
    if item.held is not None and item.held.task_id is not None:
        return f"{held} stay held until that is written down."
    if item.video.state is VideoState.RESERVED:
        return f"Nothing was charged so far: {held} are held for it."
    return f"It may have been charged: {held} stay held until that is clear."


def unknown_sentence(video_id: str) -> str:
    """Where another process was asked for the video and may take the request still."""
    return f"It may have been charged: `videogen show {video_id}` tells."


def unread_sentence(video_id: str, condition: str) -> str:
    """Where the library cannot be read at the moment when it should be said."""
    return (
        f"What it cost cannot be read at the moment ({condition}): `videogen show {video_id}` "
        "says it as soon as it can."
    )


def _from_ledger(item: LibraryItem, entries: "Sequence[LedgerEntry]") -> Standing:
    def total(account: Account) -> int:
        return sum(
            account_change(entry.debit, entry.credit, entry.amount, account) for entry in entries
        )

    kinds = {entry.kind for entry in entries}
    refunded = EntryKind.REFUND in kinds
    return Standing(item, total(Account.HELD), total(Account.SPENT), refunded)
