"""Acting on cards: by key, by menu, by button and by dragging them out."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery.actions import (
    COMPARABLE,
    FIRST_OF_PART,
    FOR_MANY,
    MADE_ANEW,
    CardAction,
    actions_for,
    can_be_fetched,
    face_of,
    favourite_face,
    many_text,
    seen_face,
)
from videogen_desktop.ui.gallery.grid_view import GridView
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.gallery.stack_cards import add_stack_lines
from videogen_desktop.ui.gallery.visible_cards import VisibleCards
from videogen_desktop.ui.player.pool import PlayerPool
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.ui.shortcuts.table import Command

# A drag carries no more files than a person means to drop.
_MOST_DRAGGED = 200
AddFollowUps = Callable[[QMenu, LibraryItem, Tokens], None]


def _nothing_follows(_menu: QMenu, _item: LibraryItem, _tokens: Tokens) -> None:
    return None


class CardCommands(QObject):
    """Playing, selecting and dragging are done here; the rest is asked for.

    `actionRequested` carries a video id and a CardAction value, `bulkRequested` an action for
    everything that is selected. Main thread.
    """

    actionRequested = Signal(str, str)
    bulkRequested = Signal(str)
    zoomRequested = Signal(int)  # steps larger or smaller; 0 is the usual size
    dayRequested = Signal()  # to go to another day

    def __init__(
        self, view: GridView, model: GalleryModel, pool: PlayerPool, cards: VisibleCards
    ) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._pool = pool
        self._cards = cards
        self._keys: dict[int, Command] = {}
        # What can be made of the clip, as further lines of its menu.
        self.add_follow_ups: AddFollowUps = _nothing_follows

    def toggle_playing(self, video_id: str) -> None:
        """Play the card's clip inside the card, or pause it; what nothing here decodes goes to
        the system's player."""
        item = self._model.item(video_id)
        if item is None or item.clip is None:
            return
        if item.plays_elsewhere:
            self.actionRequested.emit(video_id, CardAction.OPEN.value)
        elif self._pool.is_playing(video_id):
            self._pool.pause(video_id)
        else:
            self._pool.play(video_id, item.clip)

    @Slot(str, str)
    def act(self, video_id: str, action: str) -> None:
        """Do it, or ask for it."""
        if action == CardAction.PLAY:
            self.toggle_playing(video_id)
        elif action == CardAction.SELECT:
            index = self._model.index(self._model.row_of(video_id) or 0)
            selection = self._view.selectionModel()
            selection.select(index, selection.SelectionFlag.Toggle)
        else:
            self.actionRequested.emit(video_id, action)

    # --- stacks ------------------------------------------------------------------------------

    def toggle_stack(self, video_id: str) -> None:
        """Open the stack that the card is or belongs to, or close it on the take that it shows."""
        stack = self._model.stack_of(video_id)
        if stack is None:
            return
        takes = [take for take in stack.takes if self._model.row_of(take) is not None]
        was_there = self._current_id() in takes
        self._model.toggle_stack(video_id)
        shown = next((take for take in takes if self._model.row_of(take) is not None), None)
        row = None if shown is None else self._model.row_of(shown)
        if was_there and row is not None and stack.is_open:
            self._view.setCurrentIndex(self._model.index(row))

    def select_takes(self, video_id: str) -> None:
        """All takes of the card's stack, which is open from then on: nothing is done to a card
        that nobody sees."""
        stack = self._model.stack_of(video_id)
        if stack is None:
            return
        if not stack.is_open:
            self._model.toggle_stack(video_id)
        selection = QItemSelection()
        for row in map(self._model.row_of, stack.takes):
            if row is not None:
                selection.select(self._model.index(row), self._model.index(row))
        model = self._view.selectionModel()
        model.select(selection, model.SelectionFlag.ClearAndSelect)

    def compare_takes(self, video_id: str) -> None:
        """Ask for the takes of the card's stack side by side."""
        self.select_takes(video_id)
        self.bulkRequested.emit(CardAction.COMPARE.value)

    # --- menus -----------------------------------------------------------------------------

    @Slot(str, QPoint)
    def open_menu(self, video_id: str, where: QPoint) -> None:
        """At a global position."""
        menu = self.card_menu(video_id)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(where)

    def card_menu(self, video_id: str) -> QMenu | None:
        """The card's actions, or those of the selection that it is a part of; None while nothing
        is known of the card."""
        row, item = self._model.row_of(video_id), self._model.item(video_id)
        if item is None or row is None:
            return None
        view, tokens = self._view, self._cards.tokens
        count = view.selected_count()
        if count > 1 and view.selectionModel().isSelected(self._model.index(row)):
            return selection_menu(
                view, count, tokens, lambda action: self.bulkRequested.emit(action.value)
            )
        playing = self._pool.is_playing(video_id)
        menu = card_menu(
            view,
            item,
            playing,
            tokens,
            lambda action: self.act(video_id, action.value),
            self.add_follow_ups,
        )
        stack = self._model.stack_of(video_id)
        if stack is not None:
            asked = (self.toggle_stack, self.select_takes, self.compare_takes)
            add_stack_lines(menu, stack, tokens, *(partial(ask, video_id) for ask in asked))
        return menu

    # --- keys ------------------------------------------------------------------------------

    def obey_key(self, event: QKeyEvent) -> bool:
        """False for what every list does by itself, and without a card to do it to."""
        from videogen_desktop.ui.shortcuts.table import Place, bindings, command_of

        # At the first key: the first cards do not wait for it.
        if not self._keys:
            self._keys = bindings(Place.CARDS)
        command = command_of(event, self._keys)
        return command is not None and (self._obey(command) or self._obey_for_card(command))

    def _obey(self, command: "Command") -> bool:
        from videogen_desktop.ui.shortcuts.table import Command

        of_cards = {
            Command.SAVE: CardAction.SAVE,
            Command.DELETE: CardAction.DELETE,
            Command.COPY_FILE: CardAction.COPY_FILE,
            Command.COPY_PROMPT: CardAction.COPY,
            Command.RENAME: CardAction.RENAME,
            Command.MARK_SEEN: CardAction.SEEN,
        }
        if command in of_cards:
            self._for_selection_or_card(of_cards[command])
            return True
        match command:
            case Command.LARGER_CARDS:
                self.zoomRequested.emit(1)
            case Command.SMALLER_CARDS:
                self.zoomRequested.emit(-1)
            case Command.USUAL_CARDS:
                self.zoomRequested.emit(0)
            case Command.GO_TO_DAY:
                self.dayRequested.emit()
            case Command.COMPARE if self._view.selected_count() > 1:
                self.bulkRequested.emit(CardAction.COMPARE.value)
            case Command.CLEAR_SELECTION if self._view.selectionModel().hasSelection():
                self._view.selectionModel().clearSelection()
            case _:
                return False
        return True

    def _obey_for_card(self, command: "Command") -> bool:
        from videogen_desktop.ui.shortcuts.table import Command

        video_id = self._current_id()
        if video_id is None:
            return False
        match command:
            case Command.PLAY:
                self.toggle_playing(video_id)
            case Command.STACK:
                self.toggle_stack(video_id)
            case Command.COMPARE:
                self.compare_takes(video_id)
            case Command.MUTE:
                self._pool.set_muted(video_id, not self._pool.is_muted(video_id))
            case Command.VIEW:
                self.act(video_id, CardAction.VIEW.value)
            case Command.FAVOURITE:
                self.act(video_id, CardAction.FAVOURITE.value)
            case Command.CONTINUE:
                self.act(video_id, CardAction.CONTINUE.value)
            case _:
                return False
        return True

    def _for_selection_or_card(self, action: CardAction) -> None:
        if self._view.selected_count() > 1:
            self.bulkRequested.emit(action.value)
            return
        video_id = self._current_id()
        item = None if video_id is None else self._model.item(video_id)
        if video_id is None or item is None:
            return
        # Who copies hears why a video has no file yet: nothing would be pasted otherwise.
        if action in actions_for(item) or action is CardAction.COPY_FILE:
            self.act(video_id, action.value)

    def _current_id(self) -> str | None:
        return self._model.id_at(self._view.currentIndex().row())

    # --- dragging out ----------------------------------------------------------------------

    def drag(self) -> None:
        """Hand the selected clips' files to another program, as copies."""
        items = self.dragged_items()
        taken = self._current_id()
        if items:
            from videogen_desktop.ui.export.clip_data import drag_clips

            posters = [item.poster for item in items if item.video.id == taken]
            clips = [item.clip for item in items if item.clip is not None]
            ids = self._selected_ids() or tuple(item.video.id for item in items)
            drag_clips(self._view, clips, next(iter(posters), items[0].poster), ids)
            return
        item = None if taken is None else self._model.item(taken)
        if taken is not None and item is not None and can_be_fetched(item):
            # The next drag has it.
            self.actionRequested.emit(taken, CardAction.FETCH.value)
        elif ids := self._selected_ids():
            from videogen_desktop.ui.export.clip_data import drag_clips

            # No file for another program, but a place in a collection.
            drag_clips(self._view, (), None if item is None else item.poster, ids)

    def _selected_ids(self) -> tuple[str, ...]:
        found = (self._model.id_at(row) for row in self._view.selected_rows())
        return tuple(video_id for video_id in found if video_id is not None)

    @Slot(str)
    def drag_card(self, video_id: str) -> None:
        """Drag this card, and with it the selection that it is a part of."""
        row = self._model.row_of(video_id)
        if row is None:
            return
        index = self._model.index(row)
        if not self._view.selectionModel().isSelected(index):
            self._view.setCurrentIndex(index)
        self.drag()

    def dragged_items(self) -> tuple[LibraryItem, ...]:
        """The selected videos whose clips are on this machine, in the gallery's order."""
        rows = self._view.selected_rows()[:_MOST_DRAGGED]
        items = (self._model.item_at(row) for row in rows)
        return tuple(item for item in items if item is not None and item.clip is not None)


