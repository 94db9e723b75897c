"""Which videos a gallery shows: search, filters and order over the whole library."""

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, FromClause, Select, func, select, text

from videogen_desktop.domain.folding import folded
from videogen_desktop.domain.gallery import (
    STATES_OF,
    GalleryCounts,
    GalleryQuery,
    GallerySort,
    StatusGroup,
)
from videogen_desktop.storage.file_rows import FileRole
from videogen_desktop.storage.tables import collection_video, file_copy, video, video_search

_WORD = re.compile(r"\w+")
# 5 ms of the worker, between which it looks at everything else.
SLICE = 4_096

_ORDERS: dict[GallerySort, tuple[Any, ...]] = {
    GallerySort.NEWEST: (video.c.created_at.desc(), video.c.id),
    GallerySort.OLDEST: (video.c.created_at, video.c.id),
    GallerySort.PROMPT: (video.c.prompt_folded, video.c.id),
}


@dataclass(frozen=True, slots=True)
class GalleryPlace:
    """Where a video stands, newest first; `created_at` in UTC milliseconds."""

    created_at: int
    video_id: str


class GalleryRows:
    """Ids for a query, within one transaction."""

    def __init__(self, connection: Connection, library_id: str) -> None:
        self._connection = connection
        self._library_id = library_id

    def first(self, query: GalleryQuery, limit: int) -> tuple[str, ...]:
        """The first ids; quick whatever the size of the library (60 of 100,000: under 2 ms)."""
        rows = self._connection.execute(self._ids(query).limit(limit), _words(query))
        return tuple(row.id for row in rows)

    def slice(self, query: GalleryQuery, after: str | None) -> tuple[str, ...]:
        """The next ids after this one, or the first: 4,096 of them unless these are the last.
        In the order of prompts there is no next one to go on from: it gives all at once."""
        statement, words = self._ids(query), _words(query)
        if query.sort is not GallerySort.PROMPT:
            statement = statement.limit(SLICE)
        if after is not None:
            if query.sort is GallerySort.PROMPT:
                return ()
            statement = statement.where(*self._later(query, after))
        # One text, put together by SQLite: a row for each id takes four times as long, and all of
        # it with the interpreter's lock, for which the thread that paints then waits.
        ordered = statement.subquery()
        ids = self._connection.execute(select(func.group_concat(ordered.c.id)), words).scalar()
        return tuple(ids.split(",")) if ids else ()

    def counts(self, query: GalleryQuery) -> GalleryCounts:
        """How many each status has under the query's other conditions."""
        statement = (
            select(video.c.state, func.count().label("videos"))
            .select_from(_source(query))
            .where(*self._conditions(query, with_status=False))
            .group_by(video.c.state)
        )
        found: dict[str, int] = {
            row.state: row.videos for row in self._connection.execute(statement, _words(query))
        }
        by_status = {
            group: sum(found.get(state, 0) for state in states)
            for group, states in STATES_OF.items()
        }
        return GalleryCounts(sum(found.values()), by_status)

    def with_clip(self, after: GalleryPlace | None, limit: int) -> tuple[GalleryPlace, ...]:
        """The next videos whose clip is on this machine, newest first; None is the beginning."""
        statement = (
            select(video.c.created_at, video.c.id)
            .join(file_copy, file_copy.c.video_id == video.c.id)
            .where(
                video.c.library_id == self._library_id,
                video.c.deleted_at.is_(None),
                file_copy.c.role == FileRole.CLIP,
            )
        )
        if after is not None:
            at = video.c.created_at
            later = (at < after.created_at) | (video.c.id > after.video_id)
            # The first condition alone is what the index understands.
            statement = statement.where(at <= after.created_at, later)
        ordered = statement.order_by(*_ORDERS[GallerySort.NEWEST]).limit(limit)
        return tuple(GalleryPlace(*row) for row in self._connection.execute(ordered))

    def _ids(self, query: GalleryQuery) -> Select[tuple[str]]:
        statement = (
            select(video.c.id)
            .select_from(_source(query))
            .where(*self._conditions(query, with_status=True))
        )
        if _words(query) and query.sort is not GallerySort.PROMPT:
            # Videos are added in the order of their age: the index of words is in it already,
            # and the first page needs no sort of all that matched.
            newest = query.sort is GallerySort.NEWEST
            return statement.order_by(text(f"video_search.rowid {'DESC' if newest else 'ASC'}"))
        return statement.order_by(*_ORDERS[query.sort])

    def _later(self, query: GalleryQuery, after: str) -> list[Any]:
        place = self._connection.execute(
            select(video.c.created_at, video.c.seq).where(video.c.id == after)
        ).one()
        at, is_newest = video.c.created_at, query.sort is GallerySort.NEWEST
        if _words(query):
            side = "<" if is_newest else ">"
            return [text(f"video_search.rowid {side} :after").bindparams(after=place.seq)]
        beyond = at < place.created_at if is_newest else at > place.created_at
        # The first condition alone is what the index understands.
        within = at <= place.created_at if is_newest else at >= place.created_at
        return [within, beyond | (video.c.id > after)]

    def _conditions(self, query: GalleryQuery, *, with_status: bool) -> list[Any]:
        conditions = [
            video.c.library_id == self._library_id,
            video.c.deleted_at.is_(None),
            *_search(query),
        ]
        if with_status and query.status is not None:
            conditions.append(video.c.state.in_(sorted(STATES_OF[StatusGroup(query.status)])))
        if query.aspect_ratio is not None:
            conditions.append(video.c.aspect_ratio == query.aspect_ratio)
        if query.model_id is not None:
            conditions.append(video.c.model_id == query.model_id)
        if query.favourites_only:
            conditions.append(video.c.favourite == 1)
        if query.collection_id is not None:
            members = select(collection_video.c.video_id).where(
                collection_video.c.collection_id == query.collection_id
            )
            conditions.append(video.c.id.in_(members))
        if query.created_from is not None:
            conditions.append(video.c.created_at >= query.created_from)
        if query.created_before is not None:
            conditions.append(video.c.created_at < query.created_before)
        return conditions


def _source(query: GalleryQuery) -> FromClause:
    if not _words(query):
        return video
    return video_search.join(video, text("video.rowid = video_search.rowid"))


def _words(query: GalleryQuery) -> dict[str, str]:
    words = _WORD.findall(folded(query.text))
    return {"words": " ".join(f'"{word}"*' for word in words)} if words else {}


def _search(query: GalleryQuery) -> list[Any]:
    if _words(query):
        return [text("video_search MATCH :words")]
    # Emoji and punctuation are no words.
    wanted = query.text.strip()
    return [video.c.prompt.contains(wanted, autoescape=True)] if wanted else []
