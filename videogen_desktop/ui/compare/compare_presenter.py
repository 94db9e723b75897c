"""Joins the comparison to its window, the gallery and the engine; made when it is first needed."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.compare import wording
from videogen_desktop.ui.compare.compare_view import CompareView
from videogen_desktop.ui.compare.joint_playback import MOST_CLIPS, JointPlayback
from videogen_desktop.ui.library.deletion_presenter import Companion
from videogen_desktop.ui.viewer.viewer_presenter import VolumeMemory

if TYPE_CHECKING:
    from videogen_desktop.ui.library.library_presenter import LibraryPresenter

_FEWEST = 2


class ComparePresenter(QObject):
    """Main thread. `opened` and `closed` frame the time in which it covers the window."""

    opened = Signal()
    closed = Signal()

    def __init__(
        self,
        bridge: EngineBridge,
        library: "LibraryPresenter",
        window: QMainWindow,
        joint: JointPlayback | None = None,
    ) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._library = library
        self._kept = ""
        self._viewed: str | None = None
        # What is shown as soon as no other player is alive, and of how many that were asked for.
        self._next: tuple[Sequence[LibraryItem], int] | None = None
        self.view = CompareView(window, window.centralWidget() or window, joint)
        self._volume = VolumeMemory(bridge, self.view.joint, self)
        # After the gallery, which was made before.
        bridge.eventArrived.connect(self.view.apply)
        self.view.picked.connect(self._pick)
        self.view.opened.connect(self.opened)
        self.view.closed.connect(self._return)
        self.view.joint.released.connect(self._show_soon)
        library.players.emptied.connect(self._show_soon)

    @property
    def is_open(self) -> bool:
        return self.view.is_open

    def compare(self, video_ids: Sequence[str], viewed: str | None = None) -> None:
        """Show these side by side, the first four of more. `viewed` was looked at in the viewer,
        and is again when nothing was picked."""
        ids = tuple(dict.fromkeys(video_ids))
        if len(ids) < _FEWEST:
            text = wording.too_few() if viewed is None else wording.nothing_beside()
            self._library.noticeGiven.emit(text, None)
            return
        self._viewed = viewed
        wanted = ids[:MOST_CLIPS]
        self._bridge.ask(
            lambda engine: engine.gallery.items(wanted),
            partial(self._open, wanted, len(ids)),
            self._library.problemFound.emit,
        )

    def close(self) -> None:
        """Give the window back."""
        self.view.close_view()

    def leave_wallet(self) -> None:
        """Another wallet is being opened; its videos are others."""
        self.close()

    def close_down(self) -> None:
        """The window goes; idempotent."""
        self._volume.write()
        self.view.close_down()

    def _open(self, wanted: tuple[str, ...], asked: int, items: Sequence[LibraryItem]) -> None:
        known = {item.video.id: item for item in items}
        found = [known[video_id] for video_id in wanted if video_id in known]
        if len(found) < _FEWEST:
            self._library.noticeGiven.emit(wording.too_few(), None)
            self._go_back()
            return
        self._next = found, asked
        # The cards' players go first: four are alive here, and none beside them.
        self._library.players.let_go()

    @Slot()
    def _show_soon(self) -> None:
        # A player says that it is free from within its own unloading.
        QTimer.singleShot(0, self, self._show)

    @Slot()
    def _show(self) -> None:
        is_free = not (self._library.players.player_count or self.view.joint.is_held)
        if self._next is None or self.view.is_open or not is_free:
            return
        (items, asked), self._next = self._next, None
        self._kept = ""
        self.view.open(items)
        for item in items:
            self._library.seen.watch(item)
        if asked > MOST_CLIPS:
            self._library.noticeGiven.emit(wording.first_of_many(asked), None)

    @Slot(object, object)
    def _pick(self, kept: LibraryItem, others: tuple[LibraryItem, ...]) -> None:
        number = self.view.items.index(kept) + 1
        self._kept, self._viewed = kept.video.id, None
        self.view.close_view()
        favour = partial(self._favour, kept.video.id, is_new=not kept.video.favourite)
        self._library.deletion.delete(
            [item.video.id for item in others],
            companion=Companion(
                partial(favour, on=True), partial(favour, on=False), partial(wording.picked, number)
            ),
        )

    def _favour(self, video_id: str, *, is_new: bool, on: bool) -> None:
        if not is_new:
            return
        self._bridge.ask(
            lambda engine: engine.gallery.set_favourite((video_id,), on),
            failed=self._library.problemFound.emit,
        )

    @Slot()
    def _return(self) -> None:
        if self._kept:
            self._library.view.select_video(self._kept)
        self._library.view.setFocus()
        self.closed.emit()
        self._go_back()

    def _go_back(self) -> None:
        viewed, self._viewed = self._viewed, None
        if viewed is not None:
            self._library.viewRequested.emit(viewed)
