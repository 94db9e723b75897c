"""The videos that a gallery shows: search, filters and order over the library."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import (
    Connection,
    FromClause,
    Integer,
    Select,
    and_,
    case,
    func,
    literal,
    literal_column,
    not_,
    select,
    text,
    union_all,
)
from sqlalchemy.exc import DBAPIError

from videogen_desktop.domain.aspect_ratio import SHAPE_CODES, UNKNOWN_SHAPE
from videogen_desktop.domain.gallery import (
    STATES_OF,
    GalleryQuery,
    GallerySort,
    Spelling,
    StatusGroup,
)
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.text import folded, marked_words, words_of
from videogen_desktop.storage.search_index import is_of_index
from videogen_desktop.storage.tables import (
    collection_video,
    video,
    video_prompt,
    video_search,
)

_Rest = ParamSpec("_Rest")
_Answer = TypeVar("_Answer")
# 3 ms of the worker, between which it looks at everything else.
SLICE = 2_048
# Of what the index of states says alone, a slice is 20 ms.
_INDEXED_SLICE = 131_072
_IS_FINISHED = video.c.state == literal_column("'completed'")
_IS_NEW = (_IS_FINISHED, video.c.seen_at.is_(None))
_ORDERS: dict[GallerySort, tuple[Any, ...]] = {
    GallerySort.NEWEST: (video.c.created_at.desc(), video.c.id),
    GallerySort.OLDEST: (video.c.created_at, video.c.id),
    GallerySort.PROMPT: (video.c.prompt_folded, video.c.id),
}


@dataclass(frozen=True, slots=True)
class CountSlice:
    """How many of a part of the library are in each state, how many of them are new, and where to
    go on; None: it ended."""

    found: Mapping[VideoState, int]
    new: int
    after: int | None


@dataclass(frozen=True, slots=True)
class ListSlice:
    """A part of a list: ids, and where they were asked for their shapes, the seconds at which the
    videos were asked for (0: no date that can be) and the groups of takes, empty where there is
    none."""

    ids: tuple[str, ...]
    shapes: bytes = b""
    seconds: "array[int]" = field(default_factory=lambda: array("I"))
    groups: tuple[str, ...] = ()


NO_SLICE = ListSlice(())
# One digit each, so that a text of them becomes bytes at once.
_CODES = bytes(max(0, digit - ord("0")) for digit in range(256))


def _marks(latest: int) -> tuple[Any, ...]:
    shape = case(SHAPE_CODES, value=video.c.shape, else_=UNKNOWN_SHAPE)
    can_be = video.c.created_at.between(1, latest)
    second = case((can_be, video.c.created_at // 1_000), else_=0)
    group = func.coalesce(video.c.take_group_id, "")
    return shape.label("code"), second.label("second"), group.label("takes")


def _without_a_damaged_index(
    method: "Callable[Concatenate[GalleryRows, GalleryQuery, _Rest], _Answer]",
) -> "Callable[Concatenate[GalleryRows, GalleryQuery, _Rest], _Answer]":
    """Asks once more, of the videos themselves, where the index of words gives no answer."""

    @wraps(method)
    def asked(
        rows: "GalleryRows", query: GalleryQuery, /, *rest: _Rest.args, **named: _Rest.kwargs
    ) -> _Answer:
        try:
            return method(rows, query, *rest, **named)
        except DBAPIError as error:
            if rows._scans or not search_words(query) or not is_of_index(error):
                raise
            rows._scans = True
            return method(rows, query, *rest, **named)

    return asked


class GalleryRows:
    """Ids for a query, within one transaction."""

    def __init__(self, connection: Connection, library_id: str) -> None:
        self._connection = connection
        self._library_id = library_id
        # Without the index of words, which is damaged: slow, and right.
        self._scans = False

    @_without_a_damaged_index
    def first(self, query: GalleryQuery, limit: int) -> tuple[str, ...]:
        """The first ids; quick whatever the size of the library (60 of 100,000: under 2 ms)."""
        return self._concatenated(query, self._ids(query).limit(limit)).ids

    def models(self) -> tuple[str, ...]:
        """The ids of the models that the library has videos of, whatever wallet made them."""
        # Each is the first behind the one before it: DISTINCT would read all of the index.
        first = select(func.min(video.c.model_id).label("id")).where(*self._shown())
        known = first.cte(recursive=True)
        following = (
            select(func.min(video.c.model_id))
            .where(*self._shown(), video.c.model_id > known.c.id)
            .scalar_subquery()
        )
        known = known.union_all(select(following).where(known.c.id.is_not(None)))
        found = self._connection.execute(select(known.c.id).where(known.c.id.is_not(None)))
        return tuple(model_id for (model_id,) in found)

    @_without_a_damaged_index
    def shows(self, query: GalleryQuery, video_id: str) -> bool:
        """Whether the query finds this video."""
        statement = self._ids(query).where(video.c.id == video_id)
        return self._connection.execute(statement, self._words(query)).first() is not None

    @_without_a_damaged_index
    def slice(self, query: GalleryQuery, after: str | None) -> tuple[str, ...]:
        """The next ids after this one, or the first: 2,048 of them unless these are the last.
        In the order of prompts there is no next one to go on from: it gives all at once."""
        statement = self._after(self._ids(_behind(query, after, self._words(query))), query, after)
        return () if statement is None else self._concatenated(query, statement).ids

    @_without_a_damaged_index
    def marked_slice(
        self, query: GalleryQuery, after: str | None, latest: int, most: int | None = None
    ) -> "ListSlice":
        """The same with what places each card, at `most` so many; a date after `latest` (UTC
        milliseconds) cannot be."""
        ids = self._ids(_behind(query, after, self._words(query)))
        statement = self._after(ids.add_columns(*_marks(latest)), query, after)
        if statement is not None and most is not None:
            statement = statement.limit(most)
        return NO_SLICE if statement is None else self._concatenated(query, statement)

    def _after(
        self, ids: Select[Any], query: GalleryQuery, after: str | None
    ) -> Select[Any] | None:
        if query.sort is GallerySort.PROMPT:
            return ids if after is None else None
        ids = ids.limit(SLICE)
        return ids if after is None else ids.where(*self._later(query, after))

    def _concatenated(self, query: GalleryQuery, statement: Select[Any]) -> "ListSlice":
        # Texts, put together by SQLite: a row for each id takes four times as long, and all of
        # it with the interpreter's lock, for which the thread that paints then waits.
        ordered = statement.subquery()
        columns = [func.group_concat(column) for column in ordered.c]
        ids, *marks = self._connection.execute(select(*columns), self._words(query)).one()
        if not ids:
            return NO_SLICE
        if not marks:
            return ListSlice(tuple(ids.split(",")))
        shapes, seconds, groups = marks
        has_groups = len(groups) > ids.count(",")
        return ListSlice(
            tuple(ids.split(",")),
            bytes(shapes[::2], "ascii").translate(_CODES),
            array("I", map(int, seconds.split(","))),
            tuple(groups.split(",")) if has_groups else (),
        )

    @_without_a_damaged_index
    def count_slice(self, query: GalleryQuery, after: int) -> CountSlice:
        """How many are in each state, whatever status the query asks for, among the next 2,048
        of the library's videos (0 is the beginning); where it asks for nothing else, among the
        next 131,072."""
        newest = self._connection.execute(select(func.max(video.c.seq))).scalar() or 0
        only_status = query.asks_only_for_status
        last = after + (_INDEXED_SLICE if only_status else SLICE)
        row = text("video_search.rowid" if self._words(query) else "video.seq")
        part = [text(f"{row} > :after AND {row} <= :last").bindparams(after=after, last=last)]
        following = last if last < newest else None
        if only_status:
            # Each state is a range of its index.
            found, _ = self._count(query, literal(0), video.c.state.in_(sorted(VideoState)), *part)
            return CountSlice(found, self._new() if following is None else 0, following)
        return CountSlice(*self._count(query, and_(*_IS_NEW), *part), following)

    def _words(self, query: GalleryQuery) -> dict[str, str]:
        return {} if self._scans else search_words(query)

    def _shown(self) -> tuple[Any, ...]:
        return video.c.library_id == self._library_id, video.c.deleted_at.is_(None)

    def _new(self) -> int:
        statement = select(func.count()).select_from(video).where(*self._shown(), *_IS_NEW)
        return self._connection.execute(statement).scalar() or 0

    def _count(
        self, query: GalleryQuery, is_new: Any, *part: Any
    ) -> tuple[Counter[VideoState], int]:
        # Without its type the sum of conditions is one itself: True for any number.
        new = func.sum(is_new, type_=Integer)
        statement = (
            select(video.c.state, func.count(), new)
            .select_from(_source(query, scans=self._scans))
            .where(
                *_conditions(self._library_id, query, with_status=False, scans=self._scans), *part
            )
            .group_by(video.c.state)
        )
        rows = self._connection.execute(statement, self._words(query)).all()
        found = Counter({VideoState(state): videos for state, videos, _new in rows})
        return found, sum(new for _state, _videos, new in rows)

    def _ids(self, query: GalleryQuery) -> Select[str]:
        statement = (
            select(video.c.id)
            .select_from(_source(query, scans=self._scans))
            .where(*_conditions(self._library_id, query, with_status=True, scans=self._scans))
        )
        if self._words(query) and query.sort is not GallerySort.PROMPT:
            # Videos are added in the order of their age: the index of words is in it already,
            # and the first page needs no sort of all that matched.
            newest = query.sort is GallerySort.NEWEST
            return statement.order_by(text(f"video_search.rowid {'DESC' if newest else 'ASC'}"))
        if query.status is StatusGroup.NEW and query.sort is not GallerySort.PROMPT:
            # Few are new: they are sorted, or SQLite would look for them in the order of all.
            newest = query.sort is GallerySort.NEWEST
            order = text(f"+video.created_at {'DESC' if newest else 'ASC'}")
            return statement.order_by(order, video.c.id)
        return statement.order_by(*_ORDERS[query.sort])

    def _later(self, query: GalleryQuery, after: str) -> list[Any]:
        place = self._connection.execute(
            select(video.c.created_at, video.c.seq).where(video.c.id == after)
        ).one()
        at, is_newest = video.c.created_at, query.sort is GallerySort.NEWEST
        if self._words(query):
            side = "<" if is_newest else ">"
            return [text(f"video_search.rowid {side} :after").bindparams(after=place.seq)]
        beyond = at < place.created_at if is_newest else at > place.created_at
        # The first condition alone is what the index understands.
        within = at <= place.created_at if is_newest else at >= place.created_at
        return [within, beyond | (video.c.id > after)]


def _source(query: GalleryQuery, *, scans: bool = False) -> FromClause:
    """The videos, with the index of words where the query has some; `scans` does without it."""
    if scans or not search_words(query):
        return video
    return video_search.join(video, text("video.rowid = video_search.rowid"))


def search_words(query: GalleryQuery) -> dict[str, str]:
    """The parameters that a statement over `_source` and `_conditions` is executed with."""
    found = words_of(folded(query.text))
    if not found:
        return {}
    folding = f"prompt_folded : ({_beginnings(found)})"
    marked = f"words_marked : ({_beginnings(marked_words(query.text))})"
    match query.spelling:
        case Spelling.AS_TYPED:
            return {"words": f"({folding}) AND ({marked})"}
        case Spelling.OTHERWISE:
            return {"words": f"({folding}) NOT ({marked})"}
    return {"words": folding}


def _beginnings(words: Iterable[str]) -> str:
    return " ".join(f'"{word}"*' for word in words)


def _conditions(
    library_id: str, query: GalleryQuery, *, with_status: bool, scans: bool = False
) -> list[Any]:
    """All of what must hold; `with_status` False leaves the query's status out."""
    searched = _scan(query) if scans and search_words(query) else _search(query)
    wanted = [video.c.library_id == library_id, video.c.deleted_at.is_(None), *searched]
    if with_status and query.status is not None:
        wanted += _in_status(library_id, query)
    if query.shape is not None:
        wanted.append(video.c.shape == query.shape)
    if query.model_id is not None:
        wanted.append(video.c.model_id == query.model_id)
    if query.favourites_only:
        wanted.append(video.c.favourite == 1)
    if query.collection_id is not None:
        members = select(collection_video.c.video_id).where(
            collection_video.c.collection_id == query.collection_id
        )
        wanted.append(video.c.id.in_(members))
    if query.created_from is not None:
        wanted.append(video.c.created_at >= query.created_from)
    if query.created_before is not None:
        wanted.append(video.c.created_at < query.created_before)
    return wanted


