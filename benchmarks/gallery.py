"""The gallery of the real window over a real library: scrolling, resizing, hovering, memory.

    python -m benchmarks.gallery [DATA_DIR] [--videos N]

Runs without a screen, so that the figures are those of Qt's software raster. A frame is everything
the UI thread does for one step: the step itself, painting, and what arrived meanwhile.
"""

import argparse
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from benchmarks.library import make_library
from videogen_desktop.services.worker import BackgroundWorker
from videogen_desktop.ui.bridge import EngineBridge, Publish, Studio
from videogen_desktop.ui.main_window import MainWindow
from videogen_desktop.ui.theme.theme import Theme, ThemeChoice

_SIZE = (1_280, 800)
_JUMPS, _WHEEL_STEPS, _RESIZES, _PLAYED = 1_500, 600, 120, 500
_NO_BUTTON = Qt.MouseButton.NoButton
_NO_KEY = Qt.KeyboardModifier.NoModifier


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gallery", description=__doc__)
    parser.add_argument("data_dir", type=Path, nargs="?", help="a library made before")
    parser.add_argument("--videos", type=int, default=100_000)
    parser.add_argument("--only", action="append", choices=MEASUREMENTS, help="repeatable")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory(prefix="videogen-bench-", ignore_cleanup_errors=True) as folder:
        data_dir = options.data_dir or Path(folder) / "library"
        if not data_dir.exists():
            make_library(data_dir, options.videos)
        with opened_window(data_dir) as window:
            for name in options.only or MEASUREMENTS:
                MEASUREMENTS[name](window)
    return 0


@contextmanager
def opened_window(data_dir: Path) -> Iterator[MainWindow]:
    """The window on this library, shown and open."""
    application = QApplication.instance() or QApplication(["bench", "-style", "fusion"])
    assert isinstance(application, QApplication)
    worker = BackgroundWorker()

    def start() -> BackgroundWorker:
        worker.start()
        return worker

    async def open_studio(publish: Publish) -> Studio:
        from videogen_desktop.domain.wallet import SANDBOX_WALLET
        from videogen_desktop.engine import EngineOptions
        from videogen_desktop.engine import open_studio as opened
        from videogen_desktop.services.wallet_choice import WalletChoice
        from videogen_desktop.storage.directories import directories

        options = EngineOptions(directories(data_dir), WalletChoice(SANDBOX_WALLET))
        return await opened(options, publish)

    bridge = EngineBridge(start, open_studio)
    window = MainWindow(bridge, Theme(application, ThemeChoice.LIGHT))
    window.resize(*_SIZE)
    window.completed.connect(bridge.open)
    is_open: list[bool] = []
    window.libraryOpened.connect(lambda: is_open.append(True))
    before = _resident_mb()
    window.show()
    _turn(lambda: bool(is_open), 30.0)
    _rest(1_000)
    print(f"memory: {_resident_mb():.0f} MB ({before:.0f} MB before the window)")
    try:
        yield window
    finally:
        window.close()
        closing = bridge.close()
        if closing is not None:
            closing.result(20)
        worker.stop(5_000)


def jumps(window: MainWindow) -> None:
    """Equal jumps from end to end."""
    view = window.library.view
    bar = view.verticalScrollBar()
    bar.setValue(0)
    _rest(300)
    frames = []
    for jump in range(_JUMPS + 1):
        value = bar.maximum() * jump // _JUMPS
        frames.append(_frame(partial(bar.setValue, value)))
    _print("scroll: jumps", frames)


