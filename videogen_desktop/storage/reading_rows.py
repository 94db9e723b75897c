"""What the provider last said of each wallet's balance; this machine's only."""

from dataclasses import asdict

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from videogen_desktop.domain.reconciliation import BalanceReading
from videogen_desktop.storage.tables import balance_reading


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
            insert(balance_reading)
            .values(**values)
            .on_conflict_do_update(index_elements=["wallet_id"], set_=values)
        )
