"""Cards hovered and played in a row: players, threads and memory must stay.

The same cards are scrolled past before: the posters kept for the gallery are bounded, and not what
is looked at here.

    python -m benchmarks.inside.playing DATA_DIR [--cards 500] [--early 20]
"""

import argparse
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from benchmarks.inside.own_resources import resident_mb, thread_count
from benchmarks.inside.program import Numbers, rest, run_program, turn_until
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.main_window import MainWindow

_HOVER_STEPS = 4
_KNOWN_WITHIN_SECONDS = 2.0
_HOVERED_SECONDS = 0.08
_PLAYED_SECONDS = 0.05
_SETTLED_SECONDS = 1.0
_WALKED_SECONDS = 0.04
# By then the engine has begun all that it does beside, on a thread of its own.
_BEGUN_SECONDS = 12.0


def _hover(window: MainWindow, row: int) -> None:
    """The pointer crosses the card, and its strip shows."""
    view = window.library.view
    card = view.card_rect(row)
    for step in range(_HOVER_STEPS):
        part = (step + 1) / (_HOVER_STEPS + 1)
        _move(window, QPoint(card.left() + int(card.width() * part), card.top() + 40))
        QApplication.processEvents()
    _move(window, card.center())


def _move(window: MainWindow, point: QPoint) -> None:
    viewport = window.library.view.viewport()
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(viewport.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, move)


def _is_known(window: MainWindow, row: int) -> bool:
    return window.library.model.wanted_item(row) is not None


def _play(window: MainWindow, row: int) -> bool:
    """Hover the card and play it; False for one without a clip."""
    library = window.library
    if row not in library.view.visible_rows():
        library.view.scrollTo(library.model.index(row))
    turn_until(partial(_is_known, window, row), _KNOWN_WITHIN_SECONDS)
    item = library.model.item_at(row)
    if item is None or item.clip is None:
        return False
    _hover(window, row)
    # Long enough for the contact strip: of these a few are kept as well.
    rest(_HOVERED_SECONDS)
    library.view.commands.toggle_playing(item.video.id)
    rest(_PLAYED_SECONDS)
    return True


def _walk_past(window: MainWindow, rows: int) -> None:
    library = window.library
    for row in range(0, min(rows, library.model.rowCount()), 3):
        library.view.scrollTo(library.model.index(row))
        rest(_WALKED_SECONDS)
    library.view.scrollToTop()


def _state(window: MainWindow) -> dict[str, float]:
    # A clip that plays has three threads of FFmpeg's own: whether the last ones still play or have
    # come to their ends must not be what is compared.
    window.library.players.stop_all()
    rest(_SETTLED_SECONDS)
    players = window.library.players.player_count
    return {"players": players, "threads": thread_count(), "memory_mb": resident_mb()}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.inside.playing")
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--cards", type=int, default=500)
    parser.add_argument("--early", type=int, default=20)
    options = parser.parse_args()

    def script(window: MainWindow, _bridge: EngineBridge) -> Numbers:
        rest(_BEGUN_SECONDS)
        _walk_past(window, options.cards * 3 // 2)
        played = row = 0
        early: dict[str, float] = {}
        while played < options.cards and row < window.library.model.rowCount():
            played += _play(window, row)
            row += 1
            if played == options.early and not early:
                early = _state(window)
        return {"played": played, "early": early, "late": _state(window)}

    return run_program(options.data_dir, script)


if __name__ == "__main__":
    sys.exit(main())
