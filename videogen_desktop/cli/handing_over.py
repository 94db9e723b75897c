"""One video made by the engine that already runs here: asked for through the database."""

import asyncio
import contextlib
from collections.abc import Callable, Iterator

from videogen_desktop.cli.progress import Progress
from videogen_desktop.cli.running import Interruption
from videogen_desktop.domain.errors import (
    EngineLockedError,
    LibraryMissingError,
    OutdatedLibraryError,
    VideoNotFoundError,
)
from videogen_desktop.domain.handover import (
    EngineRun,
    Handover,
    HandoverUnansweredError,
    OtherEngineWalletError,
)
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.engine.options import EngineOptions
from videogen_desktop.services.announcer import library_items
from videogen_desktop.services.system import SystemClock, random_id
from videogen_desktop.storage.engine_lock import FileEngineLock
from videogen_desktop.storage.library import Library, open_guest
from videogen_desktop.storage.requester_lock import forget, requester_lock

REQUESTED_BY = "terminal"
_LOOK_EVERY_SECONDS = 0.15
# A window that is just opening says within this time that it takes requests.
_RUN_LOOKS = 14
_TAKEN_LOOKS = 130


class EngineEndedError(Exception):
    """The engine that was asked runs no more; `video_id` is what it made of the request."""

    def __init__(self, video_id: str | None) -> None:
        super().__init__(video_id)
        self.video_id = video_id


class HandingOver:
    """Asks the running engine for one video and follows what becomes of it."""

    def __init__(
        self,
        options: EngineOptions,
        request: VideoRequest,
        progress: Progress,
        *,
        confirmed: bool,
    ) -> None:
        self._options = options
        self._request = request
        self._progress = progress
        self._confirmed = confirmed
        self._clock = SystemClock()
        self._shown: LibraryItem | None = None

    @property
    def item(self) -> LibraryItem | None:
        """The video as it was last seen."""
        return self._shown

    async def run(self, stop: Interruption, reached: Callable[[LibraryItem], bool]) -> LibraryItem:
        """The video once it is `reached`.

        Raises EngineLockedError (no window, or one in another wallet, or one that does not
        answer), EngineEndedError, InterruptedByUserError, and what the engine refused it with.
        """
        handover_id = random_id()
        with self._waited_for(handover_id), self._library() as library:
            asked = await stop.unless(self._asked(library, handover_id))
            try:
                await stop.unless(self._until_taken(library, asked))
            finally:
                self._withdraw(library, asked.id)
            return await stop.unless(self._until(library, asked.id, reached))

    async def _asked(self, library: Library, handover_id: str) -> Handover:
        run = await self._engine_run(library)
        key, places = self._options.wallet.key, self._options.places
        if (run.provider, run.api_base) != (key.provider, key.api_base):
            raise OtherEngineWalletError(places.engine_lock, run.provider, run.api_base)
        asked = Handover(
            id=handover_id,
            run_id=run.id,
            requested_by=REQUESTED_BY,
            prompt=self._request.prompt,
            aspect_ratio=self._request.aspect_ratio.value,
            model_id=self._request.model.id,
            confirmed=self._confirmed,
            created_at=self._clock.now_ms(),
        )
        with library.write() as rows:
            rows.handovers.ask(asked)
        return asked

    async def _engine_run(self, library: Library) -> EngineRun:
        for _ in range(_RUN_LOOKS):
            with library.read() as rows:
                run = rows.handovers.run()
            if run is not None:
                return run
            await asyncio.sleep(_LOOK_EVERY_SECONDS)
        raise EngineLockedError(self._options.places.engine_lock)

    async def _until_taken(self, library: Library, asked: Handover) -> None:
        for _ in range(_TAKEN_LOOKS):
            if self._engine_ended():
                raise EngineEndedError(None)
            with library.read() as rows:
                run = rows.handovers.run()
                taken = asked.id not in {one.id for one in rows.handovers.waiting(asked.run_id)}
            if taken:
                return
            if run is None or run.id != asked.run_id:
                # It is closing, or another one has begun: neither takes what was asked of it.
                break
            await asyncio.sleep(_LOOK_EVERY_SECONDS)
        raise HandoverUnansweredError(self._options.places.engine_lock)

    async def _until(
        self, library: Library, video_id: str, reached: Callable[[LibraryItem], bool]
    ) -> LibraryItem:
        while True:
            # Before the look: what an engine wrote last is seen, and then that it ended.
            ended = self._engine_ended()
            item = self._look(library, video_id)
            if item is not None and reached(item):
                return item
            if ended:
                raise EngineEndedError(None if item is None else video_id)
            await asyncio.sleep(_LOOK_EVERY_SECONDS)

    def _look(self, library: Library, video_id: str) -> LibraryItem | None:
        with library.read() as rows:
            refusal = rows.handovers.refusal(video_id)
            try:
                video = rows.videos.get(video_id)
            except VideoNotFoundError:
                video = None
        if video is None:
            if refusal is not None:
                raise refusal
            return None
        (item,) = library_items(library, [video])
        if item != self._shown:
            self._shown = item
            self._progress.show(item)
        return item

    def _withdraw(self, library: Library, handover_id: str) -> None:
        with library.write() as rows:
            rows.handovers.withdraw(handover_id)

    def _engine_ended(self) -> bool:
        return not FileEngineLock(self._options.places.engine_lock).is_held()

    @contextlib.contextmanager
    def _library(self) -> Iterator[Library]:
        with contextlib.ExitStack() as stack:
            try:
                library = stack.enter_context(open_guest(self._options.places))
            except (LibraryMissingError, OutdatedLibraryError) as error:
                # The engine is only just making it, or is older than this program.
                raise EngineLockedError(self._options.places.engine_lock) from error
            yield library

    @contextlib.contextmanager
    def _waited_for(self, handover_id: str) -> Iterator[None]:
        """Hold the proof that somebody waits; the engine takes nothing from the dead."""
        folder = self._options.places.requesters
        lock = requester_lock(folder, handover_id)
        lock.acquire()
        try:
            yield
        finally:
            lock.release()
            forget(folder, handover_id)
