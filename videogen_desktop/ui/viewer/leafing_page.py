"""One video after the other over the whole window, and what is shown of each."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.errors import VideoNotFoundError
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.asks import Asks
from videogen_desktop.ui.gallery import accessible_wording
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.viewer import wording
from videogen_desktop.ui.viewer.examination import Examination
from videogen_desktop.ui.viewer.order import VideoOrder
from videogen_desktop.ui.viewer.playback import Playback
from videogen_desktop.ui.viewer.settlement import Settlement
from videogen_desktop.ui.viewer.viewer_page import ViewerPage


class LeafingPage(ViewerPage):
    """Opens, leafs and closes. Main thread. `closed` carries the id that was shown last.

    `close_down` must be called before the window goes.
    """

    problemFound = Signal(object)  # BaseException
    opened = Signal()
    closed = Signal(str)

    def __init__(
        self,
        bridge: Asks,
        order: VideoOrder,
        tokens: Tokens,
        host: QWidget,
        covered: QWidget,
        playback: Playback | None = None,
    ) -> None:
        super().__init__(playback or Playback(), tokens, host, covered)
        self._order = order
        self._item: LibraryItem | None = None
        self._video_id: str | None = None
        self._neighbours: tuple[str | None, str | None] = (None, None)
        self._examination = Examination(bridge, self)
        self._settlement = Settlement(bridge, self.stage.card.choices, self)
        self._examination.gone.connect(self._gone)
        self._settlement.videoRequested.connect(self.open_video)
        self.stage.previous.clicked.connect(self.show_previous)
        self.stage.next.clicked.connect(self.show_next)
        self.stage.bar.closeRequested.connect(self.close_viewer)

    # --- opening and closing ---------------------------------------------------------------

    @property
    def video_id(self) -> str | None:
        """The video that is shown; None while the viewer is closed."""
        return self._video_id

    @Slot(str)
    def open_video(self, video_id: str) -> None:
        """Cover the window with this video."""
        is_opening = self._video_id is None
        if is_opening:
            self._cover()
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
        self._examination.look_at(None)
        self.stage.let_go()
        self._settlement.look_at(None)
        self.panel.show_item(None)
        self._uncover()
        self.closed.emit(video_id)

    @Slot(object)
    def let_go_of(self, video_ids: Collection[str]) -> None:
        """These have just been deleted: show another one, and hold no file of theirs."""
        if self._video_id in video_ids:
            self._leaf_away()

    def close_down(self) -> None:
        """The window goes; idempotent."""
        self._examination.look_at(None)
        self._settlement.look_at(None)
        self.playback.abandon()

    def _show_video(self, video_id: str) -> None:
        self._video_id = video_id
        self._show_item(self._order.item(video_id), is_new=True)
        self._examination.look_at(video_id)
        if self._item is not None:
            announce(self, accessible_wording.name(self._item))

    def _show_item(self, item: LibraryItem | None, *, is_new: bool = False) -> None:
        self._item = item
        video_id = self._video_id or ""
        self._neighbours = self._order.previous_id(video_id), self._order.next_id(video_id)
        before, after = self._neighbours
        self.stage.set_neighbours(before is not None, after is not None)
        self.stage.bar.show_item(item, self._order.place_of(video_id))
        if is_new or item is not None:
            self.stage.show_item(item)
            self.panel.show_item(item)
            self._settlement.look_at(None if item is None else item.video)

    # --- leafing ---------------------------------------------------------------------------

    @Slot()
    def show_next(self) -> None:
        self._leaf(self._order.next_id(self._video_id or ""))

    @Slot()
    def show_previous(self) -> None:
        self._leaf(self._order.previous_id(self._video_id or ""))

    def _leaf(self, video_id: str | None) -> None:
        if video_id is not None:
            self._show_video(video_id)

    @Slot()
    def _gone(self) -> None:
        if self._item is None:
            # Asked for from elsewhere, as from the statement: nothing has been seen of it.
            self.problemFound.emit(VideoNotFoundError(self._video_id or ""))
        self._leaf_away()

    def _leaf_away(self) -> None:
        """The video is gone: on to the next one, or the one before, or back to the gallery."""
        before, after = self._neighbours
        self.stage.let_go()
        for neighbour in (after, before):
            if neighbour is not None and self._order.place_of(neighbour) is not None:
                self._show_video(neighbour)
                return
        self.close_viewer()

    # --- looks -----------------------------------------------------------------------------

    def set_usual_ms(self, usual_ms: Mapping[str, int]) -> None:
        """How long each model usually takes, by its id."""
        self.stage.card.usual_ms = usual_ms

    def _retranslate(self) -> None:
        self.setAccessibleName(wording.viewer_name())
        self.stage.retranslate()
        self.panel.refresh()
        if self._video_id is not None:
            self.stage.bar.show_item(self._item, self._order.place_of(self._video_id))

    # --- Qt --------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
