"""A wallet's own limits as people read and write them."""

from PySide6.QtCore import QCoreApplication, QLocale

from videogen_desktop.domain.spend_guards import UNREADABLE, SpendGuards, Spending
from videogen_desktop.ui.credit_text import credit_number, credits_text

# A credit is a hundred of its hundredths; nobody's cap is higher than this.
_HUNDREDTHS, _MOST = 100, 1_000_000_000


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


def summary(limits: SpendGuards) -> str:
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


def spent(spending: Spending) -> str:
    """What counts against the limits now."""
    text = QCoreApplication.translate("Limits", "Used today: {day}, this month: {month}.")
    text = text.format(day=credits_text(spending.day), month=credits_text(spending.month))
    running = QCoreApplication.translate(
        "Limits", "%n videos are under way.", None, spending.in_flight
    )
    return f"{text} {running}"
