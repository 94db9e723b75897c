"""One of the clips that are compared: a player that stands where it is sent until all are there."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from videogen_desktop.ui.player.preview_player import AlarmFactory, PlaybackProblem, PlayerState
from videogen_desktop.ui.viewer.clip_loader import ClipLoader, LargeEngineFactory

_USUAL_FRAME_MS = 1000 / 24
_SHORTEST_FRAME_MS, _LONGEST_FRAME_MS = 4.0, 500.0
# A frame this many frames away is not the one that was asked for.
_NEAR = 2.0


class ComparedClip(QObject):
    """Main thread; times are milliseconds.

    `ready` comes once for each clip that is opened: it stands at its beginning, or has a problem.
    `arrived` says that the frame of the moment it was sent to is shown, `ended` that it has come
    to its end, `failed` that it stopped playing for a reason.
    """

    ready = Signal()
    arrived = Signal()
    ended = Signal()
    failed = Signal()
    frameChanged = Signal()
    released = Signal()

    def __init__(
        self, factory: LargeEngineFactory, alarm: AlarmFactory | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._loader = ClipLoader(factory, alarm, self)
        self._is_opening = False
        self._target: int | None = None
        self._frame_ms = 0.0
        self._loader.changed.connect(self._on_change)
        self._loader.ended.connect(self._on_end)
        self._loader.frameChanged.connect(self._on_frame)
        self._loader.released.connect(self.released)

    # --- questions -------------------------------------------------------------------------

    @property
    def is_opening(self) -> bool:
        return self._is_opening

    @property
    def is_playable(self) -> bool:
        """It can be sent somewhere, and played."""
        states = (PlayerState.PLAYING, PlayerState.PAUSED)
        return not self._is_opening and self._loader.state in states

    @property
    def is_playing(self) -> bool:
        return not self._is_opening and self._loader.state is PlayerState.PLAYING

    @property
    def is_held(self) -> bool:
        """A file is open, or not let go yet."""
        return self._loader.is_open or self._loader.state is not PlayerState.FREE

    @property
    def problem(self) -> PlaybackProblem | None:
        """Why it does not play."""
        return self._loader.problem

    @property
    def duration(self) -> int:
        player = self._loader.player
        return player.duration if player is not None and self.is_playable else 0

    @property
    def frame_ms(self) -> float:
        """How long one of its frames is shown."""
        return self._frame_ms or _USUAL_FRAME_MS

    @property
    def span(self) -> tuple[float, float] | None:
        """When the frame that is shown begins and ends; None before the first one."""
        engine = self._loader.engine
        return None if engine is None else engine.frame_span

    def is_over_at(self, position: float) -> bool:
        """Whether nothing of it is left to play from there."""
        return position >= self.duration - self.frame_ms

    def image(self) -> QImage | None:
        """The newest frame; None before the first."""
        player = self._loader.player
        return None if player is None or self._is_opening else player.image()

    # --- commands --------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Load this file and stand at its beginning; `ready` follows."""
        self._is_opening, self._target, self._frame_ms = True, None, 0.0
        self._loader.open(path)

    def close(self) -> None:
        """Let the file go; `released` follows, at once when there is none."""
        self._is_opening, self._target = False, None
        self._loader.close()

    def abandon(self) -> None:
        """The window goes: free everything now."""
        self._is_opening, self._target = False, None
        self._loader.abandon()

    def play(self) -> None:
        if self._loader.player is not None:
            self._loader.player.play()

    def pause(self) -> None:
        if self._loader.player is not None:
            self._loader.player.pause()

    def go_to(self, position: float) -> None:
        """Show the frame of this moment, or the last one of a clip that is shorter."""
        player, engine = self._loader.player, self._loader.engine
        if player is None or engine is None:
            return
        # The middle of a frame is that frame's, however its borders were rounded.
        last = self.duration - self.frame_ms / 2
        self._target = round(max(0.0, min(position, last)))
        if self._loader.at_end:
            # A stopped player shows nothing of where it is sent.
            engine.pause()
        player.seek(self._target)

    def tune(self, speed: float, volume: float | None) -> None:
        """How fast, and how loud; None for no sound."""
        if self._loader.player is not None and self._loader.engine is not None:
            self._loader.engine.set_rate(speed)
            self._loader.player.set_volume(volume)

    def set_rate(self, rate: float) -> None:
        if self._loader.engine is not None:
            self._loader.engine.set_rate(rate)

    # --- the clip speaks -------------------------------------------------------------------

    @Slot()
    def _on_change(self) -> None:
        if self._is_opening and self._loader.state is PlayerState.PLAYING:
            self._is_opening = False
            self.pause()
            self.ready.emit()
        elif self.problem is not None and self._is_opening:
            self._is_opening = False
            self.ready.emit()
        elif self.problem is not None:
            self.failed.emit()

    @Slot()
    def _on_end(self) -> None:
        if self._is_opening:
            # A clip of one frame: it was over before it could be held.
            self._on_change()
        else:
            self.ended.emit()

    @Slot()
    def _on_frame(self) -> None:
        span = self.span
        if span is not None and not self._frame_ms:
            length = span[1] - span[0]
            self._frame_ms = length if _SHORTEST_FRAME_MS <= length <= _LONGEST_FRAME_MS else 0.0
        if self._is_opening:
            return
        self.frameChanged.emit()
        if self._target is not None and self._shows(self._target):
            self._target = None
            self.arrived.emit()

    def _shows(self, position: float) -> bool:
        """What was under way before the seek still comes, and is of another moment."""
        span = self.span
        if span is None:
            return True
        return abs((span[0] + span[1]) / 2 - position) <= _NEAR * self.frame_ms
