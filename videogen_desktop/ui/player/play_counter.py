"""Plays are counted: a clip that was watched for more than a moment, once for each sitting."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

# A glance, or a click too many, is no play.
WATCHED_AFTER_MS = 1_500


class PlayCounter(QObject):
    """Main thread. `watched` carries the id of a video."""

    watched = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._due: dict[str, QTimer] = {}
        self._counted: set[str] = set()

    def follow(self, video_id: str, *, plays: bool, has_ended: bool = False) -> None:
        """It plays by now, or rests; a rest begins its moment anew, but the end of a clip that is
        shorter than a moment."""
        if not plays:
            is_whole = has_ended and video_id in self._due
            self._forget(video_id)
            if is_whole:
                self._count(video_id)
        elif video_id not in self._due and video_id not in self._counted:
            timer = QTimer(self, singleShot=True, interval=WATCHED_AFTER_MS)
            timer.timeout.connect(partial(self._count, video_id))
            timer.start()
            self._due[video_id] = timer

    def leave(self, video_id: str) -> None:
        """It was closed: watched again, it counts again."""
        self._forget(video_id)
        self._counted.discard(video_id)

    def _count(self, video_id: str) -> None:
        self._forget(video_id)
        self._counted.add(video_id)
        self.watched.emit(video_id)

    def _forget(self, video_id: str) -> None:
        timer = self._due.pop(video_id, None)
        if timer is not None:
            timer.stop()
            timer.deleteLater()
