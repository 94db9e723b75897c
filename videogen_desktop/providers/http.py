"""The one module that imports httpx and builds its clients.

Everything else in providers takes `httpx` from here, so that its maintained successor can replace
it in one place. How far a request came is told by httpcore's trace, and only a positive proof
counts: an event that is not known here, or a version of httpcore that names them otherwise, proves
nothing; then a paid request may have left.
"""

import asyncio
import logging
import ssl
import sys
from collections.abc import Callable, Sequence
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, cast

from videogen_desktop import __version__
from videogen_desktop.domain.provider import HttpSettings

# httpx imports its own terminal program (click, rich, pygments) when it can: 0.10 of the 0.25 s
# of its import, measured, and never used here. It copes with the absence of that module.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
# httpcore looks for it at each of its locks, four times a request, and Python then searches the
# whole path anew for what is not there: a third of a request's own time, measured. Both httpcore
# and anyio take its absence for asyncio.
sys.modules.setdefault("sniffio", None)  # type: ignore[arg-type]

import httpx as httpx  # noqa: E402, PLC0414

USER_AGENT = f"VideoGenDesktop/{__version__}"
TIMEOUT = httpx.Timeout(connect=10, read=30, write=30, pool=5)
# Connecting, a proxy's handshake and TLS together: httpx reads a SOCKS proxy's answers without any.
WAY_S = 25.0
_SAID_CHARACTERS = 300

# httpcore's documented events (its extension `trace`) for connecting, a proxy's handshake and TLS.
_ON_THE_WAY = frozenset(
    {
        "connection.connect_tcp",
        "connection.start_tls",
        "proxy.start_tls",
        "socks.connect_tcp",
        "socks.setup_socks5_connection",
        "socks.start_tls",
    }
)
_BEYOND_THE_PROXY = frozenset({"proxy.start_tls", "socks.start_tls"})
# An HTTP proxy is asked for its tunnel with a request of its own.
_TUNNEL = b"CONNECT"
_TIDYING = "http11.response_closed"

# What httpx raises when it is told to use something that cannot be used.
SETUP_ERRORS = (OSError, ValueError, ImportError, httpx.InvalidURL)


def tls_context(settings: HttpSettings) -> ssl.SSLContext:
    """The operating system's trust, plus the user's extra CA file.

    Costs about 20 ms here and 50 ms more at the first handshake (measured), so it is made only
    for https. Raises OSError (also ssl.SSLError) for an extra CA file that cannot be used.
    """
    import truststore

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if settings.extra_ca_file is not None:
        context.load_verify_locations(cafile=str(settings.extra_ca_file))
    return context


def trust_nothing() -> ssl.SSLContext:
    """For plain http on loopback: any https it met is refused before a byte of it is written.

    Not one of OpenSSL's: the first takes 0.5 MB (measured), of windows that never need it.
    """
    return cast(ssl.SSLContext, _NoTls())


class _NoTls:
    """What httpx asks of a context first, once it has connected for https."""

    def set_alpn_protocols(self, _protocols: Sequence[str]) -> None:
        raise httpx.ConnectError("only plain http is spoken here")


def context_for(url: str, settings: HttpSettings) -> ssl.SSLContext:
    return tls_context(settings) if url.startswith("https:") else trust_nothing()


def free_client(context: ssl.SSLContext, proxy: str | None) -> httpx.AsyncClient:
    """For calls that cost nothing: connections are kept, redirects are not followed."""
    return _client(context, proxy, httpx.Limits(max_connections=20, max_keepalive_connections=4))


def paid_client(context: ssl.SSLContext, proxy: str | None) -> httpx.AsyncClient:
    """For the paid POST: every request on a connection of its own, nothing is sent twice.

    No keep-alive takes away the case in which a stale connection is silently replaced and the
    request sent again; HTTP/1.1 and no transport retries are httpx's defaults and are tested.
    """
    return _client(context, proxy, httpx.Limits(max_keepalive_connections=0))


def result_client(context: ssl.SSLContext, proxy: str | None) -> httpx.AsyncClient:
    """For result bytes from anybody's host: no credentials, no kept connections."""
    return _client(context, proxy, httpx.Limits(max_keepalive_connections=0))


