"""An on-off switch that takes effect at once."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from videogen_desktop.ui.theme.tokens import Tokens

_WIDTH, _HEIGHT, _EDGE = 40, 22, 3


class ToggleSwitch(QAbstractButton):
    """Checked means on; space and a click toggle it. Main thread only."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH + 2 * _EDGE, _HEIGHT + 2 * _EDGE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, top = (self.width() - _WIDTH) / 2, (self.height() - _HEIGHT) / 2
        track = QRectF(left, top, _WIDTH, _HEIGHT)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 1.5))
            ring = track.adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        off = tokens.text_faint if self.underMouse() else tokens.border_strong
        painter.setBrush(QColor(tokens.accent if self.isChecked() else off))
        painter.drawRoundedRect(track, _HEIGHT / 2, _HEIGHT / 2)
        side = _HEIGHT - 6
        x = track.right() - side - 3 if self.isChecked() else track.left() + 3
        painter.setBrush(QColor(tokens.on_accent if self.isChecked() else tokens.surface))
        painter.drawEllipse(QRectF(x, track.top() + 3, side, side))
