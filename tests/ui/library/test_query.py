import asyncio
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Desk, OpenDesk
from tests.ui.fake_wallet_engine import FakeWalletEngine
from tests.ui.gallery.cards import card, ids
from tests.ui.gallery.conftest import select_cards
from videogen_desktop.domain.events import VideoChanged
from videogen_desktop.domain.gallery import GalleryPage, GalleryQuery, GallerySort, StatusGroup
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.library.empty_states import NoMatch


def shown(desk: Desk) -> tuple[str, ...]:
    return desk.window.library.model.all_ids()


def test_typing_finds_prompts_without_their_marks(
    qtbot: QtBot, open_desk: OpenDesk, shelf: list[LibraryItem]
) -> None:
    desk = open_desk(items=shelf)
    qtbot.keyClicks(desk.window.library.panel.toolbar.search, "da nang")
    qtbot.waitUntil(lambda: shown(desk) == ("b",))
    desk.window.library.panel.toolbar.search.clear()
    qtbot.waitUntil(lambda: shown(desk) == ("d", "c", "b", "a"))


def test_every_state_says_how_many_it_has(
    qtbot: QtBot, open_desk: OpenDesk, shelf: list[LibraryItem]
) -> None:
    desk = open_desk(items=shelf)
    chips = desk.window.library.panel.toolbar.chips
    qtbot.waitUntil(lambda: chips.count(StatusGroup.FAILED) == 1)
    assert chips.count(None) == 4
    chips.chosen.emit(StatusGroup.FAILED)
    qtbot.waitUntil(lambda: shown(desk) == ("c",))
    assert chips.count(StatusGroup.RUNNING) == 1


def test_a_video_that_leaves_its_state_leaves_the_filter(
    qtbot: QtBot, open_desk: OpenDesk, shelf: list[LibraryItem]
) -> None:
    desk = open_desk(items=shelf)
    desk.window.library.listing.show(GalleryQuery(status=StatusGroup.RUNNING))
    qtbot.waitUntil(lambda: shown(desk) == ("d",))
    done = card("d", prompt="Chợ nổi", revision=2)
    desk.engine._items["d"] = done
    desk.bridge.publish(VideoChanged(done))
    qtbot.waitUntil(lambda: shown(desk) == ())


def test_an_unknown_video_does_not_break_into_a_filter(
    qtbot: QtBot, open_desk: OpenDesk, shelf: list[LibraryItem]
) -> None:
    desk = open_desk(items=shelf)
    desk.window.library.listing.show(GalleryQuery(status=StatusGroup.FAILED))
    qtbot.waitUntil(lambda: shown(desk) == ("c",))
    desk.window.library.apply(VideoChanged(card("e", state=VideoState.RESERVED)))
    assert shown(desk) == ("c",)


def test_a_new_video_is_at_the_top_when_everything_is_shown(
    open_desk: OpenDesk, shelf: list[LibraryItem]
) -> None:
    desk = open_desk(items=shelf)
    desk.window.library.apply(VideoChanged(card("e", state=VideoState.RESERVED)))
    assert shown(desk)[0] == "e"


def test_the_answer_to_an_earlier_query_is_dropped(
    qtbot: QtBot, open_desk: OpenDesk, shelf: list[LibraryItem]
) -> None:
    gates: list[asyncio.Event] = []

    def shut(engine: FakeWalletEngine) -> None:
        engine.gallery.gate = asyncio.Event()
        gates.append(engine.gallery.gate)

    desk = open_desk(shut, items=shelf)
    listing = desk.window.library.listing
    listing.show(GalleryQuery(text="mèo"))
    listing.show(GalleryQuery(text="mưa"))
    seen: list[tuple[str, ...]] = []
    desk.window.library.model.modelReset.connect(lambda: seen.append(shown(desk)))
    desk.worker.submit(_open(gates[0])).result(5)
    qtbot.waitUntil(lambda: shown(desk) == ("c",))
    assert seen == [("c",)]


async def _open(gate: asyncio.Event) -> None:
    gate.set()


