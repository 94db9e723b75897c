"""The one address that is open to callbacks: uvicorn on our own loop, over a socket that we bound.

uvicorn's `limit_concurrency` counts only once a request's head has arrived, and nothing in uvicorn
0.54 ends a connection whose request never does: hence `ConnectionGuard`.
"""

import asyncio
import contextlib
import logging
import socket
import sys
from collections.abc import Awaitable, Callable, Generator, Mapping
from typing import Any

import h11
import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from videogen_desktop.domain.addresses import CALLBACK_PATH, reference_in
from videogen_desktop.domain.errors import StorageError
from videogen_desktop.domain.webhook import Callback, CallbackRefusedError

_log = logging.getLogger(__name__)

LARGEST_BODY_BYTES = 64 * 1024
_CLOSE = {"Connection": "close"}
_STATUS_OF = {"malformed": 400, "unsigned": 401, "stale": 401, "forged": 401}
# Body and headers as they came; raises CallbackRefusedError.
Check = Callable[[bytes, Mapping[str, str]], Callback]
# The callback and the video that its address names; returns when it is on disk.
Take = Callable[[Callback, str | None], Awaitable[None]]
# A real callback is here and gone within milliseconds, however many others crowd the door.
GRACE_S = 0.25
MOST_SLOW = 16
MOST_CONNECTIONS = 256
LIFETIME_S = 5.0
LARGEST_HEAD_BYTES = 16 * 1024
# A tunnel passes a body on in a handful. One byte in each kept the loop busy for 0.9 s with what a
# single read of the socket brings (measured).
MOST_CHUNKS = 256
_SECONDS_TO_FINISH = 1
# One that finds no room here is tried again by its system after a second.
_BACKLOG = 1_024


class Endpoint:
    """The one address that answers. Every answer closes its connection and says no more than its
    status."""

    def __init__(self, hosts: frozenset[str], check: Check, take: Take) -> None:
        """`hosts` are the names under which this machine may be called, in lower case."""
        self._hosts = hosts
        self._check = check
        self._take = take

    def application(self) -> Starlette:
        """For a server."""
        application = Starlette(
            routes=[Route(CALLBACK_PATH, self.receive, methods=["POST"])],
            exception_handlers={404: _refused, 405: _refused},
        )
        # A callback that is redirected is a callback that is lost.
        application.router.redirect_slashes = False
        return application

    async def receive(self, request: Request) -> Response:
        """POST /api/video-callback."""
        refusal = self._refusal(request)
        if refusal is not None:
            return _answer(refusal)
        try:
            body = await _body(request)
        except ClientDisconnect:
            return _answer(400)
        if body is None:
            return _answer(413)
        try:
            callback = self._check(body, request.headers)
        except CallbackRefusedError as refused:
            return _answer(_STATUS_OF[refused.reason])
        try:
            await self._take(callback, reference_in(request.url.query))
        except StorageError as error:
            # It is sent again then, and polling goes on in any case.
            _log.warning("a callback could not be written down: %s", type(error).__name__)
            return _answer(503)
        return _answer(200)

    def _refusal(self, request: Request) -> int | None:
        headers = request.headers
        if _host(headers.get("host", "")) not in self._hosts:
            return 421
        length = headers.get("content-length", "")
        if "transfer-encoding" in headers:
            # A length beside it is a lie about one of the two, told to whoever stands before us.
            return 400 if length else None
        if not (length.isascii() and length.isdigit()):
            return 411
        return 413 if len(length) > 9 or int(length) > LARGEST_BODY_BYTES else None


class ConnectionGuard:
    """The open connections, the oldest first. Event loop thread only.

    For a quarter of a second a connection is left alone, and once more when it was us who were
    busy meanwhile. From then on it is a slow one: there are at most 16 of those, of which the
    newest stay, and each ends after 5 s in all. Whose request is here whole waits for us, and is
    answered.
    """

    def __init__(
        self,
        most: int = MOST_CONNECTIONS,
        most_slow: int = MOST_SLOW,
        grace_s: float = GRACE_S,
        lifetime_s: float = LIFETIME_S,
    ) -> None:
        self._most = most
        self._most_slow = most_slow
        self._grace_s = grace_s
        self._lifetime_s = lifetime_s
        self._open: dict[GuardedProtocol, asyncio.TimerHandle] = {}
        self._slow: dict[GuardedProtocol, None] = {}

    def opened(self, connection: "GuardedProtocol") -> None:
        """Give it its time, and make room for it."""
        timer = connection.loop.call_later(self._grace_s, self._dawdles, connection)
        self._open[connection] = timer
        if len(self._open) > self._most:
            unfinished = (one for one in self._open if not one.is_complete)
            self._drop(next(unfinished, connection))

    def closed(self, connection: "GuardedProtocol") -> None:
        """Forget it."""
        timer = self._open.pop(connection, None)
        self._slow.pop(connection, None)
        if timer is not None:
            timer.cancel()

    def _dawdles(self, connection: "GuardedProtocol", had_more: bool = False) -> None:
        if connection.is_complete:
            return
        late_s = connection.loop.time() - self._open[connection].when()
        if late_s > self._grace_s / 2 and not had_more:
            # What it sent may lie there unread (25 of 1,000 were lost so, on a busy disk).
            again = connection.loop.call_later(self._grace_s, self._dawdles, connection, True)
            self._open[connection] = again
            return
        left = self._lifetime_s - self._grace_s
        self._open[connection] = connection.loop.call_later(left, self._ends, connection)
        self._slow[connection] = None
        if len(self._slow) > self._most_slow:
            self._drop(next(one for one in self._slow if not one.is_complete))

    def _ends(self, connection: "GuardedProtocol") -> None:
        if not connection.is_complete:
            self._drop(connection)

    def _drop(self, connection: "GuardedProtocol") -> None:
        self.closed(connection)
        connection.transport.abort()


