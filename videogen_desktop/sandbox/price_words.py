"""Prose about prices, as in Kie's catalogue of 1 October 2026.

Nothing in it is meant to be read by a program: each family has words of its own, some have none,
and one text may speak of a whole family.
"""

import hashlib
from collections.abc import Sequence

from videogen_desktop.sandbox.catalogue import Catalogue, Model, Price
from videogen_desktop.sandbox.envelopes import credits_of

CREDIT_IN_DOLLARS = 0.005
_SILENT_ONE_IN = 12
_ABOUT_BONUS = (
    "High-tier top-ups include +10% bonus credits. Effective pricing is approximately 10% lower "
    "than the above rates.",
    "High-tier top-ups (+10% bonus) bring effective pricing down to ~${least:.3f}.",
)


def price_words(catalogue: Catalogue, model: Model) -> str | None:
    """What is said about the price of a model; None where nothing is."""
    if model.maker != "Sandbox" and _digest(model.name) % _SILENT_ONE_IN == 0:
        return None
    family = [one for one in catalogue.values() if _family(one) == _family(model)]
    style = _digest(_family(model)) % 4
    if style == 3 and 1 < len(family) < 4:
        said = ", while ".join(f"{one.title} costs {_sentence(one.prices)}" for one in family)
        return f"{said}.\n{_bonus(1, model.prices)}"
    if style == 1:
        return f"Pricing: {_sentence(model.prices)}. \n{_bonus(1, model.prices)}"
    if style == 2:
        lines = "\n".join(map(_line, model.prices))
        return f"{lines}\n\n\N{SMALL ORANGE DIAMOND}Note: prices may be adjusted in the future"
    return f"{'; '.join(map(_line, model.prices))}\n{_bonus(0, model.prices)}"


def price_rows(model: Model) -> list[dict[str, object]]:
    """The lines of the public price feed for a model."""
    return [
        {
            "modelDescription": ", ".join((model.title, model.task_types[0], *_labels(price))),
            "interfaceType": "video",
            "provider": model.maker,
            "creditPrice": f"{credits_of(price.amount):g}",
            # Misspelled in the real feed too.
            "creditUnit": "per second" if price.per_second else "per vedio",
            "usdPrice": f"{credits_of(price.amount) * CREDIT_IN_DOLLARS:.3f}",
            "falPrice": "",
            "discountRate": 0,
            "anchor": f"https://kie.ai/market?model={model.name}",
            "discountPrice": False,
        }
        for price in model.prices
    ]


def _line(price: Price) -> str:
    amount = credits_of(price.amount)
    per = "/s" if price.per_second else ""
    cost = f"{amount:g} credits{per} (${amount * CREDIT_IN_DOLLARS:g}{per}"
    return f"{' '.join(_labels(price)) or 'Any'}: {cost})"


def _sentence(prices: Sequence[Price]) -> str:
    parts = []
    for price in prices:
        amount = credits_of(price.amount)
        per = " per second" if price.per_second else ""
        of = f" for {' '.join(_labels(price))}" if price.options else ""
        parts.append(f"{amount:g} credits{per}{of} (~${amount * CREDIT_IN_DOLLARS:.3f})")
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1] if parts else "free")))


def _labels(price: Price) -> list[str]:
    return [_label(name, value) for name, value in price.options.items()]


def _label(name: str, value: object) -> str:
    if isinstance(value, bool):
        word = "audio" if "audio" in name or "sound" in name else name.replace("_", " ")
        return f"{'with' if value else 'no'} {word}"
    return f"{value}s" if name == "duration" else str(value)


def _bonus(kind: int, prices: Sequence[Price]) -> str:
    least = min((credits_of(price.amount) for price in prices), default=0)
    return _ABOUT_BONUS[kind].format(least=least * CREDIT_IN_DOLLARS / 1.1)


def _family(model: Model) -> str:
    return model.name.partition("/")[0]


def _digest(name: str) -> int:
    return hashlib.sha256(b"price" + name.encode()).digest()[0]
