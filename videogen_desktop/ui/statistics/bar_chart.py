"""A chart of bars over time; the one pointed at, or reached with the arrows, is read out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.statistics.bars import Bar, round_top
from videogen_desktop.ui.theme.tokens import Tokens

_GAP, _LEAST_HEIGHT, _CORNER = 0.28, 170, 3.0
_WIDEST_BAR = 44.0


class BarChart(QWidget):
    """Main thread only. `says` is what is read of a bar, `labels` is what stands below it, and
    `numbers` how the scale is written."""

    def __init__(
        self,
        tokens: Tokens,
        says: Callable[[Bar], str],
        labels: Callable[[Bar], str],
        numbers: Callable[[int], str],
    ) -> None:
        super().__init__()
        self._says, self._labels, self._numbers = says, labels, numbers
        self._tokens = tokens
        self._bars: Sequence[Bar] = ()
        self._current: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        self._bars, self._current = bars, None
        self.update()

    @property
    def said(self) -> str:
        """What is read of the bar that is pointed at; empty without one."""
        return "" if self._current is None else self._says(self._bars[self._current])

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(220, _LEAST_HEIGHT)

    def bar_place(self, number: int) -> QRectF:
        """Where this bar can be pointed at: the whole height above its place."""
        plot = self._plot()
        each = plot.width() / max(1, len(self._bars))
        return QRectF(plot.left() + number * each, plot.top(), each, plot.height())

    # --- pointing ------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        plot = self._plot()
        inside = self._bars and plot.left() <= event.position().x() < plot.right()
        each = plot.width() / max(1, len(self._bars))
        self._point_at(int((event.position().x() - plot.left()) / each) if inside else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._bars) - 1
        now = last + 1 if self._current is None else self._current
        wanted = {
            Qt.Key.Key_Left: max(0, now - 1),
            Qt.Key.Key_Right: min(last, now + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if wanted is None or not self._bars:
            super().keyPressEvent(event)
            return
        self._point_at(wanted)
        announce(self, self.said)

    def _point_at(self, number: int | None) -> None:
        if number != self._current and (number is None or number < len(self._bars)):
            self._current = number
            self.update()

    # --- painting ------------------------------------------------------------------------------

    def _plot(self) -> QRectF:
        metrics = self.fontMetrics()
        highest = max((bar.value for bar in self._bars), default=0)
        left = metrics.horizontalAdvance(self._numbers(round_top(highest))) + 10
        above, below = metrics.height() + 6, metrics.height() + 8
        return QRectF(self.rect()).adjusted(left, above, -4, -below)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot()
        top = round_top(max((bar.value for bar in self._bars), default=0))
        self._paint_scale(painter, plot, top)
        for number, bar in enumerate(self._bars):
            self._paint_bar(painter, plot, number, bar, top)
        self._paint_labels(painter, plot)
        painter.setPen(QColor(self._tokens.text))
        said = QRectF(plot.left(), 0, plot.width(), plot.top())
        painter.drawText(said, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self.said)
        if self.hasFocus():
            painter.setPen(QColor(self._tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_scale(self, painter: QPainter, plot: QRectF, top: int) -> None:
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for part in (0, top // 2, top):
            y = round(plot.bottom() - plot.height() * part / top) + 0.5
            painter.setPen(QColor(self._tokens.border))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(self._tokens.text_faint))
            painter.drawText(QRectF(0, y - 10, plot.left() - 8, 20), flags, self._numbers(part))

    def _paint_bar(self, painter: QPainter, plot: QRectF, number: int, bar: Bar, top: int) -> None:
        if bar.value <= 0:
            return
        place = self.bar_place(number)
        width = min(_WIDEST_BAR, max(1.0, place.width() * (1 - _GAP)))
        height = max(2.0, plot.height() * bar.value / top)
        shape = QRectF(place.center().x() - width / 2, plot.bottom() - height, width, height)
        is_current = number == self._current
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tokens.accent_hover if is_current else self._tokens.accent))
        corner = min(_CORNER, width / 3)
        painter.drawRoundedRect(shape, corner, corner)

    def _paint_labels(self, painter: QPainter, plot: QRectF) -> None:
        """As many as fit without touching each other; the last one always."""
        painter.setPen(QColor(self._tokens.text_faint))
        metrics: QFontMetrics = self.fontMetrics()
        left = plot.right() + 1e9
        for number in reversed(range(len(self._bars))):
            text = self._labels(self._bars[number])
            width = metrics.horizontalAdvance(text)
            middle = self.bar_place(number).center().x()
            start = min(middle - width / 2, plot.right() - width)
            if start < plot.left() - 4 or start + width + 12 > left:
                continue
            left = start
            box = QRectF(start - 2, plot.bottom() + 5, width + 4, metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
