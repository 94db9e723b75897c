"""The gallery's list model: every id in order, and a bounded window of snapshots."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, QTimer, Signal, Slot

from videogen_desktop.domain.events import (
    DownloadProgressed,
    Event,
    ReadingTrouble,
    VideoChanged,
    VideoRemoved,
)
from videogen_desktop.domain.gallery import mark_of
from videogen_desktop.domain.take_stacks import TakeStacks
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.domain.video_list import NO_MARK, Mark, VideoList
from videogen_desktop.ui.gallery.ordered_ids import (
    RemovedCards,
    Splice,
    as_list,
    better_mark,
    latest_now,
    runs,
    splices_between,
    splices_without,
)
from videogen_desktop.ui.gallery.row_words import WORDS
from videogen_desktop.ui.gallery.snapshots import PageRequests, SnapshotWindow, Transfers
from videogen_desktop.ui.gallery.stack_cards import stack_words
from videogen_desktop.ui.gallery.stacks import Stack, StackRows

PAGE_ROWS = 32
SNAPSHOTS = 2_000
_NO_PARENT = QModelIndex()


class GalleryRole(IntEnum):
    """The roles of the model beside Qt's own: what a card asks its row for."""

    VIDEO_ID = Qt.ItemDataRole.UserRole + 1
    # LibraryItem, or None while its page is on the way.
    ITEM = Qt.ItemDataRole.UserRole + 2


