"""An implementation of the atomic phases with its books, and every state that a video can be in."""

import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.requests import priced
from tests.services.scripted_provider import (
    FAILED,
    PRICE,
    RUNNING,
    SUCCESS_WITHOUT_URL,
    succeeded,
)
from tests.services.virtual_time import VirtualClock
from videogen_desktop.domain.errors import (
    NotSentError,
    RefusedError,
)
from videogen_desktop.domain.ledger import Balance, Charge, EntryKind
from videogen_desktop.domain.provider import ProviderBalance
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.services.phases import Phases
from videogen_desktop.storage.library import SqliteLibrary

GRANT = ProviderBalance(100_000_00, "100000")
NOT_SENT, REFUSED = NotSentError("no route"), RefusedError("no", "422")
_S, _R = VideoState, Reason


@dataclass
class Books:
    """An implementation of the phases for one wallet, and the library's file beside it."""

    phases: Phases
    library: SqliteLibrary
    wallet_id: str
    clock: VirtualClock

    def video(self, video_id: str) -> Video:
        with self.library.reading() as rows:
            return rows.videos.get(video_id)

    def kinds(self, video_id: str) -> frozenset[EntryKind]:
        with self.library.reading() as rows:
            return rows.ledger.kinds(video_id)

    def balance(self) -> Balance:
        with self.library.reading() as rows:
            return rows.ledger.balance(self.wallet_id)

    def charge(self, video_id: str) -> Charge:
        with self.library.reading() as rows:
            return rows.ledger.charges([video_id])[video_id]

    def everything(self) -> object:
        """All that is written of videos and money."""
        with self.library.reading() as rows:
            events = [rows.events.of_video(video.id) for video in rows.videos.every()]
            return rows.videos.every(), tuple(rows.ledger.entries()), events

    async def reserved(self, request: PricedRequest | None = None) -> str:
        video_id = str(uuid.uuid4())
        await self.phases.accept.reserve(video_id, request or priced(), "test")
        return video_id


Story = Callable[[Books], Awaitable[None]]


