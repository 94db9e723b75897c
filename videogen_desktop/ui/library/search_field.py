"""Search as you type over the prompts."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

_TYPED_AFTER_MS = 70
_LONGEST = 200


class SearchField(QLineEdit):
    """`searched` follows the text, a moment after the last key. Main thread."""

    searched = Signal(str)
    left = Signal()  # the keyboard goes on to the cards

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(150)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._due = QTimer(self, singleShot=True, interval=_TYPED_AFTER_MS)
        self._due.timeout.connect(self._tell)
        self.textChanged.connect(self._wait)
        self.set_tokens(tokens)
        self.retranslate()

    def set_tokens(self, tokens: Tokens) -> None:
        self._glass.setIcon(themed_icon("search", tokens.text_muted, 16))

    def retranslate(self) -> None:
        self.setPlaceholderText(QCoreApplication.translate("Library", "Search prompts…"))
        self.setAccessibleName(QCoreApplication.translate("Library", "Search videos"))

    def stop(self) -> None:
        """Tell nothing more of what was typed."""
        self._due.stop()

    def forget(self) -> None:
        """Empty, without telling anybody."""
        self.clear()
        self._due.stop()

    def event(self, event: QEvent) -> bool:
        is_undo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)
        is_override = event.type() is QEvent.Type.ShortcutOverride
        if is_override and is_undo and not self.isUndoAvailable():
            # The window's: a deletion may be taken back.
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _wait(self) -> None:
        self._due.start()

    @Slot()
    def _tell(self) -> None:
        self._due.stop()
        self.searched.emit(self.text().strip())
