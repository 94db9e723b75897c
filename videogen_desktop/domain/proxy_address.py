"""What may stand in the field for a proxy."""

from urllib.parse import urlsplit

_SCHEMES = frozenset({"http", "https", "socks5", "socks5h"})


def proxy_address(text: str) -> str | None:
    """The address as httpx takes it, or None for what is none.

    A host and port without a scheme are an HTTP proxy, as in every browser.
    """
    stripped = text.strip()
    if not stripped or any(character.isspace() for character in stripped):
        return None
    full = stripped if "://" in stripped else f"http://{stripped}"
    try:
        parts = urlsplit(full)
        port = parts.port
    except ValueError:
        return None
    is_usable = parts.scheme in _SCHEMES and bool(parts.hostname) and port != 0
    is_bare = parts.path in ("", "/") and not parts.query and not parts.fragment
    return full.rstrip("/") if is_usable and is_bare else None
