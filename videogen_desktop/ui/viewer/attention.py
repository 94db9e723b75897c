"""Whether the user is there: in full screen the controls come with the pointer, and go again."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

# In full screen the controls leave the picture alone after this.
CONTROLS_SHOWN_MS = 2_500


class Attention(QObject):
    """`came` with every sign of the user and `left` some time after the last one, while it is
    `watching`: nothing else makes it go. Main thread."""

    came = Signal()
    left = Signal()

    def __init__(self, parts: Iterable[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self.watching = False
        self._rest = QTimer(self, singleShot=True, interval=CONTROLS_SHOWN_MS)
        self._rest.timeout.connect(self.left)
        for part in parts:
            part.setMouseTracking(True)
            part.installEventFilter(self)

    @property
    def is_fresh(self) -> bool:
        """A sign of the user came a moment ago."""
        return self._rest.isActive()

    @Slot()
    def wake(self) -> None:
        """The user is there."""
        self._rest.stop()
        self.came.emit()
        if self.watching:
            self._rest.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.watching and event.type() in (QEvent.Type.MouseMove, QEvent.Type.KeyPress):
            self.wake()
        return False
