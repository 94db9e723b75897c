"""The limits of a wallet's owner: a line that sums them up, and the fields behind it."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from videogen_desktop.domain.spend_guards import UNREADABLE, SpendGuards, Spending
from videogen_desktop.ui.credit_text import credit_number, credits_text
from videogen_desktop.ui.plain_label import form_button, plain_label
from videogen_desktop.ui.theme.tokens import Tokens

# A credit is a hundred of its hundredths; nobody's cap is higher than this.
_HUNDREDTHS, _MOST = 100, 1_000_000_000
_LONGEST, _FIELD_WIDTH = 12, 132


class LimitsForm(QWidget):
    """An empty field is no limit. What is written counts once the field is left. Main thread."""

    changed = Signal(object)  # SpendGuards

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._limits = SpendGuards()
        self._spending: Spending | None = None
        self._is_open = False
        self.summary = plain_label("small", wraps=True)
        self.switch = form_button("link")
        self.day, self.month, self.in_flight = QLineEdit(), QLineEdit(), QLineEdit()
        self._names = (plain_label(wraps=True), plain_label(wraps=True), plain_label(wraps=True))
        self._meaning = plain_label("small", wraps=True)
        self.spent = plain_label("small", wraps=True)
        self.wrong = plain_label("danger", wraps=True)
        self.wrong.hide()
        self._form = QWidget()
        self._lay_out(tokens)
        self.switch.clicked.connect(self._toggle)
        for field in self.fields:
            field.setMaxLength(_LONGEST)
            field.editingFinished.connect(self._take)
            field.textEdited.connect(self._forgive)
        self.retranslate()
        self._show_form()

    @property
    def fields(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        """For a day, for a month, and at once."""
        return self.day, self.month, self.in_flight

    def show_limits(self, limits: SpendGuards) -> None:
        """What holds; a field that is being written in stays."""
        self._limits = limits
        self.summary.setText(limits_text(limits))
        if self.wrong.isHidden():
            self._fill()

    def show_spending(self, spending: "Spending") -> None:
        """What counts against them now."""
        self._spending = spending
        self._write_spent()

    def retranslate(self) -> None:
        day = QCoreApplication.translate("Limits", "Credits a day")
        month = QCoreApplication.translate("Limits", "Credits a month")
        at_once = QCoreApplication.translate("Limits", "Videos at once")
        nothing = QCoreApplication.translate("Limits", "No limit")
        for label, field, name in zip(self._names, self.fields, (day, month, at_once), strict=True):
            label.setText(name)
            field.setAccessibleName(name)
            field.setPlaceholderText(nothing)
        meaning = QCoreApplication.translate(
            "Limits", "A video that would pass a limit is not sent, and costs nothing."
        )
        self._meaning.setText(meaning)
        self.wrong.setText(
            QCoreApplication.translate("Limits", "Enter a number above 0, or nothing for no limit.")
        )
        self.show_limits(self._limits)
        self._write_spent()
        self._show_form()

    @Slot()
    def _toggle(self) -> None:
        self._is_open = not self._is_open
        self._show_form()
        if self._is_open:
            self.day.setFocus()

    @Slot()
    def _take(self) -> None:
        """All three, or none while one is wrong."""
        read = (amount_in, amount_in, count_in)
        values: list[int | None] = []
        is_right = True
        for field, value_in in zip(self.fields, read, strict=True):
            text = field.text().strip()
            value = value_in(text) if text else None
            mark(field, is_wrong=bool(text) and value is None)
            is_right = is_right and not (text and value is None)
            values.append(value)
        self.wrong.setVisible(not is_right)
        limits = SpendGuards(*values)
        # Leaving empty fields is no word about limits that were lost.
        is_meant = self._limits.are_readable or any(field.isModified() for field in self.fields)
        if is_right and is_meant and limits != self._limits:
            self.show_limits(limits)
            self.changed.emit(limits)

    @Slot()
    def _forgive(self) -> None:
        self.wrong.hide()
        for field in self.fields:
            mark(field, is_wrong=False)

    # --- inner -------------------------------------------------------------------------------

    def _fill(self) -> None:
        limits = self._limits
        texts = (
            amount_text(limits.day_cap),
            amount_text(limits.month_cap),
            count_text(limits.in_flight_cap),
        )
        for field, text in zip(self.fields, texts, strict=True):
            if not field.hasFocus() and field.text() != text:
                field.setText(text)

    def _write_spent(self) -> None:
        self.spent.setText("" if self._spending is None else spent_text(self._spending))
        self.spent.setVisible(self._spending is not None)

    def _show_form(self) -> None:
        self._form.setVisible(self._is_open)
        closed = QCoreApplication.translate("Limits", "Set spending limits…")
        opened = QCoreApplication.translate("Limits", "Fold away")
        self.switch.setText(opened if self._is_open else closed)

    def _lay_out(self, tokens: Tokens) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.space_3)
        grid.setVerticalSpacing(tokens.space_2)
        grid.setColumnStretch(0, 1)
        pairs: list[tuple[QLabel, QLineEdit]] = list(zip(self._names, self.fields, strict=True))
        for row, (label, field) in enumerate(pairs):
            field.setMaximumWidth(_FIELD_WIDTH)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        inside = QVBoxLayout(self._form)
        inside.setContentsMargins(0, 0, 0, tokens.space_1)
        inside.setSpacing(tokens.space_2)
        inside.addWidget(self._meaning)
        inside.addLayout(grid)
        inside.addWidget(self.wrong)
        inside.addWidget(self.spent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.summary)
        column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._form)


def amount_in(text: str) -> int | None:
    """Hundredths from an amount in the language's own digits; None for what is no amount above
    zero."""
    number, is_number = QLocale().toDouble(text.strip())
    amount = round(number * _HUNDREDTHS) if is_number and number < _MOST else 0
    return amount if amount > 0 else None


def count_in(text: str) -> int | None:
    """A number of videos; None for what is none above zero."""
    number, is_number = QLocale().toInt(text.strip())
    return number if is_number and number > 0 else None


def amount_text(hundredths: int | None) -> str:
    return "" if hundredths in (None, UNREADABLE) else credit_number(hundredths)


def count_text(count: int | None) -> str:
    return "" if count in (None, UNREADABLE) else QLocale().toString(count)


def limits_text(limits: SpendGuards) -> str:
    """All of a wallet's limits in one line."""
    if not limits.are_readable:
        return QCoreApplication.translate(
            "Limits", "The limits set cannot be read: nothing is sent until you set them again."
        )
    parts = []
    if limits.day_cap is not None:
        text = QCoreApplication.translate("Limits", "at most {amount} a day")
        parts.append(text.format(amount=credits_text(limits.day_cap)))
    if limits.month_cap is not None:
        text = QCoreApplication.translate("Limits", "at most {amount} a month")
        parts.append(text.format(amount=credits_text(limits.month_cap)))
    if limits.in_flight_cap is not None:
        count = limits.in_flight_cap
        parts.append(QCoreApplication.translate("Limits", "at most %n videos at once", None, count))
    if not parts:
        return QCoreApplication.translate("Limits", "No spending limits")
    text = QCoreApplication.translate("Limits", "Limits: {limits}")
    return text.format(limits=" · ".join(parts))


def spent_text(spending: Spending) -> str:
    """What counts against the limits now."""
    text = QCoreApplication.translate("Limits", "Used today: {day}, this month: {month}.")
    text = text.format(day=credits_text(spending.day), month=credits_text(spending.month))
    running = QCoreApplication.translate(
        "Limits", "%n videos are under way.", None, spending.in_flight
    )
    return f"{text} {running}"


def mark(field: QLineEdit, *, is_wrong: bool) -> None:
    """Show that what stands in the field cannot be."""
    if field.property("wrong") != is_wrong:
        field.setProperty("wrong", is_wrong)
        field.style().unpolish(field)
        field.style().polish(field)
