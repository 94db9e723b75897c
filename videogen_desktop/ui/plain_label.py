"""The plain parts of every view: labels and tooltips that show exactly their characters, as Qt
guesses HTML where it is not told, and the buttons of forms."""

import re
from functools import cache

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

# Characters that fit beside a button on the smallest of screens.
_ONE_LINE = 56
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def plain_label(role: str = "", text: str = "", *, wraps: bool = False) -> QLabel:
    """A label of plain text; `role` is the style sheet's. Main thread."""
    label = QLabel()
    label.setProperty("textFormat", "PlainText")
    label.setText(text)
    label.setWordWrap(wraps)
    # A style sheet would indent every size of type by another amount.
    label.setIndent(0)
    if role:
        label.setProperty("role", role)
    return label


def set_role(label: QLabel, role: str) -> None:
    """Change what a label is while it is shown."""
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().unpolish(label)
        label.style().polish(label)


def form_button(kind: str = "secondary") -> QPushButton:
    """A button in one of the style sheet's kinds: primary, secondary, link, danger, quiet."""
    # Not at the top: ui/theme/icons.py says what this class costs.
    from PySide6.QtCore import Qt

    button = QPushButton()
    button.setProperty("kind", kind)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    # In a dialog Enter would press whichever button comes first.
    button.setAutoDefault(False)
    return button


def side_by_side(*parts: QWidget, spacing: int = 8) -> QWidget:
    frame = QWidget()
    row = QHBoxLayout(frame)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for part in parts:
        row.addWidget(part)
    return frame


def plain_tooltip(text: str) -> str:
    """The text so that a tooltip shows exactly its characters.

    Always marked as rich, or a tooltip without any tag would show the escapes themselves. Qt breaks
    a rich one into a block of its own taste: what fits on a line stays on one, and so does each of
    several lines.
    """
    if not text:
        return ""
    is_kept = len(text) <= _ONE_LINE or "\n" in text
    style = ' style="white-space: nowrap"' if is_kept else ""
    shown = "<br>".join(drawable(line).translate(_ESCAPED) for line in text.split("\n"))
    return f"<span{style}>{shown}</span>"


def drawable(text: str) -> str:
    """The text with the sign of a broken character where nothing could be drawn."""
    # 0.5 microseconds instead of 33, for each card that is painted.
    return text if text.isprintable() else _undrawn().sub("\ufffd", text)


@cache
def _undrawn() -> "re.Pattern[str]":
    """Controls, halves of a pair, and what Unicode promises never to make a character (each plane's
    last two, and 32 more): nothing is drawn of them, or an exception ends the painting of the whole
    card. Compiled with the first: it takes as long as a widget of the first frame."""
    planes = range(0, 0x110000, 0x10000)
    last_two = "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in planes)
    return re.compile(f"[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{last_two}]")


def breakable(text: str) -> str:
    """The text so that a label can break it anywhere: an id would widen what it stands in."""
    # Before the first frame nothing is broken up.
    from videogen_desktop.domain.text import graphemes

    return "\u200b".join(graphemes(text))
