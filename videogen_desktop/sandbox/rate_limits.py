"""Sliding windows in real seconds: the speed factor does not reach them."""

from collections import deque
from collections.abc import Callable

CREATES_PER_WINDOW = 20
CREATE_WINDOW_MILLISECONDS = 10_000


class PerKeyWindow:
    """Allows a number of calls per key within a sliding window, and forgets idle keys."""

    def __init__(self, calls: int, seconds: float, clock: Callable[[], float]) -> None:
        self._calls = calls
        self._seconds = seconds
        self._clock = clock
        self._times: dict[str, deque[float]] = {}

    def allows(self, key: str) -> bool:
        """Count a call for ``key``, or refuse it without counting it."""
        now = self._clock()
        self._forget_before(now - self._seconds)
        times = self._times.pop(key, deque())
        self._times[key] = times
        while times and times[0] <= now - self._seconds:
            times.popleft()
        if len(times) >= self._calls:
            return False
        times.append(now)
        return True

    def _forget_before(self, moment: float) -> None:
        while self._times:
            oldest = next(iter(self._times))
            times = self._times[oldest]
            if times and times[-1] > moment:
                return
            del self._times[oldest]
