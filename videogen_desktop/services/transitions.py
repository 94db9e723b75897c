"""Every step in a video's life: its state, its ledger rows and its event, always together.

Each function writes one edge of `domain.states.EDGES` within the caller's transaction, and returns
the video as it stands then. `rows` is that transaction, `video` as it was read there, `now` its
moment in milliseconds since 1970. The caller (`library_phases.py`) reads the video and decides
which step it is; nothing else under `services/` moves money of a video or changes its state, and a
test holds that.

Raises IllegalTransitionError where the video is not what the step starts from: then nothing of the
transaction may be kept. A video salvaged from a damaged file takes the same steps in
`storage/video_replay.py`, which stands below this layer.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from videogen_desktop.domain.errors import IllegalTransitionError, ProviderError
from videogen_desktop.domain.ledger import AT_MOST
from videogen_desktop.domain.provider import TaskPhase, TaskStatus
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.domain.states import Origin, Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.services.further_results import queue_results
from videogen_desktop.storage.library_rows import LibraryRows

_log = logging.getLogger(__name__)

CONTRADICTION = "contradiction"
_ENDED_AS = {
    TaskPhase.SUCCEEDED: VideoState.COMPLETED,
    TaskPhase.FAILED: VideoState.FAILED,
}


class Reserving(NamedTuple):
    """A video that is to be reserved, and what it belongs to: takes of one request, and a row of a
    batch (from 1) with its place in the queue and the name that is wanted for it."""

    video_id: str
    priced: PricedRequest
    take_group_id: str | None = None
    batch_id: str | None = None
    batch_row: int | None = None
    queue_position: int | None = None
    title: str | None = None


def reserved(
    rows: LibraryRows,
    wallet_id: str,
    wanted: Reserving,
    requested_by: str,
    now: int,
) -> Video:
    """A new video, frozen with what is sent for it; its price is held, or where that is not known
    the most that it may cost.

    Raises NotEnoughCreditsError.
    """
    video = _new_video(wallet_id, wanted, requested_by, now)
    rows.videos.add(video)
    rows.ledger.reserve(video, now, _raw_of(wanted))
    rows.events.add(video.id, VideoState.RESERVED, now)
    return video


def reserved_together(
    rows: LibraryRows, wallet_id: str, wanted: Sequence[Reserving], requested_by: str, now: int
) -> tuple[Video, ...]:
    """The same for all of these, in a few statements. Raises NotEnoughCreditsError.

    Rows of a batch are a millisecond apart, the last one of now: of one moment they would stand in
    the order of their ids, which is none.
    """
    last = max((one.batch_row or 0 for one in wanted), default=0)
    made = [now - (last - one.batch_row if one.batch_row else 0) for one in wanted]
    videos = tuple(
        _new_video(wallet_id, one, requested_by, at) for one, at in zip(wanted, made, strict=True)
    )
    rows.videos.add_many(videos)
    raw = map(_raw_of, wanted)
    rows.ledger.reserve_many(tuple(zip(videos, raw, strict=True)), now)
    rows.events.add_many([video.id for video in videos], VideoState.RESERVED, now)
    return videos


def _new_video(wallet_id: str, wanted: Reserving, requested_by: str, now: int) -> Video:
    priced = wanted.priced
    return Video(
        id=wanted.video_id,
        wallet_id=wallet_id,
        request=priced.request,
        body=priced.body,
        price=priced.price,
        request_sha256=priced.sha256,
        state=VideoState.RESERVED,
        created_at=now,
        updated_at=now,
        revision=1,
        requested_by=requested_by,
        request_id=wanted.video_id,
        take_group_id=wanted.take_group_id,
        batch_id=wanted.batch_id,
        batch_row=wanted.batch_row,
        queue_position=wanted.queue_position,
        title=wanted.title,
    )


def _raw_of(wanted: Reserving) -> str | None:
    return AT_MOST if wanted.priced.is_at_most else None


def cancelled(rows: LibraryRows, video: Video, now: int) -> Video:
    """Only what was never sent can be cancelled: its price is available again."""
    if video.state is not VideoState.RESERVED:
        raise IllegalTransitionError(video.id, video.state, VideoState.CANCELLED)
    rows.ledger.void(video, now)
    rows.events.add(video.id, VideoState.CANCELLED, now)
    return rows.videos.change(video, now, state=VideoState.CANCELLED, ended_at=now)


def sending(rows: LibraryRows, video: Video, now: int) -> Video:
    """The intent, durable before the POST may leave."""
    if video.state is not VideoState.RESERVED or video.send_count != 0:
        raise IllegalTransitionError(video.id, video.state, VideoState.SENDING)
    rows.events.add(video.id, VideoState.SENDING, now)
    return rows.videos.change(video, now, state=VideoState.SENDING, send_count=1, sent_at=now)


def accepted(rows: LibraryRows, video: Video, task_id: str, now: int) -> Video:
    """The provider took it: what was held is spent.

    Also where it was taken for unclear meanwhile: a second engine, started over a lock file that
    somebody removed, does that to what the first one is sending.
    """
    if video.reason is not Reason.SENT_UNKNOWN:
        _require_sending(video)
    return _captured_as(rows, video, task_id, now)


def not_sent(rows: LibraryRows, video: Video, error: ProviderError, now: int) -> Video:
    """Proof that nothing left: back to reserved, so that it may be sent again."""
    _require_sending(video)
    rows.events.add(video.id, "not_sent", now, code=error.code, message=error.message)
    return rows.videos.change(video, now, state=VideoState.RESERVED, send_count=0, sent_at=None)


def not_uploaded(rows: LibraryRows, video: Video, error: ProviderError, now: int) -> Video:
    """A file of it never came to the vendor: given up before anything was sent."""
    if video.state is not VideoState.RESERVED:
        raise IllegalTransitionError(video.id, video.state, VideoState.FAILED)
    # Both edges at once, without a moment or an event of sending: it never was.
    given_up = rows.videos.change(video, now, state=VideoState.SENDING, send_count=1)
    return refused(rows, given_up, Reason.NOT_SENT, error, now)


def refused(
    rows: LibraryRows, video: Video, reason: Reason, error: ProviderError, now: int
) -> Video:
    """Certainly not charged: the price is available again."""
    _require_sending(video)
    rows.ledger.void(video, now)
    rows.events.add(video.id, VideoState.FAILED, now, reason=reason, code=error.code)
    return rows.videos.change(
        video,
        now,
        state=VideoState.FAILED,
        reason=reason,
        failure_code=error.code,
        failure_message=error.message or None,
        ended_at=now,
    )


def unconfirmed(rows: LibraryRows, video: Video, message: str, answer: str, now: int) -> Video:
    """It may have been charged: nothing moves, and it is never sent again. `answer` is kept in the
    timeline: it may name a task in a way that nothing here reads."""
    _require_sending(video)
    said = {"answer": answer} if answer else {}
    rows.events.add(video.id, VideoState.UNCONFIRMED, now, message=message, **said)
    return rows.videos.change(
        video,
        now,
        state=VideoState.UNCONFIRMED,
        reason=Reason.SENT_UNKNOWN,
        failure_message=message or None,
    )


def processing(rows: LibraryRows, video: Video, word: str | None, now: int) -> Video:
    """The provider works on it: no money moves. `word` is the provider's own for this state."""
    rows.events.add(video.id, VideoState.PROCESSING, now, word=word)
    return rows.videos.change(video, now, state=VideoState.PROCESSING, provider_word=word)


