"""The table of a video's life in domain/states.py and the triggers say the same."""

import sqlite3
from itertools import combinations, product

import pytest

from tests.storage.raw_books import STANDINGS, STEPS_TO, RawBooks, Standing, columns_of, video_in
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.states import (
    EDGES,
    REASONS,
    TERMINAL_STATES,
    Reason,
    VideoState,
    allowed_entries,
)

_OF_A_VIDEO = (
    EntryKind.RESERVE,
    EntryKind.CAPTURE,
    EntryKind.VOID,
    EntryKind.REFUND,
    EntryKind.SETTLE,
)
_SUBSETS = [
    subset for size in range(len(_OF_A_VIDEO) + 1) for subset in combinations(_OF_A_VIDEO, size)
]


def _accepts(books: RawBooks, video_id: str, standing: Standing) -> bool:
    try:
        books.change(video_id, **columns_of(*standing, video_id))
    except sqlite3.IntegrityError:
        return False
    return True


@pytest.mark.parametrize("before", VideoState)
def test_every_edge_of_the_table_and_no_other_pair_passes_the_edge_trigger(
    books: RawBooks, before: VideoState
) -> None:
    start = next(standing for standing in STANDINGS if standing[0] is before)
    video_id = video_in(books, start)
    books.keep_only("video_edge")
    reached = set()
    for after in VideoState:
        reason = next(iter(REASONS.get(after, (None,))))
        books.sql.execute("SAVEPOINT attempt")
        if _accepts(books, video_id, (after, reason)):
            reached.add(after)
        books.sql.execute("ROLLBACK TO attempt")
    assert reached - {before} == EDGES[before]


def test_with_all_rules_only_edges_are_passed_and_each_with_its_own_money(books: RawBooks) -> None:
    passed: set[tuple[VideoState, VideoState]] = set()
    for start in STANDINGS:
        video_id = video_in(books, start)
        for kinds, target in product(_SUBSETS, STANDINGS):
            books.sql.execute("SAVEPOINT attempt")
            try:
                books.moves(video_id, kinds)
            except sqlite3.IntegrityError:
                books.sql.execute("ROLLBACK TO attempt")
                continue
            if target[0] is not start[0] and _accepts(books, video_id, target):
                passed.add((start[0], target[0]))
                assert books.kinds(video_id) in allowed_entries(*target)
            books.sql.execute("ROLLBACK TO attempt")
    assert passed == {(before, after) for before in EDGES for after in EDGES[before]}


@pytest.mark.parametrize("target", STANDINGS, ids=lambda standing: "-".join(filter(None, standing)))
def test_the_money_trigger_allows_exactly_the_rows_of_the_table(
    books: RawBooks, target: Standing
) -> None:
    books.keep_only("video_money")
    allowed = set()
    for subset in _SUBSETS:
        books.sql.execute("SAVEPOINT attempt")
        other = VideoState.FAILED if target[0] is not VideoState.FAILED else VideoState.PENDING
        task = "task" if other is VideoState.PENDING else None
        reason = Reason.REFUSED if other is VideoState.FAILED else None
        video_id = books.video(state=other, reason=reason, send_count=1, task_id=task)
        for kind in subset:
            # Only which rows exist counts here: the balances are not looked at.
            row = books.entry(video_id, kind) | {"available_after": 0, "held_after": 0}
            try:
                books.insert("ledger_entry", **row)
            except sqlite3.IntegrityError:
                break  # capture and void, void and refund: the indexes never let them meet
        else:
            if _accepts(books, video_id, target):
                allowed.add(frozenset(subset))
        books.sql.execute("ROLLBACK TO attempt")
    assert allowed == set(allowed_entries(*target))


def test_every_standing_of_the_table_can_be_reached(books: RawBooks) -> None:
    assert set(STEPS_TO) == set(STANDINGS)
    for standing in STANDINGS:
        video_id = video_in(books, standing)
        assert books.one("SELECT state FROM video WHERE id = ?", video_id) == standing[0]
        assert books.kinds(video_id) in allowed_entries(*standing)


@pytest.mark.parametrize("state", sorted(TERMINAL_STATES))
def test_terminal_is_terminal_also_for_or_replace(books: RawBooks, state: VideoState) -> None:
    start = next(standing for standing in STANDINGS if standing[0] is state)
    video_id = video_in(books, start)
    for how in ("UPDATE", "UPDATE OR REPLACE", "UPDATE OR ROLLBACK"):
        with pytest.raises(sqlite3.IntegrityError):
            books.change(video_id, how, state="sending", reason=None, send_count=1)


def test_a_state_without_its_reason_is_refused(books: RawBooks) -> None:
    for state, reasons in REASONS.items():
        for reason in (None, "", "nonsense", *(set(Reason) - reasons)):
            with pytest.raises(sqlite3.IntegrityError, match="ck_video_reason"):
                books.video(origin="rescued", state=state, reason=reason, task_id="t")
    for state in set(VideoState) - set(REASONS):
        with pytest.raises(sqlite3.IntegrityError, match="ck_video_reason"):
            books.video(origin="rescued", state=state, reason=Reason.REFUSED, task_id="t")


def test_a_lost_answer_and_a_lost_record_are_not_mixed_up(books: RawBooks) -> None:
    for start, wrong in (
        (VideoState.SENDING, Reason.RECORD_GONE),
        (VideoState.PENDING, Reason.SENT_UNKNOWN),
        (VideoState.PROCESSING, Reason.SENT_UNKNOWN),
    ):
        video_id = video_in(books, (start, None))
        # Not through the money rule, which would refuse it too.
        books.sql.execute("SAVEPOINT attempt")
        books.drop("video_money")
        with pytest.raises(sqlite3.IntegrityError, match="wrong reason"):
            books.change(video_id, state=VideoState.UNCONFIRMED, reason=wrong)
        books.sql.execute("ROLLBACK TO attempt")
