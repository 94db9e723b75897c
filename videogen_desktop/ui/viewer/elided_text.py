"""One line of plain text that gives way to what stands beside it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from videogen_desktop.domain.graphemes import beginning
from videogen_desktop.ui.plain_text import plain_tooltip

_LONGEST_TIP = 600


class ElidedText(QWidget):
    """Painted, so never taken for markup; its accessible name is the whole text."""

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = QColor(colour)
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @property
    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._text) + 8 if self._text else 0
        return QSize(width, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:
        short = beginning(self._text, 12)
        width = self.fontMetrics().horizontalAdvance(short) + 8 if short else 0
        return QSize(min(width, self.sizeHint().width()), self.fontMetrics().height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        tip = "" if shown == self._text else beginning(self._text, _LONGEST_TIP)
        self.setToolTip(plain_tooltip(tip))
        painter = QPainter(self)
        painter.setPen(self._colour)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), flags, shown)
        painter.end()
