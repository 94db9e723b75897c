"""Texts as they are: tooltips guess whether one is HTML and have no switch, so it is escaped."""

# Characters that fit beside a button on the smallest of screens.
_ONE_LINE = 56
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def plain_tooltip(text: str) -> str:
    """The text so that a tooltip shows exactly its characters.

    Always marked as rich, or a tooltip without any tag would show the escapes themselves. Qt breaks
    a rich one into a block of its own taste: what fits on a line stays on one.
    """
    if not text:
        return ""
    style = ' style="white-space: nowrap"' if len(text) <= _ONE_LINE else ""
    return f"<span{style}>{text.translate(_ESCAPED)}</span>"


def breakable(text: str) -> str:
    """The text so that a label can break it anywhere: an id would widen what it stands in."""
    return "\u200b".join(text)
