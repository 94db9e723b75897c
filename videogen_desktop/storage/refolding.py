"""The search texts of a library written before a change of `domain/text.py`."""

from sqlalchemy import Connection, text

from videogen_desktop.domain.text import folded

_STORED = text("SELECT seq, prompt, prompt_folded FROM video")
# What was asked for stays; the revision moves on, as with every change of a row.
_WRITE = text("UPDATE video SET prompt_folded = :folded, revision = revision + 1 WHERE seq = :seq")
_REBUILD_INDEX = text("INSERT INTO video_search (video_search) VALUES ('rebuild')")


def refold(connection: Connection) -> int:
    """Fold every prompt anew within a migration's transaction; how many rows it changed.

    A library of plain texts is only read: its index, a second's work at 100,000 rows, stays.
    """
    stored = connection.execute(_STORED)
    wanted = ((row.seq, folded(row.prompt), row.prompt_folded) for row in stored)
    changed = [{"seq": seq, "folded": new} for seq, new, old in wanted if new != old]
    if changed:
        connection.execute(_WRITE, changed)
        connection.execute(_REBUILD_INDEX)
    return len(changed)
