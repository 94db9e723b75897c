"""What the address of a proxy is, however it was written."""

import re
from urllib.parse import SplitResult, quote, unquote, urlsplit

# Of the SOCKS kinds httpx speaks version 5 only. Desktops write `socks://` for whatever the proxy
# speaks, and Windows' `socks=` comes out of urllib as version 4; nearly every one speaks 5 too, and
# one that does not refuses before anything was sent.
_SCHEMES = {
    **{scheme: scheme for scheme in ("http", "https", "socks5", "socks5h")},
    **dict.fromkeys(("socks", "socks4", "socks4a"), "socks5"),
}
_PER_PROTOCOL = re.compile(r"(?:^|;)\s*(https|socks|http)=([^;\s]+)", re.IGNORECASE)
_KDE_PORT = re.compile(r"[ \t]+(?=\d+/?$)")


def proxy_address(text: str) -> str | None:
    """The address as httpx takes it, or None for what is none.

    A host and port without a scheme are an HTTP proxy, as in every browser. Taken too: Windows'
    `http=host:port;https=host:port`, KDE's `http://host port`, and any name for SOCKS.
    """
    one = _KDE_PORT.sub(":", _for_https(text.strip()))
    if not one or any(character.isspace() for character in one):
        return None
    try:
        parts = urlsplit(one if "://" in one else f"http://{one}")
        port = parts.port
    except ValueError:
        return None
    scheme = _SCHEMES.get(parts.scheme)
    is_bare = parts.path in ("", "/") and not parts.query and not parts.fragment
    if scheme is None or not parts.hostname or "=" in parts.hostname or port == 0 or not is_bare:
        return None
    return f"{scheme}://{parts.netloc}"


def without_password(address: str) -> tuple[str, str | None]:
    """The address as it may be shown and written down, and the password that stood in it."""
    try:
        parts = urlsplit(address)
        password = parts.password
    except ValueError:
        return address, None
    if password is None:
        return address, None
    user = parts.netloc.rpartition("@")[0].partition(":")[0]
    return parts._replace(netloc=f"{user}@{_place(parts)}").geturl(), unquote(password)


def with_password(address: str, password: str) -> str:
    """The address with a password for the user that it names."""
    parts = urlsplit(address)
    user = parts.netloc.rpartition("@")[0].partition(":")[0]
    netloc = f"{user}:{quote(password, safe='')}@{_place(parts)}"
    return parts._replace(netloc=netloc).geturl()


def _place(parts: SplitResult) -> str:
    return parts.netloc.rpartition("@")[2]


def _for_https(text: str) -> str:
    """Of an address per protocol, the one for https."""
    found: dict[str, str] = {name.lower(): address for name, address in _PER_PROTOCOL.findall(text)}
    if not found:
        return text
    if "https" not in found and "socks" in found:
        address = found["socks"]
        return address if "://" in address else f"socks://{address}"
    return found.get("https") or found["http"]
