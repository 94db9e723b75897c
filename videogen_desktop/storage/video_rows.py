"""Videos in the database, in and out as frozen values, and the timeline of each."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, literal, select, update

from videogen_desktop.domain.errors import IllegalTransitionError, VideoNotFoundError
from videogen_desktop.domain.states import Origin, VideoState
from videogen_desktop.domain.video import TimelineEvent, Video
from videogen_desktop.storage.search_index import (
    add_newest_to_index,
    add_to_index,
    change_in_index,
)
from videogen_desktop.storage.tables import video, video_event
from videogen_desktop.storage.video_columns import COLUMNS, searched_by, values_of, video_of

_COLUMNS = tuple(video.c[name] for name in COLUMNS)
# Built once: SQLAlchemy's construction costs more than SQLite's answer.
_BY_ID = select(*_COLUMNS).where(
    video.c.library_id == bindparam("library"), video.c.id == bindparam("wanted")
)
_BY_IDS = select(*_COLUMNS).where(
    video.c.library_id == bindparam("library"),
    video.c.id.in_(bindparam("wanted", expanding=True)),
)
_SEARCHED_BY = ("prompt_folded", "words_marked")
_SEARCHED = select(video.c.seq, *(video.c[name] for name in _SEARCHED_BY)).where(
    video.c.library_id == bindparam("library"), video.c.id == bindparam("wanted")
)
_WALLETS = select(video.c.id, video.c.wallet_id).where(
    video.c.library_id == bindparam("library"),
    video.c.id.in_(bindparam("wanted", expanding=True)),
)
_HAS_TASK = select(video.c.id).where(
    video.c.library_id == bindparam("library"),
    video.c.wallet_id == bindparam("wallet"),
    video.c.task_id == bindparam("task"),
)
_NEWEST_FIRST = (video.c.created_at.desc(), video.c.id)
_MOST_ANCESTORS = 100
_RECENT = 2_000
_LONGEST_RUN_MS = 24 * 3_600_000
_NEWEST = (
    select(
        *(video.c[name] for name in ("library_id", "wallet_id", "model_id", "state", "created_at")),
        *(video.c[name] for name in ("accepted_at", "ended_at")),
    )
    .order_by(video.c.seq.desc())
    .limit(_RECENT)
    .subquery()
)
_RUN_DURATIONS = (
    select(_NEWEST.c.ended_at - _NEWEST.c.accepted_at)
    .where(
        _NEWEST.c.library_id == bindparam("library"),
        _NEWEST.c.wallet_id == bindparam("wallet"),
        _NEWEST.c.model_id == bindparam("model"),
        _NEWEST.c.state == VideoState.COMPLETED,
        # A clock that was set meanwhile would make a median of years, or of less than nothing.
        _NEWEST.c.ended_at.between(_NEWEST.c.accepted_at, _NEWEST.c.accepted_at + _LONGEST_RUN_MS),
    )
    .order_by(_NEWEST.c.created_at.desc())
    .limit(bindparam("last"))
)

_ADD_VIDEO, _ADD_EVENT = insert(video), insert(video_event)
_LAST = select(func.max(video.c.seq))
_CHANGE = update(video).where(
    video.c.library_id == bindparam("known_library"),
    video.c.id == bindparam("known_id"),
    video.c.revision == bindparam("known_revision"),
)


class VideoRows:
    """The library's videos, within one transaction."""

    def __init__(self, connection: Connection, library_id: str) -> None:
        self._connection = connection
        self._library_id = library_id

    def add(self, new: Video) -> None:
        """Insert a video at revision 1."""
        values = {"library_id": self._library_id, **values_of(new)}
        added = self._connection.execute(_ADD_VIDEO, values)
        # A trigger may not touch a virtual table while trusted_schema is off.
        words = {name: str(values[name]) for name in _SEARCHED_BY}
        add_to_index(self._connection, added.lastrowid, words)

    def add_many(self, new: Sequence[Video]) -> None:
        """The same for all of these, in their order: a tenth of the time for each of a thousand."""
        last = self._connection.execute(_LAST).scalar() or 0
        values = [{"library_id": self._library_id, **values_of(one)} for one in new]
        self._connection.execute(_ADD_VIDEO, values)
        add_newest_to_index(self._connection, last)

    def change(self, old: Video, at: int, **changes: Any) -> Video:
        """Write the changes if the row is still as `old` says; return the new snapshot.

        Raises IllegalTransitionError when somebody was quicker.
        """
        new = replace(old, **changes, revision=old.revision + 1, updated_at=at)
        words = searched_by(new) if new.title != old.title else {}
        before = self._searched(old.id) if words else None
        known = {"known_library": self._library_id, "known_id": old.id}
        written = self._connection.execute(
            _CHANGE,
            {
                **known,
                "known_revision": old.revision,
                **changes,
                **words,
                "revision": new.revision,
                "updated_at": at,
            },
        )
        if written.rowcount != 1:
            raise IllegalTransitionError(old.id, old.state, str(changes.get("state", "")))
        if before is not None:
            change_in_index(self._connection, *before, words)
        return new

    def _searched(self, video_id: str) -> tuple[int, dict[str, str]]:
        """Its row, and the words that the index has of it."""
        row = self._connection.execute(
            _SEARCHED, {"library": self._library_id, "wanted": video_id}
        ).one()
        return row.seq, {name: row._mapping[name] for name in _SEARCHED_BY}

    def change_many(self, old: Sequence[Video], at: int, **changes: Any) -> tuple[Video, ...]:
        """The same changes to each of these, which this transaction has read, in one statement.

        Raises IllegalTransitionError when one of them has gone.
        """
        if not old:
            return ()
        written = self._connection.execute(
            update(video)
            .where(
                video.c.library_id == self._library_id,
                video.c.id.in_([entry.id for entry in old]),
            )
            .values(**changes, revision=video.c.revision + 1, updated_at=at)
        )
        if written.rowcount != len(old):
            raise IllegalTransitionError(old[0].id, old[0].state, "")
        return tuple(
            replace(entry, **changes, revision=entry.revision + 1, updated_at=at) for entry in old
        )

    def get(self, video_id: str) -> Video:
        """Raises VideoNotFoundError."""
        row = self._connection.execute(
            _BY_ID, {"library": self._library_id, "wanted": video_id}
        ).first()
        if row is None:
            raise VideoNotFoundError(video_id)
        return video_of(row)

    def find(self, prefix: str) -> Video:
        """The one video whose id begins so. Raises VideoNotFoundError, also for several."""
        wanted = prefix.strip().lower()
        # A range and not LIKE, which reads every row. Ids are hexadecimal: all below "g".
        rows = self._select(video.c.id >= wanted, video.c.id < f"{wanted}g", limit=2)
        if not wanted or len(rows) != 1:
            raise VideoNotFoundError(prefix, len(rows) if wanted else 0)
        return rows[0]

    def has_task(self, wallet_id: str, task_id: str) -> bool:
        """Whether a video of the wallet is this task."""
        found = self._connection.execute(
            _HAS_TASK, {"library": self._library_id, "wallet": wallet_id, "task": task_id}
        )
        return found.first() is not None

    def known_as(self, video_id: str, task_id: str | None) -> str | None:
        """The id of the video with this id, else of the first one that is this task, in any wallet,
        deleted ones too."""
        known = video.c.id == video_id
        if task_id is not None:
            known |= video.c.task_id == task_id
        query = select(video.c.id).where(video.c.library_id == self._library_id, known)
        found = self._connection.execute(query.order_by(video.c.id != video_id, video.c.seq))
        return found.scalars().first()

    def imported_from(self, sha256: str) -> str | None:
        """The id of the video imported from a file with this content, a deleted one too."""
        query = select(video.c.id).where(
            video.c.library_id == self._library_id,
            video.c.origin == Origin.IMPORTED,
            video.c.request_sha256 == sha256,
        )
        return self._connection.execute(query).scalars().first()

    def lacking(self, wallet_id: str, tasks: Mapping[str, str]) -> tuple[str, ...]:
        """Those of the tasks (their ids, with the ids of their videos) that no video is."""
        here = video.c.library_id == self._library_id
        ids = select(video.c.id).where(here, video.c.id.in_(tasks.values()))
        known = select(video.c.task_id).where(
            here, video.c.wallet_id == wallet_id, video.c.task_id.in_(tasks)
        )
        videos = set(self._connection.execute(ids).scalars())
        taken = set(self._connection.execute(known).scalars())
        return tuple(
            task_id
            for task_id, video_id in tasks.items()
            if video_id not in videos and task_id not in taken
        )

    def of_task(self, wallet_id: str, task_id: str) -> Video | None:
        """The wallet's video that is this task; where a late result was rescued, the one that it
        was rescued from, if that one knew its task. Never a further result of the task."""
        found = self._select(
            video.c.wallet_id == wallet_id,
            video.c.task_id == task_id,
            video.c.origin != Origin.SIBLING,
        )
        return next((one for one in found if one.rescued_from is None), next(iter(found), None))

    def rescue_of(self, video_id: str) -> Video | None:
        """The late result that was rescued from this video."""
        return next(iter(self._select(video.c.rescued_from == video_id)), None)

    def siblings_of(self, video_id: str) -> tuple[Video, ...]:
        """The further results of this video's task, in the order of the provider's list."""
        found = self._select(video.c.sibling_of == video_id)
        return tuple(sorted(found, key=lambda one: one.result_number or 0))

    def ancestors_of(self, video_id: str) -> tuple[Video, ...]:
        """Those of what this video continues that are here and not deleted, the nearest first."""
        here = video.c.library_id == self._library_id
        nearest = select(video.c.parent_id, literal(1).label("distance"))
        line = nearest.where(here, video.c.id == video_id).cte(recursive=True)
        further = select(video.c.parent_id, line.c.distance + 1)
        line = line.union_all(
            further.where(here, video.c.id == line.c.parent_id, line.c.distance < _MOST_ANCESTORS)
        )
        found = self._connection.execute(select(line.c.parent_id).order_by(line.c.distance))
        # Tags that somebody wrote by hand may go round in a circle.
        ids = dict.fromkeys(one for one in found.scalars() if one not in (None, video_id))
        return tuple(one for one in self.many(list(ids)) if one.deleted_at is None)

    def children_of(self, video_id: str) -> tuple[Video, ...]:
        """Those that continue this video, without deleted ones, the first to come first."""
        found = self._in_order(video.c.parent_id == video_id)
        # Asked of SQLite, it would look through the gallery's index, which has all of them.
        return tuple(one for one in found if one.deleted_at is None)

    def takes_of(self, group_id: str) -> tuple[Video, ...]:
        """Those that were asked for at once under this name, in their order, deleted ones too."""
        return self._in_order(video.c.take_group_id == group_id)

    def many(self, video_ids: Sequence[str]) -> tuple[Video, ...]:
        """Those that exist, in the order asked for."""
        rows = self._connection.execute(
            _BY_IDS, {"library": self._library_id, "wanted": list(video_ids)}
        )
        found = {one.id: one for one in map(video_of, rows.all())}
        return tuple(found[video_id] for video_id in video_ids if video_id in found)

    def undeleted(self) -> tuple[Video, ...]:
        """Everything not deleted, newest first."""
        return self._select(video.c.deleted_at.is_(None))

    def deleted(self) -> tuple[str, ...]:
        """The ids of those that are deleted."""
        found = self._connection.execute(
            select(video.c.id)
            .where(video.c.library_id == self._library_id, video.c.deleted_at.is_not(None))
            # In the order of their own index: of another SQLite would look at every video.
            .order_by(video.c.id)
        )
        return tuple(found.scalars())

    def those_of(self, wallet_id: str, video_ids: Collection[str]) -> frozenset[str]:
        """Those of the videos that are the wallet's; at most 32,000 at once."""
        found = self._connection.execute(
            _WALLETS, {"library": self._library_id, "wanted": list(video_ids)}
        )
        # Not SQLite's to compare: it would begin with the wallet's videos, which are 100,000.
        return frozenset(video_id for video_id, owner in found.all() if owner == wallet_id)

    def in_states(self, states: Sequence[VideoState], wallet_id: str) -> tuple[Video, ...]:
        """A wallet's videos in any of the states, deleted ones too: money goes on."""
        return self._select(video.c.state.in_(states), video.c.wallet_id == wallet_id)

    def run_durations(self, wallet_id: str, model_id: str, last: int) -> tuple[int, ...]:
        """How long the model's last completed runs took from accepted to ended, in milliseconds;
        among the newest 2,000 videos, since looking through all of them takes too long."""
        rows = self._connection.execute(
            _RUN_DURATIONS,
            {"library": self._library_id, "wallet": wallet_id, "model": model_id, "last": last},
        )
        return tuple(rows.scalars())

    def models_run(self, wallet_id: str) -> frozenset[str]:
        """Of which models there are durations, as above."""
        mine = (_NEWEST.c.library_id == self._library_id, _NEWEST.c.wallet_id == wallet_id)
        completed = _NEWEST.c.state == VideoState.COMPLETED
        found = self._connection.execute(select(_NEWEST.c.model_id).where(*mine, completed))
        return frozenset(found.scalars())

    def charged(self, wallet_id: str, model_id: str, last: int) -> tuple[Video, ...]:
        """The model's last completed videos of which the vendor said what they cost, the newest
        first; among the newest 2,000, as above."""
        newest = select(func.max(video.c.seq)).where(video.c.library_id == self._library_id)
        return self._select(
            video.c.seq > newest.scalar_subquery() - _RECENT,
            video.c.wallet_id == wallet_id,
            video.c.model_id == model_id,
            video.c.state == VideoState.COMPLETED,
            video.c.consumed.is_not(None),
            limit=last,
        )

    def every(self) -> tuple[Video, ...]:
        """All of them, deleted ones too."""
        return self._select()

    def _in_order(self, condition: Any) -> tuple[Video, ...]:
        """Those that came into the library first, first."""
        query = select(*_COLUMNS).where(video.c.library_id == self._library_id, condition)
        return tuple(map(video_of, self._connection.execute(query.order_by(video.c.seq)).all()))

    def _select(self, *conditions: Any, limit: int | None = None) -> tuple[Video, ...]:
        query = select(*_COLUMNS).where(video.c.library_id == self._library_id, *conditions)
        rows = self._connection.execute(query.order_by(*_NEWEST_FIRST).limit(limit))
        # All at once: row by row they took a tenth of `videogen list` (measured).
        return tuple(map(video_of, rows.all()))


