"""One video made by the engine that already runs here: asked for through the database."""

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from videogen_desktop.cli.progress import Progress
from videogen_desktop.cli.running import InterruptedByUserError, Interruption
from videogen_desktop.domain.addresses import one_spelling
from videogen_desktop.domain.errors import (
    EngineLockedError,
    LibraryMissingError,
    LibraryUnusableError,
    OutdatedLibraryError,
    VideoGenError,
)
from videogen_desktop.domain.handover import (
    EngineRun,
    Handover,
    HandoverUnansweredError,
    OtherEngineWalletError,
)
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.vendor import Vendors
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.engine.options import EngineOptions
from videogen_desktop.services.announcer import library_items
from videogen_desktop.services.system import SystemClock
from videogen_desktop.storage.engine_lock import FileEngineLock
from videogen_desktop.storage.library import Library, open_guest
from videogen_desktop.storage.library_rows import LibraryRows
from videogen_desktop.storage.requester_lock import forget, requester_lock

REQUESTED_BY = "terminal"
_LOOK_EVERY_SECONDS = 0.15
# A window that is just opening says within this time that it takes requests.
_RUN_LOOKS = 14
_TAKEN_SECONDS = 20.0
# A library that another process keeps locked is asked again for so long what became of it.
_TAKE_BACK_SECONDS = 20.0
# Ctrl+C is heard between two tries.
_BUSY_MS = 1_000


class EngineEndedError(Exception):
    """The engine that was asked runs no more. What it made of the request is in the library; if it
    made nothing of it, it was taken back, and it never will.
    """


class OutcomeUnknownError(Exception):
    """The library cannot be used, and so it cannot be told what became of what was asked."""

    def __init__(self, condition: str) -> None:
        super().__init__(condition)
        self.condition = condition


@dataclass(frozen=True, slots=True)
class _Standing:
    """What the library says about the request at one moment."""

    item: LibraryItem | None
    refusal: VideoGenError | None
    is_taken: bool
    run: EngineRun | None


