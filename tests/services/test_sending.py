"""The paid POST leaves once, and every answer lands on the right state and money."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from tests.requests import a_request, priced
from tests.services.rig import running
from tests.services.scripted_provider import ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.errors import (
    EngineStoppedError,
    IllegalTransitionError,
    KeyRejectedError,
    ModerationError,
    NotEnoughCreditsError,
    NotSentError,
    RateLimitedError,
    SentUnknownError,
)
from videogen_desktop.domain.events import ProblemReported
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.services.polling import Poller
from videogen_desktop.storage.directories import directories
from videogen_desktop.storage.verify import verify

HELD = {EntryKind.RESERVE}
SPENT = {EntryKind.RESERVE, EntryKind.CAPTURE}
VOIDED = {EntryKind.RESERVE, EntryKind.VOID}


def test_an_accepted_video_is_spent_and_its_task_stands_in_the_journal(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=["task-a"])
        async with running(tmp_path, provider) as rig:
            video = await rig.engine.generate(a_request())
            assert (video.state, video.task_id) == (VideoState.PENDING, "task-a")
            assert (rig.kinds(video.id), rig.balance().available) == (SPENT, 900_00)
            written = [(one.video_id, one.task_id) for one in rig.parts.journal.read()]
            assert written == [(video.id, "task-a")]
            assert len(provider.sent) == 1

    run_virtually(story())


def test_the_card_is_there_before_the_provider_answers(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(create_seconds=20)
        async with running(tmp_path, provider) as rig:
            sending = asyncio.create_task(rig.engine.generate(a_request()))
            await rig.clock.sleep(1)
            (video_id,) = (await rig.engine.opened()).first_page.ids
            assert rig.shown_states(video_id) == [VideoState.RESERVED, VideoState.SENDING]
            await sending

    run_virtually(story())


def test_the_intent_is_durable_before_the_post_may_leave(tmp_path: Path) -> None:
    seen: list[tuple[str, int]] = []

    async def look_from_outside() -> None:
        file = sqlite3.connect(directories(tmp_path).database)
        seen.extend(file.execute("SELECT state, send_count FROM video"))
        file.close()

    async def story() -> None:
        provider = ScriptedProvider(on_create=look_from_outside)
        async with running(tmp_path, provider) as rig:
            await rig.engine.generate(a_request())

    run_virtually(story())
    assert seen == [("sending", 1)]


@pytest.mark.parametrize(
    ("answer", "state", "kinds"),
    [
        ("task-a", VideoState.PENDING, SPENT),
        (SentUnknownError("reset"), VideoState.UNCONFIRMED, HELD),
        (ModerationError("no", "422"), VideoState.FAILED, VOIDED),
        (NotSentError("refused"), VideoState.FAILED, VOIDED),
    ],
)
def test_a_favourite_set_while_it_is_sent_costs_no_answer(
    tmp_path: Path, answer: str | Exception, state: VideoState, kinds: set[EntryKind]
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[answer], create_seconds=20)
        async with running(tmp_path, provider) as rig:
            sending = asyncio.create_task(rig.engine.generate(a_request()))
            await rig.clock.sleep(1)
            (video_id,) = (await rig.engine.opened()).first_page.ids
            await rig.engine.gallery.set_favourite([video_id], True)
            video = await sending
            assert (video.state, video.favourite) == (state, True)
            assert rig.kinds(video_id) == kinds

    run_virtually(story())


@pytest.mark.parametrize("error", [SentUnknownError("reset"), RuntimeError("a defect")])
def test_a_lost_answer_keeps_the_credits_held_and_is_never_sent_again(
    tmp_path: Path, error: Exception
) -> None:
    provider = ScriptedProvider(creates=[error])

    async def lose() -> str:
        async with running(tmp_path, provider) as rig:
            try:
                await rig.engine.generate(a_request())
            except RuntimeError:
                assert not isinstance(error, SentUnknownError)
            (video_id,) = (await rig.engine.opened()).first_page.ids
            video = rig.video(video_id)
            assert (video.state, video.reason) == (VideoState.UNCONFIRMED, Reason.SENT_UNKNOWN)
            assert rig.kinds(video_id) == HELD
            with pytest.raises(IllegalTransitionError):
                await rig.engine.send(video_id)
            with pytest.raises(IllegalTransitionError):
                await rig.engine.delete(video_id)
            return video_id

    async def start_again(video_id: str) -> None:
        async with running(tmp_path, provider) as rig:
            await rig.clock.sleep(3_600_000)
            assert rig.video(video_id).state is VideoState.UNCONFIRMED

    video_id = run_virtually(lose())
    run_virtually(start_again(video_id))
    assert len(provider.sent) == 1


@pytest.mark.parametrize("error", [KeyRejectedError("no"), ModerationError("no")])
def test_a_refusal_costs_nothing_and_is_not_repeated(tmp_path: Path, error: Exception) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[error])
        async with running(tmp_path, provider) as rig:
            video = await rig.engine.generate(a_request())
            assert (video.state, video.reason) == (VideoState.FAILED, Reason.REFUSED)
            assert rig.kinds(video.id) == VOIDED
            assert rig.balance().available == 1000_00
            assert len(provider.sent) == 1

    run_virtually(story())


def test_what_never_left_is_tried_again_for_a_minute_and_then_costs_nothing(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[NotSentError("no route")])
        async with running(tmp_path, provider) as rig:
            video = await rig.engine.generate(a_request())
            assert (video.state, video.reason) == (VideoState.FAILED, Reason.NOT_SENT)
            assert rig.kinds(video.id) == VOIDED
            assert len(provider.sent) == 8
            assert rig.clock.monotonic_ms() <= 60_000

    run_virtually(story())


def test_a_long_wait_for_its_turn_costs_a_video_no_second_try(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[RateLimitedError(), "task-a"], pace_seconds=120)
        async with running(tmp_path, provider) as rig:
            video = await rig.engine.generate(a_request())
            assert (video.state, len(provider.sent)) == (VideoState.PENDING, 2)

    run_virtually(story())


def test_a_connection_that_comes_back_sends_the_video_once(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[NotSentError(), NotSentError(), "task-a"])
        async with running(tmp_path, provider) as rig:
            video = await rig.engine.generate(a_request())
            assert (video.state, video.send_count) == (VideoState.PENDING, 1)
            assert rig.timeline(video.id).count("not_sent") == 2

    run_virtually(story())


def test_asked_again_between_two_tries_a_video_is_sent_by_one_loop(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[RateLimitedError()])
        async with running(tmp_path, provider) as rig:
            first = asyncio.create_task(rig.engine.generate(a_request()))
            await rig.clock.sleep(25_000)
            (video_id,) = (await rig.engine.opened()).first_page.ids
            again = await rig.engine.send(video_id)
            assert again == await first
            assert (again.reason, len(provider.sent)) == (Reason.NOT_SENT, 7)

    run_virtually(story())


def test_a_refusal_for_pace_waits_a_full_window(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[RateLimitedError(retry_after_ms=1_000), "task-a"])
        async with running(tmp_path, provider) as rig:
            video = await rig.engine.generate(a_request())
            assert video.state is VideoState.PENDING
            assert rig.clock.monotonic_ms() >= 10_000

    run_virtually(story())


def test_a_video_cancelled_between_two_tries_is_not_sent_again(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[RateLimitedError(), "task-a"])
        async with running(tmp_path, provider) as rig:
            sending = asyncio.create_task(rig.engine.generate(a_request()))
            await rig.clock.sleep(5_000)
            (video_id,) = (await rig.engine.opened()).first_page.ids
            await rig.engine.cancel(video_id)
            assert (await sending).state is VideoState.CANCELLED
            assert rig.kinds(video_id) == VOIDED
            assert len(provider.sent) == 1

    run_virtually(story())


def test_without_enough_credits_nothing_is_sent_or_written(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(credits=99_99)
        async with running(tmp_path, provider) as rig:
            with pytest.raises(NotEnoughCreditsError) as caught:
                await rig.engine.generate(a_request())
            assert (caught.value.available, caught.value.price) == (99_99, 100_00)
            assert (await rig.engine.opened()).first_page.ids == ()
            assert provider.sent == []

    run_virtually(story())


def test_a_caller_that_goes_away_does_not_take_the_paid_post_with_it(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=["task-a"], create_seconds=5)
        async with running(tmp_path, provider) as rig:
            sending = asyncio.create_task(rig.engine.generate(a_request()))
            await rig.clock.sleep(1_000)
            sending.cancel()
            await rig.clock.sleep(10_000)
            (video_id,) = (await rig.engine.opened()).first_page.ids
            assert rig.video(video_id).task_id == "task-a"

    run_virtually(story())


def test_closing_waits_for_a_paid_post_under_way(tmp_path: Path) -> None:
    async def story() -> str:
        provider = ScriptedProvider(creates=["task-a"], create_seconds=10)
        async with running(tmp_path, provider) as rig:
            sending = asyncio.create_task(rig.engine.generate(a_request()))
            await rig.clock.sleep(1_000)
            await rig.engine.close()
            return (await sending).state

    assert run_virtually(story()) == VideoState.PENDING


def test_a_post_that_outlasts_the_closing_is_unconfirmed_at_the_next_start(tmp_path: Path) -> None:
    async def leave() -> None:
        provider = ScriptedProvider(create_seconds=3_600)
        async with running(tmp_path, provider) as rig:
            sending = asyncio.create_task(rig.engine.generate(a_request()))
            await rig.clock.sleep(1_000)
            await rig.engine.close()
            assert sending.cancelled() or sending.done()
            (video_id,) = (await rig.engine.opened()).first_page.ids
            assert rig.video(video_id).state is VideoState.SENDING

    async def start_again() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            (video_id,) = (await rig.engine.opened()).first_page.ids
            assert rig.video(video_id).reason is Reason.SENT_UNKNOWN

    run_virtually(leave())
    run_virtually(start_again())


def test_what_was_never_sent_waits_for_the_user_at_the_next_start(tmp_path: Path) -> None:
    provider = ScriptedProvider(creates=[RateLimitedError(), "task-a"])

    async def leave() -> None:
        async with running(tmp_path, provider) as rig:
            sending = asyncio.create_task(rig.engine.generate(a_request()))
            await rig.clock.sleep(1_000)
            sending.cancel()
            await rig.engine.close()

    async def start_again() -> None:
        async with running(tmp_path, provider) as rig:
            await rig.clock.sleep(3_600_000)
            (video_id,) = (await rig.engine.opened()).first_page.ids
            assert rig.video(video_id).state is VideoState.RESERVED
            assert len(provider.sent) == 1
            assert (await rig.engine.send(video_id)).state is VideoState.PENDING

    run_virtually(leave())
    run_virtually(start_again())


def test_waiting_for_the_wallets_pace_is_not_being_sent(tmp_path: Path) -> None:
    provider = ScriptedProvider(creates=["task-a"], pace_seconds=10)

    async def leave() -> None:
        async with running(tmp_path, provider) as rig:
            sending = asyncio.create_task(rig.engine.generate(a_request()))
            await rig.clock.sleep(5_000)
            (video_id,) = (await rig.engine.opened()).first_page.ids
            assert rig.video(video_id).state is VideoState.RESERVED
            await rig.engine.close()
            assert (await sending).state is VideoState.RESERVED
            assert provider.sent == []

    run_virtually(leave())


def test_a_task_id_given_twice_leaves_the_second_video_unconfirmed(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(creates=["task-a"])) as rig:
            await rig.engine.generate(a_request("Một"))
            sending = asyncio.create_task(rig.engine.generate(a_request("Hai")))
            # The library refuses the same id a second time: that is not tried for ever.
            await rig.clock.sleep(60_000)
            assert sending.done()
            second = await sending
            assert (second.state, second.reason) == (VideoState.UNCONFIRMED, Reason.SENT_UNKNOWN)
            assert rig.kinds(second.id) == HELD

    run_virtually(story())


def test_an_engine_that_met_a_defect_says_so_instead_of_waiting_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:

            async def break_down(_poller: Poller) -> None:
                raise ZeroDivisionError

            monkeypatch.setattr(Poller, "_until_due", break_down)
            await rig.engine.generate(a_request())
            with pytest.raises(EngineStoppedError):
                await rig.engine.until_idle()
            assert any(isinstance(event, ProblemReported) for event in rig.events)

    run_virtually(story())


@pytest.mark.parametrize("kept", ["reserved", "sending", "unconfirmed"])
def test_an_older_copy_put_back_by_hand_is_brought_up_from_the_journal(
    tmp_path: Path, kept: str
) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            await rig.engine.generate(a_request("another"))
            (video,) = await rig.parts.phases.accept.reserve("0" * 36, priced(), "test")
            if kept != "reserved":
                video = await rig.parts.phases.accept.sending(video.id)
            if kept == "unconfirmed":
                await rig.parts.phases.accept.unconfirmed(video.id, "")
            await rig.parts.journal.record(video.id, "", "task-a", 1)
        provider = ScriptedProvider(script=((0, succeeded()),))
        async with running(tmp_path, provider) as rig:
            await rig.engine.until_idle()
            item = await rig.item(video.id)
            assert (item.video.state, item.video.task_id) == (VideoState.COMPLETED, "task-a")
            assert verify(rig.library) == ()
            assert provider.sent == []

    run_virtually(story())


def test_a_journal_that_names_another_videos_task_settles_nothing(tmp_path: Path) -> None:
    async def leave() -> str:
        provider = ScriptedProvider(creates=["task-a"])
        async with running(tmp_path, provider) as rig:
            await rig.engine.generate(a_request("Một"))
            await rig.clock.sleep(1_000)
            provider.create_seconds = 3_600
            sending = asyncio.create_task(rig.engine.generate(a_request("Hai")))
            await rig.clock.sleep(1_000)
            await rig.engine.close()
            assert sending.done()
            interrupted = (await rig.engine.opened()).first_page.ids[0]
            await rig.parts.journal.record(interrupted, "", "task-a", 1)
            return interrupted

    async def start_again(video_id: str) -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            assert rig.video(video_id).reason is Reason.SENT_UNKNOWN

    run_virtually(start_again(run_virtually(leave())))
