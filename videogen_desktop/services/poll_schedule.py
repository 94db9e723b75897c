"""When to read a task's record next: early for the first states, then around the usual end."""

import random

from videogen_desktop.domain.clock import Clock

# Parts of the usual duration: the first states are worth showing, and hardly a run ends before
# two thirds of it (one in twelve of a lognormal spread of 0.3).
_EARLY = (0.05, 0.2, 0.45, 0.55, 0.65)
# Readings this close together show the first states by themselves.
_SHOWN_BY_ITSELF_MS = 1_000
_WIDENING = 0.05
LONGEST_INTERVAL_MS = 600_000
FIRST_BACKOFF_MS = 2_000
LONGEST_BACKOFF_MS = 60_000
_JITTER = 0.1


class PollSchedule:
    """Delays in milliseconds for one model; `usual_ms` is how long its runs take."""

    def __init__(self, usual_ms: int, least_interval_ms: int, randomness: random.Random) -> None:
        self._usual_ms = usual_ms
        self._least_ms = least_interval_ms
        self._random = randomness

    def delay_after(self, elapsed_ms: int) -> int:
        """How long to wait when the task was accepted `elapsed_ms` ago.

        From two thirds of the usual duration on, a twentieth of the elapsed time: a result is
        seen at most 5 % late, and a task that never ends is asked ever more rarely, but always
        again. What ends much sooner than usual is seen a tenth of the usual duration late, or
        at the reading of its first states.
        """
        for part in _EARLY if self._least_ms >= _SHOWN_BY_ITSELF_MS else ():
            due = int(self._usual_ms * part)
            if elapsed_ms + self._least_ms <= due:
                return due - elapsed_ms
        interval = max(int(elapsed_ms * _WIDENING), self._least_ms)
        return self._jittered(min(interval, LONGEST_INTERVAL_MS))

    def delay_after_failures(self, failures: int) -> int:
        """Backing off after `failures` readings in a row that said nothing."""
        return self._jittered(min(FIRST_BACKOFF_MS * 2 ** (failures - 1), LONGEST_BACKOFF_MS))

    def _jittered(self, milliseconds: int) -> int:
        return int(milliseconds * self._random.uniform(1 - _JITTER, 1 + _JITTER))


class EvenTurns:
    """Spaces the readings of a whole wallet evenly."""

    def __init__(self, clock: Clock, interval_ms: int) -> None:
        self._clock = clock
        self._interval_ms = interval_ms
        self._next_ms = 0

    async def turn(self) -> None:
        """Wait for the next free moment."""
        now = self._clock.monotonic_ms()
        at = max(now, self._next_ms)
        self._next_ms = at + self._interval_ms
        if at > now:
            await self._clock.sleep(at - now)
