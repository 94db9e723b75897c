"""Above the gallery: search, states with counts, filters, collections, order."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from videogen_desktop.domain.gallery import (
    Collection,
    GalleryCounts,
    GalleryQuery,
    GallerySort,
    StatusGroup,
)
from videogen_desktop.ui.library import wording
from videogen_desktop.ui.library.collection_choice import CollectionChoice
from videogen_desktop.ui.library.filter_button import FilterButton
from videogen_desktop.ui.library.search_field import SearchField
from videogen_desktop.ui.library.status_chips import StatusChips
from videogen_desktop.ui.library.toolbar_places import ToolbarPlaces
from videogen_desktop.ui.library.toolbar_sheet import toolbar_sheet
from videogen_desktop.ui.menu_choice import MenuChoice
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens


class LibraryToolbar(QFrame):
    """Makes a GalleryQuery of what the user chooses. Main thread."""

    queryChanged = Signal(object)  # GalleryQuery
    left = Signal()  # the keyboard goes on to the cards

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryToolbar")
        self._query = GalleryQuery()
        self.search = SearchField(tokens)
        self.chips = StatusChips(self)
        self.status = MenuChoice(tokens, self)
        self.favourites = QPushButton()
        self.favourites.setProperty("kind", "toggle")
        self.favourites.setCheckable(True)
        self.favourites.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.favourites.setIconSize(QSize(16, 16))
        self.filters = FilterButton(tokens)
        self.collections = CollectionChoice(tokens, self)
        self.sort = MenuChoice(tokens)
        self._places = ToolbarPlaces(
            self,
            search=self.search,
            chips=self.chips,
            status=self.status,
            buttons=(self.favourites, self.filters),
            choices=(self.collections, self.sort),
        )
        self._connect()
        self.set_tokens(tokens)
        self.retranslate()
        self._places.arrange()

    def _connect(self) -> None:
        self.search.searched.connect(self._on_text)
        self.search.left.connect(self.left)
        self.chips.chosen.connect(self._on_status)
        self.status.chosen.connect(self._on_status)
        self.favourites.toggled.connect(self._on_favourites)
        self.filters.changed.connect(self._on_filters)
        self.collections.chosen.connect(self._on_collection)
        self.sort.chosen.connect(self._on_sort)

    # --- what is offered -------------------------------------------------------------------

    def offer_models(self, model_ids: Sequence[str]) -> None:
        self.filters.offer_models(model_ids)

    def offer_collections(self, collections: Sequence[Collection]) -> None:
        self.collections.offer_collections(collections)
        # The one that was shown may have gone.
        shown, known = self._query.collection_id, {entry.id for entry in collections}
        if shown is not None and shown not in known:
            self._on_collection(None)

    def show_counts(self, counts: GalleryCounts) -> None:
        self.chips.show_counts(counts)
        self._offer_statuses()

    def clear(self) -> None:
        """Show everything again, in the order that is chosen."""
        self.search.forget()
        self.filters.clear()
        self.favourites.blockSignals(True)
        self.favourites.setChecked(False)
        self.favourites.blockSignals(False)
        self.collections.choose(None)
        self._change(GalleryQuery(sort=self._query.sort))

    def set_tokens(self, tokens: Tokens) -> None:
        self.setStyleSheet(toolbar_sheet(tokens))
        self.favourites.setIcon(themed_icon("heart", tokens.text_muted, 16))
        for part in (self.search, self.status, self.filters, self.collections, self.sort):
            part.set_tokens(tokens)

    def retranslate(self) -> None:
        favourites = QCoreApplication.translate("Library", "Favourites")
        self.favourites.setAccessibleName(favourites)
        self.favourites.setToolTip(favourites)
        self.search.retranslate()
        self.chips.retranslate()
        self.filters.retranslate()
        self._offer_statuses()
        self.collections.retranslate()
        self.sort.offer(
            QCoreApplication.translate("Library", "Order"),
            [(sort, wording.sort_label(sort)) for sort in GallerySort],
        )

    def _offer_statuses(self) -> None:
        statuses: tuple[StatusGroup | None, ...] = (None, *StatusGroup)
        caption = QCoreApplication.translate("Library", "Status")
        names = [
            (status, wording.counted(wording.status_label(status), self.chips.count(status)))
            for status in statuses
        ]
        self.status.offer(caption, names)

    # --- what is chosen --------------------------------------------------------------------

    def _change(self, query: GalleryQuery) -> None:
        self._query = query
        self.chips.choose(query.status)
        self.status.choose(query.status)
        self.queryChanged.emit(query)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self._change(replace(self._query, text=text))

    @Slot(object)
    def _on_status(self, status: StatusGroup | None) -> None:
        self._change(replace(self._query, status=status))

    @Slot(bool)
    def _on_favourites(self, on: bool) -> None:
        self._change(replace(self._query, favourites_only=on))

    @Slot()
    def _on_filters(self) -> None:
        chosen = self.filters
        created_from, created_before = chosen.period.bounds()
        self._change(
            replace(
                self._query,
                shape=chosen.shape,
                model_id=chosen.model_id,
                created_from=created_from,
                created_before=created_before,
            )
        )

    @Slot(object)
    def _on_collection(self, collection_id: str | None) -> None:
        self._change(replace(self._query, collection_id=collection_id))

    @Slot(object)
    def _on_sort(self, sort: GallerySort) -> None:
        self._change(replace(self._query, sort=sort))

    # --- layout ----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._places.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
