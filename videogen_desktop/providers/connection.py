"""One account's requests to one base, and what a failure on the way means for money."""

import asyncio
import contextlib
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from videogen_desktop.domain.errors import (
    PROXY_FAILED,
    KeyRejectedError,
    MalformedAnswerError,
    NotSentError,
    ProviderUnavailableError,
    SentUnknownError,
)
from videogen_desktop.domain.provider import HttpSettings
from videogen_desktop.providers.answer_body import read_bounded
from videogen_desktop.providers.http import (
    SETUP_ERRORS,
    context_for,
    free_client,
    httpx,
    paid_client,
)
from videogen_desktop.providers.http_settings import proxy_for
from videogen_desktop.providers.provider_words import ProviderWords

# Measured: only these prove that the request never left (`http.py` makes them of everything that is
# met on the way). A reset before the server read anything looks exactly like one after it had
# everything (both ReadError).
_NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds for a whole call: a server that drips bytes never meets a read timeout."""

    create: float = 60.0
    read: float = 30.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer, bounded, of any HTTP status."""

    http_status: int
    retry_after: str | None
    body: bytes


class Connection:
    """Builds its clients and their TLS context at the first call; a loopback base needs none.

    `headers` go with every request and carry `key`, which is kept out of whatever is said.
    `content` is what httpx makes a body of: `json`, `data`.
    """

    def __init__(
        self,
        base: str,
        key: str,
        headers: Mapping[str, str],
        http: HttpSettings,
        deadlines: Deadlines | None = None,
    ) -> None:
        self._base = base
        self._key = key
        self._http = http
        self._headers = dict(headers)
        self._deadlines = deadlines or Deadlines()
        self._words = ProviderWords(key)
        self._context: ssl.SSLContext | None = None
        self._paid: httpx.AsyncClient | None = None
        self._cheap: httpx.AsyncClient | None = None
        self._closed = False

    def __repr__(self) -> str:
        return f"Connection({self._base!r})"

    async def prepare(self) -> None:
        """Import and build what the first call would wait for: 0.1 s, measured. Asks nobody."""
        # Not the place to complain about settings: the first call does, as a typed error.
        with contextlib.suppress(*SETUP_ERRORS):
            self._free_client()
            self._paid_client()
        import anyio.lowlevel

        await anyio.lowlevel.checkpoint()

    def check_key(self) -> None:
        """Raise KeyRejectedError for a key that no header can carry."""
        # A line break in it would be quoted, key and all, in the text of the library's error.
        if not self._key or not self._key.isascii() or not self._key.isprintable():
            raise KeyRejectedError

    async def post_once(self, path: str, **content: Any) -> Answer:
        """Send a paid request once. Raises NotSentError when it certainly never left, and
        SentUnknownError for every other failure; a CancelledError passes through."""
        try:
            client = self._paid_client()
        except SETUP_ERRORS as error:
            raise NotSentError(self._said(error)) from error
        try:
            async with asyncio.timeout(self._deadlines.create):
                request = client.build_request(
                    "POST", self._base + path, headers=self._headers, **content
                )
                return await self._answer(client, request)
        except httpx.ProxyError as error:
            raise NotSentError(self._said(error), PROXY_FAILED) from error
        except _NEVER_SENT as error:
            raise NotSentError(self._said(error)) from error
        except (httpx.HTTPError, TimeoutError, MalformedAnswerError) as error:
            raise SentUnknownError(self._said(error)) from error

    async def get(self, path: str, query: dict[str, str]) -> Answer:
        """Read something for nothing. Raises ProviderUnavailableError, MalformedAnswerError."""
        return await self._free("GET", path, params=query)

    async def post_free(self, path: str, **content: Any) -> Answer:
        """Ask for something that costs nothing, however often. Raises as `get`."""
        return await self._free("POST", path, **content)

    async def post_file(self, path: str, seconds: float, **content: Any) -> Answer:
        """Send a file for nothing, within `seconds` at most; `files` and `data` as httpx takes
        them, read as they are sent. Raises as `get`, and what reading the file raises."""
        return await self._free("POST", path, seconds, **content)

    async def _free(
        self, method: str, path: str, seconds: float | None = None, **content: Any
    ) -> Answer:
        try:
            client = self._free_client()
        except SETUP_ERRORS as error:
            raise ProviderUnavailableError(self._said(error)) from error
        try:
            async with asyncio.timeout(seconds or self._deadlines.read):
                request = client.build_request(
                    method, self._base + path, headers=self._headers, **content
                )
                return await self._answer(client, request)
        except httpx.ProxyError as error:
            raise ProviderUnavailableError(self._said(error), PROXY_FAILED) from error
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as error:
            raise ProviderUnavailableError(self._said(error)) from error

    async def close(self) -> None:
        self._closed = True
        for client in (self._paid, self._cheap):
            if client is not None:
                await client.aclose()

    async def _answer(self, client: httpx.AsyncClient, request: httpx.Request) -> Answer:
        response = await client.send(request, stream=True)
        try:
            body = await read_bounded(response)
        finally:
            await response.aclose()
        return Answer(response.status_code, response.headers.get("Retry-After"), body)

    def _paid_client(self) -> httpx.AsyncClient:
        if self._closed:
            raise ConnectionAbortedError("closed")
        if self._paid is None:
            self._paid = paid_client(self._tls(), proxy_for(self._base, self._http))
        return self._paid

    def _free_client(self) -> httpx.AsyncClient:
        if self._closed:
            raise ConnectionAbortedError("closed")
        if self._cheap is None:
            self._cheap = free_client(self._tls(), proxy_for(self._base, self._http))
        return self._cheap

    def _tls(self) -> ssl.SSLContext:
        if self._context is None:
            self._context = context_for(self._base, self._http)
        return self._context

    def _said(self, error: Exception) -> str:
        kind = "overall deadline" if type(error) is TimeoutError else type(error).__name__
        return self._words.message(f"{kind}: {error}".rstrip(": "))
