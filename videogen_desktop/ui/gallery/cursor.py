"""Where a key leads from one card: arithmetic on the grid."""

from PySide6.QtWidgets import QAbstractItemView

from videogen_desktop.ui.gallery.grid import Grid

_Cursor = QAbstractItemView.CursorAction


def row_after(action: _Cursor, row: int, grid: Grid, screen: int, is_mirrored: bool) -> int:
    """It may lie beyond either end; `screen` is the height that is seen of the grid."""
    sideways = -1 if is_mirrored else 1
    steps = {
        _Cursor.MoveLeft: -sideways,
        _Cursor.MoveRight: sideways,
        _Cursor.MoveNext: 1,
        _Cursor.MovePrevious: -1,
        _Cursor.MoveHome: -grid.cards,
        _Cursor.MoveEnd: grid.cards,
    }
    if action in steps:
        return row + steps[action]
    lines = 1
    if action in (_Cursor.MovePageUp, _Cursor.MovePageDown):
        lines = max(1, screen // grid.pitch)
    up = action in (_Cursor.MoveUp, _Cursor.MovePageUp)
    return _lines_away(row, -lines if up else lines, grid)


def _lines_away(row: int, lines: int, grid: Grid) -> int:
    """The same column as far as there are lines; below the last full one, the last card."""
    line, column = divmod(row, grid.columns)
    target = max(0, min(grid.lines - 1, line + lines))
    return row if target == line else target * grid.columns + column
