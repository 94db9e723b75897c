"""A receiver that listens, and takes what it is given down in a list."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.services.webhook.callback_client import KEY, Sent
from videogen_desktop.domain.errors import VideoGenError
from videogen_desktop.domain.webhook import ReceiverState
from videogen_desktop.providers.kie.vendor import CALLBACKS
from videogen_desktop.services.system import SystemClock
from videogen_desktop.services.webhook import server
from videogen_desktop.services.webhook.inbox import Arrival
from videogen_desktop.services.webhook.receiver import Receiver, ReceiverOptions

ADDRESS = "https://may-toi.example"


@dataclass
class Listening:
    """A receiver, what it took, and what it complained of."""

    receiver: Receiver
    taken: list[tuple[str, str | None]] = field(default_factory=list)
    problems: list[VideoGenError] = field(default_factory=list)

    @property
    def port(self) -> int:
        return self.receiver.status.port

    async def status(self, sent: Sent) -> int:
        return await asyncio.to_thread(sent.status)


async def until_settled(receiver: Receiver) -> None:
    state = ReceiverState.OFF
    while state in (ReceiverState.OFF, ReceiverState.STARTING):
        await asyncio.sleep(0)
        state = receiver.status.state


@asynccontextmanager
async def listening(
    *,
    port: int = 0,
    address: str | None = ADDRESS,
    is_local: bool = False,
    key: str | Exception | None = KEY,
    refusal: Exception | None = None,
) -> AsyncIterator[Listening]:
    async def find_key() -> str | None:
        if isinstance(key, Exception):
            raise key
        return key

    async def take(arrivals: Sequence[Arrival]) -> None:
        if refusal is not None:
            raise refusal
        one.taken += [(arrival.callback.task_id, arrival.reference) for arrival in arrivals]

    problems: list[VideoGenError] = []
    one = Listening(
        Receiver(
            ReceiverOptions(port, address, is_local),
            find_key,
            take,
            SystemClock(),
            problems.append,
            CALLBACKS,
        ),
        problems=problems,
    )
    running = asyncio.create_task(one.receiver.run())
    await until_settled(one.receiver)
    try:
        yield one
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


def limits(monkeypatch: pytest.MonkeyPatch, **changes: Any) -> None:
    """Other limits than the program's, for a test that cannot wait that long."""
    usual = {"most": 256, "most_slow": 16, "grace_s": 0.05, "lifetime_s": 5.0}
    values = tuple((usual | changes).values())
    monkeypatch.setattr(server.ConnectionGuard.__init__, "__defaults__", values)


def told(work: Callable[[Listening], Coroutine[Any, Any, None]], **options: Any) -> None:
    async def run() -> None:
        async with listening(**options) as one:
            await work(one)

    asyncio.run(run())
