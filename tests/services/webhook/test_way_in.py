"""How much anybody may bring: in one body, and in connections at once."""

import asyncio
from typing import cast

from tests.services.webhook.callback_client import Sent, headers_for, status_of
from tests.services.webhook.listening import Listening, told
from videogen_desktop.services.webhook.guarded_protocol import ConnectionGuard, GuardedProtocol


def test_a_length_beside_a_chunked_body_is_not_believed() -> None:
    """The length would pass the cap, and the chunks, which are what is read, never end."""

    async def work(one: Listening) -> None:
        sent = Sent(one.port, headers=headers_for() | {"Transfer-Encoding": "chunked"})
        length = len(sent.body)
        head = sent.head().replace(b"\r\n\r\n", f"\r\nContent-Length: {length}\r\n\r\n".encode())
        chunk = f"{length:x}\r\n".encode() + sent.body + b"\r\n0\r\n\r\n"

        def status() -> int:
            with sent.connected() as connection:
                connection.sendall(head + chunk)
                return status_of(connection)

        # h11 may refuse the two beside each other first.
        assert await asyncio.to_thread(status) in (400, 411)
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
