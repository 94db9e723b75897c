"""A card's actions as a menu: by right click, by the menu key and behind the three dots."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery.actions import CardAction, actions_for, face_of
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens


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
        if action is CardAction.DELETE:
            menu.addSeparator()
        colour = tokens.danger if action is CardAction.DELETE else tokens.text
        line = menu.addAction(themed_icon(face.icon, colour), face.text)
        line.triggered.connect(partial(_chosen, act, action))
    return menu


def _chosen(act: Callable[[CardAction], None], action: CardAction, _checked: bool = False) -> None:
    act(action)
