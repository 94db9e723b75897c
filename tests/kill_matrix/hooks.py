"""Makes a point of whatever a process does that leaves a trace outside of its memory."""

from pathlib import Path

import httpx
from httpcore._async.http11 import AsyncHTTP11Connection

from tests.kill_matrix.database_hooks import hook_databases
from tests.kill_matrix.file_hooks import hook_files
from tests.kill_matrix.points import Points
from tests.kill_matrix.replacing import replace_in
from videogen_desktop.media.helper_process import HelperProcess
from videogen_desktop.media.protocol import Answer, Request

# A clip of some 35 KB comes in several pieces.
_PIECE_BYTES = 4_096
# A request that was made, sent and answered; what a connection does besides changes nothing.
_CONNECT = "connect_tcp.started"
_PHASES = (
    *(_CONNECT, "send_request_headers.complete", "send_request_body.complete"),
    *("receive_response_headers.complete", "receive_response_body.complete"),
)


def install(points: Points, folder: Path, *, statements: bool = False) -> None:
    """From now on each step below `folder`, and each request, is a point; `statements` makes
    every statement of a transaction one. Only for a process that ends with its story."""
    hook_files(points, folder)
    hook_databases(points, statements=statements)
    _hook_requests(points)
    _hook_helper(points)


def _hook_requests(points: Points) -> None:
    ask = httpx.AsyncHTTPTransport.handle_async_request

    async def asked(self: httpx.AsyncHTTPTransport, request: httpx.Request) -> httpx.Response:
        what = f"{request.method} {'/'.join(request.url.path.split('/')[:5])}"

        async def trace(phase: str, _details: object) -> None:
            # A free call finds a connection that is kept, or not: it depends on the moment.
            if phase.endswith(_PHASES) and (request.method == "POST" or _CONNECT not in phase):
                points.reach(f"{what} {phase.partition('.')[2]}")

        request.extensions = {**request.extensions, "trace": trace}
        return await ask(self, request)

    replace_in(httpx.AsyncHTTPTransport, handle_async_request=asked)
    replace_in(AsyncHTTP11Connection, READ_NUM_BYTES=_PIECE_BYTES)


def _hook_helper(points: Points) -> None:
    ask = HelperProcess.exchange

    async def asked(self: HelperProcess, request: Request) -> Answer:
        drain = type(self._requests).drain

        async def drained() -> None:
            await drain(self._requests)
            # A kill here leaves a helper behind that goes on with its job.
            points.reach(f"sent helper {request.job}")

        points.reach(f"before helper {request.job}")
        replace_in(self._requests, drain=drained)
        answer = await ask(self, request)
        points.reach(f"after helper {request.job}")
        return answer

    replace_in(HelperProcess, exchange=asked)
