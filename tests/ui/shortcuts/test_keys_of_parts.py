"""The keys that the table names for the prompt, the search and the cards really do it."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.gallery.cards import card
from videogen_desktop.domain.states import VideoState
from videogen_desktop.ui.gallery.actions import CardAction
from videogen_desktop.ui.shortcuts.table import Command, Place, keys_for


def press(part: QWidget, sequence: QKeySequence) -> None:
    combined = sequence[0]  # type: ignore[index]
    QTest.keyClick(part, combined.key(), combined.keyboardModifiers())


def send(part: QWidget, sequence: QKeySequence) -> None:
    """Also keys that QTest knows no character of, such as one that says Copy."""
    combined = sequence[0]  # type: ignore[index]
    press_event = QKeyEvent(QEvent.Type.KeyPress, combined.key(), combined.keyboardModifiers())
    QApplication.sendEvent(part, press_event)


@pytest.fixture
def running(qtbot: QtBot, open_running: OpenRunningWindow) -> RunningWindow:
    items = [card(name, prompt=name, state=VideoState.COMPLETED) for name in "abc"]
    running = open_running(items=items)
    view = running.window.library.view
    qtbot.waitUntil(lambda: running.window.library.model.item("a") is not None)
    view.select_video("a")
    return running


def test_the_prompt_is_sent_broken_and_undone(qtbot: QtBot, running: RunningWindow) -> None:
    editor = running.window.composer.prompt
    for key in keys_for(Place.PROMPT, Command.SUBMIT):
        running.write("mèo")
        with qtbot.waitSignal(editor.submitted):
            press(editor, key)
        qtbot.waitUntil(lambda: editor.toPlainText() == "")
    for key in keys_for(Place.PROMPT, Command.NEW_LINE):
        running.write("")
        press(editor, key)
        assert editor.toPlainText() == "\n"
    running.write("")
    QTest.keyClicks(editor, "cho")
    press(editor, keys_for(Place.PROMPT, Command.UNDO)[0])
    assert editor.toPlainText() != "cho"


def test_the_search_is_reached_emptied_and_left(qtbot: QtBot, running: RunningWindow) -> None:
    search, view = running.window.library.panel.toolbar.search, running.window.library.view
    # Keys of the window count once it is the active one.
    running.window.activateWindow()
    qtbot.waitUntil(running.window.isActiveWindow)
    running.window.composer.prompt.setFocus()
    press(running.window.composer.prompt, keys_for(Place.SEARCH, Command.FIND)[0])
    qtbot.waitUntil(search.hasFocus)
    for key in keys_for(Place.SEARCH, Command.TO_CARDS):
        search.setFocus()
        press(search, key)
        assert view.hasFocus()
    search.setFocus()
    search.setText("a")
    (escape,) = keys_for(Place.SEARCH, Command.CLEAR_SEARCH)
    press(search, escape)
    assert (search.text(), search.hasFocus()) == ("", True)
    press(search, escape)
    assert view.hasFocus()


@pytest.mark.parametrize(
    ("command", "action"),
    [
        (Command.VIEW, CardAction.VIEW),
        (Command.FAVOURITE, CardAction.FAVOURITE),
        (Command.DELETE, CardAction.DELETE),
    ],
)
def test_a_card_asks_for_its_action(
    running: RunningWindow, command: Command, action: CardAction
) -> None:
    view = running.window.library.view
    view.actionRequested.disconnect()
    asked: list[tuple[str, str]] = []
    view.actionRequested.connect(lambda *said: asked.append(said))
    keys = keys_for(Place.CARDS, command)
    for key in keys:
        press(view, key)
    assert asked == [("a", action.value)] * len(keys)


def test_cards_are_walked_selected_and_let_go(running: RunningWindow) -> None:
    view = running.window.library.view
    _left, _up, _down, right = keys_for(Place.CARDS, Command.MOVE)
    press(view, right)
    assert view.currentIndex().row() == 1
    first, last = keys_for(Place.CARDS, Command.FIRST_OR_LAST)
    press(view, last)
    assert view.currentIndex().row() == 2
    press(view, first)
    assert view.currentIndex().row() == 0
    press(view, keys_for(Place.CARDS, Command.SELECT_MORE)[1])
    assert view.selected_count() == 2
    press(view, keys_for(Place.CARDS, Command.SELECT_ALL)[0])
    assert view.selected_count() == 3
    press(view, keys_for(Place.CARDS, Command.CLEAR_SELECTION)[0])
    assert view.selected_count() == 0


def test_every_key_for_copying_the_words_copies_them(qtbot: QtBot, running: RunningWindow) -> None:
    clipboard = QApplication.clipboard()
    for key in keys_for(Place.CARDS, Command.COPY_PROMPT):
        clipboard.setText("☂")
        send(running.window.library.view, key)
        qtbot.waitUntil(lambda: clipboard.text() == "a")


def test_every_key_for_copying_says_why_there_is_no_file(
    qtbot: QtBot, running: RunningWindow
) -> None:
    QApplication.clipboard().setText("☂")
    for key in keys_for(Place.CARDS, Command.COPY_FILE):
        send(running.window.library.view, key)
        qtbot.waitUntil(lambda: running.alerts() == ("Tệp của video này không có trên máy.",))
    assert QApplication.clipboard().text() == "☂"


def test_keys_on_no_card_do_nothing(open_running: OpenRunningWindow) -> None:
    view = open_running().window.library.view
    asked: list[object] = []
    view.actionRequested.connect(lambda *said: asked.append(said))
    QApplication.clipboard().setText("☂")
    for name in ("Return", "Space", "M", "H", "Del", "Ctrl+C", "Ctrl+Shift+C", "Ctrl+S"):
        press(view, QKeySequence(name))
    assert asked == []
    assert QApplication.clipboard().text() == "☂"
