"""Requests on their way from one process of this machine to the one that runs the engine."""

import json
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.handover import (
    EngineRun,
    Handover,
    HandoverRefusedError,
    error_as_data,
    error_from_data,
)
from videogen_desktop.domain.request import as_json, request_of
from videogen_desktop.storage.tables import batch, engine_run, handover, video
from videogen_desktop.storage.wallet_rows import WalletRows

_THE_ONE = 1
# What was refused is kept this long for a process that was stopped and has not heard it.
_REFUSALS_KEPT_MS = 86_400_000


class HandoverRows:
    """The engine that takes requests, and what it was asked for, within one transaction.

    A request is the video of its id, or the take group of that name, whose first video it is.
    Whether they are made is decided once: by the transaction that reserves (`is_wanted`), or by the
    one that takes the request back (`withdraw`).
    """

    def __init__(self, connection: Connection, wallets: WalletRows) -> None:
        self._connection = connection
        self._wallets = wallets

    # --- the engine --------------------------------------------------------------------------

    def begin_run(self, run_id: str, wallet_id: str, at: int) -> None:
        """This engine takes requests from now on. What was asked of an earlier one and came to
        nothing is taken back: the row goes, and without it nothing is reserved.
        """
        old = handover.c.created_at < at - _REFUSALS_KEPT_MS
        self._connection.execute(delete(handover).where(handover.c.refusal.is_(None) | old))
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
        """Whether it is this caller's to work on: true once, and never again. Nothing is decided
        by it: that is for the transaction that reserves.
        """
        done = self._connection.execute(
            update(handover)
            .where(handover.c.id == handover_id, handover.c.taken_at.is_(None))
            .values(taken_at=at)
        )
        return done.rowcount == 1

    def is_wanted(self, handover_id: str, run_id: str) -> bool:
        """For the transaction that reserves: whether it is still asked of this run, and was not
        taken back, refused or made.
        """
        wanted = select(handover.c.id).where(
            handover.c.id == handover_id,
            handover.c.run_id == run_id,
            handover.c.refusal.is_(None),
        )
        asked = self._connection.execute(wanted).first() is not None
        return asked and not self._is_made(handover_id)

    def refuse(self, handover_id: str, error: VideoGenError, at: int) -> None:
        """No video comes of it, for this reason. Where there is one this does nothing: what
        became of it then stands in its state and its ledger.
        """
        if self._is_made(handover_id):
            return
        self._connection.execute(
            update(handover)
            .where(handover.c.id == handover_id)
            .values(
                refusal=json.dumps(error_as_data(error)),
                taken_at=func.coalesce(handover.c.taken_at, at),
            )
        )

    # --- the process that asks ---------------------------------------------------------------

    def run(self) -> EngineRun | None:
        """The engine that takes requests; after a crash one that did."""
        row = self._connection.execute(select(engine_run)).first()
        wallet = None if row is None else self._wallets.get(row.wallet_id)
        if row is None or wallet is None:
            return None
        return EngineRun(row.run_id, wallet.id, wallet.key.provider, wallet.key.api_base)

    def ask(self, asked: Handover) -> None:
        """Lay the request down for the run it names; what was taken back may be asked again."""
        values = {
            "run_id": asked.run_id,
            "requested_by": asked.requested_by,
            "request": as_json(asked.request),
            "confirmed": int(asked.confirmed),
            "created_at": asked.created_at,
            "takes": asked.takes,
            "most": asked.most,
        }
        self._connection.execute(insert(handover).values(id=asked.id, **values))

    def withdraw(self, handover_id: str) -> bool:
        """Take it back: true when no video was made of it, and then none ever will be. False:
        the video of this id is what became of it.
        """
        self._connection.execute(delete(handover).where(handover.c.id == handover_id))
        return not self._is_made(handover_id)

    def is_taken(self, handover_id: str) -> bool:
        """Whether the engine works on it, or has answered."""
        found = self._connection.execute(
            select(handover.c.taken_at).where(handover.c.id == handover_id)
        )
        return found.scalar() is not None

    def refusal(self, handover_id: str) -> VideoGenError | None:
        """Why no video came of it."""
        found = self._connection.execute(
            select(handover.c.refusal).where(handover.c.id == handover_id)
        ).scalar()
        return heard_refusal(found) if found else None

    def _is_made(self, handover_id: str) -> bool:
        made = select(video.c.id).where(video.c.id == handover_id)
        # A batch has a row of its own, in the same transaction as its videos.
        batches = select(batch.c.id).where(batch.c.id == handover_id)
        return self._connection.execute(made.union_all(batches)).first() is not None


def heard_refusal(stored: str) -> VideoGenError:
    """The error that an engine of whatever version wrote down as its refusal.

    HandoverRefusedError where nothing can be made of it.
    """
    try:
        kind, arguments = json.loads(stored)
        if kind.isidentifier() and all(isinstance(one, str | int | None) for one in arguments):
            return error_from_data(kind, tuple(arguments))
    except (ValueError, TypeError, AttributeError, RecursionError):
        pass
    return HandoverRefusedError("unreadable")


def _handover(row: Row[Any]) -> Handover:
    return Handover(
        id=row.id,
        run_id=row.run_id,
        requested_by=row.requested_by,
        request=request_of(row.request),
        confirmed=bool(row.confirmed),
        created_at=row.created_at,
        takes=row.takes,
        most=row.most,
    )
