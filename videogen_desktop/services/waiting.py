"""Waiting for whichever comes first."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from videogen_desktop.domain.clock import Clock


async def news_or_time(news: asyncio.Event, clock: Clock, milliseconds: int | None) -> None:
    """Return when `news` is set, or after the milliseconds (never, for None)."""
    if milliseconds is None:
        await news.wait()
    else:
        await done_before(news, clock.sleep(milliseconds))


async def done_before(news: asyncio.Event, work: Coroutine[Any, Any, None]) -> bool:
    """Do the work unless `news` comes first, which cancels it; True when it was done."""
    if news.is_set():
        work.close()
        return False
    working = asyncio.create_task(work)
    listening = asyncio.create_task(news.wait())
    try:
        await asyncio.wait({working, listening}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        listening.cancel()
        if not working.done():
            working.cancel()
    if not working.done():
        return False
    await working
    return True
