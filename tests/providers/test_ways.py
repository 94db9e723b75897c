"""Which way calls and results go: the system's proxy, its exceptions, and a proxy program that
answers for names with addresses of its own."""

import asyncio
import ipaddress
import os
import ssl
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.providers.conftest import HOST_NAME
from tests.providers.kie_rig import a_provider, a_request
from tests.providers.scripted_server import Exchange, http, says, scripted_server
from tests.providers.test_proxies import BASE, refused_by_socks
from videogen_desktop.domain.errors import PROXY_FAILED, NotSentError, ProviderUnavailableError
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.domain.settings import Settings
from videogen_desktop.providers import address_rules
from videogen_desktop.providers.address_rules import Address
from videogen_desktop.providers.http import free_client, httpx, trust_nothing
from videogen_desktop.providers.http_settings import proxy_for
from videogen_desktop.providers.results import ResultFetcher
from videogen_desktop.services.network import http_settings


def network(monkeypatch: pytest.MonkeyPatch, **variables: str) -> HttpSettings:
    """What "as the system does" comes to in this environment."""
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return http_settings(Settings(proxy="system"))


@pytest.mark.parametrize(
    ("variables", "found"),
    [
        ({"https_proxy": "127.0.0.1:7890"}, "http://127.0.0.1:7890"),
        ({"all_proxy": "socks://127.0.0.1:7891/"}, "socks5://127.0.0.1:7891"),
        ({"ALL_PROXY": "socks5h://h:1", "HTTPS_PROXY": "http://h:2"}, "http://h:2"),
        ({"https_proxy": "http://proxy 8080"}, "http://proxy:8080"),
        ({"http_proxy": "http://plain:1"}, None),
        ({"https_proxy": "nonsense://proxy"}, "nonsense://proxy"),
        ({}, None),
    ],
)
def test_the_systems_proxy_is_read_as_other_programs_read_it(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], found: str | None
) -> None:
    assert network(monkeypatch, **variables).proxy == found


@pytest.mark.parametrize(
    ("url", "listed", "is_asked_directly"),
    [
        ("https://api.example.com", "example.com", True),
        ("https://api.example.com.", ".example.com", True),
        ("https://api.example.com", "other.com, *.example.com", True),
        ("https://api.example.com:8443", "api.example.com:8443", True),
        ("https://api.example.com", "other.com api.EXAMPLE.com", True),
        ("https://api.example.com", "a,*", True),
        ("https://10.1.2.3", "10.0.0.0/8", True),
        ("https://[fd00::7]", "fd00::7", True),
        ("https://[fd00::7]", "[fd00::]/8,fd00::/8", True),
        ("https://127.0.0.1:1", "", True),
        ("https://api.example.com", "", False),
        ("https://api.example.com:8443", "api.example.com:443", False),
        ("https://myexample.com", "example.com", False),
        ("https://11.1.2.3", "10.0.0.0/8,.,*.", False),
    ],
)
def test_what_the_system_excepts_is_asked_without_its_proxy(
    monkeypatch: pytest.MonkeyPatch, url: str, listed: str, is_asked_directly: bool
) -> None:
    settings = network(monkeypatch, https_proxy="http://proxy:1", no_proxy=listed)
    assert (proxy_for(url, settings) is None) == is_asked_directly
    # The user's own proxy has no exceptions of somebody else's.
    own = http_settings(Settings(proxy="manual", proxy_url="proxy:1"))
    assert (proxy_for(url, own) is None) == ("127.0.0.1" in url)


