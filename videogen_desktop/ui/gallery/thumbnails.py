"""Posters: decoded off the UI thread, those in sight first, kept within a byte budget."""

import os
from collections import OrderedDict
from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QRect, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QImageReader

from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery.card_painter import CardPainter
from videogen_desktop.ui.gallery.grid_view import GridView
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.picture import fills, fitted_size, framed

_AFTER_PAINT_MS = 20
# While the window is being resized every step is another size: decode when it rests.
_AFTER_RESIZE_MS = 150
CACHE_BYTES = 40 * 1024 * 1024
_MISSING_COST = 256
# The thread that paints and the engine's have the first two.
_THREADS = 2 if (os.cpu_count() or 1) > 2 else 1


class ThumbnailKey(NamedTuple):
    """One poster at one size: device-independent pixels and the screen's ratio; whether it `covers`
    all of that whatever its shape."""

    path: str
    width: int
    height: int
    ratio: float
    covers: bool = False


class ThumbnailCache:
    """Least recently used pictures within `capacity` bytes; None says that there is none."""

    def __init__(self, capacity: int = CACHE_BYTES) -> None:
        self._capacity = capacity
        self._pictures: OrderedDict[ThumbnailKey, QImage | None] = OrderedDict()
        self._newest: dict[str, ThumbnailKey] = {}
        self._doubtful: set[ThumbnailKey] = set()
        self._bytes = 0

    @property
    def bytes_held(self) -> int:
        return self._bytes

    def __contains__(self, key: ThumbnailKey) -> bool:
        """Whether it need not be read; a doubtful one is shown until it was read again."""
        return key in self._pictures and key not in self._doubtful

    def __len__(self) -> int:
        return len(self._pictures)

    def get(self, key: ThumbnailKey) -> QImage | None:
        """The picture; None when it is missing or not here (ask `in` which)."""
        picture = self._pictures.get(key)
        if picture is not None:
            self._pictures.move_to_end(key)
        return picture

    def other_size(self, path: str) -> QImage | None:
        """The poster at whichever size was decoded last, to stand in while the card changes."""
        key = self._newest.get(path)
        return None if key is None else self._pictures.get(key)

    def put(self, key: ThumbnailKey, picture: QImage | None) -> None:
        self._drop(key)
        self._pictures[key] = picture
        self._newest[key.path] = key
        self._bytes += _cost(picture)
        while self._bytes > self._capacity and len(self._pictures) > 1:
            self._drop(next(iter(self._pictures)))

    def doubt(self, path: str) -> bool:
        """The file may hold another picture now; False when nothing of it is here."""
        doubtful = [key for key in self._pictures if key.path == path]
        self._doubtful.update(doubtful)
        return bool(doubtful)

    def keep_only(self, keys: Collection[ThumbnailKey]) -> None:
        for key in [key for key in self._pictures if key not in keys]:
            self._drop(key)

    def _drop(self, key: ThumbnailKey) -> None:
        if key in self._pictures:
            self._bytes -= _cost(self._pictures.pop(key))
            self._doubtful.discard(key)
            if self._newest.get(key.path) == key:
                del self._newest[key.path]


def _cost(picture: QImage | None) -> int:
    return _MISSING_COST if picture is None else picture.sizeInBytes()


class ThumbnailLoader(QObject):
    """Decodes what the view wants next, two at a time. Main thread, except `decoded`.

    `want` replaces the whole queue: what the view no longer names is dropped unread.
    """

    loaded = Signal(object)  # ThumbnailKey
    decoded = Signal(object, object)  # from the pool's threads: ThumbnailKey, QImage | None

    def __init__(self, parent: QObject | None = None, capacity: int = CACHE_BYTES) -> None:
        super().__init__(parent)
        self.cache = ThumbnailCache(capacity)
        self._queue: list[ThumbnailKey] = []
        self._busy: set[ThumbnailKey] = set()
        self._stopped = False
        # Not QThreadPool: its start() lets go of Python's lock and waits 0.8 ms to get it back.
        self._threads = ThreadPoolExecutor(_THREADS, "thumbnails")
        self.decoded.connect(self._keep)

    def want(self, nearest_first: Sequence[ThumbnailKey]) -> None:
        """Load these and nothing else, in this order."""
        if self._stopped:
            return
        wanted = [key for key in nearest_first if key not in self.cache and key not in self._busy]
        wanted.reverse()
        self._queue = wanted
        self._start_more()

    @property
    def pending(self) -> int:
        return len(self._queue) + len(self._busy)

    def stop(self) -> None:
        """Drop the queue and wait for the one or two pictures being decoded; idempotent."""
        self._stopped = True
        self._queue.clear()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _start_more(self) -> None:
        while self._queue and len(self._busy) < _THREADS:
            key = self._queue.pop()
            self._busy.add(key)
            self._threads.submit(self._decode, key)

    def _decode(self, key: ThumbnailKey) -> None:
        picture = poster_picture(*key)
        # RuntimeError: the gallery went while its last picture was being decoded.
        with suppress(RuntimeError):
            self.decoded.emit(key, picture)

    @Slot(object, object)
    def _keep(self, key: ThumbnailKey, picture: QImage | None) -> None:
        self._busy.discard(key)
        if self._stopped:
            return
        self.cache.put(key, picture)
        self._start_more()
        self.loaded.emit(key)


