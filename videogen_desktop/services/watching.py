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
    # It is watched anew, whatever the reading under way says of its end.
    goes_on: bool = False


class Watcher:
    """Turns readings into state. Worker thread only."""

    def __init__(self, library: Library, finisher: Finisher, clock: Clock) -> None:
        self._library = library
        self._finisher = finisher
        self._clock = clock

    async def current(self, video_id: str) -> Video:
        return await self._library.read(lambda rows: rows.videos.get(video_id))

    async def apply(self, watched: Watched, status: TaskStatus) -> bool:
        """Write what the reading means; True while the video must be read again."""
        video = await self.current(watched.video_id)
        if status.phase is not TaskPhase.RECORD_MISSING:
            watched.missing = 0
        if status.phase is TaskPhase.FAILED:
            await self._finisher.finish(video.id, status)
        elif status.phase is TaskPhase.SUCCEEDED:
            await self._succeeded(video, status)
        elif video.state in ACCEPTED_STATES:
            if status.phase is TaskPhase.RECORD_MISSING:
                await self._missing(video, watched)
            else:
                await self._finisher.moved(video, status)
        return (await self.current(video.id)).state in ACCEPTED_STATES

    async def ended_otherwise(
        self, video_id: str, task_id: str, status: TaskStatus
    ) -> Video | None:
        """See Finisher.ended_otherwise."""
        return await self._finisher.ended_otherwise(video_id, task_id, status)

    async def _succeeded(self, video: Video, status: TaskStatus) -> None:
        if status.result_urls or video.state not in ACCEPTED_STATES:
            await self._finisher.finish(video.id, status)
            return
        first = await self._finisher.first_success(video)
        if self._clock.now_ms() - first >= RESULT_GRACE_MS:
            await self._finisher.finish(video.id, status, Reason.RESULT_MISSING)
        else:
            await self._finisher.moved(video, status)

    async def _missing(self, video: Video, watched: Watched) -> None:
        since = self._clock.now_ms() - (video.accepted_at or video.created_at)
        if 0 <= since < RECORD_GRACE_MS:
            return
        watched.missing += 1
        if watched.missing >= MISSING_READINGS:
            await self._finisher.record_gone(video.id)