class EventRows:
    """The library's timelines, within one transaction."""

    def __init__(self, connection: Connection, library_id: str) -> None:
        self._connection = connection
        self._library_id = library_id

    def add(self, video_id: str, kind: str, at: int, **detail: object) -> None:
        self._connection.execute(
            _ADD_EVENT,
            {
                "library_id": self._library_id,
                "video_id": video_id,
                "kind": kind,
                "at": at,
                "detail": json.dumps(detail, ensure_ascii=False) if detail else None,
            },
        )

    def add_many(self, video_ids: Sequence[str], kind: str, at: int) -> None:
        """The same fact about each of these videos."""
        rows = [
            {"library_id": self._library_id, "video_id": video_id, "kind": kind, "at": at}
            for video_id in video_ids
        ]
        if rows:
            self._connection.execute(insert(video_event), rows)

    def of_video(self, video_id: str) -> tuple[TimelineEvent, ...]:
        """In the order in which they became known."""
        rows = self._connection.execute(
            select(video_event.c.seq, video_event.c.kind, video_event.c.at, video_event.c.detail)
            .where(
                video_event.c.library_id == self._library_id,
                video_event.c.video_id == video_id,
            )
            .order_by(video_event.c.seq)
        )
        return tuple(
            TimelineEvent(row.seq, row.kind, row.at, json.loads(row.detail) if row.detail else {})
            for row in rows
        )
