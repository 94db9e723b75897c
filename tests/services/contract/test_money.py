"""What every implementation of the atomic phases promises about money."""

import asyncio
import uuid
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.requests import priced
from tests.services.contract.books import (
    GRANT,
    STANDS,
    Books,
    Story,
    walked,
)
from tests.services.scripted_provider import (
    FAILED,
    PRICE,
    succeeded,
)
from videogen_desktop.domain.errors import (
    IllegalTransitionError,
    NotEnoughCreditsError,
    RefusedError,
)
from videogen_desktop.domain.ledger import Charge, EntryKind
from videogen_desktop.domain.provider import ConsumedCredits, ProviderBalance, TaskPhase, TaskStatus
from videogen_desktop.domain.reconciliation import CONFIRM_AFTER_MS, ExpectedBalance
from videogen_desktop.domain.states import Origin, Reason, VideoState

_S, _R = VideoState, Reason
MOST = 250_00


def test_only_as_much_is_held_as_there_is_whoever_asks_at_once(
    told: Callable[[Story], None],
) -> None:
    async def story(books: Books) -> None:
        expected = ExpectedBalance(GRANT.amount, GRANT.amount)
        await books.phases.balance.noted(expected, ProviderBalance(250_00, "250"))
        books.clock.jump(CONFIRM_AFTER_MS)
        note = await books.phases.balance.noted(expected, ProviderBalance(250_00, "250"))
        assert note.reconciled == 250_00 - GRANT.amount
        asked = await asyncio.gather(*(books.reserved() for _ in range(6)), return_exceptions=True)
        refused = [one for one in asked if isinstance(one, NotEnoughCreditsError)]
        assert (len(asked) - len(refused), len(refused)) == (2, 4)
        assert (books.balance().available, books.balance().held) == (50_00, 200_00)
        with books.library.reading() as rows:
            assert len(rows.videos.every()) == 2

    told(story)


def test_what_a_claim_refuses_is_not_reserved(told: Callable[[Story], None]) -> None:
    async def story(books: Books) -> None:
        def refuse(_rows: object) -> None:
            raise IllegalTransitionError("", "", "")

        written = books.everything()
        with pytest.raises(IllegalTransitionError):
            await books.phases.accept.reserve(str(uuid.uuid4()), priced(), "test", refuse)
        assert books.everything() == written

    told(story)


@pytest.mark.parametrize("available", [299_99, 300_00])
def test_takes_are_reserved_all_or_none(told: Callable[[Story], None], available: int) -> None:
    async def story(books: Books) -> None:
        expected = ExpectedBalance(GRANT.amount, GRANT.amount)
        said = ProviderBalance(available, str(available / 100))
        for _ in range(2):
            await books.phases.balance.noted(expected, said)
            books.clock.jump(CONFIRM_AFTER_MS)
        written, request_id = books.everything(), str(uuid.uuid4())
        reserve = books.phases.accept.reserve
        if available < 300_00:
            with pytest.raises(NotEnoughCreditsError) as refused:
                await reserve(request_id, priced(), "test", takes=3)
            assert refused.value.args == (available, 300_00)
            assert books.everything() == written
            return
        takes = await reserve(request_id, priced(), "test", takes=3)
        assert {one.take_group_id for one in takes} == {request_id}
        assert [books.kinds(one.id) for one in takes] == [{EntryKind.RESERVE}] * 3
        assert (books.balance().available, books.balance().held) == (0, 300_00)

    told(story)


