"""The gallery with its toolbar above and the bar for selections below."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from videogen_desktop.ui.gallery.view import GalleryView
from videogen_desktop.ui.library.outbox_note import OutboxNote
from videogen_desktop.ui.library.selection_bar import SelectionBar
from videogen_desktop.ui.library.toolbar import LibraryToolbar
from videogen_desktop.ui.theme.tokens import Tokens


class LibraryPanel(QWidget):
    """Only layout. Main thread."""

    def __init__(self, view: GalleryView, tokens: Tokens) -> None:
        super().__init__()
        self.view = view
        self.toolbar = LibraryToolbar(tokens)
        self.outbox = OutboxNote(tokens)
        self.bar = SelectionBar(tokens)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.outbox)
        column.addWidget(self.toolbar)
        column.addWidget(view, 1)
        column.addWidget(self.bar)
        self.toolbar.hide()
        self.setTabOrder(self.toolbar, view)
        self.setTabOrder(view, self.bar)

    def set_tokens(self, tokens: Tokens) -> None:
        self.outbox.set_tokens(tokens)
        self.toolbar.set_tokens(tokens)
        self.bar.set_tokens(tokens)
        self.view.set_tokens(tokens)

    def menu_place(self) -> QPoint:
        """Where a menu about cards opens, on the screen: at the button, the card or the pointer."""
        focused = QApplication.focusWidget()
        if focused is not None and self.bar.isAncestorOf(focused):
            return focused.mapToGlobal(QPoint(0, 0))
        return self.view.menu_place()
