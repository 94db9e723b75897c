"""Texts as they are: tooltips guess whether one is HTML and have no switch, so it is escaped."""

import re
from functools import cache

# Characters that fit beside a button on the smallest of screens.
_ONE_LINE = 56
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


@cache
def _undrawn() -> "re.Pattern[str]":
    """Controls, halves of a pair, and what Unicode promises never to make a character (each plane's
    last two, and 32 more): nothing is drawn of them, or an exception ends the painting of the whole
    card. Compiled with the first: it takes as long as a widget of the first frame."""
    planes = range(0, 0x110000, 0x10000)
    last_two = "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in planes)
    return re.compile(f"[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{last_two}]")


def drawable(text: str) -> str:
    """The text with the sign of a broken character where nothing could be drawn."""
    # 0.5 microseconds instead of 33, for each card that is painted.
    return text if text.isprintable() else _undrawn().sub("\ufffd", text)


def plain_tooltip(text: str) -> str:
    """The text so that a tooltip shows exactly its characters.

    Always marked as rich, or a tooltip without any tag would show the escapes themselves. Qt breaks
    a rich one into a block of its own taste: what fits on a line stays on one.
    """
    if not text:
        return ""
    style = ' style="white-space: nowrap"' if len(text) <= _ONE_LINE else ""
    return f"<span{style}>{drawable(text).translate(_ESCAPED)}</span>"


def breakable(text: str) -> str:
    """The text so that a label can break it anywhere: an id would widen what it stands in."""
    # Before the first frame nothing is broken up.
    from videogen_desktop.domain.text import graphemes

    return "\u200b".join(graphemes(text))
