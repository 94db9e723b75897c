"""A proxy that fails is proof that nothing left; one that works is proof of nothing.

Over real sockets. The base is no loopback one, as those are asked without a proxy: its name does
not exist, so that only a proxy could bring a request anywhere.
"""

import asyncio
import contextlib
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.providers.conftest import HOST_NAME
from tests.providers.kie_rig import KEY, a_provider, a_request
from tests.providers.scripted_server import (
    Act,
    Exchange,
    ScriptedServer,
    answers,
    envelope,
    http,
    says,
    scripted_server,
)
from videogen_desktop.domain.errors import (
    PROXY_FAILED,
    NotSentError,
    ProviderUnavailableError,
    SentUnknownError,
)
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.providers import http as clients
from videogen_desktop.providers.http import Way, httpx
from videogen_desktop.providers.results import ResultFetcher

BASE = f"https://{HOST_NAME}"
GREETING, CONNECT = 3, 4 + 1 + len(HOST_NAME) + 2
NO_AUTH, WITH_PASSWORD = b"\x05\x00", b"\x05\x02"
CONNECTED = b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00"


def replies(*parts: bytes) -> Act:
    """Answers each thing that is said with the next of these, and hangs up after the last."""

    async def act(exchange: Exchange) -> None:
        for part in parts:
            exchange.server.heard += await exchange.reader.read(4096)
            await exchange.say(part)

    return act


async def hang_up(_exchange: Exchange) -> None:
    pass


async def reset(exchange: Exchange) -> None:
    exchange.reset()


async def say_nothing(exchange: Exchange) -> None:
    while heard := await exchange.reader.read(4096):
        exchange.server.heard += heard


def refused_by_socks(code: int) -> Act:
    return replies(NO_AUTH, b"\x05" + bytes([code]) + CONNECTED[2:])


