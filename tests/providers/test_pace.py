"""The pace of a wallet, in virtual time."""

import asyncio

from tests.providers.kie_rig import HandClock
from videogen_desktop.domain.vendor import Rate
from videogen_desktop.providers.deferred import SlidingWindow
from videogen_desktop.providers.kie.vendor import PACE


def test_no_ten_seconds_ever_see_more_than_eighteen_creates() -> None:
    clock = HandClock()
    window = SlidingWindow(clock, PACE.creates)
    starts: list[int] = []

    async def one() -> None:
        await window.acquire()
        starts.append(clock.monotonic_ms())
        clock.elapsed_ms += 137

    async def run() -> None:
        await asyncio.gather(*(one() for _ in range(100)))

    asyncio.run(run())
    assert len(starts) == 100
    for start in starts:
        assert sum(start <= other < start + 10_000 for other in starts) <= 18


def test_nobody_waits_below_the_limit() -> None:
    clock = HandClock()

    async def run() -> None:
        window = SlidingWindow(clock, Rate(3, 1_000))
        for _ in range(3):
            await window.acquire()

    asyncio.run(run())
    assert clock.slept == []


class StuckClock(HandClock):
    """Sleeps until it is cancelled."""

    def __init__(self) -> None:
        super().__init__()
        self.asleep = asyncio.Event()

    async def sleep(self, milliseconds: int) -> None:
        self.slept.append(milliseconds)
        self.asleep.set()
        await asyncio.Event().wait()


def test_a_cancelled_wait_takes_no_place() -> None:
    clock = StuckClock()

    async def run() -> None:
        window = SlidingWindow(clock, Rate(1, 1_000))
        await window.acquire()
        waiting = asyncio.create_task(window.acquire())
        await clock.asleep.wait()
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        assert waiting.cancelled()
        clock.elapsed_ms = 1_000
        await window.acquire()

    asyncio.run(run())
    assert clock.slept == [1_000]


def test_those_who_wait_are_served_in_their_order() -> None:
    served: list[int] = []

    async def run() -> None:
        window = SlidingWindow(HandClock(), Rate(1, 1_000))

        async def one(number: int) -> None:
            await window.acquire()
            served.append(number)

        await asyncio.gather(*(one(number) for number in range(10)))

    asyncio.run(run())
    assert served == list(range(10))
