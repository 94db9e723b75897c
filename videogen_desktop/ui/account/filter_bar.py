"""The row above the statement: text, kind and period."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QDate, QEvent, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from videogen_desktop.ui.account.day_edit import DayEdit
from videogen_desktop.ui.account.statement_model import StatementFilter
from videogen_desktop.ui.account.wording import KINDS, kind_name
from videogen_desktop.ui.menu_choice import MenuChoice
from videogen_desktop.ui.moments import local_midnight_ms
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens


class Period(StrEnum):
    ALWAYS = "always"
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    CHOSEN = "chosen"


_DAYS_BACK = {Period.TODAY: 0, Period.WEEK: 6, Period.MONTH: 29}


class FilterBar(QWidget):
    """Main thread only. `now_ms` says what today is."""

    changed = Signal(object)  # StatementFilter

    def __init__(self, tokens: Tokens, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._now_ms = now_ms
        self.text = QLineEdit()
        self.text.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.text.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.kind = MenuChoice(tokens)
        self.period = MenuChoice(tokens)
        self.first, self.last = DayEdit(tokens), DayEdit(tokens)
        self._dash = plain_label("muted", "–")
        self._lay_out(tokens)
        self.text.textChanged.connect(self._tell)
        self.kind.chosen.connect(self._tell)
        self.period.chosen.connect(self._period_chosen)
        self.first.dateChanged.connect(self._tell)
        self.last.dateChanged.connect(self._tell)
        self.set_tokens(tokens)
        self.retranslate()
        self._show_dates(False)

    def current(self) -> StatementFilter:
        since, until = self._span()
        return StatementFilter(self.text.text().strip(), self.kind.current, since, until)

    @Slot()
    def clear(self) -> None:
        """Everything is shown again."""
        self.text.clear()
        self.kind.choose(None)
        self.period.choose(Period.ALWAYS)
        self._show_dates(False)
        self._tell()

    def set_tokens(self, tokens: Tokens) -> None:
        self._glass.setIcon(themed_icon("search", tokens.text_faint, 16))
        for part in (self.kind, self.period, self.first, self.last):
            part.set_tokens(tokens)

    def retranslate(self) -> None:
        search = self.tr("Search in prompts")
        self.text.setPlaceholderText(search)
        self.text.setAccessibleName(search)
        everything = self.tr("Every kind")
        kinds = [(None, everything), *((kind, kind_name(kind)) for kind in KINDS)]
        self.kind.offer(self.tr("Kind of movement"), kinds)
        self.period.offer(self.tr("Period"), self._periods())
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))

    def _periods(self) -> list[tuple[Period, str]]:
        return [
            (Period.ALWAYS, self.tr("Any time")),
            (Period.TODAY, self.tr("Today")),
            (Period.WEEK, self.tr("Last 7 days")),
            (Period.MONTH, self.tr("Last 30 days")),
            (Period.CHOSEN, self.tr("Choose days…")),
        ]

    def _span(self) -> tuple[int | None, int | None]:
        period = self.period.current
        if period is Period.CHOSEN:
            return _start_of(self.first.date()), _start_of(self.last.date().addDays(1))
        if period in _DAYS_BACK:
            return local_midnight_ms(self._now_ms(), _DAYS_BACK[period]), None
        return None, None

    @Slot(object)
    def _period_chosen(self, period: Period) -> None:
        self._show_dates(period is Period.CHOSEN)
        self._tell()

    def _show_dates(self, shown: bool) -> None:
        for part in (self.first, self._dash, self.last):
            part.setVisible(shown)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit(self.current())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self, tokens: Tokens) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.space_2)
        row = QHBoxLayout()
        row.setSpacing(tokens.space_2)
        row.addWidget(self.text, 1)
        row.addWidget(self.kind)
        row.addWidget(self.period)
        dates = QHBoxLayout()
        dates.setSpacing(tokens.space_2)
        dates.addStretch(1)
        for part in (self.first, self._dash, self.last):
            dates.addWidget(part)
        column.addLayout(row)
        column.addLayout(dates)


def _start_of(day: QDate) -> int:
    # Not midnight by itself: some zones skip it once a year.
    return day.startOfDay().toMSecsSinceEpoch()
