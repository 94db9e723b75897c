"""What arrives together is written down together, and only then answered."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from videogen_desktop.domain.errors import StorageError
from videogen_desktop.domain.webhook import Callback

# The disk is waited for once: one commit for each callback was most of its cost. So many take
# 4 ms of this thread (measured), and others want a turn.
_MOST_TOGETHER = 32


@dataclass(frozen=True, slots=True)
class Arrival:
    """An authentic callback; `reference` is the video that its address named, or None."""

    callback: Callback
    reference: str | None


# Writes all of them in one transaction, or none. Raises StorageError.
Write = Callable[[Sequence[Arrival]], Awaitable[None]]
_Waiting = tuple[Arrival, asyncio.Future[None]]


class Intake:
    """Event loop thread only."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._waiting: list[_Waiting] = []
        self._writing: asyncio.Task[None] | None = None

    async def take(self, callback: Callback, reference: str | None) -> None:
        """Return when the callback is on disk. Raises StorageError: then it is not taken."""
        written = asyncio.get_running_loop().create_future()
        self._waiting.append((Arrival(callback, reference), written))
        if self._writing is None:
            # It begins in the next turn of the loop: whoever else is ready in this one comes along.
            self._writing = asyncio.create_task(self._write_down(), name="callbacks")
        await written

    async def _write_down(self) -> None:
        try:
            while self._waiting:
                together = self._waiting[:_MOST_TOGETHER]
                del self._waiting[:_MOST_TOGETHER]
                await self._write_together(together)
                # Others want a turn.
                await asyncio.sleep(0)
        finally:
            self._writing = None

    async def _write_together(self, together: Sequence[_Waiting]) -> None:
        error = await self._written([arrival for arrival, _ in together])
        if error is None or isinstance(error, StorageError) or len(together) == 1:
            _tell(together, error)
            return
        # One of them met a defect of ours, which must not cost the others.
        for one in together:
            _tell([one], await self._written([one[0]]))

    async def _written(self, arrivals: Sequence[Arrival]) -> Exception | None:
        try:
            await self._write(arrivals)
        except Exception as error:  # noqa: BLE001 - whoever waits for it is told
            return error
        return None


def _tell(together: Sequence[_Waiting], error: Exception | None) -> None:
    for _, written in together:
        if written.done():
            # It was hung up on.
            continue
        if error is None:
            written.set_result(None)
        else:
            written.set_exception(error)
