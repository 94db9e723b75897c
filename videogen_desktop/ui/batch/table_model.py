"""The rows of a batch as a table: what each asks for, what it costs, and what is wrong with it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from videogen_desktop.domain.batch import CheckedRow
from videogen_desktop.domain.batch_columns import PROMPT
from videogen_desktop.domain.batch_text import BatchTable
from videogen_desktop.ui.batch import sheet, wording
from videogen_desktop.ui.credit_text import credit_number
from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.plain_label import drawable, plain_tooltip
from videogen_desktop.ui.text_format import one_line
from videogen_desktop.ui.theme.tokens import Tokens

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
# What a delegate asks for beside Qt's own roles.
PROBLEM = _Role.UserRole
DESCRIPTION = 0
# Beyond what any row shows; the whole text is in the tool tip and in the editor.
_LONGEST_LINE = 400
_LONGEST_TIP = 1_000
_STEPS_BACK = 20


class RowState(NamedTuple):
    """`price` is of all takes of the row, in hundredths, None while nobody has looked; `problem`
    is what keeps it from being made, in words, and `wrong` are the columns that it is about."""

    price: int | None = None
    problem: str = ""
    wrong: tuple[int, ...] = ()

    @classmethod
    def of(cls, row: CheckedRow) -> "RowState":
        """As it was checked."""
        problems = dict.fromkeys(error_text(one.error) for one in row.problems)
        wrong = tuple(one.column for one in row.problems if one.column is not None)
        return cls(row.price, " ".join(problems), wrong)


class BatchTableModel(QAbstractTableModel):
    """The last column is the price. Every change is taken back with `undo`. Main thread only.

    `changed` follows every change of what is asked for: the rows are to be looked at again.
    """

    changed = Signal()

    def __init__(self, tokens: Tokens, parent: Any = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._table = sheet.EMPTY
        self._states: Sequence[RowState] = ()
        self._defaults: Mapping[str, str] = {}
        self._past: list[BatchTable] = []

    # --- content -----------------------------------------------------------------------------

    @property
    def table(self) -> BatchTable:
        return self._table

    @property
    def price_column(self) -> int:
        return len(self._table.columns)

    @property
    def problem_rows(self) -> list[int]:
        """The places of the rows that something is wrong with."""
        return [row for row, state in enumerate(self._states) if state.problem]

    def show_table(self, table: BatchTable, *, can_undo: bool = True) -> None:
        """Another table in place of this one."""
        if can_undo:
            self._past = [*self._past[1 - _STEPS_BACK :], self._table]
        else:
            self._past.clear()
        self._show(table)

    def show_states(self, states: Iterable[RowState]) -> None:
        """What a look at the rows has found, one for each."""
        self._states = tuple(states)
        self._retell()

    def show_defaults(self, defaults: Mapping[str, str]) -> None:
        """What a row takes from the composer where it says nothing, by column."""
        self._defaults = defaults
        self._retell()

    def remove(self, rows: Iterable[int]) -> None:
        self.show_table(sheet.without_rows(self._table, rows))

    def undo(self) -> None:
        """Take the last change back."""
        if self._past:
            self._show(self._past.pop())

    @property
    def can_undo(self) -> bool:
        return bool(self._past)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._retell()

    def retranslate(self) -> None:
        self._retell()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.price_column)

    # --- Qt ----------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self.price_column + 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        has_text = index.isValid() and index.column() != self.price_column
        return flags | Qt.ItemFlag.ItemIsEditable if has_text else flags

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if not index.isValid() or row >= len(self._table.rows):
            return None
        state = self._states[row] if row < len(self._states) else RowState()
        if role == PROBLEM:
            return state.problem
        if column == self.price_column:
            return self._price_data(state, role)
        return self._cell_data(column, self._table.rows[row].cells[column], state, role)

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:
        row, column = index.row(), index.column()
        if role != _Role.EditRole or not index.isValid() or column == self.price_column:
            return False
        text = str(value).replace("\0", "").strip()
        if text == self._table.rows[row].cells[column]:
            return False
        self._past = [*self._past[1 - _STEPS_BACK :], self._table]
        self._table = sheet.with_cell(self._table, row, column, text)
        self._states = [RowState() if at == row else state for at, state in enumerate(self._states)]
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.price_column))
        self.changed.emit()
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return self._row_head(section, role)
        is_price = section == self.price_column
        if role == _Role.TextAlignmentRole:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return _RIGHT if is_price else left
        if role != _Role.DisplayRole or section > self.price_column:
            return None
        return wording.price_heading() if is_price else self.heading(section)

    def heading(self, column: int) -> str:
        """What stands above a column: our word for what it means, else the file's own."""
        one = self._table.columns[column]
        return one.header if one.means is None else wording.column_name(one.means)

    # --- within ------------------------------------------------------------------------------

    def _show(self, table: BatchTable) -> None:
        self.beginResetModel()
        self._table, self._states = table, ()
        self.endResetModel()
        self.changed.emit()

    def _default(self, column: int) -> str:
        means = self._table.columns[column].means
        return "" if means is None or means == PROMPT else self._defaults.get(means, "")

    def _cell_data(self, column: int, text: str, state: RowState, role: int) -> Any:
        if role == _Role.EditRole:
            return text
        if role == _Role.DisplayRole:
            return drawable(one_line(text or self._default(column), _LONGEST_LINE))
        if role == _Role.ForegroundRole:
            tokens = self._tokens
            own = tokens.text if text else tokens.text_faint
            return QColor(tokens.danger if column in state.wrong else own)
        if role == _Role.ToolTipRole:
            said = (text[:_LONGEST_TIP], state.problem)
            return plain_tooltip("\n".join(filter(None, said))) or None
        if role == _Role.AccessibleTextRole:
            return self._spoken(column, text, state)
        return None

    def _price_data(self, state: RowState, role: int) -> Any:
        if role == _Role.DisplayRole:
            if state.problem:
                return "—"
            return "…" if state.price is None else credit_number(state.price)
        if role == _Role.TextAlignmentRole:
            return _RIGHT
        if role == _Role.ForegroundRole:
            tokens = self._tokens
            is_known = state.price is not None and not state.problem
            return QColor(tokens.text_muted if is_known else tokens.text_faint)
        if role == _Role.ToolTipRole:
            return plain_tooltip(state.problem) or None
        if role == _Role.AccessibleTextRole:
            return state.problem or f"{wording.price_heading()}: {credit_number(state.price or 0)}"
        return None

    def _spoken(self, column: int, text: str, state: RowState) -> str:
        said = f"{self.heading(column)}: {text or self._default(column)}"
        has_problem = column == DESCRIPTION and state.problem
        return f"{said}. {state.problem}" if has_problem else said

    def _row_head(self, row: int, role: int) -> Any:
        has_problem = row < len(self._states) and bool(self._states[row].problem)
        if role == _Role.DisplayRole:
            return str(row + 1)
        if role == _Role.ForegroundRole:
            tokens = self._tokens
            return QColor(tokens.warning if has_problem else tokens.text_faint)
        return None

    def _retell(self) -> None:
        if self._table.rows:
            last = self.index(len(self._table.rows) - 1, self.price_column)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, last.row())
