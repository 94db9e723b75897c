"""Web addresses that people enter: API bases, which may get a key, proxies, and for callbacks.

Standard library only: the terminal asks before httpx is loaded.
"""

import ipaddress
import re
import unicodedata
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit

from videogen_desktop.domain.errors import ApiBaseRefusedError

# Of the SOCKS kinds httpx speaks version 5 only. Desktops write `socks://` for whatever the proxy
# speaks, and Windows' `socks=` comes out of urllib as version 4; nearly every one speaks 5 too, and
# one that does not refuses before anything was sent.
_SCHEMES = {
    **{scheme: scheme for scheme in ("http", "https", "socks5", "socks5h")},
    **dict.fromkeys(("socks", "socks4", "socks4a"), "socks5"),
}
_PER_PROTOCOL = re.compile(r"(?:^|;)\s*(https|socks|http)=([^;\s]+)", re.IGNORECASE)
_KDE_PORT = re.compile(r"[ \t]+(?=\d+/?$)")
_API_PATH = "/api/v1"
_DEFAULT_PORTS = {"https": 443, "http": 80}
_SHOWN_CHARACTERS = 200
_LAST_IS_A_NUMBER = re.compile(r"(?:^|\.)(?:\d+|0x[0-9a-f]*)$")
# RFC 1918, RFC 4193, and what machines give themselves on a cable (RFC 3927, 4291).
_PRIVATE_NETWORKS = tuple(
    ipaddress.ip_network(net)
    for net in (
        *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"),
        *("fc00::/7", "fe80::/10"),
    )
)
CALLBACK_PATH = "/api/video-callback"
REFERENCE = "video"
_ID = re.compile("-".join(f"[0-9a-f]{{{length}}}" for length in (8, 4, 4, 4, 12)))


def normalised_api_base(text: str) -> str:
    """The one spelling of an API base, which is part of a wallet's identity.

    Lower-case scheme and host, addresses and international names in their one form, no default
    port, no trailing dot, slash or `/api/v1`.
    Raises ApiBaseRefusedError for anything but https, or plain http on loopback, and for user
    names, queries and fragments.
    """
    stripped = text.strip()
    try:
        parts = _checked_parts(stripped)
        host = _one_host(parts.hostname or "")
        port = parts.port
    except ValueError as error:
        raise ApiBaseRefusedError(_shown(stripped)) from error
    if not host or (parts.scheme == "http" and not is_loopback_host(host)):
        raise ApiBaseRefusedError(_shown(stripped))
    location = f"[{host}]" if ":" in host else host
    if port is not None and port != _DEFAULT_PORTS[parts.scheme]:
        location += f":{port}"
    return f"{parts.scheme}://{location}{_path(parts.path)}"


def normalised_text_base(text: str) -> str:
    """The one spelling of the address of a server of texts, which its key is bound to.

    Plain http is taken for this machine and for private addresses, which nobody outside sees. An
    address without a path gets the usual one (`/v1`); that of a call is cut to its base. Raises
    ApiBaseRefusedError.
    """
    stripped = text.strip()
    try:
        parts = _checked_parts(stripped if "://" in stripped else f"https://{stripped}")
        host, port = _one_host(parts.hostname or ""), parts.port
    except ValueError as error:
        raise ApiBaseRefusedError(_shown(stripped)) from error
    if not host or (parts.scheme == "http" and not is_private_host(host)):
        raise ApiBaseRefusedError(_shown(stripped))
    location = f"[{host}]" if ":" in host else host
    if port is not None and port != _DEFAULT_PORTS[parts.scheme]:
        location += f":{port}"
    path = parts.path.rstrip("/")
    for call in ("/chat/completions", "/completions", "/models"):
        path = path.removesuffix(call)
    return f"{parts.scheme}://{location}{path or '/v1'}"


def is_private_host(host: str) -> bool:
    """Whether the host is this machine or one of its own network, by its very spelling."""
    if is_loopback_host(host) or host.lower().endswith(".local"):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return any(address.version == net.version and address in net for net in _PRIVATE_NETWORKS)


def is_open_address(base: str) -> bool:
    """Whether what is sent to a base can be read by others of its network."""
    parts = urlsplit(base)
    return parts.scheme == "http" and not is_loopback_host(parts.hostname or "")


def one_spelling(base: str) -> str:
    """The same for a base that was taken once, by whatever version; one that would be refused
    today stays as it is."""
    try:
        return normalised_api_base(base)
    except ApiBaseRefusedError:
        return base


def is_loopback(url: str) -> bool:
    """Whether a URL's host is this machine by its very spelling; nothing is resolved."""
    try:
        return is_loopback_host(urlsplit(url).hostname or "")
    except ValueError:
        return False


def is_loopback_host(host: str) -> bool:
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


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


def public_address(text: str) -> str | None:
    """The one spelling of a tunnel's address, or None for what is none.

    https, or plain http on loopback; no user name, query or fragment. The path that callbacks are
    sent to may stand at its end and is taken off.
    """
    stripped = text.strip()
    if _has_what_no_address_has(stripped):
        return None
    try:
        parts = urlsplit(stripped)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return None
    if not host or port == 0 or parts.scheme not in ("https", "http"):
        return None
    if parts.scheme == "http" and not is_loopback_host(host):
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
    return given[0] if len(given) == 1 and _ID.fullmatch(given[0]) else None


def host_in(address: str) -> str:
    """The host of an address that was checked, in lower case."""
    return (urlsplit(address).hostname or "").lower()


def _checked_parts(text: str) -> SplitResult:
    if _has_what_no_address_has(text):
        raise ValueError("a character that has no place in an API base")
    parts = urlsplit(text)
    if parts.scheme not in _DEFAULT_PORTS or parts.port == 0:
        raise ValueError("not a web address")
    return parts


def _one_host(host: str) -> str:
    """Raises ValueError for what is neither a name nor an address."""
    name = host.lower().removesuffix(".")
    if ":" in name:
        address = ipaddress.IPv6Address(name)
        return str(address.ipv4_mapped or address)
    if not all(name.split(".")):
        # "0.." became "0." and, read once more, "0.0.0.0": no name has an empty part.
        raise ValueError(name)
    if _LAST_IS_A_NUMBER.search(name):
        import socket

        # As the system reads 127.1 and 0x7f000001 when it is asked for them.
        try:
            return socket.inet_ntoa(socket.inet_aton(name))
        except OSError as error:
            raise ValueError(name) from error
    return name if name.isascii() else _ascii_name(name)


def _ascii_name(name: str) -> str:
    # Python's codec is that of 2003 and makes another name of some (ß): those stay as they are,
    # and whoever resolves them knows better.
    try:
        encoded = name.encode("idna")
        return encoded.decode("ascii") if encoded.decode("idna") == name else name
    except UnicodeError:
        return name


def _has_what_no_address_has(text: str) -> bool:
    # urlsplit silently drops tabs and newlines and takes a backslash for part of a name.
    return any(c in '\\@?#"<>' or _is_blank(c) for c in text)


def _is_blank(character: str) -> bool:
    return unicodedata.category(character)[0] in "CZ"


def _path(path: str) -> str:
    return path.rstrip("/").removesuffix(_API_PATH).rstrip("/")


def _shown(text: str) -> str:
    # Whatever stands before an @ may be a password, and behind ? or # a key.
    visible = "".join(c for c in text if not _is_blank(c))
    if "@" in visible:
        return visible.partition("://")[0][:10] + "://…" if "://" in visible else "…"
    return visible.partition("?")[0].partition("#")[0][:_SHOWN_CHARACTERS]


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
