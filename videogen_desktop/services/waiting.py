"""Waiting: for whichever comes first, for an even turn, and for a library that is out of reach."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import LibraryUnusableError

if TYPE_CHECKING:
    from videogen_desktop.services.announcer import Announcer

_log = logging.getLogger(__name__)

AGAIN_AFTER_MS = 5_000
# Several loops meet the same lock, again and again: for its owner it is one problem.
TELL_EVERY_MS = 300_000
Loop = Callable[[], Coroutine[Any, Any, None]]
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


class EvenTurns:
    """Spaces what one wallet asks of its provider evenly."""

    def __init__(self, clock: Clock, interval_ms: int) -> None:
        self._clock = clock
        self._interval_ms = interval_ms
        self._next_ms = 0

    async def turn(self) -> None:
        """Wait for the next free moment."""
        now = self._clock.monotonic_ms()
        at = max(now, self._next_ms)
        self._next_ms = at + self._interval_ms
        if at > now:
            await self._clock.sleep(at - now)


class LoopRestarter:
    """One engine's loops go on when the library can be reached again: a lock or a full disk passes.
    Worker thread only."""

    def __init__(self, announcer: "Announcer", clock: Clock) -> None:
        self._announcer = announcer
        self._clock = clock
        self._told_at: int | None = None

    async def run(self, name: str, loop: Loop) -> None:
        """Run it until cancelled, anew where the library could not be read or written. Raises
        what else ends it."""
        while True:
            try:
                await loop()
            except (LibraryUnusableError, ExceptionGroup) as error:
                unusable = _only_unusable(error)
                if unusable is None:
                    raise
                _log.warning("%s rests: %s", name, unusable.condition)
                self._tell(unusable)
            else:
                return
            await self._clock.sleep(AGAIN_AFTER_MS)

    def _tell(self, unusable: LibraryUnusableError) -> None:
        now = self._clock.monotonic_ms()
        if self._told_at is None or now - self._told_at >= TELL_EVERY_MS:
            self._told_at = now
            self._announcer.problem(unusable)


def _only_unusable(error: Exception) -> LibraryUnusableError | None:
    """The error that was raised, where it was no other kind; task groups wrap it up."""
    if isinstance(error, ExceptionGroup):
        kinds = [_only_unusable(inner) for inner in error.exceptions]
        return None if None in kinds else kinds[0]
    return error if isinstance(error, LibraryUnusableError) else None
