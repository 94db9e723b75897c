"""The dialog that recovers a damaged library: the choice, the work, the report."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QMessageBox,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.domain.library_health import HealthReport, RecoveryChoice, RecoveryReport
from videogen_desktop.ui.errors import what_happened
from videogen_desktop.ui.health.recovery_choices import RecoveryChoices, nothing_deleted
from videogen_desktop.ui.plain_label import breakable, form_button, plain_label
from videogen_desktop.ui.question import QuestionWords, question_box
from videogen_desktop.ui.settings.settings_page import SettingsCard
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.themed_dialog import ThemedDialog

_TASKS_SHOWN = 12
_FIRST_SIZE = QSize(560, 500)


class RecoveryDialog(ThemedDialog):
    """Knows nothing of the engine; cannot be left while it works. Main thread only."""

    chosen = Signal(object)  # RecoveryChoice, after the question
    folderRequested = Signal()
    tasksRequested = Signal()
    left = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(tokens, parent, "recoveryDialog")
        self._health: HealthReport | None = None
        self._report: RecoveryReport | None = None
        self._failure: BaseException | None = None
        self._is_working = False
        self._title = plain_label("title", wraps=True)
        self._busy_words = plain_label(wraps=True)
        self.failure_label = plain_label("danger", wraps=True)
        self.choices, self.outcome = RecoveryChoices(tokens), RecoveryResult(tokens)
        self._stack = QStackedWidget()
        self.folder, self.tasks = form_button("link"), form_button()
        self.finish, self.go = form_button(), form_button("primary")
        self._lay_out(tokens)
        self.go.clicked.connect(self._ask)
        self.folder.clicked.connect(self.folderRequested)
        self.tasks.clicked.connect(self.tasksRequested)
        self.finish.clicked.connect(self.close)
        self.set_tokens(tokens)
        self.retranslate()
        self.finish.setFocus()
        self.resize_on_screen(_FIRST_SIZE)

    @property
    def report(self) -> RecoveryReport | None:
        """What was done, once it was."""
        return self._report

    # --- what it shows -----------------------------------------------------------------------

    def show_looking(self) -> None:
        """The library is being looked at."""
        self._health = self._report = self._failure = None
        self._is_working = False
        self.retranslate()

    def show_health(self, health: HealthReport) -> None:
        self._health = health
        self.retranslate()

    def show_working(self) -> None:
        self._is_working = True
        self._failure = None
        self.retranslate()

    def show_failure(self, error: BaseException) -> None:
        """Nothing was changed: another choice may work."""
        self._is_working = False
        self._failure = error
        self.retranslate()

    def show_report(self, report: RecoveryReport) -> None:
        self._is_working = False
        self._report = report
        self.retranslate()

    # --- what the user does ------------------------------------------------------------------

    @Slot()
    def _ask(self) -> None:
        if self._report is not None:
            self.close()
            return
        chosen = self.choices.chosen
        if chosen is not None:
            choice, name = chosen
            question = recovery_question(self, name)
            question.accepted.connect(lambda: self._take(choice))
            question.open()

    def _take(self, choice: RecoveryChoice) -> None:
        self.show_working()
        self.chosen.emit(choice)

    def reject(self) -> None:
        # Escape comes here, and so does whatever closes a dialog.
        if not self._is_working:
            super().reject()
            self.left.emit()

    # --- looks -------------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.setWindowTitle(_title())
        self._title.setText(_title())
        self.folder.setText(QCoreApplication.translate("Recovery", "Open the folder"))
        self.tasks.setText(QCoreApplication.translate("Recovery", "Find them by their ids…"))
        self.finish.setText(QCoreApplication.translate("Recovery", "Close"))
        self._show_step()

    def _show_step(self) -> None:
        health, report, failure = self._health, self._report, self._failure
        is_busy = self._is_working or (health is None and report is None and failure is None)
        self._busy_words.setText(_working() if self._is_working else _looking())
        self.failure_label.setVisible(failure is not None and not is_busy and report is None)
        self.failure_label.setText("" if failure is None else what_happened(failure))
        if report is not None:
            self.outcome.show_report(report)
            self._stack.setCurrentIndex(2)
            self.go.setText(QCoreApplication.translate("Recovery", "Open the library"))
        else:
            if health is not None:
                self.choices.show_health(health)
            self._stack.setCurrentIndex(0 if is_busy else 1)
            self.go.setText(QCoreApplication.translate("Recovery", "Recover…"))
        has_choice = report is not None or (health is not None and self.choices.chosen is not None)
        self.go.setEnabled(not is_busy and has_choice)
        self.go.setVisible(is_busy or has_choice)
        self.finish.setEnabled(not self._is_working)
        self.finish.setVisible(report is None)
        if self.go.isEnabled():
            self.go.setFocus()
        self.tasks.setVisible(report is not None and bool(report.unknown_tasks))

    def _lay_out(self, tokens: Tokens) -> None:
        busy = QWidget()
        waiting = QVBoxLayout(busy)
        waiting.setContentsMargins(0, 0, 0, 0)
        waiting.setSpacing(tokens.space_3)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        self._bar = bar
        waiting.addWidget(self._busy_words)
        waiting.addWidget(bar)
        waiting.addStretch(1)
        for page in (busy, self.choices, self.outcome):
            self._stack.addWidget(page)
        column = self.column
        column.addWidget(self._title)
        column.addWidget(self.failure_label)
        column.addWidget(self._stack, 1)
        self.add_buttons(tokens, self.finish, self.tasks, self.go, left=self.folder)


class RecoveryResult(QWidget):
    """Written anew by whoever owns it, also after a change of language. Main thread only."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._heading = plain_label("success", wraps=True)
        self._lines = plain_label(wraps=True)
        self._tasks = plain_label("small", wraps=True)
        self._tasks.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._kept = plain_label("small", wraps=True)
        card = SettingsCard(tokens)
        card.add(self._lines)
        card.add_below(self._tasks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.space_3)
        for part in (self._heading, card, self._kept):
            column.addWidget(part)
        column.addStretch(1)

    @property
    def text(self) -> str:
        """All that it says."""
        labels = (self._heading, self._lines, self._tasks, self._kept)
        return "\n".join(label.text() for label in labels if label.text())

    def show_report(self, report: RecoveryReport) -> None:
        self._heading.setText(_done())
        self._lines.setText("\n".join(_report_lines(report)))
        shown = [task.task_id for task in report.unknown_tasks[:_TASKS_SHOWN]]
        rest = "…" if len(report.unknown_tasks) > _TASKS_SHOWN else ""
        self._tasks.setText("\n".join(breakable(task) for task in shown) + rest)
        self._tasks.setVisible(bool(shown))
        kept = report.kept_in
        self._kept.setVisible(kept is not None)
        self._kept.setText("" if kept is None else _kept_in(breakable(str(kept))))


