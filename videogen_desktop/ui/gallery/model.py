"""The gallery's list model: every id in order, and a bounded window of snapshots."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, QTimer, Signal, Slot

from videogen_desktop.domain.events import DownloadProgressed, Event, VideoChanged, VideoRemoved
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery import wording
from videogen_desktop.ui.gallery.ordered_ids import OrderedIds, runs
from videogen_desktop.ui.gallery.snapshots import PageRequests, SnapshotWindow

PAGE_ROWS = 32
SNAPSHOTS = 2_000
_REMEMBERED_REMOVALS = 1_000
_NO_PARENT = QModelIndex()


class GalleryRole(IntEnum):
    """What a card asks its row for."""

    VIDEO_ID = Qt.ItemDataRole.UserRole + 1
    # LibraryItem, or None while its page is on the way.
    ITEM = Qt.ItemDataRole.UserRole + 2
    # (received, total or None) in bytes while the clip is being fetched, else None.
    DOWNLOAD = Qt.ItemDataRole.UserRole + 3


class GalleryModel(QAbstractListModel):
    """Rows are videos, newest first. Main thread only; never touches the database.

    `itemsWanted` carries a tuple of ids whose snapshots are needed now; answer with `put_items`
    (or `items_failed`). Each id is asked for once while its answer is on the way.
    """

    itemsWanted = Signal(object)  # tuple[str, ...]
    countChanged = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = OrderedIds()
        self._items = SnapshotWindow(SNAPSHOTS)
        self._requests = PageRequests()
        self._downloads: dict[str, tuple[int, int | None]] = {}
        self._removed: dict[str, tuple[int, int]] = {}
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(0)
        self._ask.timeout.connect(self._send_request)

    # --- filling ---------------------------------------------------------------------------

    def set_ids(self, ids: Sequence[str]) -> None:
        """Show these videos, newest first; snapshots that are already here stay."""
        self.beginResetModel()
        self._ids = OrderedIds(ids)
        self._requests.clear()
        self._removed.clear()
        self.endResetModel()
        self.countChanged.emit(len(self._ids))

    def put_items(self, items: Sequence[LibraryItem]) -> None:
        """Take one answer to `itemsWanted`; what is older than what is known is dropped."""
        self._requests.answered([item.video.id for item in items])
        changed = [
            self._ids.row_of(item.video.id)
            for item in items
            if item.video.id not in self._removed and self._items.put(item)
        ]
        for first, last in runs(row for row in changed if row is not None):
            self.dataChanged.emit(self.index(first), self.index(last))
        self._ask_soon()

    def items_failed(self) -> None:
        """The oldest request will not be answered; its ids are asked for again when painted."""
        self._requests.answered(())
        self._ask_soon()

    def apply(self, event: Event) -> None:
        """Follow one event of the engine."""
        if isinstance(event, VideoChanged):
            self._change(event.item)
        elif isinstance(event, VideoRemoved):
            self._remove(event.video_id, event.revision)
        elif isinstance(event, DownloadProgressed):
            self._downloads[event.video_id] = (event.received, event.total)
            self._tell(event.video_id, [GalleryRole.DOWNLOAD])

    def _change(self, item: LibraryItem) -> None:
        video = item.video
        if video.deleted_at is not None:
            self._remove(video.id, video.revision)
            return
        revision, row = self._removed.get(video.id, (-1, 0))
        if video.revision <= revision:
            return
        self._removed.pop(video.id, None)
        if not self._items.put(item):
            return
        if item.clip is not None or item.clip_failure is not None:
            self._downloads.pop(video.id, None)
        if self._ids.row_of(video.id) is None:
            self._insert(min(row, len(self._ids)), video.id)
        else:
            self._tell(video.id)

    def _insert(self, row: int, video_id: str) -> None:
        self.beginInsertRows(_NO_PARENT, row, row)
        self._ids.insert(row, video_id)
        self.endInsertRows()
        self.countChanged.emit(len(self._ids))

    def _remove(self, video_id: str, revision: int) -> None:
        known = self._items.get(video_id)
        if known is not None and known.video.revision > revision:
            return
        row = self._ids.row_of(video_id)
        # The row is remembered so that an undo puts the card back where it was.
        self._removed[video_id] = (revision, row or 0)
        if len(self._removed) > _REMEMBERED_REMOVALS:
            del self._removed[next(iter(self._removed))]
        if row is None:
            return
        self.beginRemoveRows(_NO_PARENT, row, row)
        self._ids.remove(row)
        self._items.forget(video_id)
        self._downloads.pop(video_id, None)
        self.endRemoveRows()
        self.countChanged.emit(len(self._ids))

    def _tell(self, video_id: str, roles: Sequence[int] = ()) -> None:
        row = self._ids.row_of(video_id)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index, list(roles))

    # --- reading ---------------------------------------------------------------------------

    def rowCount(self, parent: Any = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        video_id = self._ids.at(index.row())
        if role == GalleryRole.VIDEO_ID:
            return video_id
        if role == GalleryRole.DOWNLOAD:
            return self._downloads.get(video_id)
        if role == GalleryRole.ITEM:
            return self._item_at(index.row(), video_id)
        words = _WORDS.get(role)
        return None if words is None else words(self._item_at(index.row(), video_id))

    def item(self, video_id: str) -> LibraryItem | None:
        """The snapshot, if it is here; asks for nothing."""
        return self._items.get(video_id)

    def row_of(self, video_id: str) -> int | None:
        return self._ids.row_of(video_id)

    def id_at(self, row: int) -> str | None:
        return self._ids.at(row) if 0 <= row < len(self._ids) else None

    def _item_at(self, row: int, video_id: str) -> LibraryItem | None:
        item = self._items.get(video_id)
        if item is None and not self._requests.is_known(video_id):
            self._want_page(row)
        return item

    # --- asking ----------------------------------------------------------------------------

    def _want_page(self, row: int) -> None:
        first = row - row % PAGE_ROWS
        page = self._ids.slice(first, first + PAGE_ROWS - 1)
        self._requests.want(video_id for video_id in page if video_id not in self._items)
        self._ask_soon()

    def _ask_soon(self) -> None:
        if self._requests.can_send and not self._ask.isActive():
            self._ask.start()

    @Slot()
    def _send_request(self) -> None:
        if self._requests.can_send:
            self.itemsWanted.emit(self._requests.send())


_WORDS: dict[int, Callable[[LibraryItem | None], str]] = {
    Qt.ItemDataRole.DisplayRole: wording.title,
    Qt.ItemDataRole.AccessibleTextRole: wording.accessible_name,
    Qt.ItemDataRole.AccessibleDescriptionRole: wording.accessible_description,
}
