"""The library as a gallery shows it: search, favourites, collections, delete and undo."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from videogen_desktop.domain.aspect_ratio import UNKNOWN_SHAPE, code_of_sides
from videogen_desktop.domain.clock import Clock, latest_past
from videogen_desktop.domain.errors import IllegalTransitionError, VideoGenError
from videogen_desktop.domain.gallery import (
    FIRST_CARDS,
    FIRST_PAGE,
    STATES_OF,
    Collection,
    GalleryCounts,
    GalleryPage,
    GalleryQuery,
    GallerySort,
    Spelling,
    StatusGroup,
)
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.take_stacks import TakeStacks
from videogen_desktop.domain.text import beginning, marked_words
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.domain.video import Family, LibraryItem, Video, clean_title
from videogen_desktop.domain.video_list import DateOrder, VideoList
from videogen_desktop.services.announcer import Announcer, library_items
from videogen_desktop.services.phases import GalleryPhases
from videogen_desktop.services.removing import Remover
from videogen_desktop.storage.gallery_rows import CountSlice, search_words
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

_S = Spelling
LONGEST_NAME = 100
# One transaction: long enough that its commit does not count, short enough that nobody waits.
AT_ONCE = 100


class Gallery:
    """Every method runs on the worker's loop."""

    def __init__(
        self,
        library: Library,
        phases: GalleryPhases,
        remover: Remover,
        announcer: Announcer,
        clock: Clock,
        new_id: Callable[[], str],
        vendors: Vendors,
    ) -> None:
        self._vendors = vendors
        self._library = library
        self._phases = phases
        self._remover = remover
        self._announcer = announcer
        self._clock = clock
        self._new_id = new_id
        # A delete and its undo, each with what follows from it.
        self._deleting = asyncio.Lock()
        self._asked = 0
        self._counted = 0

    async def first_page(self, query: GalleryQuery) -> GalleryPage:
        """The first 120 of what the query shows (`all_ids` begins with the same), and the cards
        that stand at the top: who types waits for one answer, not for two."""
        self._asked += 1
        self._counted += 1
        now = self._clock.now_ms()
        listing = _Listing(query, now)
        page = await self._library.read(lambda rows: _first_page(rows, listing, self._vendors))
        return page._replace(items=tuple(map(self._announcer.remembered, page.items)))

    async def all_ids(self, query: GalleryQuery) -> VideoList:
        """Everything the query shows, in order, with what places each card; cancelled by the next
        question of what to show. Whoever gets it may change it."""
        self._asked += 1
        asked, listing = self._asked, _Listing(query, self._clock.now_ms())
        while asked == self._asked:
            if not await self._library.read(listing.read_on):
                return listing.videos
            # The next letter's first page does not wait for all that this one found.
            await asyncio.sleep(0)
        raise asyncio.CancelledError

    async def counts(self, query: GalleryQuery) -> GalleryCounts:
        """The number of videos that each status would show; cancelled by the next question, for
        numbers or for the first page."""
        self._counted += 1
        counted, found, new, after = self._counted, Counter[VideoState](), 0, 0
        query = _dated(query, self._clock.now_ms())
        while counted == self._counted:
            part = await self._library.read(_count_of(query, after))
            found.update(part.found)
            new += part.new
            if part.after is None:
                return _counts(found, new)
            after = part.after
            # A letter that is typed meanwhile does not wait for 100,000 videos.
            await asyncio.sleep(0)
        raise asyncio.CancelledError

    async def items(self, video_ids: Sequence[str]) -> tuple[LibraryItem, ...]:
        """Snapshots of those that exist, in the order asked for."""
        videos = await self._library.read(lambda rows: rows.videos.many(video_ids))
        return await self._announcer.items(videos)

    async def family(self, video_id: str) -> Family:
        """What the video continues, what continues it, and its other takes. Raises
        VideoNotFoundError."""

        def relatives(rows: LibraryRows) -> tuple[tuple[Video, ...], ...]:
            group_id = rows.videos.get(video_id).take_group_id
            takes = rows.videos.takes_of(group_id) if group_id else ()
            others = (one for one in takes if one.id != video_id and one.deleted_at is None)
            return (
                rows.videos.ancestors_of(video_id),
                rows.videos.children_of(video_id),
                tuple(others),
            )

        found = await self._library.read(relatives)
        return Family(*[await self._announcer.items(videos) for videos in found])

    async def models(self) -> Mapping[str, str]:
        """The models that the library has videos of: ids, and what their vendors call them."""
        found = await self._library.read(lambda rows: rows.gallery.models())
        return {model_id: self._vendors.title(model_id) for model_id in found}

    async def set_favourite(self, video_ids: Sequence[str], favourite: bool) -> None:
        for part in _slices(video_ids):
            await self._announcer.changed_many(await self._phases.favourite(part, favourite))
            await asyncio.sleep(0)

    async def set_seen(self, video_ids: Sequence[str], seen: bool) -> None:
        """Of finished videos; the others have nothing to be seen."""
        for part in _slices(video_ids):
            await self._announcer.changed_many(await self._phases.seen(part, seen))
            await asyncio.sleep(0)

    async def set_titles(self, titles: Mapping[str, str]) -> None:
        """Call each of these videos so; one whose title is empty speaks by its description again.

        A title is one line of at most 200 characters. Nothing else of the video changes, and no
        file of the library is renamed.
        """
        wanted = {video_id: clean_title(title) for video_id, title in titles.items()}
        for part in _slices(tuple(wanted)):
            named = {video_id: wanted[video_id] for video_id in part}
            await self._announcer.changed_many(await self._phases.titled(named))
            await asyncio.sleep(0)

    async def delete(self, video_ids: Sequence[str]) -> tuple[VideoGenError, ...]:
        """Take the videos out of the gallery; their rows, polling and money go on.

        Their files go to the system's bin after ten seconds, or at the next start; until then
        `restore` brings everything back. A reserved one is cancelled. One that is being sent or
        unconfirmed must be settled first: it stays, and its IllegalTransitionError is returned.
        Raises VideoNotFoundError.
        """
        refused: list[VideoGenError] = []
        for part in _slices(video_ids):
            async with self._deleting:
                refused += await self._delete(part)
            # Whatever else the worker does comes in between.
            await asyncio.sleep(0)
        return tuple(refused)

    async def restore(self, video_ids: Sequence[str]) -> None:
        """Undo a delete. Files that are in the bin already stay there; the video can be
        downloaded again while the provider has it."""
        for part in _slices(video_ids):
            async with self._deleting:
                restored = await self._phases.restored(part)
                for video in restored:
                    self._remover.keep(video.id)
                await self._announcer.changed_many(restored)
            await asyncio.sleep(0)

    async def collections(self) -> tuple[Collection, ...]:
        return await self._library.read(lambda rows: rows.collections.every())

    async def add_collection(self, name: str) -> Collection | None:
        """None when the name is empty or taken; names have at most 100 characters."""
        wanted = _collection_name(name)
        collection = Collection(self._new_id(), wanted)
        if not wanted:
            return None
        added = await self._phases.add_collection(collection.id, wanted)
        return collection if added else None

    async def remove_collection(self, collection_id: str) -> None:
        """The collection goes; its videos stay."""
        await self._phases.remove_collection(collection_id)

    async def rename_collection(self, collection_id: str, name: str) -> bool:
        """False when the name is empty or another collection's."""
        wanted = _collection_name(name)
        return bool(wanted) and await self._phases.rename_collection(collection_id, wanted)

    async def put(self, collection_id: str, video_ids: Sequence[str]) -> None:
        """Add the videos to the collection."""
        for part in _slices(video_ids):
            await self._phases.put(collection_id, part)
            await asyncio.sleep(0)

    async def take(self, collection_id: str, video_ids: Sequence[str]) -> None:
        """Take the videos out of the collection."""
        for part in _slices(video_ids):
            await self._phases.take(collection_id, part)
            await asyncio.sleep(0)

    async def join(self, query: GalleryQuery, video_id: str) -> bool:
        """Put a new video into the collection that was shown when it was asked for, and tell
        whether the query shows it."""
        return await self._phases.shown(_dated(query, self._clock.now_ms()), video_id)

    async def _delete(self, video_ids: Sequence[str]) -> list[VideoGenError]:
        deletion = await self._phases.deleted(video_ids)
        for video in deletion.deleted:
            self._remover.remove_later(video.id)
        for wallet_id in deletion.cancelled_in:
            await self._announcer.balance(wallet_id)
        for video in deletion.deleted:
            self._announcer.removed(video)
        return [
            IllegalTransitionError(video.id, video.state, "deleted") for video in deletion.unsettled
        ]


