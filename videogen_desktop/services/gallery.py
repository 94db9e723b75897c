"""The library as a gallery shows it: search, favourites, collections, delete and undo."""

from collections.abc import Callable, Sequence

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import IllegalTransitionError, VideoGenError
from videogen_desktop.domain.gallery import Collection, GalleryCounts, GalleryQuery
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.services.accepting import Accepting
from videogen_desktop.services.announcer import Announcer, library_items
from videogen_desktop.services.removing import Remover
from videogen_desktop.storage.library import Library

FIRST_PAGE = 120


class Gallery:
    """Every method runs on the worker's loop."""

    def __init__(
        self,
        library: Library,
        accepting: Accepting,
        remover: Remover,
        announcer: Announcer,
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        self._library = library
        self._accepting = accepting
        self._remover = remover
        self._announcer = announcer
        self._clock = clock
        self._new_id = new_id

    async def first_ids(self, query: GalleryQuery) -> tuple[str, ...]:
        """The first 120 of what the query shows; `all_ids` begins with the same."""
        with self._library.read() as rows:
            return rows.gallery.first(query, FIRST_PAGE)

    async def all_ids(self, query: GalleryQuery) -> tuple[str, ...]:
        """Everything the query shows, in order."""
        ids: list[str] = []
        with self._library.read() as rows:
            for part in rows.gallery.slices(query):
                ids.extend(part)
        return tuple(ids)

    async def counts(self, query: GalleryQuery) -> GalleryCounts:
        """How many videos each status would show."""
        with self._library.read() as rows:
            return rows.gallery.counts(query)

    async def items(self, video_ids: Sequence[str]) -> tuple[LibraryItem, ...]:
        """Snapshots of those that exist, in the order asked for."""
        with self._library.read() as rows:
            videos = rows.videos.many(video_ids)
        return library_items(self._library, videos)

    async def set_favourite(self, video_ids: Sequence[str], favourite: bool) -> None:
        now = self._clock.now_ms()
        with self._library.write() as rows:
            changed = [
                rows.videos.change(video, now, favourite=favourite)
                for video in rows.videos.many(video_ids)
                if video.favourite is not favourite
            ]
        for video in changed:
            self._announcer.changed(video)

    async def delete(self, video_ids: Sequence[str]) -> tuple[VideoGenError, ...]:
        """Take the videos out of the gallery; their rows, polling and money go on.

        Their files go to the system's bin after ten seconds, or at the next start; until then
        `restore` brings everything back. A reserved one is cancelled. One that is being sent or
        unconfirmed must be settled first: it stays, and its IllegalTransitionError is returned.
        """
        refused: list[VideoGenError] = []
        for video_id in video_ids:
            try:
                self._delete(self._video(video_id))
            except IllegalTransitionError as error:
                refused.append(error)
        return tuple(refused)

    async def restore(self, video_ids: Sequence[str]) -> None:
        """Undo a delete. Files that are in the bin already stay there; the video can be
        downloaded again while the provider has it."""
        now = self._clock.now_ms()
        with self._library.write() as rows:
            for video in rows.videos.many(video_ids):
                if video.deleted_at is not None:
                    rows.events.add(video.id, "restored", now)
                    rows.videos.change(video, now, deleted_at=None)
        for video_id in video_ids:
            self._remover.keep(video_id)
            self._announcer.changed(self._video(video_id))

    async def collections(self) -> tuple[Collection, ...]:
        with self._library.read() as rows:
            return rows.collections.every()

    async def add_collection(self, name: str) -> Collection | None:
        """None when the name is empty or taken; names have at most 100 characters."""
        wanted = " ".join(name.split())[:100]
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

    async def put(self, collection_id: str, video_ids: Sequence[str]) -> None:
        """Add the videos to the collection."""
        with self._library.write() as rows:
            rows.collections.put(collection_id, video_ids, self._clock.now_ms())

    async def take(self, collection_id: str, video_ids: Sequence[str]) -> None:
        """Take the videos out of the collection."""
        with self._library.write() as rows:
            rows.collections.take(collection_id, video_ids)

    def _delete(self, video: Video) -> None:
        if video.state is VideoState.RESERVED:
            video = self._accepting.cancelled(video)
            self._announcer.balance(video.wallet_id)
        if video.state in (VideoState.UNCONFIRMED, VideoState.SENDING):
            raise IllegalTransitionError(video.id, video.state, "deleted")
        if video.deleted_at is not None:
            return
        now = self._clock.now_ms()
        with self._library.write() as rows:
            rows.events.add(video.id, "deleted", now)
            video = rows.videos.change(video, now, deleted_at=now)
        self._announcer.removed(video)
        self._remover.remove_later(video.id)

    def _video(self, video_id: str) -> Video:
        with self._library.read() as rows:
            return rows.videos.get(video_id)
