"""Work that somebody may end early, and still be told what had been done by then."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

_Result = TypeVar("_Result")


class Stop:
    """Asked for once, and from then on. Event loop thread only, but for `is_asked`."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ask(self) -> None:
        self._event.set()

    def is_asked(self) -> bool:
        """On any thread."""
        return self._event.is_set()

    async def unless(self, work: Coroutine[Any, Any, _Result]) -> _Result | None:
        """The result of `work`, or None where the stop came first: then it was cancelled. Raises
        what it raises."""
        task = asyncio.ensure_future(work)
        asked = asyncio.ensure_future(self._event.wait())
        try:
            await asyncio.wait({task, asked}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            asked.cancel()
            if not task.done():
                task.cancel()
            await asyncio.gather(task, asked, return_exceptions=True)
        return None if task.cancelled() else task.result()
