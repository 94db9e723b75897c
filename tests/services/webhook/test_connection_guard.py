"""Whom the guard lets wait: the program's own slowness is nobody else's."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import cast

from videogen_desktop.services.webhook.server import ConnectionGuard, GuardedProtocol

GRACE_S = 0.01
MOST_SLOW = 1
CROWD = 4


@dataclass(eq=False)
class Connection:
    """What the guard sees of one; it is its own transport."""

    is_complete: bool = False
    aborted: asyncio.Event = field(default_factory=asyncio.Event)
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)

    @property
    def transport(self) -> "Connection":
        return self

    def abort(self) -> None:
        self.aborted.set()


def guarded(*connections: Connection) -> None:
    guard = ConnectionGuard(most_slow=MOST_SLOW, grace_s=GRACE_S, lifetime_s=4 * GRACE_S)
    for connection in connections:
        guard.opened(cast(GuardedProtocol, connection))


async def until_gone(*connections: Connection) -> None:
    await asyncio.gather(*(connection.aborted.wait() for connection in connections))


def test_a_request_that_is_here_whole_is_never_cut_off() -> None:
    async def story() -> None:
        whole, crowd = Connection(is_complete=True), [Connection() for _ in range(CROWD)]
        guarded(whole, *crowd)
        await until_gone(*crowd)
        assert not whole.aborted.is_set()

    asyncio.run(story())


def test_what_arrived_while_the_program_was_busy_is_read_before_anybody_is_called_slow() -> None:
    async def story() -> None:
        unread, crowd = Connection(), [Connection() for _ in range(CROWD)]
        guarded(unread, *crowd)
        # As a commit on a busy disk: every grace passes, and nothing could be read.
        time.sleep(5 * GRACE_S)  # noqa: ASYNC251
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert not unread.aborted.is_set()
        unread.is_complete = True
        await until_gone(*crowd)
        assert not unread.aborted.is_set()

    asyncio.run(story())
