"""Figures of a wallet: made, watched, taken out, lost and spent, by day, model and collection."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Measure(StrEnum):
    """What is counted. Videos, uses of them, and for SPENT hundredths of a credit."""

    MADE = "made"
    WATCHED = "watched"
    EXPORTED = "exported"
    SHARED = "shared"
    FAILED = "failed"
    SPENT = "spent"


Figures = Mapping[Measure, int]


@dataclass(frozen=True, slots=True)
class StatisticsRow:
    """The figures of one day (its ISO date), one model (its title) or one collection (its name).
    A measure that is not there is 0."""

    name: str
    figures: Figures

    def of(self, measure: Measure) -> int:
        return self.figures.get(measure, 0)


@dataclass(frozen=True, slots=True)
class Statistics:
    """Of one wallet's videos, from the local day `first` to `last`, both counted.

    `days` has every day between them in order, `models` and `collections` those with something
    to count, the most made first. A video of two collections counts in both. Made and failed are
    counted on the day on which it was over, spent is the price of a day's videos less what came
    back that day: it can be below zero.
    """

    first: date
    last: date
    days: Sequence[StatisticsRow] = ()
    models: Sequence[StatisticsRow] = ()
    collections: Sequence[StatisticsRow] = ()

    def total(self, measure: Measure) -> int:
        return sum(day.of(measure) for day in self.days)
