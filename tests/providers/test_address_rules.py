"""Which addresses a result may be fetched from."""

import asyncio
import ipaddress

import pytest

from videogen_desktop.domain.errors import ProviderUnavailableError, ResultUrlRefusedError
from videogen_desktop.providers.address_rules import (
    Address,
    checked_addresses,
    checked_url,
    may_be_asked,
    system_resolver,
)

PUBLIC = ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"]
LOOPBACK = ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1"]
NEVER = [
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "100.64.0.1",
    "169.254.169.254",
    "0.0.0.0",  # noqa: S104 - it is what must be refused
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "198.18.0.1",
    "::",
    "fe80::1",
    "fc00::1",
    "ff02::1",
    "2001:db8::1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::a00:1",
    "2002:a00:1::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
]


@pytest.mark.parametrize("text", PUBLIC)
def test_public_addresses_may_be_asked(text: str) -> None:
    assert may_be_asked(ipaddress.ip_address(text), loopback_allowed=False)


@pytest.mark.parametrize("text", NEVER)
def test_everything_behind_the_users_own_router_may_not(text: str) -> None:
    assert not may_be_asked(ipaddress.ip_address(text), loopback_allowed=True)


@pytest.mark.parametrize("text", LOOPBACK)
def test_this_machine_only_where_the_api_is_there_too(text: str) -> None:
    address = ipaddress.ip_address(text)
    assert may_be_asked(address, loopback_allowed=True)
    assert not may_be_asked(address, loopback_allowed=False)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "scheme"),
        ("FILE:///etc/passwd", "scheme"),
        ("ftp://cdn.example/x.mp4", "scheme"),
        ("data:video/mp4;base64,AAAA", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("smb://evil/share", "scheme"),
        ("//evil/share/x.mp4", "scheme"),
        ("/etc/passwd", "scheme"),
        ("x.mp4", "scheme"),
        ("", "scheme"),
        ("http://cdn.example/x.mp4", "scheme"),
        ("http://127.0.0.1.evil.example/x.mp4", "scheme"),
        ("https://user@cdn.example/x.mp4", "userinfo"),
        ("https://user:pw@ok@evil/", "userinfo"),
        ("https://cdn.example\\@evil.example/", "userinfo"),
        ("https://:pw@cdn.example/", "userinfo"),
        ("https:///x.mp4", "host"),
        ("https://", "host"),
        ("https://cdn.example:99999/", "malformed"),
        ("https://cdn.example/\x00", "malformed"),
        ("https://[::1/", "malformed"),
        ("https://\ud800.example/", "malformed"),
        ("https://" + "a" * 70_000, "malformed"),
    ],
)
@pytest.mark.parametrize("loopback_allowed", [False, True])
def test_a_url_of_another_kind_is_refused_with_a_reason(
    url: str, reason: str, loopback_allowed: bool
) -> None:
    with pytest.raises(ResultUrlRefusedError) as raised:
        checked_url(url, loopback_allowed=loopback_allowed)
    assert raised.value.reason == reason
    assert "pw" not in str(raised.value)


def test_plain_http_is_for_loopback_beside_a_loopback_api() -> None:
    for url in ("http://127.0.0.1:8000/x.mp4", "http://localhost/x.mp4", "http://[::1]/x"):
        assert checked_url(url, loopback_allowed=True).scheme == "http"
        with pytest.raises(ResultUrlRefusedError):
            checked_url(url, loopback_allowed=False)


def resolved(url: str, *found: str, loopback_allowed: bool = False) -> tuple[Address, ...]:
    async def resolver(host: str, port: int) -> tuple[Address, ...]:
        return tuple(ipaddress.ip_address(text) for text in found)

    parsed = checked_url(url, loopback_allowed=loopback_allowed)
    return asyncio.run(checked_addresses(parsed, resolver, loopback_allowed=loopback_allowed))


def test_a_name_is_judged_by_every_address_it_has() -> None:
    assert len(resolved("https://cdn.example/", "8.8.8.8", "2606:4700::1111")) == 2
    for found in (["10.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["127.0.0.1"], []):
        with pytest.raises(ResultUrlRefusedError) as raised:
            resolved("https://cdn.example/", *found)
        assert raised.value.reason == "address"


FAKE = ["198.18.0.7", "198.19.255.255", "fc00::7", "fc00:3fff::2", "2001:2::5", "fdfe:dcba:9876::a"]
NOT_FAKE = ["198.18.0.0", "198.18.0.1", "100.64.0.7", "fc00::1", "fc00:4000::7", "fd00::7"]


@pytest.mark.parametrize("found", FAKE)
def test_a_name_may_be_answered_for_by_a_proxy_program(found: str) -> None:
    assert resolved("https://cdn.example/", found)
    # Whoever writes the address itself asks for what no name leads to.
    literals = (f"[{found}]",) if ":" in found else (found, str(int(ipaddress.ip_address(found))))
    for literal in literals:
        with pytest.raises(ResultUrlRefusedError):
            resolved(f"https://{literal}/", found)
    for other in ("10.0.0.1", "192.168.1.1", "127.0.0.1", "169.254.169.254", "::1", "fd00::1"):
        with pytest.raises(ResultUrlRefusedError):
            resolved("https://cdn.example/", found, other)
    with pytest.raises(ResultUrlRefusedError):
        resolved("http://localhost/", found, loopback_allowed=True)


@pytest.mark.parametrize("found", [*NOT_FAKE, "::ffff:198.18.0.7", "64:ff9b::c612:7"])
def test_the_programs_own_address_and_its_neighbours_are_no_names(found: str) -> None:
    with pytest.raises(ResultUrlRefusedError):
        resolved("https://cdn.example/", found)


def test_plain_http_to_a_loopback_name_must_resolve_to_loopback() -> None:
    assert resolved("http://localhost/", "127.0.0.1", loopback_allowed=True)
    with pytest.raises(ResultUrlRefusedError):
        resolved("http://localhost/", "8.8.8.8", loopback_allowed=True)


@pytest.mark.parametrize(
    "url", ["https://2130706433/", "https://0x7f.1/", "https://127.1/", "https://localhost/"]
)
def test_other_spellings_of_this_machine_are_caught_after_resolution(url: str) -> None:
    parsed = checked_url(url, loopback_allowed=False)
    with pytest.raises((ResultUrlRefusedError, ProviderUnavailableError)):
        asyncio.run(checked_addresses(parsed, system_resolver, loopback_allowed=False))


def test_a_name_that_does_not_resolve_is_a_matter_for_later() -> None:
    parsed = checked_url("https://no-such-host.invalid/x", loopback_allowed=False)
    with pytest.raises(ProviderUnavailableError):
        asyncio.run(checked_addresses(parsed, system_resolver, loopback_allowed=False))
