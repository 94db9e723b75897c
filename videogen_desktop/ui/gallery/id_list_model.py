"""A list model of ids in order; what they stand for is a matter of its subclass."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Signal

from videogen_desktop.ui.gallery.ordered_ids import (
    MOST_SPLICES,
    OrderedIds,
    Splice,
    runs,
    splices_between,
)

_NO_PARENT = QModelIndex()


class IdListModel(QAbstractListModel):
    """Main thread only."""

    countChanged = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = OrderedIds()

    def set_ids(self, ids: Sequence[str]) -> None:
        """Show these from the top."""
        self.beginResetModel()
        self._ids = OrderedIds(ids)
        self.endResetModel()
        self.countChanged.emit(len(self._ids))

    def change_ids(self, ids: Sequence[str]) -> None:
        """The same list a little later: what stays keeps its place, selection and focus."""
        self._apply(splices_between(list(self._ids), ids))

    def rowCount(self, parent: Any = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def row_of(self, video_id: str) -> int | None:
        return self._ids.row_of(video_id)

    def id_at(self, row: int) -> str | None:
        return self._ids.at(row) if 0 <= row < len(self._ids) else None

    def all_ids(self) -> tuple[str, ...]:
        """From the top."""
        return tuple(self._ids)

    def _remove_rows(self, rows: Sequence[int]) -> None:
        """What lies between them is not looked at where they are few, and only once else."""
        gone = runs(rows)
        if len(gone) <= MOST_SPLICES:
            self._apply([Splice(first, last + 1 - first, ()) for first, last in reversed(gone)])
            return
        (first, _), (_, last), away = gone[0], gone[-1], set(rows)
        part = self._ids.slice(first, last)
        stay = [video_id for row, video_id in enumerate(part, first) if row not in away]
        self._apply([Splice(first, len(part), stay)])

    def _apply(self, changes: Sequence[Splice]) -> None:
        for row, gone, new in changes:
            if gone:
                self.beginRemoveRows(_NO_PARENT, row, row + gone - 1)
                self._ids.splice(row, gone, ())
                self.endRemoveRows()
            if new:
                self.beginInsertRows(_NO_PARENT, row, row + len(new) - 1)
                self._ids.splice(row, 0, new)
                self.endInsertRows()
        if changes:
            self.countChanged.emit(len(self._ids))

    def _insert(self, row: int, video_id: str) -> None:
        self.beginInsertRows(_NO_PARENT, row, row)
        self._ids.insert(row, video_id)
        self.endInsertRows()
        self.countChanged.emit(len(self._ids))

    def _remove_row(self, row: int) -> None:
        self.beginRemoveRows(_NO_PARENT, row, row)
        self._ids.remove(row)
        self.endRemoveRows()
        self.countChanged.emit(len(self._ids))
