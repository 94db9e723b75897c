"""Rows of many videos, fast: each life is written as it ended, with all of its money.

The triggers stand aside meanwhile, since they allow no life to be written but step by step, which
takes three times as long. They are back before the commit, and `videogen verify` finds nothing.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from benchmarks.library_imports import add_imports
from benchmarks.library_lives import Life, Step
from videogen_desktop.domain.ledger import (
    LEGS,
    Account,
    EntryKind,
    account_change,
    video_entry_id,
)
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.storage.file_rows import FileRole
from videogen_desktop.storage.video_columns import COLUMNS, values_of

_COLUMNS = (*COLUMNS, "prompt_folded", "words_marked", "model_id", "shape", "parent_id")
_ENTRY = (
    "INSERT INTO ledger_entry (library_id, id, wallet_id, video_id, kind, amount, debit, credit,"
    " available_after, held_after, at, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_EVENT = "INSERT INTO video_event (library_id, video_id, kind, at, detail) VALUES (?, ?, ?, ?, ?)"
_FILE = (
    "INSERT INTO file_copy (video_id, role, path, bytes, width, height, duration_ms, video_codec,"
    " audio_codec, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_DOWNLOAD = (
    "INSERT INTO download (video_id, url, attempts, last_failure, queued_at, next_attempt_at)"
    " VALUES (?, ?, 3, 'gone:404', ?, ?)"
)
_INDEX_PROMPTS = "INSERT INTO video_search (video_search) VALUES ('rebuild')"
_SETTLED_BACK = 5_60
_AT_ONCE = 2_000
# A still's width, height, duration and codecs are not noted.
_NO_FACTS = (None,) * 5
# The random ids touch pages all over the file: with SQLite's own 2 MB the cache is of no use.
_CACHE = "PRAGMA cache_size = -786432"

Values = tuple[object, ...]
Changes = dict[str, object]


@dataclass(slots=True)
class Purse:
    """A wallet's balances as its last ledger row has them, in hundredths."""

    wallet: Wallet
    available: int = 0
    held: int = 0


class End(NamedTuple):
    """Where a life left its video, and when (UTC milliseconds)."""

    state: VideoState
    at: int


@dataclass(slots=True)
class _Rows:
    """What waits to be written, in the order in which the tables refer to each other."""

    videos: list[Values] = field(default_factory=list)
    entries: list[Values] = field(default_factory=list)
    events: list[Values] = field(default_factory=list)
    files: list[Values] = field(default_factory=list)
    downloads: list[Values] = field(default_factory=list)


