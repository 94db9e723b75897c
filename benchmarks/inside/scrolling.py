"""The gallery opened and moved: opening, jumps, wheel, resizing, memory.

python -m benchmarks.inside.scrolling DATA_DIR [--only jumps] [--frames N]
"""

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from benchmarks.inside.bare_cards import bare_frames
from benchmarks.inside.frames import Frames
from benchmarks.inside.own_resources import resident_mb
from benchmarks.inside.program import Numbers, first_card_ns, rest, run_program, turn_until
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.main_window import MainWindow

_JUMPS, _WHEEL_STEPS, _RESIZES = 1_500, 600, 240
_SETTLED_SECONDS = 2.0
_LISTED_WITHIN_SECONDS = 30.0
_WHEEL_CLICK = -120


def jumps(window: MainWindow, count: int) -> Frames:
    """Equal jumps from end to end."""
    bar = window.library.view.verticalScrollBar()
    bar.setValue(0)
    rest(0.5)
    frames = Frames()
    for jump in range(count + 1):
        frames.step(partial(bar.setValue, bar.maximum() * jump // count))
    return frames


def wheel(window: MainWindow, count: int) -> Frames:
    """Clicks of a wheel, from a third of the way down."""
    bar = window.library.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    rest(0.5)
    frames = Frames()
    for _ in range(count):
        frames.step(partial(turn_wheel, window, _WHEEL_CLICK))
    return frames


def resizing(window: MainWindow, count: int) -> Frames:
    """A corner of the window dragged in and out."""
    bar = window.library.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    rest(0.5)
    size, frames = window.size(), Frames()
    for step in range(count):
        away = min(step, count - step)
        frames.step(partial(window.resize, size.width() - 4 * away, size.height() - away))
    window.resize(size)
    return frames


def turn_wheel(window: MainWindow, angle: int) -> None:
    """One click of the wheel over the middle of the gallery; negative goes down."""
    viewport = window.library.view.viewport()
    where = viewport.rect().center()
    event = QWheelEvent(
        QPointF(where),
        QPointF(viewport.mapToGlobal(where)),
        QPoint(0, 0),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


WALKS: dict[str, tuple[Callable[[MainWindow, int], Frames], int]] = {
    "jumps": (jumps, _JUMPS),
    "wheel": (wheel, _WHEEL_STEPS),
    "resize": (resizing, _RESIZES),
}


def _script(options: argparse.Namespace, began_ns: int) -> Callable[..., Numbers]:
    def script(window: MainWindow, _bridge: EngineBridge) -> Numbers:
        model, view = window.library.model, window.library.view
        turn_until(lambda: model.rowCount() >= options.rows, _LISTED_WITHIN_SECONDS)
        listed_ns = time.monotonic_ns()
        rest(_SETTLED_SECONDS)
        numbers: Numbers = {
            "rows": model.rowCount(),
            "first_card_ms": (first_card_ns(window) - began_ns) / 1e6,
            "listed_ms": (listed_ns - began_ns) / 1e6,
            "opened_mb": resident_mb(),
        }
        for name, (walk, count) in WALKS.items():
            if name in options.only:
                numbers[name] = walk(window, options.frames or count).numbers()
        numbers["walked_mb"] = resident_mb()
        if options.only:
            cards = [view.card_rect(row) for row in view.visible_rows()]
            numbers["bare"] = bare_frames(window.size(), cards, options.frames or 1_000).numbers()
        return numbers

    return script


def main() -> int:
    began_ns = time.monotonic_ns()
    parser = argparse.ArgumentParser(prog="python -m benchmarks.inside.scrolling")
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--rows", type=int, default=0, help="how many cards there will be")
    parser.add_argument("--frames", type=int, default=0)
    parser.add_argument("--only", nargs="*", choices=WALKS, default=list(WALKS))
    options = parser.parse_args()
    return run_program(options.data_dir, _script(options, began_ns))


if __name__ == "__main__":
    sys.exit(main())
