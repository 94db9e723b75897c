"""“Check again”: the button, the provider's record, and what is said about it."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.errors import what_happened
from videogen_desktop.ui.settling.wording import check_failed
from videogen_desktop.ui.viewer import wording
from videogen_desktop.ui.viewer.examination import Examination
from videogen_desktop.ui.viewer.state_card import StateCard


class Checking(QObject):
    """Main thread."""

    problemFound = Signal(object)  # BaseException

    def __init__(self, examination: Examination, card: StateCard, viewer: QWidget) -> None:
        super().__init__(viewer)
        self._examination = examination
        self._card = card
        self._viewer = viewer
        self._video: Video | None = None
        examination.checked.connect(self._checked)
        examination.checkFailed.connect(self._failed)

    def check(self, video: Video) -> None:
        """Have the provider's record read now."""
        self._video = video
        self._card.set_checking(True)
        self._examination.check_again(video)

    @Slot(bool)
    def _checked(self, changed: bool) -> None:
        note = wording.checked(changed)
        self._card.set_checking(False, note)
        announce(self._viewer, note)

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        if self._video is not None and self._video.state is VideoState.UNCONFIRMED:
            # An alert would say that nothing was charged, which is what nobody knows here.
            note = check_failed(what_happened(error))
            self._card.set_checking(False, note)
            announce(self._viewer, note)
            return
        self._card.set_checking(False)
        self.problemFound.emit(error)
