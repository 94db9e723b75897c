"""The gallery with its model, its bars and its players, joined to the engine."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.events import (
    CopyEnded,
    CopyProgressed,
    Event,
    OfferChanged,
    OutboxChanged,
    VideoChanged,
    VideoRemoved,
)
from videogen_desktop.domain.gallery import GalleryQuery, GallerySort
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.clip_files import open_clip, reveal_clip
from videogen_desktop.ui.gallery.actions import FOR_MANY, LEAVING, CardAction
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.gallery.view import GalleryView
from videogen_desktop.ui.library.arrangement_presenter import ArrangementPresenter
from videogen_desktop.ui.library.collections_presenter import (
    CollectionsBeside,
    CollectionsPresenter,
)
from videogen_desktop.ui.library.copies_presenter import CopiesPresenter
from videogen_desktop.ui.library.deletion_presenter import DeletionPresenter
from videogen_desktop.ui.library.empty_states import EmptyStates
from videogen_desktop.ui.library.follow_up_presenter import FollowUpPresenter
from videogen_desktop.ui.library.listing_presenter import Announcements, ListingPresenter
from videogen_desktop.ui.library.panel import LibraryPanel
from videogen_desktop.ui.library.seen_presenter import SeenPresenter
from videogen_desktop.ui.library.title_presenter import TitlePlace, TitlePresenter
from videogen_desktop.ui.library.undoing import Undoing
from videogen_desktop.ui.player.pool import PlayerPool
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.gallery import Opened
    from videogen_desktop.ui.alerts import AlertAction
    from videogen_desktop.ui.player.play_counter import PlayCounter


class LibraryPresenter(QObject):
    """Built right after the first paint. Main thread only. `panel` is what the window shows."""

    sampleChosen = Signal(str)
    viewRequested = Signal(str)
    noticeGiven = Signal(str, object)  # text, AlertAction | None
    leavingRequested = Signal(object, str)  # ids, one of LEAVING
    problemFound = Signal(object)
    fileRefused = Signal()
    arrangementChosen = Signal(object)  # CardArrangement
    # Which, and the one that the viewer showed, or None.
    compareRequested = Signal(object, object)  # Sequence[str], str | None

    def __init__(self, bridge: EngineBridge, tokens: Tokens, window: QWidget) -> None:
        super().__init__(window)
        self._bridge = bridge
        self.usual_ms: Mapping[str, int] = {}
        self._models = frozenset[str]()
        self.model = GalleryModel(self)
        self.players = PlayerPool(parent=self)
        self.view = GalleryView(self.model, self.players, tokens)
        self.panel = LibraryPanel(self.view, tokens)
        self.listing = ListingPresenter(bridge, self.model, self)
        self.empty = EmptyStates(self.view, self.listing, self.panel.toolbar, tokens)
        self.deletion = DeletionPresenter(bridge, self.model, self.players, window)
        self.copies = CopiesPresenter(bridge, self.model, window)
        self.undoing = Undoing(self)
        self.collections = CollectionsPresenter(bridge, self.undoing, window)
        self.beside = CollectionsBeside(self.collections, self.panel, tokens)
        self.seen = SeenPresenter(bridge, self.model, self)
        self.titles = TitlePresenter(bridge, self._title_place, self.undoing, self)
        # Where a title stands while the viewer covers the cards.
        self.title_in_viewer: Callable[[], TitlePlace | None] = lambda: None
        self.follow_ups = FollowUpPresenter(bridge, self)
        self._plays: PlayCounter | None = None
        self._announcements = Announcements(self.listing, self.view)
        self.arrangement = ArrangementPresenter(self.view, self.panel.toolbar.view)
        self._find = QShortcut(QKeySequence.StandardKey.Find, window)
        # A text that has the keyboard takes back its own typing first.
        self._undo = QShortcut(QKeySequence.StandardKey.Undo, window)
        self._connect()

    def _connect(self) -> None:
        self._find.activated.connect(self.panel.toolbar.search.setFocus)
        self._undo.activated.connect(self.undo_last)
        self.model.troubleChanged.connect(self.panel.follow_outage)
        self.model.itemsWanted.connect(self._bridge.fetch_items)
        self._bridge.firstLookTaken.connect(self.listing.show_first_look)
        # The list first: it looks up how a video was before.
        self._bridge.eventArrived.connect(self._follow)
        self._bridge.eventArrived.connect(self.model.apply)
        self._bridge.itemsArrived.connect(self.model.put_items)
        self._bridge.itemsFailed.connect(self._items_failed)
        self.view.actionRequested.connect(self._act)
        self.view.bulkRequested.connect(self._act_on_selection)
        self.view.selectedCountChanged.connect(self.panel.bar.show_selected)
        self.panel.bar.actionRequested.connect(self._act_on_selection)
        self.panel.bar.cleared.connect(self.view.clearSelection)
        self.panel.bar.copiesCancelled.connect(self.copies.cancel_all)
        self.panel.toolbar.queryChanged.connect(self.listing.show)
        self.panel.toolbar.left.connect(self._to_cards)
        self.listing.queryChanged.connect(self.view.scrollToTop)
        self.listing.countsChanged.connect(self.panel.toolbar.show_counts)
        self.collections.collectionsChanged.connect(self.panel.toolbar.offer_collections)
        toolbar = self.panel.toolbar
        toolbar.collections.renameRequested.connect(self.collections.ask_new_name)
        toolbar.collections.removeRequested.connect(self.collections.ask_removal)
        self.collections.contentsChanged.connect(self._collections_changed)
        self.collections.noticeGiven.connect(self._notice)
        self.copies.progressed.connect(self.panel.bar.show_copying)
        self.copies.saved.connect(self.say_quietly)
        self.deletion.deleted.connect(self.noticeGiven)
        self.undoing.offered.connect(self.noticeGiven)
        # What it stands over moves away beneath it.
        self.view.verticalScrollBar().valueChanged.connect(self.titles.finish)
        self.arrangement.chosen.connect(self.arrangementChosen)
        self.empty.sampleChosen.connect(self.sampleChosen)
        self.view.commands.add_follow_ups = self.follow_ups.add_lines
        self.follow_ups.noticeGiven.connect(self._notice)
        self.players.changed.connect(self._follow_player)
        for part in (
            self.listing,
            self.deletion,
            self.copies,
            self.collections,
            self.follow_ups,
            self.seen,
            self.titles,
        ):
            part.problemFound.connect(self.problemFound)

    # --- what the window sets ----------------------------------------------------------------

    def show_opened(self, opened: "Opened") -> None:
        """The library is open."""
        self.usual_ms = opened.usual_ms
        self.view.set_usual_ms(opened.usual_ms)
        self.follow_ups.offer(opened.vendor, opened.wallet.id)
        self.listing.opened(opened.first_page)
        self.view.set_loading(False)
        self.collections.refresh()
        self._ask_models()

    def leave_wallet(self) -> None:
        """Another wallet is being opened; its downloads are others."""
        self.follow_ups.leave_wallet()
        self.panel.outbox.follow(None)
        self.model.forget_troubles()

    def show_nothing(self) -> None:
        """The library did not open."""
        self.model.set_ids(())
        self.view.set_loading(False)

    @Slot(object)
    def _follow(self, event: Event) -> None:
        if isinstance(event, CopyProgressed | CopyEnded):
            self.copies.follow(event)
        elif isinstance(event, OutboxChanged):
            self.panel.outbox.follow(event)
        elif isinstance(event, OfferChanged):
            self.follow_ups.offer_anew(event.vendor)
        else:
            self.listing.follow(event)
            if isinstance(event, VideoRemoved):
                self.collections.refresh_soon()
            if isinstance(event, VideoChanged) and event.item.video.model_id not in self._models:
                self._ask_models()

    def _ask_models(self) -> None:
        self._bridge.ask(lambda engine: engine.gallery.models(), self._offer_models)

    def _offer_models(self, titles: Mapping[str, str]) -> None:
        self._models = frozenset(titles)
        self.panel.toolbar.offer_models(titles)

    def show_new(self, video_id: str, shown: Callable[[str, bool], None]) -> None:
        """A video was made while this list is shown: it joins the collection shown. `shown` hears
        whether its card is in sight; a search, a filter or another order may keep it back."""
        query = self.listing.query
        if query == GalleryQuery() or not video_id:
            self.view.scrollToTop()
            shown(video_id, True)
            return

        def joined(is_found: bool) -> None:
            self.listing.reload()
            is_on_top = is_found and query.sort is GallerySort.NEWEST
            if is_on_top:
                self.view.scrollToTop()
            shown(video_id, is_on_top)

        self._bridge.ask(lambda engine: engine.gallery.join(query, video_id), joined)

    def set_tokens(self, tokens: Tokens) -> None:
        self.panel.set_tokens(tokens)
        self.empty.set_tokens(tokens)

    def rest(self) -> None:
        """Called now and then: what was not used since the last time is given back."""
        self.view.cards.posters.rest()

    def close_down(self) -> None:
        """Stop asking, decoding and playing; idempotent."""
        self.listing.stop()
        self.collections.stop()
        self.panel.toolbar.search.stop()
        self.view.close_down()

    @Slot()
    def undo_last(self) -> None:
        """Take back what was done last, while it is offered."""
        if self.undoing.latest > self.deletion.latest:
            self.undoing.undo_last()
        else:
            self.deletion.undo_last()

    def _title_place(self, video_id: str) -> TitlePlace | None:
        """Over the words of its card, else in the viewer."""
        if not self.panel.isVisible():
            return self.title_in_viewer()
        row, item = self.model.row_of(video_id), self.model.item(video_id)
        if row is None or item is None:
            return None
        self.view.scrollTo(self.model.index(row))
        area, viewport = self.view.cards.title_rect(row), self.view.viewport()
        # Beside the list: a list tells screen readers of nothing but its rows.
        area.moveTopLeft(viewport.mapTo(self.panel, area.topLeft()))
        return TitlePlace(item, self.panel, area, self.view)

    @Slot(object)
    def _items_failed(self, error: BaseException) -> None:
        self.model.items_failed()
        self.problemFound.emit(error)

    @Slot(str)
    def _notice(self, text: str) -> None:
        self.noticeGiven.emit(text, None)

    @Slot(str, object)
    def say_quietly(self, text: str, action: "AlertAction | None") -> None:
        """Below the cards; over the viewer where that hides them."""
        if self.panel.isVisible():
            self.panel.note.say(text, action)
        else:
            self.noticeGiven.emit(text, action)

    @Slot()
    def _collections_changed(self) -> None:
        if self.listing.query.collection_id is not None:
            self.listing.reload()

    @Slot()
    def _to_cards(self) -> None:
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    # --- what cards ask for ------------------------------------------------------------------

    @Slot(str, str)
    def _act(self, video_id: str, action: str) -> None:
        if action in (*FOR_MANY, *LEAVING):
            self._act_on((video_id,), action)
            return
        commands: dict[str, Callable[[str], None]] = {
            CardAction.VIEW: self.viewRequested.emit,
            CardAction.SETTLE: self.viewRequested.emit,
            CardAction.FETCH: self._fetch,
            CardAction.CANCEL: self._bridge.cancel,
            CardAction.SEND: self._bridge.send,
            CardAction.CONTINUE: self._continue,
            CardAction.RETRY: self._reuse,
            CardAction.REUSE: self._reuse,
            CardAction.OPEN: self._open,
            CardAction.REVEAL: self._reveal,
        }
        commands[action](video_id)

    @Slot(str)
    def _act_on_selection(self, action: str) -> None:
        self._act_on(self.view.selected_ids(), action)

    def _act_on(self, ids: Sequence[str], action: str) -> None:
        if action == CardAction.SAVE and len(ids) == 1 and self.copies.is_copying(ids[0]):
            self.copies.cancel(ids[0])
        elif action == CardAction.DELETE:
            self.deletion.ask(ids)
        elif action == CardAction.COMPARE:
            self.compareRequested.emit(ids, None)
        elif action == CardAction.FAVOURITE:
            self._favour(tuple(ids))
        elif action == CardAction.COLLECT:
            shown = self.listing.query.collection_id
            self.collections.open_menu(ids, shown, self.panel.menu_place())
        elif action == CardAction.RENAME:
            self.titles.ask(ids, self.model.id_at(self.view.currentIndex().row()))
        elif action == CardAction.SEEN:
            self.seen.toggle(ids)
        elif action in LEAVING:
            self.leavingRequested.emit(tuple(ids), action)

    def _favour(self, ids: tuple[str, ...]) -> None:
        items = [self.model.item(video_id) for video_id in ids]
        on = not all(item is not None and item.video.favourite for item in items)
        self._bridge.ask(lambda engine: engine.gallery.set_favourite(ids, on))

    def _fetch(self, video_id: str) -> None:
        words = QCoreApplication.translate("Library", "The video is being fetched again…")
        self._bridge.ask(
            lambda engine: engine.fetch_again(video_id), lambda _done: self._notice(words)
        )

    @property
    def plays(self) -> "PlayCounter":
        """Made with the first clip that plays."""
        from videogen_desktop.ui.player.play_counter import PlayCounter

        if self._plays is None:
            self._plays = PlayCounter(self)
            self._plays.watched.connect(self._count_play)
        return self._plays

    @Slot(str)
    def _follow_player(self, video_id: str) -> None:
        if self.players.is_playing(video_id):
            self.seen.watch(self.model.item(video_id))
        position, duration = self.players.position(video_id)
        plays = self.players.is_playing(video_id)
        self.plays.follow(video_id, plays=plays, has_ended=0 < duration <= position)
        if video_id not in self.players.active_ids():
            self.plays.leave(video_id)

    @Slot(str)
    def _count_play(self, video_id: str) -> None:
        from videogen_desktop.domain.export import UseKind

        self._bridge.ask(
            lambda engine: engine.exporter.count((video_id,), UseKind.PLAY),
            failed=lambda _error: None,
        )

    def _open(self, video_id: str) -> None:
        self.seen.watch(self.model.item(video_id))
        self._with_clip(video_id, open_clip)

    def _reveal(self, video_id: str) -> None:
        self._with_clip(video_id, reveal_clip)

    def _with_clip(self, video_id: str, action: Callable[[Path], bool]) -> None:
        item = self.model.item(video_id)
        clip = None if item is None else item.clip
        if clip is not None and not action(clip):
            self.fileRefused.emit()

    def _continue(self, video_id: str) -> None:
        item = self.model.item(video_id)
        if item is not None:
            self.follow_ups.continue_clip(item)

    def _reuse(self, video_id: str) -> None:
        item = self.model.item(video_id)
        if item is not None:
            self.follow_ups.make_again(item)
