"""Rows out of a damaged library file, as many as can still be read and mean something.

The `.recover` of SQLite's own shell is not in the library, so tables are read in row order, and
around what cannot be read.
"""

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from videogen_desktop.domain.ledger import AT_MOST, EntryKind
from videogen_desktop.domain.request import request_of
from videogen_desktop.domain.states import Origin, Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.domain.wallet import Wallet, WalletKey
from videogen_desktop.storage.copy_process import copy_in_child
from videogen_desktop.storage.earlier_requests import earlier_body, earlier_request_json
from videogen_desktop.storage.library_file import library_files, sqlite_uri
from videogen_desktop.storage.private_paths import private_folder

_log = logging.getLogger(__name__)

RawRow = dict[str, Any]
# Of one table. A damaged page costs about a hundred to find the rows around it; where not even
# the first page of a table can be read, every question is in vain.
_MOST_QUESTIONS = 4_000
# Not uploads and what vendors offer: they are made or read once more.
_MACHINE_TABLES = ("file_copy", "download", "video_use")
_LIBRARY_TABLES = ("collection", "collection_video", "input_file", "preset", "saved_prompt")
_UUID_LENGTH = 36
# Fields of a video that are numbers; the others are texts.
_NUMBERS = frozenset({"price", "created_at", "updated_at", "revision", "send_count"})
_OPTIONAL_NUMBERS = frozenset(
    {"consumed", "sent_at", "accepted_at", "ended_at", "deleted_at", "result_number"}
    | {"seen_at", "batch_row", "queue_position"}
)
# What files of earlier revisions do not have.
_LATER_COLUMNS: RawRow = dict.fromkeys(
    (
        *("sibling_of", "result_number", "body", "take_group_id", "title", "seen_at"),
        *("batch_id", "batch_row", "queue_position"),
    )
)


@dataclass(frozen=True, slots=True)
class OutsideMovement:
    """A ledger row that no video has: a grant, or a reconcile. `change` is in hundredths."""

    entry_id: str
    wallet_id: str
    kind: EntryKind
    change: int
    at: int
    raw: str


@dataclass(frozen=True, slots=True)
class SalvagedRows:
    """`machine` and `library` hold raw rows of tables without money, by their names. `at_most` are
    the videos of which the most that they might cost was held, since nobody knew the price."""

    wallets: tuple[Wallet, ...] = ()
    # Their videos name them: they come first.
    batches: Sequence[RawRow] = ()
    videos: tuple[Video, ...] = ()
    movements: tuple[OutsideMovement, ...] = ()
    at_most: frozenset[str] = frozenset()
    events: tuple[RawRow, ...] = ()
    machine: tuple[tuple[str, Sequence[RawRow]], ...] = ()
    library: tuple[tuple[str, Sequence[RawRow]], ...] = ()


