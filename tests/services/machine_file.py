"""The library's raw file as SQLite shows it to anybody: no code of ours in between."""

import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

GENERATED = "generated"

# DESIGN.md, section 4: the ledger rows that a generated video must have, and no others.
_RESERVED, _CAPTURED = {"reserve"}, {"reserve", "capture"}
_VOIDED, _REFUNDED = {"reserve", "void"}, {"reserve", "capture", "refund"}
TABLE: dict[tuple[str, str | None], list[set[str]]] = {
    ("reserved", None): [_RESERVED],
    ("sending", None): [_RESERVED],
    ("unconfirmed", "sent_unknown"): [_RESERVED],
    ("pending", None): [_CAPTURED],
    ("processing", None): [_CAPTURED],
    ("completed", None): [_CAPTURED, _CAPTURED | {"settle"}],
    ("unconfirmed", "record_gone"): [_CAPTURED],
    ("failed", "refused"): [_VOIDED],
    ("failed", "not_sent"): [_VOIDED],
    ("failed", "user_not_charged"): [_VOIDED, _REFUNDED, _REFUNDED | {"settle"}],
    ("failed", "provider_failed"): [_REFUNDED, _REFUNDED | {"settle"}],
    ("failed", "result_missing"): [_REFUNDED, _REFUNDED | {"settle"}],
    ("failed", "user_charged"): [_CAPTURED],
    ("cancelled", None): [_VOIDED],
}
MAY_BE_CHARGED = {("completed", None), ("failed", "user_charged"), ("unconfirmed", "record_gone")}


@dataclass
class StoredVideo:
    """A row, and what the ledger has about it: kinds with their amounts, a settle signed."""

    id: str
    prompt: str
    state: str
    reason: str | None
    origin: str
    task_id: str | None
    rescued_from: str | None
    send_count: int
    is_deleted: bool
    entries: dict[str, int] = field(default_factory=dict)

    @property
    def spent(self) -> int:
        moved = self.entries.get
        return moved("capture", 0) - moved("refund", 0) + moved("settle", 0)


@dataclass
class Stored:
    """Everything at one moment; amounts in hundredths."""

    videos: list[StoredVideo]
    granted: int
    reconciled: int
    available: int
    held: int


class RawFile:
    """A reader of its own beside the program's connection."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)

    def close(self) -> None:
        self._connection.close()

    def stored(self, video_id: str) -> tuple[str, int] | None:
        """The video's state and send count."""
        return self._connection.execute(  # type: ignore[no-any-return]
            "SELECT state, send_count FROM video WHERE id = ?", (video_id,)
        ).fetchone()

    def read(self) -> Stored:
        """All of it; asserts what the rows alone must say."""
        rows = self._connection.execute(
            "SELECT id, json_extract(request, '$.prompt'), state, reason, origin, task_id,"
            " rescued_from, send_count, deleted_at IS NOT NULL FROM video ORDER BY seq"
        )
        videos = {row[0]: StoredVideo(*row) for row in rows}
        stored = Stored(list(videos.values()), 0, 0, 0, 0)
        entries = self._connection.execute(
            "SELECT video_id, kind, debit, amount, available_after, held_after"
            " FROM ledger_entry ORDER BY seq"
        )
        for video_id, kind, debit, amount, stored.available, stored.held in entries:
            if kind == "grant":
                stored.granted += amount
            elif kind == "reconcile":
                stored.reconciled += amount if debit == "external" else -amount
            else:
                known = videos[video_id].entries
                assert kind not in known, f"{video_id} has two rows of {kind}"
                known[kind] = -amount if (kind, debit) == ("settle", "spent") else amount
        check_rows(stored)
        return stored


def check_rows(stored: Stored) -> None:
    """What DESIGN.md promises of any file at any moment."""
    for video in stored.videos:
        if video.origin != GENERATED:
            assert not video.entries, f"{video.id} was found and has money"
            continue
        place, kinds = (video.state, video.reason), set(video.entries)
        assert kinds in TABLE[place], f"{video.id} is {place} with {kinds}"
        givebacks = len(kinds & {"void", "refund"})
        is_given_back = video.state == "cancelled" or (
            video.state == "failed" and video.reason != "user_charged"
        )
        assert givebacks == is_given_back, f"{video.id} was given back {givebacks} times"
        in_flight = video.state in ("pending", "processing")
        if not in_flight and place not in MAY_BE_CHARGED and "settle" not in kinds:
            assert video.spent == 0, f"{video.id} is {place} and cost {video.spent}"
        assert video.send_count in (0, 1)
    spent = sum(video.spent for video in stored.videos)
    total = stored.available + stored.held + spent
    assert total == stored.granted + stored.reconciled, "credits came from nowhere"
