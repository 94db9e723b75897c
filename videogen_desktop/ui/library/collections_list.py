"""The collections beside the cards: chosen with a click, filled by dropping cards onto them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.domain.gallery import Collection
from videogen_desktop.ui.dragged_videos import dragged_ids
from videogen_desktop.ui.library.wording import shown_name
from videogen_desktop.ui.plain_label import plain_label, plain_tooltip
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon, themed_icon_before_text
from videogen_desktop.ui.theme.tokens import Tokens

WIDTH = 212
_ROW_HEIGHT, _SIDE, _ICON = 34, 12, 16


class CollectionsList(QFrame):
    """Main thread. `chosen` carries a collection's id, or None for every video; `dropped` one and
    the ids of the videos that were dropped onto it, `droppedOnNew` those that want a new one."""

    chosen = Signal(object)
    dropped = Signal(object, object)  # Collection, tuple[str, ...]
    droppedOnNew = Signal(object)  # tuple[str, ...]
    renameRequested = Signal(object)  # Collection
    removeRequested = Signal(object)  # Collection
    hideRequested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("collectionsList")
        self.setFixedWidth(WIDTH)
        self.heading = plain_label("heading")
        self.hide_button = QPushButton()
        self.hide_button.setProperty("kind", "quiet")
        self.hide_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide_button.clicked.connect(self.hideRequested)
        self.rows = CollectionRowsView(tokens)
        self.new_button = NewCollectionButton()
        self.new_button.clicked.connect(lambda: self.droppedOnNew.emit(()))
        self.new_button.dropped.connect(self.droppedOnNew)
        self.rows.chosen.connect(self.chosen)
        self.rows.dropped.connect(self.dropped)
        self.rows.renameRequested.connect(self.renameRequested)
        self.rows.removeRequested.connect(self.removeRequested)
        self._lay_out()
        self.set_tokens(tokens)
        self.retranslate()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(_SIDE, 0, 0, 0)
        top.addWidget(self.heading, 1)
        top.addWidget(self.hide_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _SIDE, 0, _SIDE)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.rows, 1)
        column.addWidget(self.new_button)

    def offer(self, collections: Sequence[Collection]) -> None:
        self.rows.offer(collections)

    def choose(self, collection_id: str | None) -> None:
        """Show this one as chosen, without telling anybody."""
        self.rows.choose(collection_id)

    def set_tokens(self, tokens: Tokens) -> None:
        self.setStyleSheet(_sheet(tokens))
        self.rows.set_tokens(tokens)
        self.hide_button.setIcon(themed_icon("chevron-left", tokens.text_muted))
        icon = themed_icon_before_text("folder-plus", tokens.text_muted, tokens.text_faint, _ICON)
        self.new_button.setIcon(icon)
        self.new_button.setIconSize(QSize(_ICON + ICON_GAP, _ICON))

    def retranslate(self) -> None:
        self.heading.setText(QCoreApplication.translate("Library", "Collections"))
        hide = QCoreApplication.translate("Library", "Hide the collections")
        self.hide_button.setAccessibleName(hide)
        self.hide_button.setToolTip(hide)
        self.rows.retranslate()
        self.new_button.setText(QCoreApplication.translate("Library", "New collection…"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


class CollectionRowsView(QListWidget):
    """Its rows; the first is every video. Main thread."""

    chosen = Signal(object)
    dropped = Signal(object, object)
    renameRequested = Signal(object)
    removeRequested = Signal(object)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._known: tuple[Collection, ...] = ()
        self._aimed_at: int | None = None
        self.setAcceptDrops(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentRowChanged.connect(self._tell)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.viewport().update()

    def offer(self, collections: Sequence[Collection]) -> None:
        self._known = tuple(collections)
        current = self._id_at(self.currentRow())
        self.blockSignals(True)
        self.clear()
        self._add(QCoreApplication.translate("Library", "All videos"), None)
        for entry in self._known:
            self._add(entry.name, entry)
        self.blockSignals(False)
        self.choose(current)

    def _add(self, name: str, entry: Collection | None) -> None:
        item = QListWidgetItem(shown_name(name))
        item.setSizeHint(QSize(0, _ROW_HEIGHT))
        if entry is not None:
            count = QCoreApplication.translate("Library", "%n videos", None, entry.videos)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.name}, {count}")
            item.setToolTip(plain_tooltip(f"{entry.name} · {count}"))
        self.addItem(item)

    def choose(self, collection_id: str | None) -> None:
        ids = [None, *(entry.id for entry in self._known)]
        self.blockSignals(True)
        self.setCurrentRow(ids.index(collection_id) if collection_id in ids else 0)
        self.blockSignals(False)

    def collection_at(self, row: int) -> Collection | None:
        # The first is every video.
        return self._known[row - 1] if 0 < row <= len(self._known) else None

    def retranslate(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("Library", "Collections"))
        self.offer(self._known)

    def _id_at(self, row: int) -> str | None:
        entry = self.collection_at(row)
        return None if entry is None else entry.id

    @Slot(int)
    def _tell(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(self._id_at(row))

    # --- keys and menu -----------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from videogen_desktop.ui.shortcuts.table import Command, Place, bindings, command_of

        command = command_of(event, bindings(Place.COLLECTIONS))
        entry = self.collection_at(self.currentRow())
        if entry is not None and command is Command.RENAME_COLLECTION:
            self.renameRequested.emit(entry)
        elif entry is not None and command is Command.DELETE_COLLECTION:
            self.removeRequested.emit(entry)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        row = self.indexAt(event.pos()).row() if by_mouse else self.currentRow()
        entry = self.collection_at(row)
        if entry is not None:
            place = event.pos() if by_mouse else self.visualItemRect(self.item(row)).center()
            self.open_menu(entry, self.viewport().mapToGlobal(place))

    def open_menu(self, entry: Collection, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rename = menu.addAction(QCoreApplication.translate("Library", "Rename collection…"))
        rename.triggered.connect(lambda: self.renameRequested.emit(entry))
        remove = menu.addAction(QCoreApplication.translate("Library", "Delete collection…"))
        remove.triggered.connect(lambda: self.removeRequested.emit(entry))
        menu.popup(where)

    # --- dropping ----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_ids(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        is_aim = self.collection_at(row) is not None and bool(dragged_ids(event.mimeData()))
        self._aim_at(row if is_aim else None)
        if is_aim:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim_at(None)

    def dropEvent(self, event: QDropEvent) -> None:
        entry = self.collection_at(self.indexAt(event.position().toPoint()).row())
        ids = dragged_ids(event.mimeData())
        self._aim_at(None)
        if entry is not None and ids:
            event.acceptProposedAction()
            self.dropped.emit(entry, ids)

    def _aim_at(self, row: int | None) -> None:
        if row != self._aimed_at:
            self._aimed_at = row
            self.viewport().update()

    # --- painting ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(self.count()):
            area = self.visualItemRect(self.item(row))
            if not area.intersects(event.rect()):
                continue
            entry = self.collection_at(row)
            if entry is not None:
                self._paint_count(painter, area, entry.videos, is_chosen=row == self.currentRow())
            has_keyboard = self.hasFocus() and row == self.currentRow()
            if row == self._aimed_at or has_keyboard:
                painter.setPen(QColor(self._tokens.accent))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), 6, 6)
        painter.end()

    def _paint_count(self, painter: QPainter, area: QRect, videos: int, *, is_chosen: bool) -> None:
        tokens = self._tokens
        painter.setPen(QColor(tokens.accent if is_chosen else tokens.text_faint))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area.adjusted(0, 0, -10, 0), int(right), QLocale().toString(videos))


class NewCollectionButton(QPushButton):
    """Makes a collection, of the videos that are dropped onto it. Main thread."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_ids(event.mimeData()):
            self.setDown(True)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.setDown(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.setDown(False)
        event.acceptProposedAction()
        self.dropped.emit(dragged_ids(event.mimeData()))


def _sheet(tokens: Tokens) -> str:
    return f"""
QFrame#collectionsList {{ background: {tokens.background}; border: none; }}
QLabel {{ color: {tokens.text_muted}; font-weight: 600; }}
QListWidget {{ background: transparent; border: none; color: {tokens.text}; outline: none; }}
QListWidget::item {{ border-radius: {tokens.radius}px; padding: 0 44px 0 10px; }}
QListWidget::item:hover {{ background: {tokens.surface_hover}; }}
QListWidget::item:selected {{ background: {tokens.accent_soft}; color: {tokens.accent}; }}
QPushButton {{
    background: transparent; color: {tokens.text_muted}; border: 1px solid transparent;
    border-radius: {tokens.radius}px; padding: 6px 8px; text-align: left;
}}
QPushButton:hover, QPushButton:pressed {{
    background: {tokens.surface_hover}; color: {tokens.text};
}}
QPushButton:focus {{ border-color: {tokens.accent}; }}
"""
