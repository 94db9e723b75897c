"""The history of a video in the details panel: its timeline, and its rows of the ledger."""

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from videogen_desktop.domain.ledger import EntryKind, LedgerEntry
from videogen_desktop.domain.model import Price
from videogen_desktop.domain.text import beginning
from videogen_desktop.domain.video import LibraryItem, TimelineEvent, Video
from videogen_desktop.ui import charges
from videogen_desktop.ui.credit_text import credit_number, price_source, signed_number
from videogen_desktop.ui.moments import local_date, local_time
from videogen_desktop.ui.plain_label import breakable, plain_label
from videogen_desktop.ui.text_format import file_size_text
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.viewer.panel_parts import Dot, Section
from videogen_desktop.ui.viewer.task_dialog import difference_names

_LONGEST_NOTE = 300
_RIGHT = Qt.AlignmentFlag.AlignRight
# The keys of an event's detail that are shown with it, in the provider's own words.
_SAID = ("code", "message", "phase")
# Where the id is what became known; elsewhere the facts have it.
_BY_TASK = ("task_entered", "callback", "rescued")
_CONTEXT = "Viewer"
EVENTS = {
    "reserved": QT_TRANSLATE_NOOP("Viewer", "Credits set aside"),
    "sending": QT_TRANSLATE_NOOP("Viewer", "Request sent"),
    "pending": QT_TRANSLATE_NOOP("Viewer", "Accepted"),
    "processing": QT_TRANSLATE_NOOP("Viewer", "Processing began"),
    "completed": QT_TRANSLATE_NOOP("Viewer", "Completed"),
    "failed": QT_TRANSLATE_NOOP("Viewer", "Failed"),
    "cancelled": QT_TRANSLATE_NOOP("Viewer", "Cancelled before it was sent"),
    "unconfirmed": QT_TRANSLATE_NOOP("Viewer", "Unclear what became of it"),
    "not_sent": QT_TRANSLATE_NOOP("Viewer", "Could not be sent"),
    "downloaded": QT_TRANSLATE_NOOP("Viewer", "Saved on this computer"),
    "deleted": QT_TRANSLATE_NOOP("Viewer", "Deleted from the library"),
    "restored": QT_TRANSLATE_NOOP("Viewer", "Brought back"),
    "contradiction": QT_TRANSLATE_NOOP("Viewer", "A later word differs from what was recorded"),
    "success_without_result": QT_TRANSLATE_NOOP("Viewer", "Reported done, but without a video"),
    "checked": QT_TRANSLATE_NOOP("Viewer", "You had it checked again"),
    "task_entered": QT_TRANSLATE_NOOP("Viewer", "You entered the task id"),
    "user_charged": QT_TRANSLATE_NOOP("Viewer", "You said that it was charged"),
    "user_not_charged": QT_TRANSLATE_NOOP("Viewer", "You said that it was not charged"),
    "callback": QT_TRANSLATE_NOOP("Viewer", "Recognised by its webhook"),
    "rescued": QT_TRANSLATE_NOOP("Viewer", "Brought in by its task id"),
    "rescued_as": QT_TRANSLATE_NOOP("Viewer", "A late result came in as a new video"),
    "sibling": QT_TRANSLATE_NOOP("Viewer", "Came in as a further video of one request, at no cost"),
    "further_result": QT_TRANSLATE_NOOP(
        "Viewer", "The request brought a further video, now in the library"
    ),
    "result_left_out": QT_TRANSLATE_NOOP(
        "Viewer", "Another result of the request is no video, or is gone"
    ),
    "result_gone": QT_TRANSLATE_NOOP("Viewer", "The file is no longer there to be fetched"),
    "imported": QT_TRANSLATE_NOOP("Viewer", "Read in from its file"),
    "not_tagged": QT_TRANSLATE_NOOP(
        "Viewer", "Details could not be written into the file; the clip is whole"
    ),
    "plays_elsewhere": QT_TRANSLATE_NOOP(
        "Viewer", "This format cannot be played here; the file is kept as it came"
    ),
    "salvaged": QT_TRANSLATE_NOOP("Viewer", "Saved from a damaged library"),
}
_ENTRIES = {
    EntryKind.RESERVE: QT_TRANSLATE_NOOP("Viewer", "Set aside"),
    EntryKind.CAPTURE: QT_TRANSLATE_NOOP("Viewer", "Spent from what was set aside"),
    EntryKind.VOID: QT_TRANSLATE_NOOP("Viewer", "Set-aside credits returned"),
    EntryKind.REFUND: QT_TRANSLATE_NOOP("Viewer", "Refunded"),
    EntryKind.SETTLE: QT_TRANSLATE_NOOP("Viewer", "Price adjusted"),
}


