"""Sharing a clip: its place opens in the browser, the file and its description are at hand."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from videogen_desktop.domain.errors import ClipMissingError
from videogen_desktop.domain.export import UseKind
from videogen_desktop.domain.share_places import SHARE_PLACES, SharePlace
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.clip_files import reveal_clip
from videogen_desktop.ui.export.clip_data import clip_data
from videogen_desktop.ui.export.clip_fetching import ClipFetching
from videogen_desktop.ui.page_link import open_page


class SharePresenter(QObject):
    """Main thread."""

    noticeGiven = Signal(str)
    problemFound = Signal(object)  # BaseException
    pageRefused = Signal(str)  # an address that no browser opened

    def __init__(self, bridge: EngineBridge, fetching: ClipFetching, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._fetching = fetching
        self._window = window

    def open_menu(self, video_ids: Sequence[str], where: QPoint) -> None:
        """Ask with whom, at this place on the screen."""
        menu = self.menu(video_ids)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def menu(self, video_ids: Sequence[str]) -> QMenu:
        menu = QMenu(self._window)
        for place in SHARE_PLACES:
            line = menu.addAction(place.title)
            line.triggered.connect(partial(self._choose, tuple(video_ids), place))
        return menu

    def _choose(self, video_ids: Sequence[str], place: SharePlace, _checked: bool = False) -> None:
        self._fetching.with_clips(video_ids, partial(self._share, place))

    def _share(self, place: SharePlace, items: Sequence[LibraryItem]) -> None:
        with_clip = [item for item in items if item.clip is not None]
        if not with_clip:
            self.problemFound.emit(ClipMissingError(None))
            return
        clips = [item.clip for item in with_clip if item.clip is not None]
        words = "\n\n".join(item.video.prompt for item in with_clip if item.video.prompt.strip())
        if place.takes_pasted_file:
            QGuiApplication.clipboard().setMimeData(clip_data(clips))
        else:
            if words:
                QGuiApplication.clipboard().setText(words)
            reveal_clip(clips[0])
        # After the folder: the page is what one goes on with.
        if not open_page(place.page):
            self.pageRefused.emit(place.page)
            return
        self.noticeGiven.emit(_what_to_do(place, has_words=bool(words)))
        ids = tuple(item.video.id for item in with_clip)
        self._bridge.ask(
            lambda engine: engine.exporter.count(ids, UseKind.SHARE, place.name),
            failed=self.problemFound.emit,
        )


def _what_to_do(place: SharePlace, *, has_words: bool) -> str:
    """One sentence: what the user does now."""
    if place.takes_pasted_file:
        text = QCoreApplication.translate(
            "Export", "%1 opens: choose a chat there and paste (Ctrl+V), the video is copied."
        )
    elif has_words:
        text = QCoreApplication.translate(
            "Export", "%1 opens: drag the file from its folder there, then paste the prompt."
        )
    else:
        text = QCoreApplication.translate(
            "Export", "%1 opens: drag the file from its folder there."
        )
    return text.replace("%1", place.title)
