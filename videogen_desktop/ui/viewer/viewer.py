"""One video over the whole window: large, with everything known of it, and the next one."""

from collections.abc import Callable, Collection, Mapping
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.errors import VideoNotFoundError
from videogen_desktop.domain.events import (
    DownloadProgressed,
    Event,
    ReadingTrouble,
    VideoChanged,
    VideoRemoved,
)
from videogen_desktop.domain.video import LibraryItem, VideoDetails
from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.gallery import row_words
from videogen_desktop.ui.gallery.actions import CardAction, actions_for
from videogen_desktop.ui.library.follow_up_presenter import FramePlace
from videogen_desktop.ui.shortcuts.table import Command, Place, bindings, command_of, digit_of
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.viewer.details_panel import DetailsPanel
from videogen_desktop.ui.viewer.details_presenter import DetailsPresenter, RecordCheck
from videogen_desktop.ui.viewer.playback import Playback
from videogen_desktop.ui.viewer.player_view import PlayerView
from videogen_desktop.ui.viewer.settling_presenter import SettlingPresenter
from videogen_desktop.ui.viewer.window_cover import WindowCover

# The user goes on with the prompt in the composer, or with the video's new card.
_LEAVING = (CardAction.REUSE, CardAction.RETRY)
_SHORT_MS, _LONG_MS = 1_000, 3_000
_LOUDER = 0.05
_TENTHS = 10
Act = Callable[[], None]


def player_acts(playback: Playback) -> dict[Command, Act]:
    """What each command does to the player; which tenth of it, only the key says."""
    return {
        Command.PLAY: playback.toggle,
        Command.SECOND_BACK: lambda: playback.skip(-_SHORT_MS),
        Command.SECOND_ON: lambda: playback.skip(_SHORT_MS),
        Command.JUMP_BACK: lambda: playback.skip(-_LONG_MS),
        Command.JUMP_ON: lambda: playback.skip(_LONG_MS),
        Command.FRAME_BACK: lambda: playback.step(-1),
        Command.FRAME_ON: lambda: playback.step(1),
        Command.SLOWER: lambda: playback.tuning.change_speed(-1),
        Command.FASTER: lambda: playback.tuning.change_speed(1),
        Command.TO_START: lambda: playback.seek(0),
        Command.TO_END: lambda: playback.seek(playback.duration),
        Command.MUTE: lambda: playback.tuning.set_muted(not playback.tuning.is_muted),
        Command.REPEAT: lambda: playback.set_looping(not playback.is_looping),
        Command.LOUDER: lambda: playback.tuning.set_volume(playback.tuning.volume + _LOUDER),
        Command.QUIETER: lambda: playback.tuning.set_volume(playback.tuning.volume - _LOUDER),
    }


class VideoOrder(Protocol):
    """The order in which the viewer shows videos. Main thread."""

    def next_id(self, video_id: str) -> str | None: ...

    def previous_id(self, video_id: str) -> str | None: ...

    def place_of(self, video_id: str) -> tuple[int, int] | None:
        """Which one of how many, counted from one; None for a video that is not shown."""
        ...

    def item(self, video_id: str) -> LibraryItem | None:
        """What is known without asking."""
        ...


