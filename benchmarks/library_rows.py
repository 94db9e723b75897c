"""Rows of many videos, fast: plain SQL in one transaction, and every trigger holds as always."""

import json
import sqlite3
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

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
from videogen_desktop.storage.folding import folded

_FROZEN = (
    *("id", "wallet_id", "prompt", "aspect_ratio", "model_id", "price", "request_sha256"),
    *("created_at", "requested_by", "origin", "rescued_from", "deleted_at"),
)
_VIDEO = tuple(field.name for field in fields(Video))
_CHANGING = tuple(name for name in _VIDEO if name not in _FROZEN)
_INSERT = (
    f"INSERT INTO video (library_id, prompt_folded, {', '.join(_VIDEO)})"  # noqa: S608
    f" VALUES (?, ?{', ?' * len(_VIDEO)})"
)
_UPDATE = f"UPDATE video SET {', '.join(f'{name} = ?' for name in _CHANGING)} WHERE id = ?"  # noqa: S608
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
_SETTLED_BACK = 5_60


@dataclass(slots=True)
class Purse:
    """A wallet's balances as its last ledger row has them, in hundredths."""

    wallet: Wallet
    available: int = 0
    held: int = 0


class VideoWriter:
    """Writes whole lives, each video after the other, within the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, library_id: str) -> None:
        self._connection = connection
        self._library_id = library_id

    def grant(self, purse: Purse, entry_id: str, amount: int, at: int) -> None:
        """The purse's opening balance."""
        raw = f"{amount / 100:g}"
        self._entry(purse, entry_id, None, EntryKind.GRANT, amount, at, raw)

    def live(self, video: Video, life: Life, purse: Purse, step_ms: int) -> Video:
        """Take a reserved video through its life, `step_ms` between two steps."""
        row = (getattr(video, name) for name in _VIDEO)
        self._connection.execute(_INSERT, (self._library_id, folded(video.prompt), *row))
        self._move(purse, video, EntryKind.RESERVE, video.created_at)
        self._event(video, VideoState.RESERVED, video.created_at)
        at = video.created_at + 4
        for step in life.steps:
            video = self._step(video, step, purse, at)
            at += step_ms if step.state is not VideoState.SENDING else 350
        return video

    def poster(self, video: Video, path: Path, size: int, at: int) -> None:
        row = (video.id, "poster", str(path), size, None, None, None, None, None, at)
        self._connection.execute(_FILE, row)

    def clip(
        self, video: Video, path: Path, size: int, shape: tuple[int, int], ms: int, at: int
    ) -> None:
        row = (video.id, "clip", str(path), size, *shape, ms, "h264", "aac", at)
        self._connection.execute(_FILE, row)
        self._event(video, "downloaded", at, bytes=size)

    def left_to_download(self, video: Video, at: int) -> None:
        self._connection.execute(_DOWNLOAD, (video.id, video.result_url, at, at + 600_000))

    def _step(self, video: Video, step: Step, purse: Purse, at: int) -> Video:
        consumed = None
        for kind in step.kinds:
            if kind is EntryKind.SETTLE:
                consumed = video.price - _SETTLED_BACK
            self._move(purse, video, kind, at)
        new = replace(_after(video, step, at), updated_at=at, revision=video.revision + 1)
        if step.state is VideoState.COMPLETED:
            new = replace(new, consumed=consumed or video.price)
        values = (getattr(new, name) for name in _CHANGING)
        self._connection.execute(_UPDATE, (*values, new.id))
        self._event(new, step.state, at)
        return new

    def _move(self, purse: Purse, video: Video, kind: EntryKind, at: int) -> None:
        settles = kind is EntryKind.SETTLE
        amount = _SETTLED_BACK if settles else video.price
        raw = f"{(video.price - _SETTLED_BACK) / 100:g}" if settles else None
        self._entry(purse, video_entry_id(video.id, kind), video, kind, amount, at, raw)

    def _entry(
        self,
        purse: Purse,
        entry_id: str,
        video: Video | None,
        kind: EntryKind,
        amount: int,
        at: int,
        raw: str | None,
    ) -> None:
        legs = {(Account.SPENT, Account.AVAILABLE)} if kind is EntryKind.SETTLE else LEGS[kind]
        debit, credit = next(iter(legs))
        purse.available += account_change(debit, credit, amount, Account.AVAILABLE)
        purse.held += account_change(debit, credit, amount, Account.HELD)
        owner = (purse.wallet.id, video.id if video else None)
        after = (purse.available, purse.held)
        row = (self._library_id, entry_id, *owner, kind, amount, debit, credit, *after, at, raw)
        self._connection.execute(_ENTRY, row)

    def _event(self, video: Video, kind: str, at: int, **detail: object) -> None:
        text = json.dumps(detail) if detail else None
        self._connection.execute(_EVENT, (self._library_id, video.id, kind, at, text))


def _after(video: Video, step: Step, at: int) -> Video:
    changes: dict[str, Any] = {"state": step.state, "reason": step.reason}
    if step.state is VideoState.SENDING:
        changes |= {"send_count": 1, "sent_at": at}
    elif step.state is VideoState.PENDING:
        task_id = f"task_{video.request_sha256[:16]}{video.id[:8]}"
        changes |= {"task_id": task_id, "accepted_at": at, "provider_word": "waiting"}
    elif step.state is VideoState.PROCESSING:
        changes |= {"provider_word": "generating"}
    elif step.state is VideoState.COMPLETED:
        url = f"https://results.invalid/{video.id}.mp4"
        changes |= {"provider_word": "success", "result_url": url, "ended_at": at}
    elif step.state is VideoState.FAILED:
        code, message = step.failure or (None, None)
        changes |= {"failure_code": code, "failure_message": message, "ended_at": at}
    elif step.state is VideoState.CANCELLED:
        changes |= {"ended_at": at}
    return replace(video, **changes)
