"""The library's collections: named sets of videos."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from videogen_desktop.domain.gallery import Collection
from videogen_desktop.storage.tables import collection, collection_video, video


class CollectionRows:
    """The library's collections, within one transaction."""

    def __init__(self, connection: Connection, library_id: str) -> None:
        self._connection = connection
        self._library_id = library_id

    def every(self) -> tuple[Collection, ...]:
        """All of them with how many videos they show, oldest first."""
        shown = (
            select(collection_video.c.collection_id, func.count().label("videos"))
            .join(video, video.c.id == collection_video.c.video_id)
            .where(video.c.deleted_at.is_(None))
            .group_by(collection_video.c.collection_id)
            .subquery()
        )
        rows = self._connection.execute(
            select(collection.c.id, collection.c.name, func.coalesce(shown.c.videos, 0))
            .outerjoin(shown, shown.c.collection_id == collection.c.id)
            .where(collection.c.library_id == self._library_id)
            .order_by(collection.c.created_at, collection.c.id)
        )
        return tuple(Collection(*row) for row in rows)

    def add(self, collection_id: str, name: str, at: int) -> bool:
        """False when a collection of this name exists already."""
        added = self._connection.execute(
            insert(collection)
            .values(library_id=self._library_id, id=collection_id, name=name, created_at=at)
            .on_conflict_do_nothing()
        )
        return added.rowcount == 1

    def rename(self, collection_id: str, name: str) -> None:
        self._connection.execute(
            update(collection).where(collection.c.id == collection_id).values(name=name)
        )

    def remove(self, collection_id: str) -> None:
        """The set goes; its videos stay."""
        self._connection.execute(delete(collection).where(collection.c.id == collection_id))

    def put(self, collection_id: str, video_ids: Sequence[str], at: int) -> None:
        """Add the videos; those that are in it stay."""
        for video_id in video_ids:
            self._connection.execute(
                insert(collection_video)
                .values(
                    library_id=self._library_id,
                    collection_id=collection_id,
                    video_id=video_id,
                    added_at=at,
                )
                .on_conflict_do_nothing()
            )

    def put_beside(self, known_id: str, video_id: str, at: int) -> None:
        """Add a video to every collection that has the known one."""
        found = self._connection.execute(
            select(collection_video.c.collection_id).where(collection_video.c.video_id == known_id)
        )
        for collection_id in found.scalars().all():
            self.put(collection_id, [video_id], at)

    def take(self, collection_id: str, video_ids: Sequence[str]) -> None:
        """Take the videos out of the collection."""
        self._connection.execute(
            delete(collection_video).where(
                collection_video.c.collection_id == collection_id,
                collection_video.c.video_id.in_(video_ids),
            )
        )
