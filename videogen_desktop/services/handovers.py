"""A request handed by one process of this machine to the one that runs the engine, both halves.

Whoever wants a video lays its request down in the library and holds a lock that says that somebody
waits (HandoverRequester). The engine that was asked takes it, each once (Handovers).
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

from videogen_desktop.domain.addresses import one_spelling
from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    EngineLockedError,
    IllegalTransitionError,
    LibraryMissingError,
    LibraryUnusableError,
    OutdatedLibraryError,
    StorageError,
    VideoGenError,
)
from videogen_desktop.domain.handover import (
    EngineEndedError,
    EngineRun,
    Handover,
    HandoverRefusedError,
    HandoverUnansweredError,
    HandoverWithdrawnError,
    OtherEngineWalletError,
    OutcomeUnknownError,
)
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.services.announcer import library_items
from videogen_desktop.services.phases import Claim
from videogen_desktop.services.system import SystemClock
from videogen_desktop.storage.directories import Directories
from videogen_desktop.storage.engine_lock import FileEngineLock, is_waited_for, waited_for
from videogen_desktop.storage.library import Library, open_guest
from videogen_desktop.storage.library_rows import LibraryRows

_log = logging.getLogger(__name__)

LOOK_EVERY_MS = 500
TELL_AGAIN_MS = 5_000
_REQUESTED_BY = "terminal"
_LOOK_EVERY_SECONDS = 0.15
# A window that is just opening says within this time that it takes requests.
_RUN_LOOKS = 14
_TAKEN_SECONDS = 20.0
# A library that another process keeps locked is asked again for so long what became of it.
_TAKE_BACK_SECONDS = 20.0
# Ctrl+C is heard between two tries.
_BUSY_MS = 1_000
GiveUp = Callable[[str], Awaitable[None]]
Generate = Callable[[VideoRequest, Handover, Claim], Awaitable[Video]]


async def forget_dead_run(library: Library) -> None:
    """An engine that takes no requests has begun: one that died taking them takes none either."""
    if await library.read(lambda rows: rows.handovers.run()) is not None:
        await library.write(lambda rows: rows.handovers.end_run())


class Handovers:
    """One engine run's. Only what was asked of this very run is taken, each once, and only while
    the process that asked lives. Every method runs on the worker's loop.
    """

    def __init__(
        self,
        library: Library,
        wallet_id: str,
        requesters: Path,
        clock: Clock,
        run_id: str,
    ) -> None:
        self._library = library
        self._wallet_id = wallet_id
        self._requesters = requesters
        self._clock = clock
        self._run_id = run_id
        self._seen: int | None = None
        self._is_stopped = False
        self._give_up: GiveUp | None = None
        self._jobs: set[asyncio.Task[None]] = set()

    async def run(self, generate: Generate, give_up: GiveUp) -> None:
        """Take requests until cancelled; what was taken goes on by itself. `give_up` cancels what
        was reserved and then not sent.
        """
        self._give_up = give_up
        now = self._clock.now_ms()
        await self._library.write(
            lambda rows: rows.handovers.begin_run(self._run_id, self._wallet_id, now)
        )
        while True:
            try:
                await self._take_news(generate)
            except LibraryUnusableError as error:
                # It is looked at again: this run goes on, and so does whoever waits for it.
                _log.warning("requests wait: %s", error.condition)
                self._seen = None
            await self._clock.sleep(LOOK_EVERY_MS)

    async def stop(self) -> None:
        """Take nothing more; before the engine waits for what is under way."""
        self._is_stopped = True
        # A full disk must not keep the program from ending; the lock tells the same.
        with contextlib.suppress(StorageError):
            await self._library.write(lambda rows: rows.handovers.end_run())

    async def close(self) -> None:
        """End what still waits for the provider's answer here; the paid POST is not ours to end."""
        for job in self._jobs:
            job.cancel()
        await asyncio.gather(*self._jobs, return_exceptions=True)

    async def _take_news(self, generate: Generate) -> None:
        version = await self._library.data_version()
        if version == self._seen:
            return
        self._seen = version
        waiting = await self._library.read(lambda rows: rows.handovers.waiting(self._run_id))
        for asked in waiting:
            if await self._take(asked):
                job = asyncio.create_task(self._serve(asked, generate), name="handover")
                self._jobs.add(job)
                job.add_done_callback(self._jobs.discard)

    async def _take(self, asked: Handover) -> bool:
        """Work begins: nothing is decided before the transaction that reserves."""
        now = self._clock.now_ms()
        if is_waited_for(self._requesters, asked.id):
            return await self._library.write(lambda rows: rows.handovers.take(asked.id, now))
        await self._library.write(lambda rows: rows.handovers.withdraw(asked.id))
        return False

    async def _serve(self, asked: Handover, generate: Generate) -> None:
        try:
            await generate(asked.request, asked, lambda rows: self._claim(rows, asked))
        except HandoverWithdrawnError:
            _log.info("request of %s is wanted no longer", asked.requested_by)
        except VideoGenError as error:
            await self._refuse(asked, error)
        except Exception as error:  # noqa: BLE001 - somebody waits for a word of it
            _log.exception("sending what %s asked for", asked.requested_by)
            await self._refuse(asked, HandoverRefusedError(type(error).__name__))

    def _claim(self, rows: LibraryRows, asked: Handover) -> None:
        """The engine was connecting, perhaps for seconds: is it still wanted? What this run takes
        while it ends would be reserved and never sent.
        """
        lives = is_waited_for(self._requesters, asked.id)
        is_wanted = lives and rows.handovers.is_wanted(asked.id, self._run_id)
        if self._is_stopped or not is_wanted:
            raise HandoverWithdrawnError

    async def _refuse(self, asked: Handover, error: VideoGenError) -> None:
        _log.info("request of %s refused: %s", asked.requested_by, type(error).__name__)
        while not await self._is_told(asked, error):
            await self._clock.sleep(TELL_AGAIN_MS)

    async def _is_told(self, asked: Handover, error: VideoGenError) -> bool:
        """Whoever asked waits for this row, or for the video's end: without it, for as long as the
        engine runs."""
        try:
            now = self._clock.now_ms()
            made = await self._library.write(lambda rows: _refused(rows, asked, error, now))
            if self._give_up and any(video.state is VideoState.RESERVED for video in made):
                # The library was locked when the intent to send was to be written.
                await self._give_up(asked.id)
        except IllegalTransitionError:
            # Somebody at the window has just sent or cancelled it.
            return True
        except LibraryUnusableError as unusable:
            _log.warning("a refusal waits: %s", unusable.condition)
            return False
        return True


