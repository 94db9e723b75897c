"""The beat of a process that does nothing else: how long this machine lets anybody wait.

python -m benchmarks.inside.lone_beat; for each line it is given it prints the longest time in
milliseconds that one of its turns came too late since the line before.
"""

import sys
import threading
import time

BEAT_SECONDS = 0.001


class Beat(threading.Thread):
    """Sleeps a millisecond again and again, as a window's thread does between two frames."""

    def __init__(self) -> None:
        super().__init__(name="beat", daemon=True)
        self._longest = 0.0
        self._over = threading.Event()

    def run(self) -> None:
        last = time.perf_counter()
        while not self._over.is_set():
            time.sleep(BEAT_SECONDS)
            now = time.perf_counter()
            self._longest = max(self._longest, (now - last - BEAT_SECONDS) * 1_000)
            last = now

    def longest(self) -> float:
        """Milliseconds that a turn was late at most since the last call."""
        found, self._longest = self._longest, 0.0
        return found

    def end(self) -> float:
        self._over.set()
        self.join()
        return self.longest()


def main() -> int:
    beat = Beat()
    beat.start()
    for _line in sys.stdin:
        print(beat.longest(), flush=True)
    beat.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())
