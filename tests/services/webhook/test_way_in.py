"""How much anybody may bring: in one body, and in connections at once."""

import asyncio
import contextlib
import json
from typing import cast

import pytest

from tests.services.webhook.callback_client import (
    TASK,
    VIDEO,
    Sent,
    headers_for,
    market,
    status_of,
)
from tests.services.webhook.listening import Listening, limits, told
from videogen_desktop.services.webhook.server import (
    LARGEST_BODY_BYTES,
    MOST_CHUNKS,
    ConnectionGuard,
    GuardedProtocol,
)


def test_a_length_beside_a_chunked_body_is_not_believed() -> None:
    """The length would pass the cap, and the chunks, which are what is read, never end."""

    async def work(one: Listening) -> None:
        sent = Sent(one.port, headers=headers_for() | {"Transfer-Encoding": "chunked"})
        length = len(sent.body)
        head = sent.head().replace(b"\r\n\r\n", f"\r\nContent-Length: {length}\r\n\r\n".encode())
        assert await answered(one, head + chunks(sent.body)) == 400
        assert one.taken == []

    told(work)


CHUNKED = {"Transfer-Encoding": "chunked"}
LAST = b"0\r\n\r\n"


def chunks(body: bytes, size: int = 16_384) -> bytes:
    parts = (body[start : start + size] for start in range(0, len(body), size))
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + LAST


async def answered(one: Listening, *parts: bytes) -> int:
    """Sent piece by piece; the status of the answer, or 0 when it was cut off without one."""

    def status() -> int:
        with Sent(one.port).connected() as connection:
            # A refusal may come, and the connection go, before everything was said.
            with contextlib.suppress(ConnectionError):
                for part in parts:
                    connection.sendall(part)
            return status_of(connection)

    return await asyncio.to_thread(status)


def test_chunks_are_taken_up_to_the_cap() -> None:
    """As cloudflared sends every callback on: without a length."""

    def of_size(size: int) -> bytes:
        payload = market() | {"padding": ""}
        payload["padding"] = "x" * (size - len(json.dumps(payload)))
        return json.dumps(payload).encode()

    async def work(one: Listening) -> None:
        head = Sent(one.port, headers=headers_for() | CHUNKED).head()
        small, largest = of_size(200), of_size(LARGEST_BODY_BYTES)
        for body in (chunks(small), chunks(small, 1), chunks(largest), chunks(largest, 300)):
            assert await answered(one, head + body) == 200
        assert await answered(one, head, *(bytes([byte]) for byte in chunks(small, 50))) == 200
        with_extras = b"c8;name=value\r\n" + small + b"\r\n0\r\nTrailer: here\r\n\r\n"
        assert await answered(one, head + with_extras) == 200
        assert one.taken == [(TASK, VIDEO)] * 6
        assert await answered(one, head + chunks(of_size(LARGEST_BODY_BYTES + 1))) == 413
        endless = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        assert await answered(one, head + endless * 4) in (0, 413)
        assert len(one.taken) == 6

    told(work)


GARBLED = {
    "no number": b"zz\r\n",
    "a negative number": b"-1\r\n" + LAST,
    "an endless number": b"1" * 100 + b"\r\n",
    "a head without end": b"1;" + b"x" * 40_000,
    "a trailer without end": b"0\r\n" + b"X: y\r\n" * 10_000,
    "a chunk without its end": b"2\r\nxxxxxx" + LAST,
    "crumbs": b"1\r\nx\r\n" * (MOST_CHUNKS + 1),
    "nothing": LAST,
}


@pytest.mark.parametrize("body", GARBLED.values(), ids=GARBLED.keys())
def test_chunks_that_lead_nowhere_are_refused(body: bytes) -> None:
    async def work(one: Listening) -> None:
        head = Sent(one.port, headers=headers_for() | CHUNKED).head()
        # Cut off where it says too much for the answer to be read.
        assert await answered(one, head + body) in ((400,) if len(body) < 4_000 else (400, 0))
        assert one.taken == []
        assert await one.status(Sent(one.port)) == 200

    told(work)


def test_chunks_that_drip_end_with_their_time(monkeypatch: pytest.MonkeyPatch) -> None:
    limits(monkeypatch, lifetime_s=0.3)

    async def work(one: Listening) -> None:
        head = Sent(one.port, headers=headers_for() | CHUNKED).head()
        for sent in (head, head + b"5", head + b"5\r\nab", head + chunks(b"{}")[: -len(LAST)]):
            assert await answered(one, sent) == 0
        assert one.taken == []

    told(work)


class Connection:
    """As the guard sees one."""

    def __init__(self, loop: asyncio.AbstractEventLoop, *, is_complete: bool = False) -> None:
        self.loop = loop
        self.is_complete = is_complete
        self.transport = self
        self.is_aborted = False

    def abort(self) -> None:
        self.is_aborted = True


def test_beyond_the_cap_the_oldest_unfinished_connection_goes() -> None:
    async def run() -> list[bool]:
        guard = ConnectionGuard(most=2)
        loop = asyncio.get_running_loop()
        whole = Connection(loop, is_complete=True)
        connections = [whole, *(Connection(loop) for _ in range(3))]
        for connection in connections:
            guard.opened(cast("GuardedProtocol", connection))
        aborted = [connection.is_aborted for connection in connections]
        for connection in connections:
            guard.closed(cast("GuardedProtocol", connection))
        return aborted

    assert asyncio.run(run()) == [False, True, True, False]
