"""A heartbeat on the UI thread while jobs run, two previews play and somebody scrolls.

python -m benchmarks.inside.working DATA_DIR [--seconds 60] [--asked 60]
"""

import argparse
import json
import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from random import Random
from uuid import uuid4

from PySide6.QtCore import QEventLoop, QObject, QTimer, Slot

from benchmarks.inside.beat import Heartbeat
from benchmarks.inside.program import Numbers, rest, run_program, turn_until
from benchmarks.inside.scrolling import turn_wheel
from benchmarks.running_jobs import random_request
from videogen_desktop.domain.events import Event, VideoChanged
from videogen_desktop.domain.video import LibraryItem, Video
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.main_window import MainWindow

_SETTLED_SECONDS = 4.0
# The first preview loads the decoders: once in a run, and not what is measured.
_WARM_SECONDS = 20.0
_KNOWN_WITHIN_SECONDS = 2.0
_PREVIEWS = 2
# As a touchpad scrolls: a bit over a screen in a second, for ten seconds down and ten up again.
_SCROLL_EVERY_MS = 30
_ANGLE = 20
_STEPS_ONE_WAY = 330
_RIVAL_PATIENCE_SECONDS = 60.0


class Person(QObject):
    """Scrolls without end, keeps two previews playing and asks for new videos."""

    def __init__(self, window: MainWindow, bridge: EngineBridge, asked: int, ms: int) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._random = Random(3)
        self._left = asked
        self._steps = 0
        self._scrolling = QTimer(self, interval=_SCROLL_EVERY_MS)
        self._scrolling.timeout.connect(self._scroll)
        self._asking = QTimer(self, interval=ms // max(1, asked))
        self._asking.timeout.connect(self._ask)
        self.ended: set[str] = set()
        self.playing: list[int] = []
        bridge.eventArrived.connect(self._follow)

    def warm_up(self) -> None:
        """Go to where what runs ends and clips begin, and let two of them play."""
        library = self._window.library
        for row in range(library.model.rowCount()):
            library.view.scrollTo(library.model.index(row))
            turn_until(partial(self._is_known, row), _KNOWN_WITHIN_SECONDS)
            if len(self._clips_in_sight()) >= _PREVIEWS:
                break
        turn_until(self._two_play, _WARM_SECONDS)

    def begin(self) -> None:
        self._scrolling.start()
        if self._left:
            self._asking.start()

    def stop(self) -> None:
        self._scrolling.stop()
        self._asking.stop()

    @Slot()
    def _scroll(self) -> None:
        self._steps += 1
        down = (self._steps // _STEPS_ONE_WAY) % 2 == 0
        turn_wheel(self._window, -_ANGLE if down else _ANGLE)
        self.playing.append(len(self._window.library.players.active_ids()))
        if self.playing[-1] < _PREVIEWS:
            self._play_another(down)

    def _play_another(self, down: bool) -> None:
        """The card that stays in sight for longest."""
        players = self._window.library.players
        items = self._clips_in_sight()
        for item in reversed(items) if down else items:
            if item.clip is not None and item.video.id not in players.active_ids():
                players.play(item.video.id, item.clip)
                return

    def _two_play(self) -> bool:
        players = self._window.library.players
        if len(players.active_ids()) < _PREVIEWS:
            self._play_another(down=True)
        # Some of the clip has been seen.
        return sum(players.position(one)[0] > 0 for one in players.active_ids()) >= _PREVIEWS

    def _is_known(self, row: int) -> bool:
        return self._window.library.model.wanted_item(row) is not None

    def _clips_in_sight(self) -> list[LibraryItem]:
        library = self._window.library
        items = map(library.model.item_at, library.view.visible_rows())
        return [item for item in items if item is not None and item.clip is not None]

    @Slot()
    def _ask(self) -> None:
        self._left -= 1
        self._bridge.generate(
            random_request(self._random, 10_000 + self._left).request, str(uuid4())
        )
        if not self._left:
            self._asking.stop()

    @Slot(object)
    def _follow(self, event: Event) -> None:
        if isinstance(event, VideoChanged) and _is_here(event.item.video, event.item.clip):
            self.ended.add(event.item.video.id)


def _is_here(video: Video, clip: Path | None) -> bool:
    return video.is_terminal and clip is not None


def _rival(seconds: float) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "benchmarks.inside.empty_beat", str(seconds)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=dict(os.environ))


def _script(options: argparse.Namespace, window: MainWindow, bridge: EngineBridge) -> Numbers:
    rest(_SETTLED_SECONDS)
    person = Person(window, bridge, options.asked, options.seconds * 1_000)
    heartbeat, loop = Heartbeat(window), QEventLoop()
    person.warm_up()
    with _rival(options.seconds) as rival:
        person.begin()
        began = time.monotonic()
        heartbeat.start()
        QTimer.singleShot(options.seconds * 1_000, loop.quit)
        loop.exec()
        heartbeat.stop()
        person.stop()
        said, _ = rival.communicate(timeout=_RIVAL_PATIENCE_SECONDS)
    return {
        "seconds": time.monotonic() - began,
        "beat": heartbeat.numbers(),
        "rival": json.loads(said.splitlines()[-1]),
        "jobs_ended": len(person.ended),
        "playing": sum(person.playing) / max(1, len(person.playing)),
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.inside.working")
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--asked", type=int, default=60, help="videos asked for meanwhile")
    options = parser.parse_args()

    def script(window: MainWindow, bridge: EngineBridge) -> Numbers:
        return _script(options, window, bridge)

    return run_program(options.data_dir, script)


if __name__ == "__main__":
    sys.exit(main())
