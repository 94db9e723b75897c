"""The gallery's first cards, read before SQLAlchemy is there (its import takes 0.3 s)."""

import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from videogen_desktop.domain.clock import latest_past
from videogen_desktop.domain.gallery import FIRST_CARDS, GalleryPage, page_of
from videogen_desktop.domain.ledger import Charge
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.domain.video import LibraryItem, Video, expiry_of
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.library_file import HEAD, sqlite_uri
from videogen_desktop.storage.video_columns import COLUMNS, video_of

# As storage/file_rows.py writes it, which needs SQLAlchemy.
_ELSEWHERE = ""
# Who has the file now is about to change it: then the engine's own first page is soon enough.
_BUSY_SECONDS = 0.1

_NEWEST = (
    f"SELECT {', '.join(COLUMNS)} FROM video"  # noqa: S608
    " WHERE library_id = (SELECT id FROM library) AND deleted_at IS NULL AND created_at {} ?"
    " ORDER BY created_at DESC, id LIMIT ?"
)
_FILES = (
    "SELECT video_id, role, path, video_codec, width, height FROM file_copy WHERE video_id IN ({})"
)
_DOWNLOADS = (
    "SELECT video_id, last_failure, attempts, gone_at IS NOT NULL FROM download"
    # Of several results the one that has most hope: the last row of a video counts.
    " WHERE video_id IN ({}) ORDER BY gone_at IS NULL, attempts DESC, result_number DESC"
)
_CHARGES = """
SELECT video_id,
    sum(CASE 'held' WHEN credit THEN amount WHEN debit THEN -amount ELSE 0 END),
    sum(CASE 'spent' WHEN credit THEN amount WHEN debit THEN -amount ELSE 0 END),
    max(kind = 'refund'),
    max(kind = 'reserve' AND raw = 'at most')
FROM ledger_entry
WHERE library_id = (SELECT id FROM library) AND video_id IN ({}) GROUP BY video_id
"""


def first_look(places: Directories, vendors: Vendors) -> GalleryPage | None:
    """The newest videos as the engine's first page will show them, on any thread.

    None where the engine's checks must come first: after a run that was cut off, for a file of
    another version, and for one that cannot be read. Only reads; needs no lock.
    """
    if places.run_marker.exists():
        return None
    try:
        address = sqlite_uri(places.database, "mode=ro")
        with closing(sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS)) as connection:
            connection.isolation_level = None
            connection.execute("BEGIN")
            return _page(connection, vendors)
    except (sqlite3.Error, ValueError):
        return None


def _page(connection: sqlite3.Connection, vendors: Vendors) -> GalleryPage | None:
    if connection.execute("SELECT version_num FROM alembic_version").fetchall() != [(HEAD,)]:
        return None
    latest = latest_past(time.time_ns() // 1_000_000)
    videos = _newest(connection, latest)
    ids = tuple(video.id for video in videos)
    facts = _facts(connection, ids, vendors)
    return page_of([_item(video, facts, vendors) for video in videos], latest)


class _Facts(NamedTuple):
    """What stands beside the videos, each by video id; `kept_ms` by wallet id."""

    files: dict[str, dict[str, Path]]
    elsewhere: set[str]
    sides: dict[str, tuple[int, int]]
    downloads: dict[str, list[Any]]
    charges: dict[str, Charge]
    kept_ms: dict[str, int | None]


def _facts(connection: sqlite3.Connection, ids: Sequence[str], vendors: Vendors) -> _Facts:
    files: dict[str, dict[str, Path]] = {}
    elsewhere, sides = set(), {}
    for video_id, role, path, codec, width, height in _of(connection, _FILES, ids):
        files.setdefault(video_id, {})[role] = Path(path)
        if role == "clip" and codec == _ELSEWHERE:
            elsewhere.add(video_id)
        if role == "clip" and width and height:
            sides[video_id] = (width, height)
    downloads = {video_id: rest for video_id, *rest in _of(connection, _DOWNLOADS, ids)}
    charges = {
        video_id: Charge(held, spent, bool(is_refunded), bool(is_at_most))
        for video_id, held, spent, is_refunded, is_at_most in _of(connection, _CHARGES, ids)
    }
    kept_ms = {
        wallet_id: vendors.result_kept_ms(provider)
        for wallet_id, provider in connection.execute("SELECT id, provider FROM wallet")
    }
    return _Facts(files, elsewhere, sides, downloads, charges, kept_ms)


def _item(video: Video, facts: _Facts, vendors: Vendors) -> LibraryItem:
    copies = facts.files.get(video.id, {})
    clip = copies.get("clip")
    waiting = None if clip else facts.downloads.get(video.id)
    failure, attempts, gone = waiting or (None, 0, False)
    kept_ms = facts.kept_ms.get(video.wallet_id)
    model_title, vendor_title = vendors.titles(video.model_id)
    return LibraryItem(
        video=video,
        clip=clip,
        poster=copies.get("poster"),
        strip=copies.get("strip"),
        clip_failure=failure,
        clip_attempts=attempts,
        expires_at=expiry_of(video, kept_ms, has_clip=clip is not None),
        result_gone=bool(gone),
        plays_elsewhere=video.id in facts.elsewhere,
        sides=facts.sides.get(video.id),
        charge=facts.charges.get(video.id),
        model_title=model_title,
        vendor_title=vendor_title,
    )


def _newest(connection: sqlite3.Connection, latest: int) -> list[Video]:
    """As the gallery has them: what is dated in the future comes last."""
    rows: list[Any] = []
    for side in ("<=", ">"):
        wanted = (latest, FIRST_CARDS - len(rows))
        rows += connection.execute(_NEWEST.format(side), wanted).fetchall()
    return [video_of(row) for row in rows]


def _of(connection: sqlite3.Connection, query: str, ids: Sequence[str]) -> list[Any]:
    return connection.execute(query.format(", ".join("?" * len(ids))), ids).fetchall()
