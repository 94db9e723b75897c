"""The life of a video as a table: states, reasons, edges, and the ledger rows each one demands."""

from enum import StrEnum

from videogen_desktop.domain.ledger import EntryKind


class VideoState(StrEnum):
    """Where a video stands."""

    RESERVED = "reserved"
    SENDING = "sending"
    UNCONFIRMED = "unconfirmed"
    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Reason(StrEnum):
    """Why a video is unconfirmed or failed."""

    SENT_UNKNOWN = "sent_unknown"
    RECORD_GONE = "record_gone"
    REFUSED = "refused"
    NOT_SENT = "not_sent"
    PROVIDER_FAILED = "provider_failed"
    RESULT_MISSING = "result_missing"
    USER_CHARGED = "user_charged"
    USER_NOT_CHARGED = "user_not_charged"


class Origin(StrEnum):
    """How a video came into the library; only generated ones have ledger rows."""

    GENERATED = "generated"
    RESCUED = "rescued"
    IMPORTED = "imported"
    # A further result of a task whose first one is another video.
    SIBLING = "sibling"


_S = VideoState
_ACCEPTED_ENDS = frozenset({_S.PROCESSING, _S.COMPLETED, _S.FAILED, _S.UNCONFIRMED})

EDGES: dict[VideoState, frozenset[VideoState]] = {
    _S.RESERVED: frozenset({_S.SENDING, _S.CANCELLED}),
    _S.SENDING: frozenset({_S.PENDING, _S.UNCONFIRMED, _S.FAILED, _S.RESERVED}),
    _S.UNCONFIRMED: frozenset({_S.PENDING, _S.FAILED}),
    _S.PENDING: _ACCEPTED_ENDS,
    _S.PROCESSING: _ACCEPTED_ENDS - {_S.PROCESSING},
    _S.COMPLETED: frozenset(),
    _S.FAILED: frozenset(),
    _S.CANCELLED: frozenset(),
}

TERMINAL_STATES = frozenset(state for state, after in EDGES.items() if not after)
ACCEPTED_STATES = frozenset({_S.PENDING, _S.PROCESSING})
HOLDING_STATES = frozenset({_S.RESERVED, _S.SENDING, _S.UNCONFIRMED})

REASONS: dict[VideoState, frozenset[Reason]] = {
    _S.UNCONFIRMED: frozenset({Reason.SENT_UNKNOWN, Reason.RECORD_GONE}),
    _S.FAILED: frozenset(
        {
            Reason.REFUSED,
            Reason.NOT_SENT,
            Reason.PROVIDER_FAILED,
            Reason.RESULT_MISSING,
            Reason.USER_CHARGED,
            Reason.USER_NOT_CHARGED,
        }
    ),
}

_K = EntryKind
_HELD = frozenset({_K.RESERVE})
_SPENT = frozenset({_K.RESERVE, _K.CAPTURE})
_VOIDED = frozenset({_K.RESERVE, _K.VOID})
_REFUNDED = frozenset({_K.RESERVE, _K.CAPTURE, _K.REFUND})


def allowed_entries(state: VideoState, reason: Reason | None) -> tuple[frozenset[EntryKind], ...]:
    """Every set of ledger rows that a generated video in this state may have, and no other."""
    if state is _S.FAILED:
        return _entries_of_failure(reason)
    if state is _S.UNCONFIRMED:
        return (_HELD,) if reason is Reason.SENT_UNKNOWN else (_SPENT,)
    return {
        _S.RESERVED: (_HELD,),
        _S.SENDING: (_HELD,),
        _S.PENDING: (_SPENT,),
        _S.PROCESSING: (_SPENT,),
        _S.COMPLETED: (_SPENT, _SPENT | {_K.SETTLE}),
        _S.CANCELLED: (_VOIDED,),
    }[state]


def _entries_of_failure(reason: Reason | None) -> tuple[frozenset[EntryKind], ...]:
    refunded = (_REFUNDED, _REFUNDED | {_K.SETTLE})
    if reason in (Reason.REFUSED, Reason.NOT_SENT):
        return (_VOIDED,)
    if reason is Reason.USER_NOT_CHARGED:
        return (_VOIDED, *refunded)
    if reason is Reason.USER_CHARGED:
        return (_SPENT,)
    return refunded
