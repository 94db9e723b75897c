"""Numbers of a library for a diagnosis, without anything that a person wrote."""

from sqlalchemy import Connection, func, select

from videogen_desktop.storage.tables import EVERY_TABLE, video, video_prompt


def counts(connection: Connection) -> dict[str, object]:
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


def newest_prompts(connection: Connection, limit: int) -> tuple[str, ...]:
    """The prompts of the last videos, so that they can be taken out of a text."""
    rows = connection.execute(select(video_prompt).order_by(video.c.seq.desc()).limit(limit))
    return tuple(rows.scalars())
