"""Named collections: putting videos in, taking them out, making and removing collections."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from videogen_desktop.domain.gallery import Collection, GalleryQuery
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.library.undoing import Undoing
from videogen_desktop.ui.library.wording import shown_name

if TYPE_CHECKING:
    from videogen_desktop.services.wallet_engine import WalletEngine
    from videogen_desktop.ui.library.collections_list import CollectionsList
    from videogen_desktop.ui.library.panel import LibraryPanel
    from videogen_desktop.ui.theme.tokens import Tokens

# Twenty videos that go at once are one question.
_ASK_AGAIN_AFTER_MS = 300


class CollectionsPresenter(QObject):
    """Main thread."""

    collectionsChanged = Signal(object)  # tuple[Collection, ...]
    noticeGiven = Signal(str)
    problemFound = Signal(object)  # BaseException
    contentsChanged = Signal()

    def __init__(self, bridge: EngineBridge, undoing: Undoing, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._undoing = undoing
        self._window = window
        self._again_due = QTimer(self, singleShot=True, interval=_ASK_AGAIN_AFTER_MS)
        self._again_due.timeout.connect(self.refresh)
        self._known: tuple[Collection, ...] = ()

    def refresh(self) -> None:
        """Ask which there are."""
        self._bridge.ask(
            lambda engine: engine.gallery.collections(), self._came, self.problemFound.emit
        )

    def refresh_soon(self) -> None:
        """Videos went or came back: of collections that there are, the numbers are others."""
        if self._known and not self._again_due.isActive():
            self._again_due.start()

    def stop(self) -> None:
        """Ask nothing more; idempotent."""
        self._again_due.stop()

    def menu(self, video_ids: Sequence[str], shown: str | None) -> QMenu:
        """Where to put these videos; `shown` is the collection that the gallery shows now."""
        ids = tuple(video_ids)
        menu = QMenu(self._window)
        menu.setObjectName("collectMenu")
        for collection in self._known:
            if collection.id == shown:
                text = QCoreApplication.translate("Library", "Take out of “%1”")
                line = menu.addAction(text.replace("%1", _in_menu(collection.name)))
                line.triggered.connect(partial(self._take, collection, ids))
            else:
                line = menu.addAction(_in_menu(collection.name))
                line.triggered.connect(partial(self.put, collection, ids))
        if self._known:
            menu.addSeparator()
        new = menu.addAction(QCoreApplication.translate("Library", "New collection…"))
        new.triggered.connect(partial(self.ask_name, ids))
        return menu

    def open_menu(self, video_ids: Sequence[str], shown: str | None, where: QPoint) -> None:
        menu = self.menu(video_ids, shown)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    @Slot(object)
    def ask_removal(self, collection: Collection) -> None:
        """Ask the user; their yes deletes the collection and leaves its videos."""
        from videogen_desktop.ui.library.dialogs import removal_question

        question, yes = removal_question(self._window, collection.name)
        yes.clicked.connect(partial(self.remove, collection))
        question.open()

    def remove(self, collection: Collection, _checked: bool = False) -> None:
        """Without a question; its videos stay."""
        text = QCoreApplication.translate("Library", "Collection “%1” deleted")
        notice = text.replace("%1", shown_name(collection.name))
        self._change(lambda engine: engine.gallery.remove_collection(collection.id), notice)

    @Slot(object)
    def ask_new_name(self, collection: Collection, is_taken: bool = False) -> None:
        from videogen_desktop.ui.library.dialogs import name_dialog

        dialog = name_dialog(self._window, collection.name, is_taken=is_taken)
        dialog.textValueSelected.connect(partial(self.rename, collection))
        dialog.open()

    def rename(self, collection: Collection, name: str) -> None:
        """A name that another one has is asked for again."""
        self._bridge.ask(
            lambda engine: engine.gallery.rename_collection(collection.id, name),
            partial(self._renamed, collection, name),
            self.problemFound.emit,
        )

    def _renamed(self, collection: Collection, name: str, is_done: bool) -> None:
        if is_done:
            self.refresh()
        elif name.strip():
            self.ask_new_name(collection, is_taken=True)

    def ask_name(self, ids: tuple[str, ...], _checked: bool = False) -> None:
        """Ask how a new collection of these videos is called."""
        from videogen_desktop.ui.library.dialogs import name_dialog

        dialog = name_dialog(self._window)
        dialog.textValueSelected.connect(partial(self.create, ids))
        dialog.open()

    def create(self, video_ids: Sequence[str], name: str) -> None:
        """Make a collection and put the videos into it."""
        ids = tuple(video_ids)
        self._bridge.ask(
            lambda engine: engine.gallery.add_collection(name),
            partial(self._created, ids, name),
            self.problemFound.emit,
        )

    def _created(self, ids: tuple[str, ...], name: str, made: Collection | None) -> None:
        wanted = " ".join(name.split()).casefold()
        known = next((entry for entry in self._known if entry.name.casefold() == wanted), None)
        collection = made or known
        if collection is not None and ids:
            self.put(collection, ids)
        elif made is not None:
            self.refresh()

    @Slot(object, object)
    def put(self, collection: Collection, ids: tuple[str, ...], _checked: bool = False) -> None:
        """Add the videos; those that are in it stay."""
        text = QCoreApplication.translate("Library", "Added to “%1”")
        notice = text.replace("%1", shown_name(collection.name))
        self._change(lambda engine: engine.gallery.put(collection.id, ids), notice)

    def _take(self, collection: Collection, ids: tuple[str, ...], _checked: bool = False) -> None:
        self._change(lambda engine: engine.gallery.take(collection.id, ids))
        text = QCoreApplication.translate("Library", "Taken out of “%1”")
        put_back = partial(self._change, lambda engine: engine.gallery.put(collection.id, ids))
        self._undoing.offer(text.replace("%1", shown_name(collection.name)), put_back)

    def _change(
        self, verb: "Callable[[WalletEngine], Awaitable[object]]", notice: str = ""
    ) -> None:
        self._bridge.ask(verb, partial(self._changed, notice), self.problemFound.emit)

    def _changed(self, notice: str, _answer: object) -> None:
        if notice:
            self.noticeGiven.emit(notice)
        self.contentsChanged.emit()
        self.refresh()

    def _came(self, collections: tuple[Collection, ...]) -> None:
        self._known = tuple(collections)
        self.collectionsChanged.emit(self._known)


class CollectionsBeside(QObject):
    """The list of them beside the cards, made with the first collection. `hiddenChosen` says that
    the user put it away, or has it back. Main thread."""

    hiddenChosen = Signal(bool)

    def __init__(
        self, presenter: CollectionsPresenter, panel: "LibraryPanel", tokens: "Tokens"
    ) -> None:
        super().__init__(panel)
        self._presenter = presenter
        self._panel = panel
        self._tokens = tokens
        self._shown: str | None = None
        self.list: CollectionsList | None = None
        presenter.collectionsChanged.connect(self._offer)
        panel.toolbar.queryChanged.connect(self._follow)
        panel.toolbar.collections.listRequested.connect(self._show)

    def show_choice(self, hidden: bool) -> None:
        """What the user chose in an earlier run; nobody is told."""
        if hidden != self._is_hidden:
            self._panel.toolbar.collections.set_offers_list(hidden)

    @Slot(object)
    def _offer(self, collections: tuple[Collection, ...]) -> None:
        if self.list is None:
            if not collections:
                return
            self.list = self._made()
        self.list.offer(collections)
        self.list.choose(self._shown)
        self._panel.show_beside(bool(collections) and not self._is_hidden)

    def _made(self) -> "CollectionsList":
        # A library without collections does not pay for it.
        from videogen_desktop.ui.library.collections_list import CollectionsList

        made, presenter = CollectionsList(self._tokens, self._panel), self._presenter
        made.chosen.connect(self._panel.toolbar.show_collection)
        made.dropped.connect(presenter.put)
        made.droppedOnNew.connect(presenter.ask_name)
        made.renameRequested.connect(presenter.ask_new_name)
        made.removeRequested.connect(presenter.ask_removal)
        made.hideRequested.connect(self._hide)
        self._panel.put_beside(made)
        return made

    @property
    def _is_hidden(self) -> bool:
        return self._panel.toolbar.collections.offers_list

    @Slot(object)
    def _follow(self, query: GalleryQuery) -> None:
        self._shown = query.collection_id
        if self.list is not None:
            self.list.choose(query.collection_id)

    @Slot()
    def _hide(self) -> None:
        self._panel.toolbar.collections.set_offers_list(True)
        self._panel.show_beside(False)
        self._panel.toolbar.collections.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hiddenChosen.emit(True)

    @Slot()
    def _show(self) -> None:
        self._panel.toolbar.collections.set_offers_list(False)
        self._panel.show_beside(True)
        if self.list is not None and self.list.isVisible():
            self.list.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hiddenChosen.emit(False)


def _in_menu(name: str) -> str:
    return shown_name(name).replace("&", "&&")
