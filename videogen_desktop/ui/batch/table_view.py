"""The table of a batch on the screen: two lines where something is wrong, editors, and keys."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from videogen_desktop.domain.batch_columns import FILES, MODEL, TITLE
from videogen_desktop.ui.batch import wording
from videogen_desktop.ui.batch.table_model import DESCRIPTION, PROBLEM, BatchTableModel
from videogen_desktop.ui.composer.prompt_editor import PromptEditor
from videogen_desktop.ui.shortcuts.table import Command, Place, bindings, command_of
from videogen_desktop.ui.theme.tokens import Tokens

_Index = QModelIndex | QPersistentModelIndex
_EDGE, _ABOVE = 9, 7
_ROOM = 12
_NARROWEST_DESCRIPTION = 180
# In letters.
_WIDTHS = {MODEL: 17, FILES: 18, TITLE: 16}
_USUAL_WIDTH = 7
_EDITOR_LINES = 4


class RowDelegate(QStyledItemDelegate):
    """A row has what is wrong with it below what it says. Main thread only."""

    def __init__(self, tokens: Tokens, view: "BatchTableView") -> None:
        super().__init__(view)
        self._tokens = tokens
        self._view = view

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        problem = index.data(PROBLEM)
        if not problem:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        item = QStyle.ControlElement.CE_ItemViewItem
        self._view.style().drawControl(item, option, painter, self._view)
        painter.save()
        painter.setClipRect(option.rect)
        inner = option.rect.adjusted(_EDGE, _ABOVE, -_EDGE, -_ABOVE)
        side = Qt.AlignmentFlag.AlignLeft
        if index.column() == index.model().columnCount() - 1:
            side = Qt.AlignmentFlag.AlignRight
        own = index.data(Qt.ItemDataRole.ForegroundRole)
        _draw(painter, inner, text, option.font, own, side | Qt.AlignmentFlag.AlignTop)
        self._draw_problem(painter, inner, problem, option.font)
        painter.restore()

    def _draw_problem(self, painter: QPainter, cell: QRect, words: str, font: QFont) -> None:
        """The sentence goes through the whole row; each cell draws what of it lies in it."""
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * self._tokens.text_small)
        left = self._view.columnViewportPosition(DESCRIPTION) + _EDGE
        right = self._view.viewport().width() - _EDGE
        row = QRect(left, cell.top(), right - left, cell.height())
        below = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        _draw(painter, row, words, small, QColor(self._tokens.warning), below)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        # Beside the table: of what lies in one, a screen reader sees cells alone.
        place = self._view.parentWidget() or parent
        if index.column() != DESCRIPTION:
            editor = super().createEditor(place, option, index)
            editor.setObjectName("batchCell")
        else:
            # As in the composer: Enter is the input method's while it composes, then ends the
            # editing. Qt leaves it to editors of several lines.
            editor = PromptEditor(place)
            editor.setObjectName("batchPrompt")
            editor.submitted.connect(self._end_editing)
        editor.setAccessibleName(self._view.batch.heading(index.column()))
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, PromptEditor):
            editor.setPlainText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, PromptEditor):
            model.setData(index, editor.toPlainText())
        else:
            super().setModelData(editor, model, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        rect = QRect(option.rect)
        if isinstance(editor, PromptEditor):
            height = editor.fontMetrics().lineSpacing() * _EDITOR_LINES
            rect.setHeight(max(rect.height(), height))
            # At the lower edge it grows upwards, or its words would be out of sight.
            room = self._view.viewport().rect()
            rect.moveBottom(min(rect.bottom(), room.bottom()))
        place = editor.parentWidget()
        if place is not None and place is not self._view.viewport():
            rect.moveTopLeft(self._view.viewport().mapTo(place, rect.topLeft()))
        editor.setGeometry(rect)
        editor.raise_()

    @Slot()
    def _end_editing(self) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


class BatchTableView(QTableView):
    """Main thread only. Delete removes rows; whoever listens to `pasteWanted` takes more."""

    pasteWanted = Signal()
    resized = Signal()

    def __init__(self, tokens: Tokens, model: BatchTableModel) -> None:
        super().__init__()
        self.batch = model
        self._tokens = tokens
        self._keys = bindings(Place.BATCH)
        self._tall: set[int] = set()
        self._delegate = RowDelegate(tokens, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._dress()
        model.modelReset.connect(self._columns_changed)
        model.dataChanged.connect(self.fit_rows)
        self.set_tokens(tokens)
        self._columns_changed()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._delegate.set_tokens(tokens)
        self.viewport().update()

    def go_to_problem(self, step: int) -> bool:
        """To the next row with a problem, or with -1 to the one before, around the end."""
        rows = self.batch.problem_rows
        if not rows:
            return False
        current = self.currentIndex().row()
        ahead = [row for row in rows if (row - current) * step > 0]
        row = (ahead or rows)[0 if step > 0 else -1]
        index = self.batch.index(row, DESCRIPTION)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus()
        return True

    def selected_rows(self) -> list[int]:
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    # --- Qt ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event, self._keys)
        if command is Command.REMOVE_ROWS and self.selected_rows():
            self._remove_selected()
        elif command is Command.UNDO_EDIT and self.batch.can_undo:
            self.batch.undo()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasteWanted.emit()
        elif command is Command.NEXT_PROBLEM:
            self.go_to_problem(1)
        elif command is Command.PREVIOUS_PROBLEM:
            self.go_to_problem(-1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        edit = menu.addAction(wording.edit_cell())
        edit.setEnabled(bool(index.flags() & Qt.ItemFlag.ItemIsEditable))
        edit.triggered.connect(self._edit_current)
        remove = menu.addAction(wording.remove_rows(max(1, len(self.selected_rows()))))
        remove.triggered.connect(self._remove_selected)
        undo = menu.addAction(wording.undo())
        undo.setEnabled(self.batch.can_undo)
        undo.triggered.connect(self.batch.undo)
        menu.popup(self.viewport().mapToGlobal(QPoint(event.pos())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._columns_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()
        self.resized.emit()

    # --- within ------------------------------------------------------------------------------

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAcceptDrops(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(56)
        heads = self.verticalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    @Slot()
    def _edit_current(self) -> None:
        self.edit(self.currentIndex())

    @Slot()
    def _remove_selected(self) -> None:
        rows = self.selected_rows()
        self.batch.remove(rows)
        if rows and self.batch.rowCount():
            row = min(rows[0], self.batch.rowCount() - 1)
            self.setCurrentIndex(self.batch.index(row, DESCRIPTION))

    @Slot()
    def _columns_changed(self) -> None:
        """Widths by what stands in a column, not by measuring 1,000 rows."""
        metrics = self.fontMetrics()
        heads = self.verticalHeader()
        heads.setMinimumSectionSize(metrics.height() + 8)
        heads.setDefaultSectionSize(metrics.height() + 16)
        self._tall.clear()
        header, letter = self.horizontalHeader(), metrics.averageCharWidth()
        for at, column in enumerate(self.batch.table.columns):
            if at == DESCRIPTION:
                continue
            title = metrics.horizontalAdvance(self.batch.heading(at))
            letters = _WIDTHS.get(column.means or "", _USUAL_WIDTH)
            header.resizeSection(at, max(letters * letter, title) + 2 * _ROOM)
        price = metrics.horizontalAdvance(wording.price_heading())
        header.resizeSection(self.batch.price_column, max(price, 9 * letter) + 2 * _ROOM)
        self._share_width()
        self.fit_rows()

    def _share_width(self) -> None:
        """The description has what the others leave, and never less than a few words."""
        header = self.horizontalHeader()
        others = sum(header.sectionSize(at) for at in range(1, self.batch.price_column + 1))
        left = self.viewport().width() - others
        header.resizeSection(DESCRIPTION, max(left, _NARROWEST_DESCRIPTION))

    @Slot()
    def fit_rows(self) -> None:
        """Room for a second line where something is wrong; only what differs is touched."""
        wrong = set(self.batch.problem_rows)
        if wrong == self._tall:
            return
        heads, metrics = self.verticalHeader(), self.fontMetrics()
        usual = metrics.height() + 16
        for row in (self._tall ^ wrong) & set(range(self.batch.rowCount())):
            heads.resizeSection(row, usual + metrics.height() if row in wrong else usual)
        self._tall = wrong


def _draw(
    painter: QPainter, room: QRect, text: str, font: QFont, colour: QColor, where: Qt.AlignmentFlag
) -> None:
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(room, where, shown)
