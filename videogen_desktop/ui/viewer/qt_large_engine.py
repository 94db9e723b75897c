"""The viewer's QMediaPlayer. Imported only when the first clip is opened."""

from pathlib import Path

from PySide6.QtCore import Q_ARG, QObject, Slot
from PySide6.QtMultimedia import QVideoFrame

from videogen_desktop.ui.player.qt_media_engine import QtMediaEngine

_MICROSECONDS = 1_000


class QtLargeEngine(QtMediaEngine):
    """A LargeEngine."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Raises NoMediaBackendError."""
        super().__init__(parent)
        self._span: tuple[float, float] | None = None

    def open(self, path: Path) -> None:
        self._span = None
        super().open(path)

    def set_rate(self, rate: float) -> None:
        self._call("setPlaybackRate", Q_ARG("double", rate))

    @property
    def frame_span(self) -> tuple[float, float] | None:
        return self._span

    @Slot(QVideoFrame)
    def _on_frame(self, frame: QVideoFrame) -> None:
        # Before anybody hears of the frame: who does asks which one it is.
        # At its end the player empties the sink, while the last frame stays on the screen.
        if frame.isValid() and frame.endTime() > frame.startTime():
            self._span = frame.startTime() / _MICROSECONDS, frame.endTime() / _MICROSECONDS
        super()._on_frame(frame)
