"""A batch is reserved all or none, and sent in its order as far as everybody allows."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.requests import a_request, priced
from tests.services.rig import Rig, running, started
from tests.services.scripted_provider import PRICE, QUEUED, ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.batch import AskedRow, BatchDefaults, CheckedRow
from videogen_desktop.domain.batch_order import BatchStanding
from videogen_desktop.domain.errors import (
    BatchNotReadyError,
    NotEnoughCreditsError,
    NotSentError,
    PriceAboveMostError,
    RefusedError,
    RepeatedRequestError,
    SpendCapReachedError,
    VideoGenError,
)
from videogen_desktop.domain.events import BatchChanged, QueueChanged
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.spend_guards import SpendGuards
from videogen_desktop.domain.states import VideoState

ID = "0a0b0c0d-0000-4000-8000-000000000000"


def rows(count: int, takes: int = 1, title: str = "", offset: int = 0) -> list[CheckedRow]:
    found = []
    for number in range(1 + offset, count + 1 + offset):
        one = priced(f"Cảnh {number}")
        named = f"{title} {number}".strip() if title else ""
        asked = AskedRow(number, one.request, takes=takes, title=named)
        found.append(CheckedRow(asked, one))
    return found


def videos(rig: Rig) -> int:
    with rig.library.reading() as read:
        return len(read.videos.every())


def states(rig: Rig) -> list[VideoState]:
    with rig.library.reading() as read:
        return [video.state for video in read.batches.videos(ID)]


async def until(rig: Rig, reached: Callable[[], bool]) -> None:
    for _ in range(3_000):
        if reached():
            return
        await rig.clock.sleep(100)
    raise AssertionError("it was never reached")


async def settled(rig: Rig) -> None:
    """Whatever can be sent now is."""
    await rig.clock.sleep(10_000)


def prompts(provider: ScriptedProvider) -> list[str]:
    return [one.request.prompt for one in provider.sent]


def test_all_rows_are_reserved_at_once_and_sent_in_their_order(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, succeeded(PRICE)),))
        async with running(tmp_path, provider) as rig:
            # Of several that are under way at once any may reach the provider first.
            await rig.set_limits(SpendGuards(in_flight_cap=1))
            admitted = await rig.engine.batches.admit(rows(3, takes=2, title="Ảnh"), "Ba cảnh")
            assert (admitted.videos, admitted.is_running) == (6, True)
            assert rig.balance().held + rig.balance().available == 1_000_00
            made = await rig.engine.batches.videos(admitted.batch.id)
            assert [one.batch_row for one in made] == [1, 1, 2, 2, 3, 3]
            assert [one.title for one in made][::2] == ["Ảnh 1", "Ảnh 2", "Ảnh 3"]
            assert made[0].take_group_id == made[1].take_group_id == made[0].id
            # In the gallery they stand in their order: the newest is the last row.
            last = made[-1].created_at
            assert [last - one.created_at for one in made] == [2, 2, 1, 1, 0, 0]
            await until(rig, lambda: len(provider.sent) == 6)
            assert prompts(provider) == [f"Cảnh {n}" for n in (1, 1, 2, 2, 3, 3)]
            await rig.engine.until_idle()
            standing = await rig.engine.batches.standing(admitted.batch.id)
            assert standing.states == {VideoState.COMPLETED: 6}
            for one in made:
                assert rig.kinds(one.id) == {EntryKind.RESERVE, EntryKind.CAPTURE}

    run_virtually(story())


@pytest.mark.parametrize(
    ("limits", "error"),
    [
        (SpendGuards(), NotEnoughCreditsError(350_00, 400_00)),
        (SpendGuards(day_cap=399_99), SpendCapReachedError("day", 399_99, 0, 400_00)),
        (SpendGuards(month_cap=399_99), SpendCapReachedError("month", 399_99, 0, 400_00)),
    ],
    ids=["credits", "day", "month"],
)
def test_what_is_too_much_for_all_rows_makes_none(
    tmp_path: Path, limits: SpendGuards, error: VideoGenError
) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(credits=350_00)) as rig:
            await rig.set_limits(limits)
            with pytest.raises(type(error)) as refused:
                await rig.engine.batches.admit(rows(4), "vier", batch_id=ID)
            assert refused.value.args == error.args
            assert (videos(rig), rig.balance().held) == (0, 0)
            with rig.library.reading() as read:
                assert read.batches.get(ID) is None
            await rig.engine.batches.admit(rows(3), "drei", batch_id=ID)
            assert videos(rig) == 3

    run_virtually(story())


def test_a_row_with_a_problem_or_a_total_beyond_what_was_said_keeps_all_back(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            wrong = CheckedRow(AskedRow(3, VideoRequest("", "")), None)
            tries: list[tuple[Callable[[], Awaitable[object]], type[VideoGenError]]] = [
                (lambda: rig.engine.batches.admit([*rows(2), wrong], "x"), BatchNotReadyError),
                (lambda: rig.engine.batches.admit([], "x"), BatchNotReadyError),
                (lambda: rig.engine.batches.admit(rows(3), "x", most=299_99), PriceAboveMostError),
            ]
            for refused, error in tries:
                with pytest.raises(error):
                    await refused()
            assert videos(rig) == 0

    run_virtually(story())


def test_the_same_batch_again_is_asked_about(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            await rig.engine.batches.admit(rows(2), "x")
            with pytest.raises(RepeatedRequestError):
                await rig.engine.batches.admit(rows(3), "x")
            await rig.engine.batches.admit(rows(3), "x", confirmed=True)
            assert videos(rig) == 5

    run_virtually(story())


def test_no_more_are_under_way_than_the_owner_allows(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, QUEUED), (30, succeeded(PRICE))))
        async with running(tmp_path, provider) as rig:
            await rig.set_limits(SpendGuards(in_flight_cap=2))
            await rig.engine.batches.admit(rows(5), "x", batch_id=ID)
            await settled(rig)
            assert len(provider.sent) == 2
            await until(rig, lambda: len(provider.sent) == 4)
            assert states(rig).count(VideoState.COMPLETED) >= 2
            # What waits in the queue keeps nobody from a video of their own, once there is room.
            await until(rig, lambda: states(rig) == [VideoState.COMPLETED] * 5)
            await rig.engine.generate(a_request())

    run_virtually(story())


def test_what_waits_in_the_queue_is_not_under_way(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, QUEUED), (30, succeeded(PRICE))))
        async with running(tmp_path, provider) as rig:
            await rig.set_limits(SpendGuards(in_flight_cap=0))
            await rig.engine.batches.admit(rows(5), "x", batch_id=ID)
            await rig.engine.batches.pause(ID)
            await settled(rig)
            assert (await rig.engine.guards.spending()).in_flight == len(provider.sent) == 0
            await rig.set_limits(SpendGuards(in_flight_cap=1))
            await rig.engine.generate(a_request())

    run_virtually(story())


def test_a_paused_batch_sends_nothing_until_it_is_resumed(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider()
        async with running(tmp_path, provider) as rig:
            await rig.set_limits(SpendGuards(in_flight_cap=1))
            await rig.engine.batches.admit(rows(3), "x", batch_id=ID)
            await until(rig, lambda: len(provider.sent) == 1)
            await rig.engine.batches.pause(ID)
            await rig.set_limits(SpendGuards())
            await settled(rig)
            standing = await rig.engine.batches.standing(ID)
            assert (len(provider.sent), standing.is_stopped, standing.waiting) == (1, True, 2)
            await rig.engine.batches.resume(ID)
            await until(rig, lambda: len(provider.sent) == 3)

    run_virtually(story())


def test_after_a_restart_a_batch_waits_for_the_users_word(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider()
        rig = await started(tmp_path, provider)
        await rig.set_limits(SpendGuards(in_flight_cap=1))
        await rig.engine.batches.admit(rows(3), "x", batch_id=ID)
        await until(rig, lambda: len(provider.sent) == 1)
        await rig.engine.close()
        rig.library.close()
        async with running(tmp_path, provider) as rig:
            await settled(rig)
            (standing,) = await rig.engine.batches.standings()
            assert (standing.is_stopped, standing.waiting, standing.under_way) == (True, 2, 1)
            await settled(rig)
            assert len(provider.sent) == 1
            await rig.engine.batches.resume(ID)
            await until(rig, lambda: len(provider.sent) == 3)
            assert prompts(provider)[0] == "Cảnh 1"
            assert sorted(prompts(provider)) == ["Cảnh 1", "Cảnh 2", "Cảnh 3"]

    run_virtually(story())


def test_another_batch_does_not_wake_one_that_waits(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider()
        async with running(tmp_path, provider) as rig:
            await rig.set_limits(SpendGuards(in_flight_cap=0))
            await rig.engine.batches.admit(rows(2), "x", batch_id=ID)
            await rig.engine.batches.pause(ID)
            await rig.set_limits(SpendGuards())
            await rig.engine.batches.admit(rows(2, offset=2), "y")
            await settled(rig)
            assert sorted(prompts(provider)) == ["Cảnh 3", "Cảnh 4"]

    run_virtually(story())


def test_the_queue_goes_in_the_order_that_the_user_gives_it(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, succeeded(PRICE)),))
        async with running(tmp_path, provider) as rig:
            await rig.set_limits(SpendGuards(in_flight_cap=0))
            await rig.engine.batches.admit(rows(4), "x", batch_id=ID)
            first, second, third, fourth = await rig.engine.batches.waiting()
            await rig.engine.batches.move([fourth, third], first)
            assert await rig.engine.batches.waiting() == (fourth, third, first, second)
            for _ in range(50):
                # Whatever room there is between two of them.
                await rig.engine.batches.move([second], first)
                await rig.engine.batches.move([first], second)
            await rig.engine.batches.move([fourth], None)
            assert await rig.engine.batches.waiting() == (third, first, second, fourth)
            await rig.set_limits(SpendGuards(in_flight_cap=1))
            await until(rig, lambda: len(provider.sent) == 4)
            assert prompts(provider) == ["Cảnh 3", "Cảnh 1", "Cảnh 2", "Cảnh 4"]

    run_virtually(story())


def test_what_was_not_sent_is_cancelled_and_its_price_comes_back(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider()
        async with running(tmp_path, provider) as rig:
            await rig.set_limits(SpendGuards(in_flight_cap=1))
            await rig.engine.batches.admit(rows(3), "x", batch_id=ID)
            await until(rig, lambda: len(provider.sent) == 1)
            cancelled = await rig.engine.batches.cancel_waiting(ID)
            assert len(cancelled) == 2
            assert rig.balance().available == 900_00
            await settled(rig)
            assert len(provider.sent) == 1
            assert all(
                rig.kinds(one.id) == {EntryKind.RESERVE, EntryKind.VOID} for one in cancelled
            )

    run_virtually(story())


@pytest.mark.parametrize(
    ("fault", "given_up"), [(NotSentError("offline"), 4), (RefusedError("key", "401"), 4)]
)
def test_a_batch_stops_by_itself_where_going_on_makes_no_sense(
    tmp_path: Path, fault: VideoGenError, given_up: int
) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[fault])
        async with running(tmp_path, provider) as rig:
            await rig.engine.batches.admit(rows(9), "x", batch_id=ID)
            await until(rig, lambda: bool(stops(rig)))
            (stopped, *_) = stops(rig)
            assert stopped.stopped_by is not None
            assert stopped.is_stopped
            await rig.clock.sleep(200_000)
            assert states(rig).count(VideoState.FAILED) <= given_up
            assert rig.balance().held == 100_00 * states(rig).count(VideoState.RESERVED)

    run_virtually(story())


def stops(rig: Rig) -> list[BatchStanding]:
    found = [event.standing for event in rig.events if isinstance(event, BatchChanged)]
    return [one for one in found if one.stopped_by is not None]


def test_the_window_hears_what_waits_and_what_is_sent(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, succeeded(PRICE)),))
        async with running(tmp_path, provider) as rig:
            await rig.set_limits(SpendGuards(in_flight_cap=1))
            await rig.engine.batches.admit(rows(3), "x", batch_id=ID)
            await until(rig, lambda: states(rig) == [VideoState.COMPLETED] * 3)
            await settled(rig)
            told = [event for event in rig.events if isinstance(event, QueueChanged)]
            assert max(len(one.waiting) for one in told) == 2
            assert (told[-1].waiting, told[-1].sending) == ((), ())
            standing = [one.standing for one in rig.events if isinstance(one, BatchChanged)][-1]
            assert (standing.ended, standing.is_running) == (3, False)

    run_virtually(story())


def test_a_table_is_checked_with_its_files_and_admitted_as_it_was_priced(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            batches = rig.engine.batches
            table = await batches.read_text("prompt\tduration\ttakes\nmưa\t5\t2\ngió\t10\t\n")
            heard: list[int] = []
            checked = await batches.checker.check(
                table,
                BatchDefaults(VideoRequest("", "")),
                on_row=lambda index, _row: heard.append(index),
            )
            assert heard == [0, 1]
            assert not any(one.problems for one in checked)
            standing = await batches.admit(checked, "x", most=sum(one.price for one in checked))
            assert rig.balance().held + rig.balance().available == 1_000_00
            assert standing.videos == 3

    run_virtually(story())
