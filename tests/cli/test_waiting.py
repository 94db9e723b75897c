"""`videogen send` and `cancel`: what was reserved in an earlier run and never sent."""

import time
from collections.abc import Callable

import pytest

from tests.cli.conftest import Videogen
from tests.cli.test_generate import assert_all_adds_up, statement
from tests.storage.filled_library import reserved
from videogen_desktop.sandbox.books import Books
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.engine_lock import FileEngineLock
from videogen_desktop.storage.library import open_library

SandboxBooks = Callable[[], Books]
PAID = ("video_generation", -100)


@pytest.fixture
def waiting(videogen: Videogen, places: Directories) -> list[str]:
    """Two videos that an earlier run reserved; one that it made."""
    made = videogen("generate", "Một con mèo", "--no-wait", "--json").json["id"]
    now = time.time_ns() // 1_000_000
    library = open_library(places, now)
    try:
        with library.writing() as rows:
            wallet_id = rows.videos.get(made).wallet_id
            return [reserved(rows, wallet_id, now + one).id for one in range(2)]
    finally:
        library.close()


def states(videogen: Videogen) -> dict[str, str]:
    videos = videogen("list", "--json").json["videos"]
    return {video["id"]: video["state"] for video in videos}


def test_what_waits_is_sent_at_the_price_that_is_held_and_no_more(
    videogen: Videogen, waiting: list[str], sandbox_books: SandboxBooks
) -> None:
    one = videogen("send", waiting[0][:13], "--no-wait", "--json")
    assert one.code == 0, one.err
    assert [video["id"] for video in one.json["videos"]] == [waiting[0]]
    assert one.json["videos"][0]["task_id"]
    assert states(videogen)[waiting[1]] == "reserved"
    rest = videogen("send", "--waiting")
    assert rest.code == 0, rest.err
    assert f"Completed: {waiting[1]}, 100 credits." in rest.out
    assert statement(videogen) == [("grant", 10000), PAID, PAID, PAID]
    with sandbox_books() as books:
        assert len(books.create_requests()) == 3
    again = videogen("send", "--waiting")
    assert (again.code, again.out) == (0, "Nothing waits to be sent.\n")


def test_what_is_given_up_gets_its_credits_back_and_is_never_sent(
    videogen: Videogen, waiting: list[str], sandbox_books: SandboxBooks
) -> None:
    run = videogen("cancel", *waiting, "--json")
    assert run.code == 0, run.err
    assert [video["state"] for video in run.json["videos"]] == ["cancelled", "cancelled"]
    assert sum(amount for _, amount in statement(videogen)) == 9900
    refused = videogen("send", waiting[0])
    assert refused.code == 2
    assert "cancelled" in refused.err
    with sandbox_books() as books:
        assert len(books.create_requests()) == 1
    assert_all_adds_up(videogen)


def test_one_that_does_not_wait_leaves_the_others_alone(
    videogen: Videogen, waiting: list[str], places: Directories
) -> None:
    before = states(videogen)
    (made,) = before.keys() - set(waiting)
    for command in ("send", "cancel"):
        for other in (made, "zzz"):
            run = videogen(command, waiting[0], other)
            assert (run.code, run.out) == (2, ""), run.err
        lock = FileEngineLock(places.engine_lock)
        lock.acquire()
        try:
            assert videogen(command, waiting[0]).code == 6
        finally:
            lock.release()
    assert states(videogen) == before


def test_send_wants_to_know_what(videogen: Videogen) -> None:
    assert videogen("send").code == 2
    assert videogen("send", "abc", "--waiting").code == 2
    assert videogen("send", "--waiting", "--json").json == {"videos": []}
