"""Runs of the window that end by themselves: a test of the installation, a picture."""

import logging
import re
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot, qVersion

from videogen_desktop import __version__
from videogen_desktop.resources import resource_path
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.main_window import MainWindow
from videogen_desktop.ui.translation import Translation

_TEST_PATIENCE_MS = 30_000
_qt_log = logging.getLogger("qt")
_FFMPEG = re.compile(r"FFmpeg version\s+(\S+)", re.IGNORECASE)
_LOOK_EVERY_MS = 40
_QUIET_LOOKS = 4
_PICTURE_PATIENCE_MS = 15_000
# The first frames of a clip are often dark.
_PLAYED_MS = 1_200


class SelfTest(QObject):
    """`--self-test`: everything that an installation can lack, tried once.

    Paints once, opens the library, checks the catalogue, decodes one frame. Main thread.

    `finished` carries the exit code, and the versions with the first failure, if there was one.
    """

    finished = Signal(int, str)

    def __init__(self, window: MainWindow, bridge: EngineBridge, translation: Translation) -> None:
        super().__init__(window)
        self._window = window
        self._translation = translation
        self._ffmpeg = FfmpegVersion()
        self._qt_level = _qt_log.level
        _qt_log.addHandler(self._ffmpeg)
        # It says its version as a piece of information, which nobody else here listens to.
        _qt_log.setLevel(logging.INFO)
        self._waiting_for = {"first paint", "library", "one decoded frame"}
        window.firstPainted.connect(self._painted)
        window.libraryOpened.connect(self._opened)
        bridge.openFailed.connect(self._not_opened)
        self._deadline = QTimer(self, singleShot=True, interval=_TEST_PATIENCE_MS)
        self._deadline.timeout.connect(self._give_up)
        self._deadline.start()

    @Slot()
    def _painted(self) -> None:
        if not self._translation.is_complete:
            self._end("the Vietnamese catalogue is missing: run `make translations`")
            return
        self._decode()
        self._tick("first paint")

    @Slot()
    def _opened(self) -> None:
        self._tick("library")

    @Slot(object)
    def _not_opened(self, error: BaseException) -> None:
        self._end(f"the library did not open: {type(error).__name__}: {error}")

    def _decode(self) -> None:
        # QtMultimedia is the slowest import of all: nothing needs it before the first paint.
        try:
            from PySide6.QtMultimedia import QMediaPlayer, QVideoSink
        except ImportError as error:
            self._end(f"clips cannot be played: {error}; see `videogen doctor`")
            return
        self._sink = QVideoSink(self)
        self._player = QMediaPlayer(self)
        self._player.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._frame_came)
        self._player.setSource(QUrl.fromLocalFile(str(resource_path("self-test/clip.mp4"))))
        self._player.play()

    @Slot()
    def _frame_came(self) -> None:
        if not self._sink.videoFrame().toImage().isNull():
            self._player.stop()
            self._tick("one decoded frame")

    def _tick(self, part: str) -> None:
        self._waiting_for.discard(part)
        if not self._waiting_for:
            self._end("")

    @Slot()
    def _give_up(self) -> None:
        self._end("timed out waiting for: " + ", ".join(sorted(self._waiting_for)))

    def _end(self, failure: str) -> None:
        self._deadline.stop()
        _qt_log.removeHandler(self._ffmpeg)
        _qt_log.setLevel(self._qt_level)
        lines = [*version_lines(self._ffmpeg.found), f"self-test: {failure or 'ok'}"]
        self.finished.emit(1 if failure else 0, "\n".join(lines))


class FfmpegVersion(logging.Handler):
    """Listens for the version that Qt's own FFmpeg says in its log."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.found = "unknown"

    def emit(self, record: logging.LogRecord) -> None:
        match = _FFMPEG.search(record.getMessage())
        if match:
            self.found = match.group(1)


def version_lines(ffmpeg: str = "unknown") -> list[str]:
    """The versions that a report of a defect needs."""
    import platform
    import sqlite3

    import PySide6

    return [
        f"VideoGen Desktop {__version__}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}",
        f"PySide6 {PySide6.__version__}",
        f"SQLite {sqlite3.sqlite_version}",
        f"FFmpeg {ffmpeg}",
    ]


class Screenshot(QObject):
    """`--screenshot FILE`: a picture of the window as a user would see it; with `--viewer`, of the
    newest clip played large.

    Waits until the library is open and no card waits for its picture, or until the clip in the
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
        self._deadline = QTimer(self, singleShot=True, interval=_PICTURE_PATIENCE_MS)
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
        from videogen_desktop.ui.gallery.thumbnails import ThumbnailLoader

        library = self._window.library
        gallery, model = library.view, library.model
        loader = gallery.findChild(ThumbnailLoader)
        ids = (model.id_at(row) for row in gallery.visible_rows())
        is_complete = all(model.item(video_id) is not None for video_id in ids if video_id)
        return is_complete and (loader is None or loader.pending == 0)
