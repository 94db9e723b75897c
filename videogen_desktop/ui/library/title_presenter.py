"""Titles of one's own: written where they stand, on the card or in the viewer."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QRect, Signal, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.library.undoing import Undoing

if TYPE_CHECKING:
    from videogen_desktop.services.wallet_engine import WalletEngine
    from videogen_desktop.ui.library.title_editor import TitleEditor


_TOLD_FROM = 2


class TitlePlace(NamedTuple):
    """Of which video a title is written and where: in a part of `host`. `focus` has the keyboard
    again afterwards."""

    item: LibraryItem
    host: QWidget
    area: QRect
    focus: QWidget


class TitlePresenter(QObject):
    """Main thread. `place_of` says where a video's title stands now, or None where it is not in
    sight."""

    problemFound = Signal(object)  # BaseException

    def __init__(
        self,
        bridge: EngineBridge,
        place_of: Callable[[str], TitlePlace | None],
        undoing: Undoing,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._place_of = place_of
        self._undoing = undoing
        self.editor: TitleEditor | None = None

    def ask(self, video_ids: Sequence[str], current: str | None = None) -> None:
        """Let the user write what these are called, at the `current` one of them. Several get the
        same words with their number, as file managers do it."""
        ids = tuple(video_ids)
        shown = current if current in ids else next(iter(ids), None)
        place = None if shown is None else self._place_of(shown)
        if place is None:
            return
        # Who never gives a title does not pay for it at the start.
        from videogen_desktop.ui.library.title_editor import TitleEditor

        self.finish()
        self.editor = TitleEditor(place.host, place.focus)
        self.editor.written.connect(partial(self.give, ids))
        self.editor.open_at(place.area, place.item.video.title or "", place.item.video.prompt)

    @Slot()
    def finish(self) -> None:
        """Write what stands there by now."""
        if self.editor is not None:
            self.editor.finish()

    def give(self, video_ids: Sequence[str], text: str) -> None:
        """Call them so; without a word left, by their descriptions again."""
        ids, words = tuple(video_ids), text.strip()
        many = len(ids) > 1 and words
        titles = {
            video_id: f"{words} {number}" if many else words
            for number, video_id in enumerate(ids, 1)
        }
        self._bridge.ask(partial(_give, titles), self._given, self.problemFound.emit)

    def _given(self, before: Mapping[str, str]) -> None:
        if not any(before.values()) and len(before) < _TOLD_FROM:
            # Nothing went with it, and it stands where it was written.
            return
        text = QCoreApplication.translate("Library", "%n videos renamed", None, len(before))
        self._undoing.offer(text, partial(self._take_back, before))

    def _take_back(self, before: Mapping[str, str]) -> None:
        self._bridge.ask(
            lambda engine: engine.gallery.set_titles(before), failed=self.problemFound.emit
        )


async def _give(titles: Mapping[str, str], engine: "WalletEngine") -> dict[str, str]:
    """What those were called before that are called otherwise now."""
    items = await engine.items(tuple(titles))
    before = {item.video.id: item.video.title or "" for item in items}
    await engine.gallery.set_titles(titles)
    items = await engine.items(tuple(titles))
    after = {item.video.id: item.video.title or "" for item in items}
    return {video_id: title for video_id, title in before.items() if after.get(video_id) != title}
