"""One measured figure beside what it is measured against."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class MeasurementError(Exception):
    """Something could not be measured at all; its text says what went wrong."""


class SkippedError(Exception):
    """There is nothing to measure here; its text says what would have to be there."""


class Unit(StrEnum):
    MILLISECONDS = "ms"
    MEGABYTES = "MB"
    PER_CENT_OF_A_CORE = "% of a core"
    PER_CENT_OF_FRAMES = "% of frames"
    FRAMES = "frames"
    COUNT = ""


@dataclass(frozen=True, slots=True)
class Target:
    """At most `ratio` times what stands beside it, plus `extra` of the figure's unit."""

    ratio: float = 0.0
    extra: float = 0.0

    def limit(self, beside: float) -> float:
        return self.ratio * beside + self.extra

    def text(self, unit: Unit) -> str:
        if unit is Unit.MILLISECONDS and self.extra >= 1_000:
            extra = f"{self.extra / 1000:g} s"
        else:
            extra = f"{self.extra:g} {unit}".strip()
        if not self.ratio:
            return f"≤ {extra}"
        times = f"≤ {self.ratio:g} ×"
        return f"{times} + {extra}" if self.extra else times


@dataclass(frozen=True, slots=True)
class Figure:
    """`beside` is the floor or the rival, measured in the same run and the same unit.

    Without a target the figure is only told. `details` are further numbers for the JSON, with the
    unit in their names.
    """

    name: str
    measured: float
    beside: str
    beside_value: float
    target: Target | None
    runs: int
    unit: Unit = Unit.MILLISECONDS
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def ratio(self) -> float | None:
        return self.measured / self.beside_value if self.beside_value else None

    @property
    def met(self) -> bool | None:
        """None without a target."""
        if self.target is None:
            return None
        return self.measured <= self.target.limit(self.beside_value)

    def as_object(self) -> dict[str, object]:
        limit = None if self.target is None else round(self.target.limit(self.beside_value), 2)
        return {
            "name": self.name,
            "unit": self.unit.value,
            "measured": round(self.measured, 3),
            "beside": self.beside,
            "beside_value": round(self.beside_value, 3),
            "ratio": None if self.ratio is None else round(self.ratio, 3),
            "target": None if self.target is None else self.target.text(self.unit),
            "limit": limit,
            "met": self.met,
            "runs": self.runs,
            "details": dict(self.details),
        }


def spread(values: Sequence[float]) -> dict[str, float]:
    """How far the runs lie apart, in milliseconds."""
    return {
        "least_ms": round(min(values), 2),
        "median_ms": round(statistics.median(values), 2),
        "most_ms": round(max(values), 2),
    }
