"""The provider's own words in a failure, made fit to be read."""

import json

_MESSAGE_NAMES = ("msg", "message", "failMsg", "error_message", "detail", "error", "reason", "data")
_DEEPEST = 4


def readable_words(text: str | None) -> str:
    """One line of words; empty where there are only braces and numbers.

    Gateways put a whole JSON object into the field that is meant for a sentence: of that only the
    sentence inside is shown.
    """
    words = " ".join((text or "").split())
    if words[:1] not in ("{", "["):
        return words
    try:
        inside = json.loads(words)
    except (ValueError, RecursionError):
        return ""
    return " ".join(_sentence(inside, _DEEPEST).split())


def _sentence(value: object, depth: int) -> str:
    if isinstance(value, str):
        return readable_words(value) if depth else ""
    if not depth:
        return ""
    if isinstance(value, dict):
        named = [value[name] for name in _MESSAGE_NAMES if name in value]
        return next((found for one in named if (found := _sentence(one, depth - 1))), "")
    if isinstance(value, list):
        return next((found for one in value if (found := _sentence(one, depth - 1))), "")
    return ""
