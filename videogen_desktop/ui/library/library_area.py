"""The middle of the window: quiet placeholders first, the gallery as soon as it is built."""

from collections.abc import Iterator

from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from videogen_desktop.ui.gallery.grid import CardMetrics, CardOrder, Grid, Section
from videogen_desktop.ui.theme.icons import Box, Drawing
from videogen_desktop.ui.theme.tokens import Tokens

_PLACEHOLDERS = 12


class LibraryArea(QWidget):
    """Paints where the cards will stand until `show_view`. Main thread.

    Loading the gallery's own modules takes longer than everything else in the window together,
    so the first frame does without them.
    """

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._has_view = False
        self._view: QWidget | None = None
        self._instead: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_view(self, view: QWidget) -> None:
        """The real gallery takes the place of the placeholders."""
        self._has_view = True
        self._view = view
        self._column.addWidget(view)

    def show_instead(self, widget: QWidget | None) -> None:
        """Show this in place of the gallery, or (None) the gallery again; whoever made the widget
        deletes it."""
        if self._instead is not None:
            self._column.removeWidget(self._instead)
            self._instead.hide()
        self._instead = widget
        if widget is not None:
            self._column.addWidget(widget)
            widget.show()
        if self._view is not None:
            self._view.setVisible(widget is None)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._has_view:
            Drawing(self.width(), self.height(), self._placeholders()).paint(self, event)

    def _placeholders(self) -> Iterator[Box]:
        line = QFontMetrics(self.font()).height() + 2
        # Below the heading of a day, where the cards of most libraries will stand.
        day = Section(0, _PLACEHOLDERS, has_heading=True)
        order = CardOrder(bytes(_PLACEHOLDERS), [day])
        grid = Grid(self.width(), self._metrics(line), order)
        for row in range(_PLACEHOLDERS):
            yield from self._placeholder(grid, row, line)

    def _metrics(self, line: int) -> CardMetrics:
        tokens = self._tokens
        text = 3 * line + tokens.space_1 + 2 * tokens.space_3
        return CardMetrics(
            text_height=text,
            heading_height=line + tokens.space_4 + tokens.space_2,
            gap=tokens.space_4,
            margin=tokens.space_5,
            narrow_margin=tokens.space_4,
        )

    def _placeholder(self, grid: Grid, row: int, line: int) -> Iterator[Box]:
        tokens = self._tokens
        left, top, width, height = grid.card(row)
        card = Box(left + 0.5, top + 0.5, width - 1, height - 1, tokens.radius_large)
        yield card._replace(fill=tokens.surface)
        media_height = height - grid.metrics.text_height
        yield card._replace(height=media_height - 1, fill=tokens.surface_hover, is_cut=True)
        for number, part in enumerate((0.72, 0.45)):
            y = card.y + media_height + tokens.space_3 + 3 + number * line
            x, length = card.x + tokens.space_3, card.width * part
            yield Box(x, y, length, line * 0.55, 4, fill=tokens.surface_hover)
        yield card._replace(line=tokens.border)