def wheel(window: MainWindow) -> None:
    """Steps of a wheel."""
    view = window.library.view
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    _rest(500)
    frames = []
    where = QPointF(view.viewport().rect().center())
    for _ in range(_WHEEL_STEPS):
        wheel = QWheelEvent(
            where,
            QPointF(view.viewport().mapToGlobal(where.toPoint())),
            QPoint(0, 0),
            QPoint(0, -120),
            _NO_BUTTON,
            _NO_KEY,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        frames.append(_frame(partial(QApplication.sendEvent, view.viewport(), wheel)))
    _print("scroll: wheel", frames)


def resize(window: MainWindow) -> None:
    """A window edge dragged in and out."""
    bar = window.library.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    _rest(500)
    frames = []
    for step in range(_RESIZES):
        width = 1_280 - 4 * min(step, _RESIZES - step)
        height = 800 - min(step, _RESIZES - step)
        frames.append(_frame(partial(window.resize, width, height)))
    _print("resize", frames)
    window.resize(*_SIZE)
    _rest(300)


def hover(window: MainWindow) -> None:
    """The pointer moves over cards, one after the other."""
    view = window.library.view
    bar = view.verticalScrollBar()
    bar.setValue(0)
    _rest(500)
    frames = []
    chance = random.Random(1)
    for _ in range(600):
        point = QPoint(
            chance.randrange(view.viewport().width()), chance.randrange(view.viewport().height())
        )
        frames.append(_frame(partial(_move, window, point)))
    _print("hover", frames)


def play(window: MainWindow) -> None:
    """Hover and play cards in a row: players, threads and memory stay."""
    view, model, pool = window.library.view, window.library.model, window.library.players
    row = played = 0
    early = (0, 0.0)
    while played < _PLAYED and row < model.rowCount():
        if row not in view.visible_rows():
            view.scrollTo(model.index(row))
        _turn(partial(_is_known, window, row), 2.0)
        item = model.item(model.id_at(row) or "")
        if item is not None and item.clip is not None:
            _move(window, view.card_rect(row).center())
            view.toggle_playing(item.video.id)
            _rest(60)
            played += 1
            if played == 20:
                early = (_threads(), _resident_mb())
        row += 1
    _rest(1_000)
    print(
        f"play: {played} cards, {pool.player_count} players, threads {early[0]} -> {_threads()}, "
        f"memory {early[1]:.0f} -> {_resident_mb():.0f} MB"
    )
    pool.stop_all()


MEASUREMENTS: dict[str, Callable[[MainWindow], None]] = {
    "jumps": jumps,
    "wheel": wheel,
    "resize": resize,
    "hover": hover,
    "play": play,
}


def _is_known(window: MainWindow, row: int) -> bool:
    return window.library.model.wanted_item(row) is not None


def _move(window: MainWindow, point: QPoint) -> None:
    viewport = window.library.view.viewport()
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(viewport.mapToGlobal(point)),
        _NO_BUTTON,
        _NO_BUTTON,
        _NO_KEY,
    )
    QApplication.sendEvent(viewport, move)


def _frame(step: Callable[[], object]) -> float:
    """Milliseconds of one frame; the rest of its sixtieth of a second is left to the others."""
    began, worked = time.perf_counter(), time.thread_time()
    step()
    QApplication.processEvents()
    took = (time.perf_counter() - began) * 1_000
    _WORKED.append((time.thread_time() - worked) * 1_000)
    time.sleep(max(0.0, 0.004 - took / 1_000))
    return took


# What of each frame the UI thread itself computed: the rest it waited, for the interpreter's lock
# or for a processor that others had.
_WORKED: list[float] = []


def _rest(milliseconds: int) -> None:
    _turn(lambda: False, milliseconds / 1_000)


def _turn(until: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not until() and time.monotonic() < deadline:
        QApplication.processEvents()
        time.sleep(0.002)


def _print(name: str, frames: Sequence[float]) -> None:
    ordered = sorted(frames)

    def part(share: float) -> float:
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    print(
        f"{name}: {len(frames)} frames, median {statistics.median(frames):.2f} ms, "
        f"p99 {part(0.99):.2f} ms, p99.9 {part(0.999):.2f} ms, worst {ordered[-1]:.2f} ms"
    )
    worked = sorted(_WORKED)
    _WORKED.clear()
    print(
        f"    computing: median {statistics.median(worked):.2f} ms, "
        f"p99 {worked[int(0.99 * len(worked))]:.2f} ms, worst {worked[-1]:.2f} ms"
    )


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _threads() -> int:
    return len(list(Path("/proc/self/task").iterdir()))


if __name__ == "__main__":
    sys.exit(main())
