"""What a recovery did."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from videogen_desktop.domain.library_health import RecoveryReport
from videogen_desktop.ui.health import recovery_wording as wording
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.plain_text import breakable
from videogen_desktop.ui.settings.setting_row import SettingsCard
from videogen_desktop.ui.theme.tokens import Tokens

_TASKS_SHOWN = 12


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
        self._heading.setText(wording.done())
        self._lines.setText("\n".join(wording.report_lines(report)))
        shown = [task.task_id for task in report.unknown_tasks[:_TASKS_SHOWN]]
        rest = "…" if len(report.unknown_tasks) > _TASKS_SHOWN else ""
        self._tasks.setText("\n".join(breakable(task) for task in shown) + rest)
        self._tasks.setVisible(bool(shown))
        kept = report.kept_in
        self._kept.setVisible(kept is not None)
        self._kept.setText("" if kept is None else wording.kept_in(breakable(str(kept))))
