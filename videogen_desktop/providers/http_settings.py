"""The way into the network; apart from the clients, so that knowing it costs no httpx."""

import ipaddress
import re
from urllib.parse import urlsplit

from videogen_desktop.domain.addresses import is_loopback
from videogen_desktop.domain.provider import HttpSettings


def proxy_for(url: str, settings: HttpSettings) -> str | None:
    """The proxy for an address; None for a loopback server and for what the system excepts.

    With the system's proxy on Windows it may wait for a name server.
    """
    if settings.proxy is None or is_loopback(url):
        return None
    return None if settings.as_the_system_does and _is_excepted(url) else settings.proxy


def _is_excepted(url: str) -> bool:
    """As urllib reads NO_PROXY, Windows' and macOS' lists; and as curl and httpx read NO_PROXY."""
    from urllib.request import getproxies_environment, proxy_bypass

    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".")
    named = f"[{host}]" if ":" in host else host
    if proxy_bypass(f"{named}:{parts.port or 443}"):
        return True
    listed = re.split(r"[,\s]+", getproxies_environment().get("no", ""))
    return any(_is_meant(host, entry.lower()) for entry in listed if entry)


def _is_meant(host: str, entry: str) -> bool:
    """What urllib does not know of NO_PROXY: a star in a list, networks, bare IPv6."""
    try:
        network = ipaddress.ip_network(entry.strip("[]"), strict=False)
        return ipaddress.ip_address(host) in network
    except ValueError:
        suffix = entry.lstrip("*").strip(".")
        return entry == "*" or (bool(suffix) and f".{host}".endswith(f".{suffix}"))
