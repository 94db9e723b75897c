"""The controls on one card: a single widget that moves to the hovered or current card."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery.actions import (
    CardAction,
    actions_for,
    can_continue,
    copying_face,
    face_of,
    favourite_face,
)
from videogen_desktop.ui.gallery.overlay_controls import (
    BAR_HEIGHT,
    CardButton,
    PlaybackBar,
    RoundButton,
    TextButton,
)
from videogen_desktop.ui.player.pool import PlayerPool

_SMALL, _LARGE, _EDGE, _BETWEEN = 30, 54, 8, 6
_NARROW, _COLUMN = 240, 196
_STATE_ACTIONS = (CardAction.SEND, CardAction.CANCEL, CardAction.RETRY, CardAction.SETTLE)


class CardOverlay(QWidget):
    """Buttons over a card's media area, and the bar of a clip that plays. Knows its video by id.

    Clicks beside the controls fall through to the view, and so does every move of the pointer: it
    goes on looking through the clip.
    """

    actionRequested = Signal(str, str)
    menuRequested = Signal(str, QPoint)  # global position
    dragStarted = Signal(str)

    def __init__(self, pool: PlayerPool, parent: QWidget) -> None:
        super().__init__(parent)
        self._pool = pool
        self._item: LibraryItem | None = None
        self._copying = False
        self._build()
        self.retranslate()
        self.hide()

    def _build(self) -> None:
        self._bar = PlaybackBar(self._pool, self)
        self._play = RoundButton("play", _LARGE, self)
        self._fetch = RoundButton("refresh-cw", _LARGE, self)
        self._favourite = RoundButton("heart", _SMALL, self)
        self._save = RoundButton("download", _SMALL, self)
        self._continue = RoundButton("forward", _SMALL, self)
        self._delete = RoundButton("trash-2", _SMALL, self)
        self._more = RoundButton("ellipsis", _SMALL, self)
        self._texts = {action: TextButton(self) for action in _STATE_ACTIONS}
        self._play.clicked.connect(lambda: self._request(CardAction.PLAY))
        self._fetch.clicked.connect(lambda: self._request(CardAction.FETCH))
        self._bar.playRequested.connect(lambda: self._request(CardAction.PLAY))
        self._favourite.clicked.connect(lambda: self._request(CardAction.FAVOURITE))
        self._save.clicked.connect(lambda: self._request(CardAction.SAVE))
        self._continue.clicked.connect(lambda: self._request(CardAction.CONTINUE))
        self._delete.clicked.connect(lambda: self._request(CardAction.DELETE))
        self._more.clicked.connect(self._open_menu)
        for action, button in self._texts.items():
            button.clicked.connect(lambda _=False, action=action: self._request(action))
        for one in self.findChildren(CardButton):
            one.dragStarted.connect(self._start_drag)
        # A part that does not track takes moves without a button, and hands them to nobody.
        self.setMouseTracking(True)
        for part in self.findChildren(QAbstractButton):
            part.setMouseTracking(True)

    @property
    def video_id(self) -> str | None:
        return None if self._item is None else self._item.video.id

    def retranslate(self) -> None:
        self._bar.retranslate()
        for round_button, action in (
            (self._delete, CardAction.DELETE),
            (self._continue, CardAction.CONTINUE),
            (self._fetch, CardAction.FETCH),
        ):
            face = face_of(action)
            round_button.show_action(face.icon, face.text)
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
            # Below the heading that stays at the top.
            self.show()

    def leave(self) -> None:
        """No card has the controls."""
        self._item = None
        self.hide()

    def refresh(self) -> None:
        """Follow the item's state and the player's."""
        item = self._item
        if item is None:
            return
        actions = actions_for(item)
        self._show_playing(item, can_play=CardAction.PLAY in actions or item.plays_elsewhere)
        heart = favourite_face(item.video.favourite)
        self._favourite.show_action(heart.icon, heart.text)
        save = copying_face() if self._copying else face_of(CardAction.SAVE)
        self._save.show_action(save.icon, save.text)
        self._save.setVisible(CardAction.SAVE in actions)
        self._continue.setVisible(can_continue(item))
        self._delete.setVisible(CardAction.DELETE in actions)
        self._fetch.setVisible(CardAction.FETCH in actions)
        for action, button in self._texts.items():
            button.setVisible(action in actions)
        self._arrange()

    def _show_playing(self, item: LibraryItem, *, can_play: bool) -> None:
        video_id = item.video.id
        playing = self._pool.is_playing(video_id)
        face = face_of(CardAction.OPEN if item.plays_elsewhere else CardAction.PLAY, playing)
        self._play.show_action(face.icon, face.text)
        active = video_id in self._pool.active_ids()
        if active:
            self._bar.show_for(video_id)
        self._bar.setVisible(active)
        if active and playing and self._play.hasFocus():
            # The keyboard stays where it pressed play.
            self._bar.toggle.setFocus()
        self._play.setVisible(can_play and not playing)

    def show_position(self) -> None:
        """Follow the clip's position."""
        if self._item is not None and not self._bar.isHidden():
            self._bar.show_position()

    def resizeEvent(self, event: QEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        # On a narrow card they would lie over its badge: it has its height instead.
        step = _SMALL + _BETWEEN
        across, down = (0, step) if width < _NARROW and height > _COLUMN else (-step, 0)
        left, top = width - _EDGE - _SMALL, _EDGE
        # What destroys is farthest from what is pressed most.
        buttons = (self._favourite, self._more, self._save, self._continue, self._delete)
        for button in buttons:
            if not button.isHidden():
                button.move(left, top)
                left, top = left + across, top + down
        for large in (self._play, self._fetch):
            large.move((width - _LARGE) // 2, (height - _LARGE) // 2)
        self._bar.setGeometry(0, height - 2 * BAR_HEIGHT, width, 2 * BAR_HEIGHT)
        low = height - _EDGE
        if self._item is not None and self._item.video.state is VideoState.RESERVED:
            # Its progress stands at the bottom.
            low -= self.fontMetrics().height() + _EDGE + 4
        self._arrange_texts(low)

    def _arrange_texts(self, low: int) -> None:
        left = _EDGE + 2
        for label in self._texts.values():
            if not label.isHidden():
                size = label.sizeHint()
                room = max(40, self.width() - left - _EDGE)
                label.resize(min(size.width(), room), size.height())
                label.move(left, low - size.height())
                left += label.width() + _BETWEEN

    def _request(self, action: CardAction) -> None:
        if self._item is not None:
            self.actionRequested.emit(self._item.video.id, action.value)

    def _start_drag(self) -> None:
        if self._item is not None:
            self.dragStarted.emit(self._item.video.id)

    def _open_menu(self) -> None:
        if self._item is not None:
            below = self._more.mapToGlobal(QPoint(0, self._more.height() + 4))
            self.menuRequested.emit(self._item.video.id, below)
