"""JSON of an answer that may be paid for: what cannot be read hides nothing of what stands beside.

A figure or word that decides about money is checked where it is read: what is unreadable here, or
stands there twice and differs, is none of the types that are asked for.
"""

import json
from decimal import Decimal
from typing import Final

from videogen_desktop.domain.errors import MalformedAnswerError

# Python's own limit for integers is 4300 digits; no figure here needs more than a few dozen.
_NUMBER_CHARACTERS = 64
_LEVELS_OF_STRINGS = 3
_BYTE_ORDER_MARK = "\ufeff"


class Unreadable:
    """Stands where an answer has NaN, Infinity or a number of absurd length."""

    def __repr__(self) -> str:
        return "unreadable"


UNREADABLE: Final = Unreadable()


class Differing(tuple[object, ...]):
    """The values of a name that stands several times in one object, with different ones."""

    __slots__ = ()


def lenient_json(text: str | bytes) -> object:
    """Decode JSON whatever odd values it has. Numbers with a fraction or an exponent are Decimal.

    Raises MalformedAnswerError for what is no JSON at all, or nested deeper than the interpreter
    can follow.
    """
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    try:
        return json.loads(
            text.replace(_BYTE_ORDER_MARK, ""),
            parse_float=_decimal,
            parse_int=_integer,
            parse_constant=lambda _name: UNREADABLE,
            object_pairs_hook=_members,
            # A line break inside a text is no reason to lose the texts beside it.
            strict=False,
        )
    except (ValueError, RecursionError) as error:
        raise MalformedAnswerError(f"not JSON: {type(error).__name__}") from error


def unwrapped_json(value: object) -> object:
    """The value inside a string of JSON inside a string; None when there is none.

    Kie answers `resultJson` as text and `param` as text that holds text again.
    """
    for _ in range(_LEVELS_OF_STRINGS):
        if not isinstance(value, str):
            return value
        try:
            value = lenient_json(value)
        except MalformedAnswerError:
            return None
    return None if isinstance(value, str) else value


def unwrapped_object(value: object) -> dict[str, object]:
    """As unwrapped_json; anything but an object becomes an empty one."""
    inner = unwrapped_json(value)
    return inner if isinstance(inner, dict) else {}


def _integer(text: str) -> object:
    return int(text) if len(text) <= _NUMBER_CHARACTERS else UNREADABLE


def _decimal(text: str) -> object:
    if len(text) > _NUMBER_CHARACTERS:
        return UNREADABLE
    try:
        return Decimal(text)
    except ArithmeticError:
        # An exponent too large for Decimal.
        return UNREADABLE


def _members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        for name in members:
            values = [value for key, value in pairs if key == name]
            if any(value != values[0] for value in values):
                members[name] = Differing(values)
    return members
