"""The one card with the controls: under the pointer, or under the keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from videogen_desktop.ui.gallery.grid_view import GridView
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.gallery.strip_scrub import StripScrub
from videogen_desktop.ui.gallery.visible_cards import VisibleCards
from videogen_desktop.ui.player.pool import PlayerPool

if TYPE_CHECKING:
    from videogen_desktop.ui.gallery.overlay import CardOverlay

_CONTROLS_AFTER_MS = 60


class Hovering(QObject):
    """Moves one overlay from card to card, and the pointer looks through the clip. Main thread.

    `by_keyboard` is whether the user moves about with it now, and not with the pointer. What the
    overlay asks for is asked for here.
    """

    actionRequested = Signal(str, str)
    menuRequested = Signal(str, QPoint)  # global position
    dragStarted = Signal(str)

    def __init__(
        self,
        view: GridView,
        model: GalleryModel,
        pool: PlayerPool,
        cards: VisibleCards,
        scrub: StripScrub,
    ) -> None:
        super().__init__(view)
        self.by_keyboard = False
        self._view = view
        self._model = model
        self._pool = pool
        self._cards = cards
        self._scrub = scrub
        self._overlay: CardOverlay | None = None
        self._closed = False
        self._hovered: str | None = None
        self._scrubs = True
        self._controls_due = QTimer(self, singleShot=True, interval=_CONTROLS_AFTER_MS)
        self._controls_due.timeout.connect(self.place_controls)
        cards.rested.connect(self._on_rest)
        pool.changed.connect(self._on_player)
        pool.positionChanged.connect(self._on_position)

    def stop(self) -> None:
        """No card has the controls any more; idempotent."""
        self._closed = True
        self._controls_due.stop()
        self._leave()
        self._scrub.stop()

    # --- the pointer -----------------------------------------------------------------------

    def set_scrubbing(self, on: bool) -> None:
        """Whether hovering looks through the clip."""
        self._scrubs = on
        if not on:
            self._scrub.leave()

    def hover_at(self, point: QPoint | None) -> None:
        """The pointer is here, or (None) nowhere on the gallery."""
        index = self._view.indexAt(point) if point is not None else None
        row = index.row() if index is not None and index.isValid() else -1
        video_id = self._model.id_at(row)
        if point is not None and video_id is not None:
            self._scrub_at(video_id, self._cards.media_rect(row), point)
        else:
            self._scrub.leave()
        if video_id == self._hovered:
            return
        self._hovered = video_id
        self._cards.set_hovered(video_id)
        self.by_keyboard = self.by_keyboard and video_id is None
        self.place_controls()

    def _scrub_at(self, video_id: str, media: QRect, point: QPoint) -> None:
        item = self._model.item(video_id)
        is_active = video_id in self._pool.active_ids()
        if not self._scrubs or item is None or item.strip is None or is_active:
            self._scrub.leave()
        elif media.contains(point):
            part = (point.x() - media.x()) / max(1, media.width())
            self._scrub.move_to(video_id, item.strip, part)
        else:
            self._scrub.leave()

    @Slot()
    def _on_rest(self) -> None:
        viewport = self._view.viewport()
        if not self._closed and viewport.underMouse():
            self.hover_at(viewport.mapFromGlobal(QCursor.pos()))

    # --- the keyboard ----------------------------------------------------------------------

    def keyboard_row(self) -> int:
        """The row that the keyboard is on; -1 while the pointer is used."""
        if self.by_keyboard and self._view.hasFocus():
            return self._view.currentIndex().row()
        return -1

    def menu_place(self) -> QPoint:
        """Where a menu that a card asked for opens, on the screen."""
        card = self._view.visualRect(self._view.currentIndex())
        if self.by_keyboard and card.isValid():
            return self._view.viewport().mapToGlobal(card.center())
        return QCursor.pos()

    # --- the controls ----------------------------------------------------------------------

    def _controls_id(self) -> str | None:
        if self._hovered is not None:
            return self._hovered
        view, focused = self._view, QApplication.focusWidget()
        overlay = self._overlay
        is_inside = overlay is not None and focused is not None and overlay.isAncestorOf(focused)
        focus = view.hasFocus() or is_inside
        if self.by_keyboard and focus and view.currentIndex().isValid():
            return self._model.id_at(view.currentIndex().row())
        return None

    @Slot()
    def place_controls(self) -> None:
        """The current card, or what it can do, is another one."""
        video_id = self._controls_id()
        item = None if video_id is None else self._model.item(video_id)
        row = None if video_id is None else self._model.row_of(video_id)
        if item is None or row is None or row not in self._view.visible_rows():
            self._leave()
            return
        copying = self._model.copy_percent(item.video.id) is not None
        self._made_overlay().show_for(item, self._cards.media_rect(row), copying)

    def place_controls_soon(self) -> None:
        if not self._closed:
            self._controls_due.start()

    def hide_controls(self) -> None:
        """The cards move: the controls are back when they stand still."""
        self._leave()
        self.place_controls_soon()

    def refresh_controls(self) -> None:
        """What is known of a card has changed."""
        if self._overlay is not None and self._overlay.video_id is not None:
            self.place_controls()

    @Slot(str)
    def _on_player(self, video_id: str) -> None:
        self._scrub.leave()
        if self._overlay is not None and video_id == self._overlay.video_id:
            self._overlay.refresh()

    @Slot(str)
    def _on_position(self, video_id: str) -> None:
        if self._overlay is not None and video_id == self._overlay.video_id:
            self._overlay.show_position()

    def retranslate(self) -> None:
        if self._overlay is not None:
            self._overlay.retranslate()

    def _made_overlay(self) -> "CardOverlay":
        """Made for the first card under the pointer: 0.3 MB of a window that nobody points at."""
        from videogen_desktop.ui.gallery.overlay import CardOverlay

        if self._overlay is None:
            self._overlay = CardOverlay(self._pool, self._view.viewport())
            self._overlay.actionRequested.connect(self.actionRequested)
            self._overlay.menuRequested.connect(self.menuRequested)
            self._overlay.dragStarted.connect(self.dragStarted)
        return self._overlay

    def _leave(self) -> None:
        if self._overlay is not None:
            self._overlay.leave()
