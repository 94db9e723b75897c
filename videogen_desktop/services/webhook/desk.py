"""Takes callbacks in at once, and follows them one by one at a pace of its own."""

import asyncio
import logging
from collections import deque
from collections.abc import Sequence

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.services.poll_schedule import Pace
from videogen_desktop.services.waiting import news_or_time
from videogen_desktop.services.webhook.following import Follower
from videogen_desktop.services.webhook.intake import Arrival
from videogen_desktop.storage.delivery_rows import Delivery
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

_log = logging.getLogger(__name__)

# Slower than the wallet's own readings, so that callbacks can never crowd those out.
PACE_MS = 250
AGAIN_AFTER_MS = 5_000
# The provider's retries are long over by then; polling settles what is left.
GIVE_UP_AFTER_MS = 24 * 3_600_000
KEPT_MS = 30 * 24 * 3_600_000
_SHOWN_CHARACTERS = 8


class CallbackDesk:
    """Every authentic callback is on disk before it is answered. Worker's loop."""

    def __init__(self, library: Library, wallet_id: str, follower: Follower, clock: Clock) -> None:
        self._library = library
        self._wallet_id = wallet_id
        self._follower = follower
        self._clock = clock
        self._pace = Pace(clock, PACE_MS)
        self._waiting: deque[Delivery] = deque()
        self._too_early: list[tuple[int, Delivery]] = []
        self._news = asyncio.Event()

    def take(self, arrivals: Sequence[Arrival]) -> None:
        """Write the deliveries down in one transaction; one that was here before is counted and
        has no effect.

        Raises StorageError: then none of them is taken.
        """
        with self._library.write() as rows:
            deliveries = [self._added(rows, arrival) for arrival in arrivals]
        for arrival, delivery in zip(arrivals, deliveries, strict=True):
            shown, said = arrival.callback.task_id[:_SHOWN_CHARACTERS], arrival.callback.said
            repeated = "" if delivery else " again"
            _log.info("Received video callback%s: task %s…, %s", repeated, shown, said)
            if delivery is not None:
                self._waiting.append(delivery)
                self._news.set()

    def _added(self, rows: LibraryRows, arrival: Arrival) -> Delivery | None:
        callback = arrival.callback
        return rows.deliveries.add(
            *(self._wallet_id, callback.task_id, callback.signed_at),
            *(arrival.reference, callback.said, self._clock.now_ms()),
        )

    async def run(self) -> None:
        """Follow what was taken, also by an earlier run, until cancelled."""
        self._take_up()
        while True:
            await self._until_there_is_one()
            delivery = self._waiting.popleft()
            await self._pace.turn()
            outcome = await self._followed(delivery)
            if outcome is None:
                due = self._clock.monotonic_ms() + AGAIN_AFTER_MS
                self._too_early.append((due, delivery))
                continue
            self._end(delivery, outcome)

    def _take_up(self) -> None:
        with self._library.write() as rows:
            rows.deliveries.forget_before(self._clock.now_ms() - KEPT_MS)
            early = (delivery for _, delivery in self._too_early)
            known = {delivery.seq for delivery in (*self._waiting, *early)}
            left = rows.deliveries.waiting(self._wallet_id)
        self._waiting.extendleft(one for one in reversed(left) if one.seq not in known)

    async def _until_there_is_one(self) -> None:
        while not self._waiting:
            self._news.clear()
            if not self._too_early:
                await self._news.wait()
                continue
            due, delivery = self._too_early[0]
            wait = due - self._clock.monotonic_ms()
            if wait > 0:
                await news_or_time(self._news, self._clock, wait)
                continue
            self._too_early.pop(0)
            self._waiting.append(delivery)

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

    def _end(self, delivery: Delivery, outcome: str) -> None:
        _log.info("callback %d: %s", delivery.seq, outcome)
        try:
            with self._library.write() as rows:
                rows.deliveries.ended(delivery.seq, outcome)
        except VideoGenError as error:
            # The next start follows it once more, which changes nothing.
            _log.warning("a callback stays open: %s", type(error).__name__)
