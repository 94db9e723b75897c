"""Every invariant of the ledger, recomputed from the rows alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import text

from videogen_desktop.domain.ledger import (
    LEGS,
    Account,
    EntryKind,
    LedgerEntry,
    account_change,
    video_entry_id,
)
from videogen_desktop.domain.request import MOST_TAKES, as_json, digest
from videogen_desktop.domain.states import HOLDING_STATES, Origin, Reason, allowed_entries
from videogen_desktop.domain.video import Video
from videogen_desktop.storage import schema
from videogen_desktop.storage.checks import LAST_ROWS, file_damage
from videogen_desktop.storage.library import SqliteLibrary
from videogen_desktop.storage.library_rows import LibraryRows
from videogen_desktop.storage.search_index import is_index_whole


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken rule: its short name, and the row or video it was found at."""

    rule: str
    subject: str


# A row may follow those of a lower or the same rank.
_RANK = {EntryKind.RESERVE: 0, EntryKind.CAPTURE: 1, EntryKind.VOID: 1}
_LAST_RANK = 2
_GIVEN_BACK = frozenset({EntryKind.VOID, EntryKind.REFUND})


# What is searched by was taken out of the request.
_REQUEST_SAYS_OTHERWISE = (
    "SELECT id FROM video WHERE model_id IS NOT json_extract(request, '$.model')"
    " OR coalesce(json_extract(request, '$.prompt'), '') = '' AND title IS NULL"
    " AND prompt_folded <> ''"
    " OR parent_id IS NOT CASE json_type(request, '$.parent') WHEN 'text'"
    " THEN nullif(json_extract(request, '$.parent'), '') END"
)


@dataclass(slots=True)
class _WalletSums:
    accounts: dict[Account, int] = field(default_factory=lambda: dict.fromkeys(Account, 0))
    rows: int = 0


def verify(library: SqliteLibrary) -> tuple[Violation, ...]:
    """Check the whole ledger; empty when all is well. Raises LibraryUnusableError."""
    with library.reading() as rows:
        found = list(_check_file(rows))
        try:
            entries = tuple(rows.ledger.entries())
            videos = {video.id: video for video in rows.videos.every()}
        except ValueError as error:
            # A word that no version wrote, such as an unknown kind.
            return (*found, Violation("unreadable_row", str(error)))
        found += _check_end(rows)
        found += _check_rows(entries, videos)
        found += _check_videos(entries, videos)
        return tuple(found)


def _check_file(rows: LibraryRows) -> Iterator[Violation]:
    if schema.fingerprint(rows.connection) != schema.FINGERPRINT:
        yield Violation("rules_changed", "schema")
    for row in rows.connection.execute(text("PRAGMA foreign_key_check")):
        yield Violation("foreign_key", str(row[0]))
    for row in rows.connection.execute(text(_REQUEST_SAYS_OTHERWISE)):
        yield Violation("request_columns", str(row[0]))
    if not is_index_whole(rows.connection):
        yield Violation("search_index", "video_search")
    # Not quick_check: an index that lost its rows is a fence that lets everything through.
    damage = file_damage(rows.connection, thorough=True)
    if damage is not None:
        yield Violation("damaged_file", damage)


def _check_end(rows: LibraryRows) -> Iterator[Violation]:
    # Rows taken out of the middle break the running balance; from the end only SQLite knows.
    last, known = rows.connection.execute(LAST_ROWS).one()
    if (last or 0) != (known or 0):
        yield Violation("last_rows_missing", str(known))


def _check_rows(entries: tuple[LedgerEntry, ...], videos: dict[str, Video]) -> Iterator[Violation]:
    wallets: dict[str, _WalletSums] = defaultdict(_WalletSums)
    for entry in entries:
        sums = wallets[entry.wallet_id]
        if entry.amount <= 0 or (entry.debit, entry.credit) not in LEGS[entry.kind]:
            yield Violation("legs", entry.id)
        if entry.kind is EntryKind.GRANT and sums.rows:
            yield Violation("grant_not_first", entry.id)
        for account in Account:
            change = account_change(entry.debit, entry.credit, entry.amount, account)
            sums.accounts[account] += change
        sums.rows += 1
        if sums.accounts[Account.AVAILABLE] != entry.available_after:
            yield Violation("available_after", entry.id)
        if sums.accounts[Account.HELD] != entry.held_after:
            yield Violation("held_after", entry.id)
        if entry.kind is EntryKind.RESERVE and sums.accounts[Account.AVAILABLE] < 0:
            yield Violation("reserved_without_funds", entry.id)
        yield from _check_owner(entry, videos)
    yield from _check_sums(wallets, videos)


