"""What a callback leads to: the task's record is read with our own key, and nothing else."""

import logging

from videogen_desktop.domain.callback_address import reference_in
from videogen_desktop.domain.errors import IllegalTransitionError, VideoNotFoundError
from videogen_desktop.domain.provider import Provider, TaskPhase, TaskStatus
from videogen_desktop.domain.states import ACCEPTED_STATES, Reason, VideoState
from videogen_desktop.domain.task_match import resembles
from videogen_desktop.domain.video import Video
from videogen_desktop.services.examining import Examiner
from videogen_desktop.services.joining import Joiner
from videogen_desktop.services.polling import Poller
from videogen_desktop.storage.delivery_rows import Delivery
from videogen_desktop.storage.library import Library

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
        """What became of it, in a word; None while it is too early to say.

        At most one reading of one record follows from a delivery. Raises ProviderError.
        """
        video = self._of_task(delivery.task_id)
        if video is not None:
            return await self._known(video, delivery)
        video = self._referenced(delivery.reference)
        if video is None:
            return "unknown"
        if video.state is VideoState.SENDING:
            # The answer to our own POST is still under way, and says the same.
            return None
        if video.reason is Reason.SENT_UNKNOWN:
            return await self._settled(video, delivery.task_id)
        return "late"

    async def _known(self, video: Video, delivery: Delivery) -> str:
        if video.state in ACCEPTED_STATES:
            return "hastened" if self._poller.hasten(video.id) else "known"
        contradicts = video.state is VideoState.FAILED and delivery.said == _SUCCESS
        if video.state is VideoState.UNCONFIRMED or contradicts:
            await self._examiner.check_again(video.id)
            return "read"
        return "known"

    async def _settled(self, video: Video, task_id: str) -> str | None:
        status = await self._provider.status(task_id)
        if status.phase is TaskPhase.RECORD_MISSING:
            return None
        if not _is_of(video, status):
            _log.warning("a callback names video %s, its record does not", video.id)
            return "mismatch"
        if self._of_task(task_id) is not None:
            return "taken"
        try:
            await self._joiner.join(video.id, task_id, status, "callback")
        except IllegalTransitionError:
            return "late"
        return "settled"

    def _of_task(self, task_id: str) -> Video | None:
        with self._library.read() as rows:
            return rows.videos.of_task(self._wallet_id, task_id)

    def _referenced(self, video_id: str | None) -> Video | None:
        if video_id is None:
            return None
        try:
            with self._library.read() as rows:
                video = rows.videos.get(video_id)
        except VideoNotFoundError:
            return None
        return video if video.wallet_id == self._wallet_id else None


def _is_of(video: Video, status: TaskStatus) -> bool:
    """The prompt must be the video's, and so must the address that the task was given."""
    if not resembles(video, status) or status.asked is None:
        return False
    url = status.asked.callback_url
    # The reference is not signed: without this one task could be put in another's place.
    return url is None or reference_in(url.partition("?")[2]) == video.id