ANY: dict[str, Act] = {"hangs up": hang_up, "resets": reset, "says nothing": say_nothing}
SOCKS: dict[str, Act] = ANY | {
    "speaks http": replies(http("<html>no</html>", 400, content_type="text/html")),
    "speaks something": replies(b"SSH-2.0-OpenSSH_9.6\r\n"),
    "speaks one byte": replies(b"\x05"),
    "speaks socks4": replies(b"\x00\x5b\x00\x00\x00\x00\x00\x00"),
    "wants another greeting": replies(b"\x05\xff"),
    "wants a password": replies(WITH_PASSWORD),
    "hangs up after the greeting": replies(NO_AUTH),
    "says half of its answer": replies(NO_AUTH, b"\x05\x00\x00"),
    "says nonsense": replies(NO_AUTH, b"\xff" * 10),
    "may not": refused_by_socks(2),
    "finds no host": refused_by_socks(4),
    "is refused": refused_by_socks(5),
    "says an unknown refusal": refused_by_socks(99),
}
HTTP: dict[str, Act] = ANY | {
    "wants a password": says(http("", 407)),
    "may not": says(http("", 403)),
    "finds no host": says(http("", 502)),
    "sends elsewhere": says(http("", 302, {"Location": "https://login.example/"})),
    "speaks socks": replies(b"\x05\xff"),
    "speaks something": replies(b"SSH-2.0-OpenSSH_9.6\r\n"),
    "breaks off": replies(b"HTTP/1.1 200 OK\r\nX: "),
}
FAILING = [
    *(pytest.param("socks5", act, id=f"socks {name}") for name, act in SOCKS.items()),
    *(pytest.param("http", act, id=f"http {name}") for name, act in HTTP.items()),
    *(pytest.param("https", act, id=f"https {name}") for name, act in HTTP.items()),
]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who says nothing is waited for as long as it takes to be sure that it was asked."""
    monkeypatch.setattr(clients, "WAY_S", 0.5)


async def failure(proxy: str, ca: Path | None = None) -> Exception:
    provider = a_provider(BASE, http=HttpSettings(proxy=proxy, extra_ca_file=ca))
    try:
        with pytest.raises(Exception) as raised:
            await provider.create(a_request())
        with pytest.raises(ProviderUnavailableError):
            await provider.balance()
        return raised.value
    finally:
        await provider.close()


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(("scheme", "act"), FAILING)
def test_a_proxy_that_fails_is_proof_that_nothing_left(scheme: str, act: Act) -> None:
    async def run() -> tuple[Exception, bytes]:
        async with scripted_server(act) as proxy:
            error = await failure(f"{scheme}://127.0.0.1:{proxy.port}")
            return error, proxy.heard + repr(proxy.requests).encode()

    error, heard = asyncio.run(run())
    assert type(error) is NotSentError
    assert error.code == PROXY_FAILED
    assert KEY.encode() not in heard


@pytest.mark.parametrize("scheme", ["socks5", "http", "https"])
def test_a_proxy_that_is_not_there_is_one_too(scheme: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    error = asyncio.run(failure(f"{scheme}://127.0.0.1:{port}"))
    assert type(error) is NotSentError
    assert error.code == PROXY_FAILED


def test_a_wrong_password_of_a_socks_proxy_is_one_too() -> None:
    async def run() -> Exception:
        async with scripted_server(replies(WITH_PASSWORD, b"\x01\x01")) as proxy:
            return await failure(f"socks5://user:wrong@127.0.0.1:{proxy.port}")

    assert type(asyncio.run(run())) is NotSentError


@pytest.mark.usefixtures("impatient")
def test_a_result_behind_a_failing_proxy_is_for_later() -> None:
    async def run(act: Act, scheme: str) -> None:
        async with scripted_server(act) as proxy:
            settings = HttpSettings(proxy=f"{scheme}://127.0.0.1:{proxy.port}")
            fetcher = ResultFetcher(settings, loopback_allowed=False)
            with pytest.raises(ProviderUnavailableError):
                async with fetcher.open("https://only-inside.invalid/x.mp4"):
                    pass
            await fetcher.close()

    for act in SOCKS.values():
        asyncio.run(run(act, "socks5"))


def test_behind_a_proxy_the_name_goes_to_the_proxy() -> None:
    refusal = says(http("", 403))

    async def run() -> None:
        async with scripted_server(refusal) as proxy:
            settings = HttpSettings(proxy=proxy.address)
            fetcher = ResultFetcher(settings, loopback_allowed=False)
            with pytest.raises(ProviderUnavailableError):
                async with fetcher.open("https://only-inside.invalid/x.mp4"):
                    pass
            assert proxy.requests[0].target == "only-inside.invalid:443"
            await fetcher.close()

    asyncio.run(run())


@dataclass
class Tunnel:
    """A proxy that works: whatever comes out of its greeting goes on to a server of ours."""

    port: int
    scheme: str

    async def __call__(self, exchange: Exchange) -> None:
        if self.scheme == "http":
            await exchange.reader.readuntil(b"\r\n\r\n")
            await exchange.say(b"HTTP/1.1 200 OK\r\n\r\n")
        else:
            for length, answer in ((GREETING, NO_AUTH), (CONNECT, CONNECTED)):
                await exchange.reader.readexactly(length)
                await exchange.say(answer)
        inner, outer = await asyncio.open_connection("127.0.0.1", self.port)
        pumps = [_pumped(exchange.reader, outer), _pumped(inner, exchange.writer)]
        try:
            await asyncio.gather(*pumps)
        finally:
            outer.transport.abort()
            with contextlib.suppress(ConnectionError):
                await outer.wait_closed()


async def _pumped(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    with contextlib.suppress(ConnectionError):
        while chunk := await source.read(65536):
            sink.write(chunk)
            await sink.drain()
        sink.close()


@asynccontextmanager
async def behind(act: Act, scheme: str, tls: ssl.SSLContext) -> AsyncIterator[ScriptedServer]:
    async with (
        scripted_server(act, tls=tls) as server,
        scripted_server(Tunnel(server.port, scheme)) as proxy,
    ):
        server.port = proxy.port
        yield server


async def _read_and_hang_up(exchange: Exchange) -> None:
    await exchange.read_request()


@pytest.mark.parametrize("scheme", ["socks5", "http"])
def test_what_went_through_a_proxy_may_have_arrived(
    scheme: str, own_tls: ssl.SSLContext, own_certificate: Path
) -> None:
    async def run(act: Act) -> tuple[Exception, int]:
        async with behind(act, scheme, own_tls) as server:
            proxy = f"{scheme}://127.0.0.1:{server.port}"
            return await failure(proxy, own_certificate), len(server.requests)

    error, requests = asyncio.run(run(_read_and_hang_up))
    assert (type(error), requests) == (SentUnknownError, 2)
    assert type(asyncio.run(run(answers("", 502)))[0]) is SentUnknownError


@pytest.mark.parametrize("scheme", ["socks5", "http"])
def test_a_stranger_behind_a_proxy_gets_nothing(scheme: str, own_tls: ssl.SSLContext) -> None:
    """Nobody vouches for the certificate: the request is not begun, and the proxy is not blamed."""

    async def run() -> tuple[Exception, int]:
        async with behind(answers(envelope(data={"taskId": "abc"})), scheme, own_tls) as server:
            proxy = f"{scheme}://127.0.0.1:{server.port}"
            return await failure(proxy), len(server.requests)

    error, requests = asyncio.run(run())
    assert (type(error), requests) == (NotSentError, 0)
    assert isinstance(error, NotSentError)
    assert error.code is None


@pytest.mark.parametrize("scheme", ["socks5", "http"])
def test_a_proxy_that_works_brings_the_request_there_once(
    scheme: str, own_tls: ssl.SSLContext, own_certificate: Path
) -> None:
    async def run() -> tuple[str, int]:
        async with behind(answers(envelope(data={"taskId": "abc"})), scheme, own_tls) as server:
            settings = HttpSettings(f"{scheme}://127.0.0.1:{server.port}", own_certificate)
            provider = a_provider(BASE, http=settings)
            try:
                return await provider.create(a_request()), len(server.requests)
            finally:
                await provider.close()

    assert asyncio.run(run()) == ("abc", 1)


def steps(*events: tuple[str, object]) -> Way:
    way = Way(begun=lambda: None)
    for event, info in events:
        asyncio.run(way.see(event, {"request": info}))
    return way


POST, TUNNEL = httpx.Request("POST", BASE), SimpleNamespace(method=b"CONNECT")


@pytest.mark.parametrize(
    ("events", "proof"),
    [
        ([("connection.connect_tcp.started", None)], True),
        ([("socks.setup_socks5_connection.started", None)], True),
        ([("http11.receive_response_headers.started", TUNNEL)], True),
        # A step that came to its end says nothing of the next, which may not be told any more.
        ([("proxy.start_tls.started", None), ("proxy.start_tls.complete", None)], False),
        ([("http11.send_request_headers.started", POST)], False),
        ([("http11.send_request_headers.started", None)], False),
        ([("connection.connect_tcp.started", None), ("http3.whatever.started", None)], False),
        ([("h11.send.started", POST), ("connection.connect_tcp.started", None)], False),
        ([], False),
    ],
    ids=lambda value: str(value)[:80],
)
def test_only_what_is_known_of_the_way_is_proof(
    events: list[tuple[str, object]], proof: bool
) -> None:
    assert steps(*events).was_not_gone is proof
