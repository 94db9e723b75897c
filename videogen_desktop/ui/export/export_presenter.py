"""Everything by which clips leave the window, joined to the engine."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.errors import ClipMissingError
from videogen_desktop.domain.events import Event
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.export.clip_fetching import ClipFetching
from videogen_desktop.ui.export.clipboard_presenter import ClipboardPresenter
from videogen_desktop.ui.export.share_presenter import SharePresenter
from videogen_desktop.ui.gallery.actions import CardAction
from videogen_desktop.ui.library.copies_presenter import CopiesPresenter


class ExportPresenter(QObject):
    """Made when a clip first leaves. Main thread."""

    noticeGiven = Signal(str, object)  # text, AlertAction | None
    problemFound = Signal(object)  # BaseException

    def __init__(
        self,
        bridge: EngineBridge,
        copies: CopiesPresenter,
        menu_place: Callable[[], QPoint],
        window: QWidget,
    ) -> None:
        """`copies` are made by others too, and long before; `menu_place` is where a menu about
        cards opens, on the screen."""
        super().__init__(window)
        self._menu_place = menu_place
        self.fetching = ClipFetching(bridge, self)
        self.clipboard = ClipboardPresenter(self.fetching, self)
        self.sharing = SharePresenter(bridge, self.fetching, window)
        self._acts: dict[str, Callable[[Sequence[str]], None]] = {
            CardAction.SAVE: partial(self._with_files, copies.save),
            CardAction.SAVE_TO: partial(self._with_files, copies.ask),
            CardAction.COPY_FILE: self.clipboard.copy_files,
            CardAction.COPY: self.clipboard.copy_words,
            CardAction.SHARE: self._ask_with_whom,
        }
        for part in (self.fetching, self.clipboard, self.sharing):
            part.noticeGiven.connect(self._notice)
            part.problemFound.connect(self.problemFound)

        self.sharing.pageRefused.connect(self._say_page)

    def act(self, video_ids: Sequence[str], action: str) -> None:
        """Do what a card, a selection or the viewer asks for."""
        self._acts[action](video_ids)

    def _with_files(self, act: Callable[[Sequence[str]], None], video_ids: Sequence[str]) -> None:
        """Do it with those whose clips are here, or can be fetched."""

        def begin(items: Sequence[LibraryItem]) -> None:
            ids = [item.video.id for item in items if item.clip is not None]
            if ids:
                act(ids)
            else:
                self.problemFound.emit(ClipMissingError(None))

        self.fetching.with_clips(video_ids, begin)

    def follow(self, event: Event) -> None:
        self.fetching.follow(event)

    def leave_wallet(self) -> None:
        """Another library is being opened."""
        self.fetching.forget()

    def _ask_with_whom(self, video_ids: Sequence[str]) -> None:
        self.sharing.open_menu(video_ids, self._menu_place())

    @Slot(str)
    def _say_page(self, page: str) -> None:
        """Without a browser the address is still of use."""
        text = QCoreApplication.translate("Export", "No browser opened. The page is: %1")
        self.noticeGiven.emit(text.replace("%1", page), None)

    @Slot(str)
    def _notice(self, text: str) -> None:
        self.noticeGiven.emit(text, None)
