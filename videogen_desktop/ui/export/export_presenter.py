"""Everything by which clips leave the window, joined to the engine."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.errors import ClipMissingError
from videogen_desktop.domain.events import Event, ExportEnded, ExportProgressed
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.export.clip_fetching import ClipFetching
from videogen_desktop.ui.export.clipboard_presenter import ClipboardPresenter
from videogen_desktop.ui.export.film_presenter import FilmPresenter
from videogen_desktop.ui.export.share_presenter import SharePresenter
from videogen_desktop.ui.gallery.actions import CardAction
from videogen_desktop.ui.library.library_presenter import LibraryPresenter
from videogen_desktop.ui.theme.tokens import Tokens


class ExportPresenter(QObject):
    """Made when a clip first leaves; speaks where the library does. Main thread."""

    def __init__(self, bridge: EngineBridge, library: LibraryPresenter, window: QWidget) -> None:
        super().__init__(window)
        self._library = library
        copies = library.copies
        self.fetching = ClipFetching(bridge, self)
        self.clipboard = ClipboardPresenter(self.fetching, self)
        self.sharing = SharePresenter(bridge, self.fetching, window)
        self.films = FilmPresenter(bridge, self.fetching, library.panel.add_bar, window)
        self._acts: dict[str, Callable[[Sequence[str]], None]] = {
            CardAction.SAVE: partial(self._with_files, copies.save),
            CardAction.SAVE_TO: partial(self._with_files, copies.ask),
            CardAction.COPY_FILE: self.clipboard.copy_files,
            CardAction.COPY: self.clipboard.copy_words,
            CardAction.EXPORT: self.films.ask,
            CardAction.SHARE: self._ask_with_whom,
        }
        for part in (self.fetching, self.clipboard, self.sharing):
            part.noticeGiven.connect(self._notice)
            part.problemFound.connect(library.problemFound)
        self.films.begun.connect(library.players.stop_all)
        self.films.noticeGiven.connect(library.say_quietly)
        self.films.problemFound.connect(library.problemFound)
        self.sharing.pageRefused.connect(self._say_page)
        bridge.eventArrived.connect(self._follow)

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
                self._library.problemFound.emit(ClipMissingError(None))

        self.fetching.with_clips(video_ids, begin)

    @Slot(object)
    def _follow(self, event: Event) -> None:
        if isinstance(event, ExportProgressed | ExportEnded):
            self.films.follow(event)
        else:
            self.fetching.follow(event)

    def leave_wallet(self) -> None:
        """Another library is being opened."""
        self.fetching.forget()

    def set_tokens(self, tokens: Tokens) -> None:
        self.films.set_tokens(tokens)

    def close_down(self) -> None:
        """The window goes; idempotent."""
        self.films.close_down()

    def _ask_with_whom(self, video_ids: Sequence[str]) -> None:
        self.sharing.open_menu(video_ids, self._library.panel.menu_place())

    @Slot(str)
    def _say_page(self, page: str) -> None:
        """Without a browser the address is still of use."""
        text = QCoreApplication.translate("Export", "No browser opened. The page is: %1")
        self._notice(text.replace("%1", page))

    @Slot(str)
    def _notice(self, text: str) -> None:
        self._library.say_quietly(text, None)
