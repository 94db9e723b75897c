"""A button that shows what is chosen; its menu holds the alternatives."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from videogen_desktop.ui.button_menu import set_menu
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

_ARROW = 14


class MenuChoice(QPushButton):
    """Exactly one of several values. Main thread only."""

    chosen = Signal(object)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "choice")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(_ARROW, _ARROW))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the text
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._values: tuple[tuple[Any, str], ...] = ()
        self._current: Any = None
        self._caption = ""
        self._choices = QMenu(self)
        self._choices.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._group = QActionGroup(self._choices)
        set_menu(self, self._choices)
        self.set_tokens(tokens)

    @property
    def current(self) -> Any:
        return self._current

    def offer(self, caption: str, values: Sequence[tuple[Any, str]]) -> None:
        """Offer these values with their names; `caption` is what a screen reader says first."""
        before = [value for value, _name in self._values]
        self._caption, self._values = caption, tuple(values)
        known = [value for value, _name in self._values]
        if self._current not in known and known:
            self._current = known[0]
        if known != before:
            self._fill()
        self._show()

    def choose(self, value: Any) -> None:
        """Show this value without telling anybody."""
        self._current = value
        self._show()

    def set_tokens(self, tokens: Tokens) -> None:
        self.setIcon(themed_icon("chevron-down", tokens.text_muted, _ARROW))

    def _fill(self) -> None:
        self._choices.clear()
        for value, _name in self._values:
            action = QAction(self._choices)
            action.setCheckable(True)
            action.triggered.connect(partial(self._picked, value))
            self._group.addAction(action)
            self._choices.addAction(action)

    def _show(self) -> None:
        shown = ""
        # The names change with every count; the choices hardly ever.
        for action, (value, name) in zip(self._group.actions(), self._values, strict=True):
            action.setText(name.replace("&", "&&"))
            action.setChecked(value == self._current)
            shown = name if value == self._current else shown
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(f"{self._caption}: {shown}" if self._caption else shown)

    def _picked(self, value: Any, _checked: bool = False) -> None:
        if value != self._current:
            self.choose(value)
            self.chosen.emit(value)
