"""The grid with its cards painted: what each shows now."""

import time
from collections.abc import Mapping

from PySide6.QtCore import QItemSelection, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery.card_contents import CardContents
from videogen_desktop.ui.gallery.card_painter import CardPainter
from videogen_desktop.ui.gallery.library_grid import LibraryGrid
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.gallery.thumbnails import ThumbnailLoader
from videogen_desktop.ui.gallery.visible_posters import VisiblePosters
from videogen_desktop.ui.player.pool import PlayerPool
from videogen_desktop.ui.theme.tokens import Tokens

_LOADING_CARDS = 12
# After the last step of a scroll or a resize; until then no frame composes for long.
_AT_REST_AFTER_MS = 90
_NEXT_FRAME_MS = 16


class CardView(LibraryGrid):
    """Paints a GalleryModel. Main thread."""

    def __init__(
        self, model: GalleryModel, pool: PlayerPool, tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, parent)
        self._tokens = tokens
        self._pool = pool
        self._in_motion = False
        self._moving: frozenset[str] = frozenset()
        self._cards = CardPainter(tokens, self.font())
        self._posters = VisiblePosters(self, model, self._cards, ThumbnailLoader(self))
        self._contents = CardContents(model, pool, self._posters)
        self._posters.arrived.connect(self._on_poster)
        self._rest = QTimer(self, singleShot=True, interval=_AT_REST_AFTER_MS)
        self._rest.timeout.connect(self._come_to_rest)
        self._unfinished: list[QRect] = []
        self._finish_due = QTimer(self, singleShot=True, interval=_NEXT_FRAME_MS)
        self._finish_due.timeout.connect(self._finish_cards)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # --- what the window sets --------------------------------------------------------------

    def set_tokens(self, tokens: Tokens) -> None:
        """Another theme, or another font."""
        self._tokens = tokens
        self._cards.set_look(tokens, self.font())
        self.set_card_metrics(self._cards.metrics)
        self.viewport().update()

    def set_usual_ms(self, usual_ms: Mapping[str, int]) -> None:
        """How long the user's own runs of a model took, for models with enough of them."""
        self._contents.usual_ms = usual_ms
        self.viewport().update()

    def forget_words(self) -> None:
        """The language changed."""
        self._contents.forget_words()
        self._cards.forget_words()
        self.viewport().update()

    # --- what moves over cards ---------------------------------------------------------------

    def live_picture(self, video_id: str, media: QRect, ratio: float) -> QImage | None:
        """What moves over the card's picture: the frame of a clip that plays."""
        size = media.size() * ratio
        return self._pool.picture(video_id, size, self._tokens.radius_large - 1, ratio)

    def live_ids(self) -> frozenset[str]:
        """The cards over whose pictures something moves now."""
        return frozenset(self._pool.active_ids())

    def marks_of(self, row: int, selected: bool) -> bool | None:
        """Whether the card has a strong mark, a weak one, or (None) none."""
        return True if selected else None

    # --- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        # By region: two posters that arrive far apart must not paint what lies between them.
        exposed = event.region()
        painter.fillRect(exposed.boundingRect(), QColor(self._tokens.background))
        if self._loading and self.grid.cards == 0:
            self._paint_loading(painter)
        else:
            self._paint_cards(painter, exposed)
        painter.end()
        self._posters.painted()

    def _paint_loading(self, painter: QPainter) -> None:
        self._cards.begin_frame(self.grid, self.devicePixelRatioF(), in_motion=False)
        for row in range(_LOADING_CARDS):
            self._cards.paint_unknown(painter, self.card_rect(row))

    def _paint_cards(self, painter: QPainter, exposed: QRegion) -> None:
        around, offset = exposed.boundingRect(), self.verticalOffset()
        whole = exposed.rectCount() == 1
        chosen = self.selectionModel().selection()
        now = time.time_ns() // 1_000_000
        self._cards.begin_frame(self.grid, self.devicePixelRatioF(), in_motion=self._in_motion)
        self._moving = self.live_ids()
        for row in self.grid.rows_between(around.top() + offset, around.bottom() + offset):
            left, top, width, height = self.grid.card(row)
            card = QRect(left, top - offset, width, height)
            if not (around.intersects(card) if whole else exposed.intersects(card)):
                continue
            item = self._gallery.wanted_item(row)
            if item is None:
                self._cards.paint_unknown(painter, card)
            elif not self._paint_card(painter, card, row, item, chosen, now):
                self._unfinished.append(card)
        if self._unfinished:
            self._finish_due.start()

    def _paint_card(
        self,
        painter: QPainter,
        card: QRect,
        row: int,
        item: LibraryItem,
        chosen: QItemSelection,
        now: int,
    ) -> bool:
        video_id = item.video.id
        selected = not chosen.isEmpty() and chosen.contains(self._gallery.index(row))
        content = self._contents.of(item, selected, now)
        whole = self._cards.paint(painter, card, video_id, content)
        if video_id in self._moving:
            media = self._cards.media_rect(card)
            live = self.live_picture(video_id, media, self.devicePixelRatioF())
            if live is not None:
                painter.drawImage(media.topLeft(), live)
        strong = self.marks_of(row, selected)
        if strong is not None:
            self._cards.paint_mark(painter, card, strong)
        return whole

    @Slot()
    def _finish_cards(self) -> None:
        for card in self._unfinished:
            self.viewport().update(card)
        self._unfinished.clear()

    def update_card(self, video_id: str) -> None:
        """Paint it again, if it is in sight."""
        row = self._gallery.row_of(video_id)
        if row is not None:
            self.viewport().update(self.card_rect(row))

    def update_media(self, video_id: str) -> None:
        """Paint only its picture again."""
        row = self._gallery.row_of(video_id)
        if row is not None:
            self.viewport().update(self._cards.media_rect(self.card_rect(row)))

    @Slot(int)
    def _on_poster(self, row: int) -> None:
        self.viewport().update(self.card_rect(row))

    # --- moving ----------------------------------------------------------------------------

    def move_begins(self) -> None:
        """The next frames have to be quick."""
        self._in_motion = True
        self._rest.start()

    @Slot()
    def _come_to_rest(self) -> None:
        self._in_motion = False
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.move_begins()
        super().scrollContentsBy(dx, dy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.move_begins()
        super().resizeEvent(event)
        self._posters.resized()
