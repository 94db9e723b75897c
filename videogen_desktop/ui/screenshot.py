"""`--screenshot FILE`: a picture of the window as a user would see it; with `--viewer`, of the
newest clip played large."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.gallery.thumbnails import ThumbnailLoader
from videogen_desktop.ui.main_window import MainWindow

_LOOK_EVERY_MS = 40
_QUIET_LOOKS = 4
_PATIENCE_MS = 15_000
# The first frames of a clip are often dark.
_PLAYED_MS = 1_200


class Screenshot(QObject):
    """Waits until the library is open and no card waits for its picture, or until the clip in the
    viewer has played for a moment, then saves. Main thread.

    `finished` carries the exit code and, when the file could not be written, why.
    """

    finished = Signal(int, str)

    def __init__(
        self, window: MainWindow, bridge: EngineBridge, target: Path, *, in_viewer: bool = False
    ) -> None:
        super().__init__(window)
        self._window = window
        self._target = target
        self._in_viewer = in_viewer
        self._quiet = 0
        self._failure = ""
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._deadline = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._deadline.timeout.connect(self._take)
        bridge.openFailed.connect(self._fail)
        window.libraryOpened.connect(self._timer.start)
        self._deadline.start()

    @Slot(object)
    def _fail(self, error: BaseException) -> None:
        self._failure = f"the library did not open: {type(error).__name__}: {error}"
        self._take()

    @Slot()
    def _look(self) -> None:
        # A picture that has just arrived may ask for the next one: wait for a few quiet looks.
        self._quiet = self._quiet + 1 if self._is_settled() else 0
        if self._quiet < _QUIET_LOOKS:
            return
        if self._in_viewer and not self._window.viewer.is_open:
            self._open_viewer()
        elif not self._in_viewer or self._has_played():
            self._take()

    @Slot()
    def _take(self) -> None:
        self._timer.stop()
        self._deadline.stop()
        if not self._window.grab().save(str(self._target)):
            self._failure = f"cannot write {self._target}"
        self.finished.emit(1 if self._failure else 0, self._failure)

    def _open_viewer(self) -> None:
        model = self._window.library.model
        for row in range(model.rowCount()):
            video_id = model.id_at(row)
            item = None if video_id is None else model.item(video_id)
            if item is not None and item.clip is not None:
                self._window.view_video(item.video.id)
                return
        self._failure = "no card in sight has a clip"
        self._take()

    def _has_played(self) -> bool:
        playback = self._window.viewer.viewer.playback
        return playback.position >= min(_PLAYED_MS, playback.duration // 2) > 0

    def _is_settled(self) -> bool:
        library = self._window.library
        gallery, model = library.view, library.model
        loader = gallery.findChild(ThumbnailLoader)
        ids = (model.id_at(row) for row in gallery.visible_rows())
        is_complete = all(model.item(video_id) is not None for video_id in ids if video_id)
        return is_complete and (loader is None or loader.pending == 0)