class DamagedLibrary:
    """A copy of the damaged files that may be opened, and so changed. One thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._questions = 0

    def rows(self, table: str) -> tuple[RawRow, ...]:
        """The rows of a table of ours that can be read, in their order; empty when none can."""
        self._questions = 0
        try:
            columns = [row[1] for row in self._ask(f"PRAGMA table_info({table})")]
            if not columns:
                return ()
            last = self._last(table)
        except sqlite3.Error:
            return ()
        found = self._between(table, 1, last)
        return tuple(dict(zip(columns, row, strict=True)) for row in found)

    def _last(self, table: str) -> int:
        """The highest row number, or one that is certainly above it."""
        with suppress(sqlite3.Error):
            return int(self._ask(f"SELECT coalesce(max(rowid), 0) FROM {table}")[0][0])  # noqa: S608
        with suppress(sqlite3.Error, IndexError):
            query = f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'"  # noqa: S608
            return int(self._ask(query)[0][0])
        return 1 << 24

    def _between(self, table: str, first: int, last: int) -> Iterator[tuple[Any, ...]]:
        query = f"SELECT * FROM {table} WHERE rowid BETWEEN {first} AND {last} ORDER BY rowid"  # noqa: S608
        try:
            rows = self._ask(query)
        except sqlite3.Error:
            if first < last and self._questions < _MOST_QUESTIONS:
                middle = (first + last) // 2
                yield from self._between(table, first, middle)
                yield from self._between(table, middle + 1, last)
            return
        yield from rows

    def _ask(self, query: str) -> list[tuple[Any, ...]]:
        self._questions += 1
        return self._connection.execute(query).fetchall()


@contextmanager
def damaged_library(database: Path, scratch: Path) -> Iterator[DamagedLibrary | None]:
    """Copy the files of `database` into `scratch` (a new folder) and open the copy.

    The originals are only read. None where SQLite makes nothing of them. Raises OSError.
    """
    private_folder(scratch)
    for file in library_files(database):
        # A shared-memory file of a process that died says nothing, and can mislead.
        if not file.name.endswith("-shm"):
            copy_in_child(file, scratch / file.name)
    connection = sqlite3.connect(sqlite_uri(scratch / database.name, "mode=rw"), uri=True)
    try:
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        # Reading through a damaged index would lose rows that the table still has.
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        _log.warning("nothing can be read: %s", type(error).__name__)
        connection.close()
        yield None
        return
    try:
        yield DamagedLibrary(connection)
    finally:
        connection.close()


def salvaged_rows(damaged: DamagedLibrary) -> SalvagedRows:
    """Everything that can be read and means something."""
    entries = damaged.rows("ledger_entry")
    return SalvagedRows(
        wallets=tuple(_parsed(damaged.rows("wallet"), _wallet)),
        batches=damaged.rows("batch"),
        videos=tuple(_parsed(damaged.rows("video"), _video)),
        movements=tuple(_parsed(entries, _movement)),
        at_most=frozenset(_parsed(entries, _held_at_most)),
        events=damaged.rows("video_event"),
        machine=tuple((name, damaged.rows(name)) for name in _MACHINE_TABLES),
        library=tuple((name, damaged.rows(name)) for name in _LIBRARY_TABLES),
    )


def _parsed(rows: Sequence[RawRow], parse: Any) -> Iterator[Any]:
    for row in rows:
        try:
            value = parse(row)
        except (KeyError, ValueError, TypeError):
            continue
        if value is not None:
            yield value


def _wallet(row: RawRow) -> Wallet:
    key = WalletKey(str(row["provider"]), str(row["api_base"]), str(row["unit"]))
    return Wallet(_id(row["id"]), key)


def _video(row: RawRow) -> Video:
    names = [field.name for field in fields(Video)]
    row = _LATER_COLUMNS | {"request_id": row["id"]} | _seen(row) | _asked_for(row) | row
    values: dict[str, Any] = {name: _checked(name, row[name]) for name in names}
    values["id"], values["wallet_id"] = _id(row["id"]), _id(row["wallet_id"])
    values["request"] = request_of(str(row["request"]))
    values["state"], values["origin"] = VideoState(row["state"]), Origin(row["origin"])
    if values["origin"] is not Origin.GENERATED:
        values["request_id"] = None
    values["reason"] = Reason(row["reason"]) if row["reason"] is not None else None
    values["favourite"] = bool(row["favourite"])
    return Video(**values)


def _seen(row: RawRow) -> RawRow:
    """As the migration 0005 has it: what was finished before there was the question was seen."""
    return {"seen_at": row["updated_at"] if row["state"] == VideoState.COMPLETED else None}


def _asked_for(row: RawRow) -> RawRow:
    """The request of a file from before it was one value."""
    if "prompt" not in row:
        return {}
    old = [str(row[name]) for name in ("prompt", "aspect_ratio", "model_id")]
    request = earlier_request_json(old[0], old[1], old[2])
    body = earlier_body(old[0], old[1], old[2], str(row["request_sha256"]))
    return {"request": request, "body": body if row["origin"] == Origin.GENERATED else None}


def _checked(name: str, value: object) -> object:
    if name in _NUMBERS or (name in _OPTIONAL_NUMBERS and value is not None):
        return _number(value)
    if value is not None and not isinstance(value, str | int):
        raise TypeError(name)
    return value


def _movement(row: RawRow) -> OutsideMovement | None:
    kind = EntryKind(row["kind"])
    if row["video_id"] is not None:
        # Follows from its video.
        return None
    amount = _number(row["amount"])
    change = amount if row["credit"] == "available" else -amount
    wallet_id = _id(row["wallet_id"])
    raw = str(row["raw"] or "")
    return OutsideMovement(_id(row["id"]), wallet_id, kind, change, _number(row["at"]), raw)


def _held_at_most(row: RawRow) -> str | None:
    is_mark = row["kind"] == EntryKind.RESERVE and row["raw"] == AT_MOST
    return _id(row["video_id"]) if is_mark else None


def _id(value: object) -> str:
    if not isinstance(value, str) or len(value) != _UUID_LENGTH:
        raise ValueError(value)
    return value


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(value)
    return value
