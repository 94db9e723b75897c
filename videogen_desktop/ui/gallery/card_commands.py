"""Keys, clicks, menus and dragging on cards: what they ask for, as commands."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from videogen_desktop.ui.gallery.actions import CardAction, actions_for
from videogen_desktop.ui.gallery.card_menu import card_menu, selection_menu
from videogen_desktop.ui.gallery.card_view import CardView
from videogen_desktop.ui.gallery.dragging import MOST_DRAGGED, drag_out, files_of
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.player.pool import PlayerPool
from videogen_desktop.ui.theme.tokens import Tokens


class CardCommands(CardView):
    """`actionRequested` carries a video id and a CardAction value, `bulkRequested` an action for
    everything that is selected. Main thread."""

    actionRequested = Signal(str, str)
    bulkRequested = Signal(str)

    def __init__(
        self, model: GalleryModel, pool: PlayerPool, tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, pool, tokens, parent)
        self.by_keyboard = False
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDragEnabled(True)

    def hover_at(self, point: QPoint | None) -> None:
        """The pointer is here, or (None) nowhere on the gallery."""

    def place_controls(self) -> None:
        """The current card, or what it can do, is another one."""

    def toggle_playing(self, video_id: str) -> None:
        """Play the card's clip inside the card, or pause it."""
        item = self._gallery.item(video_id)
        if item is None or item.clip is None:
            return
        if self._pool.is_playing(video_id):
            self._pool.pause(video_id)
        else:
            self._pool.play(video_id, item.clip)

    @Slot(str, str)
    def act(self, video_id: str, action: str) -> None:
        """Do it, or ask for it."""
        if action == CardAction.PLAY:
            self.toggle_playing(video_id)
        elif action == CardAction.COPY:
            item = self._gallery.item(video_id)
            if item is not None:
                QGuiApplication.clipboard().setText(item.video.prompt)
        elif action == CardAction.SELECT:
            index = self._gallery.index(self._gallery.row_of(video_id) or 0)
            self.selectionModel().select(index, self.selectionModel().SelectionFlag.Toggle)
        else:
            self.actionRequested.emit(video_id, action)

    # --- menus -----------------------------------------------------------------------------

    @Slot(str, QPoint)
    def open_menu(self, video_id: str, where: QPoint) -> None:
        menu = self.card_menu(video_id)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(where)

    def card_menu(self, video_id: str) -> QMenu | None:
        """The card's actions, or those of the selection that it is a part of; None while nothing
        is known of the card."""
        row, item = self._gallery.row_of(video_id), self._gallery.item(video_id)
        if item is None or row is None:
            return None
        count = self.selected_count()
        if count > 1 and self.selectionModel().isSelected(self._gallery.index(row)):
            return selection_menu(
                self, count, self._tokens, lambda action: self.bulkRequested.emit(action.value)
            )
        playing = self._pool.is_playing(video_id)
        return card_menu(
            self, item, playing, self._tokens, lambda action: self.act(video_id, action.value)
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        where = event.globalPos()
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            index = self.currentIndex()
            where = self.viewport().mapToGlobal(self.visualRect(index).center())
        video_id = self._gallery.id_at(index.row()) if index.isValid() else None
        if video_id is not None:
            self.open_menu(video_id, where)

    # --- keys ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.by_keyboard = True
        video_id = self._gallery.id_at(self.currentIndex().row())
        if self._key_on_selection(event) or (
            video_id is not None and self._key_on_card(video_id, event)
        ):
            event.accept()
            return
        super().keyPressEvent(event)
        self.hover_at(None)
        self.place_controls()

    def _key_on_selection(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            video_id = self._gallery.id_at(self.currentIndex().row())
            if video_id is not None:
                self.act(video_id, CardAction.COPY.value)
            return True
        if event.matches(QKeySequence.StandardKey.Save):
            self._for_selection_or_card(CardAction.SAVE)
            return True
        if event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.selectionModel().clearSelection()
            return True
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self._for_selection_or_card(CardAction.DELETE)
            return True
        return False

    def _for_selection_or_card(self, action: CardAction) -> None:
        if self.selected_count() > 1:
            self.bulkRequested.emit(action.value)
            return
        video_id = self._gallery.id_at(self.currentIndex().row())
        item = None if video_id is None else self._gallery.item(video_id)
        if video_id is not None and item is not None and action in actions_for(item):
            self.act(video_id, action.value)

    def _key_on_card(self, video_id: str, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.act(video_id, CardAction.VIEW.value)
        elif key == Qt.Key.Key_Space:
            self.toggle_playing(video_id)
        elif key == Qt.Key.Key_M:
            self._pool.set_muted(video_id, not self._pool.is_muted(video_id))
        elif key == Qt.Key.Key_F:
            self.act(video_id, CardAction.FAVOURITE.value)
        else:
            return False
        return True

    # --- the pointer -----------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hover_at(event.position().toPoint())
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.by_keyboard = False
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        video_id = self._gallery.id_at(index.row()) if index.isValid() else None
        if video_id is not None and event.button() is Qt.MouseButton.LeftButton:
            self.act(video_id, CardAction.VIEW.value)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.hover_at(None)
        return super().viewportEvent(event)

    # --- dragging out ----------------------------------------------------------------------

    def startDrag(self, supported_actions: Qt.DropAction) -> None:
        """Hand the selected clips' files to another program, as copies."""
        data = self.dragged_files()
        if data is not None:
            card = self.visualRect(self.currentIndex())
            picture = self.viewport().grab(self._cards.media_rect(card))
            drag_out(self, data, picture)

    def dragged_files(self) -> QMimeData | None:
        """The file addresses of the selected clips that are on this machine; None without any."""
        items = (self._gallery.item(video_id) for video_id in self.selected_ids()[:MOST_DRAGGED])
        return files_of(item for item in items if item is not None)
