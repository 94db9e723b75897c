"""The viewer in its window: made when it is first needed, wired to the gallery."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.events import Event
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.library_pane import LibraryPane
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.viewer.order import GalleryOrder
from videogen_desktop.ui.viewer.viewer import Viewer
from videogen_desktop.ui.viewer.volume_memory import VolumeMemory


class ViewerDesk(QObject):
    """Main thread. `opened` and `closed` frame the time in which the viewer covers the window."""

    problemFound = Signal(object)  # BaseException
    noticeGiven = Signal(str, object)  # text, None
    opened = Signal()
    closed = Signal()

    def __init__(
        self,
        bridge: EngineBridge,
        library: LibraryPane,
        tokens: Tokens,
        window: QWidget,
        covered: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = library
        self.viewer = Viewer(bridge, GalleryOrder(library.model), tokens, window, covered)
        self._volume = VolumeMemory(bridge, self.viewer.playback, self)
        # The cards' own signal: the viewer asks for the same things.
        self.viewer.actionRequested.connect(library.view.actionRequested)
        self.viewer.stage.bar.is_copying = library.copies.is_copying
        self.viewer.stage.copy_note.cancelRequested.connect(library.copies.cancel_all)
        self.viewer.stage.card.trouble_of = library.model.trouble
        library.copies.progressed.connect(self._show_copying)
        library.deletion.begun.connect(self.viewer.let_go_of)
        self.viewer.problemFound.connect(self.problemFound)
        self.viewer.noticeGiven.connect(self.noticeGiven)
        self.viewer.opened.connect(self.opened)
        self.viewer.closed.connect(self._return_to)

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

    def apply(self, event: Event) -> None:
        """Follow one event, after the gallery has."""
        self.viewer.apply(event)

    def set_tokens(self, tokens: Tokens) -> None:
        self.viewer.set_tokens(tokens)

    def close_down(self) -> None:
        """The window goes; idempotent."""
        self._volume.write()
        self.viewer.close_down()

    @Slot(int, int, int)
    def _show_copying(self, done: int, total: int, percent: int) -> None:
        self.viewer.stage.copy_note.show_copying(done, total, percent)
        self.viewer.stage.bar.refresh()

    @Slot(str)
    def _return_to(self, video_id: str) -> None:
        self._library.view.select_video(video_id)
        self._library.view.setFocus()
        self.closed.emit()
