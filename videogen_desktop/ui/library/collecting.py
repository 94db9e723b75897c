"""Named collections: putting videos in, taking them out, making and removing collections."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from videogen_desktop.domain.gallery import Collection
from videogen_desktop.ui.bridge import EngineBridge

_LONGEST_SHOWN = 40


class Collecting(QObject):
    """Main thread."""

    collectionsChanged = Signal(object)  # tuple[Collection, ...]
    noticeGiven = Signal(str)
    problemFound = Signal(object)  # BaseException
    contentsChanged = Signal()

    def __init__(self, bridge: EngineBridge, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window
        self._known: tuple[Collection, ...] = ()

    def refresh(self) -> None:
        """Ask which there are."""
        self._bridge.ask(
            lambda studio: studio.gallery.collections(), self._came, self.problemFound.emit
        )

    def menu(self, video_ids: Sequence[str], shown: str | None) -> QMenu:
        """Where to put these videos; `shown` is the collection that the gallery shows now."""
        ids = tuple(video_ids)
        menu = QMenu(self._window)
        menu.setObjectName("collectMenu")
        for collection in self._known:
            if collection.id == shown:
                #: vi: Bỏ khỏi “%1”
                text = QCoreApplication.translate("Library", "Take out of “%1”")
                line = menu.addAction(text.replace("%1", _shown(collection.name)))
                line.triggered.connect(partial(self._take, collection, ids))
            else:
                line = menu.addAction(_shown(collection.name))
                line.triggered.connect(partial(self._put, collection, ids))
        if self._known:
            menu.addSeparator()
        #: vi: Bộ sưu tập mới…
        new = menu.addAction(QCoreApplication.translate("Library", "New collection…"))
        new.triggered.connect(partial(self._ask_name, ids))
        return menu

    def open_menu(self, video_ids: Sequence[str], shown: str | None, where: QPoint) -> None:
        menu = self.menu(video_ids, shown)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def remove(self, collection_id: str) -> None:
        """The collection goes; its videos stay."""
        self._change(lambda studio: studio.gallery.remove_collection(collection_id))

    def _ask_name(self, ids: tuple[str, ...], _checked: bool = False) -> None:
        dialog = QInputDialog(self._window)
        dialog.setObjectName("collectionName")
        #: vi: Bộ sưu tập mới
        dialog.setWindowTitle(QCoreApplication.translate("Library", "New collection"))
        #: vi: Tên bộ sưu tập:
        dialog.setLabelText(QCoreApplication.translate("Library", "Name of the collection:"))
        #: vi: Tạo
        dialog.setOkButtonText(QCoreApplication.translate("Library", "Create"))
        #: vi: Hủy
        dialog.setCancelButtonText(QCoreApplication.translate("Library", "Cancel"))
        dialog.textValueSelected.connect(partial(self.create, ids))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def create(self, video_ids: Sequence[str], name: str) -> None:
        """Make a collection and put the videos into it."""
        ids = tuple(video_ids)
        self._bridge.ask(
            lambda studio: studio.gallery.add_collection(name),
            partial(self._created, ids, name),
            self.problemFound.emit,
        )

    def _created(self, ids: tuple[str, ...], name: str, made: Collection | None) -> None:
        wanted = " ".join(name.split()).casefold()
        known = next((entry for entry in self._known if entry.name.casefold() == wanted), None)
        collection = made or known
        if collection is not None:
            self._put(collection, ids)

    def _put(self, collection: Collection, ids: tuple[str, ...], _checked: bool = False) -> None:
        #: vi: Đã thêm vào “%1”
        text = QCoreApplication.translate("Library", "Added to “%1”")
        notice = text.replace("%1", _shown(collection.name, for_menu=False))
        self._change(lambda studio: studio.gallery.put(collection.id, ids), notice)

    def _take(self, collection: Collection, ids: tuple[str, ...], _checked: bool = False) -> None:
        self._change(lambda studio: studio.gallery.take(collection.id, ids))

    def _change(self, verb: Any, notice: str = "") -> None:
        self._bridge.ask(verb, partial(self._changed, notice), self.problemFound.emit)

    def _changed(self, notice: str, _answer: object) -> None:
        if notice:
            self.noticeGiven.emit(notice)
        self.contentsChanged.emit()
        self.refresh()

    def _came(self, collections: tuple[Collection, ...]) -> None:
        self._known = tuple(collections)
        self.collectionsChanged.emit(self._known)


def _shown(name: str, for_menu: bool = True) -> str:
    text = name if len(name) <= _LONGEST_SHOWN else name[: _LONGEST_SHOWN - 1] + "…"
    return text.replace("&", "&&") if for_menu else text
