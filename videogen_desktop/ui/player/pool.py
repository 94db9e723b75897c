"""At most two players for the whole window, handed to the cards that play."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from videogen_desktop.ui.picture import backdrop, fills, framed
from videogen_desktop.ui.player.media_engine import NoMediaBackendError
from videogen_desktop.ui.player.preview_player import PlaybackProblem, PlayerState, PreviewPlayer

# What is blurred behind a clip of another shape follows the clip about once a second: made for
# every frame it took two thirds of the frame's time.
_FRAMES_PER_BACKDROP = 24
_VOLUME = 0.8

PlayerFactory = Callable[[], PreviewPlayer]


@dataclass(slots=True)
class Seat:
    """Main thread. `since` orders the seats by when they were taken."""

    player: PreviewPlayer
    video_id: str | None = None
    since: int = 0
    volume: float | None = None
    shown: tuple[object, QImage] | None = None
    behind: tuple[object, QImage] | None = None

    def take(self, video_id: str, since: int) -> None:
        """A video sits down, without sound."""
        self.video_id, self.since = video_id, since
        self.volume = self.shown = self.behind = None

    def leave(self) -> None:
        self.video_id = self.shown = self.behind = None

    def picture(self, area: QSize, radius: float, ratio: float) -> QImage | None:
        """The newest frame, fitted into an area (device pixels); None before the first."""
        if self.player.frame_number == 0:
            return None
        key = (self.player.frame_number, area.width(), area.height(), radius, ratio)
        if self.shown is None or self.shown[0] != key:
            image = self.player.image()
            if image is None or image.isNull():
                return None
            behind = self._backdrop(image, area)
            self.shown = (key, framed(image, area, radius, ratio, behind))
        return self.shown[1]

    def _backdrop(self, image: QImage, area: QSize) -> QImage | None:
        if fills(image.size(), area):
            return None
        number = self.player.frame_number // _FRAMES_PER_BACKDROP
        key = (number, area.width(), area.height())
        if self.behind is None or self.behind[0] != key:
            self.behind = (key, backdrop(image, area))
        return self.behind[1]


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


def qt_player() -> PreviewPlayer:
    """A player on QtMultimedia, which is imported at the first call. Main thread.

    Raises NoMediaBackendError.
    """
    try:
        from videogen_desktop.ui.player.qt_media_engine import QtMediaEngine
    except (ImportError, OSError) as error:
        raise NoMediaBackendError from error
    return PreviewPlayer(QtMediaEngine())


class PlayerPool(QObject):
    """Plays videos by id. Main thread; every signal carries the video's id.

    A third request replaces the clip that has played longest. `released` says that no player
    holds the video's file any more.
    """

    changed = Signal(str)
    frameChanged = Signal(str)
    positionChanged = Signal(str)
    released = Signal(str)

    def __init__(
        self, factory: PlayerFactory = qt_player, limit: int = 2, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._factory = factory
        self._seating = Seating(limit)
        self._waiting: tuple[str, Path] | None = None
        self._problems: dict[str, PlaybackProblem] = {}
        self._closed = False

    # --- commands --------------------------------------------------------------------------

    def play(self, video_id: str, path: Path) -> None:
        """Play this local file, or go on with it."""
        if self._closed:
            return
        self._problems.pop(video_id, None)
        seat = self._seating.of(video_id)
        if seat is not None and seat.player.is_active:
            seat.player.play()
            return
        if not path.is_file():
            self._problem(video_id, PlaybackProblem.MISSING)
            return
        self._waiting = (video_id, path)
        self._seat_the_waiting()
        self.changed.emit(video_id)

    def pause(self, video_id: str) -> None:
        if (seat := self._seating.of(video_id)) is not None:
            seat.player.pause()

    def seek(self, video_id: str, position: int) -> None:
        """Go to a position in milliseconds."""
        if (seat := self._seating.of(video_id)) is not None:
            seat.player.seek(position)

    def set_muted(self, video_id: str, muted: bool) -> None:
        """Previews start without sound; only one is heard at a time."""
        for seat in self._seating.seats:
            if seat.video_id == video_id:
                self._set_volume(seat, None if muted else _VOLUME)
            elif not muted:
                self._set_volume(seat, None)

    def release(self, video_id: str) -> None:
        """Let the video's file go; `released` follows, at once when no player has it."""
        if self._waiting is not None and self._waiting[0] == video_id:
            self._waiting = None
        self._problems.pop(video_id, None)
        seat = self._seating.of(video_id)
        if seat is None:
            self.released.emit(video_id)
        else:
            seat.player.release()

    def stop_all(self) -> None:
        """Nothing plays any more: the window is hidden."""
        self._waiting = None
        for seat in self._seating.seats:
            seat.player.release()

    def close(self) -> None:
        """Free every player; nothing can be played afterwards. Idempotent."""
        self._closed = True
        self._waiting = None
        for seat in self._seating.clear():
            seat.player.blockSignals(True)
            seat.player.close()
            seat.player.deleteLater()

    # --- questions -------------------------------------------------------------------------

    @property
    def player_count(self) -> int:
        return len(self._seating.seats)

    def active_ids(self) -> tuple[str, ...]:
        """The videos that play, are paused or are about to."""
        ids = self._seating.active_ids()
        if self._waiting is not None:
            ids.append(self._waiting[0])
        return tuple(ids)

    def is_playing(self, video_id: str) -> bool:
        """It moves, or will as soon as it can."""
        if self._waiting is not None and self._waiting[0] == video_id:
            return True
        seat = self._seating.of(video_id)
        playing = (PlayerState.LOADING, PlayerState.PLAYING)
        return seat is not None and seat.player.state in playing

    def is_muted(self, video_id: str) -> bool:
        seat = self._seating.of(video_id)
        return seat is None or seat.volume is None

    def position(self, video_id: str) -> tuple[int, int]:
        """Position and duration in milliseconds; zeros while nothing is known."""
        seat = self._seating.of(video_id)
        if seat is None or not seat.player.is_active:
            return 0, 0
        return seat.player.position, seat.player.duration

    def problem(self, video_id: str) -> str | None:
        """Why the last attempt to play it failed: a PlaybackProblem value."""
        problem = self._problems.get(video_id)
        return None if problem is None else problem.value

    def picture(self, video_id: str, area: QSize, radius: float, ratio: float) -> QImage | None:
        """The newest frame, fitted into a media area (device pixels); None before the first."""
        seat = self._seating.of(video_id)
        return None if seat is None else seat.picture(area, radius, ratio)

    # --- inside ----------------------------------------------------------------------------

    def _seat_the_waiting(self) -> None:
        if self._waiting is None:
            return
        video_id, path = self._waiting
        try:
            player = self._seating.take(video_id, self._new_seat)
        except NoMediaBackendError:
            self._waiting = None
            self._problem(video_id, PlaybackProblem.NO_BACKEND)
            return
        if player is not None:
            self._waiting = None
            player.load(path)

    def _new_seat(self) -> Seat:
        seat = Seat(self._factory())
        seat.player.setParent(self)
        seat.player.stateChanged.connect(partial(self._on_state, seat))
        seat.player.frameChanged.connect(partial(self._on_frame, seat))
        seat.player.positionChanged.connect(partial(self._on_position, seat))
        seat.player.problemFound.connect(partial(self._on_problem, seat))
        return seat

    def _set_volume(self, seat: Seat, volume: float | None) -> None:
        if seat.volume != volume and seat.video_id is not None:
            seat.volume = volume
            seat.player.set_volume(volume)
            self.changed.emit(seat.video_id)

    def _problem(self, video_id: str, problem: PlaybackProblem) -> None:
        self._problems[video_id] = problem
        self.changed.emit(video_id)

    def _on_state(self, seat: Seat) -> None:
        video_id = seat.video_id
        if video_id is None:
            return
        if seat.player.state is PlayerState.FREE:
            seat.leave()
            self.changed.emit(video_id)
            self.released.emit(video_id)
            self._seat_the_waiting()
        else:
            self.changed.emit(video_id)

    def _on_frame(self, seat: Seat) -> None:
        if seat.video_id is not None:
            self.frameChanged.emit(seat.video_id)

    def _on_position(self, seat: Seat) -> None:
        if seat.video_id is not None:
            self.positionChanged.emit(seat.video_id)

    def _on_problem(self, seat: Seat, problem: PlaybackProblem) -> None:
        if seat.video_id is not None:
            self._problem(seat.video_id, problem)
