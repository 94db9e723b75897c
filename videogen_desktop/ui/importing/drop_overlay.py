"""What the window shows while files are dragged over it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from videogen_desktop.ui.importing import wording
from videogen_desktop.ui.importing.dropped_files import DropKind
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

_PICTURE = 40
_VEIL = 235
_DASHES = (5.0, 4.0)
_ICONS = {
    DropKind.RESTORE: "sparkles",
    DropKind.IMPORT: "folder-input",
    DropKind.FOREIGN: "ban",
}


class DropOverlay(QWidget):
    """Lies over its whole parent and takes no events. Main thread only."""

    def __init__(self, tokens: Tokens, parent: QWidget, kind: DropKind) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._kind = kind
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(parent.rect())
        self.setAccessibleName(self.text)

    @property
    def text(self) -> str:
        return wording.drop_hint(self._kind)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(tokens.background)
        veil.setAlpha(_VEIL)
        painter.fillRect(self.rect(), veil)
        is_foreign = self._kind is DropKind.FOREIGN
        colour = tokens.text_faint if is_foreign else tokens.accent
        pen = QPen(QColor(colour), 2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        space = tokens.space_4
        frame = QRectF(self.rect()).adjusted(space, space, -space, -space)
        painter.drawRoundedRect(frame, tokens.radius_large, tokens.radius_large)
        self._paint_words(painter, frame, colour)

    def _paint_words(self, painter: QPainter, frame: QRectF, colour: str) -> None:
        tokens = self._tokens
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * tokens.text_heading)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        inside = frame.adjusted(tokens.space_5, 0, -tokens.space_5, 0)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        words = painter.boundingRect(inside, flags, self.text)
        top = frame.center().y() - (words.height() + _PICTURE + tokens.space_3) / 2
        picture = themed_pixmap(_ICONS[self._kind], colour, _PICTURE, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(frame.center().x() - _PICTURE / 2, top), picture)
        painter.setPen(QColor(tokens.text))
        below = inside.top() - top - _PICTURE - tokens.space_3
        painter.drawText(inside.adjusted(0, -below, 0, 0), flags, self.text)
