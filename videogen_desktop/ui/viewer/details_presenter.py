"""Joins the viewer to what the engine knows of its video, and to “Check again”."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.errors import VideoNotFoundError
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import Family, Video, VideoDetails
from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.errors import what_happened
from videogen_desktop.ui.viewer.inputs_section import THUMBNAIL_SIDE
from videogen_desktop.ui.viewer.state_card import StateCard

if TYPE_CHECKING:
    from videogen_desktop.services.wallet_engine import WalletEngine


class DetailsPresenter(QObject):
    """Details of one video at a time, and nothing of the ones before it. Main thread.

    A burst of changes is one question at a time and one more after the last of them.
    """

    detailsArrived = Signal(object)  # VideoDetails
    thumbnailArrived = Signal(str, object)  # SHA-256, a JPEG or None
    familyArrived = Signal(object)  # Family, after the details
    checked = Signal(bool)  # whether the video is another one than before
    checkFailed = Signal(object)  # BaseException
    failed = Signal(object)  # BaseException
    gone = Signal()

    def __init__(self, bridge: EngineBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._video_id: str | None = None
        self._is_asking = False
        self._ask_again = False

    def look_at(self, video_id: str | None) -> None:
        """This video from now on; None for none."""
        self._video_id = video_id
        self._is_asking = self._ask_again = False
        if video_id is not None:
            self.refresh()

    def refresh(self) -> None:
        """Something about the video has changed."""
        video_id = self._video_id
        if video_id is None:
            return
        if self._is_asking:
            self._ask_again = True
            return
        self._is_asking = True
        self._bridge.ask(
            partial(_known_of, video_id),
            partial(self._arrived, video_id),
            partial(self._failed, video_id),
        )

    @Slot(str)
    def ask_thumbnail(self, sha256: str) -> None:
        """Have a small picture made of a file that went in. Ends in `thumbnailArrived`."""
        self._bridge.ask(
            lambda engine: engine.inputs.thumbnail(sha256, THUMBNAIL_SIDE),
            partial(self.thumbnailArrived.emit, sha256),
            lambda _gone: self.thumbnailArrived.emit(sha256, None),
        )

    def check_again(self, before: Video) -> None:
        """Have the provider's record read now. Ends in `checked` or `checkFailed`."""
        video_id, is_unclear = before.id, before.state is VideoState.UNCONFIRMED
        self._bridge.ask(
            lambda engine: (engine.settling if is_unclear else engine.examiner).check_again(
                video_id
            ),
            partial(self._checked, before),
            partial(self._check_failed, video_id),
        )

    def _arrived(self, video_id: str, known: tuple[VideoDetails, Family]) -> None:
        details, family = known
        if video_id != self._video_id:
            return
        self._is_asking = False
        if details.item.video.deleted_at is not None:
            # Its row stays for the statement; there is nothing left to look at.
            self._ask_again = False
            self.gone.emit()
            return
        self.detailsArrived.emit(details)
        self.familyArrived.emit(family)
        if self._ask_again:
            self._ask_again = False
            self.refresh()

    def _failed(self, video_id: str, error: BaseException) -> None:
        if video_id != self._video_id:
            return
        self._is_asking = self._ask_again = False
        if isinstance(error, VideoNotFoundError):
            self.gone.emit()
        else:
            self.failed.emit(error)

    def _checked(self, before: Video, after: Video) -> None:
        if before.id == self._video_id:
            changed = (before.state, before.reason) != (after.state, after.reason)
            self.checked.emit(changed)
            self.refresh()

    def _check_failed(self, video_id: str, error: BaseException) -> None:
        if video_id == self._video_id:
            self.checkFailed.emit(error)


async def _known_of(video_id: str, engine: "WalletEngine") -> tuple[VideoDetails, Family]:
    details = await engine.examiner.details(video_id)
    return details, await engine.gallery.family(video_id)


class RecordCheck(QObject):
    """“Check again”: the button, the provider's record, and what is said about it. Main thread."""

    problemFound = Signal(object)  # BaseException

    def __init__(self, details: DetailsPresenter, card: StateCard, viewer: QWidget) -> None:
        super().__init__(viewer)
        self._details = details
        self._card = card
        self._viewer = viewer
        self._video: Video | None = None
        details.checked.connect(self._checked)
        details.checkFailed.connect(self._failed)

    def check(self, video: Video) -> None:
        """Have the provider's record read now."""
        self._video = video
        self._card.set_checking(True)
        self._details.check_again(video)

    @Slot(bool)
    def _checked(self, changed: bool) -> None:
        note = _checked_text(changed)
        self._card.set_checking(False, note)
        announce(self._viewer, note)

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        if self._video is not None and self._video.state is VideoState.UNCONFIRMED:
            # An alert would say that nothing was charged, which is what nobody knows here.
            note = _check_failed(what_happened(error))
            self._card.set_checking(False, note)
            announce(self._viewer, note)
            return
        self._card.set_checking(False)
        self.problemFound.emit(error)


def _check_failed(why: str) -> str:
    """A reading that failed says nothing about the video's money."""
    text = QCoreApplication.translate("Settling", "It could not be checked. {why}")
    return text.format(why=why)


def _checked_text(changed: bool) -> str:
    if changed:
        return QCoreApplication.translate("Viewer", "Updated.")
    return QCoreApplication.translate("Viewer", "Checked: nothing has changed.")
