"""The first cards stand before the library is open; what they are asked for waits for it."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.fake_wallet_engine import FakeWalletEngine
from tests.ui.gallery.cards import card, ids
from videogen_desktop.domain.errors import EngineLockedError
from videogen_desktop.domain.gallery import GalleryPage
from videogen_desktop.services.worker import BackgroundWorker
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.main_window import MainWindow
from videogen_desktop.ui.theme.theme import Theme
from videogen_desktop.ui.translation import Translation


class Start:
    """A window whose library opens when the test says so."""

    def __init__(self, theme: Theme, cards: int) -> None:
        self.items = [card(name, prompt=f"Con mèo thứ {name[-1]}") for name in ids(cards)]
        self.may_open = threading.Event()
        self.failure: BaseException | None = None
        self.engine: FakeWalletEngine | None = None
        self.worker = BackgroundWorker()
        self.bridge = EngineBridge(self._start, self._open, first_look=self._look)
        self.window = MainWindow(self.bridge, theme)
        self.window.completed.connect(self.bridge.open)

    @property
    def shown(self) -> tuple[str, ...]:
        return self.window.library.model.all_ids()

    def end(self) -> None:
        self.may_open.set()
        closing = self.bridge.close()
        assert closing is not None
        closing.result(5)
        assert self.worker.stop(5_000)
        self.window.close()
        self.window.deleteLater()
        self.bridge.deleteLater()

    def _start(self) -> BackgroundWorker:
        self.worker.start()
        return self.worker

    def _look(self) -> GalleryPage:
        first = self.items[:3]
        return GalleryPage(tuple(item.video.id for item in first), tuple(first))

    async def _open(self, publish: Any) -> Any:
        await asyncio.to_thread(self.may_open.wait)
        if self.failure is not None:
            raise self.failure
        self.engine = FakeWalletEngine(publish, items=self.items)
        return self.engine


@pytest.fixture
def start(theme: Theme, language: Translation, qtbot: QtBot) -> Iterator[Callable[..., Start]]:
    made: list[Start] = []

    def begin(cards: int = 5) -> Start:
        made.append(Start(theme, cards))
        with qtbot.waitSignal(made[-1].bridge.firstLookTaken):
            made[-1].window.show()
        return made[-1]

    yield begin
    for one in made:
        one.end()


def test_the_cards_are_whole_before_the_library_is_open(start: Callable[..., Start]) -> None:
    begun = start()
    assert begun.engine is None
    assert begun.shown == ids(5)[:3]
    assert begun.window.library.model.item_at(0) == begun.items[0]


def test_what_a_first_card_asks_for_is_done_once_the_library_is_open(
    qtbot: QtBot, start: Callable[..., Start]
) -> None:
    begun = start()
    begun.bridge.cancel(begun.shown[0])
    with qtbot.waitSignal(begun.window.libraryOpened):
        begun.may_open.set()
    assert begun.engine is not None
    engine = begun.engine
    qtbot.waitUntil(lambda: engine.calls == [("cancel", begun.items[0].video.id)])


def test_the_rest_arrives_around_the_card_that_somebody_has_chosen(
    qtbot: QtBot, start: Callable[..., Start]
) -> None:
    begun = start()
    library, chosen = begun.window.library, begun.shown[1]
    assert library.view.select_video(chosen)
    with qtbot.waitSignal(begun.window.libraryOpened):
        begun.may_open.set()
    assert begun.shown == ids(5)
    assert library.view.selected_ids() == (chosen,)


def test_a_library_that_does_not_open_leaves_no_cards(
    qtbot: QtBot, start: Callable[..., Start]
) -> None:
    begun = start()
    begun.failure = EngineLockedError(Path("engine.lock"))
    begun.bridge.cancel(begun.shown[0])
    with qtbot.waitSignal(begun.bridge.openFailed):
        begun.may_open.set()
    assert begun.shown == ()


def test_a_search_typed_meanwhile_is_answered_by_the_library(
    qtbot: QtBot, start: Callable[..., Start]
) -> None:
    begun = start()
    library = begun.window.library
    library.panel.toolbar.search.setText(begun.items[4].video.prompt)
    qtbot.waitUntil(lambda: bool(library.listing.query.text))
    with qtbot.waitSignal(begun.window.libraryOpened):
        begun.may_open.set()
    qtbot.waitUntil(lambda: begun.shown == (begun.items[4].video.id,))
