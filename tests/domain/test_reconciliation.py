"""What must agree between the ledger and the provider's balance, worked out in numbers."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from videogen_desktop.domain.reconciliation import (
    CONFIRM_AFTER_MS,
    STILL_RUNNING_MS,
    BalanceReading,
    ExpectedBalance,
    Indication,
    balance_hint,
    next_reading,
)
from videogen_desktop.domain.spend_guards import period_starts
from videogen_desktop.domain.tasks import task_ids_in

amounts = st.integers(-(10**9), 10**9)
sizes = st.integers(0, 10**9)


@given(lowest=amounts, width=sizes, balance=amounts)
def test_following_a_drift_leaves_none(lowest: int, width: int, balance: int) -> None:
    expected = ExpectedBalance(lowest, lowest + width)
    drift = expected.drift(balance)
    after = ExpectedBalance(lowest + drift, lowest + width + drift)
    assert after.drift(balance) == 0
    assert (drift == 0) == (lowest <= balance <= lowest + width)


@given(one=st.tuples(amounts, sizes), other=st.tuples(amounts, sizes), balance=amounts)
def test_a_ledger_that_moved_meanwhile_explains_more(
    one: tuple[int, int], other: tuple[int, int], balance: int
) -> None:
    first = ExpectedBalance(one[0], one[0] + one[1])
    second = ExpectedBalance(other[0], other[0] + other[1])
    both = first.or_also(second)
    least = min(abs(first.drift(balance)), abs(second.drift(balance)))
    assert abs(both.drift(balance)) <= least


def test_a_drift_keeps_its_age_only_while_it_is_the_same() -> None:
    first = next_reading("w", 1_000, 5, "0.05", -7, None)
    assert (first.drift, first.drift_since) == (-7, 1_000)
    assert not first.is_confirmed(1_000 + CONFIRM_AFTER_MS - 1)
    same = next_reading("w", 1_000 + CONFIRM_AFTER_MS, 5, "0.05", -7, first)
    assert same.is_confirmed(1_000 + CONFIRM_AFTER_MS)
    other = next_reading("w", 2_000, 4, "0.04", -8, first)
    assert other.drift_since == 2_000
    assert next_reading("w", 2_000, 12, "0.12", 0, first).unexplained is None


def test_a_clock_that_was_set_back_makes_nothing_old() -> None:
    before = BalanceReading("w", 90_000, 5, "0.05", -7, 90_000)
    assert next_reading("w", 10_000, 5, "0.05", -7, before).drift_since == 10_000


@pytest.mark.parametrize(
    ("balance", "age_ms", "indication"),
    [
        (900, 0, Indication.CHARGED),
        (1000, STILL_RUNNING_MS - 1, Indication.TOO_EARLY),
        (1000, STILL_RUNNING_MS, Indication.NOT_CHARGED),
        (950, STILL_RUNNING_MS, Indication.UNCLEAR),
        (0, STILL_RUNNING_MS, Indication.UNCLEAR),
    ],
)
def test_a_hint_about_one_video_alone(balance: int, age_ms: int, indication: Indication) -> None:
    reading = BalanceReading("w", age_ms, balance, str(balance))
    hint = balance_hint("v", 100, 0, reading, ExpectedBalance(900, 1000))
    assert hint.indication is indication


@pytest.mark.parametrize(
    "text",
    [
        "a1 b2 c3",
        "a1,b2;c3",
        "a1\r\nb2\n\nc3\n",
        '["a1", "b2", "c3"]',
        "| a1 | b2 | c3 |",
        "a1\u00a0b2\u3000c3",
        "a1 b2 a1 c3",
        "«a1»、b2。c3",
    ],
)
def test_ids_are_found_whatever_stands_between_them(text: str) -> None:
    assert task_ids_in(text) == ("a1", "b2", "c3")


def test_both_kinds_of_ids_are_whole() -> None:
    ids = ("0123456789abcdef0123456789abcdef", "task_kling-2_1795000000000")
    assert task_ids_in("\n".join(ids)) == ids
    assert task_ids_in(" … \u200b") == ()


def at(year: int, month: int, day: int, hour: int, zone: tzinfo) -> int:
    return int(datetime(year, month, day, hour, tzinfo=zone).timestamp() * 1000)


@pytest.mark.parametrize(
    "zone", [UTC, timezone(timedelta(hours=7)), timezone(timedelta(hours=-11))]
)
def test_a_day_and_a_month_begin_at_local_midnight(zone: tzinfo) -> None:
    now = at(2026, 3, 17, 23, zone)
    assert period_starts(now, zone) == (at(2026, 3, 17, 0, zone), at(2026, 3, 1, 0, zone))


class Berlin(tzinfo):
    """Central Europe in the spring of 2026, on machines without a database of zones too."""

    def utcoffset(self, moment: datetime | None) -> timedelta:
        return timedelta(hours=1) + self.dst(moment)

    def dst(self, moment: datetime | None) -> timedelta:
        begins = datetime(2026, 3, 29, 3, tzinfo=UTC)
        is_summer = moment is not None and moment.replace(tzinfo=UTC) >= begins
        return timedelta(hours=int(is_summer))

    def tzname(self, moment: datetime | None) -> str:
        return "Berlin"


def test_summer_time_does_not_move_midnight() -> None:
    berlin = Berlin()
    now = at(2026, 3, 29, 12, berlin)
    assert period_starts(now, berlin) == (at(2026, 3, 29, 0, berlin), at(2026, 3, 1, 0, berlin))


def test_the_systems_zone_is_used_without_another() -> None:
    day, month = period_starts(1_795_000_000_000)
    local = datetime.fromtimestamp(day / 1000, UTC).astimezone()
    assert (local.hour, local.minute, local.second) == (0, 0, 0)
    first = datetime.fromtimestamp(month / 1000, UTC).astimezone()
    assert (first.day, first.hour) == (1, 0)
