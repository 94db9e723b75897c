"""Batches, and the queue of what was reserved with one and is not sent yet."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select

from videogen_desktop.domain.batch_order import Batch
from videogen_desktop.domain.errors import VideoNotFoundError
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.storage.tables import batch, video
from videogen_desktop.storage.video_columns import COLUMNS, video_of

_VIDEO = tuple(video.c[name] for name in COLUMNS)
# Between two neighbours of the queue lie so many places, so that few are written when one moves.
GAP = 1 << 20
_HERE = video.c.library_id == bindparam("library")
_WAITING = (
    _HERE,
    video.c.wallet_id == bindparam("wallet"),
    video.c.state == VideoState.RESERVED,
    video.c.batch_id.is_not(None),
)
_IN_QUEUE = (
    video.c.queue_position.is_(None),
    video.c.queue_position,
    video.c.created_at,
    video.c.batch_row,
    video.c.seq,
)
_QUEUE = select(video.c.id, video.c.batch_id).where(*_WAITING).order_by(*_IN_QUEUE)
_LAST_PLACE = select(func.max(video.c.queue_position)).where(*_WAITING)
_STATES = (
    select(video.c.batch_id, video.c.state, func.count())
    .where(_HERE, video.c.batch_id.in_(bindparam("batches", expanding=True)))
    .group_by(video.c.batch_id, video.c.state)
)


class BatchRows:
    """The library's batches, within one transaction."""

    def __init__(self, connection: Connection, library_id: str) -> None:
        self._connection = connection
        self._library_id = library_id

    def add(self, new: Batch) -> None:
        values = {"id": new.id, "wallet_id": new.wallet_id, "name": new.name}
        self._connection.execute(
            insert(batch).values(library_id=self._library_id, created_at=new.created_at, **values)
        )

    def get(self, batch_id: str) -> Batch | None:
        return next(iter(self._select(batch.c.id == batch_id)), None)

    def find(self, prefix: str) -> Batch | None:
        """The one batch whose id begins so, if any. Raises VideoNotFoundError for several."""
        wanted = prefix.strip().lower()
        found = self._select(batch.c.id >= wanted, batch.c.id < f"{wanted}g") if wanted else []
        if len(found) > 1:
            raise VideoNotFoundError(prefix, len(found))
        return next(iter(found), None)

    def newest(self, wallet_id: str, limit: int) -> tuple[Batch, ...]:
        """The wallet's last batches, newest first."""
        return self._select(batch.c.wallet_id == wallet_id, limit=limit)

    def many(self, batch_ids: Sequence[str]) -> tuple[Batch, ...]:
        """Those that exist, newest first."""
        return self._select(batch.c.id.in_(list(batch_ids)))

    def videos(self, batch_id: str) -> tuple[Video, ...]:
        """All that were reserved with it, in the order of its rows, deleted ones too."""
        mine = (video.c.library_id == self._library_id, video.c.batch_id == batch_id)
        query = select(*_VIDEO).where(*mine).order_by(video.c.batch_row, video.c.seq)
        return tuple(map(video_of, self._connection.execute(query).all()))

    def states(self, batch_ids: Sequence[str]) -> Mapping[str, Mapping[VideoState, int]]:
        """By batch, how many of its videos are in each state."""
        wanted = {"library": self._library_id, "batches": list(batch_ids)}
        found: dict[str, dict[VideoState, int]] = {one: {} for one in batch_ids}
        for batch_id, state, count in self._connection.execute(_STATES, wanted):
            found[batch_id][VideoState(state)] = count
        return found

    # --- the queue -----------------------------------------------------------------------------

    def queue(self, wallet_id: str) -> tuple[tuple[str, str], ...]:
        """What waits to be sent, in its order: the ids of the video and of its batch."""
        wanted = {"library": self._library_id, "wallet": wallet_id}
        return tuple((one.id, one.batch_id) for one in self._connection.execute(_QUEUE, wanted))

    def last_place(self, wallet_id: str) -> int:
        """The place of the last that waits; 0 where none does."""
        wanted = {"library": self._library_id, "wallet": wallet_id}
        return int(self._connection.execute(_LAST_PLACE, wanted).scalar() or 0)

    def _select(self, *conditions: Any, limit: int | None = None) -> tuple[Batch, ...]:
        query = select(batch).where(batch.c.library_id == self._library_id, *conditions)
        newest = query.order_by(batch.c.created_at.desc(), batch.c.id).limit(limit)
        return tuple(map(_batch, self._connection.execute(newest)))


def _batch(row: Row[Any]) -> Batch:
    return Batch(row.id, row.wallet_id, row.name, row.created_at)
