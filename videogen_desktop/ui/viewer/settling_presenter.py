"""Joins an unclear video to the engine: the hint of the balance, and its owner's word."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from videogen_desktop.domain.reconciliation import BalanceHint
from videogen_desktop.domain.states import Origin, VideoState
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.question import QuestionWords, question_box
from videogen_desktop.ui.vendor_words import by_vendor
from videogen_desktop.ui.viewer.state_buttons import UnconfirmedChoices
from videogen_desktop.ui.viewer.task_dialog import TaskDialog

# Whoever goes through many unclear videos does not ask the provider about each.
_REST_MS = 250


class SettlingPresenter(QObject):
    """Main thread. The provider is asked for the balance once for each video that is looked at,
    and again on request. The card moves by the engine's own events; what is said here is said
    once."""

    noticeGiven = Signal(str, object)  # text, None
    problemFound = Signal(object)  # BaseException
    videoRequested = Signal(str)

    def __init__(self, bridge: EngineBridge, choices: UnconfirmedChoices, viewer: QWidget) -> None:
        super().__init__(viewer)
        self._bridge = bridge
        self._choices = choices
        self._viewer = viewer
        self._video: Video | None = None
        self._vendor = ""
        self._dialog: TaskDialog | None = None
        self.hint_due = QTimer(self, singleShot=True, interval=_REST_MS)
        self.hint_due.timeout.connect(self.ask_for_hint)
        choices.taskRequested.connect(self._ask_task)
        choices.chargedRequested.connect(self._ask_charged)
        choices.notChargedRequested.connect(self._ask_not_charged)

    @property
    def dialog(self) -> TaskDialog | None:
        """The one that asks for a task id, while it is open."""
        return self._dialog

    def look_at(self, item: LibraryItem | None) -> None:
        """This is shown now; None for none."""
        self._vendor = "" if item is None else item.vendor_title
        video = None if item is None else item.video
        unclear = video if video is not None and video.state is VideoState.UNCONFIRMED else None
        before, self._video = self._video, unclear
        if unclear is None or before is None or unclear.id != before.id:
            self.hint_due.stop()
            self._choices.forget_hint()
        if unclear is not None and (before is None or unclear.id != before.id):
            self._choices.show_asking(self._vendor)
            self.hint_due.start()

    # --- the hint ----------------------------------------------------------------------------

    @Slot()
    def ask_for_hint(self) -> None:
        """Read the balance and say what it suggests."""
        if self._video is None:
            return
        video_id = self._video.id
        self._bridge.ask(
            lambda engine: engine.settling.hint(video_id),
            partial(self._hint_came, video_id),
            partial(self._no_hint_came, video_id),
        )

    def _hint_came(self, video_id: str, hint: BalanceHint) -> None:
        if self._is_shown(video_id):
            self._choices.show_hint(hint, self._vendor)

    def _no_hint_came(self, video_id: str, error: BaseException) -> None:
        if self._is_shown(video_id):
            self._choices.show_no_hint(error)

    def _is_shown(self, video_id: str) -> bool:
        return self._video is not None and self._video.id == video_id

    # --- the task id -------------------------------------------------------------------------

    @Slot()
    def _ask_task(self) -> None:
        """Ask for the task id; the engine joins both."""
        if self._video is None or self._dialog is not None:
            return
        dialog = self._dialog = TaskDialog(self._viewer, self._vendor)
        dialog.taskEntered.connect(partial(self._join, dialog, self._video.id))
        dialog.videoRequested.connect(self.videoRequested)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _join(self, dialog: TaskDialog, video_id: str, task_id: str, confirmed: bool) -> None:
        self._bridge.ask(
            lambda engine: engine.settling.enter_task(video_id, task_id, confirmed=confirmed),
            partial(self._joined, dialog),
            partial(self._not_joined, dialog),
        )

    def _joined(self, dialog: TaskDialog, video: Video) -> None:
        if self._dialog is dialog:
            dialog.accept()
        self._tell(_joined_text, video)

    def _not_joined(self, dialog: TaskDialog, error: BaseException) -> None:
        if self._dialog is dialog:
            dialog.show_problem(error)
        else:
            self.problemFound.emit(error)

    @Slot()
    def _closed(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()

    # --- charged or not ----------------------------------------------------------------------

    @Slot()
    def _ask_charged(self) -> None:
        self._ask(was_charged=True)

    @Slot()
    def _ask_not_charged(self) -> None:
        self._ask(was_charged=False)

    def _ask(self, *, was_charged: bool) -> None:
        """Ask once more, then note that the credits are gone, or give them back."""
        if self._video is not None:
            video = self._video
            question, yes = charge_question(
                self._viewer, video, self._vendor, was_charged=was_charged
            )
            yes.clicked.connect(partial(self._settle, video.id, was_charged))
            question.open()

    def _settle(self, video_id: str, was_charged: bool, _checked: bool = False) -> None:
        if was_charged:
            self._bridge.ask(
                lambda engine: engine.settling.user_charged(video_id),
                partial(self._tell, _noted_charged),
                self.problemFound.emit,
            )
        else:
            self._bridge.ask(
                lambda engine: engine.settling.user_not_charged(video_id),
                partial(self._tell, _noted_not_charged),
                self.problemFound.emit,
            )

    def _tell(self, words: Callable[[Video], str], video: Video) -> None:
        self.noticeGiven.emit(words(video), None)


def charge_question(
    window: QWidget, video: Video, vendor: str, *, was_charged: bool
) -> tuple[QMessageBox, QPushButton]:
    """What follows for the money, and the button that says yes; `vendor` is who may have charged.
    Main thread."""
    title = by_vendor(_charged_title() if was_charged else _not_charged_title(), vendor)
    verb = _charged_verb() if was_charged else _not_charged_verb()
    later = QCoreApplication.translate("Settling", "Later")
    follows = by_vendor(_consequences(video, was_charged=was_charged), vendor)
    words = QuestionWords(title, title, follows, verb, later)
    return question_box(window, "chargeQuestion", words, "coins")


def _charged_title() -> str:
    return QCoreApplication.translate("Settling", "Did {vendor} charge for this video?")


def _not_charged_title() -> str:
    return QCoreApplication.translate("Settling", "Did {vendor} charge nothing for it?")


def _charged_verb() -> str:
    return QCoreApplication.translate("Settling", "Note it as charged")


def _not_charged_verb() -> str:
    return QCoreApplication.translate("Settling", "Note it as not charged")


def _consequences(video: Video, *, was_charged: bool) -> str:
    if video.origin is not Origin.GENERATED:
        return QCoreApplication.translate(
            "Settling",
            "The video counts as failed. It holds no credits, so your balance stays as it is.",
        )
    if was_charged:
        text = QCoreApplication.translate(
            "Settling",
            "{amount} count as spent and the video as failed. Once you have the task id, you can "
            "still bring the video in.",
        )
    else:
        text = QCoreApplication.translate(
            "Settling",
            "{amount} are yours again and the video counts as failed; nothing is sent again. "
            "Should {vendor} charge after all, the difference shows in the statement.",
        )
    return text.replace("{amount}", credits_text(video.price))


def _joined_text(video: Video) -> str:
    """What is so now, after a task and a video were joined."""
    if video.state is VideoState.COMPLETED:
        return QCoreApplication.translate(
            "Settling", "Joined with the task: the video is ready and is being downloaded."
        )
    if video.state is VideoState.FAILED:
        return QCoreApplication.translate(
            "Settling", "Joined with the task: the video failed there."
        )
    return QCoreApplication.translate(
        "Settling", "Joined with the task. It is followed until the video is ready."
    )


def _noted_charged(video: Video) -> str:
    if not video.cost:
        return _noted()
    text = QCoreApplication.translate("Settling", "Noted: {amount} were charged.")
    return text.format(amount=credits_text(video.cost))


def _noted_not_charged(video: Video) -> str:
    if not video.price:
        return _noted()
    text = QCoreApplication.translate("Settling", "Noted: {amount} are yours again.")
    return text.format(amount=credits_text(video.price))


def _noted() -> str:
    return QCoreApplication.translate("Settling", "Noted.")
