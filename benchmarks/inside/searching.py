"""Searches as somebody types them, from the letter to the first 60 cards.

python -m benchmarks.inside.searching DATA_DIR [--searches N]
"""

import argparse
import random
import re
import sqlite3
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from benchmarks.inside.beat import Heartbeat
from benchmarks.inside.frames import shares
from benchmarks.inside.program import Numbers, rest, run_program, turn_until
from benchmarks.library_prompts import SUBJECTS
from videogen_desktop.domain.gallery import GalleryQuery
from videogen_desktop.domain.text import folded
from videogen_desktop.storage.directories import directories
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.library.library_presenter import LibraryPresenter
from videogen_desktop.ui.main_window import MainWindow

CARDS = 60
_SEARCHES = 300
_PATIENCE_SECONDS = 5.0
_SETTLED_SECONDS = 5.0
_AT_REST_SECONDS = 10.0
# Quick typing; the next letter comes while the whole list of the last search is still on its way.
_BETWEEN_LETTERS_SECONDS = 0.1
_FLOOR = (
    "SELECT v.id, v.request, v.state, v.created_at FROM video_search AS s"
    " JOIN video AS v ON v.seq = s.rowid WHERE video_search MATCH ?"
    " AND v.deleted_at IS NULL ORDER BY s.rowid DESC LIMIT ?"
)


def typed_texts(count: int) -> list[str]:
    """What stands in the field after each letter: words of the library, and some of none."""
    chance = random.Random(1)
    texts: list[str] = []
    while len(texts) < count:
        words = chance.choice(SUBJECTS).split()
        begin = chance.randrange(len(words))
        text = " ".join(words[begin : begin + 2])
        if chance.random() < 0.1:
            text = "zebra " + text
        typed = folded(text) if chance.random() < 0.5 else text
        texts += [typed[:length] for length in range(1, len(typed) + 1) if typed[length - 1] != " "]
    return texts[:count]


class _FirstCards(QObject):
    """Waits until the first cards of a search are all known."""

    def __init__(self, library: LibraryPresenter) -> None:
        super().__init__()
        self._model = library.model
        self.came_at = 0.0
        self._is_reset = False
        self._model.modelReset.connect(self._reset)
        self._model.dataChanged.connect(self._look)

    def expect(self) -> None:
        self.came_at, self._is_reset = 0.0, False

    @Slot()
    def _reset(self) -> None:
        self._is_reset = True
        self._look()

    @Slot()
    def _look(self) -> None:
        if self.came_at or not self._is_reset:
            return
        rows = range(min(CARDS, self._model.rowCount()))
        # All are asked for before any is missed, also those below the window.
        items = [self._model.wanted_item(row) for row in rows]
        if None not in items:
            self.came_at = time.perf_counter()


def _search(window: MainWindow, texts: Sequence[str]) -> tuple[list[float], int]:
    """Milliseconds of each search, and how many never ended."""
    library = window.library
    cards, took, lost = _FirstCards(library), [], 0
    for text in texts:
        cards.expect()
        began = time.perf_counter()
        library.listing.show(GalleryQuery(text=text))
        if turn_until(lambda: bool(cards.came_at), _PATIENCE_SECONDS):
            took.append((cards.came_at - began) * 1_000)
        else:
            lost += 1
        rest(_BETWEEN_LETTERS_SECONDS)
    return took, lost


def _bare(data_dir: Path, texts: Sequence[str]) -> list[float]:
    """The same rows through sqlite3 alone, on this thread."""
    took = []
    database = directories(data_dir).database
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
        for text in texts:
            words = " ".join(f'"{word}"*' for word in re.findall(r"\w+", folded(text)))
            began = time.perf_counter()
            connection.execute(_FLOOR, (words, CARDS)).fetchall()
            took.append((time.perf_counter() - began) * 1_000)
    return took


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.inside.searching")
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--searches", type=int, default=_SEARCHES)
    options = parser.parse_args()
    texts = typed_texts(options.searches)

    def script(window: MainWindow, _bridge: EngineBridge) -> Numbers:
        rest(_SETTLED_SECONDS)
        at_rest, heartbeat = Heartbeat(window), Heartbeat(window)
        at_rest.start()
        rest(_AT_REST_SECONDS)
        at_rest.stop()
        heartbeat.start()
        took, lost = _search(window, texts)
        heartbeat.stop()
        return {
            "searches": len(took),
            "lost": lost,
            "search": shares(took),
            "beat": heartbeat.numbers(),
            "rest": at_rest.numbers(),
            "bare": shares(_bare(options.data_dir, texts)),
        }

    return run_program(options.data_dir, script)


if __name__ == "__main__":
    sys.exit(main())
