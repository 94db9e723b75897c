"""The gallery with its model and players, and what its cards can ask for."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from videogen_desktop.domain.events import Event
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.clip_files import open_clip, reveal_clip
from videogen_desktop.ui.empty_library import EmptyLibrary
from videogen_desktop.ui.gallery.actions import CardAction
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.gallery.view import GalleryView
from videogen_desktop.ui.player.pool import PlayerPool
from videogen_desktop.ui.theme.tokens import Tokens


class LibraryPane(QObject):
    """Built right after the first paint. Main thread only."""

    reuseRequested = Signal(str, object)
    viewRequested = Signal(str)
    problemFound = Signal(object)
    fileRefused = Signal()

    def __init__(self, bridge: EngineBridge, tokens: Tokens, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._tokens = tokens
        self._empty: EmptyLibrary | None = None
        self.model = GalleryModel(self)
        self.players = PlayerPool(parent=self)
        self.view = GalleryView(self.model, self.players, tokens)
        self.model.itemsWanted.connect(bridge.fetch_items)
        self.model.countChanged.connect(self._prepare_empty)
        bridge.itemsArrived.connect(self.model.put_items)
        bridge.itemsFailed.connect(self._items_failed)
        self.view.actionRequested.connect(self._act)

    def show_ids(self, video_ids: Sequence[str]) -> None:
        """The library is open: these videos, newest first."""
        self.model.set_ids(video_ids)
        self.view.set_loading(False)

    def show_nothing(self) -> None:
        """The library did not open."""
        self.view.set_loading(False)

    def apply(self, event: Event) -> None:
        self.model.apply(event)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.view.set_tokens(tokens)
        if self._empty is not None:
            self._empty.set_tokens(tokens)

    def close_down(self) -> None:
        """Stop decoding and playing; idempotent."""
        self.view.close_down()

    @Slot(int)
    def _prepare_empty(self, count: int) -> None:
        if count == 0 and self._empty is None:
            self._empty = EmptyLibrary(self._tokens)
            self._empty.sampleChosen.connect(self._reuse_sample)
            self.view.set_empty_widget(self._empty)

    @Slot(object)
    def _items_failed(self, error: BaseException) -> None:
        self.model.items_failed()
        self.problemFound.emit(error)

    # --- what a card asks for ----------------------------------------------------------------

    @Slot(str, str)
    def _act(self, video_id: str, action: str) -> None:
        commands: dict[str, Callable[[str], None]] = {
            CardAction.VIEW: self.viewRequested.emit,
            CardAction.DELETE: self._delete,
            CardAction.CANCEL: self._bridge.cancel,
            CardAction.SEND: self._bridge.send,
            CardAction.RETRY: self._reuse,
            CardAction.REUSE: self._reuse,
            CardAction.OPEN: self._open,
            CardAction.REVEAL: self._reveal,
        }
        commands[action](video_id)

    def _delete(self, video_id: str) -> None:
        # Windows refuses to move a file that a player holds.
        self.players.release(video_id)
        self._bridge.delete(video_id)

    def _open(self, video_id: str) -> None:
        self._with_clip(video_id, open_clip)

    def _reveal(self, video_id: str) -> None:
        self._with_clip(video_id, reveal_clip)

    def _with_clip(self, video_id: str, action: Callable[[Path], bool]) -> None:
        item = self.model.item(video_id)
        clip = None if item is None else item.clip
        if clip is not None and not action(clip):
            self.fileRefused.emit()

    def _reuse(self, video_id: str) -> None:
        item = self.model.item(video_id)
        if item is not None:
            self.reuseRequested.emit(item.video.prompt, item.video.aspect_ratio)

    @Slot(str)
    def _reuse_sample(self, prompt: str) -> None:
        self.reuseRequested.emit(prompt, None)
