"""A grid over the gallery's model: what is selected, and what stands there without any card."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from videogen_desktop.ui.gallery.grid_view import GridView
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.gallery.selected_rows import selected_ranges, selection_of


class LibraryGrid(GridView):
    """Speaks of videos by their ids. Main thread."""

    def __init__(self, model: GalleryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gallery = model
        self._loading = True
        self._empty: QWidget | None = None
        self.setModel(model)

    @property
    def gallery_model(self) -> GalleryModel:
        return self._gallery

    # --- without any card ------------------------------------------------------------------

    def set_empty_widget(self, widget: QWidget | None) -> None:
        """What to show when there is no card; the view takes it, and hides the one before."""
        if self._empty is not None and self._empty is not widget:
            self._empty.hide()
        self._empty = widget
        if widget is not None:
            widget.setParent(self.viewport())
        self.show_emptiness()

    def set_loading(self, loading: bool) -> None:
        """Quiet placeholders until the first ids are there (`set_ids` ends it)."""
        self._loading = loading
        self.show_emptiness()
        self.viewport().update()

    def show_emptiness(self) -> None:
        if self._empty is not None:
            empty = not self._loading and self._gallery.rowCount() == 0
            self._empty.setGeometry(self.viewport().rect())
            self._empty.setVisible(empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_emptiness()

    # --- selection -------------------------------------------------------------------------

    def selected_ids(self) -> tuple[str, ...]:
        """The selected videos in the gallery's order."""
        parts = selected_ranges(self.selectionModel())
        rows = sorted(row for part in parts for row in part)
        ids = (self._gallery.id_at(row) for row in rows)
        return tuple(video_id for video_id in ids if video_id is not None)

    def selected_count(self) -> int:
        return sum(len(part) for part in selected_ranges(self.selectionModel()))

    def select_ids(self, video_ids: Sequence[str]) -> None:
        """Select exactly these; unknown ones are left out."""
        rows = [self._gallery.row_of(video_id) for video_id in video_ids]
        selection = selection_of(self._gallery, (row for row in rows if row is not None))
        self.selectionModel().select(selection, self.selectionModel().SelectionFlag.ClearAndSelect)
