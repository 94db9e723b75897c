"""Files dropped on the window, wherever on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    # The first cards wait for none of this.
    from videogen_desktop.ui.importing.drop_overlay import DropOverlay, DroppedFiles


class FileDrops(QObject):
    """Watches the window's drags; those that begin in this program are left alone. Main thread
    only."""

    dropped = Signal(object)  # DroppedFiles

    def __init__(self, window: QWidget, tokens: Tokens) -> None:
        super().__init__(window)
        self._window = window
        self._tokens = tokens
        self._is_open = False
        self._files: DroppedFiles | None = None
        self.overlay: DropOverlay | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def set_open(self, is_open: bool) -> None:
        """Whether there is a library to drop something into."""
        self._is_open = is_open
        if not is_open:
            self._hide()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            return self._entered(event)
        if self._files is None:
            return False
        if event.type() is QEvent.Type.DragLeave:
            self._hide()
        elif event.type() is QEvent.Type.Resize and self.overlay is not None:
            self.overlay.setGeometry(self._window.rect())
        elif event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            files = self._files
            self._hide()
            event.acceptProposedAction()
            self.dropped.emit(files)
            return True
        elif isinstance(event, QDragMoveEvent):
            event.acceptProposedAction()
            return True
        return False

    def _entered(self, event: QDragEnterEvent) -> bool:
        from videogen_desktop.ui.importing.drop_overlay import DropOverlay, dropped_files

        files = dropped_files(event.mimeData()) if self._is_open else None
        if files is None or event.source() is not None:
            return False
        self._hide()
        self._files = files
        self.overlay = DropOverlay(self._tokens, self._window, files.kind)
        self.overlay.show()
        self.overlay.raise_()
        announce(self._window, self.overlay.text)
        event.acceptProposedAction()
        return True

    def _hide(self) -> None:
        self._files = None
        if self.overlay is not None:
            self.overlay.hide()
            self.overlay.deleteLater()
            self.overlay = None
