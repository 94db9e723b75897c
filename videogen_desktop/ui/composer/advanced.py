"""The panel under "Advanced": the further parameters of the chosen model, folded away."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from videogen_desktop.domain.parameter import Parameter, WireType
from videogen_desktop.ui.composer.choices import further_parameters, left_to_model
from videogen_desktop.ui.composer.fields import (
    NUMBERS,
    Field,
    MenuField,
    NumberField,
    SwitchField,
    TextField,
)
from videogen_desktop.ui.composer.list_field import ListField
from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.model import VideoModel
    from videogen_desktop.domain.request import Options

_MOST_HEIGHT = 232
_COLUMN_WIDTH, _MOST_COLUMNS = 220, 3


class AdvancedPanel(QFrame):
    """Scrolls where it is long. Main thread only.

    A field is kept as long as the next model has the very same parameter.
    """

    chosen = Signal(str, object)  # a role, and its value or None
    entryRemoved = Signal(str, int)  # a list's role, and which of its entries; its value follows

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setObjectName("advancedPanel")
        self._tokens = tokens
        self._fields: dict[str, Field] = {}
        self._columns = _MOST_COLUMNS
        self._inner = QWidget()
        # Its size is known only once its fields have their style.
        self._inner.installEventFilter(self)
        self._grid = QGridLayout(self._inner)
        self._grid.setContentsMargins(2, 2, tokens.space_2, 2)
        self._grid.setHorizontalSpacing(tokens.space_4)
        self._grid.setVerticalSpacing(tokens.space_2)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setProperty("horizontalScrollBarPolicy", "ScrollBarAlwaysOff")
        self._scroll.setWidget(self._inner)
        self._scroll.setProperty("focusPolicy", "NoFocus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.setStyleSheet(dialog_sheet(tokens))

    def offer(self, model: "VideoModel | None", options: "Options") -> None:
        """Show the model's further parameters with these values."""
        offered = {one.role: one for one in further_parameters(model)}
        is_same = list(offered.items()) == [
            (role, field.parameter) for role, field in self._fields.items()
        ]
        if not is_same:
            self._rebuild(offered)
        for role, field in self._fields.items():
            field.show_value(options.get(role))

    def has(self, role: str) -> bool:
        """Whether a parameter is shown."""
        return role in self._fields

    def field(self, role: str) -> Field:
        """Of a parameter that is shown. Raises KeyError."""
        return self._fields[role]

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.setStyleSheet(dialog_sheet(tokens))
        for field in self._fields.values():
            field.set_tokens(tokens)

    def forget(self) -> None:
        """The language changed: names are written anew with the next offer."""
        self._rebuild({})

    def sizeHint(self) -> QSize:
        inner = self._inner.sizeHint()
        return QSize(inner.width(), min(inner.height() + 2, _MOST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = max(1, min(_MOST_COLUMNS, self.width() // _COLUMN_WIDTH))
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _rebuild(self, offered: "dict[str, Parameter]") -> None:
        before = self._fields
        self._fields = {}
        for role, parameter in offered.items():
            field = before.get(role)
            if field is None or field.parameter != parameter:
                field = field_for(parameter, self._tokens)
                field.chosen.connect(partial(self.chosen.emit, role))
                if isinstance(field, ListField):
                    field.entryRemoved.connect(partial(self.entryRemoved.emit, role))
            self._fields[role] = field
        for role, field in before.items():
            if self._fields.get(role) is not field:
                field.hide()
                field.deleteLater()
        self._place()

    def _place(self) -> None:
        grid, columns = self._grid, self._columns
        while grid.count():
            grid.takeAt(0)
        for column in range(_MOST_COLUMNS):
            grid.setColumnStretch(column, 1 if column < columns else 0)
        row = column = 0
        for field in sorted(self._fields.values(), key=lambda one: one.rank):
            if field.is_wide and column:
                row, column = row + 1, 0
            grid.addWidget(field, row, column, 1, columns if field.is_wide else 1)
            column += 1
            if field.is_wide or column == columns:
                row, column = row + 1, 0
        self.updateGeometry()


def field_for(parameter: Parameter, tokens: Tokens) -> Field:
    """The field of the kind that the parameter is. Main thread."""
    kind: type[Field] = TextField
    if parameter.type is WireType.LIST:
        kind = ListField
    elif parameter.type is WireType.BOOLEAN and not left_to_model(parameter):
        kind = SwitchField
    elif parameter.values:
        kind = MenuField
    elif parameter.type in NUMBERS:
        kind = NumberField
    return kind(parameter, tokens)
