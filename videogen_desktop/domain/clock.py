"""Time as the services see it, so that tests can turn it by hand."""

from typing import Protocol

# The year 3000: the C library of a system may know no later one.
_END_OF_CALENDAR_MS = 32_503_680_000_000
# Clocks differ, and so do their zones.
_SKEW_MS = 86_400_000


class Clock(Protocol):
    def now_ms(self) -> int:
        """UTC milliseconds since the epoch; may jump."""
        ...

    def monotonic_ms(self) -> int:
        """Milliseconds that never go back; for deadlines."""
        ...

    async def sleep(self, milliseconds: int) -> None: ...


def has_date(moment: int) -> bool:
    """Whether a stored number (UTC milliseconds) is a moment that a calendar has; 0 stands where
    none is known."""
    return 0 < moment < _END_OF_CALENDAR_MS


def latest_past(now: int) -> int:
    """The latest moment at which something can have happened already; beyond it a clock was wrong,
    and nobody knows which."""
    return now + _SKEW_MS


def is_past(moment: int, now: int) -> bool:
    """Whether what happened can have happened then."""
    return 0 < moment <= latest_past(now)
