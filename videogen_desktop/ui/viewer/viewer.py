"""One video over the whole window: large, with everything known of it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.details import VideoDetails
from videogen_desktop.domain.events import (
    DownloadProgressed,
    Event,
    ReadingTrouble,
    VideoChanged,
    VideoRemoved,
)
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.asks import Asks
from videogen_desktop.ui.gallery import accessible_wording
from videogen_desktop.ui.gallery.actions import CardAction, actions_for
from videogen_desktop.ui.shortcuts.table import Command, Place, bindings, command_of
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.viewer.checking import Checking
from videogen_desktop.ui.viewer.keys import Act, player_acts, to_tenth
from videogen_desktop.ui.viewer.leafing_page import LeafingPage
from videogen_desktop.ui.viewer.order import VideoOrder
from videogen_desktop.ui.viewer.playback import Playback

# The user goes on with the prompt in the composer, or with the video's new card.
_LEAVING = (CardAction.REUSE, CardAction.RETRY)


class Viewer(LeafingPage):
    """Follows the engine and obeys the user. Main thread.

    `actionRequested` carries a video id and a CardAction value, as the gallery's does.
    """

    actionRequested = Signal(str, str)
    noticeGiven = Signal(str, object)  # text, None

    def __init__(
        self,
        bridge: Asks,
        order: VideoOrder,
        tokens: Tokens,
        host: QWidget,
        covered: QWidget,
        playback: Playback | None = None,
    ) -> None:
        super().__init__(bridge, order, tokens, host, covered, playback)
        self._checking = Checking(self._examination, self.stage.card, self)
        self._keys = bindings(Place.VIEWER)
        self._acts = player_acts(self.playback) | self._own_acts()
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        stage, examination = self.stage, self._examination
        examination.detailsArrived.connect(self._show_details)
        examination.failed.connect(self.problemFound)
        self._checking.problemFound.connect(self.problemFound)
        examination.checked.connect(self._settlement.ask_for_hint)
        self._settlement.problemFound.connect(self.problemFound)
        self._settlement.noticeGiven.connect(self.noticeGiven)
        stage.bar.detailsRequested.connect(self.toggle_details)
        stage.bar.actionRequested.connect(self._act)
        stage.card.actionRequested.connect(self._act)
        stage.card.checkRequested.connect(self.check_again)
        stage.controls.fullScreenRequested.connect(self.toggle_full_screen)
        stage.canvas.doubleClicked.connect(self.toggle_full_screen)

    # --- what the engine says --------------------------------------------------------------

    def apply(self, event: Event) -> None:
        """Follow one event, after the gallery's model has."""
        if self._video_id is None:
            return
        if isinstance(event, VideoChanged) and event.item.video.id == self._video_id:
            self._change(event.item)
        elif isinstance(event, VideoRemoved) and event.video_id == self._video_id:
            self._leaf_away()
        elif isinstance(event, DownloadProgressed) and event.video_id == self._video_id:
            self.stage.card.show_download(event.received, event.total)
        elif isinstance(event, ReadingTrouble) and event.video_id == self._video_id:
            self.stage.card.refresh()

    def _change(self, item: LibraryItem) -> None:
        known = self._item
        if known is not None and item.video.revision < known.video.revision:
            return
        moved = known is not None and known.video.state is not item.video.state
        self._show_item(item)
        self._examination.refresh()
        if moved:
            announce(self, accessible_wording.name(item))

    @Slot(object)
    def _show_details(self, details: VideoDetails) -> None:
        known = self._item
        if known is None or details.item.video.revision >= known.video.revision:
            self._show_item(details.item)
        self.panel.show_details(details)

    @Slot()
    def check_again(self) -> None:
        """Read the provider's record now."""
        if self._item is not None:
            self._checking.check(self._item.video)

    # --- what the user asks for ------------------------------------------------------------

    @Slot(str)
    def _act(self, action: str) -> None:
        video_id = self._video_id
        if video_id is None:
            return
        if action in _LEAVING:
            self.close_viewer()
        elif action == CardAction.OPEN:
            self.playback.pause()
        self.actionRequested.emit(video_id, action)

    def _act_if_possible(self, action: CardAction) -> None:
        if self._item is not None and action in actions_for(self._item):
            self._act(action.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._full_screen:
            self.stage.wake()
        command = command_of(event, self._keys)
        if command is None:
            super().keyPressEvent(event)
        elif command is Command.TO_TENTH:
            to_tenth(self.playback, event.key())
        else:
            self._acts[command]()

    def _own_acts(self) -> dict[Command, Act]:
        return {
            Command.STEP_OUT: self._step_out,
            Command.FULL_SCREEN: self.toggle_full_screen,
            Command.DETAILS: self.toggle_details,
            Command.NEXT_VIDEO: self.show_next,
            Command.PREVIOUS_VIDEO: self.show_previous,
            Command.FAVOURITE: lambda: self._act_if_possible(CardAction.FAVOURITE),
            Command.SAVE: lambda: self._act_if_possible(CardAction.SAVE),
            Command.DELETE: lambda: self._act_if_possible(CardAction.DELETE),
        }

    def _step_out(self) -> None:
        if self._full_screen:
            self._set_full_screen(False)
        else:
            self.close_viewer()
