"""The ways out of "Chưa rõ": each is the user's word or the provider's, and recorded as such."""

from dataclasses import replace

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    IllegalTransitionError,
    OtherWalletError,
    TaskDiffersError,
    TaskTakenError,
    TaskUnknownError,
)
from videogen_desktop.domain.provider import Provider, TaskPhase, TaskStatus
from videogen_desktop.domain.reconciliation import BalanceHint, balance_hint
from videogen_desktop.domain.states import ACCEPTED_STATES, Reason, VideoState
from videogen_desktop.domain.tasks import differences
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.domain.video import Video, VideoDetails
from videogen_desktop.services.account import Reconciler
from videogen_desktop.services.announcer import Announcer, library_items
from videogen_desktop.services.phases import SettlePhases
from videogen_desktop.services.polling import Finisher, Poller, Watched, Watcher
from videogen_desktop.services.uploading import uploads_named
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows
from videogen_desktop.storage.task_journal import TaskJournal


class Settling:
    """The owner's ways out for an unconfirmed video. Every method runs on the worker's loop."""

    def __init__(  # one collaborator for each way out
        self,
        library: Library,
        phases: SettlePhases,
        wallet_id: str,
        provider: Provider,
        examiner: "Examiner",
        joiner: "Joiner",
        reconciler: Reconciler,
        announcer: Announcer,
    ) -> None:
        self._library = library
        self._phases = phases
        self._wallet_id = wallet_id
        self._provider = provider
        self._examiner = examiner
        self._joiner = joiner
        self._reconciler = reconciler
        self._announcer = announcer

    async def hint(self, video_id: str) -> BalanceHint:
        """Ask for the balance and say what it suggests; it decides nothing.

        Raises ProviderError, KeyMissingError, LocalServerError, OtherWalletError, and
        IllegalTransitionError for a video that is not unconfirmed.
        """
        await self._unconfirmed(video_id)
        before = await self._reconciler.expected()
        await self._reconciler.read()
        video = await self._unconfirmed(video_id)
        reading = await self._reconciler.last()
        if reading is None:
            raise RuntimeError("a balance was read and not written down")
        expected = before.or_also(await self._reconciler.expected())
        sent_at = video.sent_at or video.created_at
        return balance_hint(video.id, video.price, sent_at, reading, expected)

    async def check_again(self, video_id: str) -> Video:
        """Read the task's record now; see Examiner.check_again. Raises ProviderError."""
        video = await self._unconfirmed(video_id)
        await self._phases.noted(video.id, "checked")
        return await self._examiner.check_again(video_id)

    async def enter_task(self, video_id: str, task_id: str, *, confirmed: bool = False) -> Video:
        """Join the video with a task that the user found at the provider.

        The record is read with our own key first: what it says differently is told in
        TaskDiffersError and joined only when `confirmed`. From then on the video is polled as any
        other. Raises TaskUnknownError, TaskTakenError, ProviderError, OtherWalletError, and
        IllegalTransitionError for a video that is not unconfirmed.
        """
        wanted = task_id.strip()
        video = await self._unconfirmed(video_id)
        if video.task_id == wanted:
            return await self.check_again(video_id)
        await self._refuse_if_taken(video, wanted)
        status = await self._provider.status(wanted)
        if status.phase is TaskPhase.RECORD_MISSING:
            raise TaskUnknownError(wanted)
        uploads = await uploads_named(self._library, self._wallet_id, status)
        different = differences(video, status, uploads)
        if different and not confirmed:
            raise TaskDiffersError(wanted, different)
        await self._refuse_if_taken(await self._unconfirmed(video_id), wanted)
        return await self._joiner.join(
            video_id, wanted, status, "task_entered", differences=list(different)
        )

    async def user_charged(self, video_id: str) -> Video:
        """ "Đã trừ": the user looked, and the provider took the credits; there is no video."""
        return await self._settled(video_id, Reason.USER_CHARGED)

    async def user_not_charged(self, video_id: str) -> Video:
        """ "Chưa trừ": the user looked, and nothing was taken: the price is available again."""
        return await self._settled(video_id, Reason.USER_NOT_CHARGED)

    async def _settled(self, video_id: str, reason: Reason) -> Video:
        video = await self._phases.settled(video_id, reason)
        self._reconciler.soon()
        await self._announcer.changed(video)
        await self._announcer.balance(video.wallet_id)
        return video

    async def _unconfirmed(self, video_id: str) -> Video:
        video = await self._library.read(lambda rows: rows.videos.get(video_id))
        if video.state is not VideoState.UNCONFIRMED:
            raise IllegalTransitionError(video.id, video.state, "settled")
        if video.wallet_id != self._wallet_id:
            raise OtherWalletError(video.id)
        return video

    async def _refuse_if_taken(self, video: Video, task_id: str) -> None:
        other = await self._library.read(lambda rows: rows.videos.of_task(video.wallet_id, task_id))
        if other is not None:
            raise TaskTakenError(task_id, other.id)
        if video.task_id is not None:
            # It was accepted as that task: the record of another one says nothing about it.
            raise TaskDiffersError(task_id, ("task",))


