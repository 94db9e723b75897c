"""Days put together to as many bars as a chart can show, and the scale beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from videogen_desktop.domain.statistics import Measure, Statistics

# More bars than these are too thin to be pointed at.
_MOST_DAYS, _MOST_WEEKS = 62, 460
_STEPS = (2, 4, 6, 8, 10, 12, 16)


@dataclass(frozen=True, slots=True)
class Bar:
    """The sum of the days from `first` to `last`, both counted."""

    first: date
    last: date
    value: int


def bars_of(statistics: Statistics, measure: Measure) -> tuple[Bar, ...]:
    """One for each day, week (from Monday) or month, whichever gives bars that can be seen."""
    days = [(date.fromisoformat(row.name), row.of(measure)) for row in statistics.days]
    if len(days) <= _MOST_DAYS:
        return tuple(Bar(day, day, value) for day, value in days)
    is_weeks = len(days) <= _MOST_WEEKS
    groups = groupby(
        days, lambda one: one[0].isocalendar()[:2] if is_weeks else (one[0].year, one[0].month)
    )
    return tuple(_together(list(group)) for _, group in groups)


def _together(days: Sequence[tuple[date, int]]) -> Bar:
    return Bar(days[0][0], days[-1][0], sum(value for _, value in days))


def round_top(highest: int) -> int:
    """The number at the top of the scale: a round one that can be halved, at least 2."""
    size = 1
    while True:
        for step in _STEPS:
            if size * step >= highest:
                return size * step
        size *= 10
