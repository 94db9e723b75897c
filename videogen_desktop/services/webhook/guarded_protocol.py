"""uvicorn's connections, so few and so short-lived that slow ones cannot keep others out.

uvicorn's `limit_concurrency` counts only once a request's head has arrived, and nothing in uvicorn
0.54 ends a connection whose request never does.
"""

import asyncio
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

# A real callback is here and gone within milliseconds, however many others crowd the door.
GRACE_S = 0.25
MOST_SLOW = 16
MOST_CONNECTIONS = 256
LIFETIME_S = 5.0
LARGEST_HEAD_BYTES = 16 * 1024
# A tunnel passes a body on in a handful. One byte in each kept the loop busy for 0.9 s with what a
# single read of the socket brings (measured).
MOST_CHUNKS = 256


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
