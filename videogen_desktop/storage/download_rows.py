"""The outbox: results that are paid and not on this disk yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    and_,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert

from videogen_desktop.storage.tables import download
from videogen_desktop.storage.video_rows import VideoRows

# What a failed try says about the result itself: then the next one is tried at once.
_BAD_RESULT = ("gone:%", "not_playable:%", "ResultUrlRefused%", "ResultTooLarge")
# Whatever else keeps failing must not keep a good second result away for ever either.
_PATIENCE_TRIES = 3
# Few wait as a rule; after weeks without a network they are thousands.
_AT_ONCE = 1_000
_earlier = download.alias("earlier")
# The first result that is a video is the video's clip: a later one waits for those before it.
_HAS_ITS_TURN = ~exists().where(
    _earlier.c.video_id == download.c.video_id,
    _earlier.c.result_number < download.c.result_number,
    _earlier.c.gone_at.is_(None),
    _earlier.c.attempts < _PATIENCE_TRIES,
    ~or_(*(func.coalesce(_earlier.c.last_failure, "").like(bad) for bad in _BAD_RESULT)),
)
# Built once: SQLAlchemy's construction costs more than SQLite's answer. The last of a video's rows
# is the one that has most hope.
_OF_VIDEOS = (
    select(download)
    .where(download.c.video_id.in_(bindparam("ids", expanding=True)), _HAS_ITS_TURN)
    .order_by(
        download.c.gone_at.is_(None), download.c.attempts.desc(), download.c.result_number.desc()
    )
)


@dataclass(frozen=True, slots=True)
class Download:
    """One result to fetch; times are UTC milliseconds.

    `result_number` is its place in the list of its task's results, counted from 1.
    """

    video_id: str
    url: str
    part_path: Path | None
    clip_path: Path | None
    etag: str | None
    attempts: int
    last_failure: str | None
    next_attempt_at: int
    gone_tries: int = 0
    gone_at: int | None = None
    result_number: int = 1

    def __repr__(self) -> str:
        # The URL may be signed.
        return f"Download({self.video_id}, {self.result_number}, attempts={self.attempts})"


class DownloadRows:
    """This machine's outbox, within one transaction.

    Whose a result is only the library knows, which may lie elsewhere: it is asked about the few
    videos that are waited for, and no statement reads both.
    """

    def __init__(self, connection: Connection, videos: VideoRows) -> None:
        self._connection = connection
        self._videos = videos

    def queue(self, video_id: str, url: str, at: int, result_number: int = 1) -> None:
        """Ask for a result; asking again renews the address, forgets what went wrong, and tries
        at once, also what was given up. Bytes that came go on being used."""
        fresh = {
            **{"url": url, "next_attempt_at": at, "attempts": 0, "last_failure": None},
            **{"gone_tries": 0, "gone_at": None},
        }
        self._connection.execute(
            insert(download)
            .values(video_id=video_id, result_number=result_number, queued_at=at, **fresh)
            .on_conflict_do_update(index_elements=["video_id", "result_number"], set_=fresh)
        )

    def renewed(self, video_id: str, url: str, result_number: int = 1) -> None:
        """The provider names another address for the same result."""
        self._connection.execute(
            update(download).where(_is(video_id, result_number)).values(url=url)
        )

    def started(
        self, video_id: str, part_path: Path, etag: str | None, result_number: int = 1
    ) -> None:
        """Bytes arrive at `part_path`; `etag` lets a later run go on where this one ended.

        A name given before is forgotten: it may be another video's file by now.
        """
        self._connection.execute(
            update(download)
            .where(_is(video_id, result_number))
            .values(part_path=str(part_path), clip_path=None, etag=etag, gone_tries=0)
        )

    def named(self, video_id: str, clip_path: Path, result_number: int = 1) -> None:
        """The name that the whole file is about to get, so that a crash leaves no stray copy."""
        self._connection.execute(
            update(download).where(_is(video_id, result_number)).values(clip_path=str(clip_path))
        )

    def failed(
        self, video_id: str, failure: str, next_attempt_at: int, result_number: int = 1
    ) -> None:
        self._connection.execute(
            update(download)
            .where(_is(video_id, result_number))
            .values(
                attempts=download.c.attempts + 1,
                last_failure=failure,
                next_attempt_at=next_attempt_at,
            )
        )

    def gone(self, video_id: str, given_up_at: int | None, result_number: int = 1) -> None:
        """The provider has no address that works; with a time, nothing is tried any more."""
        self._connection.execute(
            update(download)
            .where(_is(video_id, result_number))
            .values(gone_tries=download.c.gone_tries + 1, gone_at=given_up_at)
        )

    def waits_for_space(self, video_id: str, failure: str, result_number: int = 1) -> None:
        """The disk is full: no attempt of the result's is used up."""
        self._connection.execute(
            update(download).where(_is(video_id, result_number)).values(last_failure=failure)
        )

    def retry_now(self, wallet_id: str, at: int) -> None:
        """A new run waits for nothing that the last one backed off from."""
        for ids in self._ids_of(wallet_id, download.c.next_attempt_at > at):
            self._connection.execute(
                update(download)
                .where(download.c.video_id.in_(ids), download.c.next_attempt_at > at)
                .values(next_attempt_at=at)
            )

    def done(self, video_id: str, result_number: int = 1) -> None:
        """The file is safe, or there is none: nothing is left to fetch of this result."""
        self._connection.execute(delete(download).where(_is(video_id, result_number)))

    def get(self, video_id: str, result_number: int = 1) -> Download | None:
        row = self._connection.execute(select(download).where(_is(video_id, result_number))).first()
        return None if row is None else _download(row)

    def results_of(self, video_id: str) -> tuple[Download, ...]:
        """What is left to fetch of all results of the video's task, in their order."""
        rows = self._connection.execute(
            select(download)
            .where(download.c.video_id == video_id)
            .order_by(download.c.result_number)
        )
        return tuple(_download(row) for row in rows.all())

    def next_of_wallet(
        self, wallet_id: str, limit: int, not_failed_with: str | None = None
    ) -> tuple[Download, ...]:
        """As `of_wallet`, without results that wait for an earlier one of their task, and without
        those whose last try ended so."""
        others = download.c.last_failure.is_distinct_from(not_failed_with)
        conditions = () if not_failed_with is None else (others,)
        return self._first(wallet_id, limit, _HAS_ITS_TURN, *conditions)

    def of_wallet(self, wallet_id: str, limit: int | None = None) -> tuple[Download, ...]:
        """What is left to fetch of a wallet's videos, the most urgent first; without what the
        provider no longer has. All of it, or the first `limit`."""
        return self._first(wallet_id, limit)

    def waiting_of_wallet(self, wallet_id: str, failed_with: str | None = None) -> int:
        """How many `of_wallet` has; of those whose last try ended so, where that is named."""
        such = () if failed_with is None else (download.c.last_failure == failed_with,)
        return sum(map(len, self._ids_of(wallet_id, download.c.gone_at.is_(None), *such)))

    def gone_of_wallet(self, wallet_id: str) -> tuple[str, ...]:
        """Ids of the wallet's videos whose result the provider no longer has."""
        return tuple(chain(*self._ids_of(wallet_id, download.c.gone_at.is_not(None))))

    def of_videos(self, video_ids: Sequence[str]) -> dict[str, Download]:
        """What is left to fetch of these videos; of several results the one that has most hope."""
        rows = self._connection.execute(_OF_VIDEOS, {"ids": list(video_ids)})
        return {row.video_id: _download(row) for row in rows}

    def _first(
        self, wallet_id: str, limit: int | None, *conditions: ColumnElement[bool]
    ) -> tuple[Download, ...]:
        waiting = (
            select(download)
            .where(download.c.gone_at.is_(None), *conditions)
            .order_by(download.c.next_attempt_at, download.c.queued_at, download.c.result_number)
        )
        found: list[Download] = []
        portion, start = limit or _AT_ONCE, 0
        while limit is None or len(found) < limit:
            rows = self._connection.execute(waiting.limit(portion).offset(start)).all()
            ours = self._videos.those_of(wallet_id, {row.video_id for row in rows})
            found.extend(_download(row) for row in rows if row.video_id in ours)
            if len(rows) < portion:
                break
            # Behind what another wallet waits for.
            portion, start = _AT_ONCE, start + portion
        return tuple(found[:limit])

    def _ids_of(self, wallet_id: str, *conditions: ColumnElement[bool]) -> Iterator[list[str]]:
        """The video of each row of the wallet's, some at once."""
        rows = self._connection.execute(select(download.c.video_id).where(*conditions)).scalars()
        ids = list(rows)
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            ours = self._videos.those_of(wallet_id, some)
            yield [video_id for video_id in some if video_id in ours]


def _is(video_id: str, result_number: int) -> ColumnElement[bool]:
    return and_(download.c.video_id == video_id, download.c.result_number == result_number)


def _download(row: Row[Any]) -> Download:
    return Download(
        video_id=row.video_id,
        url=row.url,
        part_path=Path(row.part_path) if row.part_path else None,
        clip_path=Path(row.clip_path) if row.clip_path else None,
        etag=row.etag,
        attempts=row.attempts,
        last_failure=row.last_failure,
        next_attempt_at=row.next_attempt_at,
        gone_tries=row.gone_tries,
        gone_at=row.gone_at,
        result_number=row.result_number,
    )
