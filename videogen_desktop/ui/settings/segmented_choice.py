"""A few alternatives side by side, exactly one of them chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget


class SegmentedChoice(QFrame):
    """Arrow keys move the choice. Main thread only."""

    chosen = Signal(object)

    def __init__(self, values: Sequence[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "segments")
        self._values = tuple(values)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
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

    @Slot(int)
    def _tell(self, number: int) -> None:
        self.chosen.emit(self._values[number])