Step = Callable[[Books, str], Awaitable[object]]
STEPS: dict[str, Step] = {
    "sending": lambda at, one: at.phases.accept.sending(one),
    "accepted": lambda at, one: at.phases.accept.accepted(one, f"task of {one}"),
    "not sent": lambda at, one: at.phases.accept.not_sent(one, NOT_SENT),
    "not uploaded": lambda at, one: at.phases.accept.not_uploaded(one, NOT_SENT),
    "refused": lambda at, one: at.phases.accept.refused(one, _R.REFUSED, REFUSED),
    "given up": lambda at, one: at.phases.accept.refused(one, _R.NOT_SENT, NOT_SENT),
    "unconfirmed": lambda at, one: at.phases.accept.unconfirmed(one, "reset"),
    "cancelled": lambda at, one: at.phases.accept.cancelled(one),
    "in the journal": lambda at, one: at.phases.accept.recovered(one, f"task of {one}"),
    "in no journal": lambda at, one: at.phases.accept.recovered(one, None),
    "running": lambda at, one: at.phases.finish.moved(one, RUNNING),
    "succeeded": lambda at, one: at.phases.finish.finish(one, succeeded(PRICE), None),
    "failed": lambda at, one: at.phases.finish.finish(one, FAILED, None),
    "no result": lambda at, one: at.phases.finish.finish(
        one, SUCCESS_WITHOUT_URL, _R.RESULT_MISSING
    ),
    "record gone": lambda at, one: at.phases.finish.record_gone(one),
    "found again": lambda at, one: at.phases.finish.found_again(one),
    "charged": lambda at, one: at.phases.settle.settled(one, _R.USER_CHARGED),
    "not charged": lambda at, one: at.phases.settle.settled(one, _R.USER_NOT_CHARGED),
    "joined": lambda at, one: at.phases.settle.joined(one, f"task of {one}", "callback", {}),
}
_ACCEPTED = ("sending", "accepted")
# How a video gets into each state, from `reserved` on.
WAYS: dict[str, tuple[str, ...]] = {
    "reserved": (),
    "cancelled": ("cancelled",),
    "sending": ("sending",),
    "refused": ("sending", "refused"),
    "given up": ("sending", "given up"),
    "sent unknown": ("sending", "unconfirmed"),
    "charged": ("sending", "unconfirmed", "charged"),
    "not charged": ("sending", "unconfirmed", "not charged"),
    "pending": _ACCEPTED,
    "processing": (*_ACCEPTED, "running"),
    "completed": (*_ACCEPTED, "succeeded"),
    "failed": (*_ACCEPTED, "failed"),
    "result missing": (*_ACCEPTED, "no result"),
    "record gone": (*_ACCEPTED, "record gone"),
    "charged after all": (*_ACCEPTED, "record gone", "charged"),
    "not charged after all": (*_ACCEPTED, "record gone", "not charged"),
}
_HELD, _VOIDED = {EntryKind.RESERVE}, {EntryKind.RESERVE, EntryKind.VOID}
_SPENT = {EntryKind.RESERVE, EntryKind.CAPTURE}
_REFUNDED = _SPENT | {EntryKind.REFUND}
# State, reason, rows of the ledger, what is held and what is spent in the end (DESIGN 4 and 5).
STANDS: dict[str, tuple[VideoState, Reason | None, set[EntryKind], int, int]] = {
    "reserved": (_S.RESERVED, None, _HELD, PRICE, 0),
    "cancelled": (_S.CANCELLED, None, _VOIDED, 0, 0),
    "sending": (_S.SENDING, None, _HELD, PRICE, 0),
    "refused": (_S.FAILED, _R.REFUSED, _VOIDED, 0, 0),
    "given up": (_S.FAILED, _R.NOT_SENT, _VOIDED, 0, 0),
    "sent unknown": (_S.UNCONFIRMED, _R.SENT_UNKNOWN, _HELD, PRICE, 0),
    "charged": (_S.FAILED, _R.USER_CHARGED, _SPENT, 0, PRICE),
    "not charged": (_S.FAILED, _R.USER_NOT_CHARGED, _VOIDED, 0, 0),
    "pending": (_S.PENDING, None, _SPENT, 0, PRICE),
    "processing": (_S.PROCESSING, None, _SPENT, 0, PRICE),
    "completed": (_S.COMPLETED, None, _SPENT, 0, PRICE),
    "failed": (_S.FAILED, _R.PROVIDER_FAILED, _REFUNDED, 0, 0),
    "result missing": (_S.FAILED, _R.RESULT_MISSING, _REFUNDED, 0, 0),
    "record gone": (_S.UNCONFIRMED, _R.RECORD_GONE, _SPENT, 0, PRICE),
    "charged after all": (_S.FAILED, _R.USER_CHARGED, _SPENT, 0, PRICE),
    "not charged after all": (_S.FAILED, _R.USER_NOT_CHARGED, _REFUNDED, 0, 0),
}
_FROM_ACCEPTED = ("pending", "processing")
# Which step leads from where to where; from everywhere else it leads nowhere.
LEADS: dict[str, dict[str, str]] = {
    "sending": {"reserved": "sending"},
    "accepted": {"sending": "pending", "sent unknown": "pending"},
    "not sent": {"sending": "reserved"},
    "refused": {"sending": "refused"},
    "given up": {"sending": "given up"},
    "unconfirmed": {"sending": "sent unknown"},
    "cancelled": {"reserved": "cancelled"},
    "running": {"pending": "processing"},
    "succeeded": dict.fromkeys(_FROM_ACCEPTED, "completed"),
    "failed": dict.fromkeys(_FROM_ACCEPTED, "failed"),
    "no result": dict.fromkeys(_FROM_ACCEPTED, "result missing"),
    "record gone": dict.fromkeys(_FROM_ACCEPTED, "record gone"),
    "found again": {"record gone": "pending"},
    "charged": {"sent unknown": "charged", "record gone": "charged after all"},
    "not charged": {"sent unknown": "not charged", "record gone": "not charged after all"},
    "joined": {"sent unknown": "pending"},
    # Over several edges at once, as a start may.
    "not uploaded": {"reserved": "given up"},
    "in the journal": dict.fromkeys(("reserved", "sending", "sent unknown"), "pending"),
    "in no journal": {"sending": "sent unknown"},
}


async def walked(books: Books, way: str) -> str:
    video_id = await books.reserved()
    for step in WAYS[way]:
        await STEPS[step](books, video_id)
    return video_id


def stands(books: Books, video_id: str, before: Balance) -> object:
    video, now = books.video(video_id), books.balance()
    held = now.held - before.held
    spent = before.available - now.available - held
    return video.state, video.reason, set(books.kinds(video_id)), held, spent
