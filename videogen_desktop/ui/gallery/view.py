"""The gallery: its cards, and what the user does with them."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from videogen_desktop.ui.gallery import wording
from videogen_desktop.ui.gallery.card_clock import CardClock
from videogen_desktop.ui.gallery.hover_view import HoverView
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.player.pool import PlayerPool
from videogen_desktop.ui.theme.tokens import Tokens


class GalleryView(HoverView):
    """Shows a GalleryModel, with the controls on the card under the pointer or the keyboard.

    Playing and copying the prompt are done here; everything else goes out as a signal.
    `close_down` must be called before the view goes. Main thread.
    """

    selectedCountChanged = Signal(int)

    def __init__(
        self, model: GalleryModel, pool: PlayerPool, tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, pool, tokens, parent)
        self._clock = CardClock(self)
        self._release_due = QTimer(self, singleShot=True, interval=0)
        self._release_due.timeout.connect(self._release_unseen)
        self._unpainted_frames: set[str] = set()
        self._connect()
        self.set_tokens(tokens)
        self.setAccessibleName(wording.gallery_name())

    def _connect(self) -> None:
        self._gallery.modelReset.connect(self._on_reset)
        self._gallery.rowsInserted.connect(self._on_rows)
        self._gallery.rowsRemoved.connect(self._on_rows)
        self._gallery.dataChanged.connect(self._on_data)
        self._pool.changed.connect(self._on_player)
        self._pool.frameChanged.connect(self._on_frame)
        self._pool.positionChanged.connect(self._on_position)
        self.selectionModel().selectionChanged.connect(self._on_selection)

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
        self._clock.stop()
        self.stop_gliding()
        for timer in (self._controls_due, self._rest, self._finish_due, self._release_due):
            timer.stop()
        self._overlay.leave()
        self._scrub.stop()
        self._posters.stop()
        self._pool.close()

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
        self.place_controls_soon()

    @Slot()
    def _on_data(self) -> None:
        self._clock.watch()
        if self._overlay.video_id is not None:
            self.place_controls()

    @Slot()
    def _on_selection(self) -> None:
        self.selectedCountChanged.emit(self.selected_count())

    # --- scrolling -------------------------------------------------------------------------

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self._pool.active_ids():
            self._release_due.start()
        self._paint_frames()
        self._clock.watch()

    @Slot()
    def _release_unseen(self) -> None:
        # Each in a turn of its own: a player waits up to 12 ms for its threads to end.
        seen = self.visible_rows()
        rows = {video_id: self._gallery.row_of(video_id) for video_id in self._pool.active_ids()}
        unseen = [video_id for video_id, row in rows.items() if row is None or row not in seen]
        if unseen:
            self._pool.release(unseen[0])
        if len(unseen) > 1:
            self._release_due.start()

    # --- playing ---------------------------------------------------------------------------

    @Slot(str)
    def _on_frame(self, video_id: str) -> None:
        self._unpainted_frames.add(video_id)
        # What moves is painted sixty times a second: the clip's frames go along with it.
        if not self._in_motion:
            self._paint_frames()

    def _paint_frames(self) -> None:
        for video_id in self._unpainted_frames:
            self.update_media(video_id)
        self._unpainted_frames.clear()

    @Slot()
    def _come_to_rest(self) -> None:
        super()._come_to_rest()
        self._unpainted_frames.clear()

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
            if not self.currentIndex().isValid() and self.grid.cards:
                self.setCurrentIndex(self._gallery.index(self.visible_rows().start))
        self.place_controls()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.place_controls_soon()
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.pause()
        self._pool.stop_all()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.forget_words()
            self._overlay.retranslate()
            self.setAccessibleName(wording.gallery_name())
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.set_tokens(self._tokens)
