"""uvicorn on the worker's own loop, over a socket that we bound."""

import asyncio
import contextlib
import logging
import socket
import sys
from collections.abc import Generator

import uvicorn
from starlette.applications import Starlette

from videogen_desktop.services.webhook.guarded_protocol import ConnectionGuard, guarded_by

_SECONDS_TO_FINISH = 1
# One that finds no room here is tried again by its system after a second.
_BACKLOG = 1_024


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
