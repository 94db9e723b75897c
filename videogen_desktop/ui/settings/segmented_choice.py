"""A few alternatives, exactly one of them chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QPushButton, QWidget

_GAP = 2


class SegmentedChoice(QFrame):
    """Side by side, or below each other where there is no room for that. Arrow keys go
    along it, the space bar chooses. Main thread only."""

    chosen = Signal(object)

    def __init__(self, values: Sequence[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "segments")
        self._values = tuple(values)
        self._group = QButtonGroup(self)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        row.setSpacing(_GAP)
        for number, _value in enumerate(self._values):
            button = QPushButton()
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idClicked.connect(self._tell)

    @property
    def current(self) -> Any:
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def choose(self, value: Any) -> None:
        """Show this value without telling anybody."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)

    def name(self, caption: str, names: Sequence[str]) -> None:
        """What the alternatives are called; `caption` is what a screen reader says first."""
        self.setAccessibleName(caption)
        for button, name in zip(self._group.buttons(), names, strict=True):
            button.setText(name.replace("&", "&&"))
            button.setAccessibleName(f"{caption}: {name}")

    def sizeHint(self) -> QSize:
        return QSize(self._width_of_row(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        widest = max(button.sizeHint().width() for button in self._group.buttons())
        return QSize(widest + 2 * _GAP, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        fits = self.width() >= self._width_of_row()
        self._row.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    def _width_of_row(self) -> int:
        buttons = self._group.buttons()
        return sum(button.sizeHint().width() for button in buttons) + _GAP * (len(buttons) + 1)

    @Slot(int)
    def _tell(self, number: int) -> None:
        self.chosen.emit(self._values[number])
