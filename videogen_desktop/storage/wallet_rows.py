"""Wallets in the database, and what the provider last said of their balances."""

from dataclasses import asdict

from sqlalchemy import Connection, RowMapping, insert, select
from sqlalchemy.dialects import sqlite

from videogen_desktop.domain.addresses import one_spelling
from videogen_desktop.domain.reconciliation import BalanceReading
from videogen_desktop.domain.states import ACCEPTED_STATES, VideoState
from videogen_desktop.domain.wallet import Wallet, WalletKey
from videogen_desktop.storage.tables import balance_reading, video, wallet

_COLUMNS = (wallet.c.id, wallet.c.provider, wallet.c.api_base, wallet.c.unit)
_UNDER_WAY = [state.value for state in (VideoState.SENDING, *ACCEPTED_STATES)]


class WalletRows:
    """The library's wallets, within one transaction."""

    def __init__(self, connection: Connection, library_id: str) -> None:
        self._connection = connection
        self._library_id = library_id

    def find(self, key: WalletKey) -> Wallet | None:
        """The wallet of this address, also under the spelling of an earlier version.

        Where that made two of one address, the one that something is under way in, so that it comes
        to its end; else the one of this spelling, else the older.
        """
        same = [
            one
            for one in self.every()
            if (one.key.provider, one_spelling(one.key.api_base), one.key.unit)
            == (key.provider, key.api_base, key.unit)
        ]
        if len(same) > 1:
            same.sort(key=lambda one: (not self._is_under_way(one.id), one.key != key))
        return Wallet(same[0].id, key) if same else None

    def get(self, wallet_id: str) -> Wallet | None:
        return next((one for one in self.every() if one.id == wallet_id), None)

    def has(self, key: WalletKey) -> bool:
        """Whether there is a row of exactly this key."""
        return any(one.key == key for one in self.every())

    def add(self, new: Wallet, at: int) -> None:
        self._connection.execute(
            insert(wallet).values(
                library_id=self._library_id,
                id=new.id,
                provider=new.key.provider,
                api_base=new.key.api_base,
                unit=new.key.unit,
                created_at=at,
            )
        )

    def every(self) -> tuple[Wallet, ...]:
        """All wallets, oldest first."""
        rows = self._connection.execute(
            select(*_COLUMNS)
            .where(wallet.c.library_id == self._library_id)
            .order_by(wallet.c.created_at, wallet.c.id)
        )
        return tuple(_wallet(row) for row in rows.mappings())

    def _is_under_way(self, wallet_id: str) -> bool:
        under_way = select(video.c.id).where(
            video.c.library_id == self._library_id,
            video.c.wallet_id == wallet_id,
            video.c.state.in_(_UNDER_WAY),
        )
        return self._connection.execute(under_way.limit(1)).first() is not None


def _wallet(row: RowMapping) -> Wallet:
    return Wallet(row["id"], WalletKey(row["provider"], row["api_base"], row["unit"]))


class ReadingRows:
    """One row for each wallet, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, wallet_id: str) -> BalanceReading | None:
        """The newest reading; None before the first."""
        row = self._connection.execute(
            select(balance_reading).where(balance_reading.c.wallet_id == wallet_id)
        ).first()
        return None if row is None else BalanceReading(**row._mapping)

    def put(self, reading: BalanceReading) -> None:
        """Replace the wallet's reading."""
        values = asdict(reading)
        self._connection.execute(
            sqlite.insert(balance_reading)
            .values(**values)
            .on_conflict_do_update(index_elements=["wallet_id"], set_=values)
        )
