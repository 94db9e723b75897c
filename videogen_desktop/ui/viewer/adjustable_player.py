"""The speed and the sound of the viewer's player."""

from videogen_desktop.ui.viewer.clip_player import ClipPlayer
from videogen_desktop.ui.viewer.large_engine import LargeEngine

SPEEDS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
_USUAL_VOLUME, _AUDIBLE = 0.8, 0.5


class AdjustablePlayer(ClipPlayer):
    """Speed and volume stay from clip to clip. Main thread."""

    _speed = 1.0
    _volume = _USUAL_VOLUME
    _muted = False

    @property
    def speed(self) -> float:
        return self._speed

    @property
    def volume(self) -> float:
        """0 to 1; what it was before muting while it is muted."""
        return self._volume

    @property
    def is_muted(self) -> bool:
        return self._muted or self._volume <= 0

    def set_speed(self, speed: float) -> None:
        """One of SPEEDS."""
        self._speed = speed
        if self._engine is not None:
            self._engine.set_rate(speed)
        self.changed.emit()

    def change_speed(self, steps: int) -> None:
        """So many of SPEEDS faster, or slower when below zero."""
        number = SPEEDS.index(self._speed) + steps
        self.set_speed(SPEEDS[max(0, min(number, len(SPEEDS) - 1))])

    def set_volume(self, volume: float) -> None:
        """0 to 1; ends muting."""
        self._volume = max(0.0, min(volume, 1.0))
        self._muted = False
        self._apply_volume()

    def set_muted(self, muted: bool) -> None:
        if not muted and self._volume <= 0:
            self._volume = _AUDIBLE
        self._muted = muted
        self._apply_volume()

    def _prepare(self, engine: LargeEngine) -> None:
        engine.set_rate(self._speed)
        self._apply_volume()

    def _apply_volume(self) -> None:
        if self._player is not None:
            self._player.set_volume(None if self.is_muted else self._volume)
        self.changed.emit()
