"""The statement as a table: every movement of the wallet, filtered and sorted in memory."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from videogen_desktop.domain.ledger import Movement
from videogen_desktop.domain.text import folded
from videogen_desktop.ui.account.wording import (
    KINDS,
    kind_and_prompt,
    kind_explained,
    kind_name,
    movement_about,
    movement_name,
)
from videogen_desktop.ui.credit_text import plain_number, signed_number
from videogen_desktop.ui.moments import local_minute
from videogen_desktop.ui.plain_label import plain_tooltip
from videogen_desktop.ui.theme.tokens import Tokens

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROOM = 40
_FEW_WORDS = 14


class Column(IntEnum):
    TIME = 0
    KIND = 1
    VIDEO = 2
    AMOUNT = 3
    AFTER = 4


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """Every condition given must hold; `since` and `until` are UTC ms, `until` left out."""

    text: str = ""
    kind: str | None = None
    since: int | None = None
    until: int | None = None

    @property
    def is_empty(self) -> bool:
        return self == StatementFilter()


@dataclass(frozen=True, slots=True)
class StatementTotals:
    """Sums over the movements shown, in hundredths; `out` is what left, `into` what came."""

    count: int
    out: int
    into: int


class SearchableStatement:
    """All movements with their texts folded once: a keystroke only compares."""

    def __init__(self, movements: Sequence[Movement] = ()) -> None:
        self.movements = tuple(movements)
        self._texts = [folded(f"{line.prompt or ''}\n{line.video_id or ''}") for line in movements]

    def rows(self, wanted: StatementFilter) -> list[int]:
        """The positions of what is wanted, in the statement's order."""
        needles = folded(wanted.text).split()
        rows: list[int] = []
        for row, line in enumerate(self.movements):
            if wanted.kind is not None and line.kind != wanted.kind:
                continue
            if wanted.since is not None and line.at < wanted.since:
                continue
            if wanted.until is not None and line.at >= wanted.until:
                continue
            if needles and not all(needle in self._texts[row] for needle in needles):
                continue
            rows.append(row)
        return rows


class StatementModel(QAbstractTableModel):
    """Main thread only. 10,000 movements filter within one frame: nothing is asked of a proxy."""

    def __init__(self, tokens: Tokens, parent: Any = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._all = SearchableStatement()
        self._filter = StatementFilter()
        self._sorting = (int(Column.TIME), Qt.SortOrder.DescendingOrder)
        self._shown: list[Movement] = []
        self._has_kinds_before_prompts = False

    # --- content ---------------------------------------------------------------------------

    def show_statement(self, statement: SearchableStatement) -> None:
        """Every movement of the wallet, newest first."""
        self._all = statement
        self._choose()

    def set_filter(self, wanted: StatementFilter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            self._choose()

    def put_kinds_before_prompts(self, wanted: bool) -> None:
        """Where there is no room for a column of kinds."""
        if wanted != self._has_kinds_before_prompts:
            self._has_kinds_before_prompts = wanted
            self._retell()

    @property
    def shown(self) -> tuple[Movement, ...]:
        """What the table shows now, in its order."""
        return tuple(self._shown)

    @property
    def all_count(self) -> int:
        return len(self._all.movements)

    def totals(self) -> StatementTotals:
        return totals(self._shown)

    def movement(self, row: int) -> Movement:
        return self._shown[row]

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._retell()

    def retranslate(self) -> None:
        self._retell()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    # --- Qt --------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        line, column = self._shown[index.row()], index.column()
        if role == _Role.DisplayRole:
            return self._text(line, column)
        if role == _Role.TextAlignmentRole and column >= Column.AMOUNT:
            return _RIGHT
        if role == _Role.ForegroundRole:
            return QColor(self._colour(line, column))
        if role == _Role.ToolTipRole:
            return self._hint(line, column)
        if role == _Role.AccessibleTextRole:
            return f"{self.headerData(column, Qt.Orientation.Horizontal)}: {_TEXTS[column](line)}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return _RIGHT if section >= Column.AMOUNT else left
        return self.headings()[section] if role == _Role.DisplayRole else None

    def headings(self) -> tuple[str, ...]:
        return (
            self.tr("Time"),
            self.tr("Kind"),
            self.tr("Video"),
            self.tr("Credits"),
            self.tr("Available after"),
        )

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column in _SORT_KEYS:
            self._sorting = (column, order)
            self._choose()

    # --- inner -----------------------------------------------------------------------------

    def _choose(self) -> None:
        column, order = self._sorting
        is_down = order is Qt.SortOrder.DescendingOrder
        self.beginResetModel()
        rows = self._all.rows(self._filter)
        self._shown = [self._all.movements[row] for row in rows]
        if (column, is_down) != (Column.TIME, True):
            self._shown.sort(key=_SORT_KEYS[column], reverse=is_down)
        self.endResetModel()

    def _text(self, line: Movement, column: int) -> str:
        if column == Column.VIDEO and self._has_kinds_before_prompts:
            return kind_and_prompt(line)
        return _TEXTS[column](line)

    def _colour(self, line: Movement, column: int) -> str:
        tokens = self._tokens
        if column == Column.AMOUNT:
            return tokens.success if line.amount > 0 else tokens.text
        if column == Column.VIDEO:
            return tokens.accent if line.video_id else tokens.text_faint
        return tokens.text_muted if column in (Column.TIME, Column.AFTER) else tokens.text

    def _hint(self, line: Movement, column: int) -> str | None:
        if column == Column.KIND:
            return plain_tooltip(kind_explained(line.kind))
        return plain_tooltip(line.prompt) if column == Column.VIDEO and line.prompt else None

    def _retell(self) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


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
            texts = [_WIDEST.get(column, ""), self._statement.headings()[column]]
            if column is Column.KIND:
                texts += map(kind_name, KINDS)
            widest = max(metrics.horizontalAdvance(text) for text in texts)
            self._widths[column] = widest + _ROOM
            header.resizeSection(column, self._widths[column])
        self._hide_what_does_not_fit()


def totals(movements: Sequence[Movement]) -> StatementTotals:
    out = sum(-line.amount for line in movements if line.amount < 0)
    into = sum(line.amount for line in movements if line.amount > 0)
    return StatementTotals(len(movements), out, into)


_TEXTS: dict[int, Callable[[Movement], str]] = {
    Column.TIME: lambda line: local_minute(line.at),
    Column.KIND: movement_name,
    Column.VIDEO: movement_about,
    Column.AMOUNT: lambda line: signed_number(line.amount),
    Column.AFTER: lambda line: plain_number(line.available_after),
}


_SORT_KEYS: dict[int, Callable[[Movement], Any]] = {
    Column.TIME: lambda line: line.seq,
    Column.KIND: lambda line: (movement_name(line), line.seq),
    Column.VIDEO: lambda line: ((line.prompt or "").casefold(), line.seq),
    Column.AMOUNT: lambda line: (line.amount, line.seq),
    Column.AFTER: lambda line: (line.available_after, line.seq),
}


# As wide as the widest text that can stand there, so that 10,000 rows need no measuring.
_WIDEST = {
    Column.TIME: "22/22/22 22:22",
    Column.AMOUNT: "−10.000,00",
    Column.AFTER: "1.000.000",
}