def completed(rows: LibraryRows, video: Video, status: TaskStatus, now: int) -> Video:
    """There is a result: what was really consumed is settled, and every result asked for."""
    _settle(rows, video, video.price, status, now)
    url = status.result_urls[0]
    queue_results(rows, video, status.result_urls, now)
    rows.events.add(video.id, VideoState.COMPLETED, now, record=status.raw)
    return rows.videos.change(
        video,
        now,
        state=VideoState.COMPLETED,
        provider_word=status.word,
        result_url=url,
        consumed=status.consumed.amount if status.consumed else None,
        ended_at=_ended_at(video, status, now),
    )


def failed(rows: LibraryRows, video: Video, reason: Reason, status: TaskStatus, now: int) -> Video:
    """The provider says that it failed: what was spent comes back, but for what it consumed."""
    if video.origin is Origin.GENERATED:
        rows.ledger.refund(video, now)
    _settle(rows, video, 0, status, now)
    rows.events.add(video.id, VideoState.FAILED, now, reason=reason, record=status.raw)
    return rows.videos.change(
        video,
        now,
        state=VideoState.FAILED,
        reason=reason,
        provider_word=status.word,
        failure_code=status.failure_code,
        failure_message=status.failure_message,
        consumed=status.consumed.amount if status.consumed else None,
        ended_at=now,
    )


def record_gone(rows: LibraryRows, video: Video, now: int) -> Video:
    """The provider no longer knows an accepted task: no money moves."""
    rows.events.add(video.id, VideoState.UNCONFIRMED, now, reason=Reason.RECORD_GONE)
    return rows.videos.change(video, now, state=VideoState.UNCONFIRMED, reason=Reason.RECORD_GONE)


def found_again(rows: LibraryRows, video: Video, now: int) -> Video:
    """The provider knows the task after all: no money moves."""
    rows.events.add(video.id, VideoState.PENDING, now, task_id=video.task_id)
    return rows.videos.change(video, now, state=VideoState.PENDING, reason=None)


def joined(
    rows: LibraryRows,
    video: Video,
    task_id: str,
    evidence: str,
    detail: Mapping[str, object],
    now: int,
) -> Video:
    """A video that nobody knew to be sent turned out to be this task: what was held is spent.

    `evidence` is the kind of the event that says why, with `detail`.
    """
    if video.reason is not Reason.SENT_UNKNOWN:
        raise IllegalTransitionError(video.id, video.state, VideoState.PENDING)
    rows.events.add(video.id, evidence, now, task_id=task_id, **detail)
    return _captured_as(rows, video, task_id, now)


