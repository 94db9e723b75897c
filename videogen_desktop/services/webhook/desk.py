"""Takes callbacks in at once, and follows them one by one at a pace of its own."""

import asyncio
import logging
from collections.abc import Collection, Sequence

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.vendor import Pace
from videogen_desktop.services.poll_schedule import EvenTurns
from videogen_desktop.services.waiting import news_or_time
from videogen_desktop.services.webhook.delivery_queue import DeliveryQueue, LineLimit
from videogen_desktop.services.webhook.following import Follower
from videogen_desktop.services.webhook.intake import Arrival
from videogen_desktop.storage.delivery_rows import Delivery
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

_log = logging.getLogger(__name__)

# Slower than the wallet's own readings, so that callbacks can never crowd those out.
TIMES_SLOWER = 2
AGAIN_AFTER_MS = 5_000
# The provider's retries are long over by then; polling settles what is left.
GIVE_UP_AFTER_MS = 24 * 3_600_000
KEPT_MS = 30 * 24 * 3_600_000
_SHOWN_CHARACTERS = 8
# The address of a callback is not signed: whoever repeats one can put any video there.
_MOST_NAMED_ANEW = 8


class CallbackDesk:
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
        self._lines = LineLimit(clock)
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
        """What waits and is not known, and whether something of ours waits for it."""
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
