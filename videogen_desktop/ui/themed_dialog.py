"""The dialog that the window's own dialogs derive from."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from videogen_desktop.ui.tab_order import follow_the_eye
from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet
from videogen_desktop.ui.theme.tokens import Tokens

# What the system's frame and panels may take of the screen.
_AROUND = QSize(40, 60)


class ThemedDialog(QDialog):
    """A column of parts in the theme's colours. Main thread only.

    Whoever derives from it fills `column`, and calls `set_tokens` and `retranslate` once its parts
    are made.
    """

    def __init__(self, tokens: Tokens, parent: QWidget | None, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        side, above = tokens.space_5, tokens.space_4
        self.column.setContentsMargins(side, above, side, above)
        self.column.setSpacing(tokens.space_3)

    def set_tokens(self, tokens: Tokens) -> None:
        """Another theme."""
        self.setStyleSheet(dialog_sheet(tokens))

    def retranslate(self) -> None:
        """Write every text in the language of now."""
        raise NotImplementedError

    def add_buttons(self, tokens: Tokens, *buttons: QWidget, left: QWidget | None = None) -> None:
        """The last row: these at its right end, and one at its left."""
        row = QHBoxLayout()
        row.setSpacing(tokens.space_2)
        if left is not None:
            row.addWidget(left)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self.column.addLayout(row)

    def resize_on_screen(self, size: QSize) -> None:
        """This size, or what the screen has."""
        self.resize(size.boundedTo(self.screen().availableSize() - _AROUND))

    def bring_to_front(self) -> None:
        """Show it before every other window, with the keyboard."""
        self.show()
        self.raise_()
        self.activateWindow()

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Rows, lists and folded parts come after everything else was made.
        follow_the_eye(self)
        return super().focusNextPrevChild(forward)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
