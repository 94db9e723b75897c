"""A salvaged video's life replayed, from where a library knows it to where the damaged file saw it.

Every step is one that a living video could have taken, with its ledger row, so that the rules in
the database hold all the way. What was under way ends as unconfirmed, or is polled again when its
task is known: nothing that may have been sent is ever offered for sending.
"""

from dataclasses import replace
from typing import Any

from videogen_desktop.domain.credits import credits_as_number
from videogen_desktop.domain.ledger import AT_MOST, EntryKind
from videogen_desktop.domain.states import ACCEPTED_STATES, Origin, Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.storage.library_rows import LibraryRows

_S = VideoState
# What an end leaves behind, beside its state.
_FACTS = (
    *("provider_word", "failure_code", "failure_message", "consumed"),
    *("result_url", "result_number", "ended_at"),
)
_NEVER_ACCEPTED = frozenset({Reason.REFUSED, Reason.NOT_SENT})
_BY_THE_USER = frozenset({Reason.USER_CHARGED, Reason.USER_NOT_CHARGED})


def replay(
    rows: LibraryRows, known: Video | None, wanted: Video, now: int, *, is_at_most: bool = False
) -> Video:
    """Write the video as `wanted`, from `known` (None: the library has no such video).

    `is_at_most`: nobody knew its price, and what was held is the most that it may cost.
    Raises NotEnoughCreditsError where the wallet's salvaged rows do not cover its price, and
    IntegrityError where a rule refuses: then nothing of the transaction may be kept.
    """
    if wanted.origin is not Origin.GENERATED:
        return _found_video(rows, known, wanted)
    video = known or _reserved(rows, wanted, AT_MOST if is_at_most else None)
    while not video.is_terminal:
        after = _step(rows, video, wanted, now)
        if after is None:
            return video
        video = after
    return video


def _found_video(rows: LibraryRows, known: Video | None, wanted: Video) -> Video:
    if known is not None:
        return known
    new = replace(wanted, revision=1)
    rows.videos.add(new)
    return new


def _reserved(rows: LibraryRows, wanted: Video, raw: str | None) -> Video:
    nothing: dict[str, Any] = dict.fromkeys(
        (*_FACTS, "reason", "task_id", "sent_at", "accepted_at")
    )
    new = replace(wanted, state=_S.RESERVED, send_count=0, revision=1, **nothing)
    rows.videos.add(new)
    rows.ledger.reserve(new, wanted.created_at, raw)
    return new


def _step(rows: LibraryRows, video: Video, wanted: Video, now: int) -> Video | None:
    """One step nearer, or None where there is none."""
    if video.state is _S.RESERVED:
        return _from_reserved(rows, video, wanted, now)
    if video.state in ACCEPTED_STATES:
        return _from_accepted(rows, video, wanted, now)
    if video.reason is Reason.RECORD_GONE:
        return _from_record_gone(rows, video, wanted, now)
    return _from_sent(rows, video, wanted, now)


def _from_reserved(rows: LibraryRows, video: Video, wanted: Video, now: int) -> Video:
    if wanted.state is _S.CANCELLED:
        rows.ledger.void(video, wanted.ended_at or now)
        return rows.videos.change(video, now, state=_S.CANCELLED, **_facts(wanted))
    sent_at = wanted.sent_at or now
    return rows.videos.change(video, now, state=_S.SENDING, send_count=1, sent_at=sent_at)


def _from_sent(rows: LibraryRows, video: Video, wanted: Video, now: int) -> Video | None:
    """From `sending`, or `unconfirmed` because it was sent."""
    if wanted.task_id is not None:
        at = wanted.accepted_at or wanted.sent_at or now
        rows.ledger.capture(video, at)
        changes = {"state": _S.PENDING, "reason": None, "task_id": wanted.task_id}
        return rows.videos.change(video, now, **changes, accepted_at=at)
    if wanted.reason in _NEVER_ACCEPTED or (
        wanted.reason in _BY_THE_USER and video.state is _S.UNCONFIRMED
    ):
        at = wanted.ended_at or now
        if wanted.reason is Reason.USER_CHARGED:
            rows.ledger.capture(video, at)
        else:
            rows.ledger.void(video, at)
        return _failed(rows, video, wanted, now)
    if video.state is _S.UNCONFIRMED:
        return None
    rows.events.add(video.id, _S.UNCONFIRMED, now, reason=Reason.SENT_UNKNOWN)
    return rows.videos.change(video, now, state=_S.UNCONFIRMED, reason=Reason.SENT_UNKNOWN)


def _from_accepted(rows: LibraryRows, video: Video, wanted: Video, now: int) -> Video | None:
    at = wanted.ended_at or now
    if wanted.state is _S.COMPLETED:
        _settle(rows, video, video.price, wanted, at)
        return rows.videos.change(video, now, state=_S.COMPLETED, **_facts(wanted))
    if wanted.state is not _S.FAILED:
        # Polled again: only the provider knows how it ended.
        return None
    if wanted.reason in _BY_THE_USER:
        gone = {"state": _S.UNCONFIRMED, "reason": Reason.RECORD_GONE}
        return rows.videos.change(video, now, **gone)
    rows.ledger.refund(video, at)
    _settle(rows, video, 0, wanted, at)
    return _failed(rows, video, wanted, now)


def _from_record_gone(rows: LibraryRows, video: Video, wanted: Video, now: int) -> Video | None:
    if wanted.reason in _BY_THE_USER:
        if wanted.reason is Reason.USER_NOT_CHARGED:
            rows.ledger.refund(video, wanted.ended_at or now)
        return _failed(rows, video, wanted, now)
    if wanted.reason is Reason.RECORD_GONE:
        return None
    return rows.videos.change(video, now, state=_S.PENDING, reason=None)


def _failed(rows: LibraryRows, video: Video, wanted: Video, now: int) -> Video:
    reason = {"state": _S.FAILED, "reason": wanted.reason}
    return rows.videos.change(video, now, **reason, **_facts(wanted))


def _settle(rows: LibraryRows, video: Video, spent: int, wanted: Video, at: int) -> None:
    if wanted.consumed is None or wanted.consumed == spent:
        return
    if EntryKind.SETTLE not in rows.ledger.kinds(video.id):
        raw = str(credits_as_number(wanted.consumed))
        rows.ledger.settle(video, spent, wanted.consumed, at, raw)


def _facts(wanted: Video) -> dict[str, Any]:
    return {name: getattr(wanted, name) for name in _FACTS}
