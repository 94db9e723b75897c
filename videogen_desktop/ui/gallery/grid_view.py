"""A QListView whose layout is arithmetic: laying out and finding cards visits no row."""

import math
from typing import Any

from PySide6.QtCore import (
    QElapsedTimer,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QHideEvent,
    QPalette,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QScrollBar,
    QWidget,
)

from videogen_desktop.ui.gallery.grid import CardMetrics, Grid, grid_for, row_after
from videogen_desktop.ui.motion import animations_allowed

_WHEEL_STEP = 48
# In this time the distance shrinks to a third: the step has arrived after four times as long.
_SHRINKS_IN_MS = 36
_FRAME_MS = 16
_NOTCH = 120
_Cursor = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class GridView(QListView):
    """Equal cells in as many columns as fit. Calls QAbstractItemView's versions where QListView's
    would lay out every row. To screen readers it is the list that QListView is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # One that Python made: asked for Qt's own, PySide loads every widget there is to find out
        # which it may be, which took a fifth of the way from the first paint to the first card.
        viewport = QWidget()
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        self.setViewport(viewport)
        self._metrics = CardMetrics(text_height=80)
        self._grid: Grid = grid_for(1, 0, self._metrics)
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

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.updateGeometries()

    def updateGeometries(self) -> None:
        """Lay out for the width there is, and keep the card at the top where it is."""
        count = 0 if self.model() is None else self.model().rowCount()
        bar = self.verticalScrollBar()
        old, offset = self._grid, bar.value()
        # Decided from the full size: a bar that came and went with the layout it changes would
        # come and go for ever. maximumViewportSize() is without the bar while that is shown: the
        # cards beside it are lower, and fitted where they had not before.
        room = self.contentsRect()
        free = grid_for(room.width(), count, self._metrics)
        needed = free.content_height > room.height()
        always = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        policy = always if needed else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() is not policy:
            self.setVerticalScrollBarPolicy(policy)
        width = self.viewport().width()
        self._grid = grid_for(width, count, self._metrics)
        height = self.viewport().height()
        bar.setSingleStep(_WHEEL_STEP)
        bar.setPageStep(max(1, height - self._grid.gap))
        bar.setRange(0, max(0, self._grid.content_height - height))
        if offset > 0 and (old.columns, old.pitch) != (self._grid.columns, self._grid.pitch):
            self._keep_in_place(old, offset)
        QAbstractItemView.updateGeometries(self)

    def _keep_in_place(self, old: Grid, offset: int) -> None:
        line, below = divmod(max(0, offset - old.margin), old.pitch)
        top = self._grid.card(line * old.columns)[1]
        part = below * self._grid.pitch // old.pitch
        self.verticalScrollBar().setValue(top + part)

    def visualRect(self, index: Any) -> QRect:
        return self.card_rect(index.row()) if index.isValid() else QRect()

    def card_rect(self, row: int) -> QRect:
        """Where the card of a row is now, in the viewport's coordinates."""
        left, top, width, height = self._grid.card(row)
        return QRect(left, top - self.verticalOffset(), width, height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._grid.row_at(point.x(), point.y() + self.verticalOffset())
        return QModelIndex() if row is None else self.model().index(row, 0)

    def visible_rows(self, screens_around: int = 0) -> range:
        """Rows of which a part is in the viewport, and as many screens more on either side."""
        top, height = self.verticalOffset(), self.viewport().height()
        around = screens_around * height
        return self._grid.rows_between(top - around, top + height - 1 + around)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Any) -> bool:
        return False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(0, dy)

    def scrollTo(self, index: Any, hint: _Hint = _Hint.EnsureVisible) -> None:
        if not index.isValid():
            return
        _, top, _, height = self._grid.card(index.row())
        bar, room, space = self.verticalScrollBar(), self.viewport().height(), self._grid.gap
        start, end = top - space, top + height + space - room
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
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        row = row_after(action, current.row(), self._grid, self.viewport().height(), is_mirrored)
        return self.model().index(max(0, min(count - 1, row)), 0)

    def keyboardSearch(self, search: str) -> None:
        """Not here: Qt's would read every row on the UI thread. Searching has its own field."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._smooth.take(event):
            event.accept()
        else:
            self._smooth.stop()
            super().wheelEvent(event)

    def stop_smooth_scrolling(self) -> None:
        """Stay where it is; idempotent."""
        self._smooth.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop_smooth_scrolling()

    # --- selection -------------------------------------------------------------------------

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        offset, model = self.verticalOffset(), self.model()
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
        if first <= last:
            changed = self.card_rect(first).united(self.card_rect(last))
            if changed.height() > self._grid.card_height:
                changed.setLeft(0)
                changed.setRight(self.viewport().width())
            self.viewport().update(changed)
        if QAccessible.isActive():
            QAbstractItemView.dataChanged(self, top_left, bottom_right, roles)


class SmoothScrolling(QObject):
    """A wheel's step as a short movement instead of a jump, where the user wants things to move.

    Moves one scroll bar. Main thread. Whoever else moves the bar ends it.
    """

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._value = self._end = 0.0
        self._since_frame = QElapsedTimer()
        self._frames = QTimer(self, interval=_FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._frames.timeout.connect(self._move)
        bar.valueChanged.connect(self._moved)

    def take(self, event: QWheelEvent) -> bool:
        """False: the event is none of a notched wheel, or nothing is to move smoothly."""
        # A touchpad scrolls smoothly by itself.
        by_pixels = (
            not event.pixelDelta().isNull() or event.phase() is not Qt.ScrollPhase.NoScrollPhase
        )
        notches = event.angleDelta().y() / _NOTCH
        if by_pixels or event.modifiers() or not notches or not animations_allowed():
            return False
        if not self._frames.isActive():
            self._value = self._end = float(self._bar.value())
            self._since_frame.start()
            self._frames.start()
        step = QApplication.wheelScrollLines() * self._bar.singleStep()
        end = self._end - notches * step
        self._end = max(self._bar.minimum(), min(self._bar.maximum(), end))
        return True

    def stop(self) -> None:
        """Stay where it is; idempotent."""
        self._frames.stop()

    @Slot()
    def _move(self) -> None:
        passed = self._since_frame.restart()
        self._value = self._end - (self._end - self._value) * math.exp(-passed / _SHRINKS_IN_MS)
        if abs(self._end - self._value) < 1:
            self._frames.stop()
            self._value = self._end
        self._bar.setValue(round(self._value))

    @Slot(int)
    def _moved(self, value: int) -> None:
        if value != round(self._value):
            self._frames.stop()
