"""A later word of the provider about a video that had ended: its money and state stay as they are.

If the word brings a result, the result comes into the library as a video of its own that names
the old one.
"""

import logging
from collections.abc import Callable

from videogen_desktop.domain.provider import TaskPhase, TaskStatus
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


class LateResults:
    """Worker thread only."""

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
