"""The viewer's QMediaPlayer. Imported only when the first clip is opened."""

from videogen_desktop.ui.player.qt_media_engine import QtMediaEngine

_MICROSECONDS = 1_000


class QtLargeEngine(QtMediaEngine):
    """A LargeEngine."""

    def set_rate(self, rate: float) -> None:
        self._player.setPlaybackRate(rate)

    @property
    def frame_span(self) -> tuple[float, float] | None:
        frame = self._sink.videoFrame()
        if not frame.isValid() or frame.endTime() <= frame.startTime():
            return None
        return frame.startTime() / _MICROSECONDS, frame.endTime() / _MICROSECONDS
