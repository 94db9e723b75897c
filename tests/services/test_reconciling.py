"""The ledger follows the provider's balance only when two readings a minute apart agree."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.requests import a_request, priced
from tests.services.rig import Rig, running
from tests.services.scripted_provider import FAILED, QUEUED, RUNNING, ScriptedProvider, succeeded
from tests.services.virtual_time import run_virtually
from videogen_desktop.domain.errors import ProviderUnavailableError, SentUnknownError
from videogen_desktop.domain.events import DriftChanged
from videogen_desktop.domain.ledger import EntryKind
from videogen_desktop.domain.provider import ProviderBalance
from videogen_desktop.domain.reconciliation import CONFIRM_AFTER_MS
from videogen_desktop.services.account import AFTER_END_MS, READ_EVERY_MS
from videogen_desktop.storage.verify import verify

OPENING = 1000_00


def reconciled(rig: Rig) -> list[int]:
    with rig.library.reading() as rows:
        entries = list(rows.ledger.entries(rig.wallet_id))
    return [e.available_change for e in entries if e.kind is EntryKind.RECONCILE]


def drifts(rig: Rig) -> list[int | None]:
    events = [event for event in rig.events if isinstance(event, DriftChanged)]
    return [event.drift.amount if event.drift else None for event in events]


@pytest.mark.parametrize(
    ("make", "lowest", "highest"),
    [
        # A = 900 available, nothing is under way: exactly that.
        (lambda p: setattr(p, "script", ((0, succeeded()),)), 900_00, 900_00),
        (lambda p: setattr(p, "script", ((0, FAILED),)), OPENING, OPENING),
        (lambda p: setattr(p, "script", ((0, QUEUED),)), 900_00, OPENING),
        (lambda p: setattr(p, "script", ((0, RUNNING),)), 900_00, OPENING),
        (lambda p: setattr(p, "creates", [SentUnknownError("reset")]), 900_00, OPENING),
    ],
    ids=["completed", "failed", "pending", "processing", "unconfirmed"],
)
def test_what_may_still_be_deducted_is_no_drift(
    tmp_path: Path, make: Callable[[ScriptedProvider], None], lowest: int, highest: int
) -> None:
    async def story() -> None:
        provider = ScriptedProvider()
        make(provider)
        async with running(tmp_path, provider) as rig:
            await rig.engine.generate(a_request())
            await rig.clock.sleep(30_000)
            for figure, drift in (
                (lowest, None),
                (highest, None),
                (lowest - 1, -1),
                (highest + 1, 1),
            ):
                provider.credits = figure
                await rig.engine.reconciler.read()
                found = await rig.engine.reconciler.drift()
                assert (found.amount if found else None) == drift
            assert reconciled(rig) == []

    run_virtually(story())


def test_a_reserved_video_keeps_its_price_at_the_provider(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            await rig.engine.reconciler.read()
            await rig.parts.phases.accept.reserve("1" * 36, priced(), "test")
            await rig.engine.reconciler.read()
            assert await rig.engine.reconciler.drift() is None
            expected = await rig.engine.reconciler.expected()
            assert expected.lowest == expected.highest == OPENING

    run_virtually(story())


def test_a_drift_is_shown_at_once_and_posted_when_a_later_reading_agrees(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider()
        async with running(tmp_path, provider) as rig:
            await rig.engine.account.balance()
            provider.credits = 700_00
            await rig.engine.account.balance()
            since = rig.clock.now_ms()
            drift = (await rig.engine.account.facts(0)).drift
            assert drift is not None
            assert (drift.amount, drift.since) == (-300_00, since)
            assert (reconciled(rig), rig.balance().available) == ([], OPENING)
            await rig.clock.sleep(CONFIRM_AFTER_MS - 1)
            await rig.engine.account.balance()
            assert reconciled(rig) == []
            await rig.clock.sleep(1)
            await rig.engine.account.balance()
            assert (reconciled(rig), rig.balance().available) == ([-300_00], 700_00)
            assert (await rig.engine.account.facts(0)).drift is None
            assert drifts(rig) == [-300_00, -300_00, None]
            lines = await rig.engine.account.statement()
            assert sum(line.amount for line in lines) == 700_00

    run_virtually(story())


def test_readings_that_disagree_post_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider()
        async with running(tmp_path, provider) as rig:
            await rig.engine.reconciler.read()
            for figure in (900_00, 800_00, 850_00, OPENING):
                provider.credits = figure
                await rig.engine.reconciler.read()
                await asyncio.sleep(0)
                rig.clock.jump(CONFIRM_AFTER_MS)
            assert reconciled(rig) == []
            assert await rig.engine.reconciler.drift() is None

    run_virtually(story())


def test_top_ups_are_rows_of_their_own(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider()
        async with running(tmp_path, provider) as rig:
            await rig.engine.reconciler.read()
            for top_up in (500_00, 250_00):
                provider.credits += top_up
                await rig.engine.reconciler.read()
                await rig.clock.sleep(CONFIRM_AFTER_MS + AFTER_END_MS)
            assert reconciled(rig) == [500_00, 250_00]
            assert rig.balance().available == 1750_00

    run_virtually(story())


def test_the_end_of_a_job_and_the_timer_read_the_balance_by_themselves(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, succeeded()),))
        async with running(tmp_path, provider) as rig:
            await rig.engine.generate(a_request())
            await rig.engine.until_idle()
            assert await rig.engine.reconciler.last() is None
            await rig.clock.sleep(AFTER_END_MS + 1)
            reading = await rig.engine.reconciler.last()
            assert reading is not None
            assert (reading.amount, reading.drift) == (900_00, 0)
            provider.credits -= 50_00
            # The timer sees it, and looks again a minute later by itself.
            await rig.clock.sleep(READ_EVERY_MS + CONFIRM_AFTER_MS + 1_000)
            assert reconciled(rig) == [-50_00]

    run_virtually(story())


def test_many_ends_at_once_are_one_reading(tmp_path: Path) -> None:
    async def story() -> None:
        class Counting(ScriptedProvider):
            asked = 0

            async def balance(self) -> ProviderBalance:
                self.asked += 1
                return await super().balance()

        provider = Counting(script=((0, succeeded()),))
        async with running(tmp_path, provider) as rig:
            for number in range(8):
                await rig.engine.generate(a_request(str(number)))
            await rig.clock.sleep(60_000)
            # The opening balance, and one or two for eight ends within seconds.
            assert provider.asked <= 3

    run_virtually(story())


def test_a_job_that_ends_while_the_balance_is_read_is_no_drift(tmp_path: Path) -> None:
    async def story() -> None:
        class Slow(ScriptedProvider):
            async def balance(self) -> ProviderBalance:
                said = await super().balance()
                if self.charged or self.script[0][1] is FAILED:
                    return said
                await asyncio.sleep(30)
                return said

        for number, ending in enumerate((succeeded(), FAILED)):
            provider = Slow(script=((0, QUEUED), (10, ending)))
            async with running(tmp_path / str(number), provider) as rig:
                await rig.engine.generate(a_request())
                await rig.engine.reconciler.read()
                assert await rig.engine.reconciler.drift() is None

    run_virtually(story())


def test_a_provider_that_does_not_answer_is_asked_again_later(tmp_path: Path) -> None:
    async def story() -> None:
        class Moody(ScriptedProvider):
            asked = 0

            async def balance(self) -> ProviderBalance:
                self.asked += 1
                if self.asked > 2:
                    raise ProviderUnavailableError("down")
                return await super().balance()

        provider = Moody()
        async with running(tmp_path, provider) as rig:
            await rig.engine.reconciler.read()
            provider.credits = 1
            await rig.engine.reconciler.read()
            await rig.clock.sleep(3_600_000)
            # Never more than once a minute, and a drift is not posted on one reading.
            assert 10 <= provider.asked <= 62
            assert reconciled(rig) == []
            assert await rig.engine.reconciler.drift() is not None

    run_virtually(story())


def test_a_drift_keeps_its_age_over_a_restart(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider()
        async with running(tmp_path, provider) as rig:
            await rig.engine.reconciler.read()
            provider.credits = 400_00
            await rig.engine.reconciler.read()
        async with running(tmp_path, provider) as rig:
            drift = await rig.engine.reconciler.drift()
            assert drift is not None
            assert drift.amount == -600_00
            await rig.clock.sleep(CONFIRM_AFTER_MS + AFTER_END_MS)
            assert reconciled(rig) == [-600_00]
            assert verify(rig.library) == ()

    run_virtually(story())


def test_an_empty_wallet_is_opened_by_its_first_credits_and_not_reconciled(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(credits=0)
        async with running(tmp_path, provider) as rig:
            await rig.engine.account.balance()
            await rig.clock.sleep(CONFIRM_AFTER_MS)
            provider.credits = 300_00
            await rig.engine.account.balance()
            assert (rig.balance().available, reconciled(rig)) == (300_00, [])
            assert await rig.engine.reconciler.drift() is None

    run_virtually(story())