class Viewer(QWidget):
    """Follows the engine and obeys the user. Fills `host` while it is open, and hides `covered`.
    Main thread.

    `actionRequested` carries a video id and a CardAction value, as the gallery's does; `closed`
    the id that was shown last. `close_down` must be called before the window goes.
    """

    actionRequested = Signal(str, str)
    noticeGiven = Signal(str, object)  # text, None
    problemFound = Signal(object)  # BaseException
    frameRequested = Signal(object, object, object)  # LibraryItem, ms | None, FramePlace | None
    continueRequested = Signal(object)  # LibraryItem
    opened = Signal()
    closed = Signal(str)

    def __init__(
        self,
        bridge: EngineBridge,
        order: VideoOrder,
        tokens: Tokens,
        host: QWidget,
        covered: QWidget,
        playback: Playback | None = None,
    ) -> None:
        super().__init__(host)
        self._order = order
        self._item: LibraryItem | None = None
        self._video_id: str | None = None
        self._neighbours: tuple[str | None, str | None] = (None, None)
        self.playback = playback or Playback()
        self.playback.setParent(self)
        self.player_view = PlayerView(self.playback, tokens, self)
        self.panel = DetailsPanel(tokens, self)
        self._cover = WindowCover(self, self.player_view, self.panel, host, covered)
        self.details = DetailsPresenter(bridge, self)
        self.settling = SettlingPresenter(bridge, self.player_view.card.choices, self)
        self._record_check = RecordCheck(self.details, self.player_view.card, self)
        self._keys = bindings(Place.VIEWER)
        self._acts = player_acts(self.playback) | self._own_acts()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        self._connect_engine()
        self._connect_controls()
        self._retranslate()

    def _connect_engine(self) -> None:
        details, settling = self.details, self.settling
        details.gone.connect(self._gone)
        details.detailsArrived.connect(self._show_details)
        details.familyArrived.connect(self.panel.show_family)
        self.panel.inputs.thumbnailWanted.connect(details.ask_thumbnail)
        details.thumbnailArrived.connect(self.panel.inputs.show_thumbnail)
        details.failed.connect(self.problemFound)
        details.checked.connect(settling.ask_for_hint)
        self._record_check.problemFound.connect(self.problemFound)
        settling.videoRequested.connect(self.open_video)
        settling.problemFound.connect(self.problemFound)
        settling.noticeGiven.connect(self.noticeGiven)

    def _connect_controls(self) -> None:
        player_view, cover = self.player_view, self._cover
        player_view.previous.clicked.connect(self.show_previous)
        player_view.next.clicked.connect(self.show_next)
        player_view.bar.closeRequested.connect(self.close_viewer)
        player_view.bar.detailsRequested.connect(cover.toggle_details)
        player_view.bar.actionRequested.connect(self._act)
        player_view.card.actionRequested.connect(self._act)
        self.panel.family.videoRequested.connect(self.open_video)
        player_view.card.checkRequested.connect(self.check_again)
        player_view.controls.fullScreenRequested.connect(cover.toggle_full_screen)
        player_view.controls.frameRequested.connect(self._use_frame)
        player_view.canvas.doubleClicked.connect(cover.toggle_full_screen)
        player_view.canvas.dragStarted.connect(self._drag)

    # --- opening and closing ---------------------------------------------------------------

    @property
    def video_id(self) -> str | None:
        """The video that is shown; None while the viewer is closed."""
        return self._video_id

    @property
    def item(self) -> LibraryItem | None:
        """What is known of it."""
        return self._item

    @Slot(str)
    def open_video(self, video_id: str) -> None:
        """Cover the window with this video."""
        is_opening = self._video_id is None
        if is_opening:
            self._cover.cover()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_video(video_id)
        if is_opening:
            # Whoever hears of it asks what is in front: it is this video from now on.
            self.opened.emit()

    @Slot()
    def close_viewer(self) -> None:
        """Let the clip go and give the window back; the focus returns to where it was."""
        video_id, self._video_id = self._video_id, None
        if video_id is None:
            return
        self._item = None
        self._neighbours = (None, None)
        self.details.look_at(None)
        self.player_view.release()
        self.settling.look_at(None)
        self.panel.show_item(None)
        self._cover.uncover()
        self.closed.emit(video_id)

    @Slot(object)
    def leave_deleted(self, video_ids: Collection[str]) -> None:
        """These have just been deleted: show another one, and hold no file of theirs."""
        if self._video_id in video_ids:
            self._leave_video()

    def close_down(self) -> None:
        """The window goes; idempotent."""
        self.details.look_at(None)
        self.settling.look_at(None)
        self.panel.family.close_down()
        self.playback.abandon()

    def _show_video(self, video_id: str) -> None:
        self._video_id = video_id
        self._show_item(self._order.item(video_id), is_new=True)
        self.details.look_at(video_id)
        if self._item is not None:
            announce(self, row_words.accessible_name(self._item))

    def _show_item(self, item: LibraryItem | None, *, is_new: bool = False) -> None:
        self._item = item
        video_id = self._video_id or ""
        self._neighbours = self._order.previous_id(video_id), self._order.next_id(video_id)
        before, after = self._neighbours
        self.player_view.set_neighbours(before is not None, after is not None)
        self.player_view.bar.show_item(item, self._order.place_of(video_id))
        if is_new or item is not None:
            self.player_view.show_item(item)
            self.panel.show_item(item)
            self.settling.look_at(item)

    # --- the next and the one before -------------------------------------------------------

    @Slot()
    def show_next(self) -> None:
        self._show_neighbour(self._order.next_id(self._video_id or ""))

    @Slot()
    def show_previous(self) -> None:
        self._show_neighbour(self._order.previous_id(self._video_id or ""))

    def _show_neighbour(self, video_id: str | None) -> None:
        if video_id is not None:
            self._show_video(video_id)

    @Slot()
    def _gone(self) -> None:
        if self._item is None:
            # Asked for from elsewhere, as from the statement: nothing has been seen of it.
            self.problemFound.emit(VideoNotFoundError(self._video_id or ""))
        self._leave_video()

    def _leave_video(self) -> None:
        """The video is gone: on to the next one, or the one before, or back to the gallery."""
        before, after = self._neighbours
        self.player_view.release()
        for neighbour in (after, before):
            if neighbour is not None and self._order.place_of(neighbour) is not None:
                self._show_video(neighbour)
                return
        self.close_viewer()

    # --- what the engine says --------------------------------------------------------------

    @Slot(object)
    def apply(self, event: Event) -> None:
        """Follow one event, after the gallery's model has."""
        if self._video_id is None:
            return
        if isinstance(event, VideoChanged) and event.item.video.id == self._video_id:
            self._change(event.item)
        elif isinstance(event, VideoChanged) and self.panel.family.concerns(event.item.video):
            self.details.refresh()
        elif isinstance(event, VideoRemoved) and event.video_id == self._video_id:
            self._leave_video()
        elif isinstance(event, VideoRemoved) and self.panel.family.has(event.video_id):
            self.details.refresh()
        elif isinstance(event, DownloadProgressed) and event.video_id == self._video_id:
            self.player_view.card.show_download(event.received, event.total)
        elif isinstance(event, ReadingTrouble) and event.video_id == self._video_id:
            self.player_view.card.refresh()

    def _change(self, item: LibraryItem) -> None:
        known = self._item
        if known is not None and item.video.revision < known.video.revision:
            return
        moved = known is not None and known.video.state is not item.video.state
        self._show_item(item)
        self.details.refresh()
        if moved:
            announce(self, row_words.accessible_name(item))

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
            self._record_check.check(self._item.video)

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

    @Slot(object)
    def _use_frame(self, place: FramePlace | None = None) -> None:
        """What is shown now; without a place where a video begins."""
        if self._item is not None:
            # It stays what was seen when the key was pressed.
            self.playback.pause()
            self.frameRequested.emit(self._item, self.playback.shown_frame, place)

    @Slot()
    def _drag(self) -> None:
        """The clip, as a file for another program."""
        item = self._item
        if item is None or item.clip is None:
            return
        from videogen_desktop.ui.export.clip_data import drag_clips

        drag_clips(self.player_view.canvas, [item.clip], item.poster)

    def _continue(self) -> None:
        if self._item is not None:
            self.continueRequested.emit(self._item)

    def _act_if_possible(self, action: CardAction) -> None:
        if self._item is not None and action in actions_for(self._item):
            self._act(action.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._cover.is_full_screen:
            self.player_view.wake()
        command = command_of(event, self._keys)
        if command is None:
            super().keyPressEvent(event)
        elif command is Command.TO_TENTH:
            self.playback.seek(self.playback.duration * digit_of(event) // _TENTHS)
        else:
            self._acts[command]()

    def _own_acts(self) -> dict[Command, Act]:
        return {
            Command.STEP_OUT: self._step_out,
            Command.FULL_SCREEN: self._cover.toggle_full_screen,
            Command.DETAILS: self._cover.toggle_details,
            Command.NEXT_VIDEO: self.show_next,
            Command.PREVIOUS_VIDEO: self.show_previous,
            Command.USE_FRAME: self._use_frame,
            Command.CONTINUE: self._continue,
            Command.COMPARE: self.panel.family.compare,
            Command.FAVOURITE: lambda: self._act_if_possible(CardAction.FAVOURITE),
            Command.RENAME: lambda: self._act_if_possible(CardAction.RENAME),
            Command.COPY_FILE: lambda: self._act(CardAction.COPY_FILE.value),
            Command.COPY_PROMPT: lambda: self._act(CardAction.COPY.value),
            Command.SAVE: lambda: self._act_if_possible(CardAction.SAVE),
            Command.DELETE: lambda: self._act_if_possible(CardAction.DELETE),
        }

    def _step_out(self) -> None:
        if self._cover.is_full_screen:
            self._cover.set_full_screen(False)
        else:
            self.close_viewer()

    # --- looks -----------------------------------------------------------------------------

    def set_tokens(self, tokens: Tokens) -> None:
        """Another theme."""
        self.player_view.bar.set_tokens(tokens)
        self.panel.set_tokens(tokens)

    def set_usual_ms(self, usual_ms: Mapping[str, int]) -> None:
        """How long each model usually takes, by its id."""
        self.player_view.card.usual_ms = usual_ms

    def _retranslate(self) -> None:
        self.setAccessibleName(QCoreApplication.translate("Viewer", "Video viewer"))
        self.player_view.retranslate()
        self.panel.refresh()
        if self._video_id is not None:
            self.player_view.bar.show_item(self._item, self._order.place_of(self._video_id))

    # --- Qt --------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._cover.arrange()
