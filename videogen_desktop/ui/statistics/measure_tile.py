"""One figure of the page as a button: pressed, the charts show it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from videogen_desktop.domain.statistics import Measure
from videogen_desktop.ui.statistics.wording import amount, measure_name
from videogen_desktop.ui.theme.tokens import Tokens

_SIDE, _ABOVE = 14, 10


class MeasureTile(QAbstractButton):
    """Main thread only."""

    def __init__(self, measure: Measure, tokens: Tokens) -> None:
        super().__init__()
        self.measure = measure
        self._tokens = tokens
        self._number = ""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_value(self, value: int | None) -> None:
        """None while it is read."""
        self._number = "–" if value is None else amount(self.measure, value)
        self.setText(measure_name(self.measure))
        self.setAccessibleName(f"{self.text()}: {self._number}")
        self.updateGeometry()
        self.update()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def sizeHint(self) -> QSize:
        number, name = QFontMetrics(self._large()), self.fontMetrics()
        width = max(number.horizontalAdvance(self._number), name.horizontalAdvance(self.text()))
        return QSize(width + 2 * _SIDE, number.height() + name.height() + 2 * _ABOVE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _large(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * self._tokens.text_title)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = self._tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen, is_hovered = self.isChecked(), self.underMouse()
        back = (
            tokens.accent_soft
            if is_chosen
            else tokens.surface_hover
            if is_hovered
            else tokens.surface
        )
        edge = tokens.accent if is_chosen or self.hasFocus() else tokens.border
        painter.setPen(QColor(edge))
        painter.setBrush(QColor(back))
        shape = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(shape, tokens.radius, tokens.radius)
        inside = shape.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        painter.setPen(QColor(tokens.text_muted))
        painter.drawText(
            inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, self.text()
        )
        painter.setFont(self._large())
        painter.setPen(QColor(tokens.accent if is_chosen else tokens.text))
        painter.drawText(
            inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._number
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)
