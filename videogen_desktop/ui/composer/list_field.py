"""The field for a list: rows of texts, or of what each entry is made of."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from videogen_desktop.domain.parameter import Parameter, WireType
from videogen_desktop.domain.request import frozen_value
from videogen_desktop.ui.composer.choices import members
from videogen_desktop.ui.composer.fields import (
    NUMBER_WIDTH,
    NUMBERS,
    Field,
    NumberLine,
    icon_button,
)
from videogen_desktop.ui.option_wording import role_name
from videogen_desktop.ui.plain_label import form_button, plain_label
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.request import OptionValue

_ICON, _MOST_ROWS = 16, 20


class ListField(Field):
    """Rows of texts, or of what the parameter's fields are: a shot is a text with its seconds.

    Files of an entry have a place of their own beside the others; it keeps its number though it is
    not written yet.
    """

    entryRemoved = Signal(int)

    def __init__(self, parameter: Parameter, tokens: Tokens) -> None:
        super().__init__(parameter, tokens)
        self._rows: list[EntryRow] = []
        self._shown: OptionValue | None = None
        self._entries = QVBoxLayout()
        self._entries.setSpacing(4)
        self.add = form_button("link")
        self.add.setText(QCoreApplication.translate("Advanced", "Add a line"))
        self.add.clicked.connect(self._add_by_hand)
        self._column.addWidget(plain_label("small", role_name(parameter.role)))
        self._column.addLayout(self._entries)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def is_wide(self) -> bool:
        return True

    @property
    def rows(self) -> "Sequence[EntryRow]":
        """Top down."""
        return self._rows

    def show_value(self, value: "OptionValue | None") -> None:
        # No entries and none yet are one: the rows that are being written stay.
        value = value or None
        if value == self._shown:
            return
        self._shown = value
        for row in tuple(self._rows):
            self._take_out(row)
        for entry in value if isinstance(value, tuple) else ():
            self._add_row(entry)

    def set_tokens(self, tokens: Tokens) -> None:
        super().set_tokens(tokens)
        for row in self._rows:
            row.set_tokens(tokens)

    @Slot()
    def _add_by_hand(self) -> None:
        self._add_row(None)
        self._rows[-1].setFocus()
        self._tell()

    def _add_row(self, entry: "OptionValue | None") -> None:
        row = EntryRow(self.parameter, self._tokens)
        row.show_entry(entry)
        row.changed.connect(self._tell)
        row.removed.connect(self._remove)
        self._rows.append(row)
        self._entries.addWidget(row)
        self._show_add()

    @Slot(object)
    def _remove(self, row: "EntryRow") -> None:
        self.entryRemoved.emit(self._rows.index(row))
        self._take_out(row)
        self._tell()

    def _take_out(self, row: "EntryRow") -> None:
        self._rows.remove(row)
        self._entries.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._show_add()

    def _show_add(self) -> None:
        self.add.setVisible(len(self._rows) < (self.parameter.most or _MOST_ROWS))

    @Slot()
    def _tell(self) -> None:
        entries = tuple(row.entry for row in self._rows if row.entry is not None)
        self._shown = frozen_value(entries) if entries else None
        self.chosen.emit(self._shown)


class EntryRow(QWidget):
    """One entry of a list, with a button that takes it out."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, parameter: Parameter, tokens: Tokens) -> None:
        super().__init__()
        self._has_files = bool(parameter.files)
        self._fields = sorted(parameter.fields, key=lambda one: one.type in NUMBERS)
        self._lines: dict[str, QLineEdit] = {}
        self._numbers: dict[str, OptionValue | None] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for one in self._fields or [Parameter("", "", WireType.STRING)]:
            line = self._line_for(one)
            self._lines[one.role] = line
            row.addWidget(line, 0 if one.type in NUMBERS else 1)
        self._out = icon_button(QCoreApplication.translate("Advanced", "Remove the line"))
        self._out.clicked.connect(self._go)
        row.addWidget(self._out)
        self.setFocusProxy(next(iter(self._lines.values())))
        self.set_tokens(tokens)

    @property
    def lines(self) -> "Sequence[QLineEdit]":
        """From the left."""
        return tuple(self._lines.values())

    @property
    def entry(self) -> "OptionValue | None":
        """None while it is not written yet."""
        texts = {
            role: line.text().strip()
            for role, line in self._lines.items()
            if not isinstance(line, NumberLine)
        }
        if not self._fields:
            return texts[""] or None
        if self._has_files:
            return texts
        if not any(texts.values()):
            return None
        numbers = {role: value for role, value in self._numbers.items() if value is not None}
        return {**{role: text for role, text in texts.items() if text}, **numbers}

    def show_entry(self, entry: "OptionValue | None") -> None:
        values = members("" if entry is None else entry)
        for one in self._fields:
            line = self._lines[one.role]
            value = values.get(one.role, one.minimum if one.required else None)
            if isinstance(line, NumberLine):
                whole = int(value) if isinstance(value, float) and value.is_integer() else value
                self._numbers[one.role] = whole
                line.show_number(whole)
            else:
                line.setText("" if value is None else str(value))
        if not self._fields:
            self._lines[""].setText("" if entry is None else str(entry))

    def set_tokens(self, tokens: Tokens) -> None:
        self._out.setIcon(themed_icon("x", tokens.text_muted, _ICON))

    def _line_for(self, parameter: Parameter) -> QLineEdit:
        name = role_name(parameter.role) if parameter.role else ""
        if parameter.type in NUMBERS:
            number = NumberLine(parameter)
            number.numberChosen.connect(lambda value: self._count(parameter.role, value))
            number.setFixedWidth(NUMBER_WIDTH // 2)
            number.setMinimumWidth(0)
            line: QLineEdit = number
        else:
            line = QLineEdit()
            line.textEdited.connect(self.changed)
            if parameter.longest is not None:
                line.setMaxLength(parameter.longest)
        line.setPlaceholderText(name)
        line.setAccessibleName(name or QCoreApplication.translate("Advanced", "Line"))
        return line

    def _count(self, role: str, value: "OptionValue | None") -> None:
        self._numbers[role] = value
        self.changed.emit()

    @Slot()
    def _go(self) -> None:
        self.removed.emit(self)
