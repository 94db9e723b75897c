"""Waiting for whichever comes first: work, or an event that ends it."""

import asyncio
from collections.abc import Awaitable, Coroutine
from typing import Any, TypeVar

from videogen_desktop.domain.clock import Clock

_Result = TypeVar("_Result")


async def unless(event: asyncio.Event, work: Awaitable[_Result]) -> "asyncio.Future[_Result]":
    """The work as it ended: by itself, or cancelled because `event` came first. What it raised is
    raised by its result."""
    working = asyncio.ensure_future(work)
    listening = asyncio.ensure_future(event.wait())
    try:
        await asyncio.wait({working, listening}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        listening.cancel()
        if not working.done():
            working.cancel()
        await asyncio.gather(working, listening, return_exceptions=True)
    return working


async def done_before(news: asyncio.Event, work: Coroutine[Any, Any, None]) -> bool:
    """Do the work unless `news` comes first, which cancels it; True when it was done."""
    if news.is_set():
        work.close()
        return False
    ended = await unless(news, work)
    if ended.cancelled():
        return False
    ended.result()
    return True


async def news_or_time(news: asyncio.Event, clock: Clock, milliseconds: int | None) -> None:
    """Return when `news` is set, or after the milliseconds (never, for None)."""
    if milliseconds is None:
        await news.wait()
    else:
        await done_before(news, clock.sleep(milliseconds))


class Stop:
    """Asked for once, and from then on; work that it ends early may still say what had been done.
    Event loop thread only, but for `is_asked`."""

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
        ended = await unless(self._event, work)
        return None if ended.cancelled() else ended.result()
