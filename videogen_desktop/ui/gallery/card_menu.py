"""A card's actions as a menu: by right click, by the menu key and behind the three dots."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery.actions import (
    CardAction,
    actions_for,
    face_of,
    favourite_face,
)
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

_FOR_MANY = (CardAction.SAVE, CardAction.FAVOURITE, CardAction.COLLECT, CardAction.DELETE)


def card_menu(
    parent: QWidget,
    item: LibraryItem,
    playing: bool,
    tokens: Tokens,
    act: Callable[[CardAction], None],
) -> QMenu:
    """Everything that makes sense for the card now; `act` is told what was chosen."""
    menu = QMenu(parent)
    for action in actions_for(item):
        face = face_of(action, playing)
        if action is CardAction.FAVOURITE:
            face = favourite_face(item.video.favourite)
        if action is CardAction.DELETE:
            menu.addSeparator()
        colour = tokens.danger if action is CardAction.DELETE else tokens.text
        line = menu.addAction(themed_icon(face.icon, colour), face.text)
        line.triggered.connect(partial(_chosen, act, action))
    return menu


def selection_menu(
    parent: QWidget, count: int, tokens: Tokens, act: Callable[[CardAction], None]
) -> QMenu:
    """What can be done with everything that is selected."""
    menu = QMenu(parent)
    for action in _FOR_MANY:
        colour = tokens.danger if action is CardAction.DELETE else tokens.text
        if action is CardAction.DELETE:
            menu.addSeparator()
        face = face_of(action)
        line = menu.addAction(themed_icon(face.icon, colour), many_text(action, count))
        line.triggered.connect(partial(_chosen, act, action))
    return menu


def many_text(action: CardAction, count: int) -> str:
    """The action as a button for `count` selected videos."""
    if action is CardAction.DELETE:
        #: vi: Xóa %n video
        return QCoreApplication.translate("Gallery", "Delete %n videos", None, count)
    if action is CardAction.SAVE:
        #: vi: Tải xuống %n video…
        return QCoreApplication.translate("Gallery", "Download %n videos…", None, count)
    return face_of(action).text


def _chosen(act: Callable[[CardAction], None], action: CardAction, _checked: bool = False) -> None:
    act(action)
