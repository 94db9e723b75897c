"""At most two players for the whole window, handed to the cards that play."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, QTimer, Signal
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
class PlayerSlot:
    """A player and the video that it has now. Main thread. `since` orders the slots by when they
    were taken."""

    player: PreviewPlayer
    video_id: str | None = None
    since: int = 0
    volume: float | None = None
    shown: tuple[object, QImage] | None = None
    behind: tuple[object, QImage] | None = None

    def assign(self, video_id: str, since: int) -> None:
        """Give the slot to a video, without sound."""
        self.video_id, self.since = video_id, since
        self.volume = self.shown = self.behind = None

    def vacate(self) -> None:
        self.video_id = self.shown = self.behind = None

    def picture(
        self, area: QSize, radius: float, ratio: float, *, covers: bool = False
    ) -> QImage | None:
        """The newest frame, fitted into an area (device pixels); None before the first."""
        if self.player.frame_number == 0:
            return None
        key = (self.player.frame_number, area.width(), area.height(), radius, ratio, covers)
        if self.shown is None or self.shown[0] != key:
            image = self.player.image()
            if image is None or image.isNull():
                return None
            behind = None if covers else self._backdrop(image, area)
            self.shown = (key, framed(image, area, radius, ratio, behind, covers=covers))
        return self.shown[1]

    def _backdrop(self, image: QImage, area: QSize) -> QImage | None:
        if fills(image.size(), area):
            return None
        number = self.player.frame_number // _FRAMES_PER_BACKDROP
        key = (number, area.width(), area.height())
        if self.behind is None or self.behind[0] != key:
            self.behind = (key, backdrop(image, area))
        return self.behind[1]


class PlayerSlots:
    """At most `limit` slots, each made when it is needed. Main thread."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._clock = 0
        self._slots: list[PlayerSlot] = []

    def all(self) -> tuple[PlayerSlot, ...]:
        return tuple(self._slots)

    def of(self, video_id: str) -> PlayerSlot | None:
        """The slot of this video."""
        return next((slot for slot in self._slots if slot.video_id == video_id), None)

    def active_ids(self) -> list[str]:
        """The videos that play or are paused."""
        return [slot.video_id for slot in self._slots if slot.video_id and slot.player.is_active]

    def assign(self, video_id: str, make: Callable[[], PlayerSlot]) -> PreviewPlayer | None:
        """Give the video a player; None while its slot is only on the way to be free.

        Raises what `make` raises, which is asked for a slot while there are fewer than `limit`.
        """
        slot = self._free_slot(make)
        if slot is None:
            return None
        self._clock += 1
        slot.assign(video_id, self._clock)
        return slot.player

    def clear(self) -> tuple[PlayerSlot, ...]:
        """All of them, which are nobody's any more."""
        slots, self._slots = self._slots, []
        return tuple(slots)

    def drop(self, slot: PlayerSlot) -> None:
        """One of them is nobody's any more."""
        if slot in self._slots:
            self._slots.remove(slot)

    def _free_slot(self, make: Callable[[], PlayerSlot]) -> PlayerSlot | None:
        for slot in self._slots:
            if slot.player.state is PlayerState.FREE:
                return slot
        if len(self._slots) < self._limit:
            self._slots.append(make())
            return self._slots[-1]
        if all(slot.player.is_active for slot in self._slots):
            min(self._slots, key=lambda slot: slot.since).player.release()
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
    holds the video's file any more, `emptied` that there is no player after `let_go`.
    """

    changed = Signal(str)
    frameChanged = Signal(str)
    positionChanged = Signal(str)
    released = Signal(str)
    emptied = Signal()

    def __init__(
        self, factory: PlayerFactory = qt_player, limit: int = 2, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._factory = factory
        self._slots = PlayerSlots(limit)
        self._waiting: tuple[str, Path] | None = None
        self._problems: dict[str, PlaybackProblem] = {}
        self._closed = self._is_letting_go = False

    # --- commands --------------------------------------------------------------------------

    def play(self, video_id: str, path: Path) -> None:
        """Play this local file, or go on with it."""
        if self._closed:
            return
        self._is_letting_go = False
        self._problems.pop(video_id, None)
        slot = self._slots.of(video_id)
        if slot is not None and slot.player.is_active:
            slot.player.play()
            return
        if not path.is_file():
            self._problem(video_id, PlaybackProblem.MISSING)
            return
        self._waiting = (video_id, path)
        self._load_waiting()
        self.changed.emit(video_id)

    def pause(self, video_id: str) -> None:
        if (slot := self._slots.of(video_id)) is not None:
            slot.player.pause()

    def seek(self, video_id: str, position: int) -> None:
        """Go to a position in milliseconds."""
        if (slot := self._slots.of(video_id)) is not None:
            slot.player.seek(position)

    def set_muted(self, video_id: str, muted: bool) -> None:
        """Previews start without sound; only one is heard at a time."""
        for slot in self._slots.all():
            if slot.video_id == video_id:
                self._set_volume(slot, None if muted else _VOLUME)
            elif not muted:
                self._set_volume(slot, None)

    def release(self, video_id: str) -> None:
        """Let the video's file go; `released` follows, at once when no player has it."""
        if self._waiting is not None and self._waiting[0] == video_id:
            self._waiting = None
        self._problems.pop(video_id, None)
        slot = self._slots.of(video_id)
        if slot is None:
            self.released.emit(video_id)
        else:
            slot.player.release()

    def stop_all(self) -> None:
        """Nothing plays any more: the window is hidden."""
        self._waiting = None
        for slot in self._slots.all():
            slot.player.release()

    def let_go(self) -> None:
        """No player is left as soon as each can be freed: others play now. `emptied` follows, at
        once when there is none; the next play makes them anew."""
        self._is_letting_go = True
        self.stop_all()
        for slot in self._slots.all():
            self._free(slot)
        if not self._slots.all():
            self.emptied.emit()

    def close(self) -> None:
        """Free every player; nothing can be played afterwards. Idempotent."""
        self._closed = True
        self._waiting = None
        for slot in self._slots.clear():
            slot.player.blockSignals(True)
            slot.player.close()
            slot.player.deleteLater()

    # --- questions -------------------------------------------------------------------------

    @property
    def player_count(self) -> int:
        return len(self._slots.all())

    def active_ids(self) -> tuple[str, ...]:
        """The videos that play, are paused or are about to."""
        ids = self._slots.active_ids()
        if self._waiting is not None:
            ids.append(self._waiting[0])
        return tuple(ids)

    def is_playing(self, video_id: str) -> bool:
        """It moves, or will as soon as it can."""
        if self._waiting is not None and self._waiting[0] == video_id:
            return True
        slot = self._slots.of(video_id)
        playing = (PlayerState.LOADING, PlayerState.PLAYING)
        return slot is not None and slot.player.state in playing

    def is_muted(self, video_id: str) -> bool:
        slot = self._slots.of(video_id)
        return slot is None or slot.volume is None

    def position(self, video_id: str) -> tuple[int, int]:
        """Position and duration in milliseconds; zeros while nothing is known."""
        slot = self._slots.of(video_id)
        if slot is None or not slot.player.is_active:
            return 0, 0
        return slot.player.position, slot.player.duration

    def problem(self, video_id: str) -> str | None:
        """Why the last attempt to play it failed: a PlaybackProblem value."""
        problem = self._problems.get(video_id)
        return None if problem is None else problem.value

    def picture(
        self, video_id: str, area: QSize, radius: float, ratio: float, *, covers: bool = False
    ) -> QImage | None:
        """The newest frame, fitted into a media area (device pixels), or covering all of it; None
        before the first."""
        slot = self._slots.of(video_id)
        return None if slot is None else slot.picture(area, radius, ratio, covers=covers)

    # --- inside ----------------------------------------------------------------------------

    def _load_waiting(self) -> None:
        if self._waiting is None:
            return
        video_id, path = self._waiting
        try:
            player = self._slots.assign(video_id, self._new_slot)
        except NoMediaBackendError:
            self._waiting = None
            self._problem(video_id, PlaybackProblem.NO_BACKEND)
            return
        if player is not None:
            self._waiting = None
            player.load(path)

    def _new_slot(self) -> PlayerSlot:
        slot = PlayerSlot(self._factory())
        slot.player.setParent(self)
        slot.player.stateChanged.connect(partial(self._on_state, slot))
        slot.player.frameChanged.connect(partial(self._on_frame, slot))
        slot.player.positionChanged.connect(partial(self._on_position, slot))
        slot.player.problemFound.connect(partial(self._on_problem, slot))
        return slot

    def _set_volume(self, slot: PlayerSlot, volume: float | None) -> None:
        if slot.volume != volume and slot.video_id is not None:
            slot.volume = volume
            slot.player.set_volume(volume)
            self.changed.emit(slot.video_id)

    def _problem(self, video_id: str, problem: PlaybackProblem) -> None:
        self._problems[video_id] = problem
        self.changed.emit(video_id)

    def _on_state(self, slot: PlayerSlot) -> None:
        video_id = slot.video_id
        if video_id is None:
            return
        if slot.player.state is PlayerState.FREE:
            slot.vacate()
            self.changed.emit(video_id)
            self.released.emit(video_id)
            self._load_waiting()
            if self._is_letting_go:
                # Not at once: a player says that it is free from within its own unloading.
                QTimer.singleShot(0, self, partial(self._free, slot))
        else:
            self.changed.emit(video_id)

    def _free(self, slot: PlayerSlot) -> None:
        if self._is_letting_go and slot.player.state is PlayerState.FREE:
            self._slots.drop(slot)
            slot.player.blockSignals(True)
            slot.player.close()
            slot.player.deleteLater()
            if not self._slots.all():
                self.emptied.emit()

    def _on_frame(self, slot: PlayerSlot) -> None:
        if slot.video_id is not None:
            self.frameChanged.emit(slot.video_id)

    def _on_position(self, slot: PlayerSlot) -> None:
        if slot.video_id is not None:
            self.positionChanged.emit(slot.video_id)

    def _on_problem(self, slot: PlayerSlot, problem: PlaybackProblem) -> None:
        if slot.video_id is not None:
            self._problem(slot.video_id, problem)
