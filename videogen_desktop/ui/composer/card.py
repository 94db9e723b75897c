"""The card that the form stands on, and the row of controls that folds in it."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from videogen_desktop.ui.theme.icons import Box, Drawing
from videogen_desktop.ui.theme.tokens import Tokens


class ComposerCard(QWidget):
    """Painted here: a style sheet that changes with the focus would have to polish again."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._is_focused = False
        # Under every letter that is typed: made anew only when something about it changes.
        self._drawing: Drawing | None = None

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._change()

    def show_focus(self, focused: bool) -> None:
        self._is_focused = focused
        self._change()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._change()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is None:
            self._drawing = Drawing(self.width(), self.height(), [self._ground()])
        self._drawing.paint(self, event)

    def _change(self) -> None:
        self._drawing = None
        self.update()

    def _ground(self) -> Box:
        tokens = self._tokens
        return Box(
            *(1, 1, self.width() - 2, self.height() - 2, tokens.radius_large),
            fill=tokens.surface_raised,
            line=tokens.accent if self._is_focused else tokens.border_strong,
            line_width=1.5 if self._is_focused else 1.0,
        )


class FoldingRow(QWidget):
    """Parts stand from the left, the last one at the right end of the lowest row; what has no room
    beside the others stands below them. Main thread only.

    No QLayout of its own: that would bring Qt's namespace class into the first frame (see
    ui/theme/icons.py).
    """

    def __init__(self, gap: int, last: QWidget) -> None:
        super().__init__()
        self._gap = gap
        self._parts: list[QWidget] = []
        self._last = last
        self._ends = [last]
        last.setParent(self)

    def add(self, part: QWidget, *, is_shown: bool = True) -> None:
        """Let the part stand after those that are there."""
        part.setParent(self)
        self._parts.append(part)
        part.setVisible(is_shown)
        self.updateGeometry()

    def add_to_end(self, part: QWidget) -> None:
        """Let it stand behind all the parts, also those to come, and before the last one, whose
        width it does not move with."""
        part.setParent(self)
        self._ends.insert(-1, part)
        part.show()
        self.updateGeometry()

    def clear(self) -> None:
        """Hold none of the parts any more; they stay who they are."""
        for part in self._parts:
            part.hide()
        self._parts.clear()
        self.updateGeometry()

    def width_beside_each_other(self) -> int:
        """What all of them take in one row."""
        shown = [part.sizeHint().width() for part in self._shown()]
        return sum(shown) + self._gap * max(0, len(shown) - 1)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        heights = [max(part.sizeHint().height() for part in row) for row in self._rows(width)]
        return sum(heights) + self._gap * max(0, len(heights) - 1)

    def sizeHint(self) -> QSize:
        width = self.width_beside_each_other()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = max((part.minimumSizeHint().width() for part in self._shown()), default=0)
        return QSize(widest, self.heightForWidth(max(self.width(), widest)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange()
        return super().event(event)

    def _shown(self) -> list[QWidget]:
        return [part for part in (*self._parts, *self._ends) if not part.isHidden()]

    def _rows(self, width: int) -> list[list[QWidget]]:
        rows: list[list[QWidget]] = []
        left = 0
        for part in self._shown():
            needed = part.sizeHint().width()
            if not rows or left < needed:
                rows.append([])
                left = width
            rows[-1].append(part)
            left -= needed + self._gap
        return rows

    def _arrange(self) -> None:
        top = 0
        for row in self._rows(self.width()):
            height = max(part.sizeHint().height() for part in row)
            left = 0
            for part in row:
                size = part.sizeHint()
                width = min(size.width(), self.width())
                x = self.width() - width if part is self._last else left
                part.setGeometry(x, top + (height - size.height()) // 2, width, size.height())
                left += width + self._gap
            top += height + self._gap