def _check_owner(entry: LedgerEntry, videos: dict[str, Video]) -> Iterator[Violation]:
    if (entry.kind in (EntryKind.GRANT, EntryKind.RECONCILE)) != (entry.video_id is None):
        yield Violation("owner", entry.id)
    if entry.video_id is None:
        return
    video = videos.get(entry.video_id)
    if video is None or video.wallet_id != entry.wallet_id:
        yield Violation("owner", entry.id)
    elif entry.kind is not EntryKind.SETTLE and entry.amount != video.price:
        yield Violation("amount", entry.id)
    if entry.id != video_entry_id(entry.video_id, entry.kind):
        yield Violation("entry_id", entry.id)


def _check_sums(wallets: dict[str, _WalletSums], videos: dict[str, Video]) -> Iterator[Violation]:
    holding: dict[str, int] = defaultdict(int)
    for video in videos.values():
        if video.origin is not Origin.GENERATED or video.reason is Reason.RECORD_GONE:
            continue
        if video.state in HOLDING_STATES:
            holding[video.wallet_id] += video.price
    for wallet_id in wallets.keys() | holding.keys():
        if wallets[wallet_id].accounts[Account.HELD] != holding[wallet_id]:
            yield Violation("held_is_not_what_waits", wallet_id)


def _check_videos(
    entries: tuple[LedgerEntry, ...], videos: dict[str, Video]
) -> Iterator[Violation]:
    kinds: dict[str, list[EntryKind]] = defaultdict(list)
    spent: dict[str, int] = defaultdict(int)
    for entry in entries:
        if entry.video_id is not None:
            kinds[entry.video_id].append(entry.kind)
            spent[entry.video_id] += account_change(
                entry.debit, entry.credit, entry.amount, Account.SPENT
            )
    yield from _check_requests(kinds, videos)
    yield from _check_takes(videos.values())
    for video in videos.values():
        if video.body is not None and digest(video.body) != video.request_sha256:
            yield Violation("body_changed", video.id)
        if video.send_count not in (0, 1):
            yield Violation("sent_twice", video.id)
        if video.origin is not Origin.GENERATED:
            if kinds[video.id]:
                yield Violation("rows_of_a_found_video", video.id)
            if video.origin is Origin.SIBLING and not _is_further(video, videos):
                yield Violation("sibling_of_another_task", video.id)
            continue
        found = kinds[video.id]
        allowed = allowed_entries(video.state, video.reason)
        if len(found) != len(set(found)) or frozenset(found) not in allowed:
            yield Violation("rows_do_not_match_state", video.id)
        elif found != sorted(found, key=lambda kind: _RANK.get(kind, _LAST_RANK)):
            yield Violation("rows_out_of_order", video.id)
        elif video.is_terminal and spent[video.id] != video.cost:
            yield Violation("spent_is_not_the_cost", video.id)


def _check_requests(
    kinds: dict[str, list[EntryKind]], videos: dict[str, Video]
) -> Iterator[Violation]:
    """A request is paid once, whoever makes it: at most one of its videos keeps credits."""
    keeping: dict[str, list[str]] = defaultdict(list)
    for video in videos.values():
        rows = kinds[video.id]
        if rows and video.request_id is not None and not _GIVEN_BACK & set(rows):
            keeping[video.request_id].append(video.id)
    for video_ids in keeping.values():
        if len(video_ids) > 1:
            yield Violation("request_paid_twice", " ".join(sorted(video_ids)))


def _check_takes(videos: Iterable[Video]) -> Iterator[Violation]:
    """Takes are one to MOST_TAKES videos of one request at one price, in one wallet."""
    groups: dict[str, list[Video]] = defaultdict(list)
    for video in videos:
        if video.take_group_id is not None:
            groups[video.take_group_id].append(video)
    for group_id, takes in groups.items():
        asked = {(one.wallet_id, as_json(one.request), one.body, one.price) for one in takes}
        made = all(one.origin is Origin.GENERATED for one in takes)
        if len(asked) > 1 or len(takes) > MOST_TAKES or not made:
            yield Violation("takes_differ", group_id)


def _is_further(video: Video, videos: dict[str, Video]) -> bool:
    first = videos.get(video.sibling_of or "")
    return (
        first is not None
        and first.task_id == video.task_id
        and first.result_number != video.result_number
        and video.price == 0
    )
