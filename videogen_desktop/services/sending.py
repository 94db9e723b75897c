"""The paid POST: sent once, its answer held until it is written; and a start after a run cut off.

It is sent again only on proof that it never left."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from functools import partial

from videogen_desktop.domain.addresses import one_spelling
from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    IllegalTransitionError,
    InputUnreachableError,
    LibraryUnusableError,
    NotSentError,
    ProviderError,
    RateLimitedError,
    RefusedError,
    SentUnknownError,
    UploadFailedError,
)
from videogen_desktop.domain.input_file import inputs_in
from videogen_desktop.domain.provider import Provider
from videogen_desktop.domain.request import PricedRequest
from videogen_desktop.domain.states import ACCEPTED_STATES, Reason, VideoState
from videogen_desktop.domain.video import HeldAnswer, Video
from videogen_desktop.domain.wallet import Wallet
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.phases import AcceptPhases
from videogen_desktop.services.uploading import Uploader
from videogen_desktop.services.waiting import done_before, news_or_time, unless
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows
from videogen_desktop.storage.task_journal import JournalEntry, TaskJournal

_log = logging.getLogger(__name__)

FIRST_AGAIN_MS = 500
LONGEST_AGAIN_MS = 5_000
# A start looks at no more than these, the newest.
_MOST_TASKS = 2_000
_UNSETTLED = (VideoState.RESERVED, VideoState.SENDING, VideoState.UNCONFIRMED)
LOOK_AGAIN_MS = 1_000
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
        uploader: Uploader,
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
        self._uploader = uploader
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

        Its files are uploaded while it is `reserved`: whoever dies meanwhile leaves what was never
        sent. Cancelled while the POST is under way, the video stays `sending` on disk and the next
        start makes it unconfirmed. Whatever was answered is held until the library takes it.
        """
        deadline = None
        delay = FIRST_RETRY_MS
        while True:
            try:
                filled = await self._with_files(video, request)
            except UploadFailedError as error:
                return await self._not_uploaded(video, error)
            if filled is None:
                return await self._current(video)
            ready = await done_before(self._stopping, self._provider.ready_to_create())
            if not ready:
                return await self._current(video)
            if deadline is None:
                # From the first try on: behind two hundred others its turn alone takes longer.
                deadline = self._clock.monotonic_ms() + RETRY_FOR_MS
            try:
                video = await self._phases.sending(video.id)
            except IllegalTransitionError:
                # It was cancelled while it waited.
                return await self._current(video)
            await self._announcer.changed(video)
            try:
                return await self._post(video, filled)
            except (NotSentError, RateLimitedError) as error:
                wait = self._wait(error, delay)
                if self._clock.monotonic_ms() + wait > deadline:
                    return await self._refused(video, Reason.NOT_SENT, error)
                write = partial(self._phases.not_sent, video.id, error)
                video = await self._answers.written(video, write)
            await self._announcer.changed(video)
            await news_or_time(self._stopping, self._clock, wait)
            delay = min(delay * 2, LONGEST_RETRY_MS)

    async def _with_files(self, video: Video, request: PricedRequest) -> PricedRequest | None:
        """None where the engine stops first, or the video is cancelled."""
        if not inputs_in(request.body):
            return request
        given_up = asyncio.Event()
        looking = asyncio.create_task(self._look_for_end(video, given_up))
        try:
            uploaded = await unless(given_up, self._uploader.ready(request))
        finally:
            looking.cancel()
            await asyncio.gather(looking, return_exceptions=True)
        return None if uploaded.cancelled() else uploaded.result()

    async def _look_for_end(self, video: Video, given_up: asyncio.Event) -> None:
        """A large file leaves for minutes, and whoever cancels writes no more than the library."""
        state = VideoState.RESERVED
        while state is VideoState.RESERVED and not self._stopping.is_set():
            await news_or_time(self._stopping, self._clock, LOOK_AGAIN_MS)
            with contextlib.suppress(LibraryUnusableError):
                state = (await self._current(video)).state
        given_up.set()

    async def _not_uploaded(self, video: Video, error: UploadFailedError) -> Video:
        try:
            return await self._ended(await self._phases.not_uploaded(video.id, error))
        except IllegalTransitionError:
            # It was cancelled meanwhile.
            return await self._current(video)

    async def _post(self, video: Video, request: PricedRequest) -> Video:
        try:
            task_id = await self._provider.create(request, self._callback_url(video.id))
        except (NotSentError, RateLimitedError):
            raise
        except RefusedError as error:
            if isinstance(error, InputUnreachableError):
                await self._uploader.forget(video.body or "")
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


class HeldAnswers:
    """One sender's answers to its paid POSTs, each held until it stands in the library.

    A full disk, a quota, a lock or an owner's right passes; a task id that was dropped meanwhile is
    a paid video that nobody finds. Worker's loop.
    """

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


async def recover(
    library: Library,
    phases: AcceptPhases,
    wallet_id: str,
    journal: tuple[JournalEntry, ...],
) -> tuple[Video, ...]:
    """Settle what was being sent and return what is to be polled. Worker thread only.

    `sending` means that the POST may have left: with a task id in the journal it was accepted,
    without one it is unconfirmed. `reserved` waits for the user: nobody wants yesterday's queue
    paid for today. What the journal knows a task of was accepted, whatever an older copy of the
    library says that somebody put back. Doing it twice changes nothing.
    """
    tasks = {entry.video_id: entry.task_id for entry in journal}
    unsettled = await library.read(lambda rows: rows.videos.in_states(_UNSETTLED, wallet_id))
    for video in unsettled:
        task_id = tasks.get(video.id)
        if task_id is not None or video.state is VideoState.SENDING:
            await _settle(phases, video, task_id)
    accepted = tuple(ACCEPTED_STATES)
    return await library.read(lambda rows: rows.videos.in_states(accepted, wallet_id))


def unknown_tasks(
    rows: LibraryRows,
    wallet: Wallet,
    journal: tuple[JournalEntry, ...],
    now_ms: int,
    result_kept_ms: int,
) -> tuple[str, ...]:
    """The wallet's paid tasks that the journal has and the library has not, the oldest first, for
    as long as the provider is likely to have their results."""
    tasks = {
        entry.task_id: entry.video_id
        for entry in journal
        if one_spelling(entry.api_base) == wallet.key.api_base
        and entry.at + result_kept_ms > now_ms
    }
    if not tasks:
        return ()
    return rows.videos.lacking(wallet.id, dict(list(tasks.items())[-_MOST_TASKS:]))


async def _settle(phases: AcceptPhases, video: Video, task_id: str | None) -> None:
    now = await phases.recovered(video.id, task_id)
    if now.state in ACCEPTED_STATES:
        _log.warning("video %s was accepted: the journal has its task", video.id)
    elif now.state is not video.state:
        _log.warning("video %s was interrupted while it was sent", video.id)
