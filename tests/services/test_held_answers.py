"""The answer to a paid POST is never dropped: it waits until the library takes it."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.requests import a_request
from tests.services.rig import Rig, running
from tests.services.scripted_provider import RUNNING, ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.errors import (
    LibraryUnusableError,
    ModerationError,
    NotSentError,
    SentUnknownError,
)
from videogen_desktop.domain.events import Event, VideoChanged
from videogen_desktop.domain.ledger import Charge, EntryKind
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import HeldAnswer, Video
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.library import SqliteLibrary

HELD = {EntryKind.RESERVE}
SPENT = {EntryKind.RESERVE, EntryKind.CAPTURE}
VOIDED = {EntryKind.RESERVE, EntryKind.VOID}
DONE = ((0, RUNNING), (90, succeeded(100_00)))


@contextmanager
def unwritable(condition: str = "disk_full") -> Iterator[None]:
    """As while the disk is full: nothing can be written, everything can be read."""

    def refused(_library: SqliteLibrary) -> None:
        raise LibraryUnusableError(condition)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SqliteLibrary, "writing", refused)
        yield


async def posted(rig: Rig, provider: ScriptedProvider) -> "asyncio.Task[Video]":
    """A video whose POST is under way."""
    sending = asyncio.create_task(rig.engine.generate(a_request()))
    while not provider.sent:
        await rig.clock.sleep(100)
    return sending


def shown(events: list[Event]) -> list[HeldAnswer | None]:
    changes = [event.item.held for event in events if isinstance(event, VideoChanged)]
    return list(dict.fromkeys(changes))


@pytest.mark.parametrize("journal_too", [False, True])
def test_a_task_id_is_held_until_it_can_be_written_and_its_video_goes_on(
    tmp_path: Path, journal_too: bool
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=["task-a"], create_seconds=5, script=DONE)
        async with running(tmp_path, provider) as rig:
            sending = await posted(rig, provider)
            journal = directories(tmp_path).task_journal
            if journal_too:
                journal.mkdir()
            with unwritable():
                await rig.clock.sleep(120_000)
                assert not sending.done()
                (card,) = await rig.engine.items((await rig.engine.opened()).first_page.ids)
                assert card.held == HeldAnswer("disk_full", "task-a", not journal_too)
                assert card.charge == Charge(held=100_00, spent=0)
                assert rig.events[-1] == VideoChanged(card)
            if journal_too:
                journal.rmdir()
            video = await sending
            assert (video.state, video.task_id) == (VideoState.PENDING, "task-a")
            assert rig.kinds(video.id) == SPENT
            await rig.clock.sleep(600_000)
            item = await rig.item(video.id)
            assert (item.video.state, item.held) == (VideoState.COMPLETED, None)
            assert item.clip is not None
            assert len(provider.sent) == 1
            assert shown(rig.events)[-1] is None or len(shown(rig.events)) == 2

    run_virtually(story())


@pytest.mark.parametrize(
    ("answer", "state", "kinds"),
    [
        (ModerationError("no", "422"), VideoState.FAILED, VOIDED),
        (SentUnknownError("reset"), VideoState.UNCONFIRMED, HELD),
        (NotSentError("refused"), VideoState.FAILED, VOIDED),
    ],
)
def test_every_other_answer_waits_for_the_library_too(
    tmp_path: Path, answer: Exception, state: VideoState, kinds: set[EntryKind]
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[answer], create_seconds=5)
        async with running(tmp_path, provider) as rig:
            sending = await posted(rig, provider)
            with unwritable("busy"):
                await rig.clock.sleep(60_000)
            video = await sending
            assert video.state is state
            assert rig.kinds(video.id) == kinds

    run_virtually(story())


def test_a_task_that_could_be_written_nowhere_is_said_when_the_engine_closes(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=["task-a"], create_seconds=5)
        async with running(tmp_path, provider) as rig:
            sending = await posted(rig, provider)
            directories(tmp_path).task_journal.mkdir()
            with unwritable():
                await rig.clock.sleep(10_000)
                await rig.engine.close()
                with pytest.raises(LibraryUnusableError):
                    await sending
            ((video_id, held),) = rig.engine.unwritten.items()
            assert held == HeldAnswer("disk_full", "task-a", in_journal=False)
            said = [one.getMessage() for one in caplog.records if one.levelno == logging.CRITICAL]
            assert len(said) == 1
            assert "task-a" in said[0]
            assert video_id in said[0]

    run_virtually(story())


def test_what_the_journal_took_is_found_there_by_the_next_start(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def leave() -> None:
        provider = ScriptedProvider(creates=["task-a"], create_seconds=5)
        async with running(tmp_path, provider) as rig:
            sending = await posted(rig, provider)
            with unwritable():
                await rig.clock.sleep(10_000)
                await rig.engine.close()
                with pytest.raises(LibraryUnusableError):
                    await sending
            assert not [one for one in caplog.records if one.levelno == logging.CRITICAL]

    async def start_again() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            (video_id,) = (await rig.engine.opened()).first_page.ids
            video = rig.video(video_id)
            assert (video.state, video.task_id) == (VideoState.PENDING, "task-a")
            assert rig.kinds(video_id) == SPENT

    run_virtually(leave())
    run_virtually(start_again())


def test_a_journal_of_somebody_elses_keeps_no_video_from_being_followed(tmp_path: Path) -> None:
    async def story() -> None:
        directories(tmp_path).task_journal.mkdir(parents=True)
        provider = ScriptedProvider(script=DONE)
        async with running(tmp_path, provider) as rig:
            video = await rig.engine.generate(a_request())
            await rig.clock.sleep(600_000)
            item = await rig.item(video.id)
            assert item.video.state is VideoState.COMPLETED
            assert item.clip is not None

    run_virtually(story())


def test_what_a_second_engine_took_for_unclear_is_accepted_all_the_same(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=["task-a"], create_seconds=5)
        async with running(tmp_path, provider) as rig:
            sending = await posted(rig, provider)
            (video_id,) = (await rig.engine.opened()).first_page.ids
            other = await rig.parts.phases.accept.unconfirmed(video_id, "")
            assert other.reason is Reason.SENT_UNKNOWN
            video = await sending
            assert (video.state, video.task_id) == (VideoState.PENDING, "task-a")
            assert rig.kinds(video.id) == SPENT

    run_virtually(story())


def test_a_listener_with_a_defect_costs_no_video(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=DONE)
        async with running(tmp_path, provider) as rig:

            def defect(_event: Event) -> None:
                raise BrokenPipeError

            rig.parts.announcer._listener = defect
            video = await rig.engine.generate(a_request())
            await rig.clock.sleep(600_000)
            assert (await rig.item(video.id)).clip is not None

    run_virtually(story())


def test_an_answer_that_names_no_task_is_kept_in_the_timeline(tmp_path: Path) -> None:
    async def story() -> None:
        lost = SentUnknownError("success", "200", '{"data":{"ids":["abc"]}}')
        async with running(tmp_path, ScriptedProvider(creates=[lost])) as rig:
            video = await rig.engine.generate(a_request())
            assert video.reason is Reason.SENT_UNKNOWN
            with rig.library.reading() as rows:
                (event,) = (
                    one for one in rows.events.of_video(video.id) if one.kind == "unconfirmed"
                )
            assert event.detail["answer"] == lost.answer
            assert video.failure_message == "success"

    run_virtually(story())
