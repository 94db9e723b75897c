"""What the database itself holds on to about a video."""

import sqlite3
import uuid
from typing import Any

import pytest

from tests.storage.raw_books import LIBRARY, OTHER_WALLET, STANDINGS, WALLET, RawBooks, video_in
from videogen_desktop.domain.states import Origin, Reason, VideoState

_S = VideoState
_PENDING = (_S.PENDING, None)


@pytest.mark.parametrize(
    "changes",
    [
        {"request": '{"prompt":"other"}'},
        {"body": "{}"},
        {"model_id": "another/model"},
        {"shape": "portrait"},
        {"model_id": "other"},
        {"price": 1},
        {"request_sha256": "1" * 64},
        {"created_at": 2},
        {"origin": "imported"},
        {"requested_by": "other"},
        {"wallet_id": OTHER_WALLET},
        {"library_id": str(uuid.UUID(int=9))},
        {"id": str(uuid.UUID(int=9))},
        {"seq": 99},
        {"rescued_from": str(uuid.UUID(int=9))},
        {"task_id": "other"},
        {"task_id": None},
        {"request_id": "other"},
        {"request_id": None},
        {"sibling_of": str(uuid.UUID(int=9))},
        {"parent_id": str(uuid.UUID(int=9))},
        {"take_group_id": str(uuid.UUID(int=9))},
        {"batch_id": str(uuid.UUID(int=9))},
        {"batch_row": 1},
    ],
    ids=str,
)
def test_what_was_asked_for_and_its_task_never_change(
    books: RawBooks, changes: dict[str, Any]
) -> None:
    video_id = video_in(books, _PENDING)
    with pytest.raises(sqlite3.IntegrityError):
        books.change(video_id, **changes)


@pytest.mark.parametrize("revision", [None, 0, 1, 3, 99])
def test_a_change_counts_the_revision_up_by_one(books: RawBooks, revision: Any) -> None:
    video_id = books.video()
    with pytest.raises(sqlite3.IntegrityError):
        books.sql.execute("UPDATE video SET revision = ? WHERE id = ?", (revision, video_id))
    books.change(video_id, deleted_at=5)
    books.change(video_id, deleted_at=None)
    assert books.one("SELECT revision FROM video WHERE id = ?", video_id) == 3


def test_a_reason_does_not_change_while_the_state_stays(books: RawBooks) -> None:
    for standing in ((_S.UNCONFIRMED, Reason.SENT_UNKNOWN), (_S.FAILED, Reason.REFUSED)):
        video_id = video_in(books, standing)
        for reason in {*Reason, None} - {standing[1]}:
            with pytest.raises(sqlite3.IntegrityError):
                books.change(video_id, reason=reason)


@pytest.mark.parametrize("standing", STANDINGS, ids=lambda s: "-".join(filter(None, s)))
@pytest.mark.parametrize("fence", ["video_send_count", "ck_video_sent"])
def test_the_send_count_moves_only_with_its_state(
    books: RawBooks, standing: Any, fence: str
) -> None:
    video_id = video_in(books, standing)
    if fence == "ck_video_sent":
        books.drop("video_send_count")
    else:
        books.sql.execute("PRAGMA ignore_check_constraints = ON")
    before = books.one("SELECT send_count FROM video WHERE id = ?", video_id)
    for count in {0, 1, 2, -1, None} - {before}:
        with pytest.raises(sqlite3.IntegrityError):
            books.change(video_id, send_count=count)


def test_what_provably_never_left_is_sent_once_more_and_counts_once(books: RawBooks) -> None:
    video_id = video_in(books, (_S.SENDING, None))
    with pytest.raises(sqlite3.IntegrityError):
        books.change(video_id, state="reserved")  # without its count
    books.change(video_id, state="reserved", send_count=0)
    with pytest.raises(sqlite3.IntegrityError):
        books.change(video_id, state="sending")
    books.change(video_id, state="sending", send_count=1)


@pytest.mark.parametrize("state", sorted(set(VideoState) - {_S.RESERVED}))
def test_a_generated_video_begins_reserved_and_unpaid_for(books: RawBooks, state: str) -> None:
    reason = {_S.FAILED: "refused", _S.UNCONFIRMED: "sent_unknown"}.get(VideoState(state))
    with pytest.raises(sqlite3.IntegrityError):
        books.video(state=state, reason=reason, send_count=int(state != "cancelled"))
    with pytest.raises(sqlite3.IntegrityError, match="starts reserved"):
        books.video(task_id="task")
    video_id = books.video()
    with pytest.raises(sqlite3.IntegrityError, match="does not match"):
        books.change(video_id, state="sending", send_count=1)  # nothing is held for it


