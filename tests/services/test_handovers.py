"""What another process asked for is sent once, by the run it asked, while it is waited for."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.handover_engine import ASKED, ID, RUN, taking_requests
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.errors import (
    LibraryUnusableError,
    NotEnoughCreditsError,
    VideoGenError,
)
from videogen_desktop.domain.handover import HandoverRefusedError
from videogen_desktop.domain.request import take_ids
from videogen_desktop.domain.video import Video
from videogen_desktop.services.library_phases import Accepting
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.engine_lock import remove_requester_lock, requester_lock
from videogen_desktop.storage.library import open_guest


def test_what_is_waited_for_is_sent_once(tmp_path: Path) -> None:
    async def story() -> None:
        async with taking_requests(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()
            at.ask()
            await at.look()
            # Another write must not make it take the same again.
            at.ask(replace(ASKED, id=ID.replace("a", "b"), run_id="run-0"))
            await at.look()
            lock.release()
            assert at.taken == [ID]
            assert at.rig.video(ID).requested_by == "terminal"

    run_virtually(story())


def test_nothing_is_taken_from_the_dead(tmp_path: Path) -> None:
    async def story() -> None:
        async with taking_requests(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()
            # The system frees the lock of a process that dies; its file stays.
            lock.release()
            at.ask()
            await at.look()
            assert at.taken == []
            with at.guest.reading() as rows:
                assert rows.handovers.waiting(RUN) == ()

    run_virtually(story())


def test_what_was_asked_of_an_earlier_run_is_never_sent(tmp_path: Path) -> None:
    async def story() -> None:
        async with taking_requests(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()
            at.ask(replace(ASKED, run_id="run-0"))
            await at.look()
            lock.release()
            assert at.taken == []

    run_virtually(story())


def test_what_was_taken_back_is_not_sent_and_what_was_taken_stays(tmp_path: Path) -> None:
    async def story() -> None:
        async with taking_requests(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()
            at.ask()
            with at.guest.writing() as rows:
                assert rows.handovers.withdraw(ID)
            await at.look()
            assert at.taken == []
            at.ask()
            await at.look()
            with at.guest.writing() as rows:
                assert not rows.handovers.withdraw(ID)
            lock.release()

    run_virtually(story())


def test_what_is_taken_back_while_the_engine_connects_is_not_reserved(tmp_path: Path) -> None:
    async def story() -> None:
        async with taking_requests(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()

            def taken_back() -> None:
                with at.guest.writing() as rows:
                    assert rows.handovers.withdraw(ID)

            at.meanwhile = taken_back
            at.ask()
            await at.look()
            lock.release()
            assert at.taken == [ID]
            with at.guest.reading() as rows:
                assert rows.videos.every() == ()
                assert rows.handovers.refusal(ID) is None

    run_virtually(story())


def test_who_dies_while_the_engine_connects_gets_nothing_made(tmp_path: Path) -> None:
    async def story() -> None:
        async with taking_requests(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()
            at.meanwhile = lock.release
            at.ask()
            await at.look()
            with at.guest.reading() as rows:
                assert rows.videos.every() == ()

    run_virtually(story())


def test_an_engine_that_ends_while_it_connects_reserves_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        async with taking_requests(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()
            at.meanwhile = at.handovers.stop
            at.ask()
            await at.look()
            lock.release()
            with at.guest.writing() as rows:
                assert rows.videos.every() == ()
                assert rows.handovers.withdraw(ID)

    run_virtually(story())


def test_no_refusal_is_written_where_there_is_a_video(tmp_path: Path) -> None:
    async def story() -> None:
        async with taking_requests(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()
            at.late_failure = LibraryUnusableError("busy")
            at.ask()
            await at.look()
            lock.release()
            with at.guest.reading() as rows:
                assert rows.handovers.refusal(ID) is None
                assert rows.videos.get(ID).send_count == 1

    run_virtually(story())


def test_a_refusal_is_told_with_what_it_says(tmp_path: Path) -> None:
    async def story() -> None:
        async with taking_requests(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()
            at.failure = NotEnoughCreditsError(50_00, 100_00)
            at.ask()
            await at.look()
            with at.guest.reading() as rows:
                told = rows.handovers.refusal(ID)
            lock.release()
            assert isinstance(told, NotEnoughCreditsError)
            assert (told.available, told.price) == (50_00, 100_00)

    run_virtually(story())


def test_an_engine_that_ended_takes_requests_no_more(tmp_path: Path) -> None:
    async def story() -> None:
        async with taking_requests(tmp_path) as at:
            with at.guest.reading() as rows:
                run = rows.handovers.run()
            assert run is not None
            assert (run.id, run.provider) == (RUN, "sandbox")
        with open_guest(directories(tmp_path)) as guest, guest.reading() as rows:
            assert rows.handovers.run() is None

    run_virtually(story())


def test_an_error_of_another_version_is_told_by_its_name(tmp_path: Path) -> None:
    async def story() -> None:
        async with taking_requests(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()

            class NewError(VideoGenError):
                pass

            at.failure = NewError()
            at.ask()
            await at.look()
            with at.guest.reading() as rows:
                told = rows.handovers.refusal(ID)
            lock.release()
            remove_requester_lock(at.requesters, ID)
            assert isinstance(told, HandoverRefusedError)
            assert told.kind == "NewError"

    run_virtually(story())


def test_takes_are_made_all_once_and_taken_back_all(tmp_path: Path) -> None:
    async def story() -> None:
        async with taking_requests(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()
            at.ask(replace(ASKED, takes=3))
            with at.guest.writing() as rows:
                assert rows.handovers.withdraw(ID)
            await at.look()
            with at.guest.reading() as rows:
                assert rows.videos.every() == ()
            at.ask(replace(ASKED, takes=3))
            await at.look()
            await at.look()
            lock.release()
            with at.guest.writing() as rows:
                assert not rows.handovers.withdraw(ID)
                assert {video.id for video in rows.videos.every()} == set(take_ids(ID, 3))
                assert len(rows.videos.takes_of(ID)) == 3

    run_virtually(story())


def test_every_take_that_could_not_be_sent_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        async with taking_requests(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()
            intend = Accepting.sending

            async def locked(phases: Accepting, video_id: str) -> Video:
                if video_id == ID:
                    return await intend(phases, video_id)
                raise LibraryUnusableError("busy")

            monkeypatch.setattr(Accepting, "sending", locked)
            at.ask(replace(ASKED, takes=3))
            await at.look()
            lock.release()
            states = [at.rig.video(one).state.value for one in take_ids(ID, 3)]
            assert states == ["pending", "cancelled", "cancelled"]
            assert at.rig.balance().held == 0

    run_virtually(story())


def test_a_number_of_takes_that_nobody_can_ask_for_is_refused(tmp_path: Path) -> None:
    async def story() -> None:
        async with taking_requests(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()
            at.ask(replace(ASKED, takes=5))
            await at.look()
            lock.release()
            with at.guest.reading() as rows:
                assert rows.videos.every() == ()
                assert isinstance(rows.handovers.refusal(ID), HandoverRefusedError)

    run_virtually(story())
