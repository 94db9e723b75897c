"""The ways out of "Chưa rõ": each is the user's word or the provider's, and recorded as such."""

from videogen_desktop.domain.errors import (
    IllegalTransitionError,
    OtherWalletError,
    TaskDiffersError,
    TaskTakenError,
    TaskUnknownError,
)
from videogen_desktop.domain.provider import Provider, TaskPhase
from videogen_desktop.domain.reconciliation import BalanceHint, balance_hint
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.tasks import differences
from videogen_desktop.domain.video import Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.examining import Examiner
from videogen_desktop.services.joining import Joiner
from videogen_desktop.services.phases import SettlePhases
from videogen_desktop.services.reconciling import Reconciler
from videogen_desktop.storage.library import Library


class Settling:
    """Every method runs on the worker's loop."""

    def __init__(  # one collaborator for each way out
        self,
        library: Library,
        phases: SettlePhases,
        wallet_id: str,
        provider: Provider,
        examiner: Examiner,
        joiner: Joiner,
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
        different = differences(video, status)
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
