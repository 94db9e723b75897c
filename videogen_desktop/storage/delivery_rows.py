"""Callbacks that arrived here: each once, however often it was delivered."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from videogen_desktop.storage.tables import webhook_delivery

# A provider repeats a callback a few times. Whoever holds many that are signed makes no more rows.
MOST_OF_ONE_TASK = 50
_NEW = insert(webhook_delivery)
# Built once: SQLAlchemy's construction costs more than SQLite's answer.
_ADD = _NEW.on_conflict_do_update(
    index_elements=["wallet_id", "task_id", "signed_at"],
    set_={
        "times": webhook_delivery.c.times + 1,
        "last_received_at": _NEW.excluded.last_received_at,
    },
).returning(webhook_delivery)

_OF_TASK = (
    webhook_delivery.c.wallet_id == bindparam("wallet"),
    webhook_delivery.c.task_id == bindparam("task"),
)
_FORGET_OLDER = delete(webhook_delivery).where(
    *_OF_TASK,
    webhook_delivery.c.seq.not_in(
        select(webhook_delivery.c.seq)
        .where(*_OF_TASK)
        .order_by(webhook_delivery.c.seq.desc())
        .limit(MOST_OF_ONE_TASK)
    ),
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One authentic callback; times are UTC milliseconds.

    `reference` is the video that our own address named, or None. `outcome` is None until it was
    followed, and then a short word.
    """

    seq: int
    task_id: str
    signed_at: int
    reference: str | None
    said: str
    received_at: int
    times: int
    outcome: str | None


class DeliveryRows:
    """This machine's deliveries, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        wallet_id: str,
        task_id: str,
        signed_at: int,
        reference: str | None,
        said: str,
        at: int,
    ) -> Delivery | None:
        """Write it down; None when the same one was here before: that is only counted. What makes
        it the same is what is signed: the reference is the first one's. Of one task the newest
        stay."""
        values = {
            "wallet_id": wallet_id,
            "task_id": task_id,
            "signed_at": signed_at,
            "reference": reference or "",
            "said": said,
            "received_at": at,
            "last_received_at": at,
            "times": 1,
        }
        row = self._connection.execute(_ADD, values).one()
        if row.times > 1:
            return None
        self._connection.execute(_FORGET_OLDER, {"wallet": wallet_id, "task": task_id})
        return _delivery(row)

    def named_anew(
        self, wallet_id: str, task_id: str, signed_at: int, reference: str
    ) -> Delivery | None:
        """The same one came with another reference, and is to be followed again under it; None
        when it had it already."""
        row = self._connection.execute(
            update(webhook_delivery)
            .where(
                webhook_delivery.c.wallet_id == wallet_id,
                webhook_delivery.c.task_id == task_id,
                webhook_delivery.c.signed_at == signed_at,
                webhook_delivery.c.reference != reference,
            )
            .values(reference=reference, outcome=None)
            .returning(webhook_delivery)
        ).one_or_none()
        return None if row is None else _delivery(row)

    def ended(self, delivery: Delivery, outcome: str) -> None:
        """It was followed under its reference, or there is nothing to follow."""
        self._connection.execute(
            update(webhook_delivery)
            .where(
                webhook_delivery.c.seq == delivery.seq,
                webhook_delivery.c.reference == (delivery.reference or ""),
            )
            .values(outcome=outcome)
        )

    def waiting(self, wallet_id: str) -> tuple[Delivery, ...]:
        """What was accepted and not followed yet, oldest first."""
        return self._select(
            webhook_delivery.c.wallet_id == wallet_id, webhook_delivery.c.outcome.is_(None)
        )

    def every(self) -> tuple[Delivery, ...]:
        """All of them, oldest first."""
        return self._select()

    def forget_before(self, at: int) -> None:
        """Drop what nobody will repeat any more."""
        self._connection.execute(
            delete(webhook_delivery).where(webhook_delivery.c.last_received_at < at)
        )

    def _select(self, *conditions: Any) -> tuple[Delivery, ...]:
        rows = self._connection.execute(
            select(webhook_delivery).where(*conditions).order_by(webhook_delivery.c.seq)
        )
        return tuple(map(_delivery, rows))


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(
        seq=row.seq,
        task_id=row.task_id,
        signed_at=row.signed_at,
        reference=row.reference or None,
        said=row.said,
        received_at=row.received_at,
        times=row.times,
        outcome=row.outcome,
    )
