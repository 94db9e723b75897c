"""A request handed by one process of this machine to the one that runs the engine: its half of it.

Whoever wants videos lays their request down in the library and holds a lock that says that somebody
waits (`handover_requester.py`). The engine that was asked takes it, each once (Handovers).
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    IllegalTransitionError,
    LibraryUnusableError,
    StorageError,
    VideoGenError,
)
from videogen_desktop.domain.handover import (
    Handover,
    HandoverRefusedError,
    HandoverWithdrawnError,
)
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.services.phases import Claim
from videogen_desktop.storage.engine_lock import is_waited_for
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

if TYPE_CHECKING:
    from videogen_desktop.services.wallet_engine import WalletEngine

_log = logging.getLogger(__name__)

LOOK_EVERY_MS = 500
# As domain.batch_handover names it, which nothing imports before the first batch.
BATCH = "batch"
TELL_AGAIN_MS = 5_000
GiveUp = Callable[[str], Awaitable[None]]
Create = Callable[[VideoRequest, Handover, Claim], Awaitable[tuple[Video, ...]]]


def creating(engine: "WalletEngine") -> Create:
    """Makes with this engine what is asked for: takes of a request, or all of a batch."""

    async def create(request: VideoRequest, asked: Handover, claim: Claim) -> tuple[Video, ...]:
        if BATCH in request.unknown:
            return await engine.batches.admit_handed(asked, claim)
        return await engine.create(
            request,
            asked.requested_by,
            takes=asked.takes,
            most=asked.most,
            confirmed=asked.confirmed,
            request_id=asked.id,
            claim=claim,
        )

    return create


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

    async def run(self, create: Create, give_up: GiveUp) -> None:
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
                await self._take_news(create)
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

    async def _take_news(self, create: Create) -> None:
        version = await self._library.data_version()
        if version == self._seen:
            return
        self._seen = version
        waiting = await self._library.read(lambda rows: rows.handovers.waiting(self._run_id))
        for asked in waiting:
            if await self._take(asked):
                job = asyncio.create_task(self._serve(asked, create), name="handover")
                self._jobs.add(job)
                job.add_done_callback(self._jobs.discard)

    async def _take(self, asked: Handover) -> bool:
        """Work begins: nothing is decided before the transaction that reserves."""
        now = self._clock.now_ms()
        if is_waited_for(self._requesters, asked.id):
            return await self._library.write(lambda rows: rows.handovers.take(asked.id, now))
        await self._library.write(lambda rows: rows.handovers.withdraw(asked.id))
        return False

    async def _serve(self, asked: Handover, create: Create) -> None:
        try:
            await create(asked.request, asked, lambda rows: self._claim(rows, asked))
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
            for video in made:
                await self._given_up(video)
        except LibraryUnusableError as unusable:
            _log.warning("a refusal waits: %s", unusable.condition)
            return False
        return True

    async def _given_up(self, video: Video) -> None:
        """The library was locked when the intent to send was to be written."""
        if self._give_up and video.state is VideoState.RESERVED:
            # Unless somebody at the window has just sent or cancelled it.
            with contextlib.suppress(IllegalTransitionError):
                await self._give_up(video.id)


def _refused(
    rows: LibraryRows, asked: Handover, error: VideoGenError, now: int
) -> tuple[Video, ...]:
    """The videos that were made all the same, if any were."""
    rows.handovers.refuse(asked.id, error, now)
    made = rows.videos.takes_of(asked.id) or rows.videos.many([asked.id])
    # A batch that was reserved goes on in its queue.
    return made
