"""The atomic phases of a batch, each all at once or not at all; see `services/phases.py`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from videogen_desktop.domain.batch_order import Batch, BatchOrder
from videogen_desktop.domain.clock import Clock
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import Video
from videogen_desktop.services import transitions
from videogen_desktop.services.phases import Claim
from videogen_desktop.services.transitions import Reserving
from videogen_desktop.storage.batch_rows import GAP
from videogen_desktop.storage.library import Library
from videogen_desktop.storage.library_rows import LibraryRows


class BatchPhases(Protocol):
    """One wallet's."""

    async def reserve(
        self, order: BatchOrder, requested_by: str, claim: Claim | None = None
    ) -> tuple[Video, ...]:
        """Insert the batch and every video of its rows, behind all that waits, and hold the price
        of each: all of them or none. Raises NotEnoughCreditsError, and what `claim` does, which
        looks in the same transaction."""
        ...

    async def move(self, video_ids: Sequence[str], before: str | None) -> tuple[Video, ...]:
        """Put what waits to be sent, in this order, before another that does; behind all of it for
        None. What does not wait any more stays. The videos that were written."""
        ...

    async def cancel(self, video_ids: Sequence[str]) -> tuple[Video, ...]:
        """Give up those that were not sent: their prices are available again. What was sent
        meanwhile goes on. The videos that were cancelled."""
        ...


@dataclass(frozen=True, slots=True)
class LibraryBatches:
    """See BatchPhases; over a library that this program writes itself."""

    library: Library
    wallet_id: str
    clock: Clock

    async def reserve(
        self, order: BatchOrder, requested_by: str, claim: Claim | None = None
    ) -> tuple[Video, ...]:
        now = self.clock.now_ms()
        batch = Batch(order.id, self.wallet_id, order.name, now)

        def change(rows: LibraryRows) -> tuple[Video, ...]:
            if claim is not None:
                claim(rows)
            rows.batches.add(batch)
            wanted = _wanted(order, rows.batches.last_place(self.wallet_id))
            said = (requested_by, now)
            return transitions.reserved_together(rows, self.wallet_id, wanted, *said)

        return await self.library.write(change)

    async def move(self, video_ids: Sequence[str], before: str | None) -> tuple[Video, ...]:
        now = self.clock.now_ms()
        return await self.library.write(lambda rows: self._moved(rows, video_ids, before, now))

    def _moved(
        self, rows: LibraryRows, video_ids: Sequence[str], before: str | None, now: int
    ) -> tuple[Video, ...]:
        queue = [video_id for video_id, _batch in rows.batches.queue(self.wallet_id)]
        moving = [one for one in dict.fromkeys(video_ids) if one in set(queue)]
        if not moving or before in moving:
            return ()
        staying = [one for one in queue if one not in set(moving)]
        at = staying.index(before) if before in staying else len(staying)
        ordered = [*staying[:at], *moving, *staying[at:]]
        places = _places(rows, ordered, moving, staying, at)
        videos = {one.id: one for one in rows.videos.many(ordered)}
        return tuple(
            rows.videos.change(videos[one], now, queue_position=place)
            for one, place in places.items()
            if videos[one].queue_position != place
        )

    async def cancel(self, video_ids: Sequence[str]) -> tuple[Video, ...]:
        now = self.clock.now_ms()

        def change(rows: LibraryRows) -> tuple[Video, ...]:
            videos = rows.videos.many(video_ids)
            waiting = [one for one in videos if one.state is VideoState.RESERVED]
            return tuple(transitions.cancelled(rows, one, now) for one in waiting)

        return await self.library.write(change)


def _wanted(order: BatchOrder, last_place: int) -> list[Reserving]:
    found: list[Reserving] = []
    for number, (row, takes) in enumerate(zip(order.rows, order.ids, strict=True), 1):
        group = takes[0] if len(takes) > 1 else None
        for video_id in takes:
            place = last_place + (len(found) + 1) * GAP
            named = (order.id, number, place, row.title or None)
            found.append(Reserving(video_id, row.priced, group, *named))
    return found


def _places(
    rows: LibraryRows,
    ordered: Sequence[str],
    moving: Sequence[str],
    staying: Sequence[str],
    at: int,
) -> dict[str, int]:
    """Of those that move, between their neighbours; where there is no room, of all."""
    around = {
        one.id: one.queue_position for one in rows.videos.many(staying[max(at - 1, 0) : at + 1])
    }
    low = around.get(staying[at - 1]) if at > 0 else 0
    if low is None:
        low = -1
    high = around.get(staying[at]) if at < len(staying) else low + GAP * (len(moving) + 1)
    step = ((high or 0) - low) // (len(moving) + 1)
    if low < 0 or step < 1:
        return {one: number * GAP for number, one in enumerate(ordered, 1)}
    return {one: low + number * step for number, one in enumerate(moving, 1)}