class TimelineSection(Section):
    """The facts in the order in which they became known, in local time."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.rows.setSpacing(0)

    def show_timeline(self, timeline: tuple[TimelineEvent, ...], tokens: Tokens) -> None:
        self._tokens = tokens
        self.clear()
        self.heading.setText(QCoreApplication.translate("Viewer", "Timeline"))
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
        said.addWidget(plain_label("", _event_name(event), wraps=True))
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
    """The ledger's rows of this video, what it cost in the end, and where its price came from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Which of the vendor's prices it was, as far as that is known.
        self.price_row: Callable[[Video], Price | None] = _unknown

    def show_money(
        self, item: LibraryItem, entries: tuple[LedgerEntry, ...], tokens: Tokens
    ) -> None:
        self.clear()
        self.heading.setText(QCoreApplication.translate("Viewer", "Credits"))
        if not entries:
            nothing = QCoreApplication.translate("Viewer", "No credits moved for this video.")
            self.rows.addWidget(plain_label("muted", nothing, wraps=True))
            return
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.space_3)
        grid.setVerticalSpacing(tokens.space_1)
        grid.setColumnStretch(0, 1)
        for row, entry in enumerate(entries):
            grid.addWidget(plain_label("", _entry_name(entry.kind), wraps=True), row, 0)
            grid.addWidget(plain_label("small", local_time(entry.at)), row, 1)
            grid.addWidget(_amount(entry, tokens), row, 2, _RIGHT)
        rule = QFrame()
        rule.setObjectName("rule")
        grid.addWidget(rule, len(entries), 0, 1, 3)
        name = QCoreApplication.translate("Viewer", "Total cost")
        grid.addWidget(plain_label("", name), len(entries) + 1, 0)
        total = plain_label("amount", charges.total(item))
        grid.addWidget(total, len(entries) + 1, 1, 1, 2, _RIGHT)
        self.rows.addWidget(table)
        price = self.price_row(item.video)
        if price is not None:
            self.rows.addWidget(plain_label("small", _price_story(price), wraps=True))


def _unknown(_video: Video) -> None:
    return None


def _price_story(price: Price) -> str:
    day = QLocale().toString(
        QDate(price.day.year, price.day.month, price.day.day), QLocale.FormatType.ShortFormat
    )
    text = QCoreApplication.translate("Viewer", "Price: {source}, {day}")
    return text.format(source=price_source(price.source), day=day)


def _amount(entry: LedgerEntry, tokens: Tokens) -> QLabel:
    if entry.kind is EntryKind.CAPTURE:
        # Nothing that can be spent changes: it moves from held to spent.
        return plain_label("muted", credit_number(entry.amount))
    label = plain_label("amount", signed_number(entry.available_change))
    if entry.available_change > 0:
        label.setStyleSheet(f"color: {tokens.success};")
    return label


def _event_name(event: TimelineEvent) -> str:
    """What became known, in plain words; a kind of a later version stands as it is."""
    name = EVENTS.get(event.kind)
    return event.kind if name is None else QCoreApplication.translate(_CONTEXT, str(name))


def event_note(event: TimelineEvent) -> str:
    """What else the timeline knows of it, in the provider's own words; else empty."""
    detail = event.detail
    if event.kind == "downloaded" and isinstance(detail.get("bytes"), int):
        return file_size_text(int(str(detail["bytes"])))
    if event.kind == "not_tagged" and detail.get("reason") == "credentials":
        return _credentials()
    parts = [str(detail[key]) for key in _SAID if detail.get(key)]
    if event.kind in _BY_TASK and detail.get("task_id"):
        parts.append(breakable(str(detail["task_id"])))
    differences = detail.get("differences")
    if isinstance(differences, list) and differences:
        parts.append(_differs(difference_names([str(name) for name in differences])))
    return " · ".join(parts)


def _differs(names: str) -> str:
    text = QCoreApplication.translate("Viewer", "differs in {names}")
    return text.format(names=names)


def _credentials() -> str:
    return QCoreApplication.translate(
        "Viewer", "It carries content credentials, which any change would break"
    )


def _entry_name(kind: EntryKind) -> str:
    """A ledger row of a video in plain words."""
    name = _ENTRIES.get(kind)
    return kind.value if name is None else QCoreApplication.translate(_CONTEXT, str(name))
