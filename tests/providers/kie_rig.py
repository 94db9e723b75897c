"""What the tests of the provider share: a clock turned by hand and a provider on an address."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.providers.scripted_server import (
    Act,
    ScriptedServer,
    drip_for_ever,
    hang,
    scripted_server,
)
from tests.requests import VENDORS
from tests.requests import priced as priced_request
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.providers.connection import Deadlines
from videogen_desktop.providers.kie.client import KieClient

KEY = "sk-CANARY-0123456789"
# Only a server that never ends is waited for in vain; the others may be on a busy machine.
IMPATIENT = Deadlines(create=0.5, read=0.5)
ENDLESS = {hang, drip_for_ever}
NOON = 1_795_348_800_000  # 2026-11-22 12:00 UTC


class HandClock:
    """A Clock in which sleeping is what moves the time."""

    def __init__(self) -> None:
        self.elapsed_ms = 0
        self.slept: list[int] = []

    def now_ms(self) -> int:
        return NOON + self.elapsed_ms

    def monotonic_ms(self) -> int:
        return self.elapsed_ms

    async def sleep(self, milliseconds: int) -> None:
        self.slept.append(milliseconds)
        await asyncio.sleep(0)
        self.elapsed_ms += milliseconds


def a_request(model: str = "sandbox/video-1", provider: str = "sandbox") -> PricedRequest:
    prompt = "Một con mèo chơi với cuộn len"
    return priced_request(prompt, "portrait", VENDORS.named(provider), model)


def a_provider(
    address: str,
    key: str = KEY,
    http: HttpSettings | None = None,
    deadlines: Deadlines | None = None,
) -> KieClient:
    return KieClient(
        address,
        key,
        read_models=VENDORS.named("sandbox").read_models,
        http=http or HttpSettings(),
        clock=HandClock(),
        deadlines=deadlines,
    )


@asynccontextmanager
async def provider_on(
    *acts: Act, impatient: bool = False
) -> AsyncIterator[tuple[KieClient, ScriptedServer]]:
    async with scripted_server(*acts) as server:
        deadlines = IMPATIENT if impatient else None
        provider = a_provider(server.address, deadlines=deadlines)
        try:
            yield provider, server
        finally:
            await provider.close()
