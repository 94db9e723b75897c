"""A MediaEngine on QMediaPlayer. Imported only when the first clip is to be played, because
loading QtMultimedia takes longer than painting the first window."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Q_ARG, QMetaObject, QObject, Qt, QUrl, Slot
from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoFrame, QVideoSink

from videogen_desktop.ui.player.media_engine import EngineListener, MediaStatus, NoMediaBackendError

_Status = QMediaPlayer.MediaStatus
_STATUS = {
    _Status.NoMedia: MediaStatus.NO_MEDIA,
    _Status.LoadedMedia: MediaStatus.LOADED,
    _Status.EndOfMedia: MediaStatus.ENDED,
    _Status.InvalidMedia: MediaStatus.INVALID,
}


class QtMediaEngine(QObject):
    """One QMediaPlayer that paints into a sink and has no audio output until it is heard."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Raises NoMediaBackendError."""
        super().__init__(parent)
        self._listener: EngineListener | None = None
        self._player = QMediaPlayer(self)
        if not self._player.isAvailable():
            raise NoMediaBackendError
        self._sink = QVideoSink(self)
        self._audio: QAudioOutput | None = None
        self._player.setVideoSink(self._sink)
        # Queued: a player that is stopped or given another source from within its own signals
        # shows nothing afterwards, or crashes (seen in one run of eight).
        later = Qt.ConnectionType.QueuedConnection
        self._player.mediaStatusChanged.connect(self._on_status, later)
        self._player.positionChanged.connect(self._on_position, later)
        self._player.durationChanged.connect(self._on_position, later)
        self._player.errorOccurred.connect(self._on_error, later)
        self._sink.videoFrameChanged.connect(self._on_frame, later)

    def listen(self, listener: EngineListener) -> None:
        self._listener = listener

    @property
    def status(self) -> MediaStatus:
        return _STATUS.get(self._player.mediaStatus(), MediaStatus.BUSY)

    @property
    def position(self) -> int:
        return self._player.position()

    @property
    def duration(self) -> int:
        return self._player.duration()

    def open(self, path: Path) -> None:
        self._player.setSource(QUrl.fromLocalFile(str(path)))

    def play(self) -> None:
        self._call("play")

    def pause(self) -> None:
        self._call("pause")

    def stop(self) -> None:
        self._call("stop")

    def seek(self, position: int) -> None:
        # A seek ends the audio thread too.
        self._call("setPosition", Q_ARG("qlonglong", position))

    def set_volume(self, volume: float | None) -> None:
        if volume is None:
            if self._audio is not None:
                self._audio.setMuted(True)
            return
        if self._audio is None:
            self._audio = QAudioOutput(self)
            self._player.setAudioOutput(self._audio)
        self._audio.setMuted(False)
        self._audio.setVolume(volume)

    def unload(self) -> None:
        self._player.setSource(QUrl())
        self._drop_audio()

    def close(self) -> None:
        self._listener = None
        self.stop()
        self.unload()
        self.deleteLater()

    def _call(self, slot: str, *arguments: Any) -> None:
        # invokeMethod lets go of Python's lock, QMediaPlayer.stop does not. It waits for the audio
        # thread, which on its way out asks a Python-made object for an override and so waits for
        # that lock: the program hung here within a hundred clips that were heard.
        direct = Qt.ConnectionType.DirectConnection
        QMetaObject.invokeMethod(self._player, slot, direct, *arguments)

    def _drop_audio(self) -> None:
        # Never setAudioOutput(None), for the same reason: the output leaves its player by itself
        # when it is deleted, which the event loop does without Python's lock.
        if self._audio is not None:
            self._audio.deleteLater()
            self._audio = None

    @Slot()
    def _on_status(self) -> None:
        if self._listener is not None:
            self._listener.status_changed()

    @Slot()
    def _on_position(self) -> None:
        if self._listener is not None:
            self._listener.position_changed()

    @Slot(QMediaPlayer.Error, str)
    def _on_error(self, _error: QMediaPlayer.Error, message: str) -> None:
        if self._listener is not None:
            self._listener.failed(message)

    @Slot(QVideoFrame)
    def _on_frame(self, frame: QVideoFrame) -> None:
        if self._listener is not None and frame.isValid():
            self._listener.frame_arrived(frame)