class VideoWriter:
    """Writes whole lives, each video after the other, within the caller's transaction and
    `triggers_aside`."""

    def __init__(self, connection: sqlite3.Connection, library_id: str) -> None:
        self._connection = connection
        self._library_id = library_id
        self._rows = _Rows()
        connection.execute(_CACHE)
        # A file of an earlier version has fewer.
        found = {row[1] for row in connection.execute("PRAGMA table_info(video)")}
        self._columns = tuple(name for name in _COLUMNS if name in found)
        self._video = (
            f"INSERT INTO video (library_id, {', '.join(self._columns)})"  # noqa: S608
            f" VALUES (?{', ?' * len(self._columns)})"
        )

    def grant(self, purse: Purse, entry_id: str, amount: int, at: int) -> None:
        """The purse's opening balance."""
        self._entry(purse, entry_id, None, EntryKind.GRANT, amount, at, _in_credits(amount))

    def live(
        self, video: Video, life: Life, purse: Purse, step_ms: int, *, is_seen: bool = False
    ) -> End:
        """Take a reserved video through its life, `step_ms` between two steps; somebody has
        watched what came of it (`is_seen`)."""
        if len(self._rows.videos) >= _AT_ONCE:
            self._write()
        row: Changes = values_of(video)
        self._move(purse, video, EntryKind.RESERVE, video.created_at)
        self._event(video.id, VideoState.RESERVED, video.created_at)
        end = End(VideoState.RESERVED, video.created_at)
        at = video.created_at + 4
        for step in life.steps:
            for kind in step.kinds:
                self._move(purse, video, kind, at)
            row |= {"state": step.state, "updated_at": at} | _changes(video, step, at)
            self._event(video.id, step.state, at)
            end = End(step.state, at)
            at += 350 if step.state is VideoState.SENDING else step_ms
        row["revision"] = video.revision + len(life.steps)
        if is_seen and end.state is VideoState.COMPLETED:
            row["seen_at"] = end.at
        self._rows.videos.append((self._library_id, *(row[name] for name in self._columns)))
        return end

    def still(self, video: Video, role: FileRole, path: Path, size: int, at: int) -> None:
        """A poster or a contact strip."""
        self._rows.files.append((video.id, role, str(path), size, *_NO_FACTS, at))

    def clip(
        self, video: Video, path: Path, size: int, shape: tuple[int, int], ms: int, at: int
    ) -> None:
        row = (video.id, FileRole.CLIP, str(path), size, *shape, ms, "h264", "aac", at)
        self._rows.files.append(row)
        self._event(video.id, "downloaded", at, json.dumps({"bytes": size}))

    def left_to_download(self, video: Video, at: int) -> None:
        self._rows.downloads.append((video.id, _url(video), at, at + 600_000))

    def finish(self, imports: int = 0) -> None:
        """Write what was put off, and so many imported ones beside it; to be called once, at the
        end."""
        self._write()
        if imports:
            add_imports(self._connection, imports)
        self._connection.execute(_INDEX_PROMPTS)

    def _write(self) -> None:
        rows, self._rows = self._rows, _Rows()
        batches: Sequence[tuple[str, list[Values]]] = (
            (self._video, rows.videos),
            (_ENTRY, rows.entries),
            (_EVENT, rows.events),
            (_FILE, rows.files),
            (_DOWNLOAD, rows.downloads),
        )
        for statement, values in batches:
            self._connection.executemany(statement, values)

    def _move(self, purse: Purse, video: Video, kind: EntryKind, at: int) -> None:
        settles = kind is EntryKind.SETTLE
        amount = _SETTLED_BACK if settles else video.price
        raw = _in_credits(video.price - _SETTLED_BACK) if settles else None
        self._entry(purse, video_entry_id(video.id, kind), video.id, kind, amount, at, raw)

    def _entry(
        self,
        purse: Purse,
        entry_id: str,
        video_id: str | None,
        kind: EntryKind,
        amount: int,
        at: int,
        raw: str | None,
    ) -> None:
        # A settle has two directions: here it always gives back.
        gives_back = kind is EntryKind.SETTLE
        legs = (Account.SPENT, Account.AVAILABLE) if gives_back else next(iter(LEGS[kind]))
        purse.available += account_change(*legs, amount, Account.AVAILABLE)
        purse.held += account_change(*legs, amount, Account.HELD)
        head = (self._library_id, entry_id, purse.wallet.id, video_id, kind, amount)
        self._rows.entries.append((*head, *legs, purse.available, purse.held, at, raw))

    def _event(self, video_id: str, kind: str, at: int, detail: str | None = None) -> None:
        self._rows.events.append((self._library_id, video_id, kind, at, detail))


def _changes(video: Video, step: Step, at: int) -> Changes:
    match step.state:
        case VideoState.SENDING:
            return {"send_count": 1, "sent_at": at}
        case VideoState.PENDING:
            task_id = f"task_{video.id.replace('-', '')}"
            return {"task_id": task_id, "accepted_at": at, "provider_word": "waiting"}
        case VideoState.PROCESSING:
            return {"provider_word": "generating"}
        case VideoState.COMPLETED:
            consumed = video.price - (_SETTLED_BACK if step.kinds else 0)
            found = {"provider_word": "success", "result_url": _url(video), "consumed": consumed}
            return {**found, "ended_at": at}
        case VideoState.FAILED:
            code, message = step.failure or (None, None)
            failure = {"reason": step.reason, "failure_code": code, "failure_message": message}
            return {**failure, "ended_at": at}
        case VideoState.CANCELLED:
            return {"ended_at": at}
    return {"reason": step.reason}


def _url(video: Video) -> str:
    return f"https://results.invalid/{video.id}.mp4"


def _in_credits(hundredths: int) -> str:
    return f"{hundredths / 100:g}"
