"""Sums over a wallet's videos and ledger: what is under way, and what was committed."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, bindparam, case, func, literal, select

from videogen_desktop.domain.ledger import Account, EntryKind
from videogen_desktop.domain.reconciliation import ExpectedBalance
from videogen_desktop.domain.states import EDGES, Origin, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.storage.ledger_rows import LedgerRows
from videogen_desktop.storage.tables import ledger_entry
from videogen_desktop.storage.tables import video as video_table
from videogen_desktop.storage.video_rows import VideoRows

_NOT_ENDED = tuple(state for state, after in EDGES.items() if after)
# Both stand before the POST of a new video: put together once, and each state by itself, for a
# list of any length is written anew for every question (0.5 ms of 8).
_OF_WALLET = (
    video_table.c.library_id == bindparam("library"),
    video_table.c.wallet_id == bindparam("wallet"),
    video_table.c.origin == Origin.GENERATED,
)
_IN_FLIGHT = select(func.count()).where(
    *_OF_WALLET,
    video_table.c.state.in_(
        [literal(state) for state in _NOT_ENDED if state is not VideoState.UNCONFIRMED]
    ),
    # What stands in the queue of batches is under way once it is sent.
    (video_table.c.state != VideoState.RESERVED) | video_table.c.batch_id.is_(None),
)
_RECENT = (
    select(video_table.c.id)
    .where(
        *_OF_WALLET,
        video_table.c.state.in_([literal(state) for state in _NOT_ENDED]),
        video_table.c.created_at >= bindparam("since"),
    )
    .order_by(video_table.c.seq.desc())
    .limit(1)
)
_SAME_REQUEST = _RECENT.where(video_table.c.request_sha256 == bindparam("request_sha256"))
_ONE_OF_REQUESTS = _RECENT.where(
    video_table.c.request_sha256.in_(bindparam("requests", expanding=True))
)


class SpendingRows:
    """The library's sums, within one transaction."""

    def __init__(self, connection: Connection, library_id: str) -> None:
        self._connection = connection
        self._library_id = library_id

    def expected_balance(self, wallet_id: str) -> ExpectedBalance:
        """What the provider's balance can be; see ExpectedBalance."""
        prices = self._prices(wallet_id)
        available = LedgerRows(self._connection, self._library_id).balance(wallet_id).available
        lowest = available + prices.pop(VideoState.RESERVED, 0)
        return ExpectedBalance(lowest, lowest + sum(prices.values()))

    def in_flight(self, wallet_id: str) -> int:
        """How many generated videos wait, are sent or are made just now; what stands in the queue
        of batches is not counted before it is sent."""
        count = self._connection.execute(
            _IN_FLIGHT, {"library": self._library_id, "wallet": wallet_id}
        ).scalar_one()
        return int(count)

    def committed_since(self, wallet_id: str, at: int, until: int) -> int:
        """The prices reserved from then `until` that moment, less whatever came back of them."""
        asked = ledger_entry.alias("asked")
        change = case(
            (ledger_entry.c.debit == Account.AVAILABLE, ledger_entry.c.amount),
            else_=-ledger_entry.c.amount,
        )
        total = self._connection.execute(
            select(func.coalesce(func.sum(change), 0))
            .select_from(asked)
            .join(
                ledger_entry,
                (ledger_entry.c.library_id == asked.c.library_id)
                & (ledger_entry.c.video_id == asked.c.video_id),
            )
            .where(
                asked.c.library_id == self._library_id,
                asked.c.wallet_id == wallet_id,
                asked.c.kind == EntryKind.RESERVE,
                asked.c.at.between(at, until),
                ledger_entry.c.kind != EntryKind.CAPTURE,
            )
        ).scalar_one()
        return int(total)

    def same_request(self, wallet_id: str, request_sha256: str, since: int) -> Video | None:
        """The newest video of this very request that was asked for since then and has not ended."""
        return self._recent(_SAME_REQUEST, wallet_id, since, request_sha256=request_sha256)

    def one_of_requests(self, wallet_id: str, requests: Sequence[str], since: int) -> Video | None:
        """The same for any of these requests, by their digests."""
        return self._recent(_ONE_OF_REQUESTS, wallet_id, since, requests=list(requests))

    def _recent(
        self, query: Select[Any], wallet_id: str, since: int, **wanted: object
    ) -> Video | None:
        place = {"library": self._library_id, "wallet": wallet_id, "since": since}
        found = self._connection.execute(query, {**place, **wanted}).scalar()
        if found is None:
            return None
        return VideoRows(self._connection, self._library_id).get(found)

    def _prices(self, wallet_id: str) -> dict[VideoState, int]:
        rows = self._connection.execute(
            select(video_table.c.state, func.sum(video_table.c.price))
            .where(
                video_table.c.library_id == self._library_id,
                video_table.c.wallet_id == wallet_id,
                video_table.c.state.in_(_NOT_ENDED),
            )
            .group_by(video_table.c.state)
        )
        return {VideoState(state): int(total) for state, total in rows}
