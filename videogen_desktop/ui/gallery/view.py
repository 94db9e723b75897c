"""The gallery: cards, what they show in each state, and what the user does with them."""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QStyle, QStyleOptionViewItem, QWidget

from videogen_desktop.ui.gallery import wording
from videogen_desktop.ui.gallery.actions import CardAction, actions_for
from videogen_desktop.ui.gallery.card_menu import card_menu
from videogen_desktop.ui.gallery.delegate import CardDelegate
from videogen_desktop.ui.gallery.grid_view import GridView
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.gallery.overlay import CardOverlay
from videogen_desktop.ui.gallery.thumbnails import ThumbnailLoader
from videogen_desktop.ui.gallery.visible_posters import VisiblePosters
from videogen_desktop.ui.player.pool import PlayerPool
from videogen_desktop.ui.theme.tokens import Tokens

_CONTROLS_AFTER_MS = 60
_AGES_EVERY_MS = 30_000
_LOADING_CARDS = 12


class GalleryView(GridView):
    """Shows a GalleryModel. Main thread.

    `actionRequested` carries a video id and a CardAction value; playing and copying the prompt
    are done here. `close_down` must be called before the view goes.
    """

    actionRequested = Signal(str, str)

    def __init__(
        self,
        model: GalleryModel,
        pool: PlayerPool,
        tokens: Tokens,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._pool = pool
        self._gallery = model
        self._loading = True
        self._closed = False
        self._by_keyboard = False
        self._hovered: str | None = None
        self._empty: QWidget | None = None
        loader = ThumbnailLoader(self)
        self._delegate = CardDelegate(tokens, self.font(), loader.cache, pool, self)
        self._posters = VisiblePosters(self, model, self._delegate, loader)
        self._overlay = CardOverlay(pool, self.viewport())
        self._controls_due = QTimer(self)
        self._controls_due.setSingleShot(True)
        self._controls_due.setInterval(_CONTROLS_AFTER_MS)
        self._controls_due.timeout.connect(self._place_overlay)
        self._ages_due = QTimer(self)
        self._ages_due.setInterval(_AGES_EVERY_MS)
        self._ages_due.timeout.connect(self.viewport().update)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._connect()
        self.set_tokens(tokens)
        self.setAccessibleName(wording.gallery_name())

    def _connect(self) -> None:
        self._posters.arrived.connect(self._on_poster)
        self._gallery.modelReset.connect(self._on_reset)
        self._gallery.rowsInserted.connect(self._on_rows)
        self._gallery.rowsRemoved.connect(self._on_rows)
        self._gallery.dataChanged.connect(self._on_data)
        self._pool.changed.connect(self._on_player)
        self._pool.frameChanged.connect(self._on_frame)
        self._pool.positionChanged.connect(self._on_position)
        self._overlay.actionRequested.connect(self._act)
        self._overlay.menuRequested.connect(self._open_menu)

    # --- what the window sets --------------------------------------------------------------

    def set_tokens(self, tokens: Tokens) -> None:
        """Another theme."""
        self._tokens = tokens
        self._delegate.set_look(tokens, self.font())
        self.set_card_metrics(self._delegate.card_metrics())
        self._changed_everywhere()

    def set_empty_widget(self, widget: QWidget) -> None:
        """What to show when there are no videos; the view takes it."""
        self._empty = widget
        widget.setParent(self.viewport())
        self._show_emptiness()

    def set_loading(self, loading: bool) -> None:
        """Quiet placeholders until the first ids are there (`set_ids` ends it)."""
        self._loading = loading
        self._show_emptiness()
        self.viewport().update()

    def select_video(self, video_id: str) -> bool:
        """Make it the current card and show it; False when it is not in the gallery."""
        row = self._gallery.row_of(video_id)
        if row is None:
            return False
        self.setCurrentIndex(self._gallery.index(row))
        return True

    def close_down(self) -> None:
        """Stop decoding and playing; idempotent."""
        self._closed = True
        self._controls_due.stop()
        self._ages_due.stop()
        self._overlay.leave()
        self._posters.stop()
        self._pool.close()

    # --- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        exposed = event.rect()
        painter.fillRect(exposed, QColor(self._tokens.background))
        option = QStyleOptionViewItem()
        if self._loading and self.grid.count == 0:
            self._paint_loading(painter, option)
            return
        hovered = None if self._hovered is None else self._gallery.row_of(self._hovered)
        offset = self.verticalOffset()
        for row in self.grid.rows_between(exposed.top() + offset, exposed.bottom() + offset):
            card = self.card_rect(row)
            if card.intersects(exposed):
                option.rect = card
                option.state = self._card_state(row, hovered)
                self._delegate.paint_card(painter, option, self._gallery.index(row), exposed)
        painter.end()
        self._posters.painted()

    def _card_state(self, row: int, hovered: int | None) -> QStyle.StateFlag:
        state = QStyle.StateFlag.State_Enabled
        index = self._gallery.index(row)
        if row == hovered:
            state |= QStyle.StateFlag.State_MouseOver
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if self._by_keyboard and self.hasFocus() and self.currentIndex().row() == row:
            state |= QStyle.StateFlag.State_HasFocus
        return state

    def _paint_loading(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        for row in range(_LOADING_CARDS):
            option.rect = self.card_rect(row)
            self._delegate.paint_placeholder(painter, option)
        painter.end()

    def _changed_everywhere(self) -> None:
        self._place_overlay()
        self.viewport().update()

    def _update_card(self, video_id: str) -> None:
        row = self._gallery.row_of(video_id)
        if row is not None:
            self.viewport().update(self.card_rect(row))

    @Slot(int)
    def _on_poster(self, row: int) -> None:
        self.viewport().update(self.card_rect(row))

    # --- the model changes -----------------------------------------------------------------

    @Slot()
    def _on_reset(self) -> None:
        self._loading = False
        self._after_layout()

    @Slot()
    def _on_rows(self) -> None:
        self._after_layout()

    def _after_layout(self) -> None:
        # At once, not at the next event: laying out costs nothing here.
        self.updateGeometries()
        self.viewport().update()
        self._show_emptiness()
        self._place_controls_soon()

    def _place_controls_soon(self) -> None:
        if not self._closed:
            self._controls_due.start()

    @Slot()
    def _on_data(self) -> None:
        if self._overlay.video_id is not None:
            self._place_overlay()

    def _show_emptiness(self) -> None:
        if self._empty is not None:
            empty = not self._loading and self._gallery.rowCount() == 0
            self._empty.setGeometry(self.viewport().rect())
            self._empty.setVisible(empty)

    # --- hovering and the controls ---------------------------------------------------------

    def _hover_at(self, point: QPoint | None) -> None:
        index = self.indexAt(point) if point is not None else None
        row = index.row() if index is not None and index.isValid() else -1
        video_id = self._gallery.id_at(row)
        if video_id == self._hovered:
            return
        for changed in (self._hovered, video_id):
            if changed is not None:
                self._update_card(changed)
        before, self._hovered = self._hovered, video_id
        if before is not None or video_id is not None:
            self._by_keyboard = self._by_keyboard and video_id is None
            self._place_overlay()

    def _controls_id(self) -> str | None:
        if self._hovered is not None:
            return self._hovered
        focused = QApplication.focusWidget()
        focus = self.hasFocus() or (focused is not None and self._overlay.isAncestorOf(focused))
        if self._by_keyboard and focus and self.currentIndex().isValid():
            return self._gallery.id_at(self.currentIndex().row())
        return None

    @Slot()
    def _place_overlay(self) -> None:
        video_id = self._controls_id()
        item = None if video_id is None else self._gallery.item(video_id)
        row = None if video_id is None else self._gallery.row_of(video_id)
        if item is None or row is None or row not in self.visible_rows():
            self._overlay.leave()
            return
        self._overlay.show_for(item, self._delegate.media_rect(self.card_rect(row)))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        for video_id in self._pool.active_ids():
            row = self._gallery.row_of(video_id)
            if row is None or row not in self.visible_rows():
                self._pool.release(video_id)
        self._place_controls_soon()
        if self.viewport().underMouse():
            self._hover_at(self.viewport().mapFromGlobal(QCursor.pos()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._posters.resized()
        self._show_emptiness()
        self._place_overlay()

    # --- playing ---------------------------------------------------------------------------

    def toggle_playing(self, video_id: str) -> None:
        """Play the card's clip inside the card, or pause it."""
        item = self._gallery.item(video_id)
        if item is None or item.clip is None:
            return
        if self._pool.is_playing(video_id):
            self._pool.pause(video_id)
        else:
            self._pool.play(video_id, item.clip)

    @Slot(str)
    def _on_player(self, video_id: str) -> None:
        self._update_card(video_id)
        if video_id == self._overlay.video_id:
            self._overlay.refresh()

    @Slot(str)
    def _on_frame(self, video_id: str) -> None:
        row = self._gallery.row_of(video_id)
        if row is not None:
            self.viewport().update(self._delegate.media_rect(self.card_rect(row)))

    @Slot(str)
    def _on_position(self, video_id: str) -> None:
        if video_id == self._overlay.video_id:
            self._overlay.show_position()

    # --- actions ---------------------------------------------------------------------------

    @Slot(str, str)
    def _act(self, video_id: str, action: str) -> None:
        if action == CardAction.PLAY:
            self.toggle_playing(video_id)
        elif action == CardAction.COPY:
            item = self._gallery.item(video_id)
            if item is not None:
                QGuiApplication.clipboard().setText(item.video.prompt)
        else:
            self.actionRequested.emit(video_id, action)

    @Slot(str, QPoint)
    def _open_menu(self, video_id: str, where: QPoint) -> None:
        menu = self.card_menu(video_id)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(where)

    def card_menu(self, video_id: str) -> QMenu | None:
        """The card's actions as a menu; None while nothing is known of the card."""
        item = self._gallery.item(video_id)
        if item is None:
            return None
        playing = self._pool.is_playing(video_id)
        return card_menu(
            self, item, playing, self._tokens, lambda action: self._act(video_id, action.value)
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        where = event.globalPos()
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            index = self.currentIndex()
            where = self.viewport().mapToGlobal(self.visualRect(index).center())
        video_id = self._gallery.id_at(index.row()) if index.isValid() else None
        if video_id is not None:
            self._open_menu(video_id, where)

    # --- input -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keyboard = True
        video_id = self._gallery.id_at(self.currentIndex().row())
        if video_id is not None and self._key_on_card(video_id, event):
            event.accept()
            return
        super().keyPressEvent(event)
        self._hover_at(None)
        self._place_overlay()

    def _key_on_card(self, video_id: str, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key, item = event.key(), self._gallery.item(video_id)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._act(video_id, CardAction.VIEW.value)
        elif key == Qt.Key.Key_Space:
            self.toggle_playing(video_id)
        elif key == Qt.Key.Key_M:
            self._pool.set_muted(video_id, not self._pool.is_muted(video_id))
        elif key == Qt.Key.Key_Delete and item is not None:
            if CardAction.DELETE in actions_for(item):
                self._act(video_id, CardAction.DELETE.value)
        else:
            return False
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover_at(event.position().toPoint())
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        video_id = self._gallery.id_at(index.row()) if index.isValid() else None
        if video_id is not None and event.button() is Qt.MouseButton.LeftButton:
            self.toggle_playing(video_id)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover_at(None)
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._by_keyboard = True
            if not self.currentIndex().isValid() and self.grid.count:
                self.setCurrentIndex(self._gallery.index(self.visible_rows().start))
        self._changed_everywhere()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._place_controls_soon()
        self.viewport().update()

    # --- coming and going ------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._closed:
            self._ages_due.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ages_due.stop()
        self._pool.stop_all()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._delegate.forget_words()
            self._overlay.retranslate()
            self.setAccessibleName(wording.gallery_name())
            self._changed_everywhere()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.set_tokens(self._tokens)
