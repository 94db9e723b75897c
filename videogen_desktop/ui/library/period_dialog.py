"""Asks for the first and the last day that the gallery is to show."""

from PySide6.QtCore import QCoreApplication, QDate, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QWidget

from videogen_desktop.ui.account.day_edit import DayEdit
from videogen_desktop.ui.library.period import Period
from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet
from videogen_desktop.ui.theme.tokens import current_tokens

_USUAL_DAYS = 30


class PeriodDialog(QDialog):
    """`chosen` carries the Period. Main thread."""

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
