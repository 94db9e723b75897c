"""What changes on cards by itself: their age, and how long a job has been running."""

from PySide6.QtCore import QObject, QTimer, Slot

from videogen_desktop.ui.gallery.card_view import CardView
from videogen_desktop.ui.gallery.progress_wording import is_running

_AGES_EVERY_MS = 30_000
_ELAPSED_EVERY_MS = 1_000


class CardClock(QObject):
    """Ticks while the view is visible, the seconds only while something in sight runs. Main
    thread."""

    def __init__(self, view: CardView) -> None:
        super().__init__(view)
        self._view = view
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
        model = self._view.gallery_model
        items = (model.item_at(row) for row in self._view.visible_rows())
        running = [item for item in items if item is not None and is_running(item.video)]
        for item in running:
            self._view.update_card(item.video.id)
        if not running or self._stopped:
            self._elapsed_due.stop()
