"""Above the gallery: search, states with counts, filters, collections, order."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from videogen_desktop.domain.catalogue import VideoModel
from videogen_desktop.domain.gallery import (
    Collection,
    GalleryCounts,
    GalleryQuery,
    GallerySort,
    StatusGroup,
)
from videogen_desktop.ui.library import wording
from videogen_desktop.ui.library.filter_button import FilterButton
from videogen_desktop.ui.library.search_field import SearchField
from videogen_desktop.ui.library.status_chips import StatusChips
from videogen_desktop.ui.library.toolbar_sheet import toolbar_sheet
from videogen_desktop.ui.menu_choice import MenuChoice
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

# Device-independent pixels at a font of 10 points; a larger font needs more.
_ONE_ROW, _CHIPS = 1_180, 640
_LINE = 16
_SEARCH, _NO_LIMIT = 320, 16_777_215
# Of the room that is left over, the search field takes all it may before the gap gets any.
_MOST = 100


class LibraryToolbar(QFrame):
    """Makes a GalleryQuery of what the user chooses. Main thread."""

    queryChanged = Signal(object)  # GalleryQuery
    left = Signal()  # the keyboard goes on to the cards

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryToolbar")
        self._query = GalleryQuery()
        self._places = ""
        self.search = SearchField(tokens)
        self.chips = StatusChips(self)
        self.status = MenuChoice(tokens, self)
        self.favourites = QPushButton()
        self.favourites.setProperty("kind", "toggle")
        self.favourites.setCheckable(True)
        self.favourites.setIconSize(QSize(16, 16))
        self.filters = FilterButton(tokens)
        self.collections = MenuChoice(tokens, self)
        self.sort = MenuChoice(tokens)
        self._collections: tuple[Collection, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(tokens.space_5, tokens.space_3, tokens.space_5, 0)
        self._column.setSpacing(tokens.space_2)
        self._rows = [QHBoxLayout(), QHBoxLayout()]
        for row in self._rows:
            row.setSpacing(tokens.space_2)
            self._column.addLayout(row)
        self._connect()
        self.set_tokens(tokens)
        self.retranslate()
        self._arrange()

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

    def offer_models(self, models: Sequence[VideoModel]) -> None:
        self.filters.offer_models(models)

    def offer_collections(self, collections: Sequence[Collection]) -> None:
        self._collections = tuple(collections)
        #: vi: Mọi bộ sưu tập
        every = QCoreApplication.translate("Library", "All collections")
        known = [(entry.id, wording.counted(entry.name, entry.videos)) for entry in collections]
        #: vi: Bộ sưu tập
        self.collections.offer(
            QCoreApplication.translate("Library", "Collection"), [(None, every), *known]
        )
        self.collections.setVisible(bool(known))

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
        #: vi: Yêu thích
        favourites = QCoreApplication.translate("Library", "Favourites")
        self.favourites.setAccessibleName(favourites)
        self.favourites.setToolTip(favourites)
        self.search.retranslate()
        self.chips.retranslate()
        self.filters.retranslate()
        self._offer_statuses()
        self.offer_collections(self._collections)
        #: vi: Sắp xếp
        self.sort.offer(
            QCoreApplication.translate("Library", "Order"),
            [(sort, wording.sort_label(sort)) for sort in GallerySort],
        )

    def _offer_statuses(self) -> None:
        statuses: tuple[StatusGroup | None, ...] = (None, *StatusGroup)
        #: vi: Trạng thái
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
        self._change(
            replace(
                self._query,
                aspect_ratio=chosen.aspect_ratio,
                model_id=chosen.model_id,
                created_from=chosen.created_from(),
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
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _arrange(self) -> None:
        scale = self.fontMetrics().height() / _LINE
        width = self.width() / max(1.0, scale)
        places = "one" if width >= _ONE_ROW else "two" if width >= _CHIPS else "narrow"
        if places == self._places:
            return
        self._places = places
        for row in self._rows:
            while row.count():
                row.takeAt(0)
        first, second = self._rows
        first.addWidget(self.search, _MOST)
        self.search.setMaximumWidth(_SEARCH if places == "one" else _NO_LIMIT)
        state: QWidget = self.status if places == "narrow" else self.chips
        other = self.chips if places == "narrow" else self.status
        other.hide()
        state.show()
        (first if places == "one" else second).addWidget(state)
        (first if places == "one" else second).addStretch(1)
        for part in (self.favourites, self.filters):
            first.addWidget(part)
        for part in (self.collections, self.sort):
            (first if places == "one" else second).addWidget(part)
        side = 24 if places != "narrow" else 16
        self._column.setContentsMargins(side, 12, side, 0)
