"""Parts beside each other where there is room, else one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class FoldingRow(QWidget):
    """What is `left` stands at the left end, what is `right` at the right one; below each other,
    all of them at the left. Main thread."""

    def __init__(
        self, left: Sequence[QWidget], right: Sequence[QWidget] = (), *, spacing: int = 4
    ) -> None:
        super().__init__()
        self._parts = (*left, *right)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        for part in left:
            self._row.addWidget(part)
        self._row.addStretch(1)
        for part in right:
            self._row.addWidget(part)

    def sizeHint(self) -> QSize:
        return QSize(self._width_of_row(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        widest = max((part.minimumSizeHint().width() for part in self._shown()), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            # One of the parts says more than before.
            self._fold()
        return done

    def _fold(self) -> None:
        directions = QBoxLayout.Direction
        fits = self.width() >= self._width_of_row()
        self._row.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _width_of_row(self) -> int:
        widths = [part.sizeHint().width() for part in self._shown()]
        return sum(widths) + self._row.spacing() * max(len(widths) - 1, 0)
