"""A server that goes on for ever gets its end from us, and no memory.

Every story has an outer limit, so that a missing deadline is a red test and not a run that hangs.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import pytest

from tests.providers import scripted_server as script
from tests.providers.kie_rig import a_request, provider_on
from tests.providers.scripted_server import Act, Exchange, envelope, says
from videogen_desktop.domain.errors import (
    MalformedAnswerError,
    ProviderUnavailableError,
    SentUnknownError,
)
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.providers.answer_body import JSON_LIMIT_BYTES
from videogen_desktop.providers.result_answer import ResultLimits
from videogen_desktop.providers.results import ResultFetcher

_Result = TypeVar("_Result")
PATIENCE_SECONDS = 20
SHORT = 0.3


def to_its_end(story: Coroutine[Any, Any, _Result]) -> _Result:
    async def bounded() -> _Result:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await story

    return asyncio.run(bounded())


async def drip_headers(exchange: Exchange) -> None:
    """No read of it ever waits long, and its head never ends."""
    await exchange.read_request()
    await exchange.say(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while True:
        await exchange.say(b"x")
        await asyncio.sleep(0.01)


@pytest.mark.parametrize("act", [script.drip_for_ever, drip_headers])
def test_a_post_has_an_end_whatever_the_server_does(act: Act) -> None:
    async def story() -> None:
        async with provider_on(act, impatient=True) as (provider, server):
            with pytest.raises(SentUnknownError, match="overall deadline"):
                await provider.create(a_request())
            assert server.connections == 1

    to_its_end(story())


@pytest.mark.parametrize("act", [script.drip_for_ever, drip_headers])
def test_a_read_has_an_end_whatever_the_server_does(act: Act) -> None:
    async def story() -> None:
        async with provider_on(act, impatient=True) as (provider, _):
            with pytest.raises(ProviderUnavailableError, match="overall deadline"):
                await provider.status("abc")

    to_its_end(story())


def test_an_answer_of_more_than_four_megabytes_is_none() -> None:
    # Whole and right, but for its size: whoever read on would find it.
    padded = b" " * (JSON_LIMIT_BYTES + 1) + envelope(data={"taskId": "abc"}).encode()

    async def story() -> None:
        async with provider_on(says(script.http(padded))) as (provider, _):
            with pytest.raises(SentUnknownError, match="more bytes"):
                await provider.create(a_request())
            with pytest.raises(MalformedAnswerError):
                await provider.status("abc")

    to_its_end(story())


async def drip_a_file(exchange: Exchange) -> None:
    await exchange.read_request()
    await exchange.say(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n")
    while True:
        await exchange.say(b"x")
        await asyncio.sleep(0.01)


@pytest.mark.parametrize(
    ("act", "limits"),
    [
        (drip_headers, ResultLimits(open_s=SHORT)),
        (drip_a_file, ResultLimits(whole_s=SHORT)),
    ],
)
def test_a_file_has_an_end_whatever_its_host_does(act: Act, limits: ResultLimits) -> None:
    async def story() -> None:
        async with script.scripted_server(act) as server:
            fetcher = ResultFetcher(HttpSettings(), loopback_allowed=True, limits=limits)
            try:
                with pytest.raises(ProviderUnavailableError):
                    async with fetcher.open(f"{server.address}/x.mp4") as stream:
                        async for _ in stream.chunks():
                            pass
            finally:
                await fetcher.close()

    to_its_end(story())