@pytest.mark.parametrize("standing", STANDINGS, ids=lambda s: "-".join(filter(None, s)))
@pytest.mark.parametrize("origin", [Origin.RESCUED, Origin.IMPORTED])
def test_a_found_video_may_begin_anywhere_with_its_task(
    books: RawBooks, standing: Any, origin: Origin
) -> None:
    for price in (0, 10_000):
        books.video(
            origin=origin,
            state=standing[0],
            reason=standing[1],
            task_id=str(uuid.uuid4()),
            price=price,
        )
    if standing[0] in (_S.PENDING, _S.PROCESSING, _S.COMPLETED) and origin is Origin.RESCUED:
        with pytest.raises(sqlite3.IntegrityError, match="ck_video_task_id"):
            books.video(origin=origin, state=standing[0])
    else:
        books.video(origin=origin, state=standing[0], reason=standing[1])


def test_a_found_video_goes_on_by_the_same_edges(books: RawBooks) -> None:
    video_id = books.video(origin="rescued", state="pending", task_id="task")
    with pytest.raises(sqlite3.IntegrityError, match="no such transition"):
        books.change(video_id, state="reserved")
    books.change(video_id, state="completed")


@pytest.mark.parametrize(
    "other",
    [
        {"wallet_id": OTHER_WALLET},
        {"request": '{"prompt":"other"}'},
        {"body": "{}"},
        {"price": 1},
        {"origin": "imported"},
    ],
    ids=str,
)
def test_takes_are_of_one_request_in_one_wallet(books: RawBooks, other: dict[str, Any]) -> None:
    group = str(uuid.UUID(int=9))
    for _ in range(2):
        books.video(take_group_id=group)
    with pytest.raises(sqlite3.IntegrityError, match="no take of that request"):
        books.video(take_group_id=group, **other)
    books.video(take_group_id=str(uuid.UUID(int=8)), **other | {"origin": "generated"})


@pytest.mark.parametrize(
    "other",
    [
        {"batch_row": None},
        {"wallet_id": OTHER_WALLET},
        {"origin": "rescued"},
        {"batch_id": "9" * 36},
    ],
    ids=str,
)
def test_a_row_of_a_batch_is_asked_for_in_its_wallet(
    books: RawBooks, other: dict[str, Any]
) -> None:
    made = {"batch_id": str(uuid.UUID(int=9)), "batch_row": 1}
    columns = (LIBRARY, made["batch_id"], WALLET)
    books.sql.execute("INSERT INTO batch VALUES (?, ?, ?, 'ý tưởng', 1)", columns)
    books.video(**made)
    with pytest.raises(sqlite3.IntegrityError, match="no row of that batch"):
        books.video(**made | other)


@pytest.mark.parametrize("foreign_keys", ["ON", "OFF"])
def test_a_task_belongs_to_one_video_of_its_wallet(books: RawBooks, foreign_keys: str) -> None:
    books.sql.execute(f"PRAGMA foreign_keys = {foreign_keys}")
    books.video(origin="rescued", state="completed", task_id="task")
    books.video(origin="rescued", state="completed", task_id="task", wallet_id=OTHER_WALLET)
    waiting = video_in(books, (_S.UNCONFIRMED, Reason.SENT_UNKNOWN))
    before = books.table("video")
    for how in ("INSERT", "INSERT OR REPLACE"):
        with pytest.raises(sqlite3.IntegrityError, match="task has a video"):
            books.video(how=how, origin="imported", state="completed", task_id="task")
    for how in ("UPDATE", "UPDATE OR REPLACE"):
        with pytest.raises(sqlite3.IntegrityError, match="task has a video"):
            books.change(waiting, how, task_id="task")
    assert books.table("video") == before
    books.drop("video_one_task", "video_one_task_later")
    with pytest.raises(sqlite3.IntegrityError, match="one_task"):  # the index alone
        books.change(waiting, task_id="task")


def test_a_result_that_came_too_late_shares_the_task_of_the_video_it_names(
    books: RawBooks,
) -> None:
    failed = video_in(books, (_S.FAILED, Reason.PROVIDER_FAILED))
    rescued = {"origin": "rescued", "state": "completed"}
    books.video(**rescued, task_id=failed, rescued_from=failed)
    with pytest.raises(sqlite3.IntegrityError, match="task has a video"):
        books.video(**rescued, task_id=failed, rescued_from=failed)  # twice
    other = video_in(books, (_S.FAILED, Reason.PROVIDER_FAILED))
    with pytest.raises(sqlite3.IntegrityError, match="task has a video"):
        books.video(**rescued, task_id=failed, rescued_from=other)
    with pytest.raises(sqlite3.IntegrityError, match="ck_video_rescued_from"):
        books.video(rescued_from=other)


