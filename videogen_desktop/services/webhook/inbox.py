"""The callbacks that came in: each is on the disk before it is answered, then followed in turn."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import StorageError, VideoGenError
from videogen_desktop.domain.vendor import Pace
from videogen_desktop.domain.webhook import Callback
from videogen_desktop.services.waiting import EvenTurns, news_or_time
from videogen_desktop.services.webhook.following import Follower
from videogen_desktop.storage.delivery_rows import MOST_OF_ONE_TASK, Delivery
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

_log = logging.getLogger(__name__)

# The disk is waited for once: one commit for each callback was most of its cost. So many take
# 4 ms of this thread (measured), and others want a turn.
_MOST_TOGETHER = 32
_TASKS_REMEMBERED = 1_000
_LINE_EVERY_MS = 60_000
# Slower than the wallet's own readings, so that callbacks can never crowd those out.
TIMES_SLOWER = 2
AGAIN_AFTER_MS = 5_000
# The provider's retries are long over by then; polling settles what is left.
GIVE_UP_AFTER_MS = 24 * 3_600_000
KEPT_MS = 30 * 24 * 3_600_000
_SHOWN_CHARACTERS = 8
# The address of a callback is not signed: whoever repeats one can put any video there.
_MOST_NAMED_ANEW = 8


@dataclass(frozen=True, slots=True)
class Arrival:
    """An authentic callback; `reference` is the video that its address named, or None."""

    callback: Callback
    reference: str | None


_Waiting = tuple[Arrival, asyncio.Future[None]]
# Writes all of them in one transaction, or none. Raises StorageError.
Write = Callable[[Sequence[Arrival]], Awaitable[None]]


class CallbackInbox:
    """Every authentic callback is on disk before it is answered. Worker's loop."""

    def __init__(
        self, library: Library, wallet_id: str, follower: Follower, clock: Clock, pace: Pace
    ) -> None:
        """`pace` is the vendor's."""
        self._library = library
        self._wallet_id = wallet_id
        self._follower = follower
        self._clock = clock
        self._turns = EvenTurns(clock, TIMES_SLOWER * pace.reading_gap_ms)
        self._waiting = DeliveryQueue()
        self._too_early: list[tuple[int, tuple[Delivery, ...]]] = []
        self._named_anew: dict[str, int] = {}
        self._lines = LogLimiter(clock)
        self._news = asyncio.Event()
        # What was written down stands in the queue before anybody looks for what is not there.
        self._one_at_a_time = asyncio.Lock()

    async def take(self, arrivals: Sequence[Arrival]) -> None:
        """Write the deliveries down in one transaction; one that was here before is counted, and
        has no effect unless it names another video that waits for its task.

        Raises StorageError: then none of them is taken.
        """
        now = self._clock.now_ms()
        async with self._one_at_a_time:
            times = dict(self._named_anew)
            added = await self._library.write(
                lambda rows: [self._added(rows, arrival, now, times) for arrival in arrivals]
            )
            self._named_anew = times
            for arrival, (delivery, is_awaited) in zip(arrivals, added, strict=True):
                callback = arrival.callback
                self._tell("Received video callback", callback.task_id, callback.said)
                if delivery is not None:
                    self._waiting.add(delivery, is_awaited=is_awaited)
                    self._news.set()

    def _added(
        self, rows: LibraryRows, arrival: Arrival, now: int, times: dict[str, int]
    ) -> tuple[Delivery | None, bool]:
        """The delivery, if there is something new to follow, and whether something waits for it.
        `times` counts by task how often another video was named."""
        callback, reference = arrival.callback, arrival.reference
        task_id = callback.task_id
        signed = (self._wallet_id, task_id, callback.signed_at)
        delivery = rows.deliveries.add(*signed, reference, callback.said, now)
        if delivery is not None:
            return delivery, self._follower.awaits(rows, task_id, reference)
        named = times.get(task_id, 0)
        if named >= _MOST_NAMED_ANEW or not self._follower.awaits_task(rows, task_id, reference):
            return None, False
        delivery = rows.deliveries.named_anew(*signed, reference or "")
        times[task_id] = named + (delivery is not None)
        return delivery, True

    async def run(self) -> None:
        """Follow what was taken, also by an earlier run, until cancelled."""
        await self._take_up()
        while True:
            await self._until_there_is_one()
            deliveries = self._waiting.next()
            await self._turns.turn()
            outcome = await self._followed(deliveries[-1])
            if outcome is None:
                due = self._clock.monotonic_ms() + AGAIN_AFTER_MS
                self._too_early.append((due, deliveries))
                continue
            await self._end(deliveries, outcome)

    async def _take_up(self) -> None:
        async with self._one_at_a_time:
            early = (one for _, deliveries in self._too_early for one in deliveries)
            known = {delivery.seq for delivery in (*self._waiting, *early)}
            oldest = self._clock.now_ms() - KEPT_MS
            left = await self._library.write(lambda rows: self._left(rows, known, oldest))
            for delivery, is_awaited in left:
                self._waiting.add(delivery, is_awaited=is_awaited)

    def _left(
        self, rows: LibraryRows, known: Collection[int], oldest: int
    ) -> list[tuple[Delivery, bool]]:
        """Those that wait and are not known, each with whether something of ours waits for it."""
        rows.deliveries.forget_before(oldest)
        return [
            (one, self._follower.awaits(rows, one.task_id, one.reference))
            for one in rows.deliveries.waiting(self._wallet_id)
            if one.seq not in known
        ]

    async def _until_there_is_one(self) -> None:
        while not self._is_one_due():
            self._news.clear()
            if not self._too_early:
                await self._news.wait()
                continue
            due, _ = self._too_early[0]
            await news_or_time(self._news, self._clock, due - self._clock.monotonic_ms())

    def _is_one_due(self) -> bool:
        # Also while others wait: what was too early must not wait for a flood to end.
        while self._too_early and self._too_early[0][0] <= self._clock.monotonic_ms():
            for delivery in self._too_early.pop(0)[1]:
                self._waiting.add(delivery)
        return bool(self._waiting)

    async def _followed(self, delivery: Delivery) -> str | None:
        try:
            outcome = await self._follower.follow(delivery)
        except VideoGenError as error:
            _log.info("following a callback failed: %s", type(error).__name__)
            outcome = None
        except Exception:  # noqa: BLE001 - a defect met by one callback must not stop the others
            _log.exception("following a callback")
            outcome = "defect"
        age = abs(self._clock.now_ms() - delivery.received_at)
        return "unread" if outcome is None and age > GIVE_UP_AFTER_MS else outcome

    async def _end(self, deliveries: Sequence[Delivery], outcome: str) -> None:
        self._tell("followed a callback", deliveries[-1].task_id, outcome)
        try:
            await self._library.write(lambda rows: _ended(rows, deliveries, outcome))
        except VideoGenError as error:
            # The next start follows it once more, which changes nothing.
            _log.warning("a callback stays open: %s", type(error).__name__)

    def _tell(self, about: str, task_id: str, what: str) -> None:
        kept_back = self._lines.turn(f"{about} {task_id}")
        if kept_back is not None:
            more = f" ({kept_back} more in between)" if kept_back else ""
            _log.info("%s: task %s…, %s%s", about, task_id[:_SHOWN_CHARACTERS], what, more)


