"""One clip in the viewer, then four of its kind side by side: which frames are painted, and which
where they are sent.

    python -m benchmarks.inside.comparing DATA_DIR [--frames 240] [--seeks 20]
"""

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import quantiles

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from benchmarks.figure import MeasurementError
from benchmarks.full_hd import FRAMES_A_SECOND
from benchmarks.inside.program import Numbers, rest, run_program, turn_until
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.main_window import MainWindow

_FRAME_MS = 1_000 / FRAMES_A_SECOND
# Posters and strips are made by then, and nothing else is under way.
_AT_REST_SECONDS = 8.0
_PATIENCE_SECONDS = 60.0
_SEEN_SECONDS = 0.6
_REPEATED_SECONDS = 6.0
Look = Callable[[], float | None]


class Watch(QObject):
    """Notes at every painting which frame each clip shows, from 0."""

    def __init__(self, widget: QWidget, looks: Sequence[Look], is_together: Callable[[], bool]):
        super().__init__(widget)
        self._looks, self._is_together = looks, is_together
        self.painted: list[set[int]] = [set() for _ in looks]
        self.apart: list[int] = []
        widget.installEventFilter(self)

    def now(self) -> list[int]:
        starts = [look() for look in self._looks]
        return [-1 if start is None else round(start / _FRAME_MS) for start in starts]

    def dropped(self, frames: int) -> float:
        """Per cent of all frames of all clips."""
        wanted = frames * len(self.painted)
        seen = sum(len(numbers - {-1}) for numbers in self.painted)
        return max(0.0, 100 * (wanted - seen) / wanted)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Paint:
            numbers = self.now()
            for painted, number in zip(self.painted, numbers, strict=True):
                painted.add(number)
            if self._is_together():
                self.apart.append(max(numbers) - min(numbers))
        return False


def _wait(condition: Callable[[], bool], what: str) -> None:
    if not turn_until(condition, _PATIENCE_SECONDS):
        raise MeasurementError(f"waited in vain for {what}")


def _goals(frames: int, seeks: int) -> list[int]:
    chance = random.Random(13)
    return [chance.randrange(frames) for _ in range(seeks)]


def _sought(seek: Callable[[int], None], watch: Watch, goals: Sequence[int]) -> int:
    """How many frames off the farthest was."""
    off = 0
    for goal in goals:
        seek(round((goal + 0.5) * _FRAME_MS))
        rest(_SEEN_SECONDS)
        off = max(off, *(abs(number - goal) for number in watch.now()))
    return off


def _alone(window: MainWindow, video_id: str, frames: int, goals: Sequence[int]) -> Numbers:
    viewer = window.viewer.viewer
    playback = viewer.playback
    playback.set_looping(False)

    def shown() -> float | None:
        engine = playback._loader.engine
        span = None if engine is None else engine.frame_span
        return None if span is None else span[0]

    watch = Watch(viewer.player_view.canvas, [shown], lambda: False)
    window.view_video(video_id)
    _wait(lambda: playback.at_end, "the end of one clip")
    dropped = watch.dropped(frames)
    off = _sought(playback.seek, watch, goals)
    viewer.close_viewer()
    _wait(lambda: playback._loader.player is None, "the viewer's player to go")
    return {"alone_dropped": dropped, "alone_off": off}


def _compared(
    window: MainWindow, video_ids: Sequence[str], frames: int, goals: Sequence[int]
) -> Numbers:
    view = window.compare.view
    joint, stage = view.joint, view.stage
    joint.set_looping(False)

    def look(number: int) -> float | None:
        return stage.tiles[number].shown_ms if number < len(stage.tiles) else None

    looks = [lambda number=number: look(number) for number in range(len(video_ids))]
    watch = Watch(stage, looks, lambda: joint.is_playing and joint._rest is None)
    window.compare.compare(video_ids)
    _wait(lambda: joint.at_end and not joint.is_playing, "the end of four clips")
    dropped = watch.dropped(frames)
    players = sum(clip.is_playable for clip in joint.clips)
    off = _sought(joint.seek, watch, goals)
    joint.set_looping(True)
    joint.play()
    rest(_REPEATED_SECONDS)
    joint.seek(joint.duration - 1_000)
    rest(_REPEATED_SECONDS)
    view.close_view()
    _wait(lambda: not joint.is_held, "four players to go")
    return {
        "compared_dropped": dropped,
        "compared_off": off,
        "apart": quantiles(watch.apart, n=100)[-1],
        "most_apart": max(watch.apart),
        "paintings": len(watch.apart),
        "players": players,
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.inside.comparing")
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--frames", type=int, default=240)
    parser.add_argument("--seeks", type=int, default=20)
    options = parser.parse_args()
    goals = _goals(options.frames, options.seeks)

    def script(window: MainWindow, _bridge: EngineBridge) -> Numbers:
        rest(_AT_REST_SECONDS)
        ids = window.library.model.all_ids()
        alone = _alone(window, ids[0], options.frames, goals)
        return alone | _compared(window, ids, options.frames, goals)

    return run_program(options.data_dir, script)


if __name__ == "__main__":
    sys.exit(main())