class Examiner:
    """One video looked at closely: its details, and its record read again on demand.
    Every method runs on the worker's loop."""

    def __init__(
        self,
        library: Library,
        provider: Provider,
        watcher: Watcher,
        finisher: Finisher,
        poller: Poller,
        vendors: Vendors,
        announcer: Announcer,
    ) -> None:
        self._library = library
        self._provider = provider
        self._watcher = watcher
        self._finisher = finisher
        self._poller = poller
        self._vendors = vendors
        self._announcer = announcer

    async def details(self, video_id: str) -> VideoDetails:
        """Raises VideoNotFoundError."""
        found = await self._library.read(lambda rows: _details(rows, video_id, self._vendors))
        return replace(found, item=self._announcer.remembered(found.item))

    async def check_again(self, video_id: str) -> Video:
        """Read the provider's record now and write what it means.

        A video whose record had gone is polled on when it is there again. Without a task id there
        is nothing to read: the video comes back as it is. Raises ProviderError.
        """
        video = await self._watcher.current(video_id)
        if video.task_id is None:
            return video
        status = await self._provider.status(video.task_id)
        video = await self._watcher.current(video_id)
        if video.reason is Reason.RECORD_GONE and status.phase is not TaskPhase.RECORD_MISSING:
            found = await self._finisher.found_again(video_id)
            if found is not None:
                await self._poller.watch(found)
        if status.phase is TaskPhase.RECORD_MISSING and video.state not in ACCEPTED_STATES:
            return video
        await self._watcher.apply(Watched(video_id), status)
        return await self._watcher.current(video_id)


def _details(rows: LibraryRows, video_id: str, vendors: Vendors) -> VideoDetails:
    video = rows.videos.get(video_id)
    timeline = rows.events.of_video(video_id)
    clip = rows.files.clip_facts(video_id)
    (item,) = library_items(rows, [video], vendors)
    records = [event.detail.get("record") for event in timeline]
    return VideoDetails(
        item=item,
        timeline=timeline,
        entries=rows.ledger.of_video(video_id),
        record=next((str(record) for record in reversed(records) if record), None),
        duration_ms=clip.duration_ms if clip else None,
        width=clip.width if clip else None,
        height=clip.height if clip else None,
        bytes=clip.bytes if clip else None,
    )


class Joiner:
    """Joins a video with the task that it turned out to be.

    Whoever brings the news has read the record with our own key and looked whether it fits.
    Worker thread only.
    """

    def __init__(
        self,
        phases: SettlePhases,
        journal: TaskJournal,
        watcher: Watcher,
        finisher: Finisher,
        poller: Poller,
        announcer: Announcer,
        clock: Clock,
        api_base: str,
    ) -> None:
        self._phases = phases
        self._journal = journal
        self._watcher = watcher
        self._finisher = finisher
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
        rescued = await self._finisher.ended_otherwise(video_id, task_id, status)
        if rescued is not None:
            now = self._clock.now_ms()
            await self._journal.record(rescued.id, self._api_base, task_id, now)
        return rescued
