"""The places of cards: arithmetic only, so that 100,000 of them cost nothing to lay out."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

NARROW = 600
WIDE = 1_200


class CardMetrics(NamedTuple):
    """What a card needs, in device-independent pixels; `text_height` depends on the font."""

    text_height: int
    least_width: int = 240
    # On a large screen cards grow a little instead of only becoming more.
    wide_least_width: int = 272
    gap: int = 16
    margin: int = 24
    narrow_margin: int = 16


class Grid(NamedTuple):
    """A grid of equal cells for `cards` rows of the model. Coordinates are of the content, whose
    origin is above the first card; the view subtracts its scroll position."""

    cards: int
    columns: int
    card_width: int
    media_height: int
    card_height: int
    margin: int
    gap: int

    @property
    def lines(self) -> int:
        return -(-self.cards // self.columns)

    @property
    def pitch(self) -> int:
        """From the top of one line of cards to the top of the next."""
        return self.card_height + self.gap

    @property
    def content_height(self) -> int:
        return 0 if self.cards == 0 else 2 * self.margin + self.lines * self.pitch - self.gap

    def card(self, row: int) -> tuple[int, int, int, int]:
        """x, y, width and height of the card in this row."""
        line, column = divmod(row, self.columns)
        left = self.margin + column * (self.card_width + self.gap)
        return left, self.margin + line * self.pitch, self.card_width, self.card_height

    def row_at(self, x: int, y: int) -> int | None:
        """The card under a point; None between cards and beyond them."""
        column, right = divmod(x - self.margin, self.card_width + self.gap)
        line, below = divmod(y - self.margin, self.pitch)
        if right >= self.card_width or below >= self.card_height:
            return None
        if not 0 <= column < self.columns or line < 0:
            return None
        row = line * self.columns + column
        return row if row < self.cards else None

    def rows_between(self, top: int, bottom: int) -> range:
        """Every row of which a part may lie between two heights."""
        first = max(0, (top - self.margin) // self.pitch)
        last = (bottom - self.margin) // self.pitch
        return range(
            min(self.cards, first * self.columns), min(self.cards, (last + 1) * self.columns)
        )

    def rows_in(self, left: int, top: int, right: int, bottom: int) -> list[tuple[int, int]]:
        """First and last row of each run of cards that a rectangle touches."""
        step = self.card_width + self.gap
        first = max(0, -(-(left - self.margin - self.card_width + 1) // step))
        last = min(self.columns - 1, (right - self.margin) // step)
        runs = []
        for start in range(*self._line_starts(top, bottom), self.columns):
            end = min(start + last, self.cards - 1)
            if start + first <= end:
                runs.append((start + first, end))
        return runs

    def _line_starts(self, top: int, bottom: int) -> tuple[int, int]:
        above = -(-(top - self.margin - self.card_height + 1) // self.pitch)
        below = min(self.lines - 1, (bottom - self.margin) // self.pitch)
        return max(0, above) * self.columns, (below + 1) * self.columns


def grid_for(width: int, count: int, metrics: CardMetrics) -> Grid:
    """As many columns as fit at the least card width; the cards share what is left over."""
    margin = metrics.narrow_margin if width < NARROW else metrics.margin
    inner = max(1, width - 2 * margin)
    least = metrics.least_width if width < WIDE else metrics.wide_least_width
    columns = max(1, (inner + metrics.gap) // (least + metrics.gap))
    card_width = max(1, (inner - (columns - 1) * metrics.gap) // columns)
    media_height = round(card_width * 9 / 16)
    return Grid(
        cards=count,
        columns=columns,
        card_width=card_width,
        media_height=media_height,
        card_height=media_height + metrics.text_height,
        margin=margin,
        gap=metrics.gap,
    )


def row_after(
    action: "QAbstractItemView.CursorAction", row: int, grid: Grid, screen: int, is_mirrored: bool
) -> int:
    """Where a key leads from one card, also beyond either end; `screen` is the height that is seen
    of the grid."""
    # The first frame lays cards out, and making this class takes 1 ms of it.
    from PySide6.QtWidgets import QAbstractItemView

    cursor = QAbstractItemView.CursorAction
    sideways = -1 if is_mirrored else 1
    steps = {
        cursor.MoveLeft: -sideways,
        cursor.MoveRight: sideways,
        cursor.MoveNext: 1,
        cursor.MovePrevious: -1,
        cursor.MoveHome: -grid.cards,
        cursor.MoveEnd: grid.cards,
    }
    if action in steps:
        return row + steps[action]
    lines = 1
    if action in (cursor.MovePageUp, cursor.MovePageDown):
        lines = max(1, screen // grid.pitch)
    up = action in (cursor.MoveUp, cursor.MovePageUp)
    return _lines_away(row, -lines if up else lines, grid)


def _lines_away(row: int, lines: int, grid: Grid) -> int:
    """The same column as far as there are lines; below the last full one, the last card."""
    line, column = divmod(row, grid.columns)
    target = max(0, min(grid.lines - 1, line + lines))
    return row if target == line else target * grid.columns + column
