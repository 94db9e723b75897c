"""The unclear video that is shown: its hint, and the dialogs that make it clear."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.reconciliation import BalanceHint
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.ui.asks import Asks
from videogen_desktop.ui.settling.settling_desk import SettlingDesk
from videogen_desktop.ui.viewer.unconfirmed_choices import UnconfirmedChoices

# Leafing through many unclear videos is not a question to the provider for each.
_REST_MS = 250


class Settlement(QObject):
    """Main thread. The provider is asked for the balance once for each video that is looked at,
    and again on request."""

    noticeGiven = Signal(str, object)  # text, None
    problemFound = Signal(object)  # BaseException
    videoRequested = Signal(str)

    def __init__(self, bridge: Asks, choices: UnconfirmedChoices, viewer: QWidget) -> None:
        super().__init__(viewer)
        self._bridge = bridge
        self._choices = choices
        self._video: Video | None = None
        self.desk = SettlingDesk(bridge, viewer)
        self._due = QTimer(self, singleShot=True, interval=_REST_MS)
        self._due.timeout.connect(self.ask_for_hint)
        self.desk.noticeGiven.connect(self.noticeGiven)
        self.desk.problemFound.connect(self.problemFound)
        self.desk.videoRequested.connect(self.videoRequested)
        choices.taskRequested.connect(self._ask_task)
        choices.chargedRequested.connect(self._ask_charged)
        choices.notChargedRequested.connect(self._ask_not_charged)

    def look_at(self, video: Video | None) -> None:
        """This is shown now; None for none."""
        unclear = video if video is not None and video.state is VideoState.UNCONFIRMED else None
        before, self._video = self._video, unclear
        if unclear is None or before is None or unclear.id != before.id:
            self._due.stop()
            self._choices.forget_hint()
        if unclear is not None and (before is None or unclear.id != before.id):
            self._choices.show_asking()
            self._due.start()

    @Slot()
    def ask_for_hint(self) -> None:
        """Read the balance and say what it suggests."""
        if self._video is None:
            return
        video_id = self._video.id
        self._bridge.ask(
            lambda engine: engine.settling.hint(video_id),
            partial(self._came, video_id),
            partial(self._failed, video_id),
        )

    def _came(self, video_id: str, hint: BalanceHint) -> None:
        if self._is_shown(video_id):
            self._choices.show_hint(hint)

    def _failed(self, video_id: str, error: BaseException) -> None:
        if self._is_shown(video_id):
            self._choices.show_no_hint(error)

    def _is_shown(self, video_id: str) -> bool:
        return self._video is not None and self._video.id == video_id

    @Slot()
    def _ask_task(self) -> None:
        if self._video is not None:
            self.desk.ask_task(self._video)

    @Slot()
    def _ask_charged(self) -> None:
        if self._video is not None:
            self.desk.ask_charged(self._video)

    @Slot()
    def _ask_not_charged(self) -> None:
        if self._video is not None:
            self.desk.ask_not_charged(self._video)
