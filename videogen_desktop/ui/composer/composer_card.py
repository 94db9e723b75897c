"""The rounded ground of the composer, outlined while the prompt has the focus."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from videogen_desktop.ui.theme.tokens import Tokens


class ComposerCard(QWidget):
    """Painted here: a style sheet that changes with the focus would have to polish again."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._is_focused = False

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def show_focus(self, focused: bool) -> None:
        self._is_focused = focused
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = tokens.accent if self._is_focused else tokens.border_strong
        painter.setPen(QPen(QColor(outline), 1.5 if self._is_focused else 1.0))
        painter.setBrush(QColor(tokens.surface_raised))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, tokens.radius_large, tokens.radius_large)
