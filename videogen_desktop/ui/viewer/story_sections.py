"""What happened to a video, and what it did to the wallet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from videogen_desktop.domain.details import TimelineEvent
from videogen_desktop.domain.graphemes import beginning
from videogen_desktop.domain.ledger import EntryKind, LedgerEntry
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui import charges
from videogen_desktop.ui.credit_text import credit_number, signed_number
from videogen_desktop.ui.moments import local_date, local_time
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.viewer import details_wording as words
from videogen_desktop.ui.viewer.money_wording import entry_name
from videogen_desktop.ui.viewer.panel_parts import Dot, Section
from videogen_desktop.ui.viewer.timeline_wording import event_name, event_note

_LONGEST_NOTE = 300


class TimelineSection(Section):
    """The facts in the order in which they became known, in local time."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.rows.setSpacing(0)

    def show_timeline(self, timeline: tuple[TimelineEvent, ...], tokens: Tokens) -> None:
        self._tokens = tokens
        self.clear()
        self.heading.setText(words.timeline())
        day = ""
        for number, event in enumerate(timeline):
            last = number == len(timeline) - 1
            date = local_date(event.at)
            self.rows.addWidget(self._row(event, "" if date == day else date, number == 0, last))
            day = date

    def _row(self, event: TimelineEvent, date: str, first: bool, last: bool) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(Dot(self._colour(event.kind), self._tokens.border, first=first, last=last))
        said = QVBoxLayout()
        said.setSpacing(0)
        said.setContentsMargins(0, 2, 0, 6)
        said.addWidget(plain_label("", event_name(event), wraps=True))
        note = event_note(event)
        if note:
            said.addWidget(plain_label("small", beginning(note, _LONGEST_NOTE), wraps=True))
        line.addLayout(said, 1)
        when = plain_label("small", f"{date} {local_time(event.at)}".strip())
        when.setContentsMargins(0, 4, 0, 0)
        line.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _colour(self, kind: str) -> str:
        tokens = self._tokens
        return {
            "completed": tokens.success,
            "downloaded": tokens.success,
            "failed": tokens.danger,
            "deleted": tokens.danger,
            "unconfirmed": tokens.warning,
            "not_sent": tokens.warning,
            "contradiction": tokens.warning,
            "success_without_result": tokens.warning,
            "not_tagged": tokens.warning,
            "plays_elsewhere": tokens.warning,
            "result_gone": tokens.danger,
            "cancelled": tokens.text_faint,
        }.get(kind, tokens.accent)


class MoneySection(Section):
    """The ledger's rows of this video, and what it cost in the end."""

    def show_money(
        self, item: LibraryItem, entries: tuple[LedgerEntry, ...], tokens: Tokens
    ) -> None:
        self.clear()
        self.heading.setText(words.money())
        if not entries:
            self.rows.addWidget(plain_label("muted", words.no_money(), wraps=True))
            return
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.space_3)
        grid.setVerticalSpacing(tokens.space_1)
        grid.setColumnStretch(0, 1)
        for row, entry in enumerate(entries):
            grid.addWidget(plain_label("", entry_name(entry.kind), wraps=True), row, 0)
            grid.addWidget(plain_label("small", local_time(entry.at)), row, 1)
            grid.addWidget(_amount(entry, tokens), row, 2, _RIGHT)
        rule = QFrame()
        rule.setObjectName("rule")
        grid.addWidget(rule, len(entries), 0, 1, 3)
        grid.addWidget(plain_label("", words.total()), len(entries) + 1, 0)
        total = plain_label("amount", charges.total(item))
        grid.addWidget(total, len(entries) + 1, 1, 1, 2, _RIGHT)
        self.rows.addWidget(table)


_RIGHT = Qt.AlignmentFlag.AlignRight


def _amount(entry: LedgerEntry, tokens: Tokens) -> QLabel:
    if entry.kind is EntryKind.CAPTURE:
        # Nothing that can be spent changes: it moves from held to spent.
        return plain_label("muted", credit_number(entry.amount))
    label = plain_label("amount", signed_number(entry.available_change))
    if entry.available_change > 0:
        label.setStyleSheet(f"color: {tokens.success};")
    return label
