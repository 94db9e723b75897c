"""The list of videos that the gallery shows, kept in step with the library and the user's query."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.events import Event, VideoChanged, VideoRemoved
from videogen_desktop.domain.gallery import (
    FIRST_PAGE,
    GalleryCounts,
    GalleryPage,
    GalleryQuery,
    GallerySort,
)
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui import charges
from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.gallery import row_words
from videogen_desktop.ui.gallery.failure_wording import failure_headline
from videogen_desktop.ui.gallery.model import GalleryModel
from videogen_desktop.ui.library import wording

# Twenty jobs that change at once are one question.
_ASK_AGAIN_AFTER_MS = 300
_COUNT_AFTER_MS = 250
# Who still types needs the first page only: the whole list would be in the next letter's way.
_WHOLE_AFTER_MS = 200
_FAILED = (VideoState.FAILED, VideoState.UNCONFIRMED)
_ENDS = (VideoState.COMPLETED, *_FAILED)


class ListingPresenter(QObject):
    """Owns the gallery's query. Main thread.

    The first page comes first, then the whole list; an answer to an earlier query is dropped.
    """

    queryChanged = Signal(object)  # GalleryQuery
    countsChanged = Signal(object)  # GalleryCounts
    # A video that was known has ended, or its end became unclear: LibraryItem.
    stateChanged = Signal(object)
    problemFound = Signal(object)  # BaseException

    def __init__(self, bridge: EngineBridge, model: GalleryModel, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._model = model
        self._query = GalleryQuery()
        self._generation = 0
        self._is_open = False
        # What is being counted, and whether something has changed since that was asked.
        self._counting: GalleryQuery | None = None
        self._count_again = False
        self._again_due = QTimer(self, singleShot=True, interval=_ASK_AGAIN_AFTER_MS)
        self._again_due.timeout.connect(self.reload)
        self._whole_due = QTimer(self, singleShot=True, interval=_WHOLE_AFTER_MS)
        self._whole_due.timeout.connect(self._ask_whole)
        self._counts_due = QTimer(self, singleShot=True, interval=_COUNT_AFTER_MS)
        self._counts_due.timeout.connect(self._ask_counts)

    @property
    def query(self) -> GalleryQuery:
        return self._query

    @Slot(object)
    def show_first_look(self, page: GalleryPage) -> None:
        """The newest videos, before the library is open: nothing can be asked yet."""
        if page.ids and not self._is_open and self.shows_newest:
            self._model.set_page(page.ids, page.items)

    def opened(self, page: GalleryPage) -> None:
        """The library is open; these are its newest videos, or all of them."""
        is_known = not self._is_open and self._model.rowCount() > 0
        self._is_open = True
        self._generation += 1
        self._counting = None
        if self.shows_newest:
            if is_known:
                # The first look's cards: who has scrolled, or plays one, is not disturbed.
                self._model.put_items(page.items)
                self._model.change_ids(page.ids)
            else:
                self._model.set_page(page.ids, page.items)
            if len(page.ids) >= FIRST_PAGE:
                self._ask_all(self._generation)
        else:
            self._ask_first()
        # The first cards come first.
        self._counts_due.start()

    @property
    def shows_newest(self) -> bool:
        """Whether a new video belongs at the top."""
        return self._query.shows_everything and self._query.sort is GallerySort.NEWEST

    def show(self, query: GalleryQuery) -> None:
        """Show what this query finds."""
        if query == self._query:
            return
        self._query = query
        self._model.adds_new = self.shows_newest
        self.queryChanged.emit(query)
        if self._is_open:
            self._ask_first()
            self._counting = None
            self._counts_due.start()

    def follow(self, event: Event) -> None:
        """Follow the engine; under a filter the list itself is asked for again.

        Before the model does: that one still says how the video was.
        """
        if isinstance(event, VideoChanged):
            before = self._model.item(event.item.video.id)
            if before is not None:
                self._tell_end(before, event.item)
        if isinstance(event, VideoChanged | VideoRemoved):
            # Not put off by the next one: with 200 jobs there is always a next one.
            if not self._counts_due.isActive():
                self._counts_due.start()
            if not self.shows_newest and not self._again_due.isActive():
                self._again_due.start()

    def _tell_end(self, before: LibraryItem, now: LibraryItem) -> None:
        is_news = now.video.revision > before.video.revision
        if is_news and now.video.state is not before.video.state and now.video.state in _ENDS:
            self.stateChanged.emit(now)

    def stop(self) -> None:
        """Ask nothing more; idempotent."""
        self._is_open = False
        for timer in (self._again_due, self._whole_due, self._counts_due):
            timer.stop()

    # --- asking ----------------------------------------------------------------------------

    def _ask_first(self) -> None:
        self._again_due.stop()
        self._whole_due.stop()
        self._generation += 1
        query, generation = self._query, self._generation
        self._bridge.ask(
            lambda engine: engine.gallery.first_page(query),
            partial(self._first_came, generation),
            partial(self._failed, generation),
        )

    @Slot()
    def reload(self) -> None:
        """The same query once more; what stays keeps its place."""
        if not self._is_open:
            return
        self._again_due.stop()
        self._whole_due.stop()
        self._generation += 1
        self._ask_all(self._generation)

    def _ask_all(self, generation: int) -> None:
        query = self._query
        self._bridge.ask(
            lambda engine: engine.gallery.all_ids(query),
            partial(self._all_came, generation),
            partial(self._failed, generation),
        )

    def _first_came(self, generation: int, page: GalleryPage) -> None:
        if generation == self._generation:
            self._model.set_page(page.ids, page.items)
            if len(page.ids) >= FIRST_PAGE:
                self._whole_due.start()

    @Slot()
    def _ask_whole(self) -> None:
        self._ask_all(self._generation)

    def _all_came(self, generation: int, ids: Sequence[str]) -> None:
        if generation == self._generation:
            self._model.change_ids(ids)

    def _failed(self, generation: int, error: BaseException) -> None:
        if generation == self._generation:
            self.problemFound.emit(error)

    @Slot()
    def _ask_counts(self) -> None:
        query = self._query
        if self._counting == query:
            # The next count would end this one, and with many jobs none would ever come.
            self._count_again = True
            return
        self._counting, self._count_again = query, False
        self._bridge.ask(
            lambda engine: engine.gallery.counts(query),
            partial(self._counts_came, query),
            partial(self._counts_failed, query),
        )

    def _counts_came(self, query: GalleryQuery, counts: GalleryCounts | None) -> None:
        if query != self._query or not isinstance(counts, GalleryCounts):
            return
        self._end_counting()
        self.countsChanged.emit(counts)
        if (
            self._query.shows_everything
            and counts.total > self._model.rowCount() + self._model.stacks.hidden
        ):
            self.reload()

    def _counts_failed(self, query: GalleryQuery, error: BaseException) -> None:
        if query == self._query:
            self._end_counting()
        self.problemFound.emit(error)

    def _end_counting(self) -> None:
        self._counting = None
        if self._count_again and self._is_open:
            self._counts_due.start()


class Announcements(QObject):
    """Tells a screen reader how much was found, and what has ended. Main thread.

    Nothing that the user does is repeated: only what comes of it.
    """

    def __init__(self, listing: ListingPresenter, view: QWidget) -> None:
        super().__init__(view)
        self._listing = listing
        self._view = view
        # The library opens: that is the first thing to tell.
        self._is_due = True
        listing.queryChanged.connect(self._wait)
        listing.countsChanged.connect(self._tell_number)
        listing.stateChanged.connect(self._tell_state)

    @Slot()
    def _wait(self) -> None:
        self._is_due = True

    @Slot(object)
    def _tell_number(self, counts: GalleryCounts) -> None:
        """Once for each question; counts that change by themselves are no answer."""
        if not self._is_due:
            return
        self._is_due = False
        query = self._listing.query
        status = query.status
        count = counts.total if status is None else counts.by_status.get(status, 0)
        announce(self._view, wording.found(count, in_all=query.shows_everything))

    @Slot(object)
    def _tell_state(self, item: LibraryItem) -> None:
        parts = [row_words.accessible_name(item)]
        if item.video.state in _FAILED:
            parts += [failure_headline(item), charges.cost(item)]
        announce(self._view, ". ".join(part.rstrip(".") for part in parts if part))
