"""A QListView whose layout is arithmetic: laying out and finding cards visits no row."""

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QWidget,
)

from videogen_desktop.ui.gallery.grid import CardMetrics, CardOrder, Grid
from videogen_desktop.ui.gallery.smooth_scrolling import NOTCH, SmoothScrolling

_WHEEL_STEP = 48
# No window shows so many cards at once.
_SURELY_MORE = 400
_ALL = 1_000_000
_Cursor = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class GridView(QListView):
    """Cards in lines that fill the width. Calls QAbstractItemView's versions where QListView's
    would lay out every row. To screen readers it is the list that QListView is."""

    # One step larger (1) or smaller (-1): Ctrl and the wheel.
    zoomRequested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # One that Python made: asked for Qt's own, PySide loads every widget there is to find out
        # which it may be, which took a fifth of the way from the first paint to the first card.
        viewport = QWidget()
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        self.setViewport(viewport)
        self._metrics = CardMetrics(text_height=80)
        self._order = CardOrder()
        self._grid = Grid(1, self._metrics, self._order)
        # What is at the top while rows come and go, and how far it is scrolled out of sight.
        self._held: tuple[QPersistentModelIndex, int] | None = None
        self._is_correcting = False
        self._wheel_angle = 0
        # Where Shift selects from, and where Up and Down go on.
        self._range_start = QPersistentModelIndex()
        self._goal = (-1, 0)
        self._smooth = SmoothScrolling(self.verticalScrollBar())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    @property
    def grid(self) -> Grid:
        return self._grid

    def set_card_metrics(self, metrics: CardMetrics) -> None:
        self._metrics = metrics
        self.updateGeometries()

    # --- layout ----------------------------------------------------------------------------

    def card_order(self) -> CardOrder:
        """The shapes and sections of all rows as they are now."""
        return CardOrder(bytes(self.model().rowCount()))

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            model.rowsAboutToBeInserted.connect(self._hold)
            model.rowsAboutToBeRemoved.connect(self._hold)

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.updateGeometries()

    @Slot()
    def _hold(self) -> None:
        """Rows are about to come or go: the card at the top stays there, but at the beginning of
        the list, where what is new is to be seen."""
        if self._held is None and self.verticalOffset() > 0 and self._grid.cards:
            row, below = self._top_card()
            self._held = QPersistentModelIndex(self.model().index(row, 0)), below

    def _top_card(self) -> tuple[int, int]:
        """The first row in sight, and how far its top lies above the viewport's."""
        offset = self.verticalOffset()
        seen = self._grid.rows_between(offset, offset + self.viewport().height())
        row = seen.start if seen else 0
        return row, offset - self._grid.card(row)[1]

    def relayout(self) -> None:
        """The rows, their shapes or their sections are others now."""
        self._hold()
        self._order = self.card_order()
        self._lay_out()

    def updateGeometries(self) -> None:
        """Lay out for the width there is, and keep the card at the top where it is."""
        count = 0 if self.model() is None else self.model().rowCount()
        if count != self._grid.cards:
            self._order = self.card_order()
        else:
            self._hold()
        self._lay_out()
        QAbstractItemView.updateGeometries(self)

    def _lay_out(self) -> None:
        held, self._held = self._held, None
        # Decided from the full size: a bar that came and went with the layout it changes would
        # come and go for ever. maximumViewportSize() is without the bar while that is shown: the
        # cards beside it are lower, and fitted where they had not before.
        room = self.contentsRect()
        always = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        needed = self._needs_bar(room.width(), room.height())
        policy = always if needed else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() is not policy:
            self.setVerticalScrollBarPolicy(policy)
        before, width = self._grid, self.viewport().width()
        self._grid = Grid(width, self._metrics, self._order)
        bar = self.verticalScrollBar()
        bar.setSingleStep(_WHEEL_STEP)
        bar.setPageStep(max(1, self.viewport().height() - self._grid.gap))
        offset = bar.value() + before.drift
        if held is not None and held[0].isValid():
            row, below = held[0].row(), held[1]
            _, top, _, height = self._grid.card(row)
            old = before.card(row)[3] if before.order is self._order else height
            offset = top + (below * height // max(1, old) if below > 0 else below)
        self._settle(offset)

    def _needs_bar(self, width: int, height: int) -> bool:
        if self._order.shapes and len(self._order.shapes) > _SURELY_MORE:
            return True
        free = Grid(width, self._metrics, self._order)
        free.settle(0, _ALL)
        return free.content_height > height

    def _settle(self, offset: int) -> int:
        """Lay out what is seen at this height, which the bar then says; what that changed."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        settled = self._grid.settle(offset, height)
        self._is_correcting = True
        self._smooth.shift(settled - bar.value())
        bar.setRange(0, max(0, self._grid.content_height - height))
        bar.setValue(settled)
        self._is_correcting = False
        return settled - offset

    def visualRect(self, index: Any) -> QRect:
        return self.card_rect(index.row()) if index.isValid() else QRect()

    def card_rect(self, row: int) -> QRect:
        """Where the card of a row is now, in the viewport's coordinates."""
        left, top, width, height = self._grid.card(row)
        return QRect(left, top - self.verticalOffset(), width, height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._grid.row_at(point.x(), point.y() + self.verticalOffset())
        return QModelIndex() if row is None else self.model().index(row, 0)

    def scroll_to_heading(self, row: int) -> None:
        """Show the section of this row from its top on."""
        section = self._grid.order.section_of(row)
        for _ in range(2):
            # What comes into sight is laid out by it, which may move the section.
            self._settle_here()
            self.verticalScrollBar().setValue(self._grid.section_top(section))

    def _settle_here(self) -> None:
        """What was laid out meanwhile may lie above what is seen, or make the list longer."""
        self._settle(self.verticalOffset())

    def visible_rows(self, screens_around: int = 0) -> range:
        """Rows of which a part is in the viewport, and as many screens more on either side."""
        top, height = self.verticalOffset(), self.viewport().height()
        around = screens_around * height
        return self._grid.rows_between(top - around, top + height - 1 + around)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value() + self._grid.drift

    def isIndexHidden(self, index: Any) -> bool:
        return False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._is_correcting:
            return
        drift = self._grid.drift
        self.viewport().scroll(0, dy)
        if self._settle(self.verticalScrollBar().value() + drift):
            self.viewport().update()

    def scrollTo(self, index: Any, hint: _Hint = _Hint.EnsureVisible) -> None:
        if not index.isValid():
            return
        _, top, _, height = self._grid.card(index.row())
        self._settle_here()
        _, top, _, height = self._grid.card(index.row())
        bar, room, space = self.verticalScrollBar(), self.viewport().height(), self._grid.gap
        # The heading that stays at the top would lie over it.
        above = max(space, self._grid.heading_height)
        start, end = top - above, top + height + space - room
        if hint is _Hint.PositionAtTop or (hint is _Hint.EnsureVisible and start < bar.value()):
            bar.setValue(start)
        elif hint is _Hint.PositionAtBottom:
            bar.setValue(end)
        elif hint is _Hint.PositionAtCenter:
            bar.setValue((start + end) // 2)
        elif end > bar.value():
            bar.setValue(min(start, end))

    # --- moving about ----------------------------------------------------------------------

    def moveCursor(self, action: _Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        count = self._grid.cards
        if count == 0:
            return QModelIndex()
        current = self.currentIndex()
        if not current.isValid():
            visible = self.visible_rows()
            return self.model().index(visible.start if visible else 0, 0)
        return self.model().index(max(0, min(count - 1, self._row_after(action, current.row()))), 0)

    def _row_after(self, action: _Cursor, row: int) -> int:
        """Where a key leads from one card, also beyond either end."""
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        sideways = -1 if is_mirrored else 1
        steps = {
            _Cursor.MoveLeft: -sideways,
            _Cursor.MoveRight: sideways,
            _Cursor.MoveNext: 1,
            _Cursor.MovePrevious: -1,
            _Cursor.MoveHome: -self._grid.cards,
            _Cursor.MoveEnd: self._grid.cards,
        }
        if action in steps:
            return row + steps[action]
        # Up and Down keep to where they began: cards in a line are not as wide as those below.
        left, top, width, height = self._grid.card(row)
        x = self._goal[1] if self._goal[0] == row else left + width // 2
        up = action in (_Cursor.MoveUp, _Cursor.MovePageUp)
        target = self._grid.above(row, x) if up else self._grid.below(row, x)
        if action in (_Cursor.MovePageUp, _Cursor.MovePageDown):
            screen = self.viewport().height() - self._grid.heading_height
            middle = top + height // 2
            far = self._grid.near(x, middle - screen if up else middle + screen)
            target = min(target, far) if up else max(target, far)
        self._goal = target, x
        return target

    def keyboardSearch(self, search: str) -> None:
        """Not here: Qt's would read every row on the UI thread. Searching has its own field."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(event.angleDelta().y())
            event.accept()
            return
        if self._smooth.take(event):
            event.accept()
        else:
            self._smooth.stop()
            super().wheelEvent(event)

    def _zoom(self, angle: int) -> None:
        """A touchpad sends many small angles: a step is that of a notch."""
        self._wheel_angle = angle if self._wheel_angle * angle < 0 else self._wheel_angle + angle
        while abs(self._wheel_angle) >= NOTCH:
            step = 1 if self._wheel_angle > 0 else -1
            self._wheel_angle -= step * NOTCH
            self.zoomRequested.emit(step)

    def stop_smooth_scrolling(self) -> None:
        """Stay where it is; idempotent."""
        self._smooth.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop_smooth_scrolling()

    # --- selection -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._start_range(event.modifiers())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self._start_range(event.modifiers())

    def _start_range(self, modifiers: Qt.KeyboardModifier) -> None:
        if not modifiers & Qt.KeyboardModifier.ShiftModifier or not self._range_start.isValid():
            self._range_start = QPersistentModelIndex(self.currentIndex())

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """The cards that a rectangle touches; with Shift all from one card to the other, whatever
        lines they stand in."""
        offset, model = self.verticalOffset(), self.model()
        is_range = bool(command & QItemSelectionModel.SelectionFlag.Current)
        is_dragged = self.state() is QAbstractItemView.State.DragSelectingState
        start, end = self._range_start, self.currentIndex()
        if is_range and not is_dragged and start.isValid() and end.isValid():
            first, last = sorted((start.row(), end.row()))
            rows = QItemSelection(model.index(first, 0), model.index(last, 0))
            self.selectionModel().select(rows, command)
            return
        area = rect.normalized()
        selection = QItemSelection()
        for first, last in self._grid.rows_in(
            area.left(), area.top() + offset, area.right(), area.bottom() + offset
        ):
            selection.select(model.index(first, 0), model.index(last, 0))
        self.selectionModel().select(selection, command)

    def selected_ranges(self) -> list[range]:
        """In no order; they do not overlap. An index for each of 100,000 would take a second."""
        selection = self.selectionModel().selection()
        parts = (selection.at(number) for number in range(selection.size()))
        return [range(part.top(), part.bottom() + 1) for part in parts]

    def selected_rows(self) -> list[int]:
        """From the top down."""
        return sorted(row for part in self.selected_ranges() for row in part)

    def selected_count(self) -> int:
        return sum(len(part) for part in self.selected_ranges())

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for row in self.visible_rows():
            if selection.contains(self.model().index(row, 0)):
                region += self.card_rect(row)
        return region

    def currentChanged(self, current: Any, previous: Any) -> None:
        if QAccessible.isActive() and current.isValid() and self.hasFocus():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(current.row())
            QAccessible.updateAccessibility(event)
        QAbstractItemView.currentChanged(self, current, previous)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        QAbstractItemView.selectionChanged(self, selected, deselected)

    def dataChanged(self, top_left: Any, bottom_right: Any, roles: Any = ()) -> None:
        # QListView's would lay out anew, and QAbstractItemView's asks where each changed card is,
        # also those out of sight: 1.6 ms for every answer from the library.
        seen = self.visible_rows()
        first, last = max(seen.start, top_left.row()), min(seen.stop - 1, bottom_right.row())
        changed = QRect()
        for row in range(first, last + 1):
            changed = changed.united(self.card_rect(row))
        self.viewport().update(changed)
        if QAccessible.isActive():
            QAbstractItemView.dataChanged(self, top_left, bottom_right, roles)
