"""A callback leads to one thing: the task's record is read with our own key."""

import logging

from videogen_desktop.domain.errors import (
    IllegalTransitionError,
    TaskTakenError,
    VideoNotFoundError,
)
from videogen_desktop.domain.provider import Provider, TaskPhase, TaskStatus
from videogen_desktop.domain.states import ACCEPTED_STATES, Reason, VideoState
from videogen_desktop.domain.tasks import is_named
from videogen_desktop.domain.video import Video
from videogen_desktop.services.polling import Poller
from videogen_desktop.services.settling import Examiner, Joiner
from videogen_desktop.services.uploading import uploads_named
from videogen_desktop.storage.delivery_rows import Delivery
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

_log = logging.getLogger(__name__)

_SUCCESS = "success"


class Follower:
    """One wallet's callbacks. Worker's loop."""

    def __init__(
        self,
        library: Library,
        wallet_id: str,
        provider: Provider,
        poller: Poller,
        examiner: Examiner,
        joiner: Joiner,
    ) -> None:
        self._library = library
        self._wallet_id = wallet_id
        self._provider = provider
        self._poller = poller
        self._examiner = examiner
        self._joiner = joiner

    async def follow(self, delivery: Delivery) -> str | None:
        """The outcome, in a word; None while it is too early to say.

        At most one reading of one record follows from a delivery. Raises ProviderError.
        """
        video = await self._of_task(delivery.task_id)
        if video is not None:
            return await self._known(video, delivery)
        video = await self._referenced(delivery.reference)
        if video is None:
            return "unknown"
        if video.state is VideoState.SENDING:
            # The answer to our own POST is still under way, and says the same.
            return None
        if _waits_for_task(video):
            return await self._settled(video, delivery.task_id)
        return "late"

    def awaits(self, rows: LibraryRows, task_id: str, reference: str | None) -> bool:
        """Whether something may still follow from a callback: for a task of ours that is not done,
        or for a video that waits for its task."""
        video = rows.videos.of_task(self._wallet_id, task_id)
        if video is not None:
            return video.state is not VideoState.COMPLETED
        return self._waits(rows, reference)

    def awaits_task(self, rows: LibraryRows, task_id: str, reference: str | None) -> bool:
        """Whether the task is nobody's, and the video that waits for its own."""
        if reference is None or rows.videos.of_task(self._wallet_id, task_id) is not None:
            return False
        return self._waits(rows, reference)

    def _waits(self, rows: LibraryRows, reference: str | None) -> bool:
        found = rows.videos.many([reference]) if reference else ()
        return any(
            video.wallet_id == self._wallet_id
            and (video.state is VideoState.SENDING or _waits_for_task(video))
            for video in found
        )

    async def _known(self, video: Video, delivery: Delivery) -> str:
        if video.state in ACCEPTED_STATES:
            return "hastened" if self._poller.hasten(video.id) else "known"
        contradicts = video.state is VideoState.FAILED and (
            delivery.said == _SUCCESS or video.reason is Reason.USER_CHARGED
        )
        if video.state is VideoState.UNCONFIRMED or contradicts:
            await self._examiner.check_again(video.id)
            return "read"
        return "known"

    async def _settled(self, video: Video, task_id: str) -> str | None:
        status = await self._provider.status(task_id)
        if status.phase is TaskPhase.RECORD_MISSING:
            return None
        # The reference is not signed: without this one task could be put in another's place.
        uploads = await uploads_named(self._library, self._wallet_id, status)
        if not is_named(video, status, uploads):
            _log.warning("a callback names video %s, its record does not", video.id)
            return "mismatch"
        try:
            await self._joiner.join(video.id, task_id, status, "callback")
        except TaskTakenError:
            return "taken"
        except IllegalTransitionError:
            video = await self._current(video.id)
        else:
            return "settled"
        # Its owner settled it, perhaps while the record was read: that word stands.
        return await self._too_late(video, task_id, status) if _never_knew(video) else "late"

    async def _too_late(self, video: Video, task_id: str, status: TaskStatus) -> str | None:
        has_result = status.phase is TaskPhase.SUCCEEDED and bool(status.result_urls)
        if not has_result and status.phase is not TaskPhase.FAILED:
            # The callback was sooner than the record.
            return None
        rescued = await self._joiner.too_late(video.id, task_id, status)
        return "late" if rescued is None else "rescued"

    async def _of_task(self, task_id: str) -> Video | None:
        return await self._library.read(lambda rows: rows.videos.of_task(self._wallet_id, task_id))

    async def _referenced(self, video_id: str | None) -> Video | None:
        if video_id is None:
            return None
        try:
            video = await self._current(video_id)
        except VideoNotFoundError:
            return None
        return video if video.wallet_id == self._wallet_id else None

    async def _current(self, video_id: str) -> Video:
        return await self._library.read(lambda rows: rows.videos.get(video_id))


def _waits_for_task(video: Video) -> bool:
    return video.reason is Reason.SENT_UNKNOWN or _never_knew(video)


def _never_knew(video: Video) -> bool:
    """It ended, and which task it was nobody could say."""
    return video.is_terminal and video.task_id is None
