"""Salvaged rows merged into a library that opened: money by the rules, the rest as it was."""

import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import IntegrityError

from videogen_desktop.domain.errors import NotEnoughCreditsError, VideoNotFoundError
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.states import ACCEPTED_STATES, Origin, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.storage.library_rows import LibraryRows
from videogen_desktop.storage.salvage import OutsideMovement, RawRow, SalvagedRows
from videogen_desktop.storage.tables import EVERY_TABLE, batch, ledger_entry
from videogen_desktop.storage.video_replay import replay

_log = logging.getLogger(__name__)

_UNDER_WAY = (*ACCEPTED_STATES, VideoState.RESERVED, VideoState.SENDING, VideoState.UNCONFIRMED)


@dataclass(slots=True)
class MergeCounts:
    """How many videos were brought in or forward, and how many could not be."""

    salvaged: int = 0
    lost: int = 0


class SalvageMerge:
    """Merges into one library within one transaction.

    `tasks` are the journal's task ids by video id.
    """

    def __init__(
        self, rows: LibraryRows, library_id: str, tasks: Mapping[str, str], now_ms: int
    ) -> None:
        self._rows = rows
        self._library_id = library_id
        self._tasks = tasks
        self._now = now_ms
        self._done = MergeCounts()

    def merge(self, salvaged: SalvagedRows) -> MergeCounts:
        """Bring in what the library does not know yet; then settle what was under way.

        Top-ups come first and what was spent elsewhere last: in between, every price that was
        once covered is covered again.
        """
        self._add_wallets(salvaged)
        self._copy("batch", salvaged.batches)
        for movement in salvaged.movements:
            if movement.change > 0:
                self._add_movement(movement)
        events = _by_video(salvaged.events)
        for video in salvaged.videos:
            is_at_most = video.id in salvaged.at_most
            self._merge_video(video, events.get(video.id, ()), is_at_most=is_at_most)
        for movement in salvaged.movements:
            if movement.change < 0:
                self._add_movement(movement)
        for table, found in (*salvaged.library, *salvaged.machine):
            self._copy(table, found)
        self._replay_what_was_under_way(frozenset(video.id for video in salvaged.videos))
        return self._done

    def _add_wallets(self, salvaged: SalvagedRows) -> None:
        for wallet in salvaged.wallets:
            if not self._rows.wallets.has(wallet.key):
                self._rows.wallets.add(wallet, self._now)

    def _add_movement(self, movement: OutsideMovement) -> None:
        def write(rows: LibraryRows) -> None:
            known = select(ledger_entry.c.id).where(ledger_entry.c.id == movement.entry_id)
            if rows.connection.execute(known).first() is not None:
                return
            wallet_id, entry_id = movement.wallet_id, movement.entry_id
            row = (wallet_id, entry_id, movement.change, movement.at, movement.raw)
            is_first = rows.ledger.balance(wallet_id).revision == 0
            if movement.kind is EntryKind.GRANT and is_first:
                rows.ledger.grant(*row)
            elif movement.kind is EntryKind.RECONCILE:
                rows.ledger.reconcile(*row)

        self._try(write, "a movement")

    def _merge_video(self, wanted: Video, events: Sequence[RawRow], *, is_at_most: bool) -> None:
        known = self._known(wanted.id)
        if known is not None and known.revision >= wanted.revision:
            return

        def write(rows: LibraryRows) -> None:
            there = self._in_known_batch(rows, self._with_task(rows, wanted))
            video = replay(rows, known, there, self._now, is_at_most=is_at_most)
            self._add_events(rows, video, events)
            rows.events.add(video.id, "salvaged", self._now)
            rows.videos.change(
                video,
                self._now,
                favourite=wanted.favourite,
                title=wanted.title,
                seen_at=wanted.seen_at,
                queue_position=wanted.queue_position,
                deleted_at=wanted.deleted_at,
                # A backup may be older than the clip.
                result_number=video.result_number or wanted.result_number,
            )

        if self._try(write, wanted.id):
            self._done.salvaged += 1
        else:
            self._done.lost += 1

    def _replay_what_was_under_way(self, read: frozenset[str]) -> None:
        """What the backup had under way may have been sent since: never offer it for sending."""
        waiting = [
            video
            for video in self._rows.videos.every()
            if video.state in _UNDER_WAY and video.origin is Origin.GENERATED
        ]
        for video in waiting:

            def write(rows: LibraryRows, video: Video = video) -> None:
                replay(rows, video, self._with_task(rows, video), self._now)

            if not self._try(write, video.id) and video.id not in read:
                self._done.lost += 1

    def _with_task(self, rows: LibraryRows, video: Video) -> Video:
        task_id = self._tasks.get(video.id)
        if video.is_terminal or video.task_id is not None or task_id is None:
            return video
        # A task that another video has already says nothing about this one.
        is_taken = rows.videos.has_task(video.wallet_id, task_id)
        return video if is_taken else replace(video, task_id=task_id)

    def _in_known_batch(self, rows: LibraryRows, video: Video) -> Video:
        """A video whose batch could not be read is one for itself."""
        known = select(batch.c.id).where(batch.c.id == video.batch_id)
        if video.batch_id is None or rows.connection.execute(known).first() is not None:
            return video
        return replace(video, batch_id=None, batch_row=None)

    def _add_events(self, rows: LibraryRows, video: Video, events: Sequence[RawRow]) -> None:
        known = {(event.kind, event.at) for event in rows.events.of_video(video.id)}
        for event in events:
            if (event["kind"], event["at"]) not in known:
                rows.events.add(video.id, event["kind"], event["at"], **_detail(event["detail"]))

    def _copy(self, table: str, found: Sequence[RawRow]) -> None:
        """Rows without money: as they were, where their video exists."""
        columns = EVERY_TABLE[table].c.keys()
        for row in found:
            values = {name: row[name] for name in columns if name in row}
            if "library_id" in values:
                values["library_id"] = self._library_id

            def write(rows: LibraryRows, values: RawRow = values) -> None:
                _insert(rows.connection, table, values)

            self._try(write, table)

    def _try(self, write: Callable[[LibraryRows], None], what: str) -> bool:
        """All of a thing or nothing: what the rules refuse is left out."""
        try:
            with self._rows.connection.begin_nested():
                write(self._rows)
        except (IntegrityError, NotEnoughCreditsError, TypeError, ValueError) as error:
            _log.warning("%s is not salvaged: %s", what, type(error).__name__)
            return False
        return True

    def _known(self, video_id: str) -> Video | None:
        try:
            return self._rows.videos.get(video_id)
        except VideoNotFoundError:
            return None


def _insert(connection: Connection, table: str, values: RawRow) -> None:
    connection.execute(insert(EVERY_TABLE[table]).values(**values).on_conflict_do_nothing())


def _by_video(events: Sequence[RawRow]) -> dict[str, list[RawRow]]:
    found: dict[str, list[RawRow]] = {}
    for event in events:
        if isinstance(event.get("kind"), str) and isinstance(event.get("at"), int):
            found.setdefault(str(event.get("video_id")), []).append(event)
    return found


def _detail(text: object) -> dict[str, object]:
    try:
        detail = json.loads(text) if isinstance(text, str) else {}
    except (ValueError, RecursionError):
        return {}
    return {str(key): value for key, value in detail.items()} if isinstance(detail, dict) else {}