def test_neither_calls_nor_results_for_an_excepted_host_go_to_the_proxy(
    monkeypatch: pytest.MonkeyPatch, own_tls: ssl.SSLContext, own_certificate: Path
) -> None:
    async def resolver(_host: str, _port: int) -> tuple[Address, ...]:
        return (ipaddress.ip_address("127.0.0.1"),)

    async def run() -> None:
        clip = says(http(b"bytes", content_type="video/mp4"))
        async with (
            scripted_server(refused_by_socks(2)) as proxy,
            scripted_server(clip, tls=own_tls) as server,
        ):
            all_proxy = f"socks://127.0.0.1:{proxy.port}"
            settings = network(monkeypatch, ALL_PROXY=all_proxy, NO_PROXY=".example.test")
            trusting = replace(settings, extra_ca_file=own_certificate)
            fetcher = ResultFetcher(trusting, loopback_allowed=True, resolver=resolver)
            async with fetcher.open(f"https://{HOST_NAME}:{server.port}/x.mp4") as stream:
                assert b"".join([part async for part in stream.chunks()]) == b"bytes"
            await fetcher.close()
            provider = a_provider(BASE, http=settings)
            with pytest.raises(NotSentError) as failed:
                await provider.create(a_request())
            await provider.close()
            assert (failed.value.code, proxy.heard, len(server.requests)) == (None, b"", 1)

    asyncio.run(run())


@pytest.mark.parametrize("found", ["198.18.0.7", "fc00::7"])
def test_a_proxys_own_answers_for_names_keep_no_result_back(found: str) -> None:
    """Clash with its fake-IP, and as the proxy of the settings too."""

    async def resolver(_host: str, _port: int) -> tuple[Address, ...]:
        return (ipaddress.ip_address(found),)

    async def run() -> None:
        async with scripted_server(says(http("", 403))) as proxy:
            settings = HttpSettings(proxy=proxy.address)
            fetcher = ResultFetcher(settings, loopback_allowed=False, resolver=resolver)
            with pytest.raises(ProviderUnavailableError) as failed:
                async with fetcher.open(f"{BASE}/x.mp4"):
                    pass
            await fetcher.close()
            assert failed.value.code == PROXY_FAILED
            assert proxy.requests[0].target == f"{HOST_NAME}:443"

    asyncio.run(run())


@pytest.mark.skipif(sys.platform != "linux", reason="all of 127/8 listens on Linux only")
def test_a_file_comes_through_a_proxy_program_that_answers_for_its_name(
    own_tls: ssl.SSLContext, own_certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Clash's fake-IP, with a range that can be listened on here. The name's own certificate is
    asked for, so that nothing else behind the program gets a request."""
    monkeypatch.setattr(address_rules, "FAKE_IP_RANGES", (ipaddress.ip_network("127.198.0.0/16"),))

    async def resolver(_host: str, _port: int) -> tuple[Address, ...]:
        return (ipaddress.ip_address("127.198.0.7"),)

    async def run() -> None:
        clip = says(http(b"bytes", content_type="video/mp4"))
        settings = HttpSettings(extra_ca_file=own_certificate)
        async with scripted_server(clip, tls=own_tls, host="127.198.0.7") as server:
            fetcher = ResultFetcher(settings, loopback_allowed=False, resolver=resolver)
            async with fetcher.open(f"https://{HOST_NAME}:{server.port}/x.mp4") as stream:
                assert b"".join([chunk async for chunk in stream.chunks()]) == b"bytes"
            with pytest.raises(ProviderUnavailableError) as failed:
                async with fetcher.open(f"https://router.example.test:{server.port}/x.mp4"):
                    pass
            assert (failed.value.code, len(server.requests)) == (PROXY_FAILED, 1)
            await fetcher.close()

    asyncio.run(run())


def test_what_speaks_plain_http_alone_refuses_https_before_a_byte_is_written() -> None:
    heard = asyncio.Event()

    async def listens(exchange: Exchange) -> None:
        exchange.server.heard = await exchange.reader.read(1000)
        heard.set()

    async def story() -> None:
        client = free_client(trust_nothing(), None)
        async with scripted_server(listens, says(http())) as server, client:
            with pytest.raises(httpx.ConnectError):
                await client.get(server.address.replace("http:", "https:"))
            await heard.wait()
            assert server.heard == b""
            assert (await client.get(server.address)).status_code == 200

    asyncio.run(story())
