"""The real clock and id source; tests hand in others."""

import asyncio
import time
import uuid


class SystemClock:
    """See domain.clock.Clock."""

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def monotonic_ms(self) -> int:
        return time.monotonic_ns() // 1_000_000

    async def sleep(self, milliseconds: int) -> None:
        await asyncio.sleep(milliseconds / 1000)


def random_id() -> str:
    """A new UUID in its text form."""
    return str(uuid.uuid4())
