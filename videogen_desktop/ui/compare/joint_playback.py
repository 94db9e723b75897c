"""Several clips that play as one: started together, sought together, held together."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from videogen_desktop.ui.compare.compared_clip import ComparedClip
from videogen_desktop.ui.compare.drift import DriftWatch
from videogen_desktop.ui.player.preview_player import AlarmFactory, QtAlarm
from videogen_desktop.ui.viewer.clip_loader import LargeEngineFactory, qt_large_engine
from videogen_desktop.ui.viewer.playback import SpeedAndVolume

# The most clips, and so players, that are looked at side by side.
MOST_CLIPS = 4
# Four in 1080p are sought within half a second by a processor; one that shows no frame must not
# keep the others from going on.
_PATIENCE_MS = 2_000
# A new start for all is seen: not more often than this.
_BETWEEN_STARTS_MS = 3_000


def _now_ms() -> float:
    return time.monotonic() * 1_000


class JointPlayback(QObject):
    """Main thread; times are milliseconds. The longest clip is the length of all; a shorter one
    waits on its last frame.

    A moment is always the middle of a frame of the clip that has the most of them in a second:
    all show their frame of it. `settled` says that they do, or that nobody waits any longer for
    one; `released` that no file is held any more, after `close`.
    """

    changed = Signal()
    settled = Signal()
    positionChanged = Signal()
    frameChanged = Signal(int)  # which clip shows another frame
    released = Signal()

    def __init__(
        self,
        factory: LargeEngineFactory = qt_large_engine,
        alarm: AlarmFactory | None = None,
        clock: Callable[[], float] = _now_ms,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._factory, self._alarm, self._clock = factory, alarm, clock
        make = alarm or (lambda ring: QtAlarm(ring, self))
        self._patience = make(self._all_arrived)
        self.clips: tuple[ComparedClip, ...] = ()
        self.tuning = SpeedAndVolume(self)
        self.tuning.changed.connect(self._tune)
        self._drift = DriftWatch()
        self._heard = 0
        self._looping = self._wants_play = True
        self._was_playing: bool | None = None
        # Where all stand, or are sent; None while they play.
        self._rest: float | None = 0.0
        self._wish: float | None = None
        self._awaited: set[int] = set()
        self._running: set[int] = set()
        self._started_at = 0.0
        self._is_closing = False

    # --- questions -------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """There is a clip that plays, or one is about to."""
        return any(clip.is_opening or clip.is_playable for clip in self.clips)

    @property
    def is_held(self) -> bool:
        """A file is open, or not let go yet."""
        return any(clip.is_held for clip in self.clips)

    @property
    def is_seeking(self) -> bool:
        return bool(self._awaited)

    @property
    def is_loading(self) -> bool:
        """The first clip has not been seen yet."""
        return self.is_open and not self._playable()

    @property
    def is_playing(self) -> bool:
        """They move, or will as soon as they can."""
        return self._wants_play and self.is_open

    @property
    def at_end(self) -> bool:
        at = self._rest
        playable = [clip for clip in self.clips if clip.is_playable]
        return at is not None and bool(playable) and all(clip.is_over_at(at) for clip in playable)

    @property
    def is_looping(self) -> bool:
        return self._looping

    @property
    def heard(self) -> int:
        """The clip whose sound is the one that is heard."""
        return self._heard

    @property
    def duration(self) -> int:
        """Of the longest."""
        return max((clip.duration for clip in self.clips), default=0)

    @property
    def position(self) -> int:
        if self._wish is not None or self._rest is not None:
            at = self._rest if self._wish is None else self._wish
            return self.duration if self.at_end and not self._awaited else int(at or 0)
        reference = self._reference()
        span = None if reference is None else self.clips[reference].span
        return 0 if span is None else int(span[0])

    def waits_at_end(self, number: int) -> bool:
        """Whether this clip has ended while a longer one goes on."""
        clip = self.clips[number]
        if not clip.is_playable or clip.duration + clip.frame_ms >= self.duration:
            return False
        return clip.is_over_at(self.position)

    # --- opening and closing ---------------------------------------------------------------

    def open(self, paths: Sequence[Path | None]) -> None:
        """Play these from their beginning, at most MOST_CLIPS; None is one that cannot be played
        yet. Only while nothing is held."""
        self._forget()
        for clip in self.clips:
            clip.abandon()
            clip.deleteLater()
        self.clips = tuple(self._clip(number) for number in range(len(paths[:MOST_CLIPS])))
        for clip, path in zip(self.clips, paths, strict=False):
            if path is not None:
                clip.open(path)
        self.changed.emit()

    def set_file(self, number: int, path: Path | None) -> None:
        """This clip has come, or has gone, while the others are looked at."""
        self._running.discard(number)
        self._await_no_more(number)
        if path is None:
            self.clips[number].close()
        else:
            self.clips[number].open(path)
        self.changed.emit()

    def close(self) -> None:
        """Let all clips go; `released` follows, at once when none is held."""
        self._forget()
        self._is_closing = True
        for clip in self.clips:
            clip.close()
        self._on_released()

    def abandon(self) -> None:
        """The window goes: free everything now."""
        self._forget()
        for clip in self.clips:
            clip.abandon()

    def _clip(self, number: int) -> ComparedClip:
        clip = ComparedClip(self._factory, self._alarm, self)
        clip.ready.connect(partial(self._on_ready, number))
        clip.arrived.connect(partial(self._await_no_more, number))
        clip.ended.connect(partial(self._on_end, number))
        clip.failed.connect(partial(self._on_end, number))
        clip.frameChanged.connect(partial(self._on_frame, number))
        clip.released.connect(self._on_released)
        return clip

    def _forget(self) -> None:
        self._patience.cancel()
        self._awaited.clear()
        self._running.clear()
        self._rest, self._wish, self._was_playing = 0.0, None, None
        self._wants_play, self._heard = True, 0

    # --- moving ----------------------------------------------------------------------------

    @Slot()
    def toggle(self) -> None:
        (self.pause if self.is_playing else self.play)()

    def play(self) -> None:
        """Go on, or start over at the end."""
        self._wants_play = True
        if self.at_end:
            self._align(0.0)
        elif self._rest is not None and not self._awaited:
            self._start()
        self.changed.emit()

    def pause(self) -> None:
        """All show the same moment then."""
        self._wants_play = False
        if self._rest is None:
            self._align(self._now_shown())
        self.changed.emit()

    @Slot(int)
    def seek(self, position: int) -> None:
        """Show the frames of this moment; playing goes on from there."""
        if self._playable():
            self._align(position)
            self.positionChanged.emit()

    def skip(self, milliseconds: int) -> None:
        """Forwards, or back when below zero."""
        self.seek(self.position + milliseconds)

    def step(self, frames: int) -> None:
        """Pause and show a frame further on, or back when below zero: one of the clip that has
        the most in a second."""
        if not self._playable():
            return
        self._wants_play = False
        at = self._wish if self._wish is not None else self._rest
        at = self._now_shown() if at is None else at
        self._align((int(at / self._frame_ms()) + frames) * self._frame_ms())
        self.changed.emit()

    @Slot()
    def begin_scrubbing(self) -> None:
        """The user drags the handle: nothing moves by itself until `end_scrubbing`."""
        if self._was_playing is None:
            self._was_playing = self.is_playing
            self.pause()

    @Slot()
    def end_scrubbing(self) -> None:
        was_playing, self._was_playing = self._was_playing, None
        if was_playing and not self.at_end:
            self.play()

    def set_looping(self, looping: bool) -> None:
        self._looping = looping
        if looping and self.at_end:
            self.play()
        self.changed.emit()

    def hear(self, number: int) -> None:
        """The sound of this clip, and of no other."""
        self._heard = number
        self._tune()

    # --- together --------------------------------------------------------------------------

    def _align(self, position: float) -> None:
        """Send all to the same moment; what follows waits until all are there."""
        length = self._frame_ms()
        last = max(0, int((self.duration - 1) / length))
        moment = (min(max(0, int(position / length + 0.01)), last) + 0.5) * length
        if self._awaited:
            self._wish = moment
            return
        self._halt()
        self._rest = moment
        self._awaited = set(self._playable())
        self._patience.set(_PATIENCE_MS)
        for number in tuple(self._awaited):
            self.clips[number].go_to(moment)

    def _halt(self) -> None:
        for number in tuple(self._running):
            self.clips[number].pause()
        self._running.clear()

    def _await_no_more(self, number: int) -> None:
        if number in self._awaited:
            self._awaited.discard(number)
            if not self._awaited:
                self._all_arrived()

    def _all_arrived(self) -> None:
        self._patience.cancel()
        self._awaited.clear()
        self.settled.emit()
        wish, self._wish = self._wish, None
        if wish is not None:
            self._align(wish)
        elif self._wants_play and not self._is_opening():
            self._start()
        self.changed.emit()
        self.positionChanged.emit()

    def _start(self) -> None:
        at = self._rest or 0.0
        self._running = {n for n in self._playable() if not self.clips[n].is_over_at(at)}
        if not self._running:
            self._finish()
            return
        self._rest = None
        self._started_at = self._clock()
        self._drift.begin(self.tuning.speed)
        self._tune()
        for number in self._running:
            self.clips[number].play()

    def _finish(self) -> None:
        self._rest = self.duration - self._frame_ms() / 2
        if self._looping and self._was_playing is None and self._wants_play:
            self._align(0.0)
        else:
            self._wants_play = False
        self.changed.emit()
        self.positionChanged.emit()

    def _now_shown(self) -> float:
        """The middle of the frame that is on the screen."""
        reference = self._reference()
        span = None if reference is None else self.clips[reference].span
        return float(self.position) if span is None else (span[0] + span[1]) / 2

    # --- the clips speak -------------------------------------------------------------------

    def _on_ready(self, number: int) -> None:
        clip = self.clips[number]
        if clip.is_playable:
            clip.tune(self.tuning.speed, self._volume_of(number))
        if not self._is_opening() and self._playable():
            # One that comes later joins the others where they are.
            self._align(self._now_shown() if self._rest is None else self._rest)
        self.changed.emit()

    def _on_end(self, number: int) -> None:
        self._await_no_more(number)
        self._running.discard(number)
        if not self._running and self._rest is None:
            self._finish()
        self.changed.emit()

    def _on_frame(self, number: int) -> None:
        span = self.clips[number].span
        if number in self._running and span is not None:
            self._drift.note(number, self._clock(), span[0])
            self._correct(number)
        self.frameChanged.emit(number)
        if number == self._reference():
            self.positionChanged.emit()

    def _correct(self, number: int) -> None:
        leader = self._heard if self._heard in self._running else min(self._running)
        if number == leader:
            return
        length = self._frame_ms()
        is_settled = self._clock() - self._started_at > _BETWEEN_STARTS_MS
        if is_settled and self._drift.is_hopeless(number, leader, length):
            self._align(self._now_shown())
            return
        factor = self._drift.factor(number, leader, length)
        self.clips[number].set_rate(self.tuning.speed * factor)

    @Slot()
    def _on_released(self) -> None:
        if self._is_closing and not self.is_held:
            self._is_closing = False
            self.released.emit()

    @Slot()
    def _tune(self) -> None:
        if self._rest is None:
            self._drift.begin(self.tuning.speed)
        for number, clip in enumerate(self.clips):
            clip.tune(self.tuning.speed, self._volume_of(number))
        self.changed.emit()

    # --- small things ----------------------------------------------------------------------

    def _volume_of(self, number: int) -> float | None:
        return self.tuning.loudness if number == self._heard else None

    def _playable(self) -> list[int]:
        return [number for number, clip in enumerate(self.clips) if clip.is_playable]

    def _is_opening(self) -> bool:
        return any(clip.is_opening for clip in self.clips)

    def _frame_ms(self) -> float:
        """How long the shortest frame of all clips is."""
        playable = self._playable()
        return min((self.clips[number].frame_ms for number in playable), default=1000 / 24)

    def _reference(self) -> int | None:
        """The clip that says where all are: of those that play the one with the most frames."""
        numbers = self._running or self._playable()
        clips = self.clips
        return min(
            numbers, key=lambda n: (round(clips[n].frame_ms), -clips[n].duration, n), default=None
        )
