"""Which callback is followed next, however many come about one task."""

from collections import deque
from collections.abc import Iterator

from videogen_desktop.domain.clock import Clock
from videogen_desktop.storage.delivery_rows import MOST_OF_ONE_TASK, Delivery

_TASKS_REMEMBERED = 1_000
_LINE_EVERY_MS = 60_000


class DeliveryQueue:
    """One turn for each task, in the order in which they came: first those that wait for news and
    had no turn in this run, then all others. Worker's loop."""

    def __init__(self) -> None:
        self._first: dict[str, deque[Delivery]] = {}
        self._later: dict[str, deque[Delivery]] = {}
        self._had_a_turn: dict[str, None] = {}

    def __bool__(self) -> bool:
        return bool(self._first or self._later)

    def __iter__(self) -> Iterator[Delivery]:
        for lane in (self._first, self._later):
            for waiting in lane.values():
                yield from waiting

    def add(self, delivery: Delivery, *, is_awaited: bool = False) -> None:
        """`is_awaited`: something of ours waits for it."""
        task_id = delivery.task_id
        is_first = is_awaited and task_id not in self._had_a_turn
        if is_first and task_id in self._later:
            self._first[task_id] = self._later.pop(task_id)
        lane = self._first if is_first or task_id in self._first else self._later
        lane.setdefault(task_id, deque(maxlen=MOST_OF_ONE_TASK)).append(delivery)

    def next(self) -> tuple[Delivery, ...]:
        """All deliveries of the next task that say the same: one reading answers all of them. The
        task's others wait for another turn."""
        lane = self._first or self._later
        task_id = next(iter(lane))
        waiting = lane.pop(task_id)
        self._had_a_turn[task_id] = None
        if len(self._had_a_turn) > _TASKS_REMEMBERED:
            del self._had_a_turn[next(iter(self._had_a_turn))]
        meant = _meaning(waiting[-1])
        for delivery in waiting:
            if _meaning(delivery) != meant:
                self.add(delivery)
        return tuple(delivery for delivery in waiting if _meaning(delivery) == meant)


class LineLimit:
    """One line of the log for each subject and minute: a flood turns no honest line out of it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._until: dict[str, int] = {}
        self._kept_back: dict[str, int] = {}

    def turn(self, subject: str) -> int | None:
        """How many were kept back since the subject's last line; None while none is due."""
        now = self._clock.monotonic_ms()
        if now < self._until.get(subject, now):
            self._kept_back[subject] += 1
            return None
        self._until.pop(subject, None)
        self._until[subject] = now + _LINE_EVERY_MS
        if len(self._until) > _TASKS_REMEMBERED:
            oldest = next(iter(self._until))
            del self._until[oldest], self._kept_back[oldest]
        kept_back, self._kept_back[subject] = self._kept_back.get(subject, 0), 0
        return kept_back


def _meaning(delivery: Delivery) -> tuple[str | None, str]:
    return delivery.reference, delivery.said
