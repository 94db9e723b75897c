"""Titles of one's own, written where they stand, and clips that are new until somebody watched."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.gallery.conftest import select_cards
from videogen_desktop.domain.gallery import StatusGroup
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery import wording
from videogen_desktop.ui.library.title_editor import TitleEditor

Key = Qt.Key


@pytest.fixture
def running(
    open_running: OpenRunningWindow, qtbot: QtBot, shelf: list[LibraryItem]
) -> RunningWindow:
    running = open_running(items=shelf)
    model = running.window.library.model
    qtbot.waitUntil(lambda: all(model.item(video_id) for video_id in model.all_ids()))
    running.window.library.view.setFocus()
    return running


def titles(running: RunningWindow) -> dict[str, str]:
    model = running.window.library.model
    return {video_id: wording.title(model.item(video_id)) for video_id in model.all_ids()}


def editor(running: RunningWindow, qtbot: QtBot) -> TitleEditor:
    """F2 was pressed."""
    view = running.window.library.view
    qtbot.keyClick(view, Key.Key_F2)
    (found,) = (
        line
        for line in running.window.library.panel.findChildren(QLineEdit, "titleEditor")
        if line.isVisible()
    )
    assert QApplication.focusWidget() is found
    assert isinstance(found, TitleEditor)
    return found


def test_f2_writes_a_title_over_the_card_and_an_empty_one_takes_it_away(
    qtbot: QtBot, running: RunningWindow
) -> None:
    library = running.window.library
    library.view.select_video("b")
    line = editor(running, qtbot)
    card = library.view.card_rect(library.model.row_of("b") or 0)
    on_card = library.view.viewport().mapFrom(library.panel, line.geometry().center())
    assert card.contains(on_card)
    assert line.placeholderText() == "Bãi biển Đà Nẵng"
    # Its letters are no commands of the cards.
    qtbot.keyClicks(line, "Hoi An")
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: titles(running)["b"] == "Hoi An")
    assert QApplication.focusWidget() is library.view
    item = library.model.item("b")
    assert item is not None
    assert (item.video.prompt, item.video.favourite) == ("Bãi biển Đà Nẵng", False)

    line = editor(running, qtbot)
    assert line.selectedText() == "Hoi An"
    qtbot.keyClick(line, Key.Key_Delete)
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: titles(running)["b"] == "Bãi biển Đà Nẵng")
    # The title that was written over comes back with one key.
    qtbot.keyClick(library.view, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: titles(running)["b"] == "Hoi An")


def test_escape_leaves_it_and_going_elsewhere_writes_it(
    qtbot: QtBot, running: RunningWindow
) -> None:
    library = running.window.library
    library.view.select_video("b")
    line = editor(running, qtbot)
    qtbot.keyClicks(line, "Cau Rong")
    qtbot.keyClick(line, Key.Key_Escape)
    line = editor(running, qtbot)
    assert line.text() == ""
    qtbot.keyClicks(line, "Cau Song Han")
    library.view.setFocus()
    qtbot.waitUntil(lambda: titles(running)["b"] == "Cau Song Han")


def test_several_get_the_same_words_with_their_number_and_one_undo(
    qtbot: QtBot, running: RunningWindow
) -> None:
    library, before = running.window.library, titles(running)
    select_cards(library.view, ["c", "b", "a"])
    line = editor(running, qtbot)
    qtbot.keyClicks(line, "Ao dai")
    qtbot.keyClick(line, Key.Key_Return)
    numbered = {"d": "Chợ nổi", "c": "Ao dai 1", "b": "Ao dai 2", "a": "Ao dai 3"}
    qtbot.waitUntil(lambda: titles(running) == numbered)
    qtbot.waitUntil(lambda: bool(library.undoing.latest))
    qtbot.keyClick(library.view, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: titles(running) == before)


def test_a_clip_is_new_until_it_was_marked_and_stays_in_the_list_of_new_ones(
    qtbot: QtBot, running: RunningWindow
) -> None:
    library = running.window.library
    chip = library.panel.toolbar.chips._chips[StatusGroup.NEW]
    qtbot.waitUntil(lambda: chip.text() == "Mới  2")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: library.model.all_ids() == ("b", "a"))
    library.view.setFocus()
    library.view.select_video("b")
    qtbot.keyClick(library.view, Key.Key_W)
    qtbot.waitUntil(lambda: chip.text() == "Mới  1")
    assert library.model.all_ids() == ("b", "a")
    item = library.model.item("b")
    assert item is not None
    assert wording.badge(item) == ""
    qtbot.keyClick(library.view, Key.Key_W)
    qtbot.waitUntil(lambda: chip.text() == "Mới  2")
