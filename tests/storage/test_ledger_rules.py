"""What the database itself refuses to have written into the ledger."""

import sqlite3
import uuid
from typing import Any

import pytest

from tests.storage.raw_books import (
    GRANT,
    OTHER_WALLET,
    PRICE,
    STANDINGS,
    WALLET,
    RawBooks,
    video_in,
)
from videogen_desktop.domain.ledger import LEGS, Account, EntryKind
from videogen_desktop.domain.states import Reason, VideoState

_A, _K, _S = Account, EntryKind, VideoState
_PENDING = (_S.PENDING, None)
_FAILED = (_S.FAILED, Reason.PROVIDER_FAILED)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_entry SET amount = amount + 1",
        "UPDATE OR REPLACE ledger_entry SET seq = 1 WHERE seq = 2",
        "UPDATE OR IGNORE ledger_entry SET at = 5",
        "DELETE FROM ledger_entry",
        "DELETE FROM ledger_entry WHERE kind = 'grant'",
        "REPLACE INTO ledger_entry SELECT * FROM ledger_entry WHERE seq = 2",
        "INSERT OR REPLACE INTO ledger_entry SELECT * FROM ledger_entry",
        "INSERT OR IGNORE INTO ledger_entry SELECT * FROM ledger_entry",
        "INSERT INTO ledger_entry SELECT * FROM ledger_entry WHERE true"
        " ON CONFLICT DO UPDATE SET amount = 1",
    ],
)
@pytest.mark.parametrize("recursive_triggers", ["ON", "OFF"])
def test_a_row_of_the_ledger_is_never_changed(
    books: RawBooks, statement: str, recursive_triggers: str
) -> None:
    video_in(books, _PENDING)
    books.sql.execute(f"PRAGMA recursive_triggers = {recursive_triggers}")
    before = books.table("ledger_entry")
    with pytest.raises(sqlite3.IntegrityError, match="ledger:"):
        books.sql.execute(statement)
    assert books.table("ledger_entry") == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE video_event SET kind = 'other'",
        "DELETE FROM video_event",
        "REPLACE INTO video_event SELECT * FROM video_event",
        "UPDATE wallet SET api_base = 'https://thief.example' WHERE api_base = ''",
        "DELETE FROM wallet",
        "REPLACE INTO wallet SELECT library_id, id, provider, 'https://thief.example', unit, 1"
        " FROM wallet WHERE api_base = ''",
        "UPDATE library SET created_at = 7",
        "DELETE FROM library",
        "REPLACE INTO library SELECT id, 7 FROM library",
        "UPDATE input_file SET bytes = 2",
        "UPDATE batch SET created_at = 2",
        "DELETE FROM video",
        "REPLACE INTO video SELECT * FROM video",
        "UPDATE OR REPLACE video SET seq = 99, revision = revision + 1",
    ],
)
@pytest.mark.parametrize("foreign_keys", ["ON", "OFF"])
def test_facts_stay_as_they_were_written(
    books: RawBooks, statement: str, foreign_keys: str
) -> None:
    video_id = video_in(books, (_S.RESERVED, None))
    library = books.one("SELECT id FROM library")
    books.insert("video_event", library_id=library, video_id=video_id, kind="reserved", at=1)
    picture: dict[str, Any] = {"sha256": "a" * 64, "kind": "image", "mime": "image/png", "bytes": 1}
    books.insert("input_file", library_id=library, **picture, created_at=1)
    row: dict[str, Any] = {"id": video_id, "wallet_id": WALLET, "name": "ý tưởng"}
    books.insert("batch", library_id=library, **row, created_at=1)
    books.sql.execute(f"PRAGMA foreign_keys = {foreign_keys}")
    with pytest.raises(sqlite3.IntegrityError):
        books.sql.execute(statement)


