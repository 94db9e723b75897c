"""The number of videos that are made of one request at once."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from videogen_desktop.domain.request import MOST_TAKES
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

_ICON = 14


class TakesStepper(QWidget):
    """A number between less and more; the arrow keys step as well. Main thread only."""

    changed = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = 1
        self.less, self.more = QToolButton(), QToolButton()
        self._label = plain_label("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self.less, self._label, self.more):
            row.addWidget(part)
        for button in (self.less, self.more):
            button.setProperty("kind", "icon")
            button.setIconSize(QSize(_ICON, _ICON))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.less.clicked.connect(self._step_down)
        self.more.clicked.connect(self._step_up)
        self.set_tokens(tokens)
        self.retranslate()

    @property
    def number(self) -> int:
        """From 1 on."""
        return self._number

    def show_number(self, number: int) -> None:
        """Without telling anybody."""
        self._number = min(max(number, 1), MOST_TAKES)
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        self.less.setIcon(themed_icon("minus", tokens.text_muted, _ICON))
        self.more.setIcon(themed_icon("plus", tokens.text_muted, _ICON))

    def retranslate(self) -> None:
        name = self.tr("%n videos at once", None, self._number)
        self._label.setText(f"×{self._number}")
        # As wide as the widest number: the buttons stay under the pointer.
        widest = self.fontMetrics().horizontalAdvance(f"×{MOST_TAKES}") + 8
        self._label.setMinimumWidth(widest)
        self.setAccessibleName(name)
        self._label.setAccessibleName(name)
        self.setToolTip(name)
        self.less.setAccessibleName(self.tr("One video less"))
        self.more.setAccessibleName(self.tr("One video more"))
        self.less.setEnabled(self._number > 1)
        self.more.setEnabled(self._number < MOST_TAKES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() in (keys.Key_Up, keys.Key_Right, keys.Key_Plus):
            self._step_up()
        elif event.key() in (keys.Key_Down, keys.Key_Left, keys.Key_Minus):
            self._step_down()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _step_up(self) -> None:
        self._step(1)

    @Slot()
    def _step_down(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        before = self._number
        self.show_number(before + by)
        if self._number != before:
            self.changed.emit()
