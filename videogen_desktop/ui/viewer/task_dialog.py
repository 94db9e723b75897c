"""The dialog that asks for the task id which the user found at the provider."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from videogen_desktop.domain.errors import TaskDiffersError, TaskTakenError
from videogen_desktop.domain.tasks import LONGEST_ID, is_task_id
from videogen_desktop.ui.errors import what_happened
from videogen_desktop.ui.plain_label import form_button, plain_label, set_role
from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet
from videogen_desktop.ui.theme.tokens import current_tokens
from videogen_desktop.ui.vendor_words import by_vendor

_WIDTH = 440


class TaskDialog(QDialog):
    """Knows nothing of the engine: it asks with a signal and is told how it went. Main thread.

    What a record says differently is a question here: the same id, asked for once more, comes
    with True.
    """

    taskEntered = Signal(str, bool)  # task id, confirmed
    videoRequested = Signal(str)

    def __init__(self, window: QWidget, vendor: str) -> None:
        super().__init__(window)
        self._vendor = vendor
        self.setObjectName("taskDialog")
        self._other_video = ""
        self._confirms = ""
        self._about = plain_label(wraps=True)
        self.task = QLineEdit()
        self.task.setMaxLength(LONGEST_ID)
        hints = Qt.InputMethodHint
        self.task.setInputMethodHints(hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase)
        self.said = plain_label("danger", wraps=True)
        self.said.hide()
        self.other = form_button("link")
        self.other.hide()
        self.join, self.cancel = form_button("primary"), form_button()
        self._lay_out()
        self._write()
        self.setStyleSheet(dialog_sheet(current_tokens(self.palette())))
        self.task.textEdited.connect(self._edited)
        self.join.clicked.connect(self._ask)
        self.cancel.clicked.connect(self.reject)
        self.other.clicked.connect(self._show_other)
        self.task.setFocus()

    # --- how it went -------------------------------------------------------------------------

    def show_problem(self, error: BaseException) -> None:
        """Why the task was not joined, or what has to be confirmed first."""
        self._set_busy(False)
        if isinstance(error, TaskDiffersError) and error.differences != ("task",):
            self._confirms = error.task_id
            text = QCoreApplication.translate(
                "Settling", "At {vendor} this task differs in {differences}. Join them anyway?"
            )
            names = difference_names(error.differences)
            text = by_vendor(text, self._vendor).format(differences=names)
            self._say(text, "warning")
            self.join.setText(QCoreApplication.translate("Settling", "Join them anyway"))
            return
        self._say(what_happened(error))
        if isinstance(error, TaskTakenError):
            self._other_video = error.video_id
        self.other.setVisible(bool(self._other_video))
        self._fit()

    # --- what the user does ------------------------------------------------------------------

    @Slot()
    def _ask(self) -> None:
        typed = self.task.text().strip()
        if not is_task_id(typed):
            text = QCoreApplication.translate(
                "Settling", "This is no task id. Paste it as {vendor}'s site shows it."
            )
            self._say(by_vendor(text, self._vendor))
            return
        is_confirmed = bool(self._confirms) and self._confirms == typed
        self._forget_answer()
        self._set_busy(True)
        self.taskEntered.emit(typed, is_confirmed)

    @Slot()
    def _edited(self) -> None:
        self._forget_answer()
        self._set_busy(False)

    @Slot()
    def _show_other(self) -> None:
        video_id = self._other_video
        self.reject()
        self.videoRequested.emit(video_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    # --- inner -------------------------------------------------------------------------------

    def _forget_answer(self) -> None:
        self._other_video = self._confirms = ""
        self.said.hide()
        self.other.hide()
        self.join.setText(_join())

    def _set_busy(self, busy: bool) -> None:
        self.task.setReadOnly(busy)
        self.join.setEnabled(not busy and bool(self.task.text().strip()))
        if busy:
            text = QCoreApplication.translate("Settling", "Reading the task at {vendor}…")
            self._say(by_vendor(text, self._vendor), "small")

    def _say(self, text: str, role: str = "danger") -> None:
        set_role(self.said, role)
        self.said.setText(text)
        self.said.show()
        self._fit()

    def _fit(self) -> None:
        """As high as its words are at this width, which adjustSize() does not ask for."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _write(self) -> None:
        self.setWindowTitle(QCoreApplication.translate("Settling", "Enter the task id"))
        about = QCoreApplication.translate(
            "Settling",
            "Find this request in the history on {vendor}'s site and paste its task id here. "
            "The task is read with your own key and its video brought in; nothing is sent again.",
        )
        about = by_vendor(about, self._vendor)
        self._about.setText(about)
        name = QCoreApplication.translate("Settling", "Task id")
        self.task.setPlaceholderText(name)
        self.task.setAccessibleName(name)
        self.task.setAccessibleDescription(about)
        self.other.setText(QCoreApplication.translate("Settling", "Show that video"))
        self.cancel.setText(QCoreApplication.translate("Settling", "Cancel"))
        self.join.setText(_join())
        self.join.setDefault(True)
        self._set_busy(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for part in (self._about, self.task, self.said):
            column.addWidget(part)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.join)
        column.addStretch(1)
        column.addLayout(buttons)
        width = min(_WIDTH, self.screen().availableSize().width() - 40)
        self.setMinimumWidth(width)
        self.resize(width, self.height())


def _join() -> str:
    return QCoreApplication.translate("Settling", "Join with the video")


def difference_names(differences: Sequence[str]) -> str:
    """The names of what a task's record says differently, one after the other."""
    names = {
        "model": QCoreApplication.translate("Settling", "the model"),
        "prompt": QCoreApplication.translate("Settling", "the prompt"),
        "shape": QCoreApplication.translate("Settling", "the shape"),
        "options": QCoreApplication.translate("Settling", "the options"),
        "files": QCoreApplication.translate("Settling", "the pictures or other files"),
        "time": QCoreApplication.translate("Settling", "the time (made before you sent it)"),
    }
    return ", ".join(names.get(name, name) for name in differences)
