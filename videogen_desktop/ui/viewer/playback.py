"""Moving through the viewer's clip: playing, seeking, single frames, again and again."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from videogen_desktop.ui.player.alarm import AlarmFactory
from videogen_desktop.ui.player.states import PlayerState
from videogen_desktop.ui.viewer.adjustable_player import AdjustablePlayer
from videogen_desktop.ui.viewer.large_engine import LargeEngineFactory, qt_large_engine
from videogen_desktop.ui.viewer.seeking import SeekQueue

_USUAL_FRAME_MS = 1000 / 24


class Playback(AdjustablePlayer):
    """Main thread; times are milliseconds. Looping stays from clip to clip."""

    def __init__(
        self,
        factory: LargeEngineFactory = qt_large_engine,
        alarm: AlarmFactory | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(factory, alarm, parent)
        self._looping = False
        # While the user holds the handle: whether it played before.
        self._was_playing: bool | None = None
        self._seeks = SeekQueue(self._seek_now, self)

    # --- questions -------------------------------------------------------------------------

    @property
    def is_looping(self) -> bool:
        return self._looping

    @property
    def duration(self) -> int:
        return self._player.duration if self._player is not None and self._player.is_active else 0

    @property
    def position(self) -> int:
        """Where it is, or where it will be once the seek under way is done."""
        if self._player is None or self._engine is None or not self._player.is_active:
            return 0
        if self._seeks.target is not None:
            return self._seeks.target
        if self._player.at_end:
            return self._player.duration
        # The player itself tells its position a few times a second only.
        span = self._engine.frame_span if self.state is PlayerState.PLAYING else None
        return self._player.position if span is None else round(span[0])

    # --- moving ----------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        self._was_playing = None
        self._seeks.forget()
        super().open(path)

    def close(self) -> None:
        self._was_playing = None
        self._seeks.forget()
        super().close()

    @Slot()
    def abandon(self) -> None:
        self._seeks.forget()
        super().abandon()

    @Slot()
    def toggle(self) -> None:
        if self.is_playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        if self._player is not None:
            self._seeks.forget()
            self._player.play()

    def pause(self) -> None:
        if self._player is not None:
            self._player.pause()

    @Slot(int)
    def seek(self, position: int) -> None:
        """Show the frame at this position; playing goes on from there."""
        if self.state in (PlayerState.PLAYING, PlayerState.PAUSED):
            self._seeks.go_to(max(0, min(position, self.duration)))
            self.positionChanged.emit()

    def skip(self, milliseconds: int) -> None:
        """Forwards, or back when below zero."""
        self.seek(self.position + milliseconds)

    def step(self, frames: int) -> None:
        """Pause and show a frame further on, or back when below zero."""
        self.pause()
        if self.state is not PlayerState.PAUSED or self._engine is None:
            return
        first, end = self._engine.frame_span or (0.0, _USUAL_FRAME_MS)
        length = end - first
        target = self._seeks.target
        number = round(first / length) if target is None else int(target / length)
        # The middle of a frame is that frame's, however its borders were rounded.
        position = (max(0, number + frames) + 0.5) * length
        self.seek(min(round(position), self.duration - 1))

    @Slot()
    def hold(self) -> None:
        """The user drags the handle: nothing moves by itself until `let_go`."""
        if self._was_playing is None:
            self._was_playing = self.is_playing
            self.pause()

    @Slot()
    def let_go(self) -> None:
        was_playing, self._was_playing = self._was_playing, None
        if was_playing and self._player is not None and not self.at_end:
            self._player.play()

    def set_looping(self, looping: bool) -> None:
        self._looping = looping
        if looping and self.at_end:
            self.play()
        self.changed.emit()

    # --- inside ----------------------------------------------------------------------------

    def _has_ended(self) -> bool:
        # Not QMediaPlayer's own loops: those cannot be ended once they run.
        if not self._looping or self._was_playing is not None:
            return False
        self.play()
        return True

    def _seek_now(self, position: int) -> None:
        if self._player is None or self._engine is None:
            return
        if self.at_end:
            # A stopped player shows nothing of where it is sent.
            self._engine.pause()
        self._player.seek(position)

    @Slot()
    def _on_frame(self) -> None:
        self._seeks.arrived()
        super()._on_frame()