class _Listing:
    """Reads what a query shows, a slice at a time."""

    def __init__(self, query: GalleryQuery, now: int) -> None:
        self.videos = VideoList(order=_date_order(query))
        self.videos.stacks = self._stacks = TakeStacks()
        self._parts = deque(_parts(query, now))
        self._last: str | None = None
        self._latest = latest_past(now)

    def read_on(self, rows: LibraryRows, most: int | None = None) -> bool:
        """The next slice; False when there is no more."""
        if not self._parts:
            return False
        found = rows.gallery.marked_slice(self._parts[0], self._last, self._latest, most)
        if found.ids:
            shapes = _with_seen_sides(rows, found.ids, found.shapes)
            first = len(self.videos)
            self.videos.append_marked(found.ids, shapes, found.seconds)
            self._stacks.gather(self.videos, first, found.groups)
            self._last = found.ids[-1]
        else:
            self._parts.popleft()
            self._last = None
        return True


def _with_seen_sides(rows: LibraryRows, ids: Sequence[str], shapes: bytes) -> bytes:
    """Where a request does not say its shape, as of a clip that follows its picture, the clip that
    is here does."""
    if UNKNOWN_SHAPE not in shapes:
        return shapes
    places = [place for place, shape in enumerate(shapes) if shape == UNKNOWN_SHAPE]
    clips = rows.files.seen_clips([ids[place] for place in places])
    known = bytearray(shapes)
    for place in places:
        clip = clips.get(ids[place])
        if clip is not None and clip.sides is not None:
            known[place] = code_of_sides(*clip.sides)
    return bytes(known)


