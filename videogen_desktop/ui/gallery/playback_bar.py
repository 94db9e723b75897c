"""Along the lower edge of a playing card: pause, where the clip is, sound."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from videogen_desktop.ui.gallery.actions import CardAction, face_of
from videogen_desktop.ui.gallery.overlay_buttons import RoundButton
from videogen_desktop.ui.gallery.scrubber import Scrubber
from videogen_desktop.ui.player.pool import PlayerPool

HEIGHT = 40
_BUTTON, _EDGE = 30, 8


class PlaybackBar(QWidget):
    """Of one video at a time. Main thread. `playRequested` plays or pauses."""

    playRequested = Signal()

    def __init__(self, pool: PlayerPool, parent: QWidget) -> None:
        super().__init__(parent)
        self._pool = pool
        self._video_id = ""
        self.toggle = RoundButton("pause", _BUTTON, self)
        self.toggle.set_plain(True)
        self._scrubber = Scrubber(self)
        self._time = QLabel(self)
        self._time.setTextFormat(Qt.TextFormat.PlainText)
        self._time.setStyleSheet("color: white; background: transparent;")
        self._time.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._mute = RoundButton("volume-x", _BUTTON, self)
        self._mute.set_plain(True)
        self.toggle.clicked.connect(self.playRequested)
        self._mute.clicked.connect(self._toggle_mute)
        self._scrubber.sought.connect(self._seek)

    def retranslate(self) -> None:
        self._scrubber.setAccessibleName(QCoreApplication.translate("Gallery", "Playback position"))

    def show_for(self, video_id: str) -> None:
        """Follow this video's player."""
        self._video_id = video_id
        face = face_of(CardAction.PLAY, self._pool.is_playing(video_id))
        self.toggle.show_action(face.icon, face.text)
        self._show_mute()
        self.show_position()

    def show_position(self) -> None:
        """Follow the clip's position."""
        position, duration = self._pool.position(self._video_id)
        self._scrubber.show_position(position, duration)
        text = f"{_clock(position)} / {_clock(duration)}"
        if text != self._time.text():
            self._time.setText(text)

    def resizeEvent(self, event: QEvent) -> None:
        top = self.height() - HEIGHT + (HEIGHT - _BUTTON) // 2
        self.toggle.move(_EDGE - 2, top)
        self._mute.move(self.width() - _BUTTON - _EDGE + 2, top)
        room = self._time.fontMetrics().horizontalAdvance("0:00 / 0:00") + 4
        self._time.setGeometry(self._mute.x() - room - 2, top, room, _BUTTON)
        start = _EDGE + _BUTTON
        self._scrubber.setGeometry(start, top, self._time.x() - start - 4, _BUTTON)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shade = QLinearGradient(0, 0, 0, self.height())
        shade.setColorAt(0, QColor(0, 0, 0, 0))
        shade.setColorAt(1, QColor(0, 0, 0, 190))
        painter.fillRect(self.rect(), shade)
        painter.end()

    def _toggle_mute(self) -> None:
        self._pool.set_muted(self._video_id, not self._pool.is_muted(self._video_id))

    def _seek(self, position: int) -> None:
        self._pool.seek(self._video_id, position)

    def _show_mute(self) -> None:
        if self._pool.is_muted(self._video_id):
            self._mute.show_action("volume-x", QCoreApplication.translate("Gallery", "Unmute"))
        else:
            self._mute.show_action("volume-2", QCoreApplication.translate("Gallery", "Mute"))


def _clock(milliseconds: int) -> str:
    seconds = milliseconds // 1000
    return f"{seconds // 60}:{seconds % 60:02}"
