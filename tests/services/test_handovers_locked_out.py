"""A library that is locked for a moment costs nobody who waits for an answer."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from tests.services.handover_engine import ASKED, ID, taking_requests
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.errors import LibraryUnusableError, NotEnoughCreditsError
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.services.handovers import TELL_AGAIN_MS
from videogen_desktop.services.library_phases import Accepting
from videogen_desktop.storage.engine_lock import requester_lock
from videogen_desktop.storage.library import SqliteLibrary
from videogen_desktop.storage.library_rows import LibraryRows


@contextmanager
def locked_at_write(number: int) -> Iterator[None]:
    """As when another process has the lock at this write, and none before or after it."""
    writing, numbers = SqliteLibrary.writing, count(1)

    def locked_once(library: SqliteLibrary) -> AbstractContextManager[LibraryRows]:
        if next(numbers) == number:
            raise LibraryUnusableError("busy")
        return writing(library)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SqliteLibrary, "writing", locked_once)
        yield


def test_what_was_taken_is_served_though_the_next_could_not_be(tmp_path: Path) -> None:
    async def story() -> None:
        async with taking_requests(tmp_path) as at:
            other = ID.replace("a", "b")
            locks = [requester_lock(at.requesters, asked) for asked in (ID, other)]
            with at.guest.writing() as rows:
                for lock, asked in zip(locks, (ID, other), strict=True):
                    lock.acquire()
                    rows.handovers.ask(replace(ASKED, id=asked, confirmed=True))
            with locked_at_write(2):
                await at.look()
            assert at.taken[:1] == [ID]
            await at.look()
            for lock in locks:
                lock.release()
            assert at.taken == [ID, other]

    run_virtually(story())


def test_a_refusal_that_could_not_be_written_is_told_later(tmp_path: Path) -> None:
    async def story() -> None:
        async with taking_requests(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()
            at.failure = NotEnoughCreditsError(50_00, 100_00)
            at.ask()
            with locked_at_write(2):
                await at.look()
            await at.rig.clock.sleep(TELL_AGAIN_MS)
            with at.guest.reading() as rows:
                told = rows.handovers.refusal(ID)
            lock.release()
            assert isinstance(told, NotEnoughCreditsError)
            assert at.taken == [ID]

    run_virtually(story())


def test_what_was_reserved_and_could_not_be_sent_is_given_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def locked(_accepting: Accepting, _video_id: str) -> Video:
        raise LibraryUnusableError("busy")

    monkeypatch.setattr(Accepting, "sending", locked)

    async def story() -> None:
        async with taking_requests(tmp_path) as at:
            lock = requester_lock(at.requesters, ID)
            lock.acquire()
            at.ask()
            await at.look()
            lock.release()
            # Who asked waits for the end of this video; a refusal would be no end of it.
            assert at.rig.video(ID).state is VideoState.CANCELLED
            assert at.rig.balance().held == 0
            with at.guest.reading() as rows:
                assert rows.handovers.refusal(ID) is None

    run_virtually(story())
