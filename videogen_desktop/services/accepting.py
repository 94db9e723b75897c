"""The transactions between a click and an accepted task: each is one atomic phase.

Between two of them stands at most one call to the provider, so that a crash leaves a state that
says exactly what may have happened.
"""

from collections.abc import Callable

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import IllegalTransitionError, ProviderError
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

Claim = Callable[[LibraryRows], None]


class Accepting:
    """Moves a video from `reserved` to accepted, refused or unconfirmed, with its money."""

    def __init__(self, library: Library, wallet_id: str, clock: Clock) -> None:
        self._library = library
        self._wallet_id = wallet_id
        self._clock = clock

    def reserve(
        self,
        video_id: str,
        priced: PricedRequest,
        requested_by: str,
        claim: Claim | None = None,
    ) -> Video:
        """Insert the video and hold its price. Raises NotEnoughCreditsError, and what `claim`
        does, which looks in the same transaction whether the request is still wanted.
        """
        now = self._clock.now_ms()
        video = Video(
            id=video_id,
            wallet_id=self._wallet_id,
            request=priced.request,
            body=priced.body,
            price=priced.price,
            request_sha256=priced.sha256,
            state=VideoState.RESERVED,
            created_at=now,
            updated_at=now,
            revision=1,
            requested_by=requested_by,
            request_id=video_id,
        )
        with self._library.write() as rows:
            if claim is not None:
                claim(rows)
            rows.videos.add(video)
            rows.ledger.reserve(video, now)
            rows.events.add(video.id, VideoState.RESERVED, now)
        return video

    def sending(self, video: Video) -> Video:
        """The intent, durable before the POST may leave. Raises IllegalTransitionError."""
        now = self._clock.now_ms()
        if video.state is not VideoState.RESERVED or video.send_count != 0:
            raise IllegalTransitionError(video.id, video.state, VideoState.SENDING)
        with self._library.write() as rows:
            rows.events.add(video.id, VideoState.SENDING, now)
            return rows.videos.change(
                video, now, state=VideoState.SENDING, send_count=1, sent_at=now
            )

    def is_taken(self, task_id: str) -> bool:
        """Whether another video of the wallet is this task already."""
        with self._library.read() as rows:
            return rows.videos.has_task(self._wallet_id, task_id)

    def accepted(self, video: Video, task_id: str) -> Video:
        """The provider took it: what was held is spent.

        Also where it was taken for unclear meanwhile: a second engine, started over a lock file
        that somebody removed, does that to what the first one is sending.
        """
        now = self._clock.now_ms()
        with self._library.write() as rows:
            current = rows.videos.get(video.id)
            is_unclear = current.reason is Reason.SENT_UNKNOWN
            video = current if is_unclear else _still_sending(rows, video)
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

    def not_sent(self, video: Video, error: ProviderError) -> Video:
        """Proof that nothing left: back to reserved, so that it may be sent again."""
        now = self._clock.now_ms()
        with self._library.write() as rows:
            video = _still_sending(rows, video)
            rows.events.add(video.id, "not_sent", now, code=error.code, message=error.message)
            return rows.videos.change(
                video, now, state=VideoState.RESERVED, send_count=0, sent_at=None
            )

    def refused(self, video: Video, reason: Reason, error: ProviderError) -> Video:
        """Certainly not charged: the price is available again."""
        now = self._clock.now_ms()
        with self._library.write() as rows:
            video = _still_sending(rows, video)
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

    def unconfirmed(self, video: Video, message: str, answer: str = "") -> Video:
        """It may have been charged: nothing moves, and it is never sent again. `answer` is kept in
        the timeline: it may name a task in a way that nothing here reads."""
        now = self._clock.now_ms()
        with self._library.write() as rows:
            video = _still_sending(rows, video)
            said = {"answer": answer} if answer else {}
            rows.events.add(video.id, VideoState.UNCONFIRMED, now, message=message, **said)
            return rows.videos.change(
                video,
                now,
                state=VideoState.UNCONFIRMED,
                reason=Reason.SENT_UNKNOWN,
                failure_message=message or None,
            )

    def cancelled(self, video: Video) -> Video:
        """Only what was never sent can be cancelled. Raises IllegalTransitionError."""
        with self._library.write() as rows:
            return cancel(rows, video, self._clock.now_ms())


def cancel(rows: LibraryRows, video: Video, now: int) -> Video:
    """The same within a transaction that does more. Raises IllegalTransitionError."""
    if video.state is not VideoState.RESERVED:
        raise IllegalTransitionError(video.id, video.state, VideoState.CANCELLED)
    rows.ledger.void(video, now)
    rows.events.add(video.id, VideoState.CANCELLED, now)
    return rows.videos.change(video, now, state=VideoState.CANCELLED, ended_at=now)


def _still_sending(rows: LibraryRows, video: Video) -> Video:
    # Read again: a favourite that was set while the provider thought is a revision of its own, and
    # must not cost the answer. Out of `sending` leads only the answer to the one POST.
    current = rows.videos.get(video.id)
    if current.state is not VideoState.SENDING:
        raise IllegalTransitionError(video.id, current.state, VideoState.PENDING)
    return current
