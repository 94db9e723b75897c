"""A provider that is closed answers what it was asked, and opens nothing more."""

import asyncio
import gc
from dataclasses import replace
from typing import cast

import pytest

from tests.providers.kie_rig import HandClock
from tests.requests import KIE, priced
from videogen_desktop.domain.errors import EngineStoppedError, NotSentError
from videogen_desktop.domain.provider import (
    HttpSettings,
    ProviderBalance,
    TaskPhase,
    TaskStatus,
    VendorClient,
)
from videogen_desktop.domain.vendor import Rate
from videogen_desktop.providers.deferred import DeferredProvider
from videogen_desktop.services.system import SystemClock

BALANCE = b"HTTP/1.1 200 OK\r\nContent-Length: 34\r\n\r\n" + b'{"code":200,"msg":"ok","data":7.5}'


class SlowServer:
    """Answers once it is told to."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.may_answer = asyncio.Event()
        self.made = 0
        self._base = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        self.asked.set()
        try:
            await self.may_answer.wait()
            writer.write(BALANCE)
            await writer.drain()
            await reader.read()
        finally:
            writer.close()

    async def listening(self) -> asyncio.Server:
        server = await asyncio.start_server(self.serve, "127.0.0.1", 0)
        self._base = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        return server

    async def make(self) -> VendorClient:
        self.made += 1
        return KIE.connect(self._base, "key", HttpSettings(), SystemClock(), KIE.read_models)

    def provider(self) -> DeferredProvider:
        return DeferredProvider(KIE, SystemClock(), self.make)


def test_what_is_under_way_is_answered_before_it_closes() -> None:
    async def story() -> None:
        slow = SlowServer()
        async with await slow.listening():
            provider = slow.provider()
            asked = asyncio.create_task(provider.balance())
            await slow.asked.wait()
            closing = asyncio.create_task(provider.close())
            await asyncio.sleep(0)
            slow.may_answer.set()
            assert (await asked).amount == 750
            await closing
        gc.collect()

    asyncio.run(story())


def test_what_is_never_answered_is_ended_and_leaves_no_connection(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("videogen_desktop.providers.deferred._CALL_GRACE_SECONDS", 0.01)

    async def story() -> None:
        slow = SlowServer()
        async with await slow.listening():
            provider = slow.provider()
            asked = asyncio.create_task(provider.balance())
            await slow.asked.wait()
            await provider.close()
            assert asked.cancelled()
            slow.may_answer.set()
        # An open connection would speak now.
        gc.collect()

    asyncio.run(story())


def test_nothing_is_made_once_it_is_closed() -> None:
    async def story() -> None:
        slow = SlowServer()
        provider = slow.provider()
        await provider.close()
        with pytest.raises(EngineStoppedError):
            await provider.balance()
        with pytest.raises(NotSentError):
            await provider.create(priced("x", vendor=KIE))
        assert slow.made == 0

    asyncio.run(story())


class NoAnswers:
    """A client that answers at once, and says when it was asked."""

    def __init__(self, clock: HandClock) -> None:
        self._clock = clock
        self.asked_at: list[int] = []

    async def status(self, task_id: str) -> TaskStatus:
        self.asked_at.append(self._clock.monotonic_ms())
        return TaskStatus(TaskPhase.QUEUED)

    async def balance(self) -> ProviderBalance:
        self.asked_at.append(self._clock.monotonic_ms())
        return ProviderBalance(0, "0")

    async def close(self) -> None:
        pass


def test_a_new_client_is_asked_at_the_pace_of_the_old_one() -> None:
    clock = HandClock()
    client = NoAnswers(clock)

    async def made() -> VendorClient:
        return cast(VendorClient, client)

    async def story() -> None:
        pace = replace(KIE.pace, creates=Rate(2, 10_000), reads=Rate(3, 1_000))
        provider = DeferredProvider(replace(KIE, pace=pace), clock, made, still_good=lambda: False)
        for _ in range(3):
            await provider.status("a")
            await provider.balance()
        assert client.asked_at == [0, 0, 0, 1_000, 1_000, 1_000]
        for _ in range(3):
            await provider.ready_to_create()
        assert clock.monotonic_ms() == 11_000

    asyncio.run(story())