def _client(context: ssl.SSLContext, proxy: str | None, limits: httpx.Limits) -> httpx.AsyncClient:
    # They log full URLs, and a result's URL may carry a signature.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("httpcore").setLevel(logging.WARNING)
    return httpx.AsyncClient(
        transport=_Transport(context, proxy, limits),
        timeout=TIMEOUT,
        # A server's cookies would come back to it, or to another name at the same address.
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
        trust_env=False,
        follow_redirects=False,
        headers={"User-Agent": USER_AGENT, "Accept-Encoding": "identity"},
    )


class _Transport(httpx.AsyncHTTPTransport):
    """Says of every failure whether it was met on the way, before the request was begun.

    The libraries do not: a proxy that speaks another protocol ends in whatever its parser meets
    (an AssertionError, a ProtocolError of socksio, a ReadError), and one that says nothing is
    waited for without a limit.
    """

    def __init__(self, context: ssl.SSLContext, proxy: str | None, limits: httpx.Limits) -> None:
        through = None if proxy is None else httpx.Proxy(proxy)
        if through is not None and through.url.scheme == "https":
            # The same trust on the way to a proxy as behind it.
            through = httpx.Proxy(proxy or "", ssl_context=context)
        super().__init__(verify=context, limits=limits, proxy=through)
        self._is_proxied = proxy is not None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Raises httpx.ConnectTimeout, httpx.ProxyError or httpx.ConnectError for whatever went
        wrong before the first byte of the request was written; otherwise as httpx."""
        limit = asyncio.timeout(WAY_S)
        way = Way(begun=lambda: limit.reschedule(None))
        request.extensions = {**request.extensions, "trace": way.see}
        try:
            async with limit:
                return await super().handle_async_request(request)
        except Exception as error:
            await way.close()
            if not way.was_not_gone:
                raise
            raise self._on_the_way(way, error) from error

    def _on_the_way(self, way: "Way", error: Exception) -> httpx.TransportError:
        said = f"{type(error).__name__}: {error}".rstrip(": ")[:_SAID_CHARACTERS]
        if self._is_proxied and not way.is_beyond_the_proxy:
            return httpx.ProxyError(said)
        is_late = isinstance(error, (TimeoutError, httpx.TimeoutException))
        return httpx.ConnectTimeout(said) if is_late else httpx.ConnectError(said)


class Way:
    """One request's way to its server, and how far it came; give `see` to httpcore as its trace."""

    def __init__(self, begun: Callable[[], None]) -> None:
        """`begun` is called once, before the first byte of the request itself is written."""
        self._begun = begun
        self._has_begun = False
        self._step = ""
        self._step_is_done = True
        self._stream: Any = None

    @property
    def was_not_gone(self) -> bool:
        """Proof: nothing but the way was ever begun, and its last step did not come to its end."""
        return not self._has_begun and not self._step_is_done

    @property
    def is_beyond_the_proxy(self) -> bool:
        """Whether the proxy had done its part."""
        return self._step in _BEYOND_THE_PROXY

    async def see(self, event: str, info: dict[str, Any]) -> None:
        """One event: the name of a step and what became of it."""
        step, _, phase = event.rpartition(".")
        if step == _TIDYING:
            return
        if phase == "started":
            self._started(step, info)
        elif phase == "complete" and step == self._step:
            self._step_is_done = True
            if step in _ON_THE_WAY:
                self._stream = info.get("return_value")

    async def close(self) -> None:
        """Let go of a connection on which nothing was begun: httpcore 1.0 leaves it open when a
        SOCKS proxy's handshake fails."""
        if self._stream is not None and not self._has_begun:
            await self._stream.aclose()

    def _started(self, step: str, info: dict[str, Any]) -> None:
        asks_for_tunnel = getattr(info.get("request"), "method", None) == _TUNNEL
        if step in _ON_THE_WAY or asks_for_tunnel:
            self._step, self._step_is_done = step, False
        elif not self._has_begun:
            self._has_begun = True
            self._begun()
