"""A button that shows what is chosen; its menu holds the alternatives."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

_ARROW = 14


class MenuChoice(QPushButton):
    """Exactly one of several values. Main thread only."""

    chosen = Signal(object)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "choice")
        self.setIconSize(QSize(_ARROW, _ARROW))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the text
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._values: tuple[tuple[Any, str], ...] = ()
        self._current: Any = None
        self._caption = ""
        self._choices = QMenu(self)
        self._choices.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setMenu(self._choices)
        self.set_tokens(tokens)

    @property
    def current(self) -> Any:
        return self._current

    def offer(self, caption: str, values: Sequence[tuple[Any, str]]) -> None:
        """Offer these values with their names; `caption` is what a screen reader says first."""
        self._caption, self._values = caption, tuple(values)
        known = [value for value, _name in self._values]
        if self._current not in known and known:
            self._current = known[0]
        self._fill()

    def choose(self, value: Any) -> None:
        """Show this value without telling anybody."""
        self._current = value
        self._fill()

    def set_tokens(self, tokens: Tokens) -> None:
        self.setIcon(themed_icon("chevron-down", tokens.text_muted, _ARROW))

    def _fill(self) -> None:
        self._choices.clear()
        group = QActionGroup(self._choices)
        shown = ""
        for value, name in self._values:
            action = QAction(name.replace("&", "&&"), self._choices)
            action.setCheckable(True)
            action.setChecked(value == self._current)
            action.triggered.connect(partial(self._picked, value))
            group.addAction(action)
            self._choices.addAction(action)
            shown = name if value == self._current else shown
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(f"{self._caption}: {shown}" if self._caption else shown)

    def _picked(self, value: Any, _checked: bool = False) -> None:
        if value != self._current:
            self.choose(value)
            self.chosen.emit(value)