def _ended(rows: LibraryRows, deliveries: Sequence[Delivery], outcome: str) -> None:
    for delivery in deliveries:
        rows.deliveries.ended(delivery, outcome)


class Intake:
    """Writes down with one commit what comes in together. Event loop thread only."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._waiting: list[_Waiting] = []
        self._writing: asyncio.Task[None] | None = None

    async def take(self, callback: Callback, reference: str | None) -> None:
        """Return when the callback is on disk. Raises StorageError: then it is not taken."""
        written = asyncio.get_running_loop().create_future()
        self._waiting.append((Arrival(callback, reference), written))
        if self._writing is None:
            # It begins in the next turn of the loop: whoever else is ready in this one comes along.
            self._writing = asyncio.create_task(self._write_down(), name="callbacks")
        await written

    async def _write_down(self) -> None:
        try:
            while self._waiting:
                together = self._waiting[:_MOST_TOGETHER]
                del self._waiting[:_MOST_TOGETHER]
                await self._write_together(together)
                # Others want a turn.
                await asyncio.sleep(0)
        finally:
            self._writing = None

    async def _write_together(self, together: Sequence[_Waiting]) -> None:
        error = await self._written([arrival for arrival, _ in together])
        if error is None or isinstance(error, StorageError) or len(together) == 1:
            _tell(together, error)
            return
        # One of them met a defect of ours, which must not cost the others.
        for one in together:
            _tell([one], await self._written([one[0]]))

    async def _written(self, arrivals: Sequence[Arrival]) -> Exception | None:
        try:
            await self._write(arrivals)
        except Exception as error:  # noqa: BLE001 - whoever waits for it is told
            return error
        return None


def _tell(together: Sequence[_Waiting], error: Exception | None) -> None:
    for _, written in together:
        if written.done():
            # It was hung up on.
            continue
        if error is None:
            written.set_result(None)
        else:
            written.set_exception(error)


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


def _meaning(delivery: Delivery) -> tuple[str | None, str]:
    return delivery.reference, delivery.said


class LogLimiter:
    """One line of the log for each subject and minute: a flood turns no honest line out of it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._until: dict[str, int] = {}
        self._kept_back: dict[str, int] = {}

    def turn(self, subject: str) -> int | None:
        """The number kept back since the subject's last line; None while none is due."""
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