@pytest.mark.parametrize(
    ("standing", "kind", "fences"),
    [
        (_PENDING, _K.RESERVE, ("one_reserve", "ledger_no_replace")),
        (_PENDING, _K.CAPTURE, ("one_resolve", "ledger_no_replace")),
        (_PENDING, _K.VOID, ("one_resolve", "ledger_no_replace")),
        ((_S.CANCELLED, None), _K.VOID, ("one_resolve", "one_giveback", "ledger_no_replace")),
        (_FAILED, _K.REFUND, ("one_giveback", "ledger_no_replace", "ledger_spent")),
        ((_S.CANCELLED, None), _K.REFUND, ("one_giveback", "ledger_no_replace", "ledger_spent")),
    ],
)
def test_each_fence_alone_keeps_a_second_movement_out(
    books: RawBooks, standing: Any, kind: EntryKind, fences: tuple[str, ...]
) -> None:
    video_id = video_in(books, standing)
    video_in(books, (_S.RESERVED, None))  # so that enough is held
    row = books.entry(video_id, kind)
    # These would refuse it for its state; here only the count matters.
    books.drop("ledger_video", "ledger_sequence")
    for fence in fences:
        books.sql.execute("SAVEPOINT one_fence")
        books.drop(*(other for other in fences if other != fence))
        with pytest.raises(sqlite3.IntegrityError):
            books.insert("ledger_entry", **row)
        books.sql.execute("ROLLBACK TO one_fence")
    books.drop(*fences)
    books.insert("ledger_entry", **row)  # without any of them it would have happened


@pytest.mark.parametrize("fences", [("one_settle",), ("ledger_no_replace",)])
def test_a_video_is_settled_once(books: RawBooks, fences: tuple[str, ...]) -> None:
    video_id = video_in(books, _PENDING)
    books.move(video_id, _K.SETTLE, 100)
    books.drop(*({"one_settle", "ledger_no_replace"} - set(fences)))
    with pytest.raises(sqlite3.IntegrityError):
        books.move(video_id, _K.SETTLE, 100)


@pytest.mark.parametrize("amount", [0, -1, -PRICE, 0.5, 1e300, "many", None])
@pytest.mark.parametrize("kind", [_K.RECONCILE, _K.RESERVE])
def test_an_amount_is_a_whole_number_above_zero(
    books: RawBooks, amount: Any, kind: EntryKind
) -> None:
    video_id = None if kind is _K.RECONCILE else books.video()
    row = books.entry(video_id, kind)
    with pytest.raises(sqlite3.IntegrityError):
        books.insert("ledger_entry", **row | {"amount": amount})


@pytest.mark.parametrize("kind", EntryKind)
def test_a_movement_has_only_its_own_legs(books: RawBooks, kind: EntryKind) -> None:
    books.keep_only()
    video_id = None if kind in (_K.GRANT, _K.RECONCILE) else books.video()
    books.drop("one_grant")
    passed = set()
    for debit in Account:
        for credit in Account:
            books.sql.execute("SAVEPOINT attempt")
            row = books.entry(video_id, kind, legs=(debit, credit)) | {"held_after": 0}
            try:
                books.insert("ledger_entry", **row)
            except sqlite3.IntegrityError as error:
                assert "ck_ledger_entry_legs" in str(error)
            else:
                passed.add((debit, credit))
            books.sql.execute("ROLLBACK TO attempt")
    assert passed == LEGS[kind]


@pytest.mark.parametrize(
    "spoiled",
    [
        {"available_after": 0},
        {"held_after": 0},
        {"available_after": None},
        {"held_after": None},
        {"wallet_id": OTHER_WALLET},
        {"wallet_id": OTHER_WALLET, "available_after": -PRICE, "held_after": PRICE},
        {"wallet_id": str(uuid.UUID(int=9))},
        {"library_id": str(uuid.UUID(int=9))},
        {"video_id": None},
        {"video_id": str(uuid.UUID(int=9))},
        {"kind": "gift"},
        {"kind": None},
        {"amount": PRICE + 1, "available_after": GRANT - PRICE - 1, "held_after": PRICE + 1},
        {"amount": PRICE - 1, "available_after": GRANT - PRICE + 1, "held_after": PRICE - 1},
        {"id": "short"},
        {"seq": 1},
        {"seq": -1},
        {"seq": 0},
    ],
    ids=str,
)
def test_a_reserve_with_anything_wrong_is_refused(books: RawBooks, spoiled: dict[str, Any]) -> None:
    row = books.entry(books.video(), _K.RESERVE)
    before = books.table("ledger_entry")
    with pytest.raises(sqlite3.IntegrityError):
        books.insert("ledger_entry", **row | spoiled)
    assert books.table("ledger_entry") == before
    books.insert("ledger_entry", **row)  # as it was, it is right


def test_a_row_is_added_at_the_end_only(books: RawBooks) -> None:
    books.insert("ledger_entry", **books.entry(books.video(), _K.RESERVE) | {"seq": 50})
    with pytest.raises(sqlite3.IntegrityError, match="at the end only"):
        books.insert("ledger_entry", **books.entry(books.video(), _K.RESERVE) | {"seq": 20})


