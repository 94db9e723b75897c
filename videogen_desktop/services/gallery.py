"""The library as a gallery shows it: search, favourites, collections, delete and undo."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from videogen_desktop.domain.clock import Clock, latest_past
from videogen_desktop.domain.errors import IllegalTransitionError, VideoGenError, VideoNotFoundError
from videogen_desktop.domain.gallery import (
    FIRST_CARDS,
    FIRST_PAGE,
    STATES_OF,
    Collection,
    GalleryCounts,
    GalleryPage,
    GalleryQuery,
    GallerySort,
)
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.text import beginning
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.services import transitions
from videogen_desktop.services.announcer import Announcer, library_items
from videogen_desktop.services.removing import Remover
from videogen_desktop.storage.gallery_conditions import words
from videogen_desktop.storage.library import Library

LONGEST_NAME = 100
# One transaction: long enough that its commit does not count, short enough that nobody waits.
AT_ONCE = 100
_UNSETTLED = (VideoState.UNCONFIRMED, VideoState.SENDING)


class Gallery:
    """Every method runs on the worker's loop."""

    def __init__(
        self,
        library: Library,
        remover: Remover,
        announcer: Announcer,
        clock: Clock,
        new_id: Callable[[], str],
        vendors: Vendors,
    ) -> None:
        self._vendors = vendors
        self._library = library
        self._remover = remover
        self._announcer = announcer
        self._clock = clock
        self._new_id = new_id
        self._asked = 0
        self._counted = 0

    async def first_page(self, query: GalleryQuery) -> GalleryPage:
        """The first 120 of what the query shows (`all_ids` begins with the same), and the cards
        that stand at the top: who types waits for one answer, not for two."""
        self._asked += 1
        self._counted += 1
        with self._library.reading() as rows:
            ids = tuple[str, ...]()
            for part in _parts(query, self._clock.now_ms()):
                if len(ids) < FIRST_PAGE:
                    ids += rows.gallery.first(part, FIRST_PAGE - len(ids))
            items = library_items(rows, rows.videos.many(ids[:FIRST_CARDS]), self._vendors)
        return GalleryPage(ids, items)

    async def all_ids(self, query: GalleryQuery) -> tuple[str, ...]:
        """Everything the query shows, in order; cancelled by the next question of what to show."""
        self._asked += 1
        asked, ids = self._asked, list[str]()
        parts = deque(_parts(query, self._clock.now_ms()))
        last: str | None = None
        while asked == self._asked:
            with self._library.reading() as rows:
                found = rows.gallery.slice(parts[0], last)
            if not found:
                parts.popleft()
                if not parts:
                    return tuple(ids)
            last = found[-1] if found else None
            ids.extend(found)
            # The next letter's first page does not wait for all that this one found.
            await asyncio.sleep(0)
        raise asyncio.CancelledError

    async def counts(self, query: GalleryQuery) -> GalleryCounts:
        """How many videos each status would show; cancelled by the next question, of how many or
        of which come first."""
        self._counted += 1
        counted, found, after = self._counted, Counter[VideoState](), 0
        query = _dated(query, self._clock.now_ms())
        while counted == self._counted:
            with self._library.reading() as rows:
                part = rows.gallery.count_slice(query, after)
            found.update(part.found)
            if part.after is None:
                return _counts(found)
            after = part.after
            # A letter that is typed meanwhile does not wait for 100,000 videos.
            await asyncio.sleep(0)
        raise asyncio.CancelledError

    async def items(self, video_ids: Sequence[str]) -> tuple[LibraryItem, ...]:
        """Snapshots of those that exist, in the order asked for."""
        with self._library.reading() as rows:
            videos = rows.videos.many(video_ids)
        return self._announcer.items(videos)

    async def models(self) -> Mapping[str, str]:
        """The models that the library has videos of: ids, and what their vendors call them."""
        with self._library.reading() as rows:
            found = rows.gallery.models()
        return {model_id: self._vendors.title(model_id) for model_id in found}

    async def set_favourite(self, video_ids: Sequence[str], favourite: bool) -> None:
        for part in _slices(video_ids):
            now = self._clock.now_ms()
            with self._library.writing() as rows:
                videos = [v for v in rows.videos.many(part) if v.favourite is not favourite]
                changed = rows.videos.change_many(videos, now, favourite=favourite)
            self._announcer.changed_many(changed)
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
            refused += self._delete(part)
            # Whatever else the worker does comes in between.
            await asyncio.sleep(0)
        return tuple(refused)

    async def restore(self, video_ids: Sequence[str]) -> None:
        """Undo a delete. Files that are in the bin already stay there; the video can be
        downloaded again while the provider has it."""
        for part in _slices(video_ids):
            now = self._clock.now_ms()
            with self._library.writing() as rows:
                gone = [video for video in rows.videos.many(part) if video.deleted_at is not None]
                rows.events.add_many([video.id for video in gone], "restored", now)
                restored = rows.videos.change_many(gone, now, deleted_at=None)
            for video in restored:
                self._remover.keep(video.id)
            self._announcer.changed_many(restored)
            await asyncio.sleep(0)

    async def collections(self) -> tuple[Collection, ...]:
        with self._library.reading() as rows:
            return rows.collections.every()

    async def add_collection(self, name: str) -> Collection | None:
        """None when the name is empty or taken; names have at most 100 characters."""
        wanted = _collection_name(name)
        collection = Collection(self._new_id(), wanted)
        if not wanted:
            return None
        with self._library.writing() as rows:
            added = rows.collections.add(collection.id, wanted, self._clock.now_ms())
        return collection if added else None

    async def remove_collection(self, collection_id: str) -> None:
        """The collection goes; its videos stay."""
        with self._library.writing() as rows:
            rows.collections.remove(collection_id)

    async def rename_collection(self, collection_id: str, name: str) -> bool:
        """False when the name is empty or another collection's."""
        wanted = _collection_name(name)
        with self._library.writing() as rows:
            taken = {other.name for other in rows.collections.every() if other.id != collection_id}
            if not wanted or wanted in taken:
                return False
            rows.collections.rename(collection_id, wanted)
        return True

    async def put(self, collection_id: str, video_ids: Sequence[str]) -> None:
        """Add the videos to the collection."""
        for part in _slices(video_ids):
            with self._library.writing() as rows:
                rows.collections.put(collection_id, part, self._clock.now_ms())
            await asyncio.sleep(0)

    async def take(self, collection_id: str, video_ids: Sequence[str]) -> None:
        """Take the videos out of the collection."""
        for part in _slices(video_ids):
            with self._library.writing() as rows:
                rows.collections.take(collection_id, part)
            await asyncio.sleep(0)

    async def join(self, query: GalleryQuery, video_id: str) -> bool:
        """Put a new video into the collection that was shown when it was asked for, and tell
        whether the query shows it."""
        with self._library.writing() as rows:
            if query.collection_id is not None:
                rows.collections.put(query.collection_id, (video_id,), self._clock.now_ms())
            return rows.gallery.shows(_dated(query, self._clock.now_ms()), video_id)

    def _delete(self, video_ids: Sequence[str]) -> list[VideoGenError]:
        now = self._clock.now_ms()
        with self._library.writing() as rows:
            videos = rows.videos.many(video_ids)
            for video_id in set(video_ids) - {video.id for video in videos}:
                raise VideoNotFoundError(video_id)
            unsettled = [video for video in videos if video.state in _UNSETTLED]
            going = [
                video
                for video in videos
                if video.state not in _UNSETTLED and video.deleted_at is None
            ]
            cancelled_in = {v.wallet_id for v in going if v.state is VideoState.RESERVED}
            ready = [
                transitions.cancelled(rows, v, now) if v.state is VideoState.RESERVED else v
                for v in going
            ]
            rows.events.add_many([video.id for video in ready], "deleted", now)
            deleted = rows.videos.change_many(ready, now, deleted_at=now)
        for wallet_id in cancelled_in:
            self._announcer.balance(wallet_id)
        for video in deleted:
            self._announcer.removed(video)
            self._remover.remove_later(video.id)
        return [IllegalTransitionError(video.id, video.state, "deleted") for video in unsettled]


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
    """What to read one after the other: dates that cannot be stand last in either order.

    A row's date is never changed (the database refuses it), and sorting by whether it can be would
    read the whole index: two ranges of it are as quick as one. What words find comes in the order
    in which it came into the library, whatever its date.
    """
    dated = _dated(query, now)
    if dated is not query or words(query) or query.sort is GallerySort.PROMPT:
        return (dated,)
    if query.sort is GallerySort.OLDEST:
        return replace(query, created_from=1), replace(query, created_before=1)
    ahead = latest_past(now) + 1
    return replace(query, created_before=ahead), replace(query, created_from=ahead)


def _counts(found: Counter[VideoState]) -> GalleryCounts:
    by_status = {
        group: sum(found[state] for state in states) for group, states in STATES_OF.items()
    }
    return GalleryCounts(found.total(), by_status)


def _slices(video_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    ids = tuple(dict.fromkeys(video_ids))
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


def _collection_name(name: str) -> str:
    return beginning(" ".join(name.split()), LONGEST_NAME).rstrip()
