"""Changes on cards by themselves: their age, how long a job runs, and the clips that play."""

from PySide6.QtCore import QObject, QTimer, Slot

from videogen_desktop.ui.gallery.grid_view import GridView
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.gallery.visible_cards import VisibleCards
from videogen_desktop.ui.gallery.wording import is_running
from videogen_desktop.ui.player.pool import PlayerPool

_AGES_EVERY_MS = 30_000
_ELAPSED_EVERY_MS = 1_000


class CardClock(QObject):
    """Ticks while the view is visible, the seconds only while something in sight runs. Main
    thread."""

    def __init__(self, view: GridView, model: GalleryModel, cards: VisibleCards) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._cards = cards
        self._stopped = False
        self._ages_due = QTimer(self, interval=_AGES_EVERY_MS)
        self._ages_due.timeout.connect(view.viewport().update)
        self._elapsed_due = QTimer(self, interval=_ELAPSED_EVERY_MS)
        self._elapsed_due.timeout.connect(self.show_elapsed)

    @property
    def counts_seconds(self) -> bool:
        return self._elapsed_due.isActive()

    def begin(self) -> None:
        """The view is visible."""
        if not self._stopped:
            self._ages_due.start()
            self.watch()

    def pause(self) -> None:
        """The view is hidden."""
        self._ages_due.stop()
        self._elapsed_due.stop()

    def stop(self) -> None:
        """Tick no more; idempotent."""
        self._stopped = True
        self.pause()

    def watch(self) -> None:
        """Something in sight may be running now."""
        if not self._elapsed_due.isActive() and self._view.isVisible() and not self._stopped:
            self._elapsed_due.start()

    @Slot()
    def show_elapsed(self) -> None:
        """Once a second; the timer ends itself."""
        items = (self._model.item_at(row) for row in self._view.visible_rows())
        running = [item for item in items if item is not None and is_running(item.video)]
        for item in running:
            self._cards.update_card(item.video.id)
        if not running or self._stopped:
            self._elapsed_due.stop()


class PlayingCards(QObject):
    """Paints the frames of clips that play in cards, and lets go of those that scroll out of
    sight. Main thread."""

    def __init__(
        self, view: GridView, model: GalleryModel, pool: PlayerPool, cards: VisibleCards
    ) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._pool = pool
        self._cards = cards
        self._unpainted: set[str] = set()
        self._release_due = QTimer(self, singleShot=True, interval=0)
        self._release_due.timeout.connect(self._release_unseen)
        pool.changed.connect(cards.update_card)
        pool.frameChanged.connect(self._on_frame)
        cards.rested.connect(self._on_rest)

    def scrolled(self) -> None:
        """Other cards may be in sight."""
        if self._pool.active_ids():
            self._release_due.start()
        self._paint_frames()

    def stop(self) -> None:
        """Let go of nothing more; idempotent."""
        self._release_due.stop()

    @Slot(str)
    def _on_frame(self, video_id: str) -> None:
        self._unpainted.add(video_id)
        # What moves is painted sixty times a second: the clip's frames go along with it.
        if not self._cards.in_motion:
            self._paint_frames()

    def _paint_frames(self) -> None:
        for video_id in self._unpainted:
            self._cards.update_media(video_id)
        self._unpainted.clear()

    @Slot()
    def _on_rest(self) -> None:
        # The whole view is painted then.
        self._unpainted.clear()

    @Slot()
    def _release_unseen(self) -> None:
        # Each in a turn of its own: a player waits up to 12 ms for its threads to end.
        seen = self._view.visible_rows()
        rows = {video_id: self._model.row_of(video_id) for video_id in self._pool.active_ids()}
        unseen = [video_id for video_id, row in rows.items() if row is None or row not in seen]
        if unseen:
            self._pool.release(unseen[0])
        if len(unseen) > 1:
            self._release_due.start()