class GalleryModel(QAbstractListModel):
    """Rows are videos, newest first. Main thread only; never touches the database.

    `itemsWanted` carries a tuple of ids whose snapshots are needed now; answer with `put_items`
    (or `items_failed`). Each id is asked for once while its answer is on the way. `adds_new`: a
    video that is not here yet goes to the top.
    """

    countChanged = Signal(int)
    itemsWanted = Signal(object)  # tuple[str, ...]
    # A card has another shape now, or none of the rows has: what is laid out by them is not true.
    shapesChanged = Signal()
    # A poster's path whose file may have been made anew.
    posterDoubted = Signal(str)
    # Which jobs that run cannot be followed, and why: ReadingTrouble of each, the latest last.
    troubleChanged = Signal(tuple)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.adds_new = True
        self._items = SnapshotWindow(SNAPSHOTS)
        self._ids = VideoList()
        self._stacks = StackRows(self._items, self._splice, self._tell, self.shapesChanged.emit)
        self._requests = PageRequests()
        self._transfers = Transfers()
        self._troubles: dict[str, ReadingTrouble] = {}
        self._removed = RemovedCards()
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(0)
        self._ask.timeout.connect(self._send_request)

    # --- filling ---------------------------------------------------------------------------

    def set_ids(self, ids: Sequence[str]) -> None:
        """Show these videos from the top; snapshots that are already here stay. A VideoList is the
        model's from then on.

        What has gone does not come back with an answer that is older than that.
        """
        self._requests.clear()
        self._removed.forget_places()
        videos = as_list(ids)
        self._removed.drop_gone(videos)
        self.beginResetModel()
        self._ids = videos
        self._stacks.adopt(videos)
        self.endResetModel()
        self.countChanged.emit(len(self._ids))

    def set_page(self, ids: Sequence[str], items: Sequence[LibraryItem]) -> None:
        """The same, with the snapshots that came along: their cards are whole at once."""
        videos = as_list(ids)
        for item in items:
            if not self._removed.is_removed(item.video.id):
                self._items.put(item)
            row = videos.row_of(item.video.id)
            if row is not None:
                videos.set_mark(row, better_mark(videos.mark(row), item))
        self.set_ids(videos)

    def change_ids(self, ids: Sequence[str]) -> None:
        """The same list a little later: what stays keeps its place, selection and focus.

        What has gone meanwhile does not come back with an answer that is older than that.
        """
        videos = as_list(ids)
        self._removed.drop_gone(videos)
        self._ids.order = videos.order
        self._stacks.go_on_in(videos)
        changes = splices_between(self._ids, videos)
        self._splice(changes)
        if not changes:
            self.shapesChanged.emit()

    def put_items(self, items: Sequence[LibraryItem]) -> None:
        """Take one answer to `itemsWanted`; what is older than what is known is dropped."""
        self._requests.answered([item.video.id for item in items])
        fresh = [
            item
            for item in items
            if not self._removed.is_removed(item.video.id) and self._items.put(item)
        ]
        for item in fresh:
            self._stacks.choose(item)
        changed = [(self._row_of(item), item) for item in fresh]
        rows = [row for row, _ in changed if row is not None]
        reshaped = [self._mark(row, item) for row, item in changed if row is not None]
        if any(reshaped):
            self.shapesChanged.emit()
        for first, last in runs(rows):
            self.dataChanged.emit(self.index(first), self.index(last))
        self._ask_soon()

    def items_failed(self) -> None:
        """The oldest request will not be answered; its ids are asked for again when painted."""
        self._requests.answered(())
        self._ask_soon()

    @Slot(object)
    def apply(self, event: Event) -> None:
        """Follow one event of the engine."""
        if isinstance(event, VideoChanged):
            self._change(event.item)
        elif isinstance(event, VideoRemoved):
            self._remove(event.video_id, event.revision)
        elif isinstance(event, DownloadProgressed):
            self._transfers.follow(event)
            self._tell(event.video_id)
        elif isinstance(event, ReadingTrouble):
            self._set_trouble(event.video_id, event)

    def forget_troubles(self) -> None:
        """The engine that could not read has gone."""
        for video_id in tuple(self._troubles):
            self._set_trouble(video_id, None)

    def _set_trouble(self, video_id: str, trouble: ReadingTrouble | None) -> None:
        had = self._troubles.pop(video_id, None)
        if trouble is not None and trouble.error is not None:
            self._troubles[video_id] = trouble
        elif had is None:
            return
        self._tell(video_id)
        self.troubleChanged.emit(tuple(self._troubles.values()))

    def set_copy_percent(self, video_id: str, percent: int | None) -> None:
        """How far a copy of its file is; None when it has ended."""
        self._transfers.set_copy_percent(video_id, percent)
        self._tell(video_id)

    def take_out(self, video_ids: Sequence[str]) -> None:
        """Remove the cards before the engine has answered; `VideoRemoved` follows or
        `put_back`."""
        going = [one for one in video_ids if not self._stacks.leave(self.item(one), video_ids)]
        known = self._ids.rows_of(going)
        self._removed.take_out(known, self._ids)
        if len(known) == 1:
            self._remove_row(next(iter(known.values())))
            return
        self._splice(splices_without(self._ids, tuple(known.values())))

    def put_back(self, video_ids: Sequence[str]) -> None:
        """What was taken out stays after all."""
        for video_id in video_ids:
            place = self._removed.put_back(video_id)
            if place is not None and self._ids.row_of(video_id) is None:
                row, mark = place
                item = self.item(video_id)
                if item is not None and self._stacks.join(item, mark, is_new=True):
                    continue
                self._insert(min(row, len(self._ids)), video_id, mark)
                self._stacks.begin(item, mark)

    def _change(self, item: LibraryItem) -> None:
        video = item.video
        if video.deleted_at is not None:
            self._remove(video.id, video.revision)
            return
        if video.revision <= self._removed.revision_of_removal(video.id):
            return
        if video.is_terminal:
            self._set_trouble(video.id, None)
        row = self._removed.restore(video.id)
        if item.poster is not None:
            self.posterDoubted.emit(str(item.poster))
        if not self._items.put(item):
            return
        if item.clip is not None or item.clip_failure is not None:
            self._transfers.download_ended(video.id)
        known = self._row_of(item)
        if known is not None:
            if self._mark(known, item):
                self.shapesChanged.emit()
            self._tell(video.id)
            self._stacks.choose(item)
        elif not self._removed.is_taken_out(video.id):
            mark, is_new = mark_of(item, latest_now()), self.adds_new or row is not None
            if not self._stacks.join(item, mark, is_new=is_new) and is_new:
                self._insert(
                    self._ids.place_for(mark) if row is None else min(row, len(self._ids)),
                    video.id,
                    mark,
                )
                self._stacks.begin(item, mark)

    def _remove(self, video_id: str, revision: int) -> None:
        known = self._items.get(video_id)
        if known is not None and known.video.revision > revision:
            return
        stays = known is not None and self._stacks.leave(known)
        # 100,000 that went at once are not looked for one by one.
        row = None if self._removed.is_taken_out(video_id) else self._ids.row_of(video_id)
        mark = NO_MARK if row is None else self._ids.mark(row)
        self._removed.remove(video_id, revision, row, mark)
        self._items.forget(video_id)
        self._transfers.forget(video_id)
        self._set_trouble(video_id, None)
        if row is not None and not stays:
            self._remove_row(row)

    def _row_of(self, item: LibraryItem) -> int | None:
        return self._ids.row_of(item.video.id, max(0, item.video.created_at // 1_000))

    def _mark(self, row: int, item: LibraryItem) -> bool:
        """Whether the card has another shape by what is known now."""
        before = self._ids.mark(row)
        self._ids.set_mark(row, better_mark(before, item))
        return self._ids.mark(row).shape != before.shape

    def _tell(self, video_id: str) -> None:
        row = self._ids.row_of(video_id)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index)

    # --- rows ------------------------------------------------------------------------------

    def _splice(self, changes: Sequence[Splice]) -> None:
        for row, gone, new in changes:
            if gone:
                self.beginRemoveRows(_NO_PARENT, row, row + gone - 1)
                self._ids.replace(row, row + gone, ())
                self.endRemoveRows()
            if new:
                self.beginInsertRows(_NO_PARENT, row, row + len(new) - 1)
                self._ids.replace(row, row, new)
                self.endInsertRows()
        if changes:
            self.countChanged.emit(len(self._ids))

    def _insert(self, row: int, video_id: str, mark: Mark) -> None:
        self.beginInsertRows(_NO_PARENT, row, row)
        self._ids.insert(row, video_id, mark)
        self.endInsertRows()
        self.countChanged.emit(len(self._ids))

    def _remove_row(self, row: int) -> None:
        self.beginRemoveRows(_NO_PARENT, row, row)
        self._ids.remove(row)
        self.endRemoveRows()
        self.countChanged.emit(len(self._ids))

    # --- reading ---------------------------------------------------------------------------

    def rowCount(self, parent: Any = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def row_of(self, video_id: str) -> int | None:
        return self._ids.row_of(video_id)

    def stack_of(self, video_id: str) -> Stack | None:
        """The takes that the video stands among."""
        return self._stacks.of(self._items.peek(video_id))

    def toggle_stack(self, video_id: str) -> None:
        """Open the stack that the video is a take of, in place, or close it again."""
        item = self._items.get(video_id)
        if item is not None:
            self._stacks.toggle(item)

    @property
    def stacks(self) -> TakeStacks:
        """Those of the list; only to be read."""
        return self._stacks.stacks

    @property
    def videos(self) -> VideoList:
        """All of them with what places their cards; only to be read."""
        return self._ids

    def id_at(self, row: int) -> str | None:
        return self._ids.at(row) if 0 <= row < len(self._ids) else None

    def all_ids(self) -> tuple[str, ...]:
        """From the top."""
        return tuple(self._ids)

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        video_id = self._ids.at(index.row())
        if role == GalleryRole.VIDEO_ID:
            return video_id
        if role == GalleryRole.ITEM:
            return self.wanted_item(index.row())
        words = WORDS.get(role)
        if words is None:
            return None
        text = words(self.wanted_item(index.row()))
        stack = self.stack_of(video_id) if role == Qt.ItemDataRole.AccessibleTextRole else None
        return text if stack is None or not stack.is_shown else f"{text}, {stack_words(stack)}"

    def flags(self, index: Any) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def item(self, video_id: str) -> LibraryItem | None:
        """The snapshot, if it is here; asks for nothing."""
        return self._items.get(video_id)

    def item_at(self, row: int) -> LibraryItem | None:
        """The row's snapshot, if it is here; asks for nothing."""
        return self._items.get(self._ids.at(row))

    def download(self, video_id: str) -> tuple[int, int | None] | None:
        """Bytes received and their total (or None) while the clip is being fetched."""
        return self._transfers.download(video_id)

    def trouble(self, video_id: str) -> ReadingTrouble | None:
        """Why the job cannot be followed at the moment, and since when."""
        return self._troubles.get(video_id)

    def copy_percent(self, video_id: str) -> int | None:
        return self._transfers.copy_percent(video_id)

    def wanted_item(self, row: int) -> LibraryItem | None:
        """The row's snapshot; when it is not here it is asked for, with its neighbours."""
        video_id = self._ids.at(row)
        item = self._items.get(video_id)
        if item is None and not self._requests.is_known(video_id):
            self._want_page(row)
        elif item is not None and item.video.take_group_id is not None:
            self._want(
                [take for take in self._stacks.missing(item) if not self._requests.is_known(take)]
            )
        return item

    # --- asking ----------------------------------------------------------------------------

    def _want_page(self, row: int) -> None:
        first = row - row % PAGE_ROWS
        page = self._ids.part(first, first + PAGE_ROWS)
        self._want([video_id for video_id in page if video_id not in self._items])

    def _want(self, video_ids: Sequence[str]) -> None:
        if video_ids:
            self._requests.want(video_ids)
            self._ask_soon()

    def _ask_soon(self) -> None:
        if self._requests.can_send and not self._ask.isActive():
            self._ask.start()

    @Slot()
    def _send_request(self) -> None:
        while self._requests.can_send:
            self.itemsWanted.emit(self._requests.send())
