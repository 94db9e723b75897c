"""Counts over a wallet's videos and their ledger, by local day, model and collection."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from videogen_desktop.domain.ledger import Account, EntryKind
from videogen_desktop.domain.states import VideoState
from videogen_desktop.storage.tables import (
    collection,
    collection_video,
    ledger_entry,
    video,
    video_use,
)

# Videos, or rows of the ledger, that one reading goes through: 10 ms.
SLICE = 20_000
_ENDED = (VideoState.COMPLETED.value, VideoState.FAILED.value)
_SPENT = func.sum(
    case((ledger_entry.c.debit == Account.AVAILABLE, ledger_entry.c.amount), else_=0)
    - case((ledger_entry.c.credit == Account.AVAILABLE, ledger_entry.c.amount), else_=0)
)


def _day(moment: Any) -> Any:
    """The local day of a moment in UTC milliseconds, as YYYY-MM-DD."""
    return func.date(moment / 1000, "unixepoch", "localtime")


@dataclass(frozen=True, slots=True)
class Span:
    """From `since` up to, and without, `until`: UTC milliseconds."""

    wallet_id: str
    since: int
    until: int


class StatisticsRows:
    """The library's counts, within one transaction."""

    def __init__(self, connection: Connection, library_id: str) -> None:
        self._connection = connection
        self._library_id = library_id

    def newest(self) -> tuple[int, int]:
        """The last number of a video and of a row of the ledger: how far the slices go."""
        last = select(
            select(func.coalesce(func.max(video.c.seq), 0)).scalar_subquery(),
            select(func.coalesce(func.max(ledger_entry.c.seq), 0)).scalar_subquery(),
        )
        videos, entries = self._connection.execute(last).one()
        return int(videos), int(entries)

    def first_at(self, wallet_id: str) -> int | None:
        """When the wallet's first video was asked for; None without any."""
        first = select(func.min(video.c.created_at)).where(
            video.c.library_id == self._library_id, video.c.wallet_id == wallet_id
        )
        return self._connection.execute(first).scalar()

    def ended(self, span: Span, after: int) -> list[tuple[str, str, str, int]]:
        """(day, model id, state, videos) of the SLICE of videos behind this number."""
        day = _day(video.c.ended_at)
        return self._rows(
            select(day, video.c.model_id, video.c.state, func.count())
            .where(*self._videos(span), video.c.seq > after, video.c.seq <= after + SLICE)
            .group_by(day, video.c.model_id, video.c.state)
        )

    def ended_in_collections(self, span: Span) -> list[tuple[str, str, int]]:
        """(collection, state, videos)."""
        return self._rows(
            select(collection.c.name, video.c.state, func.count())
            .select_from(collection)
            .join(collection_video, collection_video.c.collection_id == collection.c.id)
            .join(video, video.c.id == collection_video.c.video_id)
            .where(*self._videos(span))
            .group_by(collection.c.id, video.c.state)
        )

    def spent(self, span: Span, after: int) -> list[tuple[str, str, int]]:
        """(day, model id, hundredths) of the SLICE of the ledger's rows behind this number."""
        day = _day(ledger_entry.c.at)
        return self._rows(
            select(day, video.c.model_id, _SPENT)
            .select_from(ledger_entry)
            .join(video, video.c.id == ledger_entry.c.video_id)
            .where(
                *self._entries(span),
                ledger_entry.c.seq > after,
                ledger_entry.c.seq <= after + SLICE,
            )
            .group_by(day, video.c.model_id)
        )

    def spent_in_collections(self, span: Span) -> list[tuple[str, int]]:
        """(collection, hundredths)."""
        return self._rows(
            select(collection.c.name, _SPENT)
            .select_from(collection)
            .join(collection_video, collection_video.c.collection_id == collection.c.id)
            .join(ledger_entry, ledger_entry.c.video_id == collection_video.c.video_id)
            .where(*self._entries(span))
            .group_by(collection.c.id)
        )

    def uses(self, since: int, until: int) -> list[tuple[str, str, str, int]]:
        """(day, video id, kind, times), of every wallet's videos on this machine."""
        day = _day(video_use.c.at)
        return self._rows(
            select(day, video_use.c.video_id, video_use.c.kind, func.count())
            .where(video_use.c.at >= since, video_use.c.at < until)
            .group_by(day, video_use.c.video_id, video_use.c.kind)
        )

    def models_of(self, wallet_id: str, video_ids: Collection[str]) -> dict[str, str]:
        """The model's id of those that are the wallet's, by video id."""
        found = self._rows(
            select(video.c.id, video.c.model_id).where(
                video.c.library_id == self._library_id,
                video.c.wallet_id == wallet_id,
                video.c.id.in_(video_ids),
            )
        )
        return dict(found)

    def collections_of(self, video_ids: Collection[str]) -> list[tuple[str, str]]:
        """(video id, collection) of each collection that each of them is in."""
        return self._rows(
            select(collection_video.c.video_id, collection.c.name)
            .join(collection, collection.c.id == collection_video.c.collection_id)
            .where(
                collection_video.c.library_id == self._library_id,
                collection_video.c.video_id.in_(video_ids),
            )
        )

    def _videos(self, span: Span) -> Sequence[Any]:
        return (
            video.c.library_id == self._library_id,
            video.c.wallet_id == span.wallet_id,
            video.c.state.in_(_ENDED),
            video.c.ended_at >= span.since,
            video.c.ended_at < span.until,
        )

    def _entries(self, span: Span) -> Sequence[Any]:
        return (
            ledger_entry.c.library_id == self._library_id,
            ledger_entry.c.wallet_id == span.wallet_id,
            ledger_entry.c.video_id.is_not(None),
            ledger_entry.c.kind != EntryKind.CAPTURE,
            ledger_entry.c.at >= span.since,
            ledger_entry.c.at < span.until,
        )

    def _rows(self, statement: Select[Any]) -> list[Any]:
        return [tuple(row) for row in self._connection.execute(statement)]
