"""The ways out of "Chưa rõ" without an engine; what is asked is written down."""

from collections.abc import Callable
from dataclasses import replace

from tests.ui.gallery.cards import card
from videogen_desktop.domain.reconciliation import BalanceHint, ExpectedBalance, Indication
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import Video

READ_AT = 1_795_000_000_000
_EITHER = ExpectedBalance(9_900_00, 10_000_00)


class FakeSettling:
    """As services.settling.Settling. `failure` is raised by everything but `hint`, which raises
    `hint_failure`; `refuses` says what entering a task comes to."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []
        self.indication = Indication.NOT_CHARGED
        self.hint_failure: Exception | None = None
        self.failure: Exception | None = None
        self.refuses: Callable[[bool], Exception | None] = lambda _confirmed: None

    async def hint(self, video_id: str) -> BalanceHint:
        self.calls.append(("hint", video_id))
        if self.hint_failure is not None:
            raise self.hint_failure
        return BalanceHint(video_id, self.indication, 10_000_00, READ_AT, _EITHER, _EITHER)

    async def check_again(self, video_id: str) -> Video:
        return self._answer("check_again", video_id, VideoState.UNCONFIRMED, Reason.SENT_UNKNOWN)

    async def enter_task(self, video_id: str, task_id: str, *, confirmed: bool = False) -> Video:
        self.calls.append(("enter_task", video_id, task_id, confirmed))
        if (refusal := self.refuses(confirmed)) is not None:
            raise refusal
        video = card(video_id, state=VideoState.PENDING).video
        return replace(video, task_id=task_id)

    async def user_charged(self, video_id: str) -> Video:
        return self._answer("user_charged", video_id, VideoState.FAILED, Reason.USER_CHARGED)

    async def user_not_charged(self, video_id: str) -> Video:
        return self._answer(
            "user_not_charged", video_id, VideoState.FAILED, Reason.USER_NOT_CHARGED
        )

    def _answer(self, verb: str, video_id: str, state: VideoState, reason: Reason) -> Video:
        self.calls.append((verb, video_id))
        if self.failure is not None:
            raise self.failure
        return card(video_id, state=state, reason=reason).video
