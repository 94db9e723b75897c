"""Loops go on when the library can be reached again: a lock or a full disk passes."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import LibraryUnusableError
from videogen_desktop.services.announcer import Announcer

_log = logging.getLogger(__name__)

AGAIN_AFTER_MS = 5_000
# Several loops meet the same lock, again and again: for its owner it is one problem.
TELL_EVERY_MS = 300_000

Loop = Callable[[], Coroutine[Any, Any, None]]


class Perseverance:
    """One engine's. Worker thread only."""

    def __init__(self, announcer: Announcer, clock: Clock) -> None:
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
    """What was raised, where it was nothing else; task groups wrap it up."""
    if isinstance(error, ExceptionGroup):
        kinds = [_only_unusable(inner) for inner in error.exceptions]
        return None if None in kinds else kinds[0]
    return error if isinstance(error, LibraryUnusableError) else None
