"""Every keyboard shortcut, to be read."""

from collections.abc import Sequence
from itertools import groupby
from string import Template

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.ui.form_parts import form_button
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.shortcuts import wording
from videogen_desktop.ui.shortcuts.table import SHORTCUTS, Place, Shortcut
from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet
from videogen_desktop.ui.theme.tokens import Tokens

_FIRST_SIZE = QSize(960, 720)
# Two columns as tall as each other; one below the other where there is no room beside.
_COLUMNS = ((Place.WINDOW, Place.PROMPT, Place.CARDS), (Place.SEARCH, Place.VIEWER))
_LETTERS_FOR_TWO = 95
_BETWEEN_CAPS = 4

_RING = Template("""
QScrollArea#shortcutList {
    border: 1px solid transparent; border-radius: ${radius}px; padding: 4px;
}
QScrollArea#shortcutList:focus { border-color: $accent; }
""")


class ShortcutsDialog(QDialog):
    """Not modal; Escape and Enter close it. Main thread only."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsDialog")
        self._tokens = tokens
        self._title = plain_label("title", wraps=True)
        self.list = QScrollArea()
        self.list.setObjectName("shortcutList")
        self.list.setWidgetResizable(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.finish = form_button("primary")
        self.finish.setDefault(True)
        self.finish.clicked.connect(self.close)
        self._lay_out()
        self.set_tokens(tokens)
        self.retranslate()
        # The arrows scroll at once.
        self.list.setFocus()
        self.resize(_FIRST_SIZE.boundedTo(self.screen().availableSize() - QSize(40, 60)))

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.setStyleSheet(dialog_sheet(tokens) + _RING.substitute(tokens._asdict()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def retranslate(self) -> None:
        title = wording.title()
        self.setWindowTitle(title)
        self._title.setText(title)
        self.list.setAccessibleName(title)
        self.finish.setText(wording.close())
        self._fill()

    # --- what is listed ----------------------------------------------------------------------

    def _fill(self) -> None:
        content = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._beside.setContentsMargins(0, 0, self._tokens.space_2, 0)
        self._beside.setSpacing(self._tokens.space_4)
        self._columns = [QVBoxLayout() for _places in _COLUMNS]
        for column, places in zip(self._columns, _COLUMNS, strict=True):
            column.setSpacing(self._tokens.space_4)
            for place in places:
                column.addWidget(self._section(place))
            column.addStretch(1)
            self._beside.addLayout(column, 1)
        self.list.setWidget(content)
        self._fit()

    def _section(self, place: Place) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        rows = QVBoxLayout(card)
        space = self._tokens.space_3
        rows.setContentsMargins(space + 2, space, space + 2, space)
        rows.setSpacing(self._tokens.space_2)
        rows.addWidget(plain_label("heading", wording.place_text(place), wraps=True))
        for sentence, shortcuts in groupby(
            SHORTCUTS[place], key=lambda shortcut: wording.sentence(shortcut.command)
        ):
            rows.addLayout(_row(sentence, tuple(shortcuts), space))
        return card

    # --- layout ------------------------------------------------------------------------------

    def _fit(self) -> None:
        needed = sum(column.minimumSize().width() for column in self._columns)
        letters = _LETTERS_FOR_TWO * self.fontMetrics().averageCharWidth()
        has_room = (
            self.width() >= letters and self.list.width() >= needed + 3 * self._tokens.space_5
        )
        directions = QBoxLayout.Direction
        self._beside.setDirection(directions.LeftToRight if has_room else directions.TopToBottom)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        side, above = self._tokens.space_5, self._tokens.space_4
        column.setContentsMargins(side, above, side, above)
        column.setSpacing(self._tokens.space_3)
        column.addWidget(self._title)
        column.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.finish)
        column.addLayout(buttons)


def _row(sentence: str, shortcuts: Sequence[Shortcut], gap: int) -> QHBoxLayout:
    """What it does, and the keys, each as one of its own."""
    row = QHBoxLayout()
    row.setSpacing(_BETWEEN_CAPS)
    label = plain_label(text=sentence, wraps=True)
    label.setAccessibleName(f"{sentence}: {_spelled(shortcuts)}")
    row.addWidget(label, 1)
    row.addSpacing(gap - _BETWEEN_CAPS)
    for shortcut in shortcuts:
        for number, text in enumerate(wording.key_caps(shortcut)):
            if number and shortcut.is_range:
                row.addWidget(plain_label("small", "–"))
            cap = plain_label("key", text)
            cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
            cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
    return row


def _spelled(shortcuts: Sequence[Shortcut]) -> str:
    """For screen readers, which say nothing at an arrow."""
    names = [wording.key_name(key) for shortcut in shortcuts for key in shortcut.keys]
    return ", ".join(names)