def card_menu(
    parent: QWidget,
    item: LibraryItem,
    playing: bool,
    tokens: Tokens,
    act: Callable[[CardAction], None],
    add_follow_ups: AddFollowUps = _nothing_follows,
) -> QMenu:
    """Everything that makes sense for the card now; `act` is told what was chosen."""
    menu = QMenu(parent)
    for action in actions_for(item):
        if action in FIRST_OF_PART:
            menu.addSeparator()
        if action in MADE_ANEW:
            add_follow_ups(menu, item, tokens)
        face = face_of(action, playing)
        if action is CardAction.FAVOURITE:
            face = favourite_face(item.video.favourite)
        elif action is CardAction.SEEN:
            face = seen_face(item.video.is_new)
        colour = tokens.danger if action is CardAction.DELETE else tokens.text
        line = menu.addAction(themed_icon(face.icon, colour), face.text)
        line.triggered.connect(partial(_chosen, act, action))
    return menu


def selection_menu(
    parent: QWidget, count: int, tokens: Tokens, act: Callable[[CardAction], None]
) -> QMenu:
    """What can be done with everything that is selected."""
    menu = QMenu(parent)
    for action in FOR_MANY:
        if action is CardAction.COMPARE and count not in COMPARABLE:
            continue
        colour = tokens.danger if action is CardAction.DELETE else tokens.text
        if action in FIRST_OF_PART:
            menu.addSeparator()
        face = face_of(action)
        line = menu.addAction(themed_icon(face.icon, colour), many_text(action, count))
        line.triggered.connect(partial(_chosen, act, action))
    return menu


def _chosen(act: Callable[[CardAction], None], action: CardAction, _checked: bool = False) -> None:
    act(action)
