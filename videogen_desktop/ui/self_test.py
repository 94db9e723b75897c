"""`--self-test`: everything that an installation can lack, tried once."""

import logging
import platform
import re
import sqlite3

import PySide6
from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot, qVersion

from videogen_desktop import __version__
from videogen_desktop.resources import resource_path
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.main_window import MainWindow
from videogen_desktop.ui.translation import Translation

_PATIENCE_MS = 30_000
_FFMPEG = re.compile(r"FFmpeg version\s+(\S+)", re.IGNORECASE)


class SelfTest(QObject):
    """Paints once, opens the library, checks the catalogue, decodes one frame. Main thread.

    `finished` carries the exit code, and the versions with the first failure, if there was one.
    """

    finished = Signal(int, str)

    def __init__(self, window: MainWindow, bridge: EngineBridge, translation: Translation) -> None:
        super().__init__(window)
        self._window = window
        self._translation = translation
        self._ffmpeg = FfmpegVersion()
        logging.getLogger("qt").addHandler(self._ffmpeg)
        self._waiting_for = {"first paint", "library", "one decoded frame"}
        window.firstPainted.connect(self._painted)
        window.libraryOpened.connect(self._opened)
        bridge.openFailed.connect(self._not_opened)
        self._deadline = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
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
        from PySide6.QtMultimedia import QMediaPlayer, QVideoSink

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
        logging.getLogger("qt").removeHandler(self._ffmpeg)
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
    return [
        f"VideoGen Desktop {__version__}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}",
        f"PySide6 {PySide6.__version__}",
        f"SQLite {sqlite3.sqlite_version}",
        f"FFmpeg {ffmpeg}",
    ]
