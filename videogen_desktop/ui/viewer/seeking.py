"""Seeking while a handle is dragged: one seek at a time, then the newest wish."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

# A seek shows its frame within 50 ms; one that shows none must not block the next.
_PATIENCE_MS = 200


class SeekQueue(QObject):
    """QMediaPlayer drops the frame of a seek that another one follows, so that dragging would
    show nothing until the pointer rests. Main thread; positions are milliseconds."""

    def __init__(self, seek: Callable[[int], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seek = seek
        self._target: int | None = None
        self._wish: int | None = None
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.arrived)

    @property
    def target(self) -> int | None:
        """Where the player will be when everything asked for is done; None when it is there."""
        return self._target if self._wish is None else self._wish

    def go_to(self, position: int) -> None:
        if self._target is None:
            self._start(position)
        else:
            self._wish = position

    def arrived(self) -> None:
        """A frame was shown, or none came in time."""
        self._patience.stop()
        wish, self._wish, self._target = self._wish, None, None
        if wish is not None:
            self._start(wish)

    def forget(self) -> None:
        """The clip is let go."""
        self._patience.stop()
        self._target = self._wish = None

    def _start(self, position: int) -> None:
        self._target = position
        self._patience.start()
        self._seek(position)
