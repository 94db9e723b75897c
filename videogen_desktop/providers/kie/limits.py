"""Kie's limits of pace, which hold for a whole account (documentation as of 2026-10-01)."""

from videogen_desktop.domain.clock import Clock
from videogen_desktop.providers.window import SlidingWindow


def create_window(clock: Clock) -> SlidingWindow:
    """Under 20 creates per 10 s; what is over the limit is refused there, not queued."""
    return SlidingWindow(clock, limit=18, span_ms=10_000)


def read_window(clock: Clock) -> SlidingWindow:
    """Under 10 record reads per second: per task or per key, the pages differ."""
    return SlidingWindow(clock, limit=9, span_ms=1_000)
