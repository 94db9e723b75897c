"""The address that a provider is told to call back, and the video that it names."""

import ipaddress
import unicodedata
import uuid
from urllib.parse import parse_qs, urlsplit

CALLBACK_PATH = "/api/video-callback"
REFERENCE = "video"


def public_address(text: str) -> str | None:
    """The one spelling of a tunnel's address, or None for what is none.

    https, or plain http on loopback; no user name, query or fragment. The path that callbacks are
    sent to may stand at its end and is taken off.
    """
    stripped = text.strip()
    # urlsplit silently drops tabs and newlines and takes a backslash for part of a name.
    if any(c in '\\@?#"<>' or unicodedata.category(c)[0] in "CZ" for c in stripped):
        return None
    try:
        parts = urlsplit(stripped)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return None
    if not host or port == 0 or parts.scheme not in ("https", "http"):
        return None
    if parts.scheme == "http" and not is_loopback(host):
        return None
    path = parts.path.rstrip("/").removesuffix(CALLBACK_PATH).rstrip("/")
    return f"{parts.scheme}://{parts.netloc.lower()}{path}"


def callback_url(address: str, video_id: str) -> str:
    """Where the provider calls back about this video."""
    return f"{address}{CALLBACK_PATH}?{REFERENCE}={video_id}"


def reference_in(query: str) -> str | None:
    """The video that the query of a callback's address names, or None."""
    try:
        given = parse_qs(query, max_num_fields=8).get(REFERENCE, [])
    except ValueError:
        return None
    return given[0] if len(given) == 1 and _is_id(given[0]) else None


def host_in(address: str) -> str:
    """The host of an address that was checked, in lower case."""
    return (urlsplit(address).hostname or "").lower()


def is_loopback(host: str) -> bool:
    """Whether the host is this machine by its very spelling; nothing is resolved."""
    if host.rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_id(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
