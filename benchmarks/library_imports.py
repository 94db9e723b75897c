"""Many more videos for a made library, in seconds: each of its clips imported again and again.

Written by SQLite alone, from the rows that are there: a million take the time of a hundred
thousand. They are what an import makes: without a request of ours, a task, ledger rows or events.
"""

import sqlite3

# Whose places in an id are free: no version of a UUID is written so.
_DIGITS = "012356789abcdef"
# The newest of a block, and the oldest of the next one.
_GAP_MS = 60_000
_CHANGED = {
    "seq": "NULL",
    "id": "substr(id, 1, 14) || :digit || substr(id, 16)",
    "origin": "'imported'",
    "request_id": "NULL",
    "requested_by": "NULL",
    "body": "NULL",
    "price": "0",
    "request_sha256": "substr(request_sha256, 1, 63) || :digit",
    "send_count": "0",
    "task_id": "NULL",
    "consumed": "NULL",
    "result_url": "NULL",
    "seen_at": "created_at",
    **{
        name: f"{name} - :shift"
        for name in ("created_at", "updated_at", "sent_at", "accepted_at", "ended_at")
    },
}
_SPAN = "SELECT max(seq), max(created_at) - min(created_at) FROM video"
_FILES = """
INSERT INTO file_copy SELECT v.id, f.role, f.path, f.bytes, f.width, f.height, f.duration_ms,
  f.video_codec, f.audio_codec, f.created_at
FROM video AS v JOIN file_copy AS f ON f.video_id = substr(v.id, 1, 14) || '4' || substr(v.id, 16)
WHERE v.seq > :newest
"""


def add_imports(connection: sqlite3.Connection, count: int) -> None:
    """Add so many, which came later and are older than all that there are. Within the caller's
    transaction, without triggers, before the index of words is made. Raises ValueError where fewer
    clips are finished than a fourteenth of it."""
    newest, span = connection.execute(_SPAN).fetchone()
    columns = [row[1] for row in connection.execute("PRAGMA table_info(video)")]
    chosen = ", ".join(_CHANGED.get(name, name) for name in columns)
    added = moved = 0
    for digit in _DIGITS:
        if added == count:
            return
        moved += span + _GAP_MS
        before = connection.execute("SELECT max(seq) FROM video").fetchone()[0]
        values = {"digit": digit, "shift": moved, "newest": newest, "limit": count - added}
        added += connection.execute(
            f"INSERT INTO video SELECT {chosen} FROM video"  # noqa: S608
            " WHERE seq <= :newest AND state = 'completed' ORDER BY seq LIMIT :limit",
            values,
        ).rowcount
        connection.execute(_FILES, values | {"newest": before})
    if added < count:
        raise ValueError(count)
