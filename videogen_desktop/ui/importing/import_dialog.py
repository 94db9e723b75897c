"""The import dialog: how far an import is, and what came of it."""

from PySide6.QtCore import QCoreApplication, QSize, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from videogen_desktop.domain.clip_tags import ImportOutcome, ImportReport
from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.plain_label import form_button, plain_label, set_role
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.themed_dialog import ThemedDialog

_FIRST_SIZE = QSize(460, 260)


class ImportDialog(ThemedDialog):
    """Not modal, and may be closed: the import goes on. Main thread only."""

    untaggedRequested = Signal()
    stopRequested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(tokens, parent, "importDialog")
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
        self.resize_on_screen(_FIRST_SIZE)

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

    def show_report(self, report: ImportReport) -> None:
        self._report = report
        self.retranslate()

    def show_failure(self, error: BaseException) -> None:
        self._failure = error
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(import_title())
        self._title.setText(import_title())
        self.finish.setText(QCoreApplication.translate("Import", "Close"))
        self.stop.setText(QCoreApplication.translate("Import", "Stop"))
        self.stop.setAccessibleDescription(_stop_hint())
        self.untagged.setAccessibleDescription(_untagged_hint())
        self.bar.setAccessibleName(import_title())
        self._write()

    def _write(self) -> None:
        report, failure = self._report, self._failure
        is_busy = report is None and failure is None
        self.bar.setVisible(is_busy)
        self.stop.setVisible(is_busy)
        self.stop.setEnabled(not self._is_stopping)
        untagged = 0 if report is None else report.count(ImportOutcome.UNTAGGED)
        self.untagged.setText(_import_untagged(untagged))
        self.untagged.setVisible(untagged > 0)
        set_role(self._words, "" if failure is None else "danger")
        if failure is not None:
            self._words.setText(error_text(failure))
            self._details.setText("")
        elif report is not None:
            lines = _details(report)
            self._words.setText(import_summary(report))
            hint = (_untagged_hint(),) if untagged else ()
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
        words = _progress_text(done, total) if total else _looking()
        self._words.setText(_stopping() if self._is_stopping else words)
        self._details.setText(_in_background())

    def _lay_out(self, tokens: Tokens) -> None:
        column = self.column
        for part in (self._title, self._words, self.bar, self._details):
            column.addWidget(part)
        column.addStretch(1)
        self.add_buttons(tokens, self.untagged, self.stop, self.finish)


def import_title() -> str:
    return QCoreApplication.translate("Import", "Import videos")


def _looking() -> str:
    return QCoreApplication.translate("Import", "Looking for videos…")


def _progress_text(done: int, total: int) -> str:
    text = QCoreApplication.translate("Import", "{done} of {total} files looked at")
    return text.format(done=done, total=total)


def _in_background() -> str:
    return QCoreApplication.translate("Import", "You may close this; the import goes on.")


def _stopping() -> str:
    return QCoreApplication.translate("Import", "Stopping…")


def _stop_hint() -> str:
    return QCoreApplication.translate("Import", "What was imported stays in the library.")


def import_summary(report: ImportReport) -> str:
    """One sentence on what came in."""
    if not report.files and not report.is_stopped:
        return QCoreApplication.translate("Import", "There is no video here.")
    if not report.added and report.is_stopped:
        return QCoreApplication.translate("Import", "Stopped before anything was imported.")
    if not report.added:
        return QCoreApplication.translate("Import", "There was nothing new to import.")
    return QCoreApplication.translate("Import", "%n videos imported.", None, len(report.added))


def _details(report: ImportReport) -> tuple[str, ...]:
    """What became of the rest, one kind a line."""
    lines = (
        (ImportOutcome.FOUND_AGAIN, _found_again),
        (ImportOutcome.KNOWN, _known),
        (ImportOutcome.UNTAGGED, _untagged),
        (ImportOutcome.NOT_PLAYABLE, _not_playable),
        (ImportOutcome.UNREADABLE, _unreadable),
    )
    left = (_left_out(report.left),) if report.left else ()
    return (*(text(count) for kind, text in lines if (count := report.count(kind))), *left)


def _left_out(count: int) -> str:
    return QCoreApplication.translate(
        "Import", "Stopped: %n files were not looked at.", None, count
    )


def _found_again(count: int) -> str:
    return QCoreApplication.translate(
        "Import", "%n videos of the library have their missing file again.", None, count
    )


def _known(count: int) -> str:
    return QCoreApplication.translate("Import", "%n videos were in the library.", None, count)


def _untagged(count: int) -> str:
    return QCoreApplication.translate(
        "Import", "%n videos do not say how they were made and were left out.", None, count
    )


def _not_playable(count: int) -> str:
    return QCoreApplication.translate("Import", "%n files are no videos that play.", None, count)


def _unreadable(count: int) -> str:
    return QCoreApplication.translate("Import", "%n files could not be read.", None, count)


def _import_untagged(count: int) -> str:
    return QCoreApplication.translate("Import", "Import %n more videos", None, count)


def _untagged_hint() -> str:
    return QCoreApplication.translate(
        "Import", "A video that says nothing of itself takes its file's name as its prompt."
    )
