"""What credits are worth to their owner: a figure for the eye, by a rate that can be."""

from datetime import date

import pytest

from videogen_desktop.domain.credits import CreditRate, credit_rate
from videogen_desktop.domain.settings import Settings

DAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("amount", "dong"),
    [
        (100_00, 13_000),
        (96_04, 12_500),
        (1_00, 130),
        (7_50, 975),
        (0, 0),
        (-96_04, -12_500),
        (10_000_00, 1_300_000),
    ],
)
def test_a_worth_is_to_the_hundred_from_a_thousand_on(amount: int, dong: int) -> None:
    assert CreditRate(1_300_000, 10_000_00, DAY).worth(amount) == dong


def test_a_rate_is_read_whole_or_not_at_all() -> None:
    kept = Settings(rate_dong=1_300_000, rate_hundredths=10_000_00, rate_day="2026-11-30")
    assert credit_rate(kept) == CreditRate(1_300_000, 10_000_00, DAY)
    assert credit_rate(Settings()) is None


@pytest.mark.parametrize(
    "lost",
    [
        {"rate_dong": 0},
        {"rate_dong": -5},
        {"rate_dong": 10**40},
        {"rate_hundredths": 0},
        {"rate_hundredths": -1},
        {"rate_hundredths": 10**40},
        {"rate_day": ""},
        {"rate_day": "30/11/2026"},
        {"rate_day": "2026-02-30"},
    ],
)
def test_what_cannot_be_is_no_rate(lost: dict[str, int | str]) -> None:
    kept = Settings(rate_dong=1_300_000, rate_hundredths=10_000_00, rate_day="2026-11-30")
    assert credit_rate(kept._replace(**lost)) is None  # type: ignore[arg-type]
