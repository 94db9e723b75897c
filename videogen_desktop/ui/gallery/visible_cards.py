"""The cards in sight: what each shows now, painted as quickly as the gallery moves."""

import time
from collections.abc import Callable, Mapping

from PySide6.QtCore import QItemSelection, QObject, QPoint, QRect, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QRegion

from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery import wording
from videogen_desktop.ui.gallery.arrangement import CardArrangement
from videogen_desktop.ui.gallery.card_media import CardContent
from videogen_desktop.ui.gallery.card_painter import CardPainter
from videogen_desktop.ui.gallery.grid import CardOrder, Grid, Section
from videogen_desktop.ui.gallery.grid_view import GridView
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.gallery.stack_cards import EDGES, StackPainter
from videogen_desktop.ui.gallery.stacks import Stack
from videogen_desktop.ui.gallery.strip_scrub import StripScrub
from videogen_desktop.ui.gallery.thumbnails import ThumbnailLoader, VisiblePosters
from videogen_desktop.ui.player.pool import PlayerPool
from videogen_desktop.ui.text_format import age_label
from videogen_desktop.ui.theme.tokens import Tokens

_LOADING_CARDS = 12
# Those between two heights of the viewport.
PaintHeadings = Callable[[QPainter, int, int], None]
# After the last step of a scroll or a resize; until then no frame composes for long.
_AT_REST_AFTER_MS = 90
_NEXT_FRAME_MS = 16
_AGES_KEPT = 512
_HALF_MINUTE = 30_000


