"""The library's questions: a collection's name, whether it may go, and a period."""

from PySide6.QtCore import QCoreApplication, QDate, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QInputDialog,
    QMessageBox,
    QPushButton,
    QWidget,
)

from videogen_desktop.ui.account.day_edit import DayEdit
from videogen_desktop.ui.library.filters import Period
from videogen_desktop.ui.library.wording import shown_name
from videogen_desktop.ui.question import QuestionWords, question_box
from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet, dress_input
from videogen_desktop.ui.theme.tokens import current_tokens

_USUAL_DAYS = 30


def name_dialog(window: QWidget, name: str = "", *, is_taken: bool = False) -> QInputDialog:
    """Asks for the name of a new collection, or for another one instead of `name`."""
    dialog = QInputDialog(window)
    dialog.setObjectName("collectionName")
    title = QCoreApplication.translate("Library", "New collection")
    verb = QCoreApplication.translate("Library", "Create")
    if name:
        title = QCoreApplication.translate("Library", "Rename collection")
        verb = QCoreApplication.translate("Library", "Rename")
    label = QCoreApplication.translate("Library", "Name of the collection:")
    if is_taken:
        label = QCoreApplication.translate(
            "Library", "Another collection has this name. Choose a different one:"
        )
    dialog.setWindowTitle(title)
    dialog.setLabelText(label)
    dialog.setTextValue(name)
    dialog.setOkButtonText(verb)
    dialog.setCancelButtonText(QCoreApplication.translate("Library", "Cancel"))
    dress_input(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def removal_question(window: QWidget, name: str) -> tuple[QMessageBox, QPushButton]:
    """The question, and the button that says yes."""
    verb = QCoreApplication.translate("Library", "Delete collection")
    text = QCoreApplication.translate("Library", "Delete the collection “%1”?")
    text = text.replace("%1", shown_name(name))
    kept = QCoreApplication.translate("Library", "Its videos stay in the library.")
    keep = QCoreApplication.translate("Library", "Keep")
    words = QuestionWords(verb, text, kept, verb, keep)
    return question_box(window, "removeCollectionQuestion", words, "trash-2", is_grave=True)


class PeriodDialog(QDialog):
    """Asks for the first and the last day to show; `chosen` carries the Period. Main thread."""

    chosen = Signal(object)

    def __init__(self, before: Period, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("periodDialog")
        self.setWindowTitle(QCoreApplication.translate("Library", "Period"))
        tokens = current_tokens(self.palette())
        today = QDate.currentDate()
        self.first, self.last = DayEdit(tokens), DayEdit(tokens)
        self.first.setDate(before.first or today.addDays(1 - _USUAL_DAYS))
        self.last.setDate(before.last or today)
        self.first.setMaximumDate(self.last.date())
        self.last.setMinimumDate(self.first.date())
        self.first.dateChanged.connect(self.last.setMinimumDate)
        self.last.dateChanged.connect(self.first.setMaximumDate)
        self._lay_out()
        self.setStyleSheet(dialog_sheet(tokens))
        self.accepted.connect(self._tell)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(20, 20, 20, 16)
        form.setSpacing(12)
        first = QCoreApplication.translate("Library", "From")
        last = QCoreApplication.translate("Library", "Up to and including")
        for caption, day in ((first, self.first), (last, self.last)):
            day.setAccessibleName(caption)
            day.setMinimumWidth(150)
            form.addRow(caption, day)
        box = QDialogButtonBox()
        cancel = QCoreApplication.translate("Library", "Cancel")
        apply = QCoreApplication.translate("Library", "Apply")
        no = box.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        yes = box.addButton(apply, QDialogButtonBox.ButtonRole.AcceptRole)
        no.setProperty("kind", "secondary")
        yes.setProperty("kind", "primary")
        yes.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        form.addRow(box)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(Period(first=self.first.date(), last=self.last.date()))
