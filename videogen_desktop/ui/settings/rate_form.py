"""The form for what credits cost their owner: đồng paid, for so many credits, as on a receipt.

Two figures and no rate: whoever bought credits knows both, with every fee in them, and has nothing
to reckon. A rate of the dollar is not what a bank took.
"""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from videogen_desktop.domain.credits import HUNDREDTHS_PER_CREDIT, LIKELY_DONG, CreditRate
from videogen_desktop.ui.credit_text import credit_number, dated_worth
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.settings.limits_form import amount_in, mark
from videogen_desktop.ui.theme.tokens import Tokens

_LONGEST, _FIELD_WIDTH = 20, 150
# What the smallest pack of credits holds, usually.
_USUAL = 1_000 * HUNDREDTHS_PER_CREDIT
_SIGNS = ("₫", "đ", "vnd", "vnđ")


class RateForm(QWidget):
    """No đồng, no rate. What is written counts once a field is left. Main thread."""

    changed = Signal(object)  # CreditRate, or None

    def __init__(self, tokens: Tokens, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self._today = today
        self._rate: CreditRate | None = None
        self.dong, self.credits = QLineEdit(), QLineEdit()
        self._paid, self._for, self._unit = plain_label(), plain_label(), plain_label()
        self.said = plain_label("small", wraps=True)
        self.wrong = plain_label("danger", wraps=True)
        self.wrong.hide()
        self._lay_out(tokens)
        for field in (self.dong, self.credits):
            field.setMaxLength(_LONGEST)
            field.setMaximumWidth(_FIELD_WIDTH)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.editingFinished.connect(self._take)
            field.textEdited.connect(self._forgive)
        self.retranslate()

    def show_rate(self, rate: CreditRate | None) -> None:
        """What holds; a field that is being written in stays."""
        self._rate = rate
        if self.wrong.isHidden():
            self._fill()
        words = dated_worth(HUNDREDTHS_PER_CREDIT, rate, is_play_money=False)
        text = QCoreApplication.translate("Rate", "1 credit {worth}")
        self.said.setText(text.format(worth=words))
        self.said.setVisible(rate is not None)

    def retranslate(self) -> None:
        self._paid.setText(QCoreApplication.translate("Rate", "You paid"))
        self._for.setText(QCoreApplication.translate("Rate", "for"))
        self._unit.setText(QCoreApplication.translate("Rate", "credits"))
        self.dong.setAccessibleName(QCoreApplication.translate("Rate", "Amount paid in dong"))
        self.dong.setPlaceholderText(QCoreApplication.translate("Rate", "Not shown"))
        self.credits.setAccessibleName(QCoreApplication.translate("Rate", "Credits bought"))
        self.credits.setPlaceholderText(credit_number(_USUAL))
        self.wrong.setText(_wrong_text())
        self.show_rate(self._rate)

    @Slot()
    def _take(self) -> None:
        fields = (self.dong, self.credits)
        if not any(field.isModified() for field in fields):
            # Who only looks at it sets no other day.
            return
        paid, bought = self.dong.text().strip(), self.credits.text().strip()
        dong = dong_in(paid)
        hundredths = amount_in(bought) if bought else _USUAL
        rate = CreditRate(dong or 0, hundredths or 0, self._today())
        is_wrong = bool(paid) and not rate.is_likely
        mark(self.dong, is_wrong=is_wrong and hundredths is not None)
        mark(self.credits, is_wrong=is_wrong and hundredths is None)
        self.wrong.setVisible(is_wrong)
        if is_wrong or (not paid and self._rate is None):
            return
        for field in fields:
            field.setModified(False)
        new = rate if paid else None
        self.show_rate(new)
        self.changed.emit(new)

    @Slot()
    def _forgive(self) -> None:
        self.wrong.hide()
        for field in (self.dong, self.credits):
            mark(field, is_wrong=False)

    def _fill(self) -> None:
        rate = self._rate
        dong = "" if rate is None else QLocale().toString(rate.dong)
        bought = "" if rate is None else credit_number(rate.hundredths)
        for field, text in ((self.dong, dong), (self.credits, bought)):
            # A field that was shown with the keyboard in it is no word of its owner's.
            if not (field.hasFocus() and field.isModified()) and field.text() != text:
                field.setText(text)

    def _lay_out(self, tokens: Tokens) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.space_2)
        grid.setVerticalSpacing(tokens.space_2)
        grid.setColumnStretch(3, 1)
        rows = (
            (self._paid, self.dong, plain_label("", "₫")),
            (self._for, self.credits, self._unit),
        )
        for number, parts in enumerate(rows):
            for place, part in enumerate(parts):
                grid.addWidget(part, number, place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.space_2)
        column.addLayout(grid)
        column.addWidget(self.said)
        column.addWidget(self.wrong)


def dong_in(text: str) -> int | None:
    """Whole đồng from an amount in the language's own digits, with its sign or without; None for
    what is no amount above zero."""
    plain = text.strip().lower()
    for sign in _SIGNS:
        plain = plain.removesuffix(sign).removeprefix(sign).strip()
    number, is_number = QLocale().toDouble(plain)
    is_amount = is_number and 0 < number <= LIKELY_DONG[1] * 10**9
    return round(number) if is_amount else None


def _wrong_text() -> str:
    least, most = (QLocale().toString(one) for one in LIKELY_DONG)
    text = QCoreApplication.translate(
        "Rate", "Enter both amounts so that one credit is worth {least} to {most} ₫."
    )
    return text.format(least=least, most=most)
