"""The shortest legal way to every standing of a video, as plain SQL."""

from typing import Any

from tests.storage.raw_books import RawBooks, Standing
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.states import Reason, VideoState

_K, _R, _S = EntryKind, Reason, VideoState
Step = tuple[tuple[EntryKind, ...], VideoState, Reason | None]

_SENT: tuple[Step, ...] = (((_K.RESERVE,), _S.RESERVED, None), ((), _S.SENDING, None))
_UNKNOWN: tuple[Step, ...] = (*_SENT, ((), _S.UNCONFIRMED, _R.SENT_UNKNOWN))
_ACCEPTED: tuple[Step, ...] = (*_SENT, ((_K.CAPTURE,), _S.PENDING, None))

LIVES: dict[Standing, tuple[Step, ...]] = {
    (_S.RESERVED, None): _SENT[:1],
    (_S.CANCELLED, None): (*_SENT[:1], ((_K.VOID,), _S.CANCELLED, None)),
    (_S.SENDING, None): _SENT,
    (_S.UNCONFIRMED, _R.SENT_UNKNOWN): _UNKNOWN,
    (_S.UNCONFIRMED, _R.RECORD_GONE): (*_ACCEPTED, ((), _S.UNCONFIRMED, _R.RECORD_GONE)),
    (_S.PENDING, None): _ACCEPTED,
    (_S.PROCESSING, None): (*_ACCEPTED, ((), _S.PROCESSING, None)),
    (_S.COMPLETED, None): (*_ACCEPTED, ((), _S.COMPLETED, None)),
    (_S.FAILED, _R.REFUSED): (*_SENT, ((_K.VOID,), _S.FAILED, _R.REFUSED)),
    (_S.FAILED, _R.NOT_SENT): (*_SENT, ((_K.VOID,), _S.FAILED, _R.NOT_SENT)),
    (_S.FAILED, _R.PROVIDER_FAILED): (*_ACCEPTED, ((_K.REFUND,), _S.FAILED, _R.PROVIDER_FAILED)),
    (_S.FAILED, _R.RESULT_MISSING): (*_ACCEPTED, ((_K.REFUND,), _S.FAILED, _R.RESULT_MISSING)),
    (_S.FAILED, _R.USER_CHARGED): (*_UNKNOWN, ((_K.CAPTURE,), _S.FAILED, _R.USER_CHARGED)),
    (_S.FAILED, _R.USER_NOT_CHARGED): (*_UNKNOWN, ((_K.VOID,), _S.FAILED, _R.USER_NOT_CHARGED)),
}

_NEVER_SENT = (VideoState.RESERVED, VideoState.CANCELLED)
_ACCEPTED_ONCE = (VideoState.PENDING, VideoState.PROCESSING, VideoState.COMPLETED)


def columns_of(state: VideoState, reason: Reason | None, task_id: str) -> dict[str, Any]:
    """What has to stand beside a state for the table's constraints."""
    columns: dict[str, Any] = {
        "state": state,
        "reason": reason,
        "send_count": int(state not in _NEVER_SENT),
    }
    return columns | ({"task_id": task_id} if state in _ACCEPTED_ONCE else {})


def video_in(books: RawBooks, standing: Standing) -> str:
    """A video that came to this standing by allowed steps only."""
    video_id = books.video()
    for kinds, state, reason in LIVES[standing]:
        books.moves(video_id, kinds)
        if state is not VideoState.RESERVED:
            books.change(video_id, **columns_of(state, reason, video_id))
    return video_id
