"""The bar above the gallery: search, states with counts, filters, collections, order."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from string import Template

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.domain.gallery import (
    Collection,
    GalleryCounts,
    GalleryQuery,
    GallerySort,
    StatusGroup,
)
from videogen_desktop.ui.library import wording
from videogen_desktop.ui.library.filters import CollectionChoice, FilterButton, StatusChips
from videogen_desktop.ui.menu_choice import MenuChoice
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

_TYPED_AFTER_MS = 70
_LONGEST = 200
# Device-independent pixels at a font of 10 points; a larger font needs more.
_ONE_ROW, _CHIPS = 1_180, 640
_LINE = 16
_SEARCH, _NO_LIMIT = 320, 16_777_215
_SIDE, _NARROW_SIDE, _ABOVE, _BETWEEN = 24, 16, 12, 8
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
        self.search = SearchField(tokens)
        self.chips = StatusChips(self)
        self.status = MenuChoice(tokens, self)
        self.favourites = QPushButton()
        self.favourites.setProperty("kind", "toggle")
        self.favourites.setCheckable(True)
        self.favourites.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.favourites.setIconSize(QSize(16, 16))
        self.filters = FilterButton(tokens)
        self.view = QPushButton()
        self.view.setProperty("kind", "toggle")
        self.view.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.view.setIconSize(QSize(16, 16))
        self.collections = CollectionChoice(tokens, self)
        self.sort = MenuChoice(tokens)
        self._layout = ToolbarLayout(
            self,
            search=self.search,
            chips=self.chips,
            status=self.status,
            buttons=(self.favourites, self.filters),
            choices=(self.collections, self.sort, self.view),
        )
        self._connect()
        self.set_tokens(tokens)
        self.retranslate()
        self._layout.arrange()

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

    def offer_models(self, titles: Mapping[str, str]) -> None:
        self.filters.offer_models(titles)

    def offer_collections(self, collections: Sequence[Collection]) -> None:
        self.collections.offer_collections(collections)
        # The one that was shown may have gone.
        shown, known = self._query.collection_id, {entry.id for entry in collections}
        if shown is not None and shown not in known:
            self._on_collection(None)

    def show_collection(self, collection_id: str | None) -> None:
        """As if it had been chosen in the menu."""
        self.collections.choose(collection_id)
        self._on_collection(collection_id)

    def set_collections_listed(self, on: bool) -> None:
        """Whether they stand beside the cards, and the menu of them is spared."""
        self.collections.is_spared = on
        self.collections.show_if_needed()

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
        self.view.setIcon(themed_icon("layout-grid", tokens.text_muted, 16))
        for part in (self.search, self.status, self.filters, self.collections, self.sort):
            part.set_tokens(tokens)

    def retranslate(self) -> None:
        favourites = QCoreApplication.translate("Library", "Favourites")
        self.favourites.setAccessibleName(favourites)
        self.favourites.setToolTip(favourites)
        shown_as = QCoreApplication.translate("Library", "Size and shape of the cards")
        self.view.setAccessibleName(shown_as)
        self.view.setToolTip(shown_as)
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
        # What is watched from here on stays in the list of what was new.
        since = time.time_ns() // 1_000_000 if status is StatusGroup.NEW else None
        self._change(replace(self._query, status=status, new_since=since))

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
        self._layout.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


class SearchField(QLineEdit):
    """Search as you type over the prompts: `searched` follows the text, a moment after the last
    key. Main thread."""

    searched = Signal(str)
    left = Signal()  # the keyboard goes on to the cards

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(150)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._due = QTimer(self, singleShot=True, interval=_TYPED_AFTER_MS)
        self._due.timeout.connect(self._tell)
        self.textChanged.connect(self._wait)
        self.set_tokens(tokens)
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        self._glass.setIcon(themed_icon("search", tokens.text_muted, 16))

    def retranslate(self) -> None:
        self.setPlaceholderText(QCoreApplication.translate("Library", "Search prompts…"))
        self.setAccessibleName(QCoreApplication.translate("Library", "Search videos"))

    def stop(self) -> None:
        """Tell nothing more of what was typed."""
        self._due.stop()

    def forget(self) -> None:
        """Empty, without telling anybody."""
        self.clear()
        self._due.stop()

    def event(self, event: QEvent) -> bool:
        is_undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and is_undo and not self.isUndoAvailable():
            # The window's: a deletion may be taken back.
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _wait(self) -> None:
        self._due.start()

    @Slot()
    def _tell(self) -> None:
        self._due.stop()
        self.searched.emit(self.text().strip())


class ToolbarLayout:
    """Lays out `toolbar` for its width: in one row, in two, or narrow. Main thread.

    The states are chips, or in a narrow window the menu `status`; `choices` follow them into the
    second row.
    """

    def __init__(
        self,
        toolbar: QFrame,
        *,
        search: QWidget,
        chips: QWidget,
        status: QWidget,
        buttons: Sequence[QWidget],
        choices: Sequence[QWidget],
    ) -> None:
        self._toolbar = toolbar
        self._search, self._chips, self._status = search, chips, status
        self._buttons, self._choices = buttons, choices
        self._kind = ""
        self._column = QVBoxLayout(toolbar)
        self._column.setSpacing(_BETWEEN)
        self._rows = (QHBoxLayout(), QHBoxLayout())
        for row in self._rows:
            row.setSpacing(_BETWEEN)
            self._column.addLayout(row)

    def arrange(self) -> None:
        """Whenever the width is another one."""
        scale = self._toolbar.fontMetrics().height() / _LINE
        width = self._toolbar.width() / max(1.0, scale)
        kind = "one" if width >= _ONE_ROW else "two" if width >= _CHIPS else "narrow"
        if kind == self._kind:
            return
        self._kind = kind
        for row in self._rows:
            while row.count():
                row.takeAt(0)
        self._fill(is_narrow=kind == "narrow", is_one=kind == "one")
        side = _NARROW_SIDE if kind == "narrow" else _SIDE
        self._column.setContentsMargins(side, _ABOVE, side, 0)

    def _fill(self, *, is_narrow: bool, is_one: bool) -> None:
        first, second = self._rows
        lower = first if is_one else second
        first.addWidget(self._search, _MOST)
        self._search.setMaximumWidth(_SEARCH if is_one else _NO_LIMIT)
        shown, hidden = self._chips, self._status
        if is_narrow:
            shown, hidden = hidden, shown
        hidden.hide()
        shown.show()
        lower.addWidget(shown)
        lower.addStretch(1)
        for part in self._buttons:
            first.addWidget(part)
        for part in self._choices:
            lower.addWidget(part)


_SHEET = Template("""
QFrame#libraryToolbar { background: $background; border: none; }
QFrame#libraryBar {
    background: $surface_raised; border: none; border-top: 1px solid $border;
}
QLineEdit {
    background: $surface; color: $text; border: 1px solid $border;
    border-radius: ${radius}px; padding: 6px 8px; min-height: 20px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:hover { border-color: $border_strong; }
QLineEdit:focus { border-color: $accent; }
QPushButton[kind="chip"] {
    background: transparent; color: $text_muted; border: 1px solid transparent;
    border-radius: 14px; padding: 4px 12px; min-height: 18px;
}
QPushButton[kind="chip"]:hover { background: $surface_hover; color: $text; }
QPushButton[kind="chip"]:checked {
    background: $accent_soft; color: $accent; font-weight: 600;
}
QPushButton[kind="chip"]:focus { border-color: $accent; }
QPushButton[kind="choice"], QPushButton[kind="toggle"] {
    background: transparent; color: $text; border: 1px solid $border;
    border-radius: ${radius}px; padding: 6px 10px; min-height: 20px;
}
QPushButton[kind="choice"]:hover, QPushButton[kind="toggle"]:hover {
    background: $surface_hover;
}
QPushButton[kind="toggle"]:checked, QPushButton[kind="choice"][filters="true"] {
    background: $accent_soft; color: $accent; border-color: $accent;
}
QPushButton[kind="choice"]:focus, QPushButton[kind="toggle"]:focus { border-color: $accent; }
QPushButton[kind="choice"]::menu-indicator { width: 0; }
QPushButton[kind="danger"] {
    background: transparent; color: $danger; border: 1px solid transparent;
    border-radius: ${radius_small}px; padding: 5px 10px;
}
QPushButton[kind="danger"]:hover { background: $danger_soft; }
QPushButton[kind="danger"]:focus { border-color: $danger; }
QProgressBar {
    background: $surface_hover; border: none; border-radius: 3px; max-height: 6px; min-height: 6px;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")


def toolbar_sheet(tokens: Tokens) -> str:
    """The sheet for one bar and what is in it, for the application's font now."""
    font = QApplication.font()
    points = font.pointSizeF() if font.pointSizeF() > 0 else 10.0
    return _SHEET.substitute(tokens._asdict(), small=f"{tokens.text_small * points:.2f}")
