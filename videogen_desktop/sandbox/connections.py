"""Breaking a client's connection on purpose: something that ASGI has no word for."""

import asyncio
import socket
import struct
import sys

from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

STALL_SECONDS = 30.0
LINGER_FORMAT = "hh" if sys.platform == "win32" else "ii"


class Connections:
    """The server's live connections, found by the client's address; event loop thread only."""

    def __init__(self, state: ServerState) -> None:
        self._state = state

    def reset(self, client: tuple[str, int]) -> None:
        """Drop the connection with a TCP reset; what was not sent yet is lost."""
        for transport in self._transports(client):
            raw = transport.get_extra_info("socket")
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(LINGER_FORMAT, 1, 0))
            transport.abort()

    def close(self, client: tuple[str, int]) -> None:
        """Send what was written so far, then close in the middle of the answer."""
        for transport in self._transports(client):
            transport.close()

    def _transports(self, client: tuple[str, int]) -> list[asyncio.Transport]:
        return [
            protocol.transport
            for protocol in self._state.connections
            if isinstance(protocol, H11Protocol) and protocol.client == client
        ]


class ResetConnection(Response):
    """Answers nothing: waits, then resets the connection."""

    def __init__(self, connections: Connections, after_seconds: float = 0.0) -> None:
        super().__init__()
        self._connections = connections
        self._after_seconds = after_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wait, unless the client leaves first; then reset and wait for the loss."""
        if self._after_seconds > 0:
            await leaves_within(self._after_seconds, receive)
        self._connections.reset(tuple(scope["client"]))
        await leaves_within(1.0, receive)


async def leaves_within(seconds: float, receive: Receive) -> bool:
    """Wait until the client has gone, at most ``seconds``; say whether it has."""
    try:
        async with asyncio.timeout(seconds):
            while (await receive())["type"] != "http.disconnect":
                pass
    except TimeoutError:
        return False
    return True
