"""The dialogs about an unclear video, joined to the engine's verbs."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.video import Video
from videogen_desktop.ui.asks import Asks
from videogen_desktop.ui.settling import wording
from videogen_desktop.ui.settling.charge_question import charge_question

if TYPE_CHECKING:
    from videogen_desktop.ui.settling.task_dialog import TaskDialog


class SettlingDesk(QObject):
    """Main thread. The card moves by the engine's own events; what is said here is said once."""

    noticeGiven = Signal(str, object)  # text, None
    problemFound = Signal(object)  # BaseException
    videoRequested = Signal(str)

    def __init__(self, bridge: Asks, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window
        self._dialog: TaskDialog | None = None

    @property
    def dialog(self) -> "TaskDialog | None":
        """The one that asks for a task id, while it is open."""
        return self._dialog

    def ask_task(self, video: Video) -> None:
        """Ask for the task id; the engine joins both."""
        from videogen_desktop.ui.settling.task_dialog import TaskDialog

        if self._dialog is not None:
            return
        dialog = self._dialog = TaskDialog(self._window)
        dialog.taskEntered.connect(partial(self._join, dialog, video.id))
        dialog.videoRequested.connect(self.videoRequested)
        dialog.finished.connect(self._closed)
        dialog.open()

    def ask_charged(self, video: Video) -> None:
        """Ask once more, then note that the credits are gone."""
        self._ask(video, was_charged=True)

    def ask_not_charged(self, video: Video) -> None:
        """Ask once more, then give the credits back."""
        self._ask(video, was_charged=False)

    def close(self) -> None:
        """The video is no longer looked at; an open dialog goes."""
        if self._dialog is not None:
            self._dialog.reject()

    def _ask(self, video: Video, *, was_charged: bool) -> None:
        question, yes = charge_question(self._window, video, was_charged=was_charged)
        yes.clicked.connect(partial(self._settle, video.id, was_charged))
        question.open()

    def _settle(self, video_id: str, was_charged: bool, _checked: bool = False) -> None:
        if was_charged:
            self._bridge.ask(
                lambda engine: engine.settling.user_charged(video_id),
                partial(self._tell, wording.noted_charged),
                self.problemFound.emit,
            )
        else:
            self._bridge.ask(
                lambda engine: engine.settling.user_not_charged(video_id),
                partial(self._tell, wording.noted_not_charged),
                self.problemFound.emit,
            )

    def _join(self, dialog: "TaskDialog", video_id: str, task_id: str, confirmed: bool) -> None:
        self._bridge.ask(
            lambda engine: engine.settling.enter_task(video_id, task_id, confirmed=confirmed),
            partial(self._joined, dialog),
            partial(self._not_joined, dialog),
        )

    def _joined(self, dialog: "TaskDialog", video: Video) -> None:
        if self._dialog is dialog:
            dialog.accept()
        self._tell(wording.joined, video)

    def _not_joined(self, dialog: "TaskDialog", error: BaseException) -> None:
        if self._dialog is dialog:
            dialog.show_problem(error)
        else:
            self.problemFound.emit(error)

    def _tell(self, words: Callable[[Video], str], video: Video) -> None:
        self.noticeGiven.emit(words(video), None)

    @Slot()
    def _closed(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
