"""A result's bytes from whatever host the provider names, fetched without credentials."""

import asyncio
import ipaddress
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from videogen_desktop.domain.errors import (
    PROXY_FAILED,
    ProviderUnavailableError,
    ResultUrlRefusedError,
)
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.providers.address_rules import (
    Address,
    Resolver,
    checked_addresses,
    checked_url,
    is_fake_ip,
    system_resolver,
)
from videogen_desktop.providers.http import (
    SETUP_ERRORS,
    context_for,
    httpx,
    result_client,
)
from videogen_desktop.providers.http_settings import proxy_for
from videogen_desktop.providers.result_answer import (
    ByteStream,
    ResultLimits,
    is_strong_etag,
    opened_stream,
)

MOST_REDIRECTS = 5
_MOST_ADDRESSES = 4
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class _Hop:
    """A checked address. `pinned` is empty where a `proxy` does the connecting."""

    url: httpx.URL
    proxy: str | None
    pinned: tuple[Address, ...]
    is_loopback: bool


class ResultFetcher:
    """Opens result URLs by the rules of address_rules; used from one event loop."""

    def __init__(
        self,
        http: HttpSettings,
        *,
        loopback_allowed: bool,
        resolver: Resolver = system_resolver,
        limits: ResultLimits | None = None,
    ) -> None:
        self._http = http
        self._loopback_allowed = loopback_allowed
        self._resolver = resolver
        self._limits = limits or ResultLimits()
        self._clients: dict[tuple[str, str | None], httpx.AsyncClient] = {}
        self._closed = False

    @asynccontextmanager
    async def open(
        self, url: str, *, offset: int = 0, etag: str | None = None
    ) -> AsyncGenerator[ByteStream]:
        """Open a result from `offset`, if a strong `etag` still holds, else from its start.

        Raises ResultUrlRefusedError, ResultGoneError, ResultTooLargeError, NotPlayableError
        ("not_video" for a page, "encoded" for compressed bytes), ProviderUnavailableError.
        """
        resumes = offset > 0 and is_strong_etag(etag)
        async with AsyncExitStack() as stack:
            try:
                async with asyncio.timeout(self._limits.open_s):
                    stream = None
                    if resumes:
                        ranged = {"Range": f"bytes={offset}-", "If-Range": etag or ""}
                        response = await self._followed(url, ranged, stack)
                        stream = opened_stream(response, self._limits, offset, etag)
                    # Also when the range was refused or is not the one that was asked for.
                    if stream is None:
                        response = await self._followed(url, {}, stack)
                        stream = opened_stream(response, self._limits)
            except TimeoutError as error:
                raise ProviderUnavailableError("overall deadline") from error
            if stream is None:
                raise ProviderUnavailableError("an unasked range", "206")
            yield stream

    async def close(self) -> None:
        self._closed = True
        for client in self._clients.values():
            await client.aclose()

    async def _followed(
        self, url: str, headers: dict[str, str], stack: AsyncExitStack
    ) -> httpx.Response:
        loopback_allowed = self._loopback_allowed
        for _ in range(MOST_REDIRECTS + 1):
            hop = await self._checked_hop(url, loopback_allowed)
            response = await self._sent(hop, headers)
            stack.push_async_callback(response.aclose)
            location = response.headers.get("Location")
            if response.status_code not in _REDIRECTS or not location:
                return response
            # A foreign host must not send us back to this machine.
            loopback_allowed = loopback_allowed and hop.is_loopback
            url = _joined(hop.url, location)
        raise ResultUrlRefusedError(hop.url.host, "redirects")

    async def _checked_hop(self, text: str, loopback_allowed: bool) -> _Hop:
        url = checked_url(text, loopback_allowed=loopback_allowed)
        proxy = await self._proxy(url)
        try:
            addresses = await checked_addresses(
                url, self._resolver, loopback_allowed=loopback_allowed
            )
        except ProviderUnavailableError:
            # Behind a proxy, names of the outside often resolve only there.
            if proxy is None:
                raise
            addresses = ()
        loopback = bool(addresses) and all(address.is_loopback for address in addresses)
        return _Hop(url, proxy, () if proxy is not None else addresses, loopback)

    async def _proxy(self, url: httpx.URL) -> str | None:
        """Results go the way that the API's calls go."""
        if self._http.proxy is None:
            return None
        return await asyncio.to_thread(proxy_for, str(url), self._http)

    async def _sent(self, hop: _Hop, headers: dict[str, str]) -> httpx.Response:
        try:
            client = self._client(hop)
        except SETUP_ERRORS as error:
            raise ProviderUnavailableError(type(error).__name__) from error
        failure: httpx.HTTPError | None = None
        for address in hop.pinned[:_MOST_ADDRESSES] or (None,):
            try:
                return await client.send(_request(client, hop.url, address, headers), stream=True)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = error
            except httpx.HTTPError as error:
                failure = error
                break
        is_proxys = isinstance(failure, httpx.ProxyError) or any(map(is_fake_ip, hop.pinned))
        code = PROXY_FAILED if is_proxys else None
        raise ProviderUnavailableError(type(failure).__name__, code) from failure

    def _client(self, hop: _Hop) -> httpx.AsyncClient:
        if self._closed:
            raise ConnectionAbortedError("closed")
        key = (hop.url.scheme, hop.proxy)
        if key not in self._clients:
            context = context_for(str(hop.url), self._http)
            self._clients[key] = result_client(context, hop.proxy)
        return self._clients[key]


def _request(
    client: httpx.AsyncClient, url: httpx.URL, address: Address | None, headers: dict[str, str]
) -> httpx.Request:
    """Ask the checked address itself, under the name's Host header and certificate.

    Connecting by name would resolve it again, and a hostile name server answers differently the
    second time (DNS rebinding).
    """
    name = url.raw_host.decode("ascii")
    sent_headers = {"Accept": "*/*", "Host": url.netloc.decode("ascii"), **headers}
    if address is None:
        return client.build_request("GET", url, headers=sent_headers)
    return client.build_request(
        "GET",
        url.copy_with(host=_host_text(address)),
        headers=sent_headers,
        extensions={"sni_hostname": name},
    )


def _host_text(address: Address) -> str:
    return f"[{address}]" if isinstance(address, ipaddress.IPv6Address) else str(address)


def _joined(url: httpx.URL, location: str) -> str:
    try:
        return str(url.join(location))
    except (httpx.InvalidURL, ValueError) as error:
        raise ResultUrlRefusedError(url.host, "malformed") from error
