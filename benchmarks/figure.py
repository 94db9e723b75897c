"""One measured figure beside what it is measured against."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


class MeasurementError(Exception):
    """Something could not be measured at all; its text says what went wrong."""


@dataclass(frozen=True, slots=True)
class Target:
    """At most `ratio` times what stands beside it, plus `extra_ms`."""

    ratio: float = 0.0
    extra_ms: float = 0.0

    def limit_ms(self, beside_ms: float) -> float:
        return self.ratio * beside_ms + self.extra_ms

    def __str__(self) -> str:
        extra = f"{self.extra_ms:g} ms" if self.extra_ms < 1_000 else f"{self.extra_ms / 1000:g} s"
        if not self.ratio:
            return f"≤ {extra}"
        return f"≤ {self.ratio:g} ×" + (f" + {extra}" if self.extra_ms else "")


@dataclass(frozen=True, slots=True)
class Figure:
    """Milliseconds; `beside` is the floor or the rival, measured in the same run.

    `details` are further numbers for the JSON, with the unit in their names.
    """

    name: str
    measured_ms: float
    beside: str
    beside_ms: float
    target: Target
    runs: int
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def ratio(self) -> float:
        return self.measured_ms / self.beside_ms

    @property
    def met(self) -> bool:
        return self.measured_ms <= self.target.limit_ms(self.beside_ms)

    def as_object(self) -> dict[str, object]:
        return {
            "name": self.name,
            "measured_ms": round(self.measured_ms, 2),
            "beside": self.beside,
            "beside_ms": round(self.beside_ms, 2),
            "ratio": round(self.ratio, 3),
            "target": str(self.target),
            "limit_ms": round(self.target.limit_ms(self.beside_ms), 2),
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
