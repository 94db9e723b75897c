"""JSON of a callback, which only hints: everything that the standard decoder lets through is
refused here."""

import json
from decimal import Decimal
from typing import NoReturn

from videogen_desktop.domain.errors import MalformedAnswerError

# Python's own limit for integers is 4300 digits; no figure here needs more than a few dozen.
_NUMBER_CHARACTERS = 64


def strict_json(text: str | bytes) -> object:
    """Decode UTF-8 JSON. Numbers with a fraction or an exponent become Decimal.

    Raises MalformedAnswerError for anything but valid JSON, and for NaN, Infinity, duplicate
    keys, absurdly long numbers and nesting deeper than the interpreter can follow.
    """
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
        return json.loads(
            text,
            parse_float=_decimal,
            parse_int=_integer,
            parse_constant=_refuse_constant,
            object_pairs_hook=_unique_keys,
        )
    # ArithmeticError: an exponent too large for Decimal.
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise MalformedAnswerError(f"not JSON: {type(error).__name__}") from error


def _integer(text: str) -> int:
    if len(text) > _NUMBER_CHARACTERS:
        raise ValueError("too many digits")
    return int(text)


def _decimal(text: str) -> Decimal:
    if len(text) > _NUMBER_CHARACTERS:
        raise ValueError("too many digits")
    return Decimal(text)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _unique_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    keys = dict(pairs)
    if len(keys) != len(pairs):
        raise ValueError("duplicate keys")
    return keys
