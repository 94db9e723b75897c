"""The verbs of batches: read, check, admit, watch, pause, resume, reorder, cancel."""

import asyncio
from collections.abc import Awaitable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from videogen_desktop.domain.batch import CheckedRow
from videogen_desktop.domain.batch_columns import ColumnNames
from videogen_desktop.domain.batch_handover import handed_rows
from videogen_desktop.domain.batch_order import BatchOrder, BatchStanding, order_of
from videogen_desktop.domain.batch_text import BatchTable, table_of_text
from videogen_desktop.domain.errors import PriceAboveMostError, VideoNotFoundError
from videogen_desktop.domain.handover import Handover
from videogen_desktop.domain.video import Video
from videogen_desktop.services.batch.checking import BatchChecker
from videogen_desktop.services.batch.phases import BatchPhases
from videogen_desktop.services.batch.queue import SendQueue
from videogen_desktop.services.phases import Claim
from videogen_desktop.services.waiting import LoopRestarter
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

if TYPE_CHECKING:
    from videogen_desktop.services.wallet_engine import WalletEngine

# Written or told in one go; longer ones would keep the window's next question waiting.
AT_ONCE = 50
# Older batches are looked for by their videos.
SHOWN = 30


class Batches:
    """One wallet's. Every method runs on the worker's loop; `checker` checks and prices tables."""

    def __init__(
        self,
        library: Library,
        wallet_id: str,
        phases: BatchPhases,
        checker: BatchChecker,
        queue: SendQueue,
        engine: "WalletEngine",
    ) -> None:
        """`engine` is the one whose videos these are."""
        self._library = library
        self._wallet_id = wallet_id
        self._phases = phases
        self.checker = checker
        self._queue = queue
        self._engine = engine
        self._admitting: set[asyncio.Task[BatchStanding]] = set()
        self._looping: asyncio.Task[None] | None = None

    # --- before anything moves -----------------------------------------------------------------

    @property
    def names(self) -> ColumnNames:
        """Of the columns that a table may have with the models as they are known now."""
        return ColumnNames.of(self._engine.vendor.models)

    async def read_text(self, text: str, folder: Path | None = None) -> BatchTable:
        """What was pasted, as a table. Raises BatchUnreadableError."""
        return await asyncio.to_thread(table_of_text, text, self.names, folder=folder)

    async def read_file(self, path: Path) -> BatchTable:
        """A CSV, TSV, JSONL or XLSX file, or one of lines. Raises BatchUnreadableError."""
        from videogen_desktop.services.batch.files import table_of_file

        return await asyncio.to_thread(table_of_file, path, self.names)

    # --- all or nothing ------------------------------------------------------------------------

    async def admit(
        self,
        rows: Sequence[CheckedRow],
        name: str,
        *,
        most: int | None = None,
        confirmed: bool = False,
        batch_id: str | None = None,
        requested_by: str = "window",
        claim: Claim | None = None,
    ) -> BatchStanding:
        """Reserve every video of these rows in one transaction, or none, and begin to send them in
        their order. Returns before the first is sent; the cards are told as they come.

        `most` is what may be held for all together; `confirmed` says that the user wants the very
        same requests again. Raises BatchNotReadyError, BatchTooLargeError, PriceAboveMostError,
        NotEnoughCreditsError, SpendGuardError, and what keeps a single video from being made (see
        WalletEngine.create): then nothing was reserved.
        """
        order = order_of(batch_id or self._engine.new_id(), name, rows)
        if most is not None and order.price > most:
            raise PriceAboveMostError(order.price, most)
        await self._engine.ready()
        guard = self._engine.guards.claim_batch(order, confirmed=confirmed)

        def may_be_reserved(rows: LibraryRows) -> None:
            guard(rows)
            if claim is not None:
                claim(rows)

        reserving = self._phases.reserve(order, requested_by, may_be_reserved)
        # Whoever is cancelled after the commit must not leave it untold.
        task = asyncio.create_task(self._admitted(order, reserving), name="admit")
        self._admitting.add(task)
        task.add_done_callback(self._admitting.discard)
        return await asyncio.shield(task)

    async def admit_handed(self, asked: Handover, claim: Claim) -> tuple[Video, ...]:
        """Admit what another process of this machine laid down; see `admit`."""
        name, handed = handed_rows(asked.request)
        await self._engine.catalogue.load()
        rows = await self.checker.priced(handed)
        await self.admit(
            rows,
            name,
            most=asked.most,
            confirmed=asked.confirmed,
            batch_id=asked.id,
            requested_by=asked.requested_by,
            claim=claim,
        )
        return await self.videos(asked.id)

    async def _admitted(
        self, order: BatchOrder, reserving: Awaitable[tuple[Video, ...]]
    ) -> BatchStanding:
        videos = await reserving
        self._begin()
        self._queue.start(order.id)
        await self._tell(videos)
        return await self.standing(order.id)

    # --- the queue -----------------------------------------------------------------------------

    async def standings(self) -> tuple[BatchStanding, ...]:
        """The wallet's last batches, newest first, and older ones of which something waits."""
        self._begin()

        def wanted(rows: LibraryRows) -> Sequence[str]:
            newest = [one.id for one in rows.batches.newest(self._wallet_id, SHOWN)]
            waiting = [batch_id for _video, batch_id in rows.batches.queue(self._wallet_id)]
            return tuple(dict.fromkeys((*newest, *waiting)))

        return await self._queue.standings(wanted)

    async def standing(self, batch_id: str) -> BatchStanding:
        """How this one stands. Raises VideoNotFoundError."""
        found = await self._queue.standings(lambda _rows: (batch_id,))
        if not found:
            raise VideoNotFoundError(batch_id)
        return found[0]

    async def videos(self, batch_id: str) -> tuple[Video, ...]:
        """All that were reserved with it, in the order of its rows."""
        return await self._library.read(lambda rows: rows.batches.videos(batch_id))

    async def waiting(self) -> tuple[str, ...]:
        """See SendQueue.waiting."""
        return await self._queue.waiting()

    async def pause(self, batch_id: str) -> None:
        """Send nothing more of it; what was sent goes on."""
        self._queue.pause(batch_id)

    async def resume(self, batch_id: str) -> None:
        """Send what waits of it: the user's word. Raises what keeps anything from being paid for:
        then nothing is sent."""
        await self._engine.ready()
        self._begin()
        self._queue.start(batch_id)

    async def move(self, video_ids: Sequence[str], before: str | None) -> None:
        """Send these before another that waits, or after all of them for None."""
        moved = await self._phases.move(video_ids, before)
        await self._tell(moved)

    async def cancel(self, video_ids: Sequence[str]) -> tuple[Video, ...]:
        """Give up those that were not sent yet, and return them; each price is available again."""
        cancelled: list[Video] = []
        for start in range(0, len(video_ids), AT_ONCE):
            part = await self._phases.cancel(video_ids[start : start + AT_ONCE])
            await self._tell(part)
            cancelled += part
        return tuple(cancelled)

    async def cancel_waiting(self, batch_id: str) -> tuple[Video, ...]:
        """The same for all that was not sent of a batch."""
        self._queue.pause(batch_id)
        return await self.cancel([video.id for video in await self.videos(batch_id)])

    async def close(self) -> None:
        """Admit and send nothing more."""
        await asyncio.gather(*self._admitting, return_exceptions=True)
        await self._queue.close()
        if self._looping is not None:
            self._looping.cancel()
            await asyncio.gather(self._looping, return_exceptions=True)

    def _begin(self) -> None:
        """Watch the queue from the first batch on."""
        if self._looping is None:
            self._engine.announcer.follow(self._queue.heard)
            restarter = LoopRestarter(self._engine.announcer, self._engine.clock)
            looping = restarter.run("queue", self._queue.run)
            self._looping = asyncio.create_task(looping, name="queue")

    async def _tell(self, videos: Sequence[Video]) -> None:
        for start in range(0, len(videos), AT_ONCE):
            await self._engine.announcer.changed_many(videos[start : start + AT_ONCE])
            await asyncio.sleep(0)
        if videos:
            await self._engine.announcer.balance(self._wallet_id)
