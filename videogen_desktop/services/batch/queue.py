"""The queue of batches: what was reserved with one is sent in its order, as many at once as the
provider and the wallet's owner allow.

A batch runs from its admission, or from the user's word, until it is paused or this run of the
engine ends: what was reserved in an earlier run waits. Only `send` sends; this says when.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from videogen_desktop.domain.batch_order import BatchStanding
from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.errors import (
    IllegalTransitionError,
    LibraryUnusableError,
    NotSentError,
    RefusedError,
    VideoGenError,
)
from videogen_desktop.domain.events import BatchChanged, QueueChanged
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.services.announcer import Announcer
from videogen_desktop.services.waiting import AGAIN_AFTER_MS, news_or_time
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows

_log = logging.getLogger(__name__)

# Whoever ends makes room: mostly that is told, and looked after all the same.
LOOK_EVERY_MS = 2_000
# What changes is told together.
TELL_EVERY_MS = 200
# Files go up meanwhile; more would all be given up by one lost connection.
MOST_SENDS = 4
# One that is refused says something of itself, several in a row of the wallet or the vendor.
REFUSALS_IN_A_ROW = 3
Send = Callable[[str], Awaitable[Video]]


class SendQueue:
    """One wallet's. Every method runs on the worker's loop."""

    def __init__(
        self,
        library: Library,
        wallet_id: str,
        send: Send,
        most_at_once: Callable[[], int | None],
        announcer: Announcer,
        clock: Clock,
    ) -> None:
        """`send` sends a reserved video and returns it as the provider's answer left it;
        `most_at_once` is how many may be under way, or None."""
        self._library = library
        self._wallet_id = wallet_id
        self._send = send
        self._most_at_once = most_at_once
        self._announcer = announcer
        self._clock = clock
        self._running: set[str] = set()
        self._stopped_by: dict[str, VideoGenError] = {}
        self._refused: dict[str, int] = {}
        self._sends: dict[str, asyncio.Task[None]] = {}
        self._dirty: set[str] = set()
        self._told: QueueChanged | None = None
        self._news = asyncio.Event()

    # --- what the user says --------------------------------------------------------------------

    def start(self, batch_id: str) -> None:
        """Send what waits of it, from now on."""
        self._running.add(batch_id)
        self._refused.pop(batch_id, None)
        self._stopped_by.pop(batch_id, None)
        self.changed(batch_id)

    def pause(self, batch_id: str) -> None:
        """Send nothing more of it; what is being sent goes on."""
        self._running.discard(batch_id)
        self.changed(batch_id)

    def changed(self, batch_id: str) -> None:
        """Something of it is different: it is looked at, and told."""
        self._dirty.add(batch_id)
        self._news.set()

    def heard(self, video: Video) -> None:
        """A video of the wallet is different; see Announcer.follow."""
        if video.batch_id is not None:
            self._dirty.add(video.batch_id)
        if video.batch_id is not None or (self._running and video.is_terminal):
            self._news.set()

    async def standings(
        self, rows_of: Callable[[LibraryRows], Sequence[str]]
    ) -> tuple[BatchStanding, ...]:
        """How the batches stand of which `rows_of` gives the ids, newest first."""

        def look(rows: LibraryRows) -> tuple[BatchStanding, ...]:
            ids = rows_of(rows)
            states = rows.batches.states(ids)
            return tuple(
                BatchStanding(
                    one, states[one.id], one.id in self._running, self._stopped_by.get(one.id)
                )
                for one in rows.batches.many(ids)
            )

        return await self._library.read(look)

    async def waiting(self) -> tuple[str, ...]:
        """The videos that wait, in the order in which they would be sent; those of paused batches
        stand among them."""
        queue = await self._library.read(lambda rows: rows.batches.queue(self._wallet_id))
        return tuple(video_id for video_id, _batch in queue)

    # --- sending -------------------------------------------------------------------------------

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            self._news.clear()
            await self._fill()
            await self._tell()
            await news_or_time(self._news, self._clock, LOOK_EVERY_MS if self._running else None)
            if self._news.is_set():
                # A thousand cards are announced at an admission.
                await self._clock.sleep(TELL_EVERY_MS)

    async def close(self) -> None:
        """Send nothing more; the paid POST under way is not ours to end."""
        self._running.clear()
        for task in self._sends.values():
            task.cancel()
        await asyncio.gather(*self._sends.values(), return_exceptions=True)

    async def _fill(self) -> None:
        if not self._running:
            return
        queue, in_flight = await self._library.read(self._look)
        room = MOST_SENDS - len(self._sends)
        most = self._most_at_once()
        if most is not None:
            room = min(room, most - in_flight)
        next_ones = [
            (video_id, batch_id)
            for video_id, batch_id in queue
            if batch_id in self._running and video_id not in self._sends
        ]
        for video_id, batch_id in next_ones[: max(room, 0)]:
            task = asyncio.create_task(self._sent(video_id, batch_id), name="queue")
            self._sends[video_id] = task
            task.add_done_callback(partial(self._ended, video_id))
        ended = self._running - {batch_id for _video, batch_id in queue}
        self._running -= ended
        self._dirty |= ended

    def _look(self, rows: LibraryRows) -> tuple[tuple[tuple[str, str], ...], int]:
        """The queue, and how many are under way: with those of ours that are not `sending` yet."""
        queue = rows.batches.queue(self._wallet_id)
        begun = sum(video_id in self._sends for video_id, _batch in queue)
        return queue, rows.spending.in_flight(self._wallet_id) + begun

    def _ended(self, video_id: str, _task: "asyncio.Task[None]") -> None:
        self._sends.pop(video_id, None)
        self._news.set()

    async def _sent(self, video_id: str, batch_id: str) -> None:
        try:
            video = await self._send(video_id)
        except IllegalTransitionError:
            # Cancelled in this very moment, or sent by its card.
            return
        except LibraryUnusableError as error:
            _log.warning("the queue rests: %s", error.condition)
            await self._clock.sleep(AGAIN_AFTER_MS)
        except VideoGenError as error:
            self._stop(batch_id, error)
        except Exception:  # noqa: BLE001 - the others are not sent into the same defect
            # It stays reserved, or unclear, and is told where it stands.
            _log.exception("sending of a batch")
            self._stop(batch_id, VideoGenError())
        else:
            self._judge(video, batch_id)

    def _judge(self, video: Video, batch_id: str) -> None:
        """Whether going on makes sense, by how the provider answered."""
        if video.state is not VideoState.FAILED:
            self._refused[batch_id] = 0
            return
        refused = self._refused[batch_id] = self._refused.get(batch_id, 0) + 1
        if video.reason is Reason.NOT_SENT or refused >= REFUSALS_IN_A_ROW:
            kind = NotSentError if video.reason is Reason.NOT_SENT else RefusedError
            self._stop(batch_id, kind(video.failure_message or "", video.failure_code))

    def _stop(self, batch_id: str, error: VideoGenError) -> None:
        if batch_id in self._running:
            _log.info("a batch stops: %s", type(error).__name__)
            self._running.discard(batch_id)
            self._stopped_by[batch_id] = error
        self.changed(batch_id)

    # --- telling -------------------------------------------------------------------------------

    async def _tell(self) -> None:
        dirty, self._dirty = self._dirty, set()
        if not dirty:
            return
        ids = tuple(dirty)
        for standing in await self.standings(lambda _rows: ids):
            self._announcer.batches(BatchChanged(standing))
        waiting, sending = await self.waiting(), tuple(self._sends)
        told = QueueChanged(tuple(one for one in waiting if one not in self._sends), sending)
        if told != self._told:
            self._told = told
            self._announcer.batches(told)