def test_only_a_reserve_is_refused_for_want_of_funds(books: RawBooks) -> None:
    taken = (_A.AVAILABLE, _A.EXTERNAL)
    accepted = video_in(books, _PENDING)
    books.move(None, _K.RECONCILE, books.balance()[0] - PRICE + 1, taken)
    with pytest.raises(sqlite3.IntegrityError, match="not enough credits"):
        books.move(books.video(), _K.RESERVE)
    # The provider's truth is written, whatever is left.
    books.move(accepted, _K.SETTLE, 2 * PRICE, (_A.AVAILABLE, _A.SPENT))
    assert books.balance()[0] < 0
    books.move(None, _K.RECONCILE, PRICE, taken)
    assert books.balance()[0] == -2 * PRICE - 1
    with pytest.raises(sqlite3.IntegrityError, match="not enough credits"):
        books.move(books.video(), _K.RESERVE)


def test_the_last_credit_can_be_reserved(books: RawBooks) -> None:
    books.move(None, _K.RECONCILE, GRANT - PRICE, (_A.AVAILABLE, _A.EXTERNAL))
    books.move(books.video(), _K.RESERVE)
    assert books.balance() == (0, PRICE)


def test_a_wallet_is_granted_its_opening_balance_first_and_once(books: RawBooks) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="opening balance"):
        books.move(None, _K.GRANT)
    books.move(None, _K.RECONCILE, 5, (_A.EXTERNAL, _A.AVAILABLE), wallet_id=OTHER_WALLET)
    with pytest.raises(sqlite3.IntegrityError, match="opening balance"):
        books.move(None, _K.GRANT, wallet_id=OTHER_WALLET)
    books.drop("ledger_grant_first")
    with pytest.raises(sqlite3.IntegrityError):  # the index alone
        books.move(None, _K.GRANT)


@pytest.mark.parametrize("standing", STANDINGS, ids=lambda s: "-".join(filter(None, s)))
@pytest.mark.parametrize("origin", ["rescued", "imported"])
def test_a_found_video_never_moves_money(books: RawBooks, standing: Any, origin: str) -> None:
    video_id = books.video(
        origin=origin, state=standing[0], reason=standing[1], task_id=str(uuid.uuid4())
    )
    for kind in (_K.RESERVE, _K.CAPTURE, _K.VOID, _K.REFUND, _K.SETTLE):
        with pytest.raises(sqlite3.IntegrityError, match="ledger:"):
            books.move(video_id, kind)


def test_a_video_gives_back_no_more_than_it_cost_in_any_order(books: RawBooks) -> None:
    back = (_A.SPENT, _A.AVAILABLE)
    settled_first = video_in(books, _PENDING)
    books.move(settled_first, _K.SETTLE, PRICE // 2, back)
    with pytest.raises(sqlite3.IntegrityError, match="more comes back"):
        books.move(settled_first, _K.REFUND)
    refunded_first = video_in(books, _PENDING)
    books.move(refunded_first, _K.REFUND)
    with pytest.raises(sqlite3.IntegrityError, match="more comes back"):
        books.move(refunded_first, _K.SETTLE, 1, back)
    with pytest.raises(sqlite3.IntegrityError, match="more comes back"):
        books.move(video_in(books, _PENDING), _K.SETTLE, PRICE + 1, back)
    books.move(video_in(books, _PENDING), _K.SETTLE, PRICE, back)


def test_no_movement_comes_before_the_one_it_answers(books: RawBooks) -> None:
    held = video_in(books, (_S.UNCONFIRMED, Reason.SENT_UNKNOWN))
    unpaid = books.video()
    with pytest.raises(sqlite3.IntegrityError, match="before this one is missing"):
        books.move(unpaid, _K.VOID)  # the other video's credits
    with pytest.raises(sqlite3.IntegrityError, match="before this one is missing"):
        books.move(held, _K.SETTLE, 1, (_A.AVAILABLE, _A.SPENT))


def test_money_of_one_wallet_does_not_pay_in_another(books: RawBooks) -> None:
    video_id = books.video(wallet_id=OTHER_WALLET)
    with pytest.raises(sqlite3.IntegrityError, match="not enough credits"):
        books.move(video_id, _K.RESERVE, wallet_id=OTHER_WALLET)
    with pytest.raises(sqlite3.IntegrityError, match="cannot have this movement"):
        books.move(video_id, _K.RESERVE, wallet_id=WALLET)