def test_the_whole_list_is_asked_for_once_nobody_types_any_more(
    qtbot: QtBot, open_desk: OpenDesk
) -> None:
    desk = open_desk(items=[card(name, prompt="Mưa rào") for name in ids(300)])
    library, gallery = desk.window.library, desk.engine.gallery
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
    qtbot: QtBot, open_desk: OpenDesk, shelf: list[LibraryItem]
) -> None:
    desk = open_desk(items=shelf)
    listing, gallery = desk.window.library.listing, desk.engine.gallery
    chips = desk.window.library.panel.toolbar.chips
    qtbot.waitUntil(lambda: chips.count(None) == 4)
    gate = gallery.count_gate = asyncio.Event()
    asked = len(gallery.counted)
    desk.window.library.apply(VideoChanged(card("e", state=VideoState.RESERVED)))
    qtbot.waitUntil(lambda: len(gallery.counted) == asked + 1)
    desk.engine._items["f"] = card("f", state=VideoState.RESERVED)
    desk.window.library.apply(VideoChanged(desk.engine._items["f"]))
    qtbot.waitUntil(lambda: not listing._counts_due.isActive())
    assert len(gallery.counted) == asked + 1
    desk.worker.submit(_open(gate)).result(5)
    qtbot.waitUntil(lambda: len(gallery.counted) == asked + 2)
    qtbot.waitUntil(lambda: chips.count(None) == 5)


def test_a_library_larger_than_its_first_page_is_shown_whole(
    qtbot: QtBot, open_desk: OpenDesk
) -> None:
    everything = [card(name) for name in ids(500)]

    def only_a_page(engine: FakeWalletEngine) -> None:
        whole = engine.opened

        async def opened() -> object:
            answer = await whole()
            return replace(answer, first_page=GalleryPage(answer.first_page.ids[:120], ()))

        engine.opened = opened  # type: ignore[method-assign,assignment]

    desk = open_desk(only_a_page, items=everything)
    qtbot.waitUntil(lambda: len(shown(desk)) == 500)
    assert shown(desk) == ids(500)


def test_what_is_selected_stays_selected_when_the_rest_arrives(
    qtbot: QtBot, open_desk: OpenDesk, shelf: list[LibraryItem]
) -> None:
    desk = open_desk(items=shelf)
    view, model = desk.window.library.view, desk.window.library.model
    select_cards(view, ["c", "a"])
    model.change_ids(["f", "d", "c", "b", "a", "z"])
    assert view.selected_ids() == ("c", "a")
    model.change_ids(["c", "a"])
    assert view.selected_ids() == ("c", "a")


def test_nothing_found_offers_to_show_everything(
    qtbot: QtBot, open_desk: OpenDesk, shelf: list[LibraryItem]
) -> None:
    desk = open_desk(items=shelf)
    toolbar = desk.window.library.panel.toolbar
    toolbar.search.setText("không có gì như thế")
    qtbot.waitUntil(lambda: shown(desk) == ())
    nothing = desk.window.findChild(NoMatch)
    assert nothing is not None
    assert nothing.isVisible()
    assert toolbar.isVisible()
    nothing.cleared.emit()
    # The answer is still to come: a toolbar that hid until then took the keyboard with it.
    assert shown(desk) == ()
    assert toolbar.isVisible()
    assert nothing.isVisible()
    qtbot.waitUntil(lambda: len(shown(desk)) == 4)
    assert toolbar.search.text() == ""


def test_filters_and_order_are_one_query(
    qtbot: QtBot, open_desk: OpenDesk, shelf: list[LibraryItem]
) -> None:
    desk = open_desk(items=shelf)
    toolbar = desk.window.library.panel.toolbar
    toolbar.favourites.click()
    toolbar.filters.pick("shape", "portrait")
    toolbar.sort.chosen.emit(GallerySort.OLDEST)
    query = desk.window.library.listing.query
    assert query == GalleryQuery(favourites_only=True, shape="portrait", sort=GallerySort.OLDEST)
    assert toolbar.filters.text() != ""


def test_an_empty_library_has_no_toolbar(open_desk: OpenDesk) -> None:
    desk = open_desk()
    assert not desk.window.library.panel.toolbar.isVisible()
    desk.window.library.apply(VideoChanged(card("a", state=VideoState.RESERVED)))
    assert desk.window.library.panel.toolbar.isVisible()


def all_inside(frame: QWidget, parts: Sequence[QWidget]) -> bool:
    return all(frame.rect().contains(part.geometry()) for part in parts)


def test_a_narrow_window_has_everything_within_its_width(
    qtbot: QtBot, open_desk: OpenDesk, shelf: list[LibraryItem]
) -> None:
    desk = open_desk(items=shelf)
    toolbar = desk.window.library.panel.toolbar
    for width in (480, 800, 1_024, 1_280):
        desk.window.resize(width, 700)
        state = toolbar.status if toolbar.status.isVisible() else toolbar.chips
        parts = (toolbar.search, toolbar.filters, toolbar.sort, toolbar.favourites, state)
        qtbot.waitUntil(partial(all_inside, toolbar, parts))
