"""Which video comes before and after another."""

from typing import Protocol

from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery.model import GalleryModel


class VideoOrder(Protocol):
    """The order in which the viewer leafs. Main thread."""

    def next_id(self, video_id: str) -> str | None: ...

    def previous_id(self, video_id: str) -> str | None: ...

    def place_of(self, video_id: str) -> tuple[int, int] | None:
        """Which one of how many, counted from one; None for a video that is not shown."""
        ...

    def item(self, video_id: str) -> LibraryItem | None:
        """What is known without asking."""
        ...


class GalleryOrder:
    """The order of the cards, whatever the gallery shows at the moment."""

    def __init__(self, model: GalleryModel) -> None:
        self._model = model

    def next_id(self, video_id: str) -> str | None:
        return self._neighbour(video_id, 1)

    def previous_id(self, video_id: str) -> str | None:
        return self._neighbour(video_id, -1)

    def place_of(self, video_id: str) -> tuple[int, int] | None:
        row = self._model.row_of(video_id)
        return None if row is None else (row + 1, self._model.rowCount())

    def item(self, video_id: str) -> LibraryItem | None:
        return self._model.item(video_id)

    def _neighbour(self, video_id: str, step: int) -> str | None:
        row = self._model.row_of(video_id)
        return None if row is None else self._model.id_at(row + step)
