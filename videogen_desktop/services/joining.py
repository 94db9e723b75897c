"""Joins a video with the task that it turned out to be."""

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.provider import TaskStatus
from videogen_desktop.domain.video import Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.phases import SettlePhases
from videogen_desktop.services.polling import Poller
from videogen_desktop.services.watching import Watched, Watcher
from videogen_desktop.storage.task_journal import TaskJournal


class Joiner:
    """Whoever brings the news has read the record with our own key and looked whether it fits.
    Worker thread only."""

    def __init__(
        self,
        phases: SettlePhases,
        journal: TaskJournal,
        watcher: Watcher,
        poller: Poller,
        announcer: Announcer,
        clock: Clock,
        api_base: str,
    ) -> None:
        self._phases = phases
        self._journal = journal
        self._watcher = watcher
        self._poller = poller
        self._announcer = announcer
        self._clock = clock
        self._api_base = api_base

    async def join(
        self, video_id: str, task_id: str, status: TaskStatus, evidence: str, **detail: object
    ) -> Video:
        """Capture what was held, write the task down, and follow it from this reading on.

        `evidence` is the kind of the event that says why, with `detail`. Raises
        IllegalTransitionError unless the video is `unconfirmed` as `sent_unknown` by now, and
        TaskTakenError where another video is the task by now.
        """
        now = self._clock.now_ms()
        video = await self._phases.joined(video_id, task_id, evidence, detail)
        await self._announcer.changed(video)
        await self._announcer.balance(video.wallet_id)
        await self._journal.record(video.id, self._api_base, task_id, now)
        await self._poller.watch(video)
        await self._watcher.apply(Watched(video.id), status)
        return await self._watcher.current(video.id)

    async def too_late(self, video_id: str, task_id: str, status: TaskStatus) -> Video | None:
        """The video was settled without its task: what the record says changes nothing of that,
        and a result in it comes in as a video of its own, which is returned."""
        rescued = await self._watcher.ended_otherwise(video_id, task_id, status)
        if rescued is not None:
            now = self._clock.now_ms()
            await self._journal.record(rescued.id, self._api_base, task_id, now)
        return rescued