def _refused(
    rows: LibraryRows, asked: Handover, error: VideoGenError, now: int
) -> tuple[Video, ...]:
    """The video that was made all the same, if one was."""
    rows.handovers.refuse(asked.id, error, now)
    return rows.videos.many([asked.id])


class Follower(Protocol):
    """Whoever shows what becomes of a request."""

    def asked(self) -> None:
        """Another engine may take the request from here on, whatever is shown here."""
        ...

    def show(self, item: LibraryItem) -> None: ...


@dataclass(frozen=True, slots=True)
class _Standing:
    """The library's word about the request at one moment."""

    item: LibraryItem | None
    refusal: VideoGenError | None
    is_taken: bool
    run: EngineRun | None


class HandoverRequester:
    """Asks the running engine for the video of one id, and follows what becomes of it.

    A context, within which the engine sees that somebody waits: `made`, and `take_back` where that
    was interrupted. However it ends, the request was taken back in a transaction, or its video is
    in the library (`item`), or OutcomeUnknownError says that neither could be made sure of.
    """

    def __init__(
        self,
        places: Directories,
        wallet: WalletKey,
        video_id: str,
        request: VideoRequest,
        follower: Follower,
        *,
        confirmed: bool,
        item: LibraryItem | None = None,
    ) -> None:
        """`item` is what an earlier engine had made of it."""
        self._places = places
        self._wallet = wallet
        self._video_id = video_id
        self._request = request
        self._follower = follower
        self._confirmed = confirmed
        self._clock = SystemClock()
        self._shown = item
        self._run_id: str | None = None
        self.is_laid_down = False
        self._open = contextlib.ExitStack()

    @property
    def item(self) -> LibraryItem | None:
        """The video as it was last seen."""
        return self._shown

    def __enter__(self) -> Self:
        """Raises EngineLockedError: it is only just making its library, or is older than this
        program."""
        with contextlib.ExitStack() as undo:
            undo.enter_context(waited_for(self._places.requesters, self._video_id))
            try:
                guest = open_guest(self._places, busy_timeout_ms=_BUSY_MS)
                self._library = undo.enter_context(guest)
            except (LibraryMissingError, OutdatedLibraryError) as error:
                raise EngineLockedError(self._places.engine_lock) from error
            self._open = undo.pop_all()
        return self

    def __exit__(self, *_error: object) -> None:
        self._open.close()

    async def made(self, reached: Callable[[LibraryItem], bool]) -> LibraryItem:
        """The video once it is `reached`, or once it waits for the user in another window.

        Raises EngineLockedError (no window, or one in another wallet, or one that does not
        answer), EngineEndedError (it may be asked again), OutcomeUnknownError, and what the engine
        refused it with.
        """
        if self._shown is None and (await self._look()).item is None:
            try:
                await self._ask()
            except LibraryUnusableError:
                await self.take_back()
                raise
        while True:
            try:
                return await self._followed(reached)
            except EngineEndedError:
                await self.take_back()
                raise
            except HandoverUnansweredError:
                await self.take_back()
                if self._shown is None:
                    raise
                # It was taken in this very moment.

    async def _followed(self, reached: Callable[[LibraryItem], bool]) -> LibraryItem:
        give_up_at = asyncio.get_running_loop().time() + _TAKEN_SECONDS
        is_taken = False
        while True:
            # Before the look: what an engine wrote last is seen, and then that it ended.
            ended = self._engine_ended()
            now = await self._seen()
            if now is not None:
                if now.item is not None and (reached(now.item) or self._is_left(now)):
                    return now.item
                if now.refusal is not None:
                    self.is_laid_down = False
                    raise now.refusal
                is_taken = now.item is not None or now.is_taken
                ended = ended or (now.item is None and self._is_anothers(now))
            if ended:
                raise EngineEndedError
            if not is_taken and asyncio.get_running_loop().time() > give_up_at:
                raise HandoverUnansweredError(self._places.engine_lock)
            await asyncio.sleep(_LOOK_EVERY_SECONDS)

    async def _ask(self) -> None:
        run = await self._engine_run()
        key = self._wallet
        if (run.provider, one_spelling(run.api_base)) != (key.provider, key.api_base):
            raise OtherEngineWalletError(self._places.engine_lock, run.provider, run.api_base)
        asked = Handover(
            id=self._video_id,
            run_id=run.id,
            requested_by=_REQUESTED_BY,
            request=self._request,
            confirmed=self._confirmed,
            created_at=self._clock.now_ms(),
        )
        self._follower.asked()
        # Beforehand: whoever ends in between takes back what may be there.
        self.is_laid_down = True
        await self._library.write(lambda rows: _laid_down(rows, asked))
        self._run_id = run.id

    async def _engine_run(self) -> EngineRun:
        for _ in range(_RUN_LOOKS):
            run = await self._library.read(lambda rows: rows.handovers.run())
            if run is not None:
                return run
            await asyncio.sleep(_LOOK_EVERY_SECONDS)
        raise EngineLockedError(self._places.engine_lock)

    def _is_anothers(self, now: _Standing) -> bool:
        """Whether another engine has begun, which takes nothing that was asked of the last one."""
        return now.run is not None and now.run.id != self._run_id

    def _is_left(self, now: _Standing) -> bool:
        """Whether it was never sent, and now waits in another window for the user's word."""
        left = now.item is not None and now.item.video.state is VideoState.RESERVED
        return left and self._is_anothers(now)

    async def _seen(self) -> _Standing | None:
        """None while another process keeps the library locked: the engine goes on meanwhile."""
        try:
            return await self._look()
        except LibraryUnusableError:
            return None

    async def _look(self) -> _Standing:
        now = await self._library.read(lambda rows: _standing(rows, self._video_id))
        if now.item is not None and now.item != self._shown:
            self._shown = now.item
            self._follower.show(now.item)
        return now

    async def take_back(self) -> None:
        """From here on there is a video of it in the library, or there never will be one by the
        engine that was asked. Raises OutcomeUnknownError while the library cannot be written.
        """
        give_up_at = asyncio.get_running_loop().time() + _TAKE_BACK_SECONDS
        while self.is_laid_down:
            try:
                await self._library.write(lambda rows: rows.handovers.withdraw(self._video_id))
                await self._look()
                self.is_laid_down = False
            except LibraryUnusableError as error:
                if asyncio.get_running_loop().time() > give_up_at:
                    raise OutcomeUnknownError(error.condition) from error
                await asyncio.sleep(_LOOK_EVERY_SECONDS)

    def _engine_ended(self) -> bool:
        return not FileEngineLock(self._places.engine_lock).is_held()


def _laid_down(rows: LibraryRows, asked: Handover) -> None:
    # An answer to an earlier asking, which this command has heard.
    rows.handovers.withdraw(asked.id)
    rows.handovers.ask(asked)


def _standing(rows: LibraryRows, video_id: str) -> _Standing:
    return _Standing(
        item=next(iter(library_items(rows, rows.videos.many([video_id]), Vendors())), None),
        refusal=rows.handovers.refusal(video_id),
        is_taken=rows.handovers.is_taken(video_id),
        run=rows.handovers.run(),
    )
