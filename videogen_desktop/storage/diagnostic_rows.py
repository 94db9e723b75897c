"""What diagnostics read of a library, on any thread: numbers, and what to leave out."""

from sqlalchemy import Connection, func, select

from videogen_desktop.domain.errors import StorageError
from videogen_desktop.domain.file_names import safe_stem
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.library import open_reader
from videogen_desktop.storage.tables import EVERY_TABLE, video, video_prompt

# Older ones have left the log that is read.
_MOST_PROMPTS = 5_000


def library_counts(places: Directories) -> dict[str, object]:
    """Rows by table, and videos by state; why they cannot be read, otherwise."""
    try:
        with open_reader(places) as library, library.reading() as rows:
            return _counts(rows.connection)
    except StorageError as error:
        return {"error": type(error).__name__}


def redacted_prompts(places: Directories) -> frozenset[str]:
    """The newest prompts as a log or a path could hold them: whole, by line, as a file's name."""
    try:
        with open_reader(places) as library, library.reading() as rows:
            prompts = _newest_prompts(rows.connection, _MOST_PROMPTS)
    except StorageError:
        return frozenset()
    lines = (line.strip() for prompt in prompts for line in prompt.splitlines())
    return frozenset((*prompts, *lines, *map(safe_stem, prompts)))


def _counts(connection: Connection) -> dict[str, object]:
    """How many rows each table has, and how many videos each state and origin."""
    tables = {
        name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for name, table in sorted(EVERY_TABLE.items())
    }
    states = connection.execute(
        select(video.c.origin, video.c.state, video.c.reason, func.count().label("videos"))
        .group_by(video.c.origin, video.c.state, video.c.reason)
        .order_by(video.c.origin, video.c.state, video.c.reason)
    )
    by_state = {
        " ".join(word for word in (row.origin, row.state, row.reason) if word): row.videos
        for row in states
    }
    return {"tables": tables, "videos": by_state}


def _newest_prompts(connection: Connection, limit: int) -> tuple[str, ...]:
    """The prompts of the last videos, so that they can be taken out of a text."""
    rows = connection.execute(select(video_prompt).order_by(video.c.seq.desc()).limit(limit))
    return tuple(rows.scalars())