def _in_status(library_id: str, query: GalleryQuery) -> list[Any]:
    if query.status is not StatusGroup.NEW:
        return [video.c.state.in_(sorted(STATES_OF[StatusGroup(query.status or "")]))]
    if query.new_since is None:
        return list(_IS_NEW)
    # Two ranges of their index: of an OR SQLite makes a look at all that are finished.
    known = video.alias("known")
    finished = select(known.c.seq).where(
        known.c.library_id == library_id,
        known.c.deleted_at.is_(None),
        known.c.state == literal_column("'completed'"),
    )
    ranges = (known.c.seen_at.is_(None), known.c.seen_at >= query.new_since)
    return [video.c.seq.in_(union_all(*(finished.where(one) for one in ranges)))]


def _scan(query: GalleryQuery) -> list[Any]:
    """What the index would find: each word begins one of those that the video is searched by."""
    found = _begin_in(video.c.prompt_folded, words_of(folded(query.text)))
    marked = _begin_in(video.c.words_marked, marked_words(query.text))
    match query.spelling:
        case Spelling.AS_TYPED:
            return [*found, *marked]
        case Spelling.OTHERWISE:
            return [*found, not_(and_(*marked))]
    return found


def _begin_in(column: Any, words: Iterable[str]) -> list[Any]:
    """Words stand behind a blank, but for the first one and that of a further line."""
    lines = literal(" ") + func.replace(column, "\n", " ")
    return [lines.contains(f" {word}", autoescape=True) for word in words]


def _search(query: GalleryQuery) -> list[Any]:
    if search_words(query):
        return [text("video_search MATCH :words")]
    # Emoji and punctuation are no words.
    wanted = query.text.strip()
    return [video_prompt.contains(wanted, autoescape=True)] if wanted else []


def _behind(query: GalleryQuery, after: str | None, words: Mapping[str, str]) -> GalleryQuery:
    return query if after is None or words else _open_behind(query)


def _open_behind(query: GalleryQuery) -> GalleryQuery:
    """The query for what comes after one of its own: the bound that lies before it holds for all
    of that, and the index would begin there again."""
    if query.sort is GallerySort.NEWEST:
        return replace(query, created_before=None)
    return replace(query, created_from=None) if query.sort is GallerySort.OLDEST else query
