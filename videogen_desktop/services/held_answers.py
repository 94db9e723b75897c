"""What the provider answered to a paid POST, held until it stands in the library."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import IllegalTransitionError, LibraryUnusableError
from videogen_desktop.domain.video import HeldAnswer, Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.waiting import news_or_time
from videogen_desktop.storage.task_journal import TaskJournal

_log = logging.getLogger(__name__)

FIRST_AGAIN_MS = 500
LONGEST_AGAIN_MS = 5_000


class HeldAnswers:
    """One sender's. A full disk, a quota, a lock or an owner's right passes; a task id that was
    dropped meanwhile is a paid video that nobody finds. Worker's loop."""

    def __init__(
        self, journal: TaskJournal, announcer: Announcer, clock: Clock, api_base: str
    ) -> None:
        self._journal = journal
        self._announcer = announcer
        self._clock = clock
        self._api_base = api_base
        self._stopping = asyncio.Event()
        self._left: dict[str, HeldAnswer] = {}

    @property
    def left(self) -> dict[str, HeldAnswer]:
        """By video: what could not be written until the engine was stopped."""
        return dict(self._left)

    def stop(self) -> None:
        """Try once more, and then give up on what still cannot be written."""
        self._stopping.set()

    async def written(
        self, video: Video, write: Callable[[], Awaitable[Video]], task_id: str | None = None
    ) -> Video:
        """The video as `write` leaves it, however long the library refuses.

        An accepted task goes into the journal too: first, so that no lock on the database stands
        before it. Raises IllegalTransitionError, and once stopped what the library raised.
        """
        delay = FIRST_AGAIN_MS
        in_journal = task_id is not None and await self._journal.record(
            video.id, self._api_base, task_id, self._clock.now_ms()
        )
        while True:
            is_last = self._stopping.is_set()
            try:
                written = await write()
            except IllegalTransitionError:
                raise
            except Exception as error:
                held = HeldAnswer(_condition(error), task_id, in_journal)
                await self._hold(video, held, error)
                if is_last:
                    self._give_up(video, held)
                    raise
            else:
                self._announcer.let_go(video.id)
                return written
            await news_or_time(self._stopping, self._clock, delay)
            delay = min(delay * 2, LONGEST_AGAIN_MS)
            if task_id is not None and not in_journal:
                in_journal = await self._journal.catch_up()

    async def _hold(self, video: Video, held: HeldAnswer, error: Exception) -> None:
        if await self._announcer.hold(video, held):
            _log.warning("the answer about %s waits: %s", video.id, held.condition, exc_info=error)

    def _give_up(self, video: Video, held: HeldAnswer) -> None:
        self._left[video.id] = held
        if held.task_id is not None and not held.in_journal:
            # The last place there is: the root shows it on standard error too.
            _log.critical(
                "Video %s was taken as task %s, and that could be written nowhere (%s): keep this "
                "task id, `videogen settle` or `videogen rescue` takes it.",
                *(video.id, held.task_id, held.condition),
            )


def _condition(error: Exception) -> str:
    if isinstance(error, LibraryUnusableError):
        return error.condition
    return type(error).__name__
