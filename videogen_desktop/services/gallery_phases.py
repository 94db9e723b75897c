"""The atomic phases of the gallery and of deleted files; see `phases.py`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import VideoNotFoundError
from videogen_desktop.domain.gallery import GalleryQuery
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.services import transitions
from videogen_desktop.services.phases import Deletion
from videogen_desktop.storage.file_rows import FileRole
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

_UNSETTLED = (VideoState.UNCONFIRMED, VideoState.SENDING)


@dataclass(frozen=True, slots=True)
class Removal:
    """See RemovalPhases."""

    library: Library

    async def left_over(self) -> tuple[str, ...]:
        return await self.library.read(lambda rows: rows.files.having_any(rows.videos.deleted()))

    async def files_of_deleted(self, video_id: str) -> Mapping[FileRole, Path]:
        def look(rows: LibraryRows) -> Mapping[FileRole, Path]:
            if rows.videos.get(video_id).deleted_at is None:
                return {}
            return rows.files.of_videos([video_id]).get(video_id, {})

        return await self.library.read(look)

    async def forget(self, video_id: str, role: FileRole) -> None:
        await self.library.write(lambda rows: rows.files.forget(video_id, role))


@dataclass(frozen=True, slots=True)
class GalleryWriting:
    """See GalleryPhases."""

    library: Library
    clock: Clock

    async def favourite(self, video_ids: Sequence[str], favourite: bool) -> tuple[Video, ...]:
        now = self.clock.now_ms()

        def change(rows: LibraryRows) -> tuple[Video, ...]:
            videos = [v for v in rows.videos.many(video_ids) if v.favourite is not favourite]
            return rows.videos.change_many(videos, now, favourite=favourite)

        return await self.library.write(change)

    async def seen(self, video_ids: Sequence[str], seen: bool) -> tuple[Video, ...]:
        now = self.clock.now_ms()

        def change(rows: LibraryRows) -> tuple[Video, ...]:
            finished = (
                video
                for video in rows.videos.many(video_ids)
                if video.state is VideoState.COMPLETED and video.is_new is seen
            )
            return rows.videos.change_many(list(finished), now, seen_at=now if seen else None)

        return await self.library.write(change)

    async def titled(self, titles: Mapping[str, str | None]) -> tuple[Video, ...]:
        now = self.clock.now_ms()

        def change(rows: LibraryRows) -> tuple[Video, ...]:
            return tuple(
                rows.videos.change(video, now, title=titles[video.id])
                for video in rows.videos.many(list(titles))
                if video.title != titles[video.id]
            )

        return await self.library.write(change)

    async def deleted(self, video_ids: Sequence[str]) -> Deletion:
        now = self.clock.now_ms()
        return await self.library.write(lambda rows: _deleted(rows, video_ids, now))

    async def restored(self, video_ids: Sequence[str]) -> tuple[Video, ...]:
        now = self.clock.now_ms()

        def change(rows: LibraryRows) -> tuple[Video, ...]:
            gone = [video for video in rows.videos.many(video_ids) if video.deleted_at is not None]
            rows.events.add_many([video.id for video in gone], "restored", now)
            return rows.videos.change_many(gone, now, deleted_at=None)

        return await self.library.write(change)

    async def add_collection(self, collection_id: str, name: str) -> bool:
        now = self.clock.now_ms()
        return await self.library.write(lambda rows: rows.collections.add(collection_id, name, now))

    async def remove_collection(self, collection_id: str) -> None:
        await self.library.write(lambda rows: rows.collections.remove(collection_id))

    async def rename_collection(self, collection_id: str, name: str) -> bool:
        def change(rows: LibraryRows) -> bool:
            taken = {other.name for other in rows.collections.every() if other.id != collection_id}
            if name in taken:
                return False
            rows.collections.rename(collection_id, name)
            return True

        return await self.library.write(change)

    async def put(self, collection_id: str, video_ids: Sequence[str]) -> None:
        now = self.clock.now_ms()
        await self.library.write(lambda rows: rows.collections.put(collection_id, video_ids, now))

    async def take(self, collection_id: str, video_ids: Sequence[str]) -> None:
        await self.library.write(lambda rows: rows.collections.take(collection_id, video_ids))

    async def shown(self, query: GalleryQuery, video_id: str) -> bool:
        now = self.clock.now_ms()

        def change(rows: LibraryRows) -> bool:
            if query.collection_id is not None:
                rows.collections.put(query.collection_id, (video_id,), now)
            return rows.gallery.shows(query, video_id)

        return await self.library.write(change)


def _deleted(rows: LibraryRows, video_ids: Sequence[str], now: int) -> Deletion:
    videos = rows.videos.many(video_ids)
    for video_id in set(video_ids) - {video.id for video in videos}:
        raise VideoNotFoundError(video_id)
    unsettled = tuple(video for video in videos if video.state in _UNSETTLED)
    going = [one for one in videos if one.state not in _UNSETTLED and one.deleted_at is None]
    reserved = [video for video in going if video.state is VideoState.RESERVED]
    ready = [
        transitions.cancelled(rows, video, now) if video.state is VideoState.RESERVED else video
        for video in going
    ]
    rows.events.add_many([video.id for video in ready], "deleted", now)
    deleted = rows.videos.change_many(ready, now, deleted_at=now)
    return Deletion(deleted, unsettled, frozenset(video.wallet_id for video in reserved))
