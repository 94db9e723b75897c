"""Names with a bar and a number each: the models or collections with the most of a measure."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from videogen_desktop.domain.statistics import Measure, StatisticsRow
from videogen_desktop.ui.plain_label import drawable
from videogen_desktop.ui.statistics.wording import amount
from videogen_desktop.ui.theme.tokens import Tokens

MOST = 6
_LINE_GAP, _BAR = 12, 6


class RankedBars(QWidget):
    """Main thread only."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._measure = Measure.MADE
        self._rows: Sequence[StatisticsRow] = ()
        self._none = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> tuple[str, ...]:
        """Each line as it is painted."""
        return tuple(
            f"{row.name}: {amount(self._measure, row.of(self._measure))}" for row in self._rows
        )

    def show_rows(self, rows: Sequence[StatisticsRow], measure: Measure, none: str) -> None:
        """Those with something to show, the most first; `none` stands where there are none."""
        found = [row for row in rows if row.of(measure) > 0]
        found.sort(key=lambda row: -row.of(measure))
        self._rows, self._measure, self._none = found[:MOST], measure, none
        self.setAccessibleDescription("; ".join(self.shown) or none)
        self.updateGeometry()
        self.update()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def sizeHint(self) -> QSize:
        each = self.fontMetrics().height() + _BAR + _LINE_GAP
        return QSize(240, max(1, len(self._rows)) * each)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._rows:
            painter.setPen(QColor(self._tokens.text_faint))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft, self._none)
            return
        most = max(row.of(self._measure) for row in self._rows)
        for number, row in enumerate(self._rows):
            self._paint_row(painter, number, row, most)

    def _paint_row(self, painter: QPainter, number: int, row: StatisticsRow, most: int) -> None:
        tokens, metrics = self._tokens, self.fontMetrics()
        value = row.of(self._measure)
        top = number * (metrics.height() + _BAR + _LINE_GAP)
        said = amount(self._measure, value)
        room = self.width() - metrics.horizontalAdvance(said) - 12
        name = metrics.elidedText(drawable(row.name), Qt.TextElideMode.ElideRight, room)
        line = QRectF(0, top, self.width(), metrics.height())
        painter.setPen(QColor(tokens.text))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, name)
        painter.setPen(QColor(tokens.text_muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, said)
        bar = QRectF(0, top + metrics.height() + 3, self.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface_hover))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        bar.setWidth(max(_BAR, bar.width() * value / most))
        painter.setBrush(QColor(tokens.accent))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
