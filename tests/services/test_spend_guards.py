"""The owner's own limits are asked before anything is reserved, and nothing paid repeats itself."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.requests import KIE_WALLET, SANDBOX_WALLET, a_request
from tests.services.rig import VIETNAM, Rig, running
from tests.services.scripted_provider import FAILED, QUEUED, ScriptedProvider, succeeded
from tests.services.virtual_time import START_MS, run_virtually
from videogen_desktop.domain.errors import (
    RefusedError,
    RepeatedRequestError,
    SentUnknownError,
    SpendCapReachedError,
    SpendLimitsUnreadableError,
    TooManyInFlightError,
)
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.spend_guards import (
    ANY_WALLET,
    REPEAT_WITHIN_MS,
    UNREADABLE,
    SpendGuards,
    guards_of,
    period_starts,
    with_guards,
)
from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.services.preferences import Preferences
from videogen_desktop.storage.settings import load_settings

DAY_MS = 86_400_000


def nothing_reserved(rig: Rig, videos: int) -> bool:
    with rig.library.reading() as rows:
        return len(rows.videos.every()) == videos


@pytest.mark.parametrize(
    "limits",
    [
        SpendGuards(day_cap=UNREADABLE),
        SpendGuards(month_cap=UNREADABLE),
        SpendGuards(in_flight_cap=UNREADABLE),
    ],
)
def test_nothing_is_spent_under_a_limit_that_cannot_be_read(
    tmp_path: Path, limits: SpendGuards
) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(script=((0, succeeded()),))) as rig:
            await rig.set_limits(limits)
            for confirmed in (False, True):
                with pytest.raises(SpendLimitsUnreadableError):
                    await rig.engine.generate(a_request(), confirmed=confirmed)
            assert nothing_reserved(rig, 0)
            await rig.set_limits(SpendGuards())
            await rig.engine.generate(a_request())
            assert nothing_reserved(rig, 1)

    run_virtually(story())


def test_limits_of_nobody_knows_which_wallet_hold_for_all_but_play_money() -> None:
    stored = {ANY_WALLET: SpendGuards(UNREADABLE), KIE_WALLET.api_base: SpendGuards(day_cap=5)}
    other = WalletKey("kie", "https://other.example")
    assert guards_of(stored, KIE_WALLET) == SpendGuards(day_cap=5)
    assert not guards_of(stored, other).are_readable
    assert guards_of(stored, SANDBOX_WALLET) == SpendGuards()


async def until_midnight(rig: Rig) -> None:
    day, _ = period_starts(rig.clock.now_ms(), VIETNAM)
    rig.clock.jump(day + DAY_MS - rig.clock.now_ms())


@pytest.mark.parametrize("period", ["day", "month"])
def test_a_cap_counts_what_was_committed_and_ends_with_its_period(
    tmp_path: Path, period: str
) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(script=((0, succeeded()),))) as rig:
            limits = SpendGuards(**{f"{period}_cap": 250_00})
            await rig.set_limits(limits)
            for number in range(2):
                await rig.engine.generate(a_request(str(number)))
                await rig.engine.until_idle()
            with pytest.raises(SpendCapReachedError) as refused:
                await rig.engine.generate(a_request("three"), confirmed=True)
            error = refused.value
            assert (error.period, error.cap) == (period, 250_00)
            assert (error.spent, error.price) == (200_00, 100_00)
            assert nothing_reserved(rig, 2)
            await until_midnight(rig)
            if period == "month":
                with pytest.raises(SpendCapReachedError):
                    await rig.engine.generate(a_request("four"))
                rig.clock.jump(31 * DAY_MS)
            await rig.engine.generate(a_request("five"))

    run_virtually(story())


@pytest.mark.parametrize(
    ("make", "committed"),
    [
        (lambda p: setattr(p, "script", ((0, QUEUED),)), 100_00),
        (lambda p: setattr(p, "script", ((0, succeeded(85_50)),)), 85_50),
        (lambda p: setattr(p, "script", ((0, succeeded(120_00)),)), 120_00),
        (lambda p: setattr(p, "script", ((0, FAILED),)), 0),
        (lambda p: setattr(p, "creates", [RefusedError("no")]), 0),
        (lambda p: setattr(p, "creates", [SentUnknownError("reset")]), 100_00),
    ],
    ids=["pending", "cheaper", "dearer", "failed", "refused", "unconfirmed"],
)
def test_what_came_back_counts_no_more(
    tmp_path: Path, make: Callable[[ScriptedProvider], None], committed: int
) -> None:
    async def story() -> None:
        provider = ScriptedProvider()
        make(provider)
        async with running(tmp_path, provider) as rig:
            await rig.engine.generate(a_request())
            await rig.clock.sleep(30_000)
            spending = await rig.engine.guards.spending()
            assert (spending.day, spending.month) == (committed, committed)

    run_virtually(story())


def test_a_refund_after_midnight_gives_nothing_to_the_new_day(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, QUEUED), (300, FAILED)))
        async with running(tmp_path, provider) as rig:
            await until_midnight(rig)
            rig.clock.jump(-60_000)
            await rig.engine.generate(a_request())
            rig.clock.jump(60_000)
            await rig.engine.until_idle()
            spending = await rig.engine.guards.spending()
            assert (spending.day, spending.month) == (0, 0)

    run_virtually(story())


def test_no_more_than_so_many_are_under_way(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(script=((0, QUEUED), (60, succeeded())))
        async with running(tmp_path, provider) as rig:
            await rig.set_limits(SpendGuards(in_flight_cap=2))
            for number in range(2):
                await rig.engine.generate(a_request(str(number)))
            with pytest.raises(TooManyInFlightError) as refused:
                await rig.engine.generate(a_request("three"))
            assert (refused.value.in_flight, refused.value.limit) == (2, 2)
            assert nothing_reserved(rig, 2)
            assert (await rig.engine.guards.spending()).in_flight == 2
            await rig.engine.until_idle()
            await rig.engine.generate(a_request("three"))

    run_virtually(story())


def test_clicks_at_the_same_moment_cannot_slip_past_a_limit(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(create_seconds=5)
        async with running(tmp_path, provider) as rig:
            await rig.set_limits(SpendGuards(in_flight_cap=3))
            clicks = [rig.engine.generate(a_request(str(number))) for number in range(10)]
            done = await asyncio.gather(*clicks, return_exceptions=True)
            refused = [one for one in done if isinstance(one, TooManyInFlightError)]
            assert len(refused) == 7
            assert len(provider.sent) == 3

    run_virtually(story())


def test_the_same_request_within_seconds_is_a_question(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider()
        async with running(tmp_path, provider) as rig:
            first = await rig.engine.generate(a_request())
            await rig.clock.sleep(2_000)
            with pytest.raises(RepeatedRequestError) as asked:
                await rig.engine.generate(a_request())
            assert (asked.value.video_id, asked.value.age_ms) == (first.id, 2_000)
            assert len(provider.sent) == 1
            await rig.engine.generate(a_request("Khác"))
            second = await rig.engine.generate(a_request(), confirmed=True)
            assert second.id != first.id
            await rig.clock.sleep(REPEAT_WITHIN_MS + 1)
            await rig.engine.generate(a_request())
            assert len(provider.sent) == 4

    run_virtually(story())


def test_a_request_that_has_ended_may_be_asked_again_at_once(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider(script=((0, FAILED),))) as rig:
            await rig.engine.generate(a_request())
            await rig.engine.until_idle()
            await rig.engine.generate(a_request())

    run_virtually(story())


def test_after_a_lost_answer_the_same_request_is_a_question(tmp_path: Path) -> None:
    async def story() -> None:
        provider = ScriptedProvider(creates=[SentUnknownError("reset")])
        async with running(tmp_path, provider) as rig:
            await rig.engine.generate(a_request())
            with pytest.raises(RepeatedRequestError):
                await rig.engine.generate(a_request())
            await rig.clock.sleep(3_600_000)
            assert len(provider.sent) == 1

    run_virtually(story())


def test_limits_are_kept_for_each_wallet(tmp_path: Path) -> None:
    async def story() -> None:
        async with running(tmp_path, ScriptedProvider()) as rig:
            guards = rig.engine.guards
            assert guards.limits == SpendGuards()
            limits = SpendGuards(100_00, 2000_00, 3)
            await rig.set_limits(limits)
            preferences, other = rig.engine.preferences, SpendGuards(day_cap=1)
            both = with_guards(preferences.settings.spend_guards, KIE_WALLET, other)
            await preferences.change(spend_guards=both)
            assert guards.limits == limits
            stored = load_settings(preferences._path).spend_guards
            assert stored == {"sandbox": limits, KIE_WALLET.api_base: other}

    run_virtually(story())


def test_real_money_has_a_limit_of_its_own() -> None:
    assert guards_of({}, KIE_WALLET).in_flight_cap == 20


def test_a_day_begins_at_the_users_midnight() -> None:
    day, month = period_starts(START_MS, VIETNAM)
    assert (day + 7 * 3_600_000) % DAY_MS == 0
    assert day <= START_MS < day + DAY_MS
    assert month <= day
    late = period_starts(day + DAY_MS - 1, VIETNAM)
    assert late[0] == day
    assert period_starts(day + DAY_MS, VIETNAM)[0] == day + DAY_MS


def test_names_of_limits_and_preferences_fit_together(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "settings.json", Settings())
    assert preferences.settings.spend_guards == {}
    both, limits = dict[str, SpendGuards](), SpendGuards(day_cap=1)
    for key in (KIE_WALLET, SANDBOX_WALLET):
        both = with_guards(both, key, limits)
    assert both == {"https://api.kie.ai": limits, "sandbox": limits}
