import asyncio
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.fake_wallet_engine import FakeWalletEngine
from tests.ui.gallery.cards import card, ids
from tests.ui.gallery.conftest import select_cards
from videogen_desktop.domain.events import VideoChanged
from videogen_desktop.domain.gallery import GalleryPage, GalleryQuery, GallerySort, StatusGroup
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.library.empty_states import NoMatch


def shown(running: RunningWindow) -> tuple[str, ...]:
    return running.window.library.model.all_ids()


def test_typing_finds_prompts_without_their_marks(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    qtbot.keyClicks(running.window.library.panel.toolbar.search, "da nang")
    qtbot.waitUntil(lambda: shown(running) == ("b",))
    running.window.library.panel.toolbar.search.clear()
    qtbot.waitUntil(lambda: shown(running) == ("d", "c", "b", "a"))


def test_every_state_says_how_many_it_has(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    chips = running.window.library.panel.toolbar.chips
    qtbot.waitUntil(lambda: chips.count(StatusGroup.FAILED) == 1)
    assert chips.count(None) == 4
    chips.chosen.emit(StatusGroup.FAILED)
    qtbot.waitUntil(lambda: shown(running) == ("c",))
    assert chips.count(StatusGroup.RUNNING) == 1


def test_a_video_that_leaves_its_state_leaves_the_filter(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    running.window.library.listing.show(GalleryQuery(status=StatusGroup.RUNNING))
    qtbot.waitUntil(lambda: shown(running) == ("d",))
    done = card("d", prompt="Chợ nổi", revision=2)
    running.engine._items["d"] = done
    running.bridge.publish(VideoChanged(done))
    qtbot.waitUntil(lambda: shown(running) == ())


def test_an_unknown_video_does_not_break_into_a_filter(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    running.window.library.listing.show(GalleryQuery(status=StatusGroup.FAILED))
    qtbot.waitUntil(lambda: shown(running) == ("c",))
    running.bridge.eventArrived.emit(VideoChanged(card("e", state=VideoState.RESERVED)))
    assert shown(running) == ("c",)


def test_a_new_video_is_at_the_top_when_everything_is_shown(
    open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    running.bridge.eventArrived.emit(VideoChanged(card("e", state=VideoState.RESERVED)))
    assert shown(running)[0] == "e"


def test_the_answer_to_an_earlier_query_is_dropped(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    gates: list[asyncio.Event] = []

    def shut(engine: FakeWalletEngine) -> None:
        engine.gallery.gate = asyncio.Event()
        gates.append(engine.gallery.gate)

    running = open_running(shut, items=shelf)
    listing = running.window.library.listing
    listing.show(GalleryQuery(text="mèo"))
    listing.show(GalleryQuery(text="mưa"))
    seen: list[tuple[str, ...]] = []
    running.window.library.model.modelReset.connect(lambda: seen.append(shown(running)))
    running.worker.submit(_open(gates[0])).result(5)
    qtbot.waitUntil(lambda: shown(running) == ("c",))
    assert seen == [("c",)]


async def _open(gate: asyncio.Event) -> None:
    gate.set()


def test_the_whole_list_is_asked_for_once_nobody_types_any_more(
    qtbot: QtBot, open_running: OpenRunningWindow
) -> None:
    running = open_running(items=[card(name, prompt="Mưa rào") for name in ids(300)])
    library, gallery = running.window.library, running.engine.gallery
    qtbot.waitUntil(lambda: len(gallery.listed) == 1)
    letters = [GalleryQuery(text=text) for text in ("m", "mư", "mưa")]
    rest = iter(letters[1:])

    def type_on() -> None:
        # The first page of the letter before is there.
        if (query := next(rest, None)) is not None:
            library.listing.show(query)

    library.model.modelReset.connect(type_on)
    library.listing.show(letters[0])
    qtbot.waitUntil(lambda: library.listing.query == letters[-1])
    qtbot.waitUntil(lambda: library.model.rowCount() == 300)
    assert gallery.queries == letters
    assert gallery.listed[1:] == letters[-1:]


def test_a_count_under_way_is_not_asked_for_again_before_it_came(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    listing, gallery = running.window.library.listing, running.engine.gallery
    chips = running.window.library.panel.toolbar.chips
    qtbot.waitUntil(lambda: chips.count(None) == 4)
    gate = gallery.count_gate = asyncio.Event()
    asked = len(gallery.counted)
    running.bridge.eventArrived.emit(VideoChanged(card("e", state=VideoState.RESERVED)))
    qtbot.waitUntil(lambda: len(gallery.counted) == asked + 1)
    running.engine._items["f"] = card("f", state=VideoState.RESERVED)
    running.bridge.eventArrived.emit(VideoChanged(running.engine._items["f"]))
    qtbot.waitUntil(lambda: not listing._counts_due.isActive())
    assert len(gallery.counted) == asked + 1
    running.worker.submit(_open(gate)).result(5)
    qtbot.waitUntil(lambda: len(gallery.counted) == asked + 2)
    qtbot.waitUntil(lambda: chips.count(None) == 5)


def test_a_library_larger_than_its_first_page_is_shown_whole(
    qtbot: QtBot, open_running: OpenRunningWindow
) -> None:
    everything = [card(name) for name in ids(500)]

    def only_a_page(engine: FakeWalletEngine) -> None:
        whole = engine.opened

        async def opened() -> object:
            answer = await whole()
            return replace(answer, first_page=GalleryPage(answer.first_page.ids[:120], ()))

        engine.opened = opened  # type: ignore[method-assign,assignment]

    running = open_running(only_a_page, items=everything)
    qtbot.waitUntil(lambda: len(shown(running)) == 500)
    assert shown(running) == ids(500)


def test_what_is_selected_stays_selected_when_the_rest_arrives(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    view, model = running.window.library.view, running.window.library.model
    select_cards(view, ["c", "a"])
    model.change_ids(["f", "d", "c", "b", "a", "z"])
    assert view.selected_ids() == ("c", "a")
    model.change_ids(["c", "a"])
    assert view.selected_ids() == ("c", "a")


def test_nothing_found_offers_to_show_everything(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    toolbar = running.window.library.panel.toolbar
    toolbar.search.setText("không có gì như thế")
    qtbot.waitUntil(lambda: shown(running) == ())
    nothing = running.window.findChild(NoMatch)
    assert nothing is not None
    assert nothing.isVisible()
    assert toolbar.isVisible()
    nothing.cleared.emit()
    # The answer is still to come: a toolbar that hid until then took the keyboard with it.
    assert shown(running) == ()
    assert toolbar.isVisible()
    assert nothing.isVisible()
    qtbot.waitUntil(lambda: len(shown(running)) == 4)
    assert toolbar.search.text() == ""


def test_filters_and_order_are_one_query(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    toolbar = running.window.library.panel.toolbar
    toolbar.favourites.click()
    toolbar.filters.pick("shape", "portrait")
    toolbar.sort.chosen.emit(GallerySort.OLDEST)
    query = running.window.library.listing.query
    assert query == GalleryQuery(favourites_only=True, shape="portrait", sort=GallerySort.OLDEST)
    assert toolbar.filters.text() != ""


def test_an_empty_library_has_no_toolbar(open_running: OpenRunningWindow) -> None:
    running = open_running()
    assert not running.window.library.panel.toolbar.isVisible()
    running.bridge.eventArrived.emit(VideoChanged(card("a", state=VideoState.RESERVED)))
    assert running.window.library.panel.toolbar.isVisible()


def all_inside(frame: QWidget, parts: Sequence[QWidget]) -> bool:
    return all(frame.rect().contains(part.geometry()) for part in parts)


def test_a_narrow_window_has_everything_within_its_width(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    toolbar = running.window.library.panel.toolbar
    for width in (480, 800, 1_024, 1_280):
        running.window.resize(width, 700)
        state = toolbar.status if toolbar.status.isVisible() else toolbar.chips
        parts = (toolbar.search, toolbar.filters, toolbar.sort, toolbar.favourites, state)
        qtbot.waitUntil(partial(all_inside, toolbar, parts))
