"""Which player a clip gets: a free one, a new one, or the one that has played longest."""

from collections.abc import Callable

from videogen_desktop.ui.player.preview_player import PreviewPlayer
from videogen_desktop.ui.player.seat import Seat
from videogen_desktop.ui.player.states import PlayerState


class Seating:
    """At most `limit` seats, each made when it is needed. Main thread."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._clock = 0
        self._seats: list[Seat] = []

    @property
    def seats(self) -> tuple[Seat, ...]:
        return tuple(self._seats)

    def of(self, video_id: str) -> Seat | None:
        """The seat of this video."""
        return next((seat for seat in self._seats if seat.video_id == video_id), None)

    def active_ids(self) -> list[str]:
        """The videos that play or are paused."""
        return [seat.video_id for seat in self._seats if seat.video_id and seat.player.is_active]

    def take(self, video_id: str, make: Callable[[], Seat]) -> PreviewPlayer | None:
        """Seat the video; None while its seat is only on the way to be free.

        Raises what `make` raises, which is asked for a seat while there are fewer than `limit`.
        """
        seat = self._free_seat(make)
        if seat is None:
            return None
        self._clock += 1
        seat.take(video_id, self._clock)
        return seat.player

    def clear(self) -> tuple[Seat, ...]:
        """All of them, which are nobody's any more."""
        seats, self._seats = self._seats, []
        return tuple(seats)

    def _free_seat(self, make: Callable[[], Seat]) -> Seat | None:
        for seat in self._seats:
            if seat.player.state is PlayerState.FREE:
                return seat
        if len(self._seats) < self._limit:
            self._seats.append(make())
            return self._seats[-1]
        if all(seat.player.is_active for seat in self._seats):
            min(self._seats, key=lambda seat: seat.since).player.release()
        return None