class HandingOver:
    """Asks the running engine for the video of one id, and follows what becomes of it.

    However `run` ends, the request was taken back in a transaction, or its video is in the library
    (`item`), or OutcomeUnknownError says that neither could be made sure of.
    """

    def __init__(
        self,
        options: EngineOptions,
        video_id: str,
        request: VideoRequest,
        progress: Progress,
        *,
        confirmed: bool,
        item: LibraryItem | None = None,
    ) -> None:
        """`item` is what an earlier engine had made of it."""
        self._options = options
        self._video_id = video_id
        self._request = request
        self._progress = progress
        self._confirmed = confirmed
        self._clock = SystemClock()
        self._shown = item
        self._run_id: str | None = None
        self._is_laid_down = False

    @property
    def item(self) -> LibraryItem | None:
        """The video as it was last seen."""
        return self._shown

    async def run(self, stop: Interruption, reached: Callable[[LibraryItem], bool]) -> LibraryItem:
        """The video once it is `reached`, or once it waits for the user in another window.

        Raises EngineLockedError (no window, or one in another wallet, or one that does not
        answer), EngineEndedError (it may be run again), InterruptedByUserError,
        OutcomeUnknownError, and what the engine refused it with.
        """
        with self._waited_for(), self._library() as library:
            try:
                return await stop.unless(self._made(library, reached))
            except InterruptedByUserError:
                await stop.closing(self._take_back(library))
                if self._is_laid_down:
                    raise OutcomeUnknownError("busy") from None
                raise

    async def _made(self, library: Library, reached: Callable[[LibraryItem], bool]) -> LibraryItem:
        if self._shown is None and (await self._look(library)).item is None:
            try:
                await self._ask(library)
            except LibraryUnusableError:
                await self._take_back(library)
                raise
        while True:
            try:
                return await self._followed(library, reached)
            except EngineEndedError:
                await self._take_back(library)
                raise
            except HandoverUnansweredError:
                await self._take_back(library)
                if self._shown is None:
                    raise
                # It was taken in this very moment.

    async def _followed(
        self, library: Library, reached: Callable[[LibraryItem], bool]
    ) -> LibraryItem:
        give_up_at = asyncio.get_running_loop().time() + _TAKEN_SECONDS
        is_taken = False
        while True:
            # Before the look: what an engine wrote last is seen, and then that it ended.
            ended = self._engine_ended()
            now = await self._seen(library)
            if now is not None:
                if now.item is not None and (reached(now.item) or self._is_left(now)):
                    return now.item
                if now.refusal is not None:
                    self._is_laid_down = False
                    raise now.refusal
                is_taken = now.item is not None or now.is_taken
                ended = ended or (now.item is None and self._is_anothers(now))
            if ended:
                raise EngineEndedError
            if not is_taken and asyncio.get_running_loop().time() > give_up_at:
                raise HandoverUnansweredError(self._options.places.engine_lock)
            await asyncio.sleep(_LOOK_EVERY_SECONDS)

    async def _ask(self, library: Library) -> None:
        run = await self._engine_run(library)
        key, places = self._options.wallet.key, self._options.places
        if (run.provider, one_spelling(run.api_base)) != (key.provider, key.api_base):
            raise OtherEngineWalletError(places.engine_lock, run.provider, run.api_base)
        asked = Handover(
            id=self._video_id,
            run_id=run.id,
            requested_by=REQUESTED_BY,
            request=self._request,
            confirmed=self._confirmed,
            created_at=self._clock.now_ms(),
        )
        self._progress.asked()
        # Beforehand: whoever ends in between takes back what may be there.
        self._is_laid_down = True
        await library.write(lambda rows: _laid_down(rows, asked))
        self._run_id = run.id

    async def _engine_run(self, library: Library) -> EngineRun:
        for _ in range(_RUN_LOOKS):
            run = await library.read(lambda rows: rows.handovers.run())
            if run is not None:
                return run
            await asyncio.sleep(_LOOK_EVERY_SECONDS)
        raise EngineLockedError(self._options.places.engine_lock)

    def _is_anothers(self, now: _Standing) -> bool:
        """Whether another engine has begun, which takes nothing that was asked of the last one."""
        return now.run is not None and now.run.id != self._run_id

    def _is_left(self, now: _Standing) -> bool:
        """Whether it was never sent, and now waits in another window for the user's word."""
        left = now.item is not None and now.item.video.state is VideoState.RESERVED
        return left and self._is_anothers(now)

    async def _seen(self, library: Library) -> _Standing | None:
        """None while another process keeps the library locked: the engine goes on meanwhile."""
        try:
            return await self._look(library)
        except LibraryUnusableError:
            return None

    async def _look(self, library: Library) -> _Standing:
        now = await library.read(lambda rows: _standing(rows, self._video_id))
        if now.item is not None and now.item != self._shown:
            self._shown = now.item
            self._progress.show(now.item)
        return now

    async def _take_back(self, library: Library) -> None:
        """From here on there is a video of it in the library, or there never will be one by the
        engine that was asked. Raises OutcomeUnknownError while the library cannot be written.
        """
        give_up_at = asyncio.get_running_loop().time() + _TAKE_BACK_SECONDS
        while self._is_laid_down:
            try:
                await library.write(lambda rows: rows.handovers.withdraw(self._video_id))
                await self._look(library)
                self._is_laid_down = False
            except LibraryUnusableError as error:
                if asyncio.get_running_loop().time() > give_up_at:
                    raise OutcomeUnknownError(error.condition) from error
                await asyncio.sleep(_LOOK_EVERY_SECONDS)

    def _engine_ended(self) -> bool:
        return not FileEngineLock(self._options.places.engine_lock).is_held()

    @contextlib.contextmanager
    def _library(self) -> Iterator[Library]:
        with contextlib.ExitStack() as stack:
            try:
                library = stack.enter_context(
                    open_guest(self._options.places, busy_timeout_ms=_BUSY_MS)
                )
            except (LibraryMissingError, OutdatedLibraryError) as error:
                # The engine is only just making it, or is older than this program.
                raise EngineLockedError(self._options.places.engine_lock) from error
            yield library

    @contextlib.contextmanager
    def _waited_for(self) -> Iterator[None]:
        """Hold the proof that somebody waits; the engine takes nothing from the dead."""
        folder = self._options.places.requesters
        lock = requester_lock(folder, self._video_id)
        lock.acquire()
        try:
            yield
        finally:
            lock.release()
            forget(folder, self._video_id)


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
