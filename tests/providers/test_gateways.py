"""What stands between us and the provider decides nothing: gateways, proxies, redirects, sizes."""

import asyncio
import ipaddress
from collections.abc import Callable
from typing import Any

import pytest

from tests.providers import scripted_server as script
from tests.providers.kie_rig import a_provider, a_request, provider_on
from tests.providers.scripted_server import answers, envelope, http, says
from videogen_desktop.domain.errors import (
    ProviderError,
    ResultTooLargeError,
    ResultTruncatedError,
    ResultUrlRefusedError,
    SentUnknownError,
)
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.providers.address_rules import Address
from videogen_desktop.providers.http import httpx
from videogen_desktop.providers.result_answer import ResultLimits
from videogen_desktop.providers.results import ResultFetcher

BYTES = b"0123456789"


@pytest.mark.parametrize("status", [400, 404, 422, 433, 455, 500, 505])
def test_a_status_without_an_envelope_refuses_nothing(status: int) -> None:
    """A gateway may answer so after it passed the request on."""
    page = says(http("<html><title>Not here</title></html>", status, content_type="text/html"))

    async def run() -> ProviderError:
        async with provider_on(page) as (provider, _):
            with pytest.raises(ProviderError) as raised:
                await provider.create(a_request())
            return raised.value

    assert type(asyncio.run(run())) is SentUnknownError


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"])
def test_a_proxy_of_the_environment_is_not_asked(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which proxy carries the key is the user's choice in the settings, and nobody else's."""

    async def run() -> tuple[str, int]:
        async with script.scripted_server(answers("", 502)) as proxy:
            monkeypatch.setenv(name, proxy.address)
            async with script.scripted_server(answers(envelope(data={"taskId": "abc"}))) as server:
                provider = a_provider(server.address)
                try:
                    return await provider.create(a_request()), proxy.connections
                finally:
                    await provider.close()

    assert asyncio.run(run()) == ("abc", 0)


async def read(fetcher: ResultFetcher, url: str, **asked: Any) -> bytes:
    try:
        async with fetcher.open(url, **asked) as stream:
            return b"".join([chunk async for chunk in stream.chunks()])
    finally:
        await fetcher.close()


class ForeignHost(ResultFetcher):
    """Every address answers with a redirect; nothing is really connected to."""

    def __init__(self, location: str) -> None:
        async def resolver(_host: str, _port: int) -> tuple[Address, ...]:
            return (ipaddress.ip_address("8.8.8.8"),)

        super().__init__(HttpSettings(), loopback_allowed=True, resolver=resolver)
        self.location = location
        self.sent = 0

    async def _sent(self, hop: Any, headers: dict[str, str]) -> httpx.Response:
        self.sent += 1
        return httpx.Response(302, headers={"Location": self.location})


@pytest.mark.parametrize(
    "location", ["http://127.0.0.1:1/x.mp4", "http://localhost:1/x.mp4", "http://[::1]:1/x.mp4"]
)
def test_a_foreign_host_does_not_send_us_back_to_this_machine(location: str) -> None:
    fetcher = ForeignHost(location)
    with pytest.raises(ResultUrlRefusedError) as raised:
        asyncio.run(read(fetcher, "https://cdn.example/x.mp4"))
    assert (raised.value.reason, fetcher.sent) == ("scheme", 1)


def fetched(
    raw: bytes,
    limits: ResultLimits | None = None,
    act: Callable[[bytes], script.Act] = says,
    **asked: Any,
) -> bytes:
    async def run() -> bytes:
        async with script.scripted_server(act(raw)) as server:
            fetcher = ResultFetcher(HttpSettings(), loopback_allowed=True, limits=limits)
            return await read(fetcher, f"{server.address}/x.mp4", **asked)

    return asyncio.run(run())


def test_a_range_that_ends_early_is_a_file_cut_short() -> None:
    """Whole as HTTP goes, and still not the rest that it announced."""
    headers = {"Content-Range": "bytes 4-9/10", "ETag": '"one"'}
    raw = http(BYTES[4:7], 206, headers, content_type="video/mp4")
    with pytest.raises(ResultTruncatedError):
        fetched(raw, offset=4, etag='"one"')


def then_nothing(head: bytes) -> script.Act:
    async def act(exchange: script.Exchange) -> None:
        await exchange.read_request()
        await exchange.say(head)
        await asyncio.Event().wait()

    return act


def test_a_file_that_is_announced_too_large_is_not_even_begun() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: 1000\r\n\r\n"
    limits = ResultLimits(file_bytes=999, stall_s=0.5)
    with pytest.raises(ResultTooLargeError):
        fetched(head, limits, then_nothing)
