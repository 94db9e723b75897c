"""The statement's table: fixed rows, one column that takes what room is left."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from videogen_desktop.ui.account.statement_model import Column, StatementModel

_ROOM = 40
_FEW_WORDS = 14
# As wide as the widest text that can stand there, so that 10,000 rows need no measuring.
_WIDEST = {
    Column.TIME: "22/22/22 22:22",
    Column.AMOUNT: "−10.000,00",
    Column.AFTER: "1.000.000",
}


class StatementTable(QTableView):
    """Main thread only."""

    resized = Signal()

    def __init__(self, model: StatementModel) -> None:
        super().__init__()
        self._statement = model
        self._widths = dict.fromkeys(Column, 0)
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(60)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.VIDEO, QHeaderView.ResizeMode.Stretch)
        self.sortByColumn(Column.TIME, Qt.SortOrder.DescendingOrder)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.FontChange, QEvent.Type.LanguageChange, QEvent.Type.StyleChange)
        if event.type() in kinds:
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hide_what_does_not_fit()
        self.resized.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        model = self.model()
        is_link = (
            isinstance(model, StatementModel)
            and index.isValid()
            and index.column() == Column.VIDEO
            and model.movement(index.row()).video_id is not None
        )
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def _hide_what_does_not_fit(self) -> None:
        """Narrow: what is left after a movement can be read from the amounts, and the kind stands
        before the prompt, which keeps room for a few words."""
        room = self.viewport().width() - _FEW_WORDS * self.fontMetrics().averageCharWidth()
        room -= self._widths[Column.TIME] + self._widths[Column.AMOUNT]
        for column in (Column.KIND, Column.AFTER):
            room -= self._widths[column]
            self.setColumnHidden(column, room < 0)
        self._statement.put_kinds_before_prompts(self.isColumnHidden(Column.KIND))

    def _measure(self) -> None:
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 16)
        header = self.horizontalHeader()
        for column in Column:
            if column is Column.VIDEO:
                continue
            texts = [_WIDEST.get(column, ""), str(self.model().headerData(column, _ACROSS) or "")]
            if column is Column.KIND:
                texts += _kind_names()
            widest = max(metrics.horizontalAdvance(text) for text in texts)
            self._widths[column] = widest + _ROOM
            header.resizeSection(column, self._widths[column])
        self._hide_what_does_not_fit()


_ACROSS = Qt.Orientation.Horizontal


def _kind_names() -> list[str]:
    from videogen_desktop.ui.account.wording import KINDS, kind_name

    return [kind_name(kind) for kind in KINDS]
