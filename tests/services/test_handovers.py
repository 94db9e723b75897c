"""What another process asked for is sent once, by the run it asked, while it is waited for."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from tests.services.rig import Rig, running
from tests.services.scripted_provider import ScriptedProvider
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.errors import NotEnoughCreditsError, VideoGenError
from videogen_desktop.domain.handover import Handover, HandoverRefusedError
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.video import Video
from videogen_desktop.services.handovers import LOOK_EVERY_MS, Handovers
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.library import Library, open_guest
from videogen_desktop.storage.requester_lock import forget, requester_lock

RUN = "run-1"
ID = "00000000-0000-4000-8000-00000000aaaa"
ASKED = Handover(ID, RUN, "terminal", "Một con mèo", "landscape", "sandbox/video-1", False, 1)


@dataclass
class Desk:
    """A running engine's desk, and the database as another process sees it."""

    rig: Rig
    guest: Library
    requesters: Path
    taken: list[str]
    failure: VideoGenError | None = None

    async def look(self) -> None:
        """Let the engine look for news."""
        await self.rig.clock.sleep(2 * LOOK_EVERY_MS)

    def ask(self, asked: Handover = ASKED) -> None:
        with self.guest.write() as rows:
            rows.handovers.ask(asked)

    async def generate(self, request: VideoRequest, asked: Handover) -> Video:
        self.taken.append(asked.id)
        if self.failure is not None:
            raise self.failure
        return await self.rig.studio.generate(
            request, asked.requested_by, confirmed=asked.confirmed, video_id=asked.id
        )


@asynccontextmanager
async def desk(folder: Path) -> AsyncIterator[Desk]:
    places = directories(folder)
    async with running(folder, ScriptedProvider()) as rig:
        with open_guest(places) as guest:
            desk = Desk(rig, guest, places.requesters, [])
            handovers = Handovers(
                rig.library, rig.wallet_id, "sandbox", places.requesters, rig.clock, RUN
            )
            loop = asyncio.create_task(handovers.run(desk.generate))
            await desk.look()
            yield desk
            handovers.stop()
            loop.cancel()
            with suppress(asyncio.CancelledError):
                await loop
            await handovers.close()


def test_what_is_waited_for_is_sent_once(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as at:
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
        async with desk(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()
            # The system frees the lock of a process that dies; its file stays.
            lock.release()
            at.ask()
            await at.look()
            assert at.taken == []
            with at.guest.read() as rows:
                assert rows.handovers.waiting(RUN) == ()

    run_virtually(story())


def test_what_was_asked_of_an_earlier_run_is_never_sent(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()
            at.ask(replace(ASKED, run_id="run-0"))
            await at.look()
            lock.release()
            assert at.taken == []

    run_virtually(story())


def test_what_was_taken_back_is_not_sent_and_what_was_taken_stays(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()
            at.ask()
            with at.guest.write() as rows:
                assert rows.handovers.withdraw(ID)
            await at.look()
            assert at.taken == []
            at.ask()
            await at.look()
            with at.guest.write() as rows:
                assert not rows.handovers.withdraw(ID)
            lock.release()

    run_virtually(story())


def test_a_refusal_is_told_with_what_it_says(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()
            at.failure = NotEnoughCreditsError(50_00, 100_00)
            at.ask()
            await at.look()
            with at.guest.read() as rows:
                told = rows.handovers.refusal(ID)
            lock.release()
            assert isinstance(told, NotEnoughCreditsError)
            assert (told.available, told.price) == (50_00, 100_00)

    run_virtually(story())


def test_an_engine_that_ended_takes_requests_no_more(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as at:
            with at.guest.read() as rows:
                run = rows.handovers.run()
            assert run is not None
            assert (run.id, run.provider) == (RUN, "sandbox")
        with open_guest(directories(tmp_path)) as guest, guest.read() as rows:
            assert rows.handovers.run() is None

    run_virtually(story())


def test_an_error_of_another_version_is_told_by_its_name(tmp_path: Path) -> None:
    async def story() -> None:
        async with desk(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()

            class NewError(VideoGenError):
                pass

            at.failure = NewError()
            at.ask()
            await at.look()
            with at.guest.read() as rows:
                told = rows.handovers.refusal(ID)
            lock.release()
            forget(at.requesters, ID)
            assert isinstance(told, HandoverRefusedError)
            assert told.kind == "NewError"

    run_virtually(story())
