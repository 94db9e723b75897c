"""Watched clips: a finished one is new until it was played, opened, or marked."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.gallery.model import GalleryModel


class SeenPresenter(QObject):
    """Main thread."""

    problemFound = Signal(object)  # BaseException

    def __init__(self, bridge: EngineBridge, model: GalleryModel, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._model = model
        # Told already: a clip that plays says so many times.
        self._told: set[str] = set()

    @Slot(object)
    def watch(self, item: LibraryItem | None) -> None:
        """It is in front of somebody, and plays."""
        if item is None or item.clip is None or not item.video.is_new:
            return
        if item.video.id not in self._told:
            self._told.add(item.video.id)
            self.mark((item.video.id,), seen=True)

    def toggle(self, video_ids: Sequence[str]) -> None:
        """Mark these as watched; where all of them are, as new again."""
        items = [self._model.item(video_id) for video_id in video_ids]
        self.mark(video_ids, seen=any(item is None or item.video.is_new for item in items))

    def mark(self, video_ids: Sequence[str], *, seen: bool) -> None:
        ids = tuple(video_ids)
        if not seen:
            self._told.difference_update(ids)
        self._bridge.ask(
            lambda engine: engine.gallery.set_seen(ids, seen), failed=self.problemFound.emit
        )
