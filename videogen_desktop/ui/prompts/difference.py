"""The words in which two texts differ, and a block that shows a text with them."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from videogen_desktop.ui.plain_label import drawable
from videogen_desktop.ui.theme.tokens import Tokens

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
# Of a text in another language nearly every word is another: to mark them all says nothing.
_ALIKE = 0.35
# Beyond it the comparison would take longer than a keystroke may.
_MOST_WORDS = 3_000


class Part(NamedTuple):
    text: str
    is_other: bool


def differences(before: str, after: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Both texts in parts, those marked that the other does not have; none where they have hardly a
    word in common. All parts together are the text."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if len(old) + len(new) > _MOST_WORDS:
        return (Part(before, False),), (Part(after, False),)
    first, second = ([word for word in part if not word.isspace()] for part in (old, new))
    if SequenceMatcher(None, first, second, autojunk=False).ratio() < _ALIKE:
        return (Part(before, False),), (Part(after, False),)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    left: list[Part] = []
    right: list[Part] = []
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        is_other = kind != "equal"
        left.append(Part("".join(old[old_from:old_to]), is_other))
        right.append(Part("".join(new[new_from:new_to]), is_other))
    return _whole(left), _whole(right)


def _whole(parts: Sequence[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.text)


class DifferenceBlock(QTextEdit):
    """A text that can be selected and not changed, with some of its words on a ground of their own.
    Characters are set as they are: nothing in them is markup. Main thread only."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(10)

    def show_parts(self, parts: Sequence[Part], mark: str, ground: str) -> None:
        """`mark` and `ground` are colours for the words that the other text does not have."""
        self.clear()
        plain, marked = QTextCharFormat(), QTextCharFormat()
        marked.setForeground(QColor(mark))
        marked.setBackground(QColor(ground))
        cursor = QTextCursor(self.document())
        for part in parts:
            cursor.insertText(drawable(part.text), marked if part.is_other else plain)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def set_tokens(self, tokens: Tokens) -> None:
        self.setStyleSheet(
            f"QTextEdit {{ background: {tokens.surface}; color: {tokens.text};"
            f" border: 1px solid {tokens.border}; border-radius: {tokens.radius}px;"
            f" selection-background-color: {tokens.accent};"
            f" selection-color: {tokens.on_accent}; }}"
            f"QTextEdit:focus {{ border-color: {tokens.accent}; }}"
        )
