"""Joins the viewer to its window, the gallery and the settings; made when it is first needed."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.video import LibraryItem, VideoDetails
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.library.library_presenter import LibraryPresenter
from videogen_desktop.ui.library.title_presenter import TitlePlace
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.viewer.playback import Playback
from videogen_desktop.ui.viewer.viewer import Viewer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from videogen_desktop.services.wallet_engine import WalletEngine
    from videogen_desktop.ui.compare.joint_playback import JointPlayback
    from videogen_desktop.ui.library.follow_up_presenter import FramePlace

# A volume slider that is dragged is written once.
_WRITE_AFTER_MS = 1_000


class GalleryOrder:
    """The order of the cards, whatever the gallery shows at the moment."""

    def __init__(self, model: GalleryModel) -> None:
        self._model = model

    def next_id(self, video_id: str) -> str | None:
        return self._neighbour(video_id, 1)

    def previous_id(self, video_id: str) -> str | None:
        return self._neighbour(video_id, -1)

    def place_of(self, video_id: str) -> tuple[int, int] | None:
        row = self._model.row_of(video_id)
        return None if row is None else (row + 1, self._model.rowCount())

    def item(self, video_id: str) -> LibraryItem | None:
        return self._model.item(video_id)

    def _neighbour(self, video_id: str, step: int) -> str | None:
        row = self._model.row_of(video_id)
        return None if row is None else self._model.id_at(row + step)


class VolumeMemory(QObject):
    """The volume survives a restart: what plays and the settings' `volume_percent` in step.
    Main thread."""

    def __init__(
        self,
        bridge: EngineBridge,
        playback: "Playback | JointPlayback",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._playback = playback
        self._known: int | None = None
        self._due = QTimer(self, singleShot=True, interval=_WRITE_AFTER_MS)
        self._due.timeout.connect(self.write)
        bridge.ask(_volume_percent, self._apply, self._ignore)

    @Slot()
    def write(self) -> None:
        """Write it now, if it has changed."""
        self._due.stop()
        percent = self._percent()
        if self._known is not None and percent != self._known:
            self._known = percent
            self._bridge.ask(
                lambda engine: engine.preferences.change(volume_percent=percent),
                failed=self._ignore,
            )

    def _apply(self, percent: int) -> None:
        self._playback.tuning.set_volume(percent / 100)
        self._known = self._percent()
        self._playback.changed.connect(self._notice)

    @Slot()
    def _notice(self) -> None:
        if self._percent() != self._known:
            self._due.start()

    def _percent(self) -> int:
        return round(self._playback.tuning.volume * 100)

    def _ignore(self, _error: BaseException) -> None:
        # Nobody needs to hear that a volume was not kept.
        return


async def _volume_percent(engine: "WalletEngine") -> int:
    return engine.preferences.settings.volume_percent


class ViewerPresenter(QObject):
    """Main thread. `opened` and `closed` frame the time in which the viewer covers the window."""

    problemFound = Signal(object)  # BaseException
    noticeGiven = Signal(str, object)  # text, None
    opened = Signal()
    closed = Signal()

    def __init__(
        self,
        bridge: EngineBridge,
        library: LibraryPresenter,
        tokens: Tokens,
        window: QWidget,
        covered: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = library
        self.viewer = Viewer(bridge, GalleryOrder(library.model), tokens, window, covered)
        self._volume = VolumeMemory(bridge, self.viewer.playback, self)
        # After the gallery, which was made before: the viewer asks its model.
        bridge.eventArrived.connect(self.viewer.apply)
        # The cards' own signal: the viewer asks for the same things.
        self.viewer.actionRequested.connect(library.view.actionRequested)
        self.viewer.player_view.bar.is_copying = library.copies.is_copying
        self.viewer.player_view.bar.add_follow_ups = library.follow_ups.add_lines
        self.viewer.player_view.controls.frame_places = self._frame_places
        self.viewer.panel.money.price_row = library.follow_ups.price_row
        self.viewer.frameRequested.connect(library.follow_ups.use_frame)
        self.viewer.continueRequested.connect(library.follow_ups.continue_clip)
        self.viewer.panel.family.compareRequested.connect(self._compare)
        self.viewer.player_view.copy_note.cancelRequested.connect(library.copies.cancel_all)
        self.viewer.player_view.card.trouble_of = library.model.trouble
        library.copies.progressed.connect(self._show_copying)
        library.deletion.begun.connect(self.viewer.leave_deleted)
        self.viewer.problemFound.connect(self.problemFound)
        self.viewer.noticeGiven.connect(self.noticeGiven)
        self.viewer.opened.connect(self.opened)
        self.viewer.closed.connect(self._return_to)
        self.viewer.details.detailsArrived.connect(self._see)
        library.title_in_viewer = self._title_place
        self._watched: str | None = None
        self.viewer.playback.changed.connect(self._follow_player)

    @property
    def is_open(self) -> bool:
        return self.viewer.video_id is not None

    @Slot(str)
    def show(self, video_id: str) -> None:
        self.viewer.set_usual_ms(self._library.usual_ms)
        self.viewer.open_video(video_id)

    def leave_wallet(self) -> None:
        """Give the window back."""
        self.viewer.close_viewer()

    def set_tokens(self, tokens: Tokens) -> None:
        self.viewer.set_tokens(tokens)

    def close_down(self) -> None:
        """The window goes; idempotent."""
        self._volume.write()
        self.viewer.close_down()

    @Slot()
    def _follow_player(self) -> None:
        """A clip that is watched is counted, as those in the cards are."""
        playback, video_id = self.viewer.playback, self.viewer.video_id
        if self._watched is not None and self._watched != video_id:
            self._library.plays.leave(self._watched)
        self._watched = video_id
        if video_id is not None:
            plays = playback.is_playing and not playback.is_loading
            self._library.plays.follow(video_id, plays=plays, has_ended=playback.at_end)

    @Slot(object)
    def _see(self, details: VideoDetails) -> None:
        self._library.seen.watch(details.item)

    def _title_place(self) -> TitlePlace | None:
        bar, item = self.viewer.player_view.bar, self.viewer.item
        if item is None:
            return None
        return TitlePlace(item, bar, bar.title.geometry(), self.viewer)

    def _frame_places(self) -> "Sequence[FramePlace]":
        item = self.viewer.item
        return () if item is None else self._library.follow_ups.places(item)

    @Slot(object)
    def _compare(self, video_ids: tuple[str, ...]) -> None:
        """Its player goes first: those that compare are four at most, and no other is alive."""
        compare = self._library.compareRequested.emit
        back = self.viewer.video_id
        if not video_ids:
            compare((), back)
            return
        self.viewer.playback.released.connect(
            partial(compare, video_ids, back), Qt.ConnectionType.SingleShotConnection
        )
        self.viewer.close_viewer()

    @Slot(int, int, int)
    def _show_copying(self, done: int, total: int, percent: int) -> None:
        self.viewer.player_view.copy_note.show_copying(done, total, percent)
        self.viewer.player_view.bar.refresh()

    @Slot(str)
    def _return_to(self, video_id: str) -> None:
        self._library.view.select_video(video_id)
        self._library.view.setFocus()
        self.closed.emit()
