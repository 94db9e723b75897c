"""One player, by its states: free, loading, playing or paused, stopping, unloading, and free again.

QMediaPlayer may only be unloaded while its medium is at rest and only be used again once it holds
none; asking at other moments has crashed programs that ship it to many people.
"""

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from videogen_desktop.ui.player.media_engine import MediaEngine, MediaStatus, VideoFrame

FIRST_FRAME_MS = 4_000
RETRY_MS = 250
_AT_REST = (MediaStatus.LOADED, MediaStatus.ENDED, MediaStatus.INVALID, MediaStatus.NO_MEDIA)


class PlayerState(Enum):
    """Where a player stands; only FREE takes another clip."""

    FREE = "free"
    LOADING = "loading"
    PLAYING = "playing"
    PAUSED = "paused"
    STOPPING = "stopping"
    UNLOADING = "unloading"


class PlaybackProblem(Enum):
    """Why a clip does not play."""

    NO_BACKEND = "no_backend"
    # A codec without a decoder: no error is ever reported, and no frame comes (AV1).
    NO_FRAMES = "no_frames"
    MISSING = "missing"
    FAILED = "failed"


class Alarm(Protocol):
    """Rings once, `milliseconds` after it was set; setting it again starts over."""

    def set(self, milliseconds: int) -> None: ...

    def cancel(self) -> None: ...


AlarmFactory = Callable[[Callable[[], None]], Alarm]


class QtAlarm(QObject):
    """An Alarm on a QTimer."""

    def __init__(self, ring: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(ring)

    def set(self, milliseconds: int) -> None:
        self._timer.start(milliseconds)

    def cancel(self) -> None:
        self._timer.stop()


class PreviewPlayer(QObject):
    """Plays one clip at a time through an engine. Main thread."""

    stateChanged = Signal()
    frameChanged = Signal()
    positionChanged = Signal()
    problemFound = Signal(object)  # PlaybackProblem

    def __init__(
        self,
        engine: MediaEngine,
        alarm: AlarmFactory | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        make = alarm or (lambda ring: QtAlarm(ring, self))
        self._deadline = make(self._no_frame_came)
        self._retry = make(self._unload_if_at_rest)
        self._state = PlayerState.FREE
        self._frame: VideoFrame | None = None
        self._image: QImage | None = None
        self._frames = 0
        engine.listen(self)

    @property
    def state(self) -> PlayerState:
        return self._state

    @property
    def is_active(self) -> bool:
        return self._state in (PlayerState.LOADING, PlayerState.PLAYING, PlayerState.PAUSED)

    @property
    def frame_number(self) -> int:
        """Counts the frames of this clip; 0 before the first."""
        return self._frames

    @property
    def position(self) -> int:
        return self._engine.position

    @property
    def duration(self) -> int:
        return self._engine.duration

    @property
    def at_end(self) -> bool:
        return self._engine.status is MediaStatus.ENDED

    def image(self) -> QImage | None:
        """The newest frame, converted when it is first asked for."""
        if self._image is None and self._frame is not None:
            self._image = self._frame.toImage()
        return self._image

    # --- commands --------------------------------------------------------------------------

    def load(self, path: Path) -> None:
        """Open a local file and play it without sound. Only while FREE."""
        if self._state is not PlayerState.FREE:
            raise RuntimeError(self._state)
        self._become(PlayerState.LOADING)
        self._deadline.set(FIRST_FRAME_MS)
        self._engine.set_volume(None)
        self._engine.open(path)
        self._engine.play()

    def play(self) -> None:
        """Go on, or start over at the end."""
        if self._state is PlayerState.PAUSED:
            if self.at_end:
                self._engine.seek(0)
            self._become(PlayerState.PLAYING)
            self._engine.play()

    def pause(self) -> None:
        if self._state is PlayerState.PLAYING:
            self._become(PlayerState.PAUSED)
            self._engine.pause()

    def seek(self, position: int) -> None:
        if self._state in (PlayerState.PLAYING, PlayerState.PAUSED):
            self._engine.seek(max(0, min(position, self.duration)))

    def set_volume(self, volume: float | None) -> None:
        if self.is_active:
            self._engine.set_volume(volume)

    def release(self) -> None:
        """Let the clip go; `stateChanged` tells when the player is FREE and the file closed."""
        if not self.is_active:
            return
        self._deadline.cancel()
        self._frame = self._image = None
        self._frames = 0
        self._become(PlayerState.STOPPING)
        self._engine.stop()
        self._unload_if_at_rest()

    def close(self) -> None:
        """Free the engine now, whatever it does; the player is not used again."""
        self._deadline.cancel()
        self._retry.cancel()
        self._frame = self._image = None
        self._state = PlayerState.FREE
        self._engine.close()

    # --- the engine speaks -----------------------------------------------------------------

    def status_changed(self) -> None:
        status = self._engine.status
        if self._state is PlayerState.STOPPING:
            self._unload_if_at_rest()
        elif self._state is PlayerState.UNLOADING and status is MediaStatus.NO_MEDIA:
            self._retry.cancel()
            self._become(PlayerState.FREE)
        elif self._state is PlayerState.LOADING:
            self._judge_loading(status)
        elif self._state is PlayerState.PLAYING and status is MediaStatus.ENDED:
            self._become(PlayerState.PAUSED)

    def _judge_loading(self, status: MediaStatus) -> None:
        if status is MediaStatus.ENDED:
            self._no_frame_came()
        elif status is MediaStatus.INVALID:
            self._give_up(PlaybackProblem.FAILED)

    def frame_arrived(self, frame: VideoFrame) -> None:
        if not self.is_active:
            return
        self._frame, self._image = frame, None
        self._frames += 1
        if self._state is PlayerState.LOADING:
            self._deadline.cancel()
            self._become(PlayerState.PLAYING)
        self.frameChanged.emit()

    def position_changed(self) -> None:
        if self.is_active:
            self.positionChanged.emit()

    def failed(self, message: str) -> None:
        if self.is_active:
            self._give_up(PlaybackProblem.FAILED)

    # --- letting go ------------------------------------------------------------------------

    def _no_frame_came(self) -> None:
        if self._state is PlayerState.LOADING:
            self._give_up(PlaybackProblem.NO_FRAMES)

    def _give_up(self, problem: PlaybackProblem) -> None:
        self.problemFound.emit(problem)
        self.release()

    def _unload_if_at_rest(self) -> None:
        if self._state is PlayerState.UNLOADING:
            self.status_changed()
            if self._state is PlayerState.UNLOADING:
                self._retry.set(RETRY_MS)
            return
        if self._state is not PlayerState.STOPPING:
            return
        self._retry.set(RETRY_MS)
        if self._engine.status in _AT_REST:
            self._become(PlayerState.UNLOADING)
            self._engine.unload()
            # In the next turn of the event loop: what this clip still had to say comes before it.
            self._retry.set(0)

    def _become(self, state: PlayerState) -> None:
        if state is not self._state:
            self._state = state
            self.stateChanged.emit()