class VisibleCards(QObject):
    """Paints a GalleryModel's cards where a grid has them, and over their pictures the frames of
    `pool` and `scrub`. Main thread."""

    rested = Signal()  # nothing has moved for a while

    def __init__(
        self,
        view: GridView,
        model: GalleryModel,
        pool: PlayerPool,
        scrub: StripScrub,
        tokens: Tokens,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._pool = pool
        self._scrub = scrub
        self._tokens = tokens
        self._in_motion = False
        self._hovered: str | None = None
        # Whose bar lies along the lower edge, and with them the one that is looked through.
        self._playing: frozenset[str] = frozenset()
        self._live: frozenset[str] = frozenset()
        self._keyboard_row = -1
        self.painter = CardPainter(tokens, view.font())
        self.stack_painter = StackPainter(tokens, self.painter.fonts)
        self.posters = VisiblePosters(view, model, self.painter, ThumbnailLoader(self))
        self.reader = ContentReader(model, pool, self.posters)
        self._rest = QTimer(self, singleShot=True, interval=_AT_REST_AFTER_MS)
        self._unfinished: list[QRect] = []
        self._finish_due = QTimer(self, singleShot=True, interval=_NEXT_FRAME_MS)
        self._rest.timeout.connect(self._come_to_rest)
        self._finish_due.timeout.connect(self._finish_cards)
        self.posters.arrived.connect(self._update_row)
        scrub.changed.connect(self.update_media)

    @property
    def in_motion(self) -> bool:
        return self._in_motion

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    def media_rect(self, row: int) -> QRect:
        """Where the row's picture is now, in the viewport's coordinates."""
        return self.painter.media_rect(self._view.card_rect(row))

    def title_rect(self, row: int) -> QRect:
        """Where the first of its words are, with some room around them."""
        card, media = self._view.card_rect(row), self.media_rect(row)
        top, side = media.bottom() + self._tokens.space_1, self._tokens.space_1
        height = self.painter.metrics.text_height // 2
        return QRect(card.x() + side, top, card.width() - 2 * side, height)

    def stop(self) -> None:
        """Decode and compose nothing more; idempotent."""
        self._rest.stop()
        self._finish_due.stop()
        self.posters.stop()

    # --- how cards look --------------------------------------------------------------------

    def set_tokens(self, tokens: Tokens) -> None:
        """Another theme, or another font."""
        self._tokens = tokens
        self.painter.set_look(tokens, self._view.font())
        self.stack_painter = StackPainter(tokens, self.painter.fonts)
        self._view.set_card_metrics(self.painter.metrics)
        self._view.viewport().update()

    def arrange(self, arrangement: CardArrangement) -> None:
        """Cards of another size or shape; the view lays them out."""
        self.painter.arrange(arrangement)
        self._view.set_card_metrics(self.painter.metrics)
        self._view.viewport().update()

    def set_usual_ms(self, usual_ms: Mapping[str, int]) -> None:
        """How long the user's own runs of a model took, for models with enough of them."""
        self.reader.usual_ms = usual_ms
        self._view.viewport().update()

    def set_hovered(self, video_id: str | None) -> None:
        """The card whose edge shows that the pointer is on it."""
        self.posters.use()
        for changed in (self._hovered, video_id):
            if changed is not None:
                self.update_card(changed)
        self._hovered = video_id

    def forget_words(self) -> None:
        """The language changed."""
        self.reader.forget_words()
        self.painter.forget_words()
        self._view.viewport().update()

    # --- painting --------------------------------------------------------------------------

    def paint(self, event: QPaintEvent, keyboard_row: int, paint_headings: PaintHeadings) -> None:
        """What the event exposes; `keyboard_row` has the ring of the keyboard (-1: none has)."""
        self._keyboard_row = keyboard_row
        exposed = event.region()
        painter = self._painter_of(exposed)
        self._paint_cards(painter, exposed)
        around = exposed.boundingRect()
        paint_headings(painter, around.top(), around.bottom())
        painter.end()
        self.posters.painted()

    def paint_loading(self, event: QPaintEvent) -> None:
        """Quiet placeholders: which cards there are is not known yet."""
        painter = self._painter_of(event.region())
        ratio = self._view.devicePixelRatioF()
        self.painter.begin_frame(self._view.grid, ratio, in_motion=False)
        day = Section(0, _LOADING_CARDS, has_heading=True)
        order = CardOrder(bytes(_LOADING_CARDS), [day])
        grid = Grid(self._view.viewport().width(), self.painter.metrics, order)
        for row in range(_LOADING_CARDS):
            self.painter.paint_unknown(painter, QRect(*grid.card(row)))
        painter.end()
        self.posters.painted()

    def _painter_of(self, exposed: QRegion) -> QPainter:
        painter = QPainter(self._view.viewport())
        painter.fillRect(exposed.boundingRect(), QColor(self._tokens.background))
        return painter

    def _paint_cards(self, painter: QPainter, exposed: QRegion) -> None:
        grid, offset = self._view.grid, self._view.verticalOffset()
        # By region: two posters that arrive far apart must not paint what lies between them.
        around, whole = exposed.boundingRect(), exposed.rectCount() == 1
        chosen = self._view.selectionModel().selection()
        now = time.time_ns() // 1_000_000
        ratio = self._view.devicePixelRatioF()
        self.painter.begin_frame(grid, ratio, in_motion=self._in_motion)
        self._playing = frozenset(self._pool.active_ids())
        self._live = self._playing | {self._scrub.video_id}
        opened: dict[tuple[str, ...], list[QRect]] = {}
        below = around.bottom() + EDGES
        for row in grid.rows_between(around.top() + offset, below + offset):
            left, top, width, height = grid.card(row)
            card = QRect(left, top - offset, width, height)
            # With the edges of a stack, and the frame of an open one.
            space = card.adjusted(-EDGES, -EDGES, EDGES, EDGES)
            if not (around.intersects(space) if whole else exposed.intersects(space)):
                continue
            item = self._model.wanted_item(row)
            if item is None:
                self.painter.paint_unknown(painter, card)
            elif not self._paint_card(painter, card, row, item, chosen, now):
                self._unfinished.append(card)
            if (stack := self._stack_of(item)) is not None and stack.is_open:
                opened.setdefault(stack.takes, []).append(card)
        for cards in opened.values():
            self.stack_painter.paint_frame(painter, cards)
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
        selected = not chosen.isEmpty() and chosen.contains(self._model.index(row))
        content = self.reader.read(item, card.size(), selected, now)
        stack = self._stack_of(item)
        if stack is not None and not stack.is_open:
            self.stack_painter.paint_edges(painter, card)
        whole = self.painter.paint(painter, card, video_id, content)
        if video_id in self._live:
            media = self.painter.media_rect(card)
            live = self._live_picture(video_id, media, self._view.devicePixelRatioF())
            if live is not None:
                painter.drawImage(media.topLeft(), live)
        if stack is not None and stack.is_shown and video_id not in self._playing:
            media, has_poster = self.painter.media_rect(card), content.poster is not None
            ratio = self._view.devicePixelRatioF()
            self.stack_painter.paint_count(painter, media, stack, has_poster, ratio)
        if selected or row == self._keyboard_row:
            self.painter.paint_mark(painter, card, strong=True)
        elif video_id == self._hovered:
            self.painter.paint_mark(painter, card, strong=False)
        return whole

    def _live_picture(self, video_id: str, media: QRect, ratio: float) -> QImage | None:
        """What moves over the card's picture: a clip that plays, else the strip under the
        pointer."""
        size, radius = media.size() * ratio, self._tokens.radius_large - 1
        covers = self.painter.arrangement.fills
        playing = self._pool.picture(video_id, size, radius, ratio, covers=covers)
        if playing is not None:
            return playing
        return self._scrub.picture(video_id, size, radius, ratio, covers=covers)

    def _stack_of(self, item: LibraryItem | None) -> Stack | None:
        if item is None or item.video.take_group_id is None:
            return None
        return self._model.stack_of(item.video.id)

    def stack_at(self, point: QPoint) -> str | None:
        """The shown take of the stack whose number lies at this point of the viewport."""
        row = self._view.indexAt(point).row()
        item = self._model.item_at(row) if row >= 0 else None
        stack = self._stack_of(item)
        if item is None or stack is None or not stack.is_shown or item.video.id in self._playing:
            return None
        has_poster = self.posters.picture_of(item, self._view.card_rect(row).size()) is not None
        area = self.stack_painter.count_rect(self.media_rect(row), stack, has_poster)
        return item.video.id if area.contains(point) else None

    @Slot()
    def _finish_cards(self) -> None:
        for card in self._unfinished:
            self._view.viewport().update(card)
        self._unfinished.clear()

    # --- painting again --------------------------------------------------------------------

    @Slot(str)
    def update_card(self, video_id: str) -> None:
        """Paint it again, if it is in sight."""
        row = self._model.row_of(video_id)
        if row is not None:
            self._update_row(row)

    @Slot(str)
    def update_media(self, video_id: str) -> None:
        """Paint only its picture again."""
        row = self._model.row_of(video_id)
        if row is not None:
            self._view.viewport().update(self.media_rect(row))

    @Slot(int)
    def _update_row(self, row: int) -> None:
        self._view.viewport().update(self._view.card_rect(row))

    # --- moving ----------------------------------------------------------------------------

    def move_begins(self) -> None:
        """The next frames have to be quick."""
        self.posters.use()
        self._in_motion = True
        self._rest.start()

    @Slot()
    def _come_to_rest(self) -> None:
        self._in_motion = False
        self._view.viewport().update()
        self.rested.emit()


class ContentReader:
    """Reads what a card shows from the model, the players and the posters, for every card of every
    frame. Main thread. `usual_ms` is how long the runs of a model usually take."""

    def __init__(self, model: GalleryModel, pool: PlayerPool, posters: VisiblePosters) -> None:
        self.usual_ms: Mapping[str, int] = {}
        self._model = model
        self._pool = pool
        self._posters = posters
        self._ages: dict[tuple[int, int], str] = {}

    def read(self, item: LibraryItem, card: QSize, selected: bool, now: int) -> CardContent:
        """For a card so large; `now` is UTC milliseconds."""
        video = item.video
        transfer, transferred = self._transfer(video.id)
        running = problem = ""
        usual = self.usual_ms.get(video.model_id)
        trouble = self._model.trouble(video.id)
        if wording.is_running(video):
            problem = wording.held_note(item)
            if trouble is not None:
                running = wording.trouble_note(trouble, now)
            else:
                running = wording.running_note(video, now, usual)
        elif (code := self._pool.problem(video.id)) is not None:
            problem = wording.playback_problem(code)
        return CardContent(
            item,
            self._posters.picture_of(item, card),
            selected,
            self._age(video.created_at, now),
            running,
            round(1000 * wording.passed_part(video, now, usual)),
            trouble is not None,
            problem,
            transfer,
            transferred,
            wording.expiry_note(item, now),
            wording.is_expiry_urgent(item, now),
        )

    def forget_words(self) -> None:
        """The language changed."""
        self._ages.clear()

    def _age(self, created_at: int, now: int) -> str:
        key = (created_at, now // _HALF_MINUTE)
        label = self._ages.get(key)
        if label is None:
            if len(self._ages) >= _AGES_KEPT:
                self._ages.clear()
            label = self._ages[key] = age_label(created_at, now)
        return label

    def _transfer(self, video_id: str) -> tuple[str, int | None]:
        copied = self._model.copy_percent(video_id)
        if copied is not None:
            return wording.copy_note(), copied
        download = self._model.download(video_id)
        if download is None:
            return "", None
        received, total = download
        percent = min(100, received * 100 // total) if total else None
        return wording.download_note(received, total), percent
