"""Opens one clip at a time in a player that it makes and frees, and lets every file go."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from videogen_desktop.ui.player.media_engine import MediaEngine, NoMediaBackendError
from videogen_desktop.ui.player.preview_player import (
    AlarmFactory,
    PlaybackProblem,
    PlayerState,
    PreviewPlayer,
)


class LargeEngine(MediaEngine, Protocol):
    """A media player as the viewer needs it: at other speeds, and one frame at a time.
    Main thread only."""

    def set_rate(self, rate: float) -> None:
        """1 is the clip's own speed; it stays for the clips that follow."""
        ...

    @property
    def frame_span(self) -> tuple[float, float] | None:
        """When the frame on the screen begins and ends, in milliseconds."""
        ...


LargeEngineFactory = Callable[[], LargeEngine]


def qt_large_engine() -> LargeEngine:
    """QtMultimedia is imported at the first call. Raises NoMediaBackendError."""
    try:
        from videogen_desktop.ui.viewer.qt_large_engine import QtLargeEngine
    except (ImportError, OSError) as error:
        raise NoMediaBackendError from error
    return QtLargeEngine()


class ClipLoader(QObject):
    """Main thread. The player is made with the first clip and freed when `close` has let the last
    one go: `released` says that no file is held any more.

    `loaded` comes when a clip has been given to the player, `ended` instead of `changed` when
    the clip has come to its end.
    """

    changed = Signal()
    loaded = Signal()
    ended = Signal()
    frameChanged = Signal()
    positionChanged = Signal()
    released = Signal()

    def __init__(
        self, factory: LargeEngineFactory, alarm: AlarmFactory | None, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._factory = factory
        self._alarm = alarm
        self._engine: LargeEngine | None = None
        self._player: PreviewPlayer | None = None
        self._next: Path | None = None
        self._problem: PlaybackProblem | None = None
        # Not at once: a player says that it is free from within its own unloading.
        self._disposal = QTimer(self, singleShot=True, interval=0)
        self._disposal.timeout.connect(self.abandon)

    # --- questions -------------------------------------------------------------------------

    @property
    def engine(self) -> LargeEngine | None:
        """None before the first clip and after the last."""
        return self._engine

    @property
    def player(self) -> PreviewPlayer | None:
        """None before the first clip and after the last."""
        return self._player

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
    def at_end(self) -> bool:
        return self.state is PlayerState.PAUSED and self._player is not None and self._player.at_end

    @property
    def problem(self) -> PlaybackProblem | None:
        """Why the clip does not play."""
        return self._problem

    # --- commands --------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Play this file from its beginning; what was open is let go first."""
        self._problem = None
        self._disposal.stop()
        self._next = path if path.is_file() else None
        if self._player is not None and self._player.is_active:
            self._player.release()
        elif self.state is PlayerState.FREE:
            self._load_next()
        if not path.is_file():
            self._fail(PlaybackProblem.MISSING)
        self.changed.emit()

    def close(self) -> None:
        """Let the clip go; `released` follows, at once when there is none."""
        self._next = self._problem = None
        if self._player is None:
            self.released.emit()
        elif self._player.is_active:
            self._player.release()
        else:
            self._dispose_if_free()

    @Slot()
    def abandon(self) -> None:
        """The window goes: free everything now."""
        self._next = None
        self._disposal.stop()
        player, self._player, self._engine = self._player, None, None
        if player is not None:
            player.blockSignals(True)
            player.close()
            player.deleteLater()

    # --- inside ----------------------------------------------------------------------------

    def _load_next(self) -> None:
        path, self._next = self._next, None
        if path is None:
            return
        try:
            player = self._ready_player()
        except NoMediaBackendError:
            self._fail(PlaybackProblem.NO_BACKEND)
            return
        player.load(path)
        self.loaded.emit()

    def _ready_player(self) -> PreviewPlayer:
        if self._player is None:
            self._engine = self._factory()
            self._player = PreviewPlayer(self._engine, self._alarm, self)
            self._player.stateChanged.connect(self._on_state)
            self._player.frameChanged.connect(self.frameChanged)
            self._player.positionChanged.connect(self.positionChanged)
            self._player.problemFound.connect(self._fail)
        return self._player

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
        if self.state is PlayerState.FREE and self._next is not None:
            self._load_next()
        elif self.state is PlayerState.FREE:
            self._dispose_if_free()
        elif self.at_end:
            self.ended.emit()
            return
        self.changed.emit()
