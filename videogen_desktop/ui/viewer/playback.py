"""The viewer's one player: sound, speed, loop, single frames, and a clip at a time."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from videogen_desktop.ui.player.media_engine import AlarmFactory, NoMediaBackendError
from videogen_desktop.ui.player.preview_player import PlaybackProblem, PlayerState, PreviewPlayer
from videogen_desktop.ui.viewer.large_engine import (
    LargeEngine,
    LargeEngineFactory,
    qt_large_engine,
)
from videogen_desktop.ui.viewer.seeking import SeekQueue

SPEEDS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
_USUAL_FRAME_MS = 1000 / 24


class Playback(QObject):
    """Plays one local file. Main thread; times are milliseconds.

    The player is made with the first clip and freed when `close` has let the last one go:
    `released` says that no file is held any more. Speed, loop and volume stay from clip to clip.
    """

    changed = Signal()
    frameChanged = Signal()
    positionChanged = Signal()
    released = Signal()

    def __init__(
        self,
        factory: LargeEngineFactory = qt_large_engine,
        alarm: AlarmFactory | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._factory = factory
        self._alarm = alarm
        self._engine: LargeEngine | None = None
        self._player: PreviewPlayer | None = None
        self._next: Path | None = None
        self._problem: PlaybackProblem | None = None
        self._speed = 1.0
        self._volume = 0.8
        self._muted = False
        self._looping = False
        self._was_playing: bool | None = None
        self._seeks = SeekQueue(self._seek_now, self)
        # Not at once: a player says that it is free from within its own unloading.
        self._disposal = QTimer(self, singleShot=True, interval=0)
        self._disposal.timeout.connect(self.abandon)

    # --- questions -------------------------------------------------------------------------

    @property
    def state(self) -> PlayerState:
        return PlayerState.FREE if self._player is None else self._player.state

    @property
    def is_open(self) -> bool:
        """A clip is loaded, or about to be."""
        return self._next is not None or (self._player is not None and self._player.is_active)

    @property
    def is_loading(self) -> bool:
        return self._next is not None or self.state is PlayerState.LOADING

    @property
    def is_playing(self) -> bool:
        """It moves, or will as soon as it can."""
        return self.is_loading or self.state is PlayerState.PLAYING

    @property
    def at_end(self) -> bool:
        return self.state is PlayerState.PAUSED and self._player is not None and self._player.at_end

    @property
    def problem(self) -> PlaybackProblem | None:
        """Why the clip does not play."""
        return self._problem

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

    def image(self) -> QImage | None:
        """The newest frame; None before the first."""
        return None if self._player is None else self._player.image()

    # --- commands --------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Play this file from its beginning; what was open is let go first."""
        self._problem = None
        self._seeks.forget()
        self._disposal.stop()
        if not path.is_file():
            self._fail(PlaybackProblem.MISSING)
            return
        self._next = path
        if self._player is not None and self._player.is_active:
            self._player.release()
        elif self.state is PlayerState.FREE:
            self._load_next()
        self.changed.emit()

    def close(self) -> None:
        """Let the clip go; `released` follows, at once when there is none."""
        self._next = self._problem = self._was_playing = None
        self._seeks.forget()
        if self._player is None:
            self.released.emit()
        elif self._player.is_active:
            self._player.release()
        else:
            self._dispose_if_free()

    def abandon(self) -> None:
        """The window goes: free everything now."""
        self._next = None
        self._disposal.stop()
        self._seeks.forget()
        player, self._player, self._engine = self._player, None, None
        if player is not None:
            player.blockSignals(True)
            player.close()
            player.deleteLater()

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

    def hold(self) -> None:
        """The user drags the handle: nothing moves by itself until `let_go`."""
        if self._was_playing is None:
            self._was_playing = self.is_playing
            self.pause()

    def let_go(self) -> None:
        was_playing, self._was_playing = self._was_playing, None
        if was_playing and self._player is not None and not self.at_end:
            self._player.play()

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
            self._volume = 0.5
        self._muted = muted
        self._apply_volume()

    def set_looping(self, looping: bool) -> None:
        self._looping = looping
        if looping and self.at_end:
            self.play()
        self.changed.emit()

    # --- inside ----------------------------------------------------------------------------

    def _load_next(self) -> None:
        path, self._next = self._next, None
        if path is None:
            return
        try:
            engine, player = self._ready_player()
        except NoMediaBackendError:
            self._fail(PlaybackProblem.NO_BACKEND)
            return
        player.load(path)
        engine.set_rate(self._speed)
        self._apply_volume()

    def _ready_player(self) -> tuple[LargeEngine, PreviewPlayer]:
        if self._engine is None or self._player is None:
            self._engine = self._factory()
            self._player = PreviewPlayer(self._engine, self._alarm, self)
            self._player.stateChanged.connect(self._on_state)
            self._player.frameChanged.connect(self._on_frame)
            self._player.positionChanged.connect(self.positionChanged)
            self._player.problemFound.connect(self._fail)
        return self._engine, self._player

    def _apply_volume(self) -> None:
        if self._player is not None:
            self._player.set_volume(None if self.is_muted else self._volume)
        self.changed.emit()

    def _seek_now(self, position: int) -> None:
        if self._player is None or self._engine is None:
            return
        if self.at_end:
            # A stopped player shows nothing of where it is sent.
            self._engine.pause()
        self._player.seek(position)

    def _dispose_if_free(self) -> None:
        player = self._player
        if player is None or player.state is not PlayerState.FREE or self._next is not None:
            return
        if self._problem is None:
            self._disposal.start()
        self.released.emit()

    @Slot(object)
    def _fail(self, problem: PlaybackProblem) -> None:
        self._problem = problem
        self.changed.emit()

    @Slot()
    def _on_state(self) -> None:
        state = self.state
        if state is PlayerState.FREE and self._next is not None:
            self._load_next()
        elif state is PlayerState.FREE:
            self._dispose_if_free()
        elif self.at_end and self._looping and self._was_playing is None:
            self.play()
            return
        self.changed.emit()

    @Slot()
    def _on_frame(self) -> None:
        self._seeks.arrived()
        self.frameChanged.emit()
        self.positionChanged.emit()
