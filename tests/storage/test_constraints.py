"""Constraints that stand behind a trigger hold without it too."""

import sqlite3
from typing import Any

import pytest

from tests.storage.raw_books import PRICE, RawBooks, video_in
from videogen_desktop.domain.ledger import Account, EntryKind
from videogen_desktop.domain.states import VideoState

_K = EntryKind


@pytest.mark.parametrize(
    ("spoiled", "constraint"),
    [
        ({"amount": 0}, "ck_ledger_entry_amount"),
        ({"amount": -PRICE}, "ck_ledger_entry_amount"),
        ({"held_after": -1}, "ck_ledger_entry_held"),
        ({"seq": 0}, "ck_ledger_entry_seq"),
        ({"seq": -5}, "ck_ledger_entry_seq"),
        ({"video_id": None}, "ck_ledger_entry_owner"),
    ],
    ids=str,
)
def test_a_row_of_the_ledger_is_checked_without_any_trigger(
    books: RawBooks, spoiled: dict[str, Any], constraint: str
) -> None:
    row = books.entry(books.video(), _K.RESERVE)
    books.keep_only()
    with pytest.raises(sqlite3.IntegrityError, match=constraint):
        books.insert("ledger_entry", **row | spoiled)
    books.insert("ledger_entry", **row)


def test_money_of_nobodys_is_never_a_videos(books: RawBooks) -> None:
    row = books.entry(books.video(), _K.RECONCILE, 1, (Account.EXTERNAL, Account.AVAILABLE))
    books.keep_only()
    with pytest.raises(sqlite3.IntegrityError, match="ck_ledger_entry_owner"):
        books.insert("ledger_entry", **row)


def test_a_movement_has_its_id_once_without_any_trigger(books: RawBooks) -> None:
    row = books.entry(video_in(books, (VideoState.PENDING, None)), _K.SETTLE)
    books.keep_only()
    books.insert("ledger_entry", **row)
    books.drop("one_settle")
    with pytest.raises(sqlite3.IntegrityError, match=r"ledger_entry\.id"):
        books.insert("ledger_entry", **row)


@pytest.mark.parametrize("count", [-1, 2])
def test_nothing_was_ever_sent_twice_not_even_what_was_found(books: RawBooks, count: int) -> None:
    books.keep_only()
    with pytest.raises(sqlite3.IntegrityError, match="ck_video_send_count"):
        books.video(origin="rescued", state="completed", task_id="task", send_count=count)
