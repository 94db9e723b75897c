"""The videos that wait to be sent, in their order, and how somebody changes that."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from videogen_desktop.ui.plain_label import plain_tooltip
from videogen_desktop.ui.shortcuts.table import Command, Place, bindings, command_of
from videogen_desktop.ui.text_format import one_line

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_ROWS = "application/x-videogen-queue"
# As many descriptions are read at once.
_PAGE = 120


class QueueModel(QAbstractListModel):
    """Main thread only. Descriptions are asked for as they come into sight."""

    moved = Signal(object, object)  # the videos' ids, and the one that they go before, or None
    promptsWanted = Signal(object)  # tuple of ids

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self._prompts: dict[str, str] = {}
        self._wanted: dict[str, None] = {}
        self._asked: set[str] = set()
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self._ask)

    @property
    def ids(self) -> tuple[str, ...]:
        """In the order in which they are sent."""
        return self._ids

    def show_ids(self, ids: Sequence[str]) -> None:
        """What waits now."""
        if self._ids == tuple(ids):
            return
        self.beginResetModel()
        self._ids = tuple(ids)
        self.endResetModel()

    def show_prompts(self, prompts: Mapping[str, str]) -> None:
        """Descriptions by video."""
        self._prompts.update(prompts)
        self._asked -= prompts.keys()
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def step(self, rows: Sequence[int], by: int) -> bool:
        """Move these up (-1) or down (1) by one place; whether they can."""
        first, last = rows[0], rows[-1]
        ids = tuple(self._ids[row] for row in rows)
        if by < 0 < first:
            self.moved.emit(ids, self._ids[first - 1])
            return True
        if by > 0 and last < len(self._ids) - 1:
            after = last + 2
            self.moved.emit(ids, self._ids[after] if after < len(self._ids) else None)
            return True
        return False

    # --- Qt ----------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        video_id = self._ids[index.row()]
        if role in (_Role.DisplayRole, _Role.AccessibleTextRole):
            if video_id not in self._prompts:
                self._want(video_id)
                return f"{index.row() + 1}.  …"
            return f"{index.row() + 1}.  {one_line(self._prompts[video_id])}"
        if role == _Role.ToolTipRole:
            return plain_tooltip(self._prompts.get(video_id, "")) or None
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        # Between rows, not onto one.
        drops = Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags | drops

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_ROWS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        rows = sorted({index.row() for index in indexes})
        data.setData(_ROWS, "\n".join(self._ids[row] for row in rows).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, _parent: _Index
    ) -> bool:
        ids = tuple(bytes(data.data(_ROWS).data()).decode().split("\n"))
        place = len(self._ids) if row < 0 else row
        before = next((one for one in self._ids[place:] if one not in ids), None)
        self.moved.emit(ids, before)
        # What was written says the new order; the view must take no rows away itself.
        return False

    # --- within ------------------------------------------------------------------------------

    def _want(self, video_id: str) -> None:
        if video_id not in self._asked:
            self._wanted[video_id] = None
            self._due.start()

    @Slot()
    def _ask(self) -> None:
        ids = tuple(self._wanted)[:_PAGE]
        self._wanted.clear()
        self._asked.update(ids)
        self.promptsWanted.emit(ids)


class QueueView(QListView):
    """Dragged, or moved with the keys; what is removed is given up. Main thread only."""

    cancelRequested = Signal(object)  # tuple of ids

    def __init__(self, model: QueueModel) -> None:
        super().__init__()
        self._queue = model
        self._keys = bindings(Place.BATCH)
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setDragDropOverwriteMode(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event, self._keys)
        rows = sorted(index.row() for index in self.selectedIndexes())
        if command is Command.MOVE_UP and rows:
            self._move(rows, -1)
        elif command is Command.MOVE_DOWN and rows:
            self._move(rows, 1)
        elif command is Command.REMOVE_ROWS and rows:
            self.cancelRequested.emit(tuple(self._queue.ids[row] for row in rows))
        else:
            super().keyPressEvent(event)

    def show_ids(self, ids: Sequence[str]) -> None:
        """What waits now; what is selected stays so, wherever it stands."""
        before = self._queue.ids
        chosen = {before[index.row()] for index in self.selectedIndexes()}
        current = self.currentIndex().row()
        current_id = before[current] if 0 <= current < len(before) else None
        self._queue.show_ids(ids)
        if not chosen or before == self._queue.ids:
            return
        flags = self.selectionModel().SelectionFlag
        for row, video_id in enumerate(self._queue.ids):
            if video_id == current_id:
                self.selectionModel().setCurrentIndex(self._queue.index(row), flags.NoUpdate)
            if video_id in chosen:
                self.selectionModel().select(self._queue.index(row), flags.Select)

    def _move(self, rows: Sequence[int], by: int) -> None:
        self._queue.step(rows, by)
