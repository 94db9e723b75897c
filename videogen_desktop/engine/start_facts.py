"""What the start found out before the library was opened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StartFacts:
    """How the library was met: after a run that was cut off, or too large to be read first."""

    after_crash: bool
    is_unchecked: bool
