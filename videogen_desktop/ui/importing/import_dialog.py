"""How an import goes, and what came of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from videogen_desktop.domain.clip_import import ImportOutcome
from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.form_parts import form_button
from videogen_desktop.ui.importing import wording
from videogen_desktop.ui.plain_label import plain_label, set_role
from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.clip_import import ImportReport

_FIRST_SIZE = QSize(460, 260)


class ImportDialog(QDialog):
    """Not modal, and may be closed: the import goes on. Main thread only."""

    untaggedRequested = Signal()
    stopRequested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importDialog")
        self._progress: tuple[int, int] | None = None
        self._report: ImportReport | None = None
        self._failure: BaseException | None = None
        self._is_stopping = False
        self._title = plain_label("title", wraps=True)
        self._words = plain_label(wraps=True)
        self._details = plain_label("small", wraps=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.untagged, self.stop = form_button(), form_button()
        self.finish = form_button("primary")
        self.untagged.clicked.connect(self.untaggedRequested)
        self.stop.clicked.connect(self._ask_to_stop)
        self.finish.clicked.connect(self.close)
        self._lay_out(tokens)
        self.set_tokens(tokens)
        self.retranslate()
        self.resize(_FIRST_SIZE)

    @property
    def text(self) -> str:
        """All that it says."""
        return "\n".join(label.text() for label in (self._words, self._details))

    def show_begun(self) -> None:
        """The files are being looked for."""
        self._progress = self._report = self._failure = None
        self._is_stopping = False
        self.retranslate()

    def show_progress(self, done: int, total: int) -> None:
        self._progress = (done, total)
        self.retranslate()

    def show_report(self, report: "ImportReport") -> None:
        self._report = report
        self.retranslate()

    def show_failure(self, error: BaseException) -> None:
        self._failure = error
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        self.setStyleSheet(dialog_sheet(tokens))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.setWindowTitle(wording.title())
        self._title.setText(wording.title())
        self.finish.setText(QCoreApplication.translate("Import", "Close"))
        self.stop.setText(QCoreApplication.translate("Import", "Stop"))
        self.stop.setAccessibleDescription(wording.stop_hint())
        self.untagged.setAccessibleDescription(wording.untagged_hint())
        self.bar.setAccessibleName(wording.title())
        self._write()

    def _write(self) -> None:
        report, failure = self._report, self._failure
        is_busy = report is None and failure is None
        self.bar.setVisible(is_busy)
        self.stop.setVisible(is_busy)
        self.stop.setEnabled(not self._is_stopping)
        untagged = 0 if report is None else report.count(ImportOutcome.UNTAGGED)
        self.untagged.setText(wording.import_untagged(untagged))
        self.untagged.setVisible(untagged > 0)
        set_role(self._words, "" if failure is None else "danger")
        if failure is not None:
            self._words.setText(error_text(failure))
            self._details.setText("")
        elif report is not None:
            lines = wording.details(report)
            self._words.setText(wording.summary(report))
            hint = (wording.untagged_hint(),) if untagged else ()
            self._details.setText("\n".join((*lines, *hint)))
        else:
            self._write_progress()
        self._details.setVisible(bool(self._details.text()))

    @Slot()
    def _ask_to_stop(self) -> None:
        self._is_stopping = True
        self._write()
        self.stopRequested.emit()

    def _write_progress(self) -> None:
        done, total = self._progress or (0, 0)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        words = wording.progress(done, total) if total else wording.looking()
        self._words.setText(wording.stopping() if self._is_stopping else words)
        self._details.setText(wording.in_background())

    def _lay_out(self, tokens: Tokens) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.space_5, tokens.space_4, tokens.space_5, tokens.space_4)
        column.setSpacing(tokens.space_3)
        for part in (self._title, self._words, self.bar, self._details):
            column.addWidget(part)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.space_2)
        buttons.addStretch(1)
        buttons.addWidget(self.untagged)
        buttons.addWidget(self.stop)
        buttons.addWidget(self.finish)
        column.addLayout(buttons)
