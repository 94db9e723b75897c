"""Prices in the terminal: a model's as they are declared, the one at first, and their worth."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from videogen_desktop.cli.output import JsonObject, credits_text, print_table, value_words
from videogen_desktop.domain.credits import CreditRate, credits_as_number
from videogen_desktop.domain.model_rules import Choice, Condition
from videogen_desktop.domain.request import plain_value

if TYPE_CHECKING:
    from videogen_desktop.domain.model import Price, VideoModel


def price_words(model: "VideoModel") -> str:
    """What a video costs as the model is set at first; the span of its prices where that depends
    on more than its settings."""
    row = model.price_row(Choice(model.defaults()))
    if row is not None:
        amount = row.of(Choice(model.defaults()))
        return f"{credits_text(row.amount)} a second" if amount is None else credits_text(amount)
    amounts = [one.amount for one in model.prices]
    if not amounts:
        return "unknown"
    least, most = (credits_text(one) for one in (min(amounts), max(amounts)))
    span = least if least == most else f"{least} to {most}"
    return f"{span} a second" if model.prices[0].per_second else span


def price_object(price: "Price") -> JsonObject:
    return {
        "when": {one.name: _condition(one) for one in price.when},
        "credits": credits_as_number(price.amount),
        "unit": "second" if price.per_second else "video",
        "source": price.source,
        "day": price.day.isoformat(),
        "drifted": None if price.drifted is None else price.drifted.isoformat(),
    }


def _condition(condition: Condition) -> object:
    if condition.values:
        return [plain_value(value) for value in condition.values]
    if condition.exactly is not None:
        return {"exactly": condition.exactly}
    return {"above": condition.above}


def print_prices(model: "VideoModel") -> None:
    """All of them, and what is in doubt about them."""
    print_section(
        ("CREDITS", "A", "SOURCE", "DAY", "WHEN"),
        [
            (
                credits_text(one.amount),
                "second" if one.per_second else "video",
                one.source,
                one.day.isoformat(),
                ", ".join(_condition_words(condition) for condition in one.when),
            )
            for one in model.prices
        ],
    )
    drifted = min((one.drifted for one in model.prices if one.drifted), default=None)
    if drifted is not None:
        words = "the next charge says which one holds."
        print(f"\nThe provider has named another price since {drifted}: {words}")
    if not model.prices:
        print("\nThe price is not known: `videogen generate` wants --max-credits for it.")


def print_section(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table below a blank line, or nothing."""
    if rows:
        print()
        print_table(headings, rows)


def worth_object(hundredths: int | None, rate: CreditRate | None) -> JsonObject | None:
    """In đồng, with the rate that the user set; None where either is not known."""
    if hundredths is None or rate is None:
        return None
    paid = {"dong": rate.dong, "credits": credits_as_number(rate.hundredths)}
    return {"dong": rate.worth(hundredths), "rate": {**paid, "day": rate.day.isoformat()}}


def worth_words(hundredths: int | None, rate: CreditRate | None, *, is_play_money: bool) -> str:
    """The same in words; empty where it is not known."""
    if hundredths is None or rate is None:
        return ""
    verb = "would be worth" if is_play_money else "is worth"
    worth = f"{verb} about {rate.worth(hundredths):,} VND by your rate of {rate.day}"
    return f"{worth}, if it were real money" if is_play_money else worth


def _condition_words(condition: Condition) -> str:
    if condition.values:
        return f"{condition.name} {' or '.join(value_words(value) for value in condition.values)}"
    if condition.exactly is not None:
        return f"{condition.exactly} files of {condition.name}"
    return f"more than {condition.above} of {condition.name}" if condition.above else condition.name
