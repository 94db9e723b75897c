"""The library as a gallery shows it: search, favourites, collections, delete and undo."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import IllegalTransitionError, VideoGenError, VideoNotFoundError
from videogen_desktop.domain.gallery import (
    FIRST_CARDS,
    FIRST_PAGE,
    STATES_OF,
    Collection,
    GalleryCounts,
    GalleryPage,
    GalleryQuery,
)
from videogen_desktop.domain.graphemes import beginning
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.services.accepting import cancel
from videogen_desktop.services.announcer import Announcer, library_items
from videogen_desktop.services.removing import Remover
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
    ) -> None:
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
        with self._library.read() as rows:
            ids = rows.gallery.first(query, FIRST_PAGE)
            items = library_items(rows, rows.videos.many(ids[:FIRST_CARDS])) if ids else ()
        return GalleryPage(ids, items)

    async def all_ids(self, query: GalleryQuery) -> tuple[str, ...]:
        """Everything the query shows, in order; cancelled by the next question of what to show."""
        self._asked += 1
        asked, ids = self._asked, list[str]()
        while asked == self._asked:
            with self._library.read() as rows:
                part = rows.gallery.slice(query, ids[-1] if ids else None)
            if not part:
                return tuple(ids)
            ids.extend(part)
            # The next letter's first page does not wait for all that this one found.
            await asyncio.sleep(0)
        raise asyncio.CancelledError

    async def counts(self, query: GalleryQuery) -> GalleryCounts:
        """How many videos each status would show; cancelled by the next question, of how many or
        of which come first."""
        self._counted += 1
        counted, found, after = self._counted, Counter[VideoState](), 0
        while counted == self._counted:
            with self._library.read() as rows:
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
        with self._library.read() as rows:
            videos = rows.videos.many(video_ids)
        return self._announcer.items(videos)

    async def models(self) -> tuple[str, ...]:
        """The ids of the models that the library has videos of."""
        with self._library.read() as rows:
            return rows.gallery.models()

    async def set_favourite(self, video_ids: Sequence[str], favourite: bool) -> None:
        for part in _slices(video_ids):
            now = self._clock.now_ms()
            with self._library.write() as rows:
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
            with self._library.write() as rows:
                gone = [video for video in rows.videos.many(part) if video.deleted_at is not None]
                rows.events.add_many([video.id for video in gone], "restored", now)
                restored = rows.videos.change_many(gone, now, deleted_at=None)
            for video in restored:
                self._remover.keep(video.id)
            self._announcer.changed_many(restored)
            await asyncio.sleep(0)

    async def collections(self) -> tuple[Collection, ...]:
        with self._library.read() as rows:
            return rows.collections.every()

    async def add_collection(self, name: str) -> Collection | None:
        """None when the name is empty or taken; names have at most 100 characters."""
        wanted = _collection_name(name)
        collection = Collection(self._new_id(), wanted)
        if not wanted:
            return None
        with self._library.write() as rows:
            added = rows.collections.add(collection.id, wanted, self._clock.now_ms())
        return collection if added else None

    async def remove_collection(self, collection_id: str) -> None:
        """The collection goes; its videos stay."""
        with self._library.write() as rows:
            rows.collections.remove(collection_id)

    async def rename_collection(self, collection_id: str, name: str) -> bool:
        """False when the name is empty or another collection's."""
        wanted = _collection_name(name)
        with self._library.write() as rows:
            taken = {other.name for other in rows.collections.every() if other.id != collection_id}
            if not wanted or wanted in taken:
                return False
            rows.collections.rename(collection_id, wanted)
        return True

    async def put(self, collection_id: str, video_ids: Sequence[str]) -> None:
        """Add the videos to the collection."""
        for part in _slices(video_ids):
            with self._library.write() as rows:
                rows.collections.put(collection_id, part, self._clock.now_ms())
            await asyncio.sleep(0)

    async def take(self, collection_id: str, video_ids: Sequence[str]) -> None:
        """Take the videos out of the collection."""
        for part in _slices(video_ids):
            with self._library.write() as rows:
                rows.collections.take(collection_id, part)
            await asyncio.sleep(0)

    async def join(self, query: GalleryQuery, video_id: str) -> bool:
        """Put a new video into the collection that was shown when it was asked for, and tell
        whether the query shows it."""
        with self._library.write() as rows:
            if query.collection_id is not None:
                rows.collections.put(query.collection_id, (video_id,), self._clock.now_ms())
            return rows.gallery.shows(query, video_id)

    def _delete(self, video_ids: Sequence[str]) -> list[VideoGenError]:
        now = self._clock.now_ms()
        with self._library.write() as rows:
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
            ready = [cancel(rows, v, now) if v.state is VideoState.RESERVED else v for v in going]
            rows.events.add_many([video.id for video in ready], "deleted", now)
            deleted = rows.videos.change_many(ready, now, deleted_at=now)
        for wallet_id in cancelled_in:
            self._announcer.balance(wallet_id)
        for video in deleted:
            self._announcer.removed(video)
            self._remover.remove_later(video.id)
        return [IllegalTransitionError(video.id, video.state, "deleted") for video in unsettled]


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
