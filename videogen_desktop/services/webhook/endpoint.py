"""The one address that answers: what is let in, in which order, and what it is told."""

import logging
from collections.abc import Awaitable, Callable, Mapping

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

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


class Endpoint:
    """Every answer closes its connection and says no more than its status."""

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
