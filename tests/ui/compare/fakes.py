"""A media engine that plays by a clock that the test turns: late, fast and slow as it is told; and
several of them, played as one."""

from dataclasses import dataclass, field
from pathlib import Path

from tests.ui.player.fakes import FakeEngine, FakeFrame, VirtualTime
from videogen_desktop.ui.compare.joint_playback import JointPlayback
from videogen_desktop.ui.player.media_engine import MediaStatus


class PlayingEngine(FakeEngine):
    """Shows a frame of `frame_ms` whenever one is due. `pace` is how fast its own clock runs
    beside the test's, `seek_ms` how long it takes to show where it was sent, `stop_ms` to come to
    rest; `is_blind` shows no frame after a seek, and `colour` is that of all its frames."""

    def __init__(self, time: VirtualTime) -> None:
        super().__init__()
        self.frame_ms, self.duration, self.pace, self.seek_ms = 40.0, 4_000, 1.0, 20
        self.stop_ms = 0
        self.colour = 0xFF336699
        self.rate = 1.0
        self.is_blind = False
        self.is_playing = False
        self.shown: float | None = None
        self.frames: list[tuple[int, float]] = []
        self._time = time
        self._at = 0.0
        self._next = time.alarm(self._show_next)
        self._rest = time.alarm(lambda: self.report(MediaStatus.LOADED))

    @property
    def number(self) -> int:
        """Which frame is on the screen, from 0."""
        return -1 if self.shown is None else round(self.shown / self.frame_ms)

    @property
    def frame_span(self) -> tuple[float, float] | None:
        return None if self.shown is None else (self.shown, self.shown + self.frame_ms)

    def open(self, path: Path) -> None:
        super().open(path)
        self._at = 0.0
        self._next.set(self.seek_ms)

    def play(self) -> None:
        super().play()
        self.is_playing = True
        if self.shown is not None:
            self._schedule()

    def pause(self) -> None:
        super().pause()
        self.is_playing = False
        self._next.cancel()
        if self.status is MediaStatus.ENDED:
            self.report(MediaStatus.LOADED)

    def seek(self, position: int) -> None:
        super().seek(position)
        self._at = position // self.frame_ms * self.frame_ms
        self._next.cancel()
        if not self.is_blind:
            self._next.set(self.seek_ms)

    def stop(self) -> None:
        super().stop()
        self.is_playing = False
        self._next.cancel()
        self.report(MediaStatus.BUSY)
        self._rest.set(self.stop_ms)
        self._time.pass_(0)

    def unload(self) -> None:
        super().unload()
        self.shown = None
        self.report(MediaStatus.NO_MEDIA)

    def set_rate(self, rate: float) -> None:
        self.rate = rate

    def show_frame(self) -> None:
        if self._listener is not None:
            self._listener.frame_arrived(FakeFrame(self.colour))

    def delay(self, milliseconds: int) -> None:
        """The processor was busy: the next frame comes later, and so do all that follow."""
        self._next.set(round(self.frame_ms) + milliseconds)

    def _schedule(self) -> None:
        self._next.set(self.frame_ms / (self.rate * self.pace))  # type: ignore[arg-type]

    def _show_next(self) -> None:
        if self._at >= self.duration:
            self.is_playing = False
            self.report(MediaStatus.ENDED)
            return
        self.shown, self.position = self._at, int(self._at)
        self.frames.append((self._time.now, self._at))
        self._at += self.frame_ms
        if self.is_playing:
            self._schedule()
        else:
            self._at = self.shown
        self.show_frame()


@dataclass
class Bench:
    """Clips of 4 s with 25 frames a second, unless a test says otherwise before it opens them."""

    folder: Path
    time: VirtualTime = field(default_factory=VirtualTime)
    engines: list[PlayingEngine] = field(default_factory=list)
    joint: JointPlayback = None  # type: ignore[assignment]

    def __post_init__(self) -> None:
        made = iter(self.engines)
        self._made: list[PlayingEngine] = []

        def make() -> PlayingEngine:
            engine = next(made, None) or self.prepare()
            self._made.append(engine)
            return engine

        self.joint = JointPlayback(make, self.time.alarm, lambda: float(self.time.now))

    def prepare(self, **facts: float) -> PlayingEngine:
        engine = PlayingEngine(self.time)
        for name, value in facts.items():
            setattr(engine, name, value)
        self.engines.append(engine)
        return engine

    def file(self, name: str) -> Path:
        path = self.folder / f"{name}.mp4"
        path.write_bytes(b"a clip")
        return path

    def open(self, *clips: dict[str, float]) -> None:
        for facts in clips:
            self.prepare(**facts)
        self.joint.open([self.file(str(number)) for number in range(len(clips))])
        self.stand(max(int(facts.get("seek_ms", 20)) for facts in clips))

    def stand(self, seek_ms: int = 20) -> None:
        """Whatever plays stands at its beginning before it is started together."""
        self.time.pass_(1 + seek_ms * 2)

    def numbers(self) -> list[int]:
        return [engine.number for engine in self.engines]

    def times(self) -> list[float]:
        return [float(engine.shown or 0) for engine in self.engines]