def recovery_question(parent: QWidget, choice: str) -> QMessageBox:
    """`accepted` follows a yes; `choice` is the name of what was chosen. Main thread."""
    yes = QCoreApplication.translate("Recovery", "Recover")
    no = QCoreApplication.translate("Recovery", "Not now")
    text, kept = _question_text(choice), nothing_deleted()
    words = QuestionWords(_title(), text, kept, yes, no)
    question, _yes = question_box(parent, "recoveryQuestion", words, "archive-restore")
    return question


def _title() -> str:
    return QCoreApplication.translate("Recovery", "Recover the library")


def _looking() -> str:
    return QCoreApplication.translate("Recovery", "The library and every backup are looked at…")


def _working() -> str:
    return QCoreApplication.translate(
        "Recovery", "Being recovered. Should it be cut off, the old file is still as it was."
    )


def _question_text(choice: str) -> str:
    """`choice` is the name of what was chosen."""
    return QCoreApplication.translate("Recovery", "Go on with “{choice}”?").format(choice=choice)


def _done() -> str:
    return QCoreApplication.translate("Recovery", "The library is recovered")


def _report_lines(report: RecoveryReport) -> tuple[str, ...]:
    """What the recovery did, one thing a line; what did not happen is left out."""
    lines = [
        QCoreApplication.translate("Recovery", "%n videos in the library.", None, report.videos)
    ]
    if report.salvaged:
        lines.append(_salvaged(report.salvaged))
    if report.unconfirmed:
        lines.append(_unconfirmed(report.unconfirmed))
    if report.lost:
        lines.append(_lost(report.lost))
    if report.unknown_tasks:
        lines.append(_unknown(len(report.unknown_tasks)))
    return tuple(lines)


def _salvaged(count: int) -> str:
    return QCoreApplication.translate(
        "Recovery", "%n of them read out of the damaged file.", None, count
    )


def _unconfirmed(count: int) -> str:
    return QCoreApplication.translate(
        "Recovery",
        "%n videos of which it is unclear whether they were charged; they are never sent again.",
        None,
        count,
    )


def _lost(count: int) -> str:
    return QCoreApplication.translate(
        "Recovery", "%n videos could not be kept. Find them by their task ids.", None, count
    )


def _unknown(count: int) -> str:
    return QCoreApplication.translate(
        "Recovery",
        "%n paid tasks are not in the library; they can be found by their ids.",
        None,
        count,
    )


def _kept_in(folder: str) -> str:
    text = QCoreApplication.translate("Recovery", "The old files lie unchanged in {folder}")
    return text.format(folder=folder)
