"""The viewer's player: playing, seeking, single frames, speed, volume and repeating."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from videogen_desktop.ui.player.preview_player import AlarmFactory, PlaybackProblem, PlayerState
from videogen_desktop.ui.viewer.clip_loader import (
    ClipLoader,
    LargeEngineFactory,
    qt_large_engine,
)

SPEEDS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)
_USUAL_VOLUME, _AUDIBLE = 0.8, 0.5
_USUAL_FRAME_MS = 1000 / 24
# A seek shows its frame within 50 ms; one that shows none must not block the next.
_PATIENCE_MS = 200


class SeekQueue(QObject):
    """Seeking while a handle is dragged: one seek at a time, then the newest wish.

    QMediaPlayer drops the frame of a seek that another one follows, so that dragging would
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


class SpeedAndVolume(QObject):
    """How fast and how loud; both stay from clip to clip, and who plays obeys `changed`. Main
    thread."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speed = 1.0
        self._volume = _USUAL_VOLUME
        self._muted = False

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
    def loudness(self) -> float | None:
        """0 to 1, or None for no sound, as a player is told it."""
        return None if self.is_muted else self._volume

    def set_speed(self, speed: float) -> None:
        """One of SPEEDS."""
        self._speed = speed
        self.changed.emit()

    def change_speed(self, steps: int) -> None:
        """So many of SPEEDS faster, or slower when below zero."""
        number = SPEEDS.index(self._speed) + steps
        self.set_speed(SPEEDS[max(0, min(number, len(SPEEDS) - 1))])

    def set_volume(self, volume: float) -> None:
        """0 to 1; ends muting."""
        self._volume = max(0.0, min(volume, 1.0))
        self._muted = False
        self.changed.emit()

    def set_muted(self, muted: bool) -> None:
        if not muted and self._volume <= 0:
            self._volume = _AUDIBLE
        self._muted = muted
        self.changed.emit()


class Playback(QObject):
    """Plays the viewer's clip. Main thread; times are milliseconds.

    Looping stays from clip to clip, as `tuning` does. `released` says that no file is held any
    more, after `close`.
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
        self._looping = False
        # While the user holds the handle: whether it played before.
        self._was_playing: bool | None = None
        self._loader = ClipLoader(factory, alarm, self)
        self._seeks = SeekQueue(self._seek_now, self)
        self.tuning = SpeedAndVolume(self)
        self._loader.changed.connect(self.changed)
        self._loader.ended.connect(self._on_end)
        self._loader.frameChanged.connect(self._on_frame)
        self._loader.positionChanged.connect(self.positionChanged)
        self._loader.released.connect(self.released)
        self._loader.loaded.connect(self._tune)
        self.tuning.changed.connect(self._tune)
        self.tuning.changed.connect(self.changed)

    # --- questions -------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """A clip is loaded, or about to be."""
        return self._loader.is_open

    @property
    def is_loading(self) -> bool:
        return self._loader.is_loading

    @property
    def is_playing(self) -> bool:
        """It moves, or will as soon as it can."""
        return self.is_loading or self._loader.state is PlayerState.PLAYING

    @property
    def at_end(self) -> bool:
        return self._loader.at_end

    @property
    def is_looping(self) -> bool:
        return self._looping

    @property
    def problem(self) -> PlaybackProblem | None:
        """Why the clip does not play."""
        return self._loader.problem

    def image(self) -> QImage | None:
        """The newest frame; None before the first."""
        player = self._loader.player
        return None if player is None else player.image()

    @property
    def duration(self) -> int:
        player = self._loader.player
        return player.duration if player is not None and player.is_active else 0

    @property
    def position(self) -> int:
        """Where it is, or where it will be once the seek under way is done."""
        player, engine = self._loader.player, self._loader.engine
        if player is None or engine is None or not player.is_active:
            return 0
        if self._seeks.target is not None:
            return self._seeks.target
        if player.at_end:
            return player.duration
        # The player itself tells its position a few times a second only.
        span = engine.frame_span if player.state is PlayerState.PLAYING else None
        return player.position if span is None else round(span[0])

    @property
    def shown_frame(self) -> int | None:
        """A moment within the frame that is shown; None for the very last one."""
        engine = self._loader.engine
        if engine is None or self.at_end:
            return None
        span = engine.frame_span
        # The middle of a frame is that frame's, however its borders were rounded.
        return self.position if span is None else int((span[0] + span[1]) / 2)

    @property
    def frame_span(self) -> tuple[float, float] | None:
        """When the frame that is shown begins and ends, in milliseconds; None before the first."""
        engine = self._loader.engine
        return None if engine is None else engine.frame_span

    # --- opening and closing ---------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Play this file from its beginning; what was open is let go first."""
        self._was_playing = None
        self._seeks.forget()
        self._loader.open(path)

    def close(self) -> None:
        """Let the clip go; `released` follows, at once when there is none."""
        self._was_playing = None
        self._seeks.forget()
        self._loader.close()

    def abandon(self) -> None:
        """The window goes: free everything now."""
        self._seeks.forget()
        self._loader.abandon()

    # --- moving ----------------------------------------------------------------------------

    @Slot()
    def toggle(self) -> None:
        if self.is_playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        player = self._loader.player
        if player is not None:
            self._seeks.forget()
            player.play()

    def pause(self) -> None:
        player = self._loader.player
        if player is not None:
            player.pause()

    @Slot(int)
    def seek(self, position: int) -> None:
        """Show the frame at this position; playing goes on from there."""
        if self._loader.state in (PlayerState.PLAYING, PlayerState.PAUSED):
            self._seeks.go_to(max(0, min(position, self.duration)))
            self.positionChanged.emit()

    def skip(self, milliseconds: int) -> None:
        """Forwards, or back when below zero."""
        self.seek(self.position + milliseconds)

    def step(self, frames: int) -> None:
        """Pause and show a frame further on, or back when below zero."""
        self.pause()
        engine = self._loader.engine
        if self._loader.state is not PlayerState.PAUSED or engine is None:
            return
        first, end = engine.frame_span or (0.0, _USUAL_FRAME_MS)
        length = end - first
        target = self._seeks.target
        number = round(first / length) if target is None else int(target / length)
        # The middle of a frame is that frame's, however its borders were rounded.
        position = (max(0, number + frames) + 0.5) * length
        self.seek(min(round(position), self.duration - 1))

    @Slot()
    def begin_scrubbing(self) -> None:
        """The user drags the handle: nothing moves by itself until `end_scrubbing`."""
        if self._was_playing is None:
            self._was_playing = self.is_playing
            self.pause()

    @Slot()
    def end_scrubbing(self) -> None:
        was_playing, self._was_playing = self._was_playing, None
        player = self._loader.player
        if was_playing and player is not None and not self.at_end:
            player.play()

    def set_looping(self, looping: bool) -> None:
        self._looping = looping
        if looping and self.at_end:
            self.play()
        self.changed.emit()

    # --- the clip speaks -------------------------------------------------------------------

    @Slot()
    def _tune(self) -> None:
        player, engine = self._loader.player, self._loader.engine
        if player is not None and engine is not None:
            engine.set_rate(self.tuning.speed)
            player.set_volume(self.tuning.loudness)

    @Slot()
    def _on_end(self) -> None:
        # Not QMediaPlayer's own loops: those cannot be ended once they run.
        if self._looping and self._was_playing is None:
            self.play()
        else:
            self.changed.emit()

    @Slot()
    def _on_frame(self) -> None:
        self._seeks.arrived()
        self.frameChanged.emit()
        self.positionChanged.emit()

    def _seek_now(self, position: int) -> None:
        player, engine = self._loader.player, self._loader.engine
        if player is None or engine is None:
            return
        if self.at_end:
            # A stopped player shows nothing of where it is sent.
            engine.pause()
        player.seek(position)
