"""What one reading of a task's record means for a video that was accepted."""

import logging
from dataclasses import dataclass

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.provider import TaskPhase, TaskStatus
from videogen_desktop.domain.states import ACCEPTED_STATES, Reason
from videogen_desktop.domain.video import Video
from videogen_desktop.services.finishing import Finisher
from videogen_desktop.storage.library import Library

_log = logging.getLogger(__name__)

# "recordInfo is null" right after create is normal; other careful clients give it 90 s too.
RECORD_GRACE_MS = 90_000
# One answer may be a slip of the provider's; three in a row after the grace are not.
MISSING_READINGS = 3
RESULT_GRACE_MS = 15 * 60_000

_SUCCESS_WITHOUT_RESULT = "success_without_result"


@dataclass(slots=True)
class Watched:
    """What is remembered of a video between two readings."""

    video_id: str
    missing: int = 0
    failures: int = 0
    # Which kind of failure the front ends were told of; None while none is shown.
    trouble: type[Exception] | None = None
    # When it is read next, on the poller's clock; None while a reading is under way.
    due_ms: int | None = None
    # News came while a reading was under way: that reading may be older than the news.
    again: bool = False


class Watcher:
    """Turns readings into state. Worker thread only."""

    def __init__(self, library: Library, finisher: Finisher, clock: Clock) -> None:
        self._library = library
        self._finisher = finisher
        self._clock = clock

    def current(self, video_id: str) -> Video:
        with self._library.reading() as rows:
            return rows.videos.get(video_id)

    def apply(self, watched: Watched, status: TaskStatus) -> bool:
        """Write what the reading means; True while the video must be read again."""
        video = self.current(watched.video_id)
        if status.phase is not TaskPhase.RECORD_MISSING:
            watched.missing = 0
        if status.phase is TaskPhase.FAILED:
            self._finisher.finish(video.id, status)
        elif status.phase is TaskPhase.SUCCEEDED:
            self._succeeded(video, status)
        elif video.state in ACCEPTED_STATES:
            if status.phase is TaskPhase.RECORD_MISSING:
                self._missing(video, watched)
            else:
                self._finisher.moved(video, status)
        return self.current(video.id).state in ACCEPTED_STATES

    def ended_otherwise(self, video_id: str, task_id: str, status: TaskStatus) -> Video | None:
        """See Finisher.ended_otherwise."""
        return self._finisher.ended_otherwise(video_id, task_id, status)

    def _succeeded(self, video: Video, status: TaskStatus) -> None:
        if status.result_urls or video.state not in ACCEPTED_STATES:
            self._finisher.finish(video.id, status)
            return
        first = self._first_success(video)
        if self._clock.now_ms() - first >= RESULT_GRACE_MS:
            self._finisher.finish(video.id, status, Reason.RESULT_MISSING)
        else:
            self._finisher.moved(video, status)

    def _first_success(self, video: Video) -> int:
        now = self._clock.now_ms()
        with self._library.writing() as rows:
            for event in rows.events.of_video(video.id):
                # One that is still to come was noted under another clock.
                if event.kind == _SUCCESS_WITHOUT_RESULT and event.at <= now:
                    return event.at
            rows.events.add(video.id, _SUCCESS_WITHOUT_RESULT, now)
            return now

    def _missing(self, video: Video, watched: Watched) -> None:
        since = self._clock.now_ms() - (video.accepted_at or video.created_at)
        if 0 <= since < RECORD_GRACE_MS:
            return
        watched.missing += 1
        if watched.missing >= MISSING_READINGS:
            self._finisher.record_gone(video)
