"""Kie's words about a price: the figures in them, and prices where they can be read without doubt.

Kie's list has prose for each model, or none, or one text for a whole family (recorded on
1 October 2026); amounts are credits, the dollars beside them were seen to be wrong.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from videogen_desktop.domain.credits import hundredths_from_credits
from videogen_desktop.domain.input_slot import SlotKind
from videogen_desktop.domain.model import Price, VideoModel
from videogen_desktop.domain.model_rules import VIDEO_INPUT, Condition
from videogen_desktop.domain.parameter import AUDIO, DURATION, RESOLUTION, Parameter

SOURCE = "Kie's price text"
LONGEST = 4_000
_MOST_PRICES = 60
_NUMBER = r"(\d{1,6}(?:\.\d{1,4})?)"
_FIGURE = re.compile(rf"(?i)(?<![\d.$]){_NUMBER}(?:\s*(?:to|-|–)\s*{_NUMBER})?\s*credits?\b")
# "55, 110 or 220 credits"
_AND_BEFORE = re.compile(rf"(?i)(?<![\d.$])(?:{_NUMBER}\s*(?:/|,|\bor\b|\band\b)\s*)+$")
_ONE_NUMBER = re.compile(_NUMBER)
_PER_SECOND = re.compile(r"(?i)^\s*(?:/\s*s(?:ec(?:ond)?)?\b|per\s+second\b|each\s+second\b)")
_PER_VIDEO = re.compile(
    r"(?i)^\s*(?:/|per\s+)(?:video|vedio|clip|generation|request|extension)s?\b"
)
_OTHER_UNIT = re.compile(r"(?i)^\s*(?:/|per\s+)\s*[a-z0-9]+")
_DOLLARS = re.compile(
    r"\([^()]{0,60}\$[^()]{0,60}\)|[~≈]?\s*\$\d[\d.]*(?:\s*(?:/\s*s|per second))?"
)
_ASIDE = re.compile(r"(?is)(?:high-tier|note:|effective pricing|prices may).*")
_BETWEEN = re.compile(r"[;\n]|,(?!\d)|\band\b|(?<!\d)\.(?=\s|$)|\bwhile\b")
_SECONDS = re.compile(r"(?i)\b(\d{1,3})\s*-?\s*(?:s|sec|secs|seconds?)\b")
_SIZE = re.compile(r"(?i)\b(\d{3,4}p|[1-8]k)\b")
_SILENT = re.compile(r"(?i)\b(?:no|without|silent)(?:\s+(?:native\s+)?(?:audio|sound))?\b")
_WITH_SOUND = re.compile(r"(?i)\b(?:with|native)\s+(?:native\s+)?(?:audio|sound)\b")
_SAYS_NOTHING = re.compile(
    r"(?i)\b(?:pricing|price|costs?|for|any|is|are|a|the|at|video|videos|in|of|each|it|api)\b"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """From `least` to `most` hundredths of a credit; the same where one amount is named."""

    least: int
    most: int
    per_second: bool


def figures(text: str) -> tuple[Figure, ...]:
    """Every amount of credits in a text, in its order."""
    return tuple(_figures(text[:LONGEST]))


def says(text: str, price: Price, lengths: Sequence[int]) -> bool | None:
    """Whether the text still names this price; None where it names no amount at all.

    A price by the second may stand there as that of a whole video, and the other way round.
    """
    named = figures(text)
    if not named:
        return None
    amounts = {price.amount}
    if price.per_second:
        amounts.update(price.amount * length for length in lengths)
    else:
        amounts.update(price.amount // one for one in lengths if one and not price.amount % one)
    return any(one.least <= amount <= one.most for one in named for amount in amounts)


def prices_in(text: str, model: VideoModel, day: date) -> tuple[Price, ...]:
    """The prices that a text names, or none: where one word of it is not understood, or it names
    something that this model does not have, nobody can say what the amounts are for."""
    read = [_price(part, model, day) for part in _parts(_own(text[:LONGEST], model.title))]
    known = tuple(one for one in read if one is not None)
    is_clear = len(known) == len(read) <= _MOST_PRICES
    is_one_each = len({one.when for one in known}) == len(known)
    return known if known and is_clear and is_one_each else ()


def _figures(text: str) -> Iterator[Figure]:
    plain = _DOLLARS.sub(" ", text)
    for found in _FIGURE.finditer(plain):
        per_second = _PER_SECOND.match(plain[found.end() :]) is not None
        before = _AND_BEFORE.search(plain[max(0, found.start() - 80) : found.start()])
        for one in _ONE_NUMBER.findall(before.group(0)) if before else ():
            amount = hundredths_from_credits(one)
            yield Figure(amount, amount, per_second)
        least = hundredths_from_credits(found.group(1))
        most = hundredths_from_credits(found.group(2) or found.group(1))
        yield Figure(least, most, per_second)


def _own(text: str, title: str) -> str:
    """Of a text about a family the sentence that names the model."""
    plain = _DOLLARS.sub(" ", _ASIDE.sub("", text))
    sentences = re.split(r"\bwhile\b|(?<=\D)\.\s", plain)
    name = re.compile(rf"(?i)(?<![\w.]){re.escape(title)}(?:\s+costs|:)")
    named = [one for one in sentences if name.search(one)]
    return name.sub(" ", named[0]) if len(named) == 1 else plain


def _parts(text: str) -> list[str]:
    return [one for one in _BETWEEN.split(text) if one.strip(" \t:-–.•*🔸")]


def _price(part: str, model: VideoModel, day: date) -> Price | None:
    match = _FIGURE.search(part)
    if match is None or match.group(2) or len(_FIGURE.findall(part)) > 1:
        return None
    rest = part[match.end() :]
    unit = _PER_SECOND.match(rest) or _PER_VIDEO.match(rest)
    if unit is None and _OTHER_UNIT.match(rest):
        return None
    per_second = _PER_SECOND.match(rest) is not None
    label = f"{part[: match.start()]} {rest[unit.end() :] if unit else rest}"
    when = _conditions(label, model)
    if when is None:
        return None
    videos = [one for one in model.slots if one.kind is SlotKind.VIDEO]
    if per_second and any(one.least for one in videos):
        # Whether its seconds are paid too is not said, and differs.
        return None
    if per_second and videos:
        when = (*when, Condition(VIDEO_INPUT, (False,)))
    amount = hundredths_from_credits(match.group(1))
    return Price(when, amount, per_second, SOURCE, day, seconds_of=_paid_seconds(model))


def _paid_seconds(model: VideoModel) -> tuple[str, ...]:
    sounds = [one.name for one in model.slots if one.kind is SlotKind.SOUND]
    # As long as what goes in, where no length can be chosen.
    return (DURATION,) if model.parameter(DURATION) or not sounds else (sounds[0],)


def _conditions(label: str, model: VideoModel) -> tuple[Condition, ...] | None:
    """What a price is for, in the model's own values; None where a word is not understood."""
    found: list[Condition] = []
    for pattern, role in ((_SECONDS, DURATION), (_SIZE, RESOLUTION)):
        named = pattern.findall(label)
        label = pattern.sub(" ", label)
        if named:
            values = [_value(model.parameter(role), one) for one in named]
            known = tuple(one for one in values if one is not None)
            if len(known) != len(named):
                return None
            found.append(Condition(role, known))
    for pattern, is_on in ((_WITH_SOUND, True), (_SILENT, False)):
        if pattern.search(label):
            label = pattern.sub(" ", label)
            if model.parameter(AUDIO) is None:
                return None
            found.append(Condition(AUDIO, (is_on,)))
    is_understood = not _SAYS_NOTHING.sub(" ", label).strip(" \t:,.-–•*()🔸")
    roles = [one.name for one in found]
    return tuple(found) if is_understood and len(set(roles)) == len(roles) else None


def _value(parameter: Parameter | None, said: str) -> str | int | None:
    if parameter is None:
        return None
    for value in parameter.values:
        if str(value).lower() == said.lower():
            return value if isinstance(value, int) else str(value)
    return None
