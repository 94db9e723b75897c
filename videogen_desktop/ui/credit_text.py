"""Amounts of credits as people read them."""

from PySide6.QtCore import QCoreApplication, QLocale

_MINUS = "−"


def credit_number(hundredths: int) -> str:
    """The amount in the language's own digits: 1.000 or 14,4."""
    from videogen_desktop.domain.credits import HUNDREDTHS_PER_CREDIT

    locale = QLocale()
    whole, rest = divmod(hundredths, HUNDREDTHS_PER_CREDIT)
    if rest == 0:
        return locale.toString(whole)
    decimals = 1 if rest % 10 == 0 else 2
    return locale.toString(hundredths / HUNDREDTHS_PER_CREDIT, "f", decimals)


def signed_number(hundredths: int) -> str:
    """The amount with its sign: +1.000 or −14,4; without one for nothing."""
    return ("+" if hundredths > 0 else "") + plain_number(hundredths)


def plain_number(hundredths: int) -> str:
    """The amount, with a real minus sign below zero."""
    return (_MINUS if hundredths < 0 else "") + credit_number(abs(hundredths))


def credits_text(hundredths: int) -> str:
    """The amount with its unit, such as "100 credits"."""
    if credit_number(hundredths) == "1":
        return QCoreApplication.translate("Credits", "1 credit")
    template = QCoreApplication.translate("Credits", "{amount} credits")
    return template.format(amount=credit_number(hundredths))
