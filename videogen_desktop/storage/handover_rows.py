"""Requests on their way from one process of this machine to the one that runs the engine."""

import json
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.handover import (
    EngineRun,
    Handover,
    HandoverRefusedError,
    heard,
    told,
)
from videogen_desktop.storage.tables import engine_run, handover, wallet

_THE_ONE = 1


class HandoverRows:
    """The engine that takes requests, and what it was asked for, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # --- the engine --------------------------------------------------------------------------

    def begin_run(self, run_id: str, wallet_id: str, at: int) -> None:
        """This engine takes requests from now on; nothing asked of an earlier one is left."""
        self._connection.execute(delete(handover))
        values = {"run_id": run_id, "wallet_id": wallet_id, "started_at": at}
        self._connection.execute(
            insert(engine_run)
            .values(id=_THE_ONE, **values)
            .on_conflict_do_update(index_elements=["id"], set_=values)
        )

    def end_run(self) -> None:
        """No engine takes requests any more."""
        self._connection.execute(delete(engine_run))

    def waiting(self, run_id: str) -> tuple[Handover, ...]:
        """What this run was asked for and has not taken, oldest first."""
        rows = self._connection.execute(
            select(handover)
            .where(handover.c.run_id == run_id, handover.c.taken_at.is_(None))
            .order_by(handover.c.created_at, handover.c.id)
        )
        return tuple(_handover(row) for row in rows)

    def take(self, handover_id: str, at: int) -> bool:
        """Whether it is this caller's to send: true once, and never again."""
        done = self._connection.execute(
            update(handover)
            .where(handover.c.id == handover_id, handover.c.taken_at.is_(None))
            .values(taken_at=at)
        )
        return done.rowcount == 1

    def refuse(self, handover_id: str, error: VideoGenError) -> None:
        """No video came of it, for this reason."""
        self._connection.execute(
            update(handover)
            .where(handover.c.id == handover_id)
            .values(refusal=json.dumps(told(error)))
        )

    # --- the process that asks ---------------------------------------------------------------

    def run(self) -> EngineRun | None:
        """The engine that takes requests; after a crash one that did."""
        row = self._connection.execute(
            select(engine_run, wallet.c.provider, wallet.c.api_base).join(
                wallet, wallet.c.id == engine_run.c.wallet_id
            )
        ).first()
        if row is None:
            return None
        return EngineRun(row.run_id, row.wallet_id, row.provider, row.api_base)

    def ask(self, asked: Handover) -> None:
        """Lay the request down for the run it names; asking a later run again is fine."""
        values = {
            "run_id": asked.run_id,
            "requested_by": asked.requested_by,
            "prompt": asked.prompt,
            "aspect_ratio": asked.aspect_ratio,
            "model_id": asked.model_id,
            "confirmed": int(asked.confirmed),
            "created_at": asked.created_at,
        }
        self._connection.execute(insert(handover).values(id=asked.id, **values))

    def withdraw(self, handover_id: str) -> bool:
        """Take it back; false when the engine has taken it."""
        done = self._connection.execute(
            delete(handover).where(handover.c.id == handover_id, handover.c.taken_at.is_(None))
        )
        return done.rowcount == 1

    def refusal(self, handover_id: str) -> VideoGenError | None:
        """Why no video came of it."""
        found = self._connection.execute(
            select(handover.c.refusal).where(handover.c.id == handover_id)
        ).scalar()
        return heard_refusal(found) if found else None


def heard_refusal(stored: str) -> VideoGenError:
    """The error that an engine of whatever version wrote down as its refusal.

    HandoverRefusedError where nothing can be made of it.
    """
    try:
        kind, arguments = json.loads(stored)
        if kind.isidentifier() and all(isinstance(one, str | int | None) for one in arguments):
            return heard(kind, tuple(arguments))
    except (ValueError, TypeError, AttributeError, RecursionError):
        pass
    return HandoverRefusedError("unreadable")


def _handover(row: Row[Any]) -> Handover:
    return Handover(
        id=row.id,
        run_id=row.run_id,
        requested_by=row.requested_by,
        prompt=row.prompt,
        aspect_ratio=row.aspect_ratio,
        model_id=row.model_id,
        confirmed=bool(row.confirmed),
        created_at=row.created_at,
    )
