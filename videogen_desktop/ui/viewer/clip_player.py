"""One player that opens a clip at a time and lets every file go."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from videogen_desktop.ui.player.alarm import AlarmFactory
from videogen_desktop.ui.player.media_engine import NoMediaBackendError
from videogen_desktop.ui.player.preview_player import PreviewPlayer
from videogen_desktop.ui.player.states import PlaybackProblem, PlayerState
from videogen_desktop.ui.viewer.large_engine import (
    LargeEngine,
    LargeEngineFactory,
    qt_large_engine,
)


class ClipPlayer(QObject):
    """Main thread. The player is made with the first clip and freed when `close` has let the last
    one go: `released` says that no file is held any more.
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

    def image(self) -> QImage | None:
        """The newest frame; None before the first."""
        return None if self._player is None else self._player.image()

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

    def _prepare(self, engine: LargeEngine) -> None:
        """A clip has just been loaded."""

    def _has_ended(self) -> bool:
        """The clip is at its end; True when something else follows."""
        return False

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
        self._prepare(engine)

    def _ready_player(self) -> tuple[LargeEngine, PreviewPlayer]:
        if self._engine is None or self._player is None:
            self._engine = self._factory()
            self._player = PreviewPlayer(self._engine, self._alarm, self)
            self._player.stateChanged.connect(self._on_state)
            self._player.frameChanged.connect(self._on_frame)
            self._player.positionChanged.connect(self.positionChanged)
            self._player.problemFound.connect(self._fail)
        return self._engine, self._player

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
        elif self.at_end and self._has_ended():
            return
        self.changed.emit()

    @Slot()
    def _on_frame(self) -> None:
        self.frameChanged.emit()
        self.positionChanged.emit()
