"""A media engine and a clock that tests turn by hand."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage

from videogen_desktop.ui.player.media_engine import EngineListener, MediaStatus


class FakeFrame:
    def __init__(self, colour: int = 0xFF336699) -> None:
        self._colour = colour

    def toImage(self) -> QImage:
        image = QImage(64, 36, QImage.Format.Format_RGB32)
        image.fill(self._colour)
        return image


class FakeEngine:
    """Does nothing by itself: the test says what the backend reports, and when."""

    def __init__(self) -> None:
        self.status = MediaStatus.NO_MEDIA
        self.position = 0
        self.duration = 1_000
        self.calls: list[str] = []
        self.volume: float | None = None
        self.closed = False
        self._listener: EngineListener | None = None

    def listen(self, listener: EngineListener) -> None:
        self._listener = listener

    def open(self, path: Path) -> None:
        self.calls.append(f"open {path.name}")
        self.report(MediaStatus.BUSY)

    def play(self) -> None:
        self.calls.append("play")

    def pause(self) -> None:
        self.calls.append("pause")

    def stop(self) -> None:
        self.calls.append("stop")

    def seek(self, position: int) -> None:
        self.calls.append(f"seek {position}")
        self.position = position

    def set_volume(self, volume: float | None) -> None:
        self.volume = volume

    def unload(self) -> None:
        self.calls.append("unload")

    def close(self) -> None:
        self.closed = True
        self._listener = None

    def report(self, status: MediaStatus) -> None:
        self.status = status
        if self._listener is not None:
            self._listener.status_changed()

    def show_frame(self) -> None:
        if self._listener is not None:
            self._listener.frame_arrived(FakeFrame())

    def fail(self) -> None:
        if self._listener is not None:
            self._listener.failed("broken")


class ObedientEngine(FakeEngine):
    """Reports at once what a healthy backend would."""

    def open(self, path: Path) -> None:
        super().open(path)
        self.show_frame()

    def stop(self) -> None:
        super().stop()
        self.report(MediaStatus.LOADED)

    def unload(self) -> None:
        super().unload()
        self.report(MediaStatus.NO_MEDIA)


class VirtualTime:
    """Makes alarms; `pass_` moves the clock and rings those that are due."""

    def __init__(self) -> None:
        self.now = 0
        self._alarms: list[_VirtualAlarm] = []

    def alarm(self, ring: Callable[[], None]) -> "_VirtualAlarm":
        alarm = _VirtualAlarm(self, ring)
        self._alarms.append(alarm)
        return alarm

    def pass_(self, milliseconds: int) -> None:
        end = self.now + milliseconds
        while due := [alarm for alarm in self._alarms if alarm.at is not None and alarm.at <= end]:
            first = min(due, key=lambda alarm: alarm.at or 0)
            self.now, first.at = first.at or 0, None
            first.ring()
        self.now = end


class _VirtualAlarm:
    def __init__(self, time: VirtualTime, ring: Callable[[], None]) -> None:
        self._time = time
        self.ring = ring
        self.at: int | None = None

    def set(self, milliseconds: int) -> None:
        self.at = self._time.now + milliseconds

    def cancel(self) -> None:
        self.at = None
