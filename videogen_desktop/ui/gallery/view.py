"""The gallery: its cards, and what the user does with them."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QFocusEvent, QHideEvent, QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from videogen_desktop.ui.gallery import wording
from videogen_desktop.ui.gallery.card_commands import CardCommands
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.gallery.overlay import CardOverlay
from videogen_desktop.ui.gallery.progress_wording import is_running
from videogen_desktop.ui.gallery.strip_scrub import StripScrub
from videogen_desktop.ui.player.pool import PlayerPool
from videogen_desktop.ui.theme.tokens import Tokens

_CONTROLS_AFTER_MS = 60
_AGES_EVERY_MS = 30_000
_ELAPSED_EVERY_MS = 1_000


class GalleryView(CardCommands):
    """Shows a GalleryModel, with the controls on the card under the pointer or the keyboard.

    Playing and copying the prompt are done here; everything else goes out as a signal.
    `close_down` must be called before the view goes. Main thread.
    """

    selectedCountChanged = Signal(int)

    def __init__(
        self, model: GalleryModel, pool: PlayerPool, tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, pool, tokens, parent)
        self._closed = False
        self._hovered: str | None = None
        self._scrubs = True
        self._scrub = StripScrub(self)
        self._overlay = CardOverlay(pool, self.viewport())
        self._controls_due = QTimer(self, singleShot=True, interval=_CONTROLS_AFTER_MS)
        self._controls_due.timeout.connect(self.place_controls)
        self._ages_due = QTimer(self, interval=_AGES_EVERY_MS)
        self._ages_due.timeout.connect(self.viewport().update)
        self._elapsed_due = QTimer(self, interval=_ELAPSED_EVERY_MS)
        self._elapsed_due.timeout.connect(self._show_elapsed)
        self._connect()
        self.set_tokens(tokens)
        self.setAccessibleName(wording.gallery_name())

    def _connect(self) -> None:
        self._gallery.modelReset.connect(self._on_reset)
        self._gallery.rowsInserted.connect(self._on_rows)
        self._gallery.rowsRemoved.connect(self._on_rows)
        self._gallery.dataChanged.connect(self._on_data)
        self._pool.changed.connect(self._on_player)
        self._pool.frameChanged.connect(self.update_media)
        self._pool.positionChanged.connect(self._on_position)
        self._scrub.changed.connect(self.update_media)
        self._overlay.actionRequested.connect(self.act)
        self._overlay.menuRequested.connect(self.open_menu)
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def set_scrubbing(self, on: bool) -> None:
        """Whether hovering looks through the clip."""
        self._scrubs = on
        if not on:
            self._scrub.leave()

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
        for timer in (self._controls_due, self._ages_due, self._elapsed_due, self._rest):
            timer.stop()
        self._finish_due.stop()
        self._overlay.leave()
        self._scrub.stop()
        self._posters.stop()
        self._pool.close()

    # --- what cards show -------------------------------------------------------------------

    def live_picture(self, video_id: str, media: QRect, ratio: float) -> QImage | None:
        playing = super().live_picture(video_id, media, ratio)
        if playing is not None:
            return playing
        radius = self._tokens.radius_large - 1
        return self._scrub.picture(video_id, media.size() * ratio, radius, ratio)

    def live_ids(self) -> frozenset[str]:
        return super().live_ids() | {self._scrub.video_id}

    def marks_of(self, row: int, selected: bool) -> bool | None:
        if selected or (self.by_keyboard and self.hasFocus() and self.currentIndex().row() == row):
            return True
        hovered = self._hovered is not None and self._gallery.id_at(row) == self._hovered
        return False if hovered else None

    @Slot()
    def _show_elapsed(self) -> None:
        """Once a second while something in sight runs; the timer ends itself."""
        items = (self._gallery.item_at(row) for row in self.visible_rows())
        running = [item for item in items if item is not None and is_running(item.video)]
        for item in running:
            self.update_card(item.video.id)
        if not running or self._closed:
            self._elapsed_due.stop()

    def _watch_elapsed(self) -> None:
        if not self._elapsed_due.isActive() and self.isVisible() and not self._closed:
            self._elapsed_due.start()

    # --- the model changes -----------------------------------------------------------------

    @Slot()
    def _on_reset(self) -> None:
        self._loading = False
        self._on_rows()
        self._on_selection()

    @Slot()
    def _on_rows(self) -> None:
        # At once, not at the next event: laying out costs nothing here.
        self.updateGeometries()
        self.viewport().update()
        self.show_emptiness()
        self._place_controls_soon()

    def _place_controls_soon(self) -> None:
        if not self._closed:
            self._controls_due.start()

    @Slot()
    def _on_data(self) -> None:
        self._watch_elapsed()
        if self._overlay.video_id is not None:
            self.place_controls()

    @Slot()
    def _on_selection(self) -> None:
        self.selectedCountChanged.emit(self.selected_count())

    # --- hovering and the controls ---------------------------------------------------------

    def hover_at(self, point: QPoint | None) -> None:
        index = self.indexAt(point) if point is not None else None
        row = index.row() if index is not None and index.isValid() else -1
        video_id = self._gallery.id_at(row)
        if point is not None and video_id is not None:
            self._scrub_at(video_id, self._cards.media_rect(self.card_rect(row)), point)
        else:
            self._scrub.leave()
        if video_id == self._hovered:
            return
        for changed in (self._hovered, video_id):
            if changed is not None:
                self.update_card(changed)
        self._hovered = video_id
        self.by_keyboard = self.by_keyboard and video_id is None
        self.place_controls()

    def _scrub_at(self, video_id: str, media: QRect, point: QPoint) -> None:
        item = self._gallery.item(video_id)
        is_active = video_id in self._pool.active_ids()
        if not self._scrubs or item is None or item.strip is None or is_active:
            self._scrub.leave()
        elif media.contains(point):
            self._scrub.move_to(
                video_id, item.strip, (point.x() - media.x()) / max(1, media.width())
            )
        else:
            self._scrub.leave()

    def _controls_id(self) -> str | None:
        if self._hovered is not None:
            return self._hovered
        focused = QApplication.focusWidget()
        focus = self.hasFocus() or (focused is not None and self._overlay.isAncestorOf(focused))
        if self.by_keyboard and focus and self.currentIndex().isValid():
            return self._gallery.id_at(self.currentIndex().row())
        return None

    @Slot()
    def place_controls(self) -> None:
        video_id = self._controls_id()
        item = None if video_id is None else self._gallery.item(video_id)
        row = None if video_id is None else self._gallery.row_of(video_id)
        if item is None or row is None or row not in self.visible_rows():
            self._overlay.leave()
            return
        copying = self._gallery.copy_percent(item.video.id) is not None
        self._overlay.show_for(item, self._cards.media_rect(self.card_rect(row)), copying)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._overlay.leave()
        for video_id in self._pool.active_ids():
            row = self._gallery.row_of(video_id)
            if row is None or row not in self.visible_rows():
                self._pool.release(video_id)
        self._place_controls_soon()
        self._watch_elapsed()

    @Slot()
    def _come_to_rest(self) -> None:
        super()._come_to_rest()
        if not self._closed and self.viewport().underMouse():
            self.hover_at(self.viewport().mapFromGlobal(QCursor.pos()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_controls()

    # --- playing ---------------------------------------------------------------------------

    @Slot(str)
    def _on_player(self, video_id: str) -> None:
        self._scrub.leave()
        self.update_card(video_id)
        if video_id == self._overlay.video_id:
            self._overlay.refresh()

    @Slot(str)
    def _on_position(self, video_id: str) -> None:
        if video_id == self._overlay.video_id:
            self._overlay.show_position()

    # --- coming and going ------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.by_keyboard = True
            if not self.currentIndex().isValid() and self.grid.count:
                self.setCurrentIndex(self._gallery.index(self.visible_rows().start))
        self.place_controls()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._place_controls_soon()
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._closed:
            self._ages_due.start()
            self._watch_elapsed()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ages_due.stop()
        self._elapsed_due.stop()
        self._pool.stop_all()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.forget_words()
            self._overlay.retranslate()
            self.setAccessibleName(wording.gallery_name())
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.set_tokens(self._tokens)
