"""The controls on one card: a single widget that moves to the hovered or current card."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery.actions import (
    CardAction,
    actions_for,
    copying_face,
    face_of,
    favourite_face,
)
from videogen_desktop.ui.gallery.overlay_buttons import RoundButton, TextButton
from videogen_desktop.ui.gallery.scrubber import Scrubber
from videogen_desktop.ui.player.pool import PlayerPool

_SMALL, _LARGE, _EDGE, _BAR = 30, 54, 8, 40
_STATE_ACTIONS = (CardAction.SEND, CardAction.CANCEL, CardAction.RETRY)


class CardOverlay(QWidget):
    """Buttons, scrubber and time over a card's media area. Knows its video by id.

    Clicks beside the controls fall through to the view.
    """

    actionRequested = Signal(str, str)
    menuRequested = Signal(str, QPoint)  # global position

    def __init__(self, pool: PlayerPool, parent: QWidget) -> None:
        super().__init__(parent)
        self._pool = pool
        self._item: LibraryItem | None = None
        self._copying = False
        self._build()
        self.retranslate()
        self.hide()

    def _build(self) -> None:
        self._play = RoundButton("play", _LARGE, self)
        self._toggle = RoundButton("pause", _SMALL, self)
        self._toggle.set_plain(True)
        self._mute = RoundButton("volume-x", _SMALL, self)
        self._mute.set_plain(True)
        self._scrubber = Scrubber(self)
        self._time = QLabel(self)
        self._time.setTextFormat(Qt.TextFormat.PlainText)
        self._time.setStyleSheet("color: white; background: transparent;")
        self._time.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._favourite = RoundButton("heart", _SMALL, self)
        self._save = RoundButton("download", _SMALL, self)
        self._delete = RoundButton("trash-2", _SMALL, self)
        self._more = RoundButton("ellipsis", _SMALL, self)
        self._texts = {action: TextButton(self) for action in _STATE_ACTIONS}
        self._play.clicked.connect(lambda: self._request(CardAction.PLAY))
        self._toggle.clicked.connect(lambda: self._request(CardAction.PLAY))
        self._favourite.clicked.connect(lambda: self._request(CardAction.FAVOURITE))
        self._save.clicked.connect(lambda: self._request(CardAction.SAVE))
        self._delete.clicked.connect(lambda: self._request(CardAction.DELETE))
        self._mute.clicked.connect(self._toggle_mute)
        self._more.clicked.connect(self._open_menu)
        self._scrubber.sought.connect(self._seek)
        for action, button in self._texts.items():
            button.clicked.connect(lambda _=False, action=action: self._request(action))

    @property
    def video_id(self) -> str | None:
        return None if self._item is None else self._item.video.id

    def retranslate(self) -> None:
        #: vi: Vị trí phát
        self._scrubber.setAccessibleName(QCoreApplication.translate("Gallery", "Playback position"))
        self._delete.show_action("trash-2", face_of(CardAction.DELETE).text)
        #: vi: Thao tác khác
        self._more.show_action("ellipsis", QCoreApplication.translate("Gallery", "More actions"))
        for action, button in self._texts.items():
            button.setText(face_of(action).text)
            button.setAccessibleName(face_of(action).text)
        self.refresh()

    def show_for(self, item: LibraryItem, media: QRect, copying: bool = False) -> None:
        """Move to this card's media area, in the viewport's coordinates."""
        if item is not self._item or copying is not self._copying:
            self._item, self._copying = item, copying
            self.refresh()
        if self.geometry() != media:
            self.setGeometry(media)
        if self.isHidden():
            self.show()
            self.raise_()

    def leave(self) -> None:
        """No card has the controls."""
        self._item = None
        self.hide()

    def refresh(self) -> None:
        """Follow the item's state and the player's."""
        item = self._item
        if item is None:
            return
        video_id = item.video.id
        actions = actions_for(item)
        active = video_id in self._pool.active_ids()
        playing = self._pool.is_playing(video_id)
        face = face_of(CardAction.PLAY, playing)
        self._play.show_action(face.icon, face.text)
        self._toggle.show_action(face.icon, face.text)
        for control in (self._toggle, self._mute, self._scrubber, self._time):
            control.setVisible(active)
        if active and playing and self._play.hasFocus():
            # The keyboard stays where it pressed play.
            self._toggle.setFocus()
        self._play.setVisible(CardAction.PLAY in actions and not playing)
        self._show_mute(video_id)
        heart = favourite_face(item.video.favourite)
        self._favourite.show_action(heart.icon, heart.text)
        save = copying_face() if self._copying else face_of(CardAction.SAVE)
        self._save.show_action(save.icon, save.text)
        self._save.setVisible(CardAction.SAVE in actions)
        self._delete.setVisible(CardAction.DELETE in actions)
        for action, button in self._texts.items():
            button.setVisible(action in actions)
        self.show_position()
        self._arrange()
        self.update()

    def show_position(self) -> None:
        """Follow the clip's position."""
        if self._item is None or self._scrubber.isHidden():
            return
        position, duration = self._pool.position(self._item.video.id)
        self._scrubber.show_position(position, duration)
        text = f"{_clock(position)} / {_clock(duration)}"
        if text != self._time.text():
            self._time.setText(text)

    def resizeEvent(self, event: QEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        left = width - _EDGE
        for button in (self._favourite, self._more, self._delete, self._save):
            if not button.isHidden():
                left -= _SMALL
                button.move(left, _EDGE)
                left -= 6
        self._play.move((width - _LARGE) // 2, (height - _LARGE) // 2)
        self._arrange_bar(width, height)
        low = height - _EDGE
        if self._item is not None and self._item.video.state is VideoState.RESERVED:
            # Its progress stands at the bottom.
            low -= self.fontMetrics().height() + _EDGE + 4
        left = _EDGE + 2
        for label in self._texts.values():
            if not label.isHidden():
                size = label.sizeHint()
                label.resize(min(size.width(), max(40, width - left - _EDGE)), size.height())
                label.move(left, low - size.height())
                left += label.width() + 6

    def _arrange_bar(self, width: int, height: int) -> None:
        top = height - _BAR + (_BAR - _SMALL) // 2
        self._toggle.move(_EDGE - 2, top)
        self._mute.move(width - _SMALL - _EDGE + 2, top)
        metrics = self._time.fontMetrics()
        room = metrics.horizontalAdvance("0:00 / 0:00") + 4
        self._time.setGeometry(self._mute.x() - room - 2, top, room, _SMALL)
        start = _EDGE + _SMALL
        self._scrubber.setGeometry(start, top, self._time.x() - start - 4, _SMALL)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._scrubber.isHidden():
            return
        painter = QPainter(self)
        shade = QLinearGradient(0, self.height() - 2 * _BAR, 0, self.height())
        shade.setColorAt(0, QColor(0, 0, 0, 0))
        shade.setColorAt(1, QColor(0, 0, 0, 190))
        painter.fillRect(0, self.height() - 2 * _BAR, self.width(), 2 * _BAR, shade)
        painter.end()

    # --- controls --------------------------------------------------------------------------

    def _request(self, action: CardAction) -> None:
        if self._item is not None:
            self.actionRequested.emit(self._item.video.id, action.value)

    def _open_menu(self) -> None:
        if self._item is not None:
            below = self._more.mapToGlobal(QPoint(0, self._more.height() + 4))
            self.menuRequested.emit(self._item.video.id, below)

    def _toggle_mute(self) -> None:
        if self._item is not None:
            video_id = self._item.video.id
            self._pool.set_muted(video_id, not self._pool.is_muted(video_id))

    def _seek(self, position: int) -> None:
        if self._item is not None:
            self._pool.seek(self._item.video.id, position)

    def _show_mute(self, video_id: str) -> None:
        if self._pool.is_muted(video_id):
            #: vi: Bật tiếng
            self._mute.show_action("volume-x", QCoreApplication.translate("Gallery", "Unmute"))
        else:
            #: vi: Tắt tiếng
            self._mute.show_action("volume-2", QCoreApplication.translate("Gallery", "Mute"))


def _clock(milliseconds: int) -> str:
    seconds = milliseconds // 1000
    return f"{seconds // 60}:{seconds % 60:02}"
