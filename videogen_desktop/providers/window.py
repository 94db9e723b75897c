"""A sliding window: at most so many starts within so many milliseconds."""

import asyncio
from collections import deque

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.vendor import Rate


class SlidingWindow:
    """Paces one kind of call for a whole wallet; used from one event loop.

    Those who wait are served in the order in which they came.
    """

    def __init__(self, clock: Clock, rate: Rate) -> None:
        self._clock = clock
        self._span_ms = rate.span_ms
        self._starts: deque[int] = deque(maxlen=rate.calls)
        self._limit = rate.calls
        self._turn = asyncio.Lock()

    async def acquire(self) -> None:
        """Return when a call may start, and count it. A cancelled wait is not counted."""
        async with self._turn:
            while (wait_ms := self._wait_ms()) > 0:
                await self._clock.sleep(wait_ms)
            self._starts.append(self._clock.monotonic_ms())

    def _wait_ms(self) -> int:
        if len(self._starts) < self._limit:
            return 0
        return self._starts[0] + self._span_ms - self._clock.monotonic_ms()
