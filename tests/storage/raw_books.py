"""A library without our own code in the way: plain SQL on the schema that the migration makes."""

import sqlite3
import uuid
from collections.abc import Iterable
from typing import Any

from sqlalchemy import StaticPool, create_engine

from videogen_desktop.domain.ledger import LEGS, Account, EntryKind, account_change
from videogen_desktop.domain.states import REASONS, Reason, VideoState
from videogen_desktop.storage.library_file import HEAD
from videogen_desktop.storage.schema import migrate

PRICE = 10_000
GRANT = 1_000_000
REQUEST = (
    '{"inputs":{},"model":"sandbox/video-1","options":{"aspect_ratio":"landscape"},'
    '"prompt":"a secret prompt","version":1}'
)
LIBRARY, WALLET, OTHER_WALLET = (str(uuid.UUID(int=number)) for number in (1, 2, 3))

Standing = tuple[VideoState, Reason | None]
STANDINGS: tuple[Standing, ...] = tuple(
    (state, reason) for state in VideoState for reason in sorted(REASONS.get(state, ())) or (None,)
)


class RawBooks:
    """A database in memory with two wallets, the first of which has an opening balance."""

    def __init__(self, template: sqlite3.Connection | None = None) -> None:
        self.sql = sqlite3.connect(":memory:", isolation_level=None)
        if template is None:
            self._begin()
        else:
            template.backup(self.sql)
        self.sql.execute("PRAGMA foreign_keys = ON")

    def _begin(self) -> None:
        engine = create_engine("sqlite://", creator=lambda: self.sql, poolclass=StaticPool)
        with engine.begin() as connection:
            migrate(connection, HEAD)
        self.insert("library", id=LIBRARY, created_at=1)
        for wallet, base in ((WALLET, ""), (OTHER_WALLET, "https://example.com")):
            self.insert(
                "wallet",
                library_id=LIBRARY,
                id=wallet,
                provider="sandbox",
                api_base=base,
                unit="credit",
                created_at=1,
            )
        self.move(None, EntryKind.GRANT, GRANT)

    def close(self) -> None:
        self.sql.close()

    def insert(self, table: str, how: str = "INSERT", **values: Any) -> None:
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        self.sql.execute(
            f"{how} INTO {table} ({names}) VALUES ({marks})",
            tuple(values.values()),
        )

    def drop(self, *names: str) -> None:
        """Take triggers or indexes away."""
        for name in names:
            kind = self.one("SELECT type FROM sqlite_master WHERE name = ?", name)
            self.sql.execute(f"DROP {kind} {name}")

    def keep_only(self, *triggers: str) -> None:
        """Take every other trigger away."""
        rows = self.sql.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        self.drop(*(name for (name,) in rows if name not in triggers))

    def one(self, query: str, *arguments: object) -> Any:
        row = self.sql.execute(query, arguments).fetchone()
        return None if row is None else row[0]

    def table(self, name: str) -> list[Any]:
        return self.sql.execute(f"SELECT * FROM {name} ORDER BY 2").fetchall()  # noqa: S608

    def video(self, **changes: Any) -> str:
        """A new video, `reserved` unless told otherwise, without its ledger row."""
        values: dict[str, Any] = {
            "library_id": LIBRARY,
            "id": str(uuid.uuid4()),
            "wallet_id": WALLET,
            "origin": "generated",
            "request": REQUEST,
            "prompt_folded": "a secret prompt",
            "model_id": "sandbox/video-1",
            "shape": "landscape",
            "price": PRICE,
            "request_sha256": "0" * 64,
            "state": "reserved",
            "send_count": 0,
            "favourite": 0,
            "created_at": 1,
            "updated_at": 1,
            "revision": 1,
        }
        how = changes.pop("how", "INSERT")
        values |= changes
        if values["origin"] == "generated":
            values = {"request_id": values["id"]} | values
        self.insert("video", how, **values)
        return str(values["id"])

    def change(self, video_id: str, how: str = "UPDATE", **changes: Any) -> None:
        """Update the row and count its revision up."""
        sets = ", ".join(f"{name} = ?" for name in changes)
        self.sql.execute(
            f"{how} video SET {sets}, revision = revision + 1 WHERE id = ?",
            (*changes.values(), video_id),
        )

    def balance(self, wallet_id: str = WALLET) -> tuple[int, int]:
        row = self.sql.execute(
            "SELECT available_after, held_after FROM ledger_entry WHERE wallet_id = ?"
            " ORDER BY seq DESC LIMIT 1",
            (wallet_id,),
        ).fetchone()
        return (0, 0) if row is None else (row[0], row[1])

    def entry(
        self,
        video_id: str | None,
        kind: EntryKind,
        amount: int = PRICE,
        legs: tuple[Account, Account] | None = None,
        wallet_id: str = WALLET,
    ) -> dict[str, Any]:
        """A row that follows from the one before, to be spoiled by a test."""
        debit, credit = legs or sorted(LEGS[kind], reverse=True)[0]
        available, held = self.balance(wallet_id)
        return {
            "library_id": LIBRARY,
            "id": str(uuid.uuid4()),
            "wallet_id": wallet_id,
            "video_id": video_id,
            "kind": kind.value,
            "amount": amount,
            "debit": debit.value,
            "credit": credit.value,
            "available_after": available + account_change(debit, credit, amount, Account.AVAILABLE),
            "held_after": held + account_change(debit, credit, amount, Account.HELD),
            "at": 1,
        }

    def move(
        self,
        video_id: str | None,
        kind: EntryKind,
        amount: int = PRICE,
        legs: tuple[Account, Account] | None = None,
        wallet_id: str = WALLET,
    ) -> None:
        self.insert("ledger_entry", **self.entry(video_id, kind, amount, legs, wallet_id))

    def moves(self, video_id: str, kinds: Iterable[EntryKind]) -> None:
        for kind in kinds:
            # A settle of half the price, in the direction that is possible after a refund too.
            legs = (Account.AVAILABLE, Account.SPENT) if kind is EntryKind.SETTLE else None
            self.move(video_id, kind, PRICE // 2 if kind is EntryKind.SETTLE else PRICE, legs)

    def kinds(self, video_id: str) -> frozenset[EntryKind]:
        rows = self.sql.execute("SELECT kind FROM ledger_entry WHERE video_id = ?", (video_id,))
        return frozenset(EntryKind(kind) for (kind,) in rows)


_K, _R, _S = EntryKind, Reason, VideoState
Step = tuple[tuple[EntryKind, ...], VideoState, Reason | None]

_SENT: tuple[Step, ...] = (((_K.RESERVE,), _S.RESERVED, None), ((), _S.SENDING, None))
_UNKNOWN: tuple[Step, ...] = (*_SENT, ((), _S.UNCONFIRMED, _R.SENT_UNKNOWN))
_ACCEPTED: tuple[Step, ...] = (*_SENT, ((_K.CAPTURE,), _S.PENDING, None))

STEPS_TO: dict[Standing, tuple[Step, ...]] = {
    (_S.RESERVED, None): _SENT[:1],
    (_S.CANCELLED, None): (*_SENT[:1], ((_K.VOID,), _S.CANCELLED, None)),
    (_S.SENDING, None): _SENT,
    (_S.UNCONFIRMED, _R.SENT_UNKNOWN): _UNKNOWN,
    (_S.UNCONFIRMED, _R.RECORD_GONE): (*_ACCEPTED, ((), _S.UNCONFIRMED, _R.RECORD_GONE)),
    (_S.PENDING, None): _ACCEPTED,
    (_S.PROCESSING, None): (*_ACCEPTED, ((), _S.PROCESSING, None)),
    (_S.COMPLETED, None): (*_ACCEPTED, ((), _S.COMPLETED, None)),
    (_S.FAILED, _R.REFUSED): (*_SENT, ((_K.VOID,), _S.FAILED, _R.REFUSED)),
    (_S.FAILED, _R.NOT_SENT): (*_SENT, ((_K.VOID,), _S.FAILED, _R.NOT_SENT)),
    (_S.FAILED, _R.PROVIDER_FAILED): (*_ACCEPTED, ((_K.REFUND,), _S.FAILED, _R.PROVIDER_FAILED)),
    (_S.FAILED, _R.RESULT_MISSING): (*_ACCEPTED, ((_K.REFUND,), _S.FAILED, _R.RESULT_MISSING)),
    (_S.FAILED, _R.USER_CHARGED): (*_UNKNOWN, ((_K.CAPTURE,), _S.FAILED, _R.USER_CHARGED)),
    (_S.FAILED, _R.USER_NOT_CHARGED): (*_UNKNOWN, ((_K.VOID,), _S.FAILED, _R.USER_NOT_CHARGED)),
}

_NEVER_SENT = (VideoState.RESERVED, VideoState.CANCELLED)
_ACCEPTED_ONCE = (VideoState.PENDING, VideoState.PROCESSING, VideoState.COMPLETED)


def columns_of(state: VideoState, reason: Reason | None, task_id: str) -> dict[str, Any]:
    """What has to stand beside a state for the table's constraints."""
    columns: dict[str, Any] = {
        "state": state,
        "reason": reason,
        "send_count": int(state not in _NEVER_SENT),
    }
    return columns | ({"task_id": task_id} if state in _ACCEPTED_ONCE else {})


def video_in(books: RawBooks, standing: Standing) -> str:
    """A video that came to this standing by allowed steps only."""
    video_id = books.video()
    for kinds, state, reason in STEPS_TO[standing]:
        books.moves(video_id, kinds)
        if state is not VideoState.RESERVED:
            books.change(video_id, **columns_of(state, reason, video_id))
    return video_id
