"""The middle of the window: quiet placeholders first, the gallery as soon as it is built."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from videogen_desktop.ui.gallery.grid import CardMetrics, Grid, grid_for
from videogen_desktop.ui.theme.tokens import Tokens

_PLACEHOLDERS = 12


class LibraryStage(QWidget):
    """Paints where the cards will stand until `show_view`. Main thread.

    Loading the gallery's own modules takes longer than everything else in the window together,
    so the first frame does without them.
    """

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._has_view = False
        self._view: QWidget | None = None
        self._stand_in: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_view(self, view: QWidget) -> None:
        """The real gallery takes the place of the placeholders."""
        self._has_view = True
        self._view = view
        self._column.addWidget(view)

    def stand_in(self, widget: QWidget | None) -> None:
        """Show this in place of the gallery, or (None) the gallery again; whoever made the widget
        deletes it."""
        if self._stand_in is not None:
            self._column.removeWidget(self._stand_in)
            self._stand_in.hide()
        self._stand_in = widget
        if widget is not None:
            self._column.addWidget(widget)
            widget.show()
        if self._view is not None:
            self._view.setVisible(widget is None)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._has_view:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QFontMetrics(self.font()).height() + 2
        grid = grid_for(self.width(), _PLACEHOLDERS, self._metrics(line))
        for row in range(_PLACEHOLDERS):
            self._paint_placeholder(painter, grid, row, line)

    def _metrics(self, line: int) -> CardMetrics:
        tokens = self._tokens
        text = 3 * line + tokens.space_1 + 2 * tokens.space_3
        return CardMetrics(
            text_height=text,
            gap=tokens.space_4,
            margin=tokens.space_5,
            narrow_margin=tokens.space_4,
        )

    def _paint_placeholder(self, painter: QPainter, grid: Grid, row: int, line: int) -> None:
        tokens = self._tokens
        card = QRectF(*grid.card(row)).adjusted(0.5, 0.5, -0.5, -0.5)
        media = card.adjusted(0, 0, 0, grid.media_height - card.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(card, tokens.radius_large, tokens.radius_large)
        painter.setBrush(QColor(tokens.surface_hover))
        painter.save()
        painter.setClipRect(media)
        round_below = media.adjusted(0, 0, 0, tokens.radius_large)
        painter.drawRoundedRect(round_below, tokens.radius_large, tokens.radius_large)
        painter.restore()
        for number, part in enumerate((0.72, 0.45)):
            top = media.bottom() + tokens.space_3 + 4 + number * line
            bar = QRectF(card.x() + tokens.space_3, top, card.width() * part, line * 0.55)
            painter.drawRoundedRect(bar, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.drawRoundedRect(card, tokens.radius_large, tokens.radius_large)
