"""The one way a task ends: idempotent, whoever brings the news."""

import logging
from collections.abc import Callable

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.provider import TaskPhase, TaskStatus
from videogen_desktop.domain.states import ACCEPTED_STATES, Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.storage.library import Library, LibraryRows

_log = logging.getLogger(__name__)

_ENDED_AS = {
    TaskPhase.SUCCEEDED: VideoState.COMPLETED,
    TaskPhase.FAILED: VideoState.FAILED,
}


class Finisher:
    """Writes what a reading of the provider's record means. Worker thread only."""

    def __init__(
        self,
        library: Library,
        announcer: Announcer,
        clock: Clock,
        on_result: Callable[[Video], None],
    ) -> None:
        self._library = library
        self._announcer = announcer
        self._clock = clock
        self._on_result = on_result

    def finish(self, video_id: str, status: TaskStatus, reason: Reason | None = None) -> bool:
        """End the video as the terminal status says, with its money, exactly once.

        `reason` RESULT_MISSING turns a success that never showed a file into a failure. False
        when the video had ended before: then nothing moves and a contradiction is recorded.
        """
        with self._library.write() as rows:
            video = rows.videos.get(video_id)
            if video.state not in ACCEPTED_STATES:
                self._note_contradiction(rows, video, status)
                return False
            if status.phase is TaskPhase.SUCCEEDED and reason is None:
                video = self._complete(rows, video, status)
            else:
                video = self._fail(rows, video, status, reason or Reason.PROVIDER_FAILED)
        self._tell(video)
        if video.state is VideoState.COMPLETED:
            self._on_result(video)
        return True

    def moved(self, video: Video, status: TaskStatus) -> Video:
        """A step on the way, or a new word of the provider: no money moves."""
        running = status.phase is TaskPhase.RUNNING and video.state is VideoState.PENDING
        if not running and status.word == video.provider_word:
            return video
        now = self._clock.now_ms()
        changes: dict[str, object] = {"provider_word": status.word}
        with self._library.write() as rows:
            if running:
                changes["state"] = VideoState.PROCESSING
                rows.events.add(video.id, VideoState.PROCESSING, now, word=status.word)
            video = rows.videos.change(video, now, **changes)
        self._announcer.changed(video)
        return video

    def found_again(self, video: Video) -> Video:
        """The provider knows the task after all: it is polled on, no money moves."""
        now = self._clock.now_ms()
        with self._library.write() as rows:
            rows.events.add(video.id, VideoState.PENDING, now, task_id=video.task_id)
            video = rows.videos.change(video, now, state=VideoState.PENDING, reason=None)
        self._tell(video)
        return video

    def record_gone(self, video: Video) -> Video:
        """The provider no longer knows an accepted task: how it ended cannot be read."""
        now = self._clock.now_ms()
        with self._library.write() as rows:
            rows.events.add(video.id, VideoState.UNCONFIRMED, now, reason=Reason.RECORD_GONE)
            video = rows.videos.change(
                video, now, state=VideoState.UNCONFIRMED, reason=Reason.RECORD_GONE
            )
        self._tell(video)
        return video

    def _complete(self, rows: LibraryRows, video: Video, status: TaskStatus) -> Video:
        now = self._clock.now_ms()
        self._settle(rows, video, video.price, status, now)
        url = status.result_urls[0]
        rows.downloads.queue(video.id, url, now)
        rows.events.add(video.id, VideoState.COMPLETED, now, record=status.raw)
        return rows.videos.change(
            video,
            now,
            state=VideoState.COMPLETED,
            provider_word=status.word,
            result_url=url,
            consumed=status.consumed.amount if status.consumed else None,
            ended_at=now,
        )

    def _fail(self, rows: LibraryRows, video: Video, status: TaskStatus, reason: Reason) -> Video:
        now = self._clock.now_ms()
        rows.ledger.refund(video, now)
        self._settle(rows, video, 0, status, now)
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

    @staticmethod
    def _settle(rows: LibraryRows, video: Video, spent: int, status: TaskStatus, now: int) -> None:
        if status.consumed is not None and status.consumed.amount != spent:
            rows.ledger.settle(video, spent, status.consumed.amount, now, status.consumed.raw)

    def _note_contradiction(self, rows: LibraryRows, video: Video, status: TaskStatus) -> None:
        if not video.is_terminal or _ENDED_AS.get(status.phase) in (None, video.state):
            return
        known = {event.kind for event in rows.events.of_video(video.id)}
        if "contradiction" not in known:
            _log.warning("video %s ended as %s, now %s", video.id, video.state, status.phase)
            rows.events.add(video.id, "contradiction", self._clock.now_ms(), phase=status.phase)

    def _tell(self, video: Video) -> None:
        _log.info("video %s is %s", video.id, video.state)
        self._announcer.changed(video)
        self._announcer.balance(video.wallet_id)
