"""The index of words: a convenience that must never stand in the way of a paid video."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, TextClause, text
from sqlalchemy.exc import DBAPIError

from videogen_desktop.domain.text import folded, marked_words
from videogen_desktop.storage.failures import condition_of

_log = logging.getLogger(__name__)
_COLUMNS = "prompt_folded, words_marked"
_ADD = text(
    f"INSERT INTO video_search (rowid, {_COLUMNS}) VALUES (:row, :prompt_folded, :words_marked)"  # noqa: S608
)
# It must be told what it knows: it keeps no text of its own.
_TAKE_OUT = text(
    f"INSERT INTO video_search (video_search, rowid, {_COLUMNS})"  # noqa: S608
    " VALUES ('delete', :row, :prompt_folded, :words_marked)"
)
_ADD_NEWEST = text(
    f"INSERT INTO video_search (rowid, {_COLUMNS})"  # noqa: S608
    f" SELECT seq, {_COLUMNS} FROM video WHERE seq > :after"
)
_REBUILD = text("INSERT INTO video_search (video_search) VALUES ('rebuild')")
# FTS5 keeps a row for each text that it knows; a search reads what stands behind the words.
_KNOWN = text("SELECT (SELECT count(*) FROM video_search_docsize) = (SELECT count(*) FROM video)")
_WORDS = text("SELECT count(*) FROM video_search WHERE video_search MATCH :words")
_STORED = text("SELECT seq, prompt, prompt_folded FROM video")
# What was asked for stays; the revision moves on, as with every change of a row.
_WRITE = text("UPDATE video SET prompt_folded = :folded, revision = revision + 1 WHERE seq = :seq")

_PROMPT = "json_extract(request, '$.prompt')"
_ORIGINAL = "coalesce(json_extract(request, '$.original_prompt'), '')"
_SEARCHED = f"{_PROMPT} || char(10) || {_ORIGINAL}"
# Of a newer version's clip it was kept as a member that nobody knew.
_HAS_ORIGINAL = f"instr(request, '\"original_prompt\"') AND {_ORIGINAL} <> '' AND {_PROMPT} <> ''"
# Plain letters have no marks: half of the time that it takes.
_HAS_MARKS = "length(request) <> length(CAST(request AS BLOB))"
# The columns that a video is searched by, of its request, for SET within a migration.
SEARCHED_ANEW = (
    f"prompt_folded = CASE WHEN {_HAS_ORIGINAL} THEN searched_folded({_SEARCHED})"
    " ELSE prompt_folded END,"
    f" words_marked = CASE WHEN {_HAS_MARKS} THEN searched_marked({_SEARCHED}) ELSE '' END"
)


def add_to_index(connection: Connection, row: int, words: Mapping[str, str]) -> None:
    """Make a new video's words known (its columns of that index), within its transaction. A damaged
    index is made anew; where even that fails, searches read the videos themselves (see
    gallery_rows)."""
    _write(connection, [(_ADD, {"row": row, **words})])


def change_in_index(
    connection: Connection, row: int, before: Mapping[str, str], after: Mapping[str, str]
) -> None:
    """The same once its words, which were `before`, are others."""
    _write(connection, [(_TAKE_OUT, {"row": row, **before}), (_ADD, {"row": row, **after})])


def add_newest_to_index(connection: Connection, after: int) -> None:
    """The same for all that came into the library after this row."""
    _write(connection, [(_ADD_NEWEST, {"after": after})])


def _write(
    connection: Connection, statements: Sequence[tuple[TextClause, Mapping[str, object]]]
) -> None:
    try:
        with _damage_undone(connection):
            for statement, values in statements:
                connection.execute(statement, values)
    except DBAPIError as error:
        if not is_of_index(error):
            raise
        _log.warning("the search index is damaged: %s", type(error.orig).__name__)
        rebuild_index(connection)


def rebuild_index(connection: Connection) -> bool:
    """Make it anew from the videos, a second's work for 100,000; False where that fails."""
    try:
        with _damage_undone(connection):
            connection.execute(_REBUILD)
    except DBAPIError as error:
        if not is_of_index(error):
            raise
        _log.warning("the search index stays damaged: %s", type(error.orig).__name__)
        return False
    return True


def refold(connection: Connection) -> int:
    """Fold every prompt anew within a migration's transaction; how many rows it changed.

    A library of plain texts is only read: its index, a second's work at 100,000 rows, stays.
    """
    stored = connection.execute(_STORED)
    wanted = ((row.seq, folded(row.prompt), row.prompt_folded) for row in stored)
    changed = [{"seq": seq, "folded": new} for seq, new, old in wanted if new != old]
    if changed:
        connection.execute(_WRITE, changed)
        connection.execute(_REBUILD)
    return len(changed)


def drop_index(connection: Connection) -> None:
    """Make room for one of another shape, within a migration's transaction, whatever its state."""
    try:
        with connection.begin_nested():
            connection.exec_driver_sql("DROP TABLE video_search")
    except DBAPIError as error:
        if not is_of_index(error):
            raise
        # SQLite opens what it drops: what an empty one has on its first page can be opened.
        connection.exec_driver_sql("CREATE VIRTUAL TABLE video_search_whole USING fts5 (words)")
        connection.exec_driver_sql(
            "REPLACE INTO video_search_data SELECT * FROM video_search_whole_data"
        )
        for name in ("video_search", "video_search_whole"):
            connection.exec_driver_sql(f"DROP TABLE {name}")


def add_functions(connection: Connection) -> None:
    """Those that `SEARCHED_ANEW` needs; in SQLite's own loop, because written row by row it took
    three times as long."""
    sqlite = connection.connection.driver_connection
    sqlite.create_function("searched_folded", 1, folded, deterministic=True)  # type: ignore[union-attr]
    sqlite.create_function("searched_marked", 1, _marked, deterministic=True)  # type: ignore[union-attr]


def fill_index(connection: Connection) -> None:
    """Put all videos into an empty one, within a migration's transaction."""
    connection.execute(_REBUILD)


def _marked(searched: str) -> str:
    return " ".join(marked_words(searched))


def is_index_whole(connection: Connection) -> bool:
    """Whether it knows every video and each of their first words leads to as many as have it."""
    first = "substr(prompt_folded, 1, instr(prompt_folded || ' ', ' ') - 1)"
    common = text(
        f"SELECT {first} AS word, count(*) FROM video WHERE {first} <> ''"  # noqa: S608
        f" AND {first} NOT GLOB '*[^a-z0-9]*' GROUP BY 1 ORDER BY 2 DESC LIMIT 50"
    )
    try:
        if not connection.execute(_KNOWN).scalar():
            return False
        for word, videos in connection.execute(common).all():
            found = connection.execute(_WORDS, {"words": f'"{word}"'}).scalar() or 0
            if found < videos:
                return False
    except DBAPIError as error:
        if is_of_index(error):
            return False
        raise
    return True


def is_of_index(error: DBAPIError) -> bool:
    """Whether it says that the index is damaged, and not that the disk is full or busy."""
    return condition_of(error.orig) in (None, "damaged")


@contextmanager
def _damage_undone(connection: Connection) -> Iterator[None]:
    """Where it fails, nothing of the block has happened. Raises DBAPIError."""
    with connection.begin_nested():
        yield
        # FTS5 writes at the next savepoint, or else at the commit, which would fail as a whole.
        connection.exec_driver_sql("SAVEPOINT index_is_written")
        connection.exec_driver_sql("RELEASE index_is_written")