def test_a_video_ends_once_whatever_is_said_of_it_at_once(told: Callable[[Story], None]) -> None:
    async def story(books: Books) -> None:
        before = books.balance()
        video_id = await walked(books, "processing")
        finish = books.phases.finish.finish
        words = [FAILED, succeeded(PRICE), FAILED, succeeded(PRICE // 2), FAILED] * 2
        ends = await asyncio.gather(*(finish(video_id, word, None) for word in words))
        (end,) = [ending.changed for ending in ends if ending.is_end]
        assert end is not None
        assert books.video(video_id) == end
        way = "failed" if end.state is _S.FAILED else "completed"
        assert books.kinds(video_id) - {EntryKind.SETTLE} == STANDS[way][2]
        assert books.balance().available == before.available - end.cost
        # What came too late is a video of its own, without money, and one only.
        rescued = [one.changed for one in ends if not one.is_end and one.changed is not None]
        assert [one.origin for one in rescued] == [Origin.RESCUED] * (way == "failed")
        assert [books.kinds(one.id) for one in rescued] == [set()] * len(rescued)

    told(story)


@pytest.mark.parametrize(
    ("status", "spent"),
    [
        (succeeded(PRICE), PRICE),
        (succeeded(60_00), 60_00),
        (succeeded(140_00), 140_00),
        (succeeded(0), 0),
        (succeeded(), PRICE),
        (succeeded(10**9), PRICE),
        (FAILED, 0),
        (TaskStatus(TaskPhase.FAILED, "fail", consumed=ConsumedCredits(30_00, "30")), 30_00),
    ],
)
def test_what_the_provider_consumed_is_what_it_cost(
    told: Callable[[Story], None], status: TaskStatus, spent: int
) -> None:
    async def story(books: Books) -> None:
        before = books.balance()
        video_id = await walked(books, "pending")
        ending = await books.phases.finish.finish(video_id, status, None)
        assert books.balance().available == before.available - spent
        is_absurd = status.consumed is not None and status.consumed.amount > 20 * PRICE
        assert (ending.disbelieved is not None) == is_absurd
        expected = PRICE if status.phase is TaskPhase.SUCCEEDED else 0
        assert (EntryKind.SETTLE in books.kinds(video_id)) == (spent != expected)

    told(story)


@pytest.mark.parametrize(
    ("status", "spent"),
    [
        (succeeded(60_00), 60_00),
        (succeeded(MOST), MOST),
        (succeeded(400_00), 400_00),
        (succeeded(0), 0),
        (succeeded(), MOST),
        (FAILED, 0),
        (TaskStatus(TaskPhase.FAILED, "fail", consumed=ConsumedCredits(30_00, "30")), 30_00),
    ],
)
def test_of_an_unknown_price_the_most_is_held_and_what_was_not_consumed_comes_back_once(
    told: Callable[[Story], None], status: TaskStatus, spent: int
) -> None:
    async def story(books: Books) -> None:
        before = books.balance().available
        video_id = await books.reserved(replace(priced(), price=MOST, is_at_most=True))
        assert (books.balance().available, books.balance().held) == (before - MOST, MOST)
        await books.phases.accept.sending(video_id)
        await books.phases.accept.accepted(video_id, f"task of {video_id}")
        assert books.charge(video_id) == Charge(0, MOST, is_at_most=True)
        finish = books.phases.finish.finish
        ends = await asyncio.gather(*(finish(video_id, status, None) for _ in range(3)))
        assert [ending.is_end for ending in ends].count(True) == 1
        assert (books.balance().available, books.balance().held) == (before - spent, 0)
        assert books.charge(video_id).spent == spent == books.video(video_id).cost

    told(story)


def test_a_given_up_video_of_an_unknown_price_leaves_nothing_held(
    told: Callable[[Story], None],
) -> None:
    async def story(books: Books) -> None:
        before = books.balance()
        cancelled = await books.reserved(replace(priced(), price=MOST, is_at_most=True))
        await books.phases.accept.cancelled(cancelled)
        refused = await books.reserved(replace(priced(), price=MOST, is_at_most=True))
        await books.phases.accept.sending(refused)
        await books.phases.accept.refused(refused, _R.REFUSED, RefusedError("no", "422"))
        assert books.balance().available == before.available
        assert books.balance().held == before.held

    told(story)


def test_the_opening_balance_is_granted_once(told: Callable[[Story], None]) -> None:
    async def story(books: Books) -> None:
        granted = await asyncio.gather(*(books.phases.balance.opened(GRANT) for _ in range(3)))
        assert granted == [False] * 3
        assert books.balance().available == GRANT.amount

    told(story)


def test_a_drift_is_followed_when_a_reading_a_minute_later_agrees(
    told: Callable[[Story], None],
) -> None:
    async def story(books: Books) -> None:
        note, right = books.phases.balance.noted, ExpectedBalance(GRANT.amount, GRANT.amount)
        less = ProviderBalance(GRANT.amount - 7_00, "less")
        first = await note(right, less)
        assert (first.reconciled, first.reading.drift) == (0, -7_00)
        books.clock.jump(CONFIRM_AFTER_MS - 1_000)
        assert (await note(right, less)).reconciled == 0
        books.clock.jump(1_000)
        last = await note(right, less)
        assert (last.reconciled, last.reading.unexplained) == (-7_00, None)
        assert books.balance().available == less.amount
        assert (await note(right, less)).reading.unexplained is None

    told(story)


def test_what_may_still_be_deducted_is_no_drift_also_when_it_came_up_meanwhile(
    told: Callable[[Story], None],
) -> None:
    async def story(books: Books) -> None:
        before = ExpectedBalance(GRANT.amount, GRANT.amount)
        # The provider was asked before this was sent, and answered after.
        await walked(books, "pending")
        for amount in (GRANT.amount, GRANT.amount - PRICE):
            note = await books.phases.balance.noted(before, ProviderBalance(amount, ""))
            assert note.reading.unexplained is None
        beyond = ProviderBalance(GRANT.amount - PRICE - 1, "")
        assert (await books.phases.balance.noted(before, beyond)).reading.drift == -1

    told(story)
