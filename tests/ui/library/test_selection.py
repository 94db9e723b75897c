from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.gallery.conftest import select_cards
from videogen_desktop.domain.video import LibraryItem


def known(running: RunningWindow, qtbot: QtBot) -> None:
    model = running.window.library.model
    qtbot.waitUntil(lambda: all(model.item(video_id) for video_id in model.all_ids()))


def test_the_bar_comes_with_the_second_selected_video(
    open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    library = running.window.library
    select_cards(library.view, ["a"])
    assert not library.panel.bar.isVisible()
    select_cards(library.view, ["a", "b"])
    assert library.panel.bar.isVisible()
    names = {button.accessibleName() for button in library.panel.bar.findChildren(QPushButton)}
    assert len(names) == 8
    assert all(names)
    library.panel.bar.cleared.emit()
    assert not library.panel.bar.isVisible()


def test_escape_clears_the_selection_and_all_is_selected_by_one_key(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    view = running.window.library.view
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_count() == 4
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.selected_count() == 0


def test_the_heart_is_set_for_all_and_then_taken_from_all(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    known(running, qtbot)
    library = running.window.library
    select_cards(library.view, ["a", "b"])

    def hearts() -> set[str]:
        items = (library.model.item(video_id) for video_id in library.model.all_ids())
        return {item.video.id for item in items if item is not None and item.video.favourite}

    library.view.actionRequested.emit("a", "favourite")
    qtbot.waitUntil(lambda: hearts() == {"a"})
    library.panel.bar.actionRequested.emit("favourite")
    qtbot.waitUntil(lambda: hearts() == {"a", "b"})
    library.panel.bar.actionRequested.emit("favourite")
    qtbot.waitUntil(lambda: hearts() == set())


def test_a_collection_is_made_filled_shown_and_left(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    library = running.window.library
    library.collections.create(["a", "c"], "Phim <b>hay</b> & đẹp")
    qtbot.waitUntil(lambda: len(library.panel.toolbar.collections.menu().actions()) > 1)
    assert any("Phim <b>hay</b> & đẹp" in text for text in running.alerts())
    library.panel.toolbar.collections.chosen.emit("collection-0")
    qtbot.waitUntil(lambda: library.model.all_ids() == ("c", "a"))
    menu = library.collections.menu(["c"], "collection-0")
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: library.model.all_ids() == ("a",))
    menu.deleteLater()


def test_the_search_field_is_one_key_away_and_leads_back_to_the_cards(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    library = running.window.library
    library.panel.toolbar.search.setFocus()
    qtbot.waitUntil(library.panel.toolbar.search.hasFocus)
    qtbot.keyClick(library.panel.toolbar.search, Qt.Key.Key_Down)
    qtbot.waitUntil(library.view.hasFocus)
    assert library.view.currentIndex().row() == 0