class CallbackServer:
    """Listens on 127.0.0.1 only. Worker's loop."""

    def __init__(self, application: Starlette, guard: ConnectionGuard | None = None) -> None:
        # Anybody who can reach the port could fill the log with its warnings.
        logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
        self.guard = guard or ConnectionGuard()
        config = uvicorn.Config(
            application,
            loop="asyncio",
            http=guarded_by(self.guard),
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
            backlog=_BACKLOG,
            timeout_graceful_shutdown=_SECONDS_TO_FINISH,
        )
        self._server = _QuietServer(config)
        self._serving: asyncio.Task[None] | None = None

    def start(self, listener: socket.socket) -> None:
        """Answer from now on; the socket is the server's to close."""
        self._serving = asyncio.create_task(
            self._server.serve(sockets=[listener]), name="webhook server"
        )

    async def stop(self) -> None:
        """Close the socket and every connection. Idempotent."""
        self._server.should_exit = True
        if self._serving is not None:
            await asyncio.gather(self._serving, return_exceptions=True)


async def _body(request: Request) -> bytes | None:
    """The whole body, or None for one that is too large. Raises ClientDisconnect.

    Tunnels (cloudflared) send chunks and no length, so that they are counted as they come.
    """
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_BODY_BYTES:
            return None
    return bytes(body)


def _host(header: str) -> str:
    if header.startswith("["):
        return header[1:].partition("]")[0].lower()
    return header.partition(":")[0].lower()


async def _refused(_request: Request, error: Exception) -> Response:
    return _answer(getattr(error, "status_code", 404))


def _answer(status: int) -> Response:
    return Response(status_code=status, headers=_CLOSE)


class _FewChunks(h11.Connection):
    """h11 bounds a chunk's head and what follows the last one, but not how many there are."""

    _chunks = 0

    def next_event(self) -> h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]:
        """Raises h11.RemoteProtocolError, which uvicorn answers with 400."""
        event = super().next_event()
        if isinstance(event, h11.Data) and event.chunk_start:
            self._chunks += 1
            if self._chunks > MOST_CHUNKS:
                raise h11.RemoteProtocolError("too many chunks")
        return event


class GuardedProtocol(H11Protocol):
    """One connection under a guard; a subclass made for one server says which."""

    guard: ConnectionGuard

    def __init__(self, config: uvicorn.Config, *arguments: Any, **named: Any) -> None:
        super().__init__(config, *arguments, **named)
        self.conn = _FewChunks(h11.SERVER, LARGEST_HEAD_BYTES)

    @property
    def is_complete(self) -> bool:
        """Whether the whole request has arrived."""
        # uvicorn's types hide that there is none before the head has arrived.
        cycle: RequestResponseCycle | None = self.cycle
        return cycle is not None and not cycle.more_body

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self.guard.opened(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self.guard.closed(self)
        super().connection_lost(exc)


def guarded_by(guard: ConnectionGuard) -> type[GuardedProtocol]:
    """The protocol class of one server: uvicorn makes the instances itself."""
    return type("GuardedProtocol", (GuardedProtocol,), {"guard": guard})


class _QuietServer(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Signals are the root's: in the terminal the loop runs on the main thread."""
        yield


def listen(port: int) -> socket.socket:
    """A socket that listens on 127.0.0.1. Raises OSError, OverflowError for no port at all."""
    # Without the protocol's number asyncio leaves Nagle on: 46 ms a request, not 6 (measured).
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform == "win32":
            # Another program could otherwise bind the same port and take the callbacks.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen(_BACKLOG)
    except (OSError, OverflowError):
        listener.close()
        raise
    return listener
