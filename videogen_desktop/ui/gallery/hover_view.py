"""The cards with their controls: on the one under the pointer, or under the keyboard."""

from PySide6.QtCore import QPoint, QRect, QTimer, Slot
from PySide6.QtGui import QCursor, QImage, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from videogen_desktop.ui.gallery.card_commands import CardCommands
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.gallery.overlay import CardOverlay
from videogen_desktop.ui.gallery.strip_scrub import StripScrub
from videogen_desktop.ui.player.pool import PlayerPool
from videogen_desktop.ui.theme.tokens import Tokens

_CONTROLS_AFTER_MS = 60


class HoverView(CardCommands):
    """One overlay moves from card to card, and hovering looks through the clip. Main thread."""

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
        self._scrub.changed.connect(self.update_media)
        self._overlay.actionRequested.connect(self.act)
        self._overlay.menuRequested.connect(self.open_menu)
        self._overlay.dragStarted.connect(self.drag_card)

    def set_scrubbing(self, on: bool) -> None:
        """Whether hovering looks through the clip."""
        self._scrubs = on
        if not on:
            self._scrub.leave()

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

    # --- hovering --------------------------------------------------------------------------

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
            part = (point.x() - media.x()) / max(1, media.width())
            self._scrub.move_to(video_id, item.strip, part)
        else:
            self._scrub.leave()

    # --- the controls ----------------------------------------------------------------------

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

    def place_controls_soon(self) -> None:
        if not self._closed:
            self._controls_due.start()

    def menu_place(self) -> QPoint:
        """Where a menu that a card asked for opens, on the screen."""
        card = self.visualRect(self.currentIndex())
        if self.by_keyboard and card.isValid():
            return self.viewport().mapToGlobal(card.center())
        return QCursor.pos()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._overlay.leave()
        self.place_controls_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_controls()

    @Slot()
    def _come_to_rest(self) -> None:
        super()._come_to_rest()
        if not self._closed and self.viewport().underMouse():
            self.hover_at(self.viewport().mapFromGlobal(QCursor.pos()))
