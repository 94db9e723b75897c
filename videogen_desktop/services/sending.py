"""Sends the paid POST: once, and again only on proof that it never left."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    IllegalTransitionError,
    NotSentError,
    ProviderError,
    RateLimitedError,
    RefusedError,
    SentUnknownError,
)
from videogen_desktop.domain.provider import Provider
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import HeldAnswer, Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.held_answers import HeldAnswers
from videogen_desktop.services.phases import AcceptPhases
from videogen_desktop.services.waiting import done_before, news_or_time
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.task_journal import TaskJournal

_log = logging.getLogger(__name__)

RETRY_FOR_MS = 60_000
FIRST_RETRY_MS = 1_000
LONGEST_RETRY_MS = 15_000


def _no_callback(_video_id: str) -> None:
    """Polling alone tells how it ended."""


class Sender:
    """Takes a reserved video to an accepted task. Runs on the worker's loop."""

    def __init__(
        self,
        library: Library,
        phases: AcceptPhases,
        provider: Provider,
        journal: TaskJournal,
        announcer: Announcer,
        clock: Clock,
        api_base: str,
        on_accepted: Callable[[Video], Awaitable[None]],
        callback_url: Callable[[str], str | None] = _no_callback,
    ) -> None:
        """`callback_url` says where the provider is to call back about a video, if anywhere."""
        self._library = library
        self._phases = phases
        self._provider = provider
        self._answers = HeldAnswers(journal, announcer, clock, api_base)
        self._announcer = announcer
        self._clock = clock
        self._on_accepted = on_accepted
        self._callback_url = callback_url
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Send nothing more: what waits for another try stays reserved, for the user to send."""
        self._stopping.set()
        self._answers.stop()

    @property
    def unwritten(self) -> dict[str, HeldAnswer]:
        """By video: the answers that could not be written until the engine was stopped."""
        return self._answers.left

    async def send(self, video: Video, request: PricedRequest) -> Video:
        """Return the video as it stands once the provider answered, or could not be asked.

        Cancelled while the POST is under way, the video stays `sending` on disk and the next
        start makes it unconfirmed. Whatever was answered is held until the library takes it.
        """
        deadline = None
        delay = FIRST_RETRY_MS
        while True:
            ready = await done_before(self._stopping, self._provider.ready_to_create())
            video = await self._current(video)
            if not ready or video.state is not VideoState.RESERVED:
                return video
            if deadline is None:
                # From the first try on: behind two hundred others its turn alone takes longer.
                deadline = self._clock.monotonic_ms() + RETRY_FOR_MS
            try:
                video = await self._phases.sending(video.id)
            except IllegalTransitionError:
                # It was cancelled in this very moment.
                return await self._current(video)
            await self._announcer.changed(video)
            try:
                return await self._post(video, request)
            except (NotSentError, RateLimitedError) as error:
                wait = self._wait(error, delay)
                if self._clock.monotonic_ms() + wait > deadline:
                    return await self._refused(video, Reason.NOT_SENT, error)
                write = partial(self._phases.not_sent, video.id, error)
                video = await self._answers.written(video, write)
            await self._announcer.changed(video)
            await news_or_time(self._stopping, self._clock, wait)
            delay = min(delay * 2, LONGEST_RETRY_MS)

    async def _post(self, video: Video, request: PricedRequest) -> Video:
        try:
            task_id = await self._provider.create(request, self._callback_url(video.id))
        except (NotSentError, RateLimitedError):
            raise
        except RefusedError as error:
            return await self._refused(video, Reason.REFUSED, error)
        except SentUnknownError as error:
            return await self._unconfirmed(video, error.message, error.answer)
        except Exception:
            # Whatever it was, the POST may have left.
            await self._unconfirmed(video, "")
            raise
        write = partial(self._phases.accepted, video.id, task_id)
        video = await self._answers.written(video, write, task_id)
        if video.task_id is not None:
            await self._on_accepted(video)
        return await self._ended(video)

    async def _refused(self, video: Video, reason: Reason, error: ProviderError) -> Video:
        write = partial(self._phases.refused, video.id, reason, error)
        return await self._ended(await self._answers.written(video, write))

    async def _unconfirmed(self, video: Video, message: str, answer: str = "") -> Video:
        write = partial(self._phases.unconfirmed, video.id, message, answer)
        return await self._ended(await self._answers.written(video, write))

    def _wait(self, error: ProviderError, delay: int) -> int:
        if isinstance(error, RateLimitedError):
            return max(error.retry_after_ms or 0, self._provider.pace.rest_ms)
        return delay

    async def _ended(self, video: Video) -> Video:
        _log.info("video %s is %s", video.id, video.state)
        await self._announcer.changed(video)
        await self._announcer.balance(video.wallet_id)
        return video

    async def _current(self, video: Video) -> Video:
        return await self._library.read(lambda rows: rows.videos.get(video.id))