def _date_order(query: GalleryQuery) -> DateOrder:
    if search_words(query) or query.sort is GallerySort.PROMPT:
        return DateOrder.NONE
    is_newest = query.sort is GallerySort.NEWEST
    return DateOrder.NEWEST_FIRST if is_newest else DateOrder.OLDEST_FIRST


def _first_page(rows: LibraryRows, listing: _Listing, vendors: Vendors) -> GalleryPage:
    videos = listing.videos
    while len(videos) < FIRST_PAGE and listing.read_on(rows, FIRST_PAGE - len(videos)):
        pass
    items = library_items(rows, rows.videos.many(videos.part(0, FIRST_CARDS)), vendors)
    return GalleryPage(videos, items)


def _count_of(query: GalleryQuery, after: int) -> Callable[[LibraryRows], CountSlice]:
    return lambda rows: rows.gallery.count_slice(query, after)


def _dated(query: GalleryQuery, now: int) -> GalleryQuery:
    """The query where it asks for days: a video whose date cannot be is of none."""
    if query.created_from is None and query.created_before is None:
        return query
    ahead = latest_past(now) + 1
    return replace(
        query,
        created_from=max(query.created_from or 1, 1),
        created_before=min(query.created_before or ahead, ahead),
    )


def _parts(query: GalleryQuery, now: int) -> tuple[GalleryQuery, ...]:
    """The parts to read one after the other: what was found as it was typed, with its marks, comes
    before what only folds to it, and dates that cannot be stand last in either order.

    A row's date is never changed (the database refuses it), and sorting by whether it can be would
    read the whole index: two ranges of it are as quick as one. What words find comes in the order
    in which it came into the library, whatever its date.
    """
    dated = _dated(query, now)
    if query.sort is not GallerySort.PROMPT and marked_words(query.text):
        return tuple(replace(dated, spelling=one) for one in (_S.AS_TYPED, _S.OTHERWISE))
    if dated is not query or search_words(query) or query.sort is GallerySort.PROMPT:
        return (dated,)
    if query.sort is GallerySort.OLDEST:
        return replace(query, created_from=1), replace(query, created_before=1)
    ahead = latest_past(now) + 1
    return replace(query, created_before=ahead), replace(query, created_from=ahead)


def _counts(found: Counter[VideoState], new: int) -> GalleryCounts:
    by_status = {
        group: sum(found[state] for state in states) for group, states in STATES_OF.items()
    }
    return GalleryCounts(found.total(), by_status | {StatusGroup.NEW: new})


def _slices(video_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    ids = tuple(dict.fromkeys(video_ids))
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


def _collection_name(name: str) -> str:
    return beginning(" ".join(name.split()), LONGEST_NAME).rstrip()