class VisiblePosters(QObject):
    """Tells the loader which posters the view needs next, those in sight first and then, while
    somebody is there, one screen on either side, and which rows to paint when one is there. Main
    thread."""

    arrived = Signal(int)  # row

    def __init__(
        self, view: GridView, model: GalleryModel, painter: CardPainter, loader: ThumbnailLoader
    ) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._painter = painter
        self._loader = loader
        self._stopped = False
        self._is_used = True
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._want)
        loader.loaded.connect(self._on_loaded)
        model.posterDoubted.connect(self._doubt)

    def painted(self) -> None:
        """The view has painted; what was missing is wanted soon."""
        if not self._stopped and not self._due.isActive():
            self._due.start(_AFTER_PAINT_MS)

    def use(self) -> None:
        """Somebody is at the cards: the next to come into sight are wanted, before a wheel turns
        that the pointer has just been brought to."""
        if not self._is_used:
            self._is_used = True
            self.painted()

    def rest(self) -> None:
        """Called now and then: where nobody was at the cards since the last time, posters out of
        sight are given back."""
        if not self._is_used:
            keys = map(self._key, self._view.visible_rows())
            self._loader.cache.keep_only({key for key in keys if key is not None})
        self._is_used = False

    def resized(self) -> None:
        if not self._stopped:
            self._due.start(_AFTER_RESIZE_MS)

    def stop(self) -> None:
        """Decode nothing more; waits for what is being decoded. Idempotent."""
        self._stopped = True
        self._due.stop()
        self._loader.stop()

    @Slot()
    def _want(self) -> None:
        visible = self._view.visible_rows()
        if not visible:
            return
        middle = (visible.start + visible.stop - 1) / 2
        wanted = self._view.visible_rows(1 if self._is_used else 0)
        rows = sorted(wanted, key=lambda row: abs(row - middle))
        keys = (self._key(row) for row in rows)
        self._loader.want([key for key in keys if key is not None])

    def _item(self, row: int) -> LibraryItem | None:
        video_id = self._model.id_at(row)
        return None if video_id is None else self._model.item(video_id)

    def _key(self, row: int) -> ThumbnailKey | None:
        item = self._item(row)
        if item is None:
            return None
        _, _, *size = self._view.grid.card(row)
        return self.key_of(item, QSize(*size))

    def key_of(self, item: LibraryItem, card: QSize) -> ThumbnailKey | None:
        """Its poster at the size that it has in a card so large."""
        if item.poster is None:
            return None
        media = self._painter.media_rect(QRect(QPoint(0, 0), card))
        ratio = self._view.devicePixelRatioF()
        covers = self._painter.arrangement.fills
        return ThumbnailKey(str(item.poster), media.width(), media.height(), ratio, covers)

    def picture_of(self, item: LibraryItem, card: QSize) -> QImage | None:
        """The poster, or while that is on its way the same at another size."""
        key = self.key_of(item, card)
        if key is None:
            return None
        return self._loader.cache.get(key) or self._loader.cache.other_size(key.path)

    @Slot(str)
    def _doubt(self, path: str) -> None:
        if self._loader.cache.doubt(path):
            self.painted()

    @Slot(object)
    def _on_loaded(self, key: ThumbnailKey) -> None:
        for row in self._view.visible_rows():
            item = self._item(row)
            if item is not None and item.poster is not None and str(item.poster) == key.path:
                self.arrived.emit(row)


def poster_picture(
    path: str, width: int, height: int, ratio: float, covers: bool = False
) -> QImage | None:
    """One poster at the size of a media area (device-independent); None when there is none.

    Opaque and rectangular: the card rounds its corners. Any thread.
    """
    # QImageReader.read lets go of Python's lock and QImage.scaled does not: reading is asked to do
    # as much of the work as it can.
    if not Path(path).is_file():
        return None
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    area = QSize(round(width * ratio), round(height * ratio))
    source = reader.size()
    if source.isValid():
        size = fitted_size(source, area, covers=covers)
        reader.setScaledSize(size)
        if fills(source, area, covers=covers):
            left, top = (size.width() - area.width()) // 2, (size.height() - area.height()) // 2
            reader.setScaledClipRect(QRect(left, top, area.width(), area.height()))
    image = reader.read()
    if image.isNull():
        return None
    if image.size() == area and image.format() is QImage.Format.Format_RGB32:
        image.setDevicePixelRatio(ratio)
        return image
    return framed(image, area, 0, ratio, covers=covers)