def settled(rows: LibraryRows, video: Video, reason: Reason, now: int) -> Video:
    """The user says what an unconfirmed video cost; `reason` is USER_CHARGED or
    USER_NOT_CHARGED."""
    if video.state is not VideoState.UNCONFIRMED:
        raise IllegalTransitionError(video.id, video.state, reason)
    if video.origin is Origin.GENERATED:
        _move_money(rows, video, reason, now)
    rows.events.add(video.id, reason, now, was=video.reason)
    rows.events.add(video.id, VideoState.FAILED, now, reason=reason)
    return rows.videos.change(video, now, state=VideoState.FAILED, reason=reason, ended_at=now)


def _require_sending(video: Video) -> None:
    # Out of `sending` leads only the answer to the one POST.
    if video.state is not VideoState.SENDING:
        raise IllegalTransitionError(video.id, video.state, VideoState.PENDING)


def _captured_as(rows: LibraryRows, video: Video, task_id: str, now: int) -> Video:
    rows.ledger.capture(video, now)
    rows.events.add(video.id, VideoState.PENDING, now, task_id=task_id)
    return rows.videos.change(
        video,
        now,
        state=VideoState.PENDING,
        reason=None,
        failure_message=None,
        task_id=task_id,
        accepted_at=now,
    )


def _settle(rows: LibraryRows, video: Video, spent: int, status: TaskStatus, now: int) -> None:
    # What was found has no money here.
    is_ours = video.origin is Origin.GENERATED
    if is_ours and status.consumed is not None and status.consumed.amount != spent:
        rows.ledger.settle(video, spent, status.consumed.amount, now, status.consumed.raw)


def _move_money(rows: LibraryRows, video: Video, reason: Reason, now: int) -> None:
    was_captured = video.reason is Reason.RECORD_GONE
    if reason is Reason.USER_CHARGED and not was_captured:
        rows.ledger.capture(video, now)
    elif reason is Reason.USER_NOT_CHARGED and was_captured:
        rows.ledger.refund(video, now)
    elif reason is Reason.USER_NOT_CHARGED:
        rows.ledger.void(video, now)


def _ended_at(video: Video, status: TaskStatus, now: int) -> int:
    # Only the provider knows how old a result is that ended while this program was off, and so
    # when it expires. Its clock is believed within what is possible.
    if status.ended_at is None:
        return now
    began = video.accepted_at if video.origin is Origin.GENERATED else None
    return now if status.ended_at < (began or 0) else min(status.ended_at, now)


class LateResults:
    """A later word of the provider about a video that had ended: its money and state stay as they
    are. If the word brings a result, it comes into the library as a video of its own that names the
    old one. Worker thread only."""

    def __init__(self, new_id: Callable[[], str]) -> None:
        self._new_id = new_id

    def note(
        self,
        rows: LibraryRows,
        video: Video,
        status: TaskStatus,
        now: int,
        task_id: str | None = None,
    ) -> Video | None:
        """Record a contradiction once; the rescued video when the word brings a result, and the
        first to do so. `task_id` is what a video that never learned its task turned out to be."""
        if not _contradicts(video, status):
            return None
        task_id = video.task_id or task_id
        known = {event.kind for event in rows.events.of_video(video.id)}
        if CONTRADICTION not in known:
            _log.warning("video %s ended as %s, now %s", video.id, video.state, status.phase)
            rows.events.add(video.id, CONTRADICTION, now, phase=status.phase, task_id=task_id)
        is_rescued = rows.videos.rescue_of(video.id) is not None
        # Without a task nobody could be asked for the result again.
        if not status.result_urls or task_id is None or is_rescued:
            return None
        return self._rescue(rows, video, status, now, task_id)

    def _rescue(
        self, rows: LibraryRows, old: Video, status: TaskStatus, now: int, task_id: str
    ) -> Video:
        url = status.result_urls[0]
        rescued = Video(
            id=self._new_id(),
            wallet_id=old.wallet_id,
            request=old.request,
            price=0,
            request_sha256=old.request_sha256,
            state=VideoState.COMPLETED,
            created_at=now,
            updated_at=now,
            revision=1,
            task_id=task_id,
            provider_word=status.word,
            consumed=status.consumed.amount if status.consumed else None,
            result_url=url,
            origin=Origin.RESCUED,
            rescued_from=old.id,
            ended_at=min(status.ended_at or now, now),
        )
        rows.videos.add(rescued)
        queue_results(rows, rescued, status.result_urls, now)
        rows.events.add(rescued.id, Origin.RESCUED, now, rescued_from=old.id, record=status.raw)
        rows.events.add(old.id, "rescued_as", now, rescued=rescued.id)
        return rescued


def _contradicts(video: Video, status: TaskStatus) -> bool:
    ended_as = _ENDED_AS.get(status.phase)
    if not video.is_terminal or ended_as is None:
        return False
    # What failed at the provider was given back there.
    return ended_as is not video.state or video.reason is Reason.USER_CHARGED