def test_a_video_is_rescued_once_by_the_index_alone_too(books: RawBooks) -> None:
    lost = video_in(books, (_S.FAILED, Reason.USER_CHARGED))
    books.drop("video_one_task")
    books.video(origin="rescued", state="completed", task_id="found", rescued_from=lost)
    with pytest.raises(sqlite3.IntegrityError, match="rescued_from"):
        books.video(origin="rescued", state="completed", task_id="other", rescued_from=lost)


def test_a_request_becomes_one_video(books: RawBooks) -> None:
    books.video(request_id="the key press")
    before = books.table("video")
    for how in ("INSERT", "INSERT OR REPLACE"):
        with pytest.raises(sqlite3.IntegrityError, match="request has a video"):
            books.video(how=how, request_id="the key press")
    assert books.table("video") == before
    books.drop("video_one_request")
    with pytest.raises(sqlite3.IntegrityError, match="request_id"):  # the index alone
        books.video(request_id="the key press")
    for nameless in (None, ""):
        with pytest.raises(sqlite3.IntegrityError, match="ck_video_request_id"):
            books.video(request_id=nameless)
    with pytest.raises(sqlite3.IntegrityError, match="ck_video_request_id"):
        books.video(origin="imported", state="completed", request_id="another")


def test_a_further_result_belongs_to_the_video_of_its_task(books: RawBooks) -> None:
    first, other = (video_in(books, (_S.COMPLETED, None)) for _ in range(2))
    sibling: dict[str, Any] = {"origin": "sibling", "state": "completed", "price": 0}
    sibling |= {"sibling_of": first, "task_id": first, "result_number": 2}
    with pytest.raises(sqlite3.IntegrityError, match="no further result"):
        books.video(**sibling)  # the first one has no clip yet
    for video_id in (first, other):
        books.change(video_id, result_number=1)
    books.video(**sibling)
    books.video(**sibling | {"result_number": 3})
    second = books.one("SELECT id FROM video WHERE result_number = 2")
    wrong: tuple[dict[str, Any], ...] = (
        {},  # twice
        {"result_number": 1},  # which the first one is
        {"result_number": 4, "task_id": other},
        {"result_number": 4, "wallet_id": OTHER_WALLET},
        {"result_number": 4, "sibling_of": second},
        {"result_number": 4, "sibling_of": str(uuid.UUID(int=9))},
    )
    for changes in wrong:
        for how in ("INSERT", "INSERT OR REPLACE"):
            with pytest.raises(sqlite3.IntegrityError, match="no further result"):
                books.video(how=how, **sibling | changes)
    books.drop("video_sibling")
    with pytest.raises(sqlite3.IntegrityError, match="result_number"):  # the index alone
        books.video(**sibling)
    found = {"origin": "rescued", "task_id": "another"}
    odd: tuple[dict[str, Any], ...] = ({"price": 1}, {"consumed": 1}, {"sibling_of": None})
    for changes in (*odd, {"result_number": None}, {"state": "pending"}, found):
        with pytest.raises(sqlite3.IntegrityError, match="ck_video_sibling_of"):
            books.video(**sibling | {"result_number": 5} | changes)


def test_which_result_a_clip_is_never_changes_once_it_is_known(books: RawBooks) -> None:
    video_id = video_in(books, (_S.COMPLETED, None))
    books.change(video_id, result_number=2)
    for number in (1, 3, None):
        with pytest.raises(sqlite3.IntegrityError):
            books.change(video_id, result_number=number)


def test_a_task_found_later_gets_its_video_once(books: RawBooks) -> None:
    lost = video_in(books, (_S.FAILED, Reason.USER_CHARGED))
    books.video(origin="rescued", state="completed", task_id="found", rescued_from=lost)
    with pytest.raises(sqlite3.IntegrityError, match="task has a video"):
        books.video(origin="rescued", state="completed", task_id="found")


@pytest.mark.parametrize(
    "values",
    [
        {"price": 0},
        {"price": -1},
        {"price": 1.5},
        {"price": None},
        {"state": None},
        {"state": "running"},
        {"origin": None},
        {"origin": "stolen"},
        {"request": ""},
        {"send_count": 1},
        {"revision": 0},
        {"consumed": -1},
        {"request": None},
        {"shape": None},
        {"origin": "rescued", "body": "{}"},
        {"id": "short"},
        {"wallet_id": str(uuid.UUID(int=9))},
        {"created_at": "yesterday"},
    ],
    ids=str,
)
def test_a_video_with_anything_wrong_is_refused(books: RawBooks, values: dict[str, Any]) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        books.video(**values)
    assert books.table("video") == []
