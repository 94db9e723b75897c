"""Sums that decide about money are read from the rows, each in one query."""

import uuid

from sqlalchemy import text

from tests.storage.filled_library import (
    GRANT,
    PRICE,
    fill_library,
    new_video,
    new_wallet,
    pending,
    reserved,
)
from videogen_desktop.domain.ledger import Account, EntryKind
from videogen_desktop.domain.reconciliation import BalanceReading, ExpectedBalance
from videogen_desktop.domain.states import Origin, Reason, VideoState
from videogen_desktop.storage.library import SqliteLibrary
from videogen_desktop.storage.verify import verify


def test_the_expected_balance_is_available_and_reserved_up_to_all_that_is_under_way(
    library: SqliteLibrary,
) -> None:
    filled = fill_library(library)
    with library.reading() as rows:
        available = rows.ledger.balance(filled.wallet.id).available
        # One waits, one is unconfirmed; what ended counts no more.
        expected = ExpectedBalance(available + PRICE, available + 2 * PRICE)
        assert rows.spending.expected_balance(filled.wallet.id) == expected
        assert rows.spending.in_flight(filled.wallet.id) == 1


def test_a_record_that_is_gone_counts_as_under_way(library: SqliteLibrary) -> None:
    wallet = new_wallet(library)
    with library.writing() as rows:
        video = pending(rows, wallet.id)
        rows.videos.change(video, 4, state=VideoState.UNCONFIRMED, reason=Reason.RECORD_GONE)
        assert rows.spending.expected_balance(wallet.id) == ExpectedBalance(GRANT - PRICE, GRANT)


def test_what_was_committed_is_counted_from_when_it_was_asked_for(library: SqliteLibrary) -> None:
    wallet = new_wallet(library)
    with library.writing() as rows:
        reserved(rows, wallet.id, at=10)
        refunded = pending(rows, wallet.id)
        rows.ledger.refund(refunded, 50)
        rows.videos.change(
            refunded, 50, state=VideoState.FAILED, reason=Reason.PROVIDER_FAILED, consumed=0
        )
        assert rows.spending.committed_since(wallet.id, 0, 99) == PRICE
        assert rows.spending.committed_since(wallet.id, 10, 99) == PRICE
        # The refund of an older one gives this period nothing.
        assert rows.spending.committed_since(wallet.id, 11, 99) == 0


def test_the_caps_read_an_index(library: SqliteLibrary) -> None:
    with library.reading() as rows:
        plan = rows.connection.execute(
            text(
                "EXPLAIN QUERY PLAN SELECT sum(e.amount) FROM ledger_entry AS asked"
                " JOIN ledger_entry AS e ON e.library_id = asked.library_id"
                " AND e.video_id = asked.video_id WHERE asked.library_id = 'l'"
                " AND asked.wallet_id = 'w' AND asked.kind = 'reserve' AND asked.at >= 1"
                " AND e.kind <> 'capture'"
            )
        ).all()
    steps = " ".join(str(step[-1]) for step in plan)
    assert "ix_ledger_entry_reserve_at" in steps
    assert "ix_ledger_entry_video_id" in steps
    assert "SCAN" not in steps


def test_the_same_request_is_found_while_it_has_not_ended(library: SqliteLibrary) -> None:
    wallet = new_wallet(library)
    with library.writing() as rows:
        video = reserved(rows, wallet.id, at=10)
        found = rows.spending.same_request(wallet.id, video.request_sha256, 10)
        assert found is not None and found.id == video.id
        assert rows.spending.same_request(wallet.id, video.request_sha256, 11) is None
        assert rows.spending.same_request(wallet.id, "1" * 64, 0) is None
        rows.ledger.void(video, 11)
        rows.videos.change(video, 11, state=VideoState.CANCELLED)
        assert rows.spending.same_request(wallet.id, video.request_sha256, 0) is None


def test_a_reconcile_row_goes_either_way_and_below_zero(library: SqliteLibrary) -> None:
    wallet = new_wallet(library)
    with library.writing() as rows:
        for drift in (5_000, -GRANT - 9_000):
            rows.ledger.reconcile(wallet.id, str(uuid.uuid4()), drift, 5, "x")
        assert rows.ledger.balance(wallet.id).available == -4_000
        entries = list(rows.ledger.entries(wallet.id))[-2:]
    legs = [(entry.debit, entry.credit) for entry in entries]
    assert legs == [
        (Account.EXTERNAL, Account.AVAILABLE),
        (Account.AVAILABLE, Account.EXTERNAL),
    ]
    assert {entry.kind for entry in entries} == {EntryKind.RECONCILE}
    assert verify(library) == ()


def test_a_wallet_has_one_reading_which_the_next_replaces(library: SqliteLibrary) -> None:
    wallet = new_wallet(library)
    first = BalanceReading(wallet.id, 1, 5, "0.05", -7, 1)
    second = BalanceReading(wallet.id, 2, 6, "0.06")
    with library.writing() as rows:
        assert rows.readings.get(wallet.id) is None
        for reading in (first, second):
            rows.readings.put(reading)
            assert rows.readings.get(wallet.id) == reading


def test_a_task_is_found_by_its_first_video(library: SqliteLibrary) -> None:
    filled = fill_library(library)
    with library.writing() as rows:
        late = new_video(
            filled.wallet.id,
            origin=Origin.RESCUED,
            state=VideoState.COMPLETED,
            task_id=filled.failed.task_id,
            rescued_from=filled.failed.id,
            price=0,
        )
        rows.videos.add(late)
        found = rows.videos.of_task(filled.wallet.id, filled.failed.task_id or "")
        assert found is not None and found.id == filled.failed.id
        rescued = rows.videos.rescue_of(filled.failed.id)
        assert rescued is not None and rescued.id == late.id
        assert rows.videos.rescue_of(filled.cheaper.id) is None
