"""The ledger in the database: rows are only ever added."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    and_,
    bindparam,
    case,
    func,
    insert,
    select,
)

from videogen_desktop.domain.errors import NotEnoughCreditsError
from videogen_desktop.domain.ledger import (
    AT_MOST,
    Account,
    Balance,
    Charge,
    EntryKind,
    LedgerEntry,
    Movement,
    account_change,
    movement_of,
    video_entry_id,
)
from videogen_desktop.domain.video import Video
from videogen_desktop.storage.tables import ledger_entry, video_prompt
from videogen_desktop.storage.tables import video as video_table

_ENTRY_COLUMNS = tuple(column for column in ledger_entry.c if column.name != "library_id")

# Built once: SQLAlchemy's construction costs more than SQLite's answer.
_NEWEST = (
    select(ledger_entry.c.seq, ledger_entry.c.available_after, ledger_entry.c.held_after)
    .where(
        ledger_entry.c.library_id == bindparam("library"),
        ledger_entry.c.wallet_id == bindparam("wallet"),
    )
    .order_by(ledger_entry.c.seq.desc())
    .limit(1)
)
_ADD = insert(ledger_entry)


def _sum_of(account: Account) -> ColumnElement[int]:
    return func.sum(
        case(
            (ledger_entry.c.credit == account, ledger_entry.c.amount),
            (ledger_entry.c.debit == account, -ledger_entry.c.amount),
            else_=0,
        )
    )


_IS_AT_MOST = and_(ledger_entry.c.kind == EntryKind.RESERVE, ledger_entry.c.raw == AT_MOST)
_CHARGES = (
    select(
        ledger_entry.c.video_id,
        _sum_of(Account.HELD),
        _sum_of(Account.SPENT),
        func.max(case((ledger_entry.c.kind == EntryKind.REFUND, 1), else_=0)),
        func.max(case((_IS_AT_MOST, 1), else_=0)),
    )
    .where(
        ledger_entry.c.library_id == bindparam("library"),
        ledger_entry.c.video_id.in_(bindparam("ids", expanding=True)),
    )
    .group_by(ledger_entry.c.video_id)
)


class LedgerRows:
    """The library's ledger, within one transaction."""

    def __init__(self, connection: Connection, library_id: str) -> None:
        self._connection = connection
        self._library_id = library_id

    def balance(self, wallet_id: str) -> Balance:
        """What the wallet's newest row says; zero without any."""
        row = self._connection.execute(
            _NEWEST, {"library": self._library_id, "wallet": wallet_id}
        ).first()
        if row is None:
            return Balance(wallet_id, 0, 0, 0)
        return Balance(wallet_id, row.available_after, row.held_after, row.seq)

    def grant(self, wallet_id: str, entry_id: str, amount: int, at: int, raw: str) -> None:
        """The wallet's opening balance."""
        legs = (Account.EXTERNAL, Account.AVAILABLE)
        self._add(entry_id, wallet_id, None, EntryKind.GRANT, amount, legs, at, raw)

    def has_for(self, wallet_id: str, amount: int) -> None:
        """Raises NotEnoughCreditsError where the wallet has less than this available."""
        available = self.balance(wallet_id).available
        if available < amount:
            raise NotEnoughCreditsError(available, amount)

    def reserve(self, video: Video, at: int, raw: str | None = None) -> None:
        """Hold the video's price; `raw` may be AT_MOST. Raises NotEnoughCreditsError (nothing is
        written)."""
        self.has_for(video.wallet_id, video.price)
        self._move(video, EntryKind.RESERVE, (Account.AVAILABLE, Account.HELD), at, raw)

    def reserve_many(self, videos: Sequence[tuple[Video, str | None]], at: int) -> None:
        """The same for all of these, which are one wallet's, with what `raw` is for each: all or
        none. Raises NotEnoughCreditsError (nothing is written)."""
        wallet_id = videos[0][0].wallet_id
        self.has_for(wallet_id, sum(video.price for video, _raw in videos))
        now, legs, values = self.balance(wallet_id), (Account.AVAILABLE, Account.HELD), []
        for video, raw in videos:
            entry_id = video_entry_id(video.id, EntryKind.RESERVE)
            entry = (entry_id, wallet_id, video.id, EntryKind.RESERVE, video.price, legs, at, raw)
            now = _moved(now, video.price, legs)
            values.append(self._values(now, *entry))
        self._connection.execute(_ADD, values)

    def capture(self, video: Video, at: int) -> None:
        """The provider accepted: what was held is spent."""
        self._move(video, EntryKind.CAPTURE, (Account.HELD, Account.SPENT), at)

    def void(self, video: Video, at: int) -> None:
        """Provably never charged: what was held is available again."""
        self._move(video, EntryKind.VOID, (Account.HELD, Account.AVAILABLE), at)

    def refund(self, video: Video, at: int) -> None:
        """The provider reports failure: what was spent is available again."""
        self._move(video, EntryKind.REFUND, (Account.SPENT, Account.AVAILABLE), at)

    def settle(self, video: Video, spent: int, consumed: int, at: int, raw: str) -> None:
        """Bring what is spent on the video to what the provider consumed; both in hundredths."""
        legs = (Account.SPENT, Account.AVAILABLE)
        if consumed > spent:
            legs = (Account.AVAILABLE, Account.SPENT)
        amount = abs(consumed - spent)
        entry_id = video_entry_id(video.id, EntryKind.SETTLE)
        self._add(entry_id, video.wallet_id, video.id, EntryKind.SETTLE, amount, legs, at, raw)

    def reconcile(self, wallet_id: str, entry_id: str, drift: int, at: int, raw: str) -> None:
        """Follow the provider's balance: above zero is a top-up or a gift, below zero was spent
        elsewhere. Never refused for want of funds."""
        legs = (Account.EXTERNAL, Account.AVAILABLE)
        if drift < 0:
            legs = (Account.AVAILABLE, Account.EXTERNAL)
        self._add(entry_id, wallet_id, None, EntryKind.RECONCILE, abs(drift), legs, at, raw)

    def kinds(self, video_id: str) -> frozenset[EntryKind]:
        """Which movements the video has."""
        rows = self._connection.execute(
            select(ledger_entry.c.kind).where(
                ledger_entry.c.library_id == self._library_id,
                ledger_entry.c.video_id == video_id,
            )
        )
        return frozenset(EntryKind(kind) for kind in rows.scalars())

    def movements(
        self, wallet_id: str, limit: int | None = None, video_id: str | None = None
    ) -> tuple[Movement, ...]:
        """The statement's lines, newest first, each with its video's prompt."""
        query = (
            select(*_ENTRY_COLUMNS, video_prompt.label("prompt"))
            .outerjoin(video_table, video_table.c.id == ledger_entry.c.video_id)
            .where(
                ledger_entry.c.library_id == self._library_id,
                ledger_entry.c.wallet_id == wallet_id,
                ledger_entry.c.kind != EntryKind.CAPTURE,
            )
        )
        if video_id is not None:
            query = query.where(ledger_entry.c.video_id == video_id)
        rows = self._connection.execute(query.order_by(ledger_entry.c.seq.desc()).limit(limit))
        return tuple(_movement(row) for row in rows.mappings())

    def spent_since(self, wallet_id: str, at: int) -> int:
        """What left the available account for videos since then, less what came back."""
        change = case(
            (ledger_entry.c.debit == Account.AVAILABLE, ledger_entry.c.amount),
            else_=-ledger_entry.c.amount,
        )
        total = self._connection.execute(
            select(func.coalesce(func.sum(change), 0)).where(
                ledger_entry.c.library_id == self._library_id,
                ledger_entry.c.wallet_id == wallet_id,
                ledger_entry.c.at >= at,
                ledger_entry.c.video_id.is_not(None),
                ledger_entry.c.kind != EntryKind.CAPTURE,
            )
        ).scalar_one()
        return int(total)

    def charges(self, video_ids: Sequence[str]) -> dict[str, Charge]:
        """What the rows of each video come to; a video without any is not among them."""
        rows = self._connection.execute(
            _CHARGES, {"library": self._library_id, "ids": list(video_ids)}
        )
        return {
            video_id: Charge(held, spent, bool(is_refunded), bool(is_at_most))
            for video_id, held, spent, is_refunded, is_at_most in rows.all()
        }

    def of_video(self, video_id: str) -> tuple[LedgerEntry, ...]:
        """The video's movements in order."""
        rows = self._connection.execute(
            select(*_ENTRY_COLUMNS)
            .where(
                ledger_entry.c.library_id == self._library_id,
                ledger_entry.c.video_id == video_id,
            )
            .order_by(ledger_entry.c.seq)
        )
        return tuple(_entry(row) for row in rows.mappings())

    def entries(self, wallet_id: str | None = None) -> Iterator[LedgerEntry]:
        """Every row in order, of one wallet or of all."""
        query = select(*_ENTRY_COLUMNS).where(ledger_entry.c.library_id == self._library_id)
        if wallet_id is not None:
            query = query.where(ledger_entry.c.wallet_id == wallet_id)
        for row in self._connection.execute(query.order_by(ledger_entry.c.seq)).mappings():
            yield _entry(row)

    def _move(
        self,
        video: Video,
        kind: EntryKind,
        legs: tuple[Account, Account],
        at: int,
        raw: str | None = None,
    ) -> None:
        entry_id = video_entry_id(video.id, kind)
        self._add(entry_id, video.wallet_id, video.id, kind, video.price, legs, at, raw)

    def _add(
        self,
        entry_id: str,
        wallet_id: str,
        video_id: str | None,
        kind: EntryKind,
        amount: int,
        legs: tuple[Account, Account],
        at: int,
        raw: str | None,
    ) -> None:
        now = _moved(self.balance(wallet_id), amount, legs)
        entry = (entry_id, wallet_id, video_id, kind, amount, legs, at, raw)
        self._connection.execute(_ADD, self._values(now, *entry))

    def _values(
        self,
        after: Balance,
        entry_id: str,
        wallet_id: str,
        video_id: str | None,
        kind: EntryKind,
        amount: int,
        legs: tuple[Account, Account],
        at: int,
        raw: str | None,
    ) -> dict[str, object]:
        debit, credit = legs
        return {
            "library_id": self._library_id,
            "id": entry_id,
            "wallet_id": wallet_id,
            "video_id": video_id,
            "kind": kind,
            "amount": amount,
            "debit": debit,
            "credit": credit,
            "available_after": after.available,
            "held_after": after.held,
            "at": at,
            "raw": raw,
        }


def _moved(before: Balance, amount: int, legs: tuple[Account, Account]) -> Balance:
    """What the wallet has after this much went from the one account to the other."""
    available = before.available + account_change(*legs, amount, Account.AVAILABLE)
    return replace(
        before,
        available=available,
        held=before.held + account_change(*legs, amount, Account.HELD),
    )


def _movement(row: RowMapping) -> Movement:
    movement = movement_of(_entry(row), row["prompt"])
    assert movement is not None  # noqa: S101 - captures are not asked for
    return movement


def _entry(row: RowMapping) -> LedgerEntry:
    return LedgerEntry(
        seq=row["seq"],
        id=row["id"],
        wallet_id=row["wallet_id"],
        video_id=row["video_id"],
        kind=EntryKind(row["kind"]),
        amount=row["amount"],
        debit=Account(row["debit"]),
        credit=Account(row["credit"]),
        available_after=row["available_after"],
        held_after=row["held_after"],
        at=row["at"],
        raw=row["raw"],
    )
