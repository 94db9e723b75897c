"""Wallets in the database."""

from sqlalchemy import Connection, RowMapping, insert, select

from videogen_desktop.domain.wallet import Wallet, WalletKey
from videogen_desktop.storage.tables import wallet

_COLUMNS = (wallet.c.id, wallet.c.provider, wallet.c.api_base, wallet.c.unit)


class WalletRows:
    """The library's wallets, within one transaction."""

    def __init__(self, connection: Connection, library_id: str) -> None:
        self._connection = connection
        self._library_id = library_id

    def find(self, key: WalletKey) -> Wallet | None:
        row = (
            self._connection.execute(
                select(*_COLUMNS).where(
                    wallet.c.library_id == self._library_id,
                    wallet.c.provider == key.provider,
                    wallet.c.api_base == key.api_base,
                    wallet.c.unit == key.unit,
                )
            )
            .mappings()
            .first()
        )
        return None if row is None else _wallet(row)

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


def _wallet(row: RowMapping) -> Wallet:
    return Wallet(row["id"], WalletKey(row["provider"], row["api_base"], row["unit"]))
