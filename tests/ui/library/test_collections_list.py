"""The collections beside the cards: with real events, dropped onto, in step with their menu."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.living_window import OpenLivingWindow
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.dragged_videos import carry_ids, dragged_ids
from videogen_desktop.ui.library.collections_list import CollectionsList

_COPY, _LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton


@pytest.fixture
def running(
    open_running: OpenRunningWindow, qtbot: QtBot, shelf: list[LibraryItem]
) -> RunningWindow:
    running = open_running(items=shelf)
    running.window.resize(1366, 768)
    model = running.window.library.model
    qtbot.waitUntil(lambda: all(model.item(video_id) for video_id in model.all_ids()))
    return running


def with_trip(qtbot: QtBot, running: RunningWindow) -> CollectionsList:
    library = running.window.library
    library.collections.create(["b"], "Du lịch")
    qtbot.waitUntil(lambda: library.beside.list is not None)
    assert library.beside.list is not None
    qtbot.waitUntil(lambda: names(library.beside.list) == [("Du lịch", 1)])
    return library.beside.list


def names(shown: CollectionsList | None) -> list[tuple[str, int]]:
    assert shown is not None
    found = (shown.rows.collection_at(row) for row in range(shown.rows.count()))
    return [(entry.name, entry.videos) for entry in found if entry is not None]


def drop(target: QWidget, where: QPoint, *ids: str) -> bool:
    """Whether it was taken, after it came in and moved over there."""
    data = QMimeData()
    carry_ids(data, ids)
    nothing = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(where, _COPY, data, _LEFT, nothing))
    moved = QDragMoveEvent(where, _COPY, data, _LEFT, nothing)
    QApplication.sendEvent(target, moved)
    if moved.isAccepted():
        fallen = QDropEvent(QPointF(where), _COPY, data, _LEFT, nothing)
        QApplication.sendEvent(target, fallen)
    return moved.isAccepted()


def test_a_library_without_collections_has_no_list(running: RunningWindow) -> None:
    assert running.window.library.beside.list is None


def test_cards_are_dropped_onto_a_collection_and_its_number_follows(
    qtbot: QtBot, running: RunningWindow
) -> None:
    shown = with_trip(qtbot, running)
    rows = shown.rows
    row = rows.visualItemRect(rows.item(1)).center()
    assert drop(rows.viewport(), row, "a", "c")
    qtbot.waitUntil(lambda: names(shown) == [("Du lịch", 3)])
    # Every video is no place to drop one.
    assert not drop(rows.viewport(), rows.visualItemRect(rows.item(0)).center(), "d")


def test_what_is_dropped_on_the_button_asks_for_the_name_of_a_new_one(
    qtbot: QtBot, running: RunningWindow
) -> None:
    shown = with_trip(qtbot, running)
    button = shown.new_button
    drop(button, button.rect().center(), "a", "c")
    (dialog,) = running.window.findChildren(QInputDialog)
    dialog.setTextValue("Món ăn")
    dialog.accept()
    qtbot.waitUntil(lambda: names(shown) == [("Du lịch", 1), ("Món ăn", 2)])


def test_the_list_and_the_menu_are_in_step(qtbot: QtBot, running: RunningWindow) -> None:
    library = running.window.library
    shown = with_trip(qtbot, running)
    assert shown.isVisible()
    assert not library.panel.toolbar.collections.isVisible()
    qtbot.mouseClick(
        shown.rows.viewport(), _LEFT, pos=shown.rows.visualItemRect(shown.rows.item(1)).center()
    )
    qtbot.waitUntil(lambda: library.model.all_ids() == ("b",))
    assert library.panel.toolbar.collections.current is not None
    shown.rows.setFocus()
    qtbot.keyClick(shown.rows, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: len(library.model.all_ids()) == 4)
    assert library.panel.toolbar.collections.current is None
    # In a narrow window the menu has them, and where the list was put away.
    qtbot.mouseClick(shown.hide_button, _LEFT)
    assert (shown.isVisible(), library.panel.toolbar.collections.isVisible()) == (False, True)
    lines = library.panel.toolbar.collections.menu().actions()
    next(line for line in lines if line.text() == "Hiện bên cạnh các thẻ").trigger()
    assert shown.isVisible()
    running.window.resize(700, 768)
    qtbot.waitUntil(lambda: not shown.isVisible())
    assert library.panel.toolbar.collections.isVisible()


def test_where_the_list_was_put_away_it_stays_away_next_time(
    open_living: OpenLivingWindow, qtbot: QtBot, shelf: list[LibraryItem]
) -> None:
    living = open_living(items=shelf, settings=Settings(collections_hidden=True))
    living.window.resize(1366, 768)
    library, store = living.window.library, living.presenter.store
    library.collections.create(["b"], "Du lịch")
    qtbot.waitUntil(lambda: library.beside.list is not None)
    shown, menu = library.beside.list, library.panel.toolbar.collections
    assert shown is not None
    qtbot.waitUntil(menu.isVisible)
    assert not shown.isVisible()
    menu.menu().actions()[-1].trigger()
    assert shown.isVisible()
    assert not store.settings.collections_hidden
    qtbot.mouseClick(shown.hide_button, _LEFT)
    assert store.settings.collections_hidden


def test_keys_rename_and_delete_and_what_is_taken_out_comes_back(
    qtbot: QtBot, running: RunningWindow
) -> None:
    library = running.window.library
    shown = with_trip(qtbot, running)
    shown.rows.setFocus()
    qtbot.keyClick(shown.rows, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: library.model.all_ids() == ("b",))
    menu = library.collections.menu(["b"], shown.rows._id_at(1))
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: names(shown) == [("Du lịch", 0)])
    library.undo_last()
    qtbot.waitUntil(lambda: names(shown) == [("Du lịch", 1)])
    qtbot.keyClick(shown.rows, Qt.Key.Key_F2)
    (dialog,) = running.window.findChildren(QInputDialog)
    dialog.setTextValue("Đà Nẵng")
    dialog.accept()
    qtbot.waitUntil(lambda: names(shown) == [("Đà Nẵng", 1)])
    menu.deleteLater()


def test_a_drag_from_elsewhere_carries_no_videos() -> None:
    assert dragged_ids(QMimeData()) == ()
