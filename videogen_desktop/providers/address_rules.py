"""The addresses that result bytes may be fetched from.

A result's URL is written by somebody else: it must not make this machine ask itself or its
network for anything. One parser (httpx's) serves the check and the use.
"""

import asyncio
import ipaddress
import re
import socket
from collections.abc import Awaitable, Callable

from videogen_desktop.domain.addresses import is_loopback_host
from videogen_desktop.domain.errors import ProviderUnavailableError, ResultUrlRefusedError
from videogen_desktop.providers.http import httpx

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], Awaitable[tuple[Address, ...]]]

_SHOWN_CHARACTERS = 100
_HIGHEST_PORT = 65_535
_PORTS = {"https": 443, "http": 80}
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# What proxy programs answer for every name, to bring the connection to it themselves: the ranges
# that Clash, mihomo, sing-box, Xray and Surge use or document. None is anybody's network: the first
# and the third are for benchmarks (RFC 2544, 5180), fc00::/8 is unassigned (RFC 4193), and the last
# is one fixed prefix of 2^40.
FAKE_IP_RANGES = (
    ipaddress.ip_network("198.18.0.0/15"),
    ipaddress.ip_network("fc00::/18"),
    ipaddress.ip_network("2001:2::/48"),
    ipaddress.ip_network("fdfe:dcba:9876::/64"),
)
# The program's own in a range: a name that leads there would lead to this machine.
_OWN_OF_A_RANGE = frozenset({0, 1})
_LAST_IS_A_NUMBER = re.compile(r"(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$", re.IGNORECASE)


def checked_url(text: str, *, loopback_allowed: bool) -> httpx.URL:
    """Parse a result's URL.

    Raises ResultUrlRefusedError with reason "malformed", "scheme", "userinfo" or "host". Plain
    http is for loopback only, and only where the API itself is there.
    """
    try:
        url = httpx.URL(text)
        host = url.raw_host.decode("ascii")
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise ResultUrlRefusedError("", "malformed") from error
    if url.port is not None and not 0 < url.port <= _HIGHEST_PORT:
        raise ResultUrlRefusedError("", "malformed")
    shown = "".join(c for c in host if c.isprintable())[:_SHOWN_CHARACTERS]
    plain_allowed = loopback_allowed and is_loopback_host(host)
    if url.scheme != "https" and not (url.scheme == "http" and plain_allowed):
        raise ResultUrlRefusedError(shown, "scheme")
    if url.userinfo:
        raise ResultUrlRefusedError(shown, "userinfo")
    if not host or "\\" in host:
        raise ResultUrlRefusedError(shown, "host")
    return url


def port_of(url: httpx.URL) -> int:
    return url.port or _PORTS[url.scheme]


async def system_resolver(host: str, port: int) -> tuple[Address, ...]:
    """Every address of a host, in the system's order. Raises OSError."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    texts = dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found)
    return tuple(ipaddress.ip_address(text) for text in texts)


async def checked_addresses(
    url: httpx.URL, resolver: Resolver, *, loopback_allowed: bool
) -> tuple[Address, ...]:
    """Resolve a host; every one of its addresses must be allowed.

    A name may also have fake ones (`is_fake_ip`). Raises ResultUrlRefusedError with reason
    "address", ProviderUnavailableError when it does not resolve.
    """
    host = url.raw_host.decode("ascii")
    try:
        addresses = await resolver(host, port_of(url))
    # UnicodeError: labels that no name server can be asked for.
    except (OSError, UnicodeError) as error:
        raise ProviderUnavailableError(f"{type(error).__name__}: {host}"[:200]) from error
    is_name = ":" not in host and not _LAST_IS_A_NUMBER.search(host)
    allowed = (
        may_be_asked(address, loopback_allowed=loopback_allowed)
        or (is_name and is_fake_ip(address))
        for address in addresses
    )
    if not addresses or not all(allowed) or (url.scheme == "http" and not _loopback(addresses)):
        raise ResultUrlRefusedError(host[:_SHOWN_CHARACTERS], "address")
    return addresses


def may_be_asked(address: Address, *, loopback_allowed: bool) -> bool:
    """Public addresses, and loopback where allowed; also when wrapped into IPv6."""
    address = _innermost(address)
    if address.is_loopback:
        return loopback_allowed
    refused = (
        address.is_multicast
        or address.is_private
        or address.is_link_local
        or address.is_reserved
        or address.is_unspecified
    )
    return address.is_global and not refused


def is_fake_ip(address: Address) -> bool:
    """Whether a proxy program on the way answers so for a name, and resolves it itself.

    The connection is then its doing, as that of every API call: where the name leads to is as
    little known here as behind any proxy. What holds is https with the name's own certificate.
    """
    is_own = int(address) & 0xFFFF in _OWN_OF_A_RANGE
    return not is_own and any(address in known for known in FAKE_IP_RANGES)


async def fake_ip_of(base: str) -> Address | None:
    """The fake address that an API base's name has here, if it has one."""
    url = httpx.URL(base)
    try:
        found = await system_resolver(url.raw_host.decode("ascii"), port_of(url))
    except (OSError, UnicodeError):
        return None
    return next(filter(is_fake_ip, found), None)


def _loopback(addresses: tuple[Address, ...]) -> bool:
    return all(_innermost(address).is_loopback for address in addresses)


def _innermost(address: Address) -> Address:
    """The IPv4 address that an IPv6 one stands for: mapped, 6to4, NAT64."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address
