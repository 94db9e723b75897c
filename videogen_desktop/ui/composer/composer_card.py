"""The rounded ground of the composer, outlined while the prompt has the focus."""

from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from videogen_desktop.ui.theme.drawing import Box, Drawing
from videogen_desktop.ui.theme.tokens import Tokens


class ComposerCard(QWidget):
    """Painted here: a style sheet that changes with the focus would have to polish again."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._is_focused = False
        # Under every letter that is typed: made anew only when something about it changes.
        self._drawing: Drawing | None = None

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._change()

    def show_focus(self, focused: bool) -> None:
        self._is_focused = focused
        self._change()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._change()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is None:
            self._drawing = Drawing(self.width(), self.height(), [self._ground()])
        self._drawing.paint(self, event)

    def _change(self) -> None:
        self._drawing = None
        self.update()

    def _ground(self) -> Box:
        tokens = self._tokens
        return Box(
            *(1, 1, self.width() - 2, self.height() - 2, tokens.radius_large),
            fill=tokens.surface_raised,
            line=tokens.accent if self._is_focused else tokens.border_strong,
            line_width=1.5 if self._is_focused else 1.0,
        )
