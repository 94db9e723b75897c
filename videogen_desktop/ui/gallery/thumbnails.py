"""Posters: decoded off the UI thread, nearest to the viewport first, kept within a byte budget."""

import os
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from videogen_desktop.ui.gallery.decoding import poster_picture

CACHE_BYTES = 40 * 1024 * 1024
_MISSING_COST = 256
# The thread that paints and the engine's have the first two.
_THREADS = 2 if (os.cpu_count() or 1) > 2 else 1


class ThumbnailKey(NamedTuple):
    """One poster at one size: device-independent pixels and the screen's ratio."""

    path: str
    width: int
    height: int
    ratio: float


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
        picture = poster_picture(key.path, key.width, key.height, key.ratio)
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
