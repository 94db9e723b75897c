"""Waiting for whichever comes first."""

import asyncio

from videogen_desktop.domain.clock import Clock


async def news_or_time(news: asyncio.Event, clock: Clock, milliseconds: int | None) -> None:
    """Return when `news` is set, or after the milliseconds (never, for None)."""
    waiting = [asyncio.create_task(_until(news))]
    if milliseconds is not None:
        waiting.append(asyncio.create_task(_sleep(clock, milliseconds)))
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in waiting:
            task.cancel()


async def _until(news: asyncio.Event) -> None:
    await news.wait()


async def _sleep(clock: Clock, milliseconds: int) -> None:
    await clock.sleep(milliseconds)
