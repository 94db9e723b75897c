"""A grid over the gallery's model: what is selected, and what stands there without any card."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from videogen_desktop.ui.gallery.grid_view import GridView
from videogen_desktop.ui.gallery.model import GalleryModel


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
        ids = (self._gallery.id_at(row) for row in self.selected_rows())
        return tuple(video_id for video_id in ids if video_id is not None)

    def select_ids(self, video_ids: Sequence[str]) -> None:
        """Select exactly these; unknown ones are left out."""
        selection = QItemSelection()
        for row in map(self._gallery.row_of, video_ids):
            if row is not None:
                index = self._gallery.index(row)
                selection.select(index, index)
        self.selectionModel().select(selection, self.selectionModel().SelectionFlag.ClearAndSelect)
