"""The drift of clips that were started together, and what brings them together again.

Each QMediaPlayer has a clock of its own. Four of them, started within one turn of the event loop,
stay within a millisecond for as long as the processor keeps up; the one that is heard follows the
sound card's clock, which is another one, and a clip that a busy processor held up stays behind.
"""

from collections import deque

# Frames that are looked at: the event loop only ever adds to how late one is, so that the least
# late of a few says where its clip is.
_LOOKED_AT = 6
# Correcting begins where a clip is this part of a frame off, and ends within so many milliseconds.
_BEGINS_AT, _ENDS_WITHIN_MS = 0.4, 6.0
# Nobody sees a clip run so much faster.
_CATCHING_UP = 0.05
_HOPELESS_FRAMES = 4.0


class DriftWatch:
    """Compares clips by when their frames came. Times are milliseconds; main thread."""

    def __init__(self) -> None:
        self._speed = 1.0
        self._late: dict[int, deque[float]] = {}
        self._factors: dict[int, float] = {}

    def begin(self, speed: float) -> None:
        """They are started together, at this speed."""
        self._speed = speed
        self._late.clear()
        self._factors.clear()

    def note(self, number: int, now: float, frame_start: float) -> None:
        """A frame of this clip came."""
        late = self._late.setdefault(number, deque(maxlen=_LOOKED_AT))
        late.append(now * self._speed - frame_start)

    def behind(self, number: int, reference: int) -> float | None:
        """How far this clip is behind the other one; None while too little is known."""
        own, others = self._late.get(number, ()), self._late.get(reference, ())
        if len(own) < _LOOKED_AT or len(others) < _LOOKED_AT:
            return None
        return min(own) - min(others)

    def is_hopeless(self, number: int, reference: int, frame_ms: float) -> bool:
        """Whether running a little faster would take too long."""
        behind = self.behind(number, reference)
        return behind is not None and abs(behind) > _HOPELESS_FRAMES * frame_ms

    def factor(self, number: int, reference: int, frame_ms: float) -> float:
        """By how much faster than the others this clip is to run now; 1 for as fast."""
        behind = self.behind(number, reference)
        before = self._factors.get(number, 1.0)
        if behind is None:
            return before
        if before != 1.0:
            is_over = abs(behind) <= _ENDS_WITHIN_MS or (behind > 0) is not (before > 1)
            factor = 1.0 if is_over else before
        elif abs(behind) > _BEGINS_AT * frame_ms:
            factor = 1 + _CATCHING_UP if behind > 0 else 1 - _CATCHING_UP
        else:
            factor = 1.0
        if factor != before:
            # What was seen at another speed says nothing about this one.
            self._factors[number] = factor
            self._late[number].clear()
        return factor
