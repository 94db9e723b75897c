"""A Kie-compatible server that only notes when a paid POST reaches it, or `reads` of records.

A script of its own: it runs in another process, so that its work is not the measured one's. Says
its address on standard output, then one line per POST: the monotonic time, in nanoseconds, at
which the first bytes of the request were there; with `reads` one per record that was read instead,
and the task. Ends with its standard input.
"""

import asyncio
import json
import sys
import time

_CREDITS = 1_000_000
_NOTES_READS = sys.argv[1:] == ["reads"]


class _Connection(asyncio.Protocol):
    def __init__(self) -> None:
        self._request = b""
        self._began = 0
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._began = self._began or time.monotonic_ns()
        self._request += data
        head, blank, body = self._request.partition(b"\r\n\r\n")
        if blank and len(body) >= _length(head):
            self._answer(head)
            self._request, self._began = b"", 0

    def _answer(self, head: bytes) -> None:
        path = head.split(b" ", 2)[1]
        if path.endswith(b"/createTask"):
            if not _NOTES_READS:
                print(self._began, flush=True)
            data: object = {"taskId": f"task_{self._began}"}
        elif path.endswith(b"/credit"):
            data = _CREDITS
        else:
            task_id = path.partition(b"taskId=")[2].decode()
            if _NOTES_READS:
                print(self._began, task_id, flush=True)
            data = {"taskId": task_id, "state": "generating" if _NOTES_READS else "waiting"}
        content = json.dumps({"code": 200, "msg": "success", "data": data}).encode()
        assert self._transport is not None
        self._transport.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
            b"Content-Length: %d\r\n\r\n%s" % (len(content), content)
        )


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    return 0


async def main() -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(_Connection, "127.0.0.1", 0)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    async with server:
        await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
