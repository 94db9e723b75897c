"""Texts as they are: tooltips guess whether one is HTML and have no switch, so it is escaped."""

_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def plain_tooltip(text: str) -> str:
    """The text so that a tooltip shows exactly its characters.

    Always marked as rich, or a tooltip without any tag would show the escapes themselves.
    """
    return f"<span>{text.translate(_ESCAPED)}</span>" if text else ""


def breakable(text: str) -> str:
    """The text so that a label can break it anywhere: an id would widen what it stands in."""
    return "\u200b".join(text)
