"""The one way a task ends: idempotent, whoever brings the news."""

import logging
from collections.abc import Callable

from videogen_desktop.domain.provider import TaskPhase, TaskStatus
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.phases import FinishPhases

_log = logging.getLogger(__name__)


def _nothing() -> None:
    """Nobody waits for the end of a job."""


class Finisher:
    """Writes what a reading of the provider's record means. Worker thread only."""

    def __init__(
        self,
        phases: FinishPhases,
        announcer: Announcer,
        on_result: Callable[[Video], None],
        on_ended: Callable[[], None] = _nothing,
    ) -> None:
        self._phases = phases
        self._announcer = announcer
        self._on_result = on_result
        self._on_ended = on_ended

    async def finish(self, video_id: str, status: TaskStatus, reason: Reason | None = None) -> bool:
        """End the video as the terminal status says, with its money, exactly once.

        `reason` RESULT_MISSING turns a success that never showed a file into a failure. False
        when the video had ended before: then nothing moves, a contradiction is recorded, and a
        result that comes too late is rescued as a video of its own.
        """
        ending = await self._phases.finish(video_id, status, reason)
        if ending.changed is not None:
            await self._told(ending.changed)
            if ending.disbelieved is not None:
                self._announcer.problem(ending.disbelieved)
        return ending.is_end

    async def ended_otherwise(
        self, video_id: str, task_id: str, status: TaskStatus
    ) -> Video | None:
        """What the provider says about the task of a video that ended without ever learning it:
        a contradiction is recorded, and the video that was rescued by it is returned."""
        rescued = await self._phases.ended_otherwise(video_id, task_id, status)
        if rescued is not None:
            await self._told(rescued)
        return rescued

    async def moved(self, video: Video, status: TaskStatus) -> None:
        """A step on the way, or a new word of the provider: no money moves."""
        running = status.phase is TaskPhase.RUNNING and video.state is VideoState.PENDING
        if not running and status.word == video.provider_word:
            # Nearly every reading: nothing is to be written for it.
            return
        moved = await self._phases.moved(video.id, status)
        if moved is not None:
            await self._announcer.changed(moved)

    async def first_success(self, video: Video) -> int:
        """When it was first called a success without a result, in milliseconds."""
        return await self._phases.first_success(video.id)

    async def found_again(self, video_id: str) -> Video | None:
        """The provider knows the task after all: it is polled on, no money moves."""
        return await self._told_if_any(await self._phases.found_again(video_id))

    async def record_gone(self, video_id: str) -> Video | None:
        """The provider no longer knows an accepted task: how it ended cannot be read."""
        return await self._told_if_any(await self._phases.record_gone(video_id))

    async def _told_if_any(self, video: Video | None) -> Video | None:
        if video is not None:
            await self._tell(video)
        return video

    async def _told(self, ended: Video) -> None:
        # First: whoever is cancelled at the next await has left nobody asleep.
        if ended.state is VideoState.COMPLETED:
            self._on_result(ended)
        self._on_ended()
        await self._tell(ended)

    async def _tell(self, video: Video) -> None:
        _log.info("video %s is %s", video.id, video.state)
        await self._announcer.changed(video)
        await self._announcer.balance(video.wallet_id)
