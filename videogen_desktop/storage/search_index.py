"""The index of words: a convenience that must never stand in the way of a paid video."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from videogen_desktop.domain.text import folded
from videogen_desktop.storage.failures import condition_of

_log = logging.getLogger(__name__)
_ADD = text("INSERT INTO video_search (rowid, prompt_folded) VALUES (:row, :words)")
_REBUILD = text("INSERT INTO video_search (video_search) VALUES ('rebuild')")
# FTS5 keeps a row for each text that it knows; a search reads what stands behind the words.
_KNOWN = text("SELECT (SELECT count(*) FROM video_search_docsize) = (SELECT count(*) FROM video)")
_WORDS = text("SELECT count(*) FROM video_search WHERE video_search MATCH :words")
_STORED = text("SELECT seq, prompt, prompt_folded FROM video")
# What was asked for stays; the revision moves on, as with every change of a row.
_WRITE = text("UPDATE video SET prompt_folded = :folded, revision = revision + 1 WHERE seq = :seq")


def add_to_index(connection: Connection, row: int, words: str) -> None:
    """Make a new video's words known, within its transaction. A damaged index is made anew; where
    even that fails, searches read the videos themselves (see gallery_rows)."""
    try:
        with _damage_undone(connection):
            connection.execute(_ADD, {"row": row, "words": words})
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
