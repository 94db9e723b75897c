"""Amounts of credits as people read them, and what they are worth."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

if TYPE_CHECKING:
    from videogen_desktop.domain.credits import CreditRate

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


def worth_text(hundredths: int, rate: "CreditRate | None") -> str:
    """The amount in đồng, such as "≈ 12.500 ₫"; empty without a rate."""
    if rate is None:
        return ""
    worth = rate.worth(hundredths)
    sign = _MINUS if worth < 0 else ""
    return f"≈\N{NO-BREAK SPACE}{sign}{QLocale().toString(abs(worth))}\N{NO-BREAK SPACE}₫"


def dated_worth(hundredths: int, rate: "CreditRate | None", *, is_play_money: bool) -> str:
    """The same with the day of the rate; play money is worth nothing, and says so."""
    if rate is None:
        return ""
    text = QCoreApplication.translate("Credits", "{worth} by the rate you set on {day}")
    if is_play_money:
        text = QCoreApplication.translate(
            "Credits", "If it were real money: {worth} by the rate you set on {day}"
        )
    # The first frame has no rate, and does not wait for it.
    from videogen_desktop.ui.moments import day_text

    return text.format(worth=worth_text(hundredths, rate), day=day_text(rate.day))


def price_source(source: str) -> str:
    """Where a price comes from, in the window's language; what only a newer version knows stays as
    it is."""
    owner, has_owner, place = source.partition("'s ")
    translate = QCoreApplication.translate
    if not has_owner:
        known = {
            "made-up prices": translate("Source", "made-up prices"),
            "your own charge": translate("Source", "your own charge"),
        }
        return known.get(source, source)
    places = {
        "model list": translate("Source", "the model list of {vendor}"),
        "price text": translate("Source", "the price page of {vendor}"),
        "price feed": translate("Source", "the price list of {vendor}"),
        "schema pages and price feed": translate("Source", "pages and price list of {vendor}"),
    }
    return places[place].format(vendor=owner) if place in places else source
