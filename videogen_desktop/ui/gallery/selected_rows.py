"""Which rows of a list are selected, by ranges: an index for each of 100,000 takes a second."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QItemSelectionModel


def selected_ranges(selection_model: QItemSelectionModel) -> list[range]:
    """In no order; they do not overlap."""
    selection = selection_model.selection()
    parts = (selection.at(number) for number in range(selection.size()))
    return [range(part.top(), part.bottom() + 1) for part in parts]


def selection_of(model: QAbstractItemModel, rows: Iterable[int]) -> QItemSelection:
    """Exactly these rows of one column."""
    selection = QItemSelection()
    for row in rows:
        index = model.index(row, 0)
        selection.select(index, index)
    return selection
