"""The gallery: its cards, and what the user does with them."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from videogen_desktop.domain.video_list import DateOrder
from videogen_desktop.ui.gallery import wording
from videogen_desktop.ui.gallery.actions import SELECTING, CardAction
from videogen_desktop.ui.gallery.arrangement import CardArrangement
from videogen_desktop.ui.gallery.card_commands import CardCommands
from videogen_desktop.ui.gallery.day_headings import DayHeadings
from videogen_desktop.ui.gallery.days import Day, days_of
from videogen_desktop.ui.gallery.grid import CardOrder, Grid, Section
from videogen_desktop.ui.gallery.grid_view import GridView
from videogen_desktop.ui.gallery.hovering import Hovering
from videogen_desktop.ui.gallery.live_cards import CardClock, PlayingCards
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.gallery.strip_scrub import StripScrub
from videogen_desktop.ui.gallery.visible_cards import VisibleCards
from videogen_desktop.ui.player.pool import PlayerPool
from videogen_desktop.ui.theme.tokens import Tokens


class GalleryView(GridView):
    """Shows a GalleryModel, with the controls on the card under the pointer or the keyboard.

    Takes Qt's events and hands each to the part whose affair it is: `cards` paints, `hovering`
    moves the controls, `commands` does what is asked of a card or asks for it (`actionRequested`,
    `bulkRequested`). `close_down` must be called before the view goes. Main thread.
    """

    actionRequested = Signal(str, str)
    bulkRequested = Signal(str)
    selectedCountChanged = Signal(int)

    def __init__(
        self, model: GalleryModel, pool: PlayerPool, tokens: Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._gallery = model
        self._pool = pool
        self._loading = True
        self.days: list[Day] = []
        self.headings = DayHeadings(self, self._hidden_between)
        self._empty: QWidget | None = None
        self.setModel(model)
        scrub = StripScrub(self)
        self.cards = VisibleCards(self, model, pool, scrub, tokens)
        self.hovering = Hovering(self, model, pool, self.cards, scrub)
        self.commands = CardCommands(self, model, pool, self.cards)
        self.clock = CardClock(self, model, self.cards)
        self._playing = PlayingCards(self, model, pool, self.cards)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDragEnabled(True)
        self._connect()
        self.set_tokens(tokens)
        self.setAccessibleName(wording.gallery_name())

    def _connect(self) -> None:
        self._gallery.modelReset.connect(self._on_reset)
        self._gallery.rowsInserted.connect(self._on_rows)
        self._gallery.rowsRemoved.connect(self._on_rows)
        self._gallery.shapesChanged.connect(self._on_rows)
        self._gallery.dataChanged.connect(self._on_data)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.hovering.actionRequested.connect(self.commands.act)
        self.hovering.menuRequested.connect(self.commands.open_menu)
        self.hovering.dragStarted.connect(self.commands.drag_card)
        self.commands.actionRequested.connect(self.actionRequested)
        self.commands.bulkRequested.connect(self.bulkRequested)

    @property
    def gallery_model(self) -> GalleryModel:
        return self._gallery

    def close_down(self) -> None:
        """Stop decoding and playing; idempotent."""
        self.clock.stop()
        self.stop_smooth_scrolling()
        self._playing.stop()
        self.hovering.stop()
        self.cards.stop()
        self._pool.close()

    # --- what the window sets --------------------------------------------------------------

    def set_tokens(self, tokens: Tokens) -> None:
        """Another theme, or another font."""
        self.headings.set_look(tokens, self.font())
        self.cards.set_tokens(tokens)

    @property
    def arrangement(self) -> CardArrangement:
        return self.cards.painter.arrangement

    def arrange(self, arrangement: CardArrangement) -> None:
        """Cards of another size or shape; the one at the top stays there."""
        self.cards.arrange(arrangement)
        self.headings.follow()
        self.hovering.place_controls_soon()

    def looks_alike(self, arrangement: CardArrangement) -> bool:
        """Whether as many of the cards in sight would stand side by side as now."""
        metrics, rows = self.cards.painter.metrics_for(arrangement), self.visible_rows()
        shapes = sorted(set(self.grid.order.shapes[rows.start : rows.stop]))
        grid = Grid(self.viewport().width(), metrics, CardOrder())
        return bool(shapes) and grid.columns(shapes) == self.grid.columns(shapes)

    def jump_to(self, day: date) -> None:
        """Show this day from its heading on, or where it has none the next one in the order; the
        keyboard goes on at its first card."""
        is_newest = self._gallery.videos.order is DateOrder.NEWEST_FIRST
        dated = [(one.start, one.date) for one in self.days if one.date is not None]
        found = [row for row, at in dated if (at <= day if is_newest else at >= day)]
        if not dated:
            return
        row = found[0] if found else dated[-1][0]
        self.setCurrentIndex(self._gallery.index(row))
        self.scroll_to_heading(row)
        self.headings.follow()

    def day_in_sight(self) -> date | None:
        """The day of the first card in sight."""
        row = self.visible_rows().start
        return next((day.date for day in self.days if row < day.start + day.videos), None)

    def set_usual_ms(self, usual_ms: Mapping[str, int]) -> None:
        """How long the user's own runs of a model took, for models with enough of them."""
        self.cards.set_usual_ms(usual_ms)

    def set_scrubbing(self, on: bool) -> None:
        """Whether hovering looks through the clip."""
        self.hovering.set_scrubbing(on)

    def set_loading(self, loading: bool) -> None:
        """Quiet placeholders until the first ids are there (`set_ids` ends it)."""
        self._loading = loading
        self._show_emptiness()
        self.viewport().update()

    def set_empty_widget(self, widget: QWidget | None) -> None:
        """What to show when there is no card; the view takes it, and hides the one before."""
        if self._empty is not None and self._empty is not widget:
            self._empty.hide()
        self._empty = widget
        if widget is not None:
            widget.setParent(self.viewport())
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        if self._empty is not None:
            empty = not self._loading and self._gallery.rowCount() == 0
            self._empty.setGeometry(self.viewport().rect())
            self._empty.setVisible(empty)

    # --- the current card and the selected ones ----------------------------------------------

    def select_video(self, video_id: str) -> bool:
        """Make it the current card and show it; False when it is not in the gallery."""
        row = self._gallery.row_of(video_id)
        if row is None:
            return False
        self.setCurrentIndex(self._gallery.index(row))
        return True

    def selected_ids(self) -> tuple[str, ...]:
        """The selected videos in the gallery's order."""
        ids = (self._gallery.id_at(row) for row in self.selected_rows())
        return tuple(video_id for video_id in ids if video_id is not None)

    def menu_place(self) -> QPoint:
        """Where a menu that a card asked for opens, on the screen."""
        return self.hovering.menu_place()

    # --- the model changes -----------------------------------------------------------------

    @Slot()
    def _on_reset(self) -> None:
        self._loading = False
        self._on_rows()
        self._on_selection()

    def _hidden_between(self, first: int, last: int) -> int:
        return self._gallery.stacks.hidden_between(first, last)

    def card_order(self) -> CardOrder:
        videos = self._gallery.videos
        self.days = days_of(videos)
        self.headings.set_days(self.days)
        sections = [Section(day.start, day.videos, has_heading=True) for day in self.days]
        return CardOrder(bytes(videos.shapes), sections or None)

    @Slot()
    def _on_rows(self) -> None:
        # At once, not at the next event: laying out costs nothing here.
        self.relayout()
        self.headings.follow()
        self.viewport().update()
        self._show_emptiness()
        self.hovering.place_controls_soon()

    @Slot()
    def _on_data(self) -> None:
        self.clock.watch()
        self.hovering.refresh_controls()

    @Slot()
    def _on_selection(self) -> None:
        self.selectedCountChanged.emit(self.selected_count())

    # --- painting and moving -----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._loading and self.grid.cards == 0:
            self.cards.paint_loading(event)
        else:
            self.cards.paint(event, self.hovering.keyboard_row(), self.headings.paint)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.cards.move_begins()
        super().scrollContentsBy(dx, dy)
        self.headings.follow()
        self.hovering.hide_controls()
        self._playing.scrolled()
        self.clock.watch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.cards.move_begins()
        super().resizeEvent(event)
        self.headings.follow()
        self._show_emptiness()
        self.cards.posters.resized()
        self.hovering.place_controls()

    # --- keys ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.hovering.by_keyboard = True
        if self.commands.obey_key(event):
            event.accept()
            return
        super().keyPressEvent(event)
        self.hovering.hover_at(None)
        self.hovering.place_controls()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.hovering.by_keyboard = True
            if not self.currentIndex().isValid() and self.grid.cards:
                self.setCurrentIndex(self._gallery.index(self.visible_rows().start))
        self.hovering.place_controls()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hovering.place_controls_soon()
        self.viewport().update()

    # --- the pointer -----------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hovering.hover_at(event.position().toPoint())
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hovering.by_keyboard = False
        is_plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        stack = self.cards.stack_at(event.position().toPoint()) if is_plain else None
        if stack is not None:
            self.commands.toggle_stack(stack)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & SELECTING:
            # Two quick changes of the selection.
            self.mousePressEvent(event)
            return
        video_id = self._gallery.id_at(self.indexAt(event.position().toPoint()).row())
        if video_id is not None and event.button() is Qt.MouseButton.LeftButton:
            self.commands.act(video_id, CardAction.VIEW.value)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, where = self.indexAt(event.pos()), event.globalPos()
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            index = self.currentIndex()
            where = self.viewport().mapToGlobal(self.visualRect(index).center())
        video_id = self._gallery.id_at(index.row())
        if video_id is not None:
            self.commands.open_menu(video_id, where)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.hovering.hover_at(None)
        return super().viewportEvent(event)

    def startDrag(self, supported_actions: Qt.DropAction) -> None:
        self.commands.drag()

    # --- coming and going ------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.clock.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.clock.pause()
        self._pool.stop_all()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.cards.forget_words()
            self.hovering.retranslate()
            self.setAccessibleName(wording.gallery_name())
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.set_tokens(self.cards.tokens)
