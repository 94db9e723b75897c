"""Which posters the view needs next: those in sight first, then one screen on either side."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery.card_painter import CardPainter
from videogen_desktop.ui.gallery.grid_view import GridView
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.gallery.thumbnails import ThumbnailKey, ThumbnailLoader

_AFTER_PAINT_MS = 20
# While the window is being resized every step is another size: decode when it rests.
_AFTER_RESIZE_MS = 150


class VisiblePosters(QObject):
    """Tells the loader what to decode, and which rows to paint when it is there. Main thread."""

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
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._want)
        loader.loaded.connect(self._on_loaded)
        model.posterDoubted.connect(self._doubt)

    def painted(self) -> None:
        """The view has painted; what was missing is wanted soon."""
        if not self._stopped and not self._due.isActive():
            self._due.start(_AFTER_PAINT_MS)

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
        rows = sorted(self._view.visible_rows(1), key=lambda row: abs(row - middle))
        keys = (self._key(row) for row in rows)
        self._loader.want([key for key in keys if key is not None])

    def _item(self, row: int) -> LibraryItem | None:
        video_id = self._model.id_at(row)
        return None if video_id is None else self._model.item(video_id)

    def _key(self, row: int) -> ThumbnailKey | None:
        item = self._item(row)
        return None if item is None else self.key_of(item)

    def key_of(self, item: LibraryItem) -> ThumbnailKey | None:
        """Its poster at the size that cards have now."""
        if item.poster is None:
            return None
        media = self._painter.media_size(self._view.grid)
        return ThumbnailKey(str(item.poster), *media, self._view.devicePixelRatioF())

    def picture_of(self, item: LibraryItem) -> QImage | None:
        """The poster, or while that is on its way the same at another size."""
        key = self.key_of(item)
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
