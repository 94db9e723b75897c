"""The table of shortcuts holds what the program really listens to, and nothing else."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow
from tests.ui.living_window import OpenLivingWindow
from videogen_desktop import ui
from videogen_desktop.ui.shortcuts.table import (
    SHORTCUTS,
    Command,
    Place,
    bindings,
    command_of,
    keys_for,
    sequences,
)

# What a standard key is, only an application can say: without one Qt crashes.
pytestmark = pytest.mark.usefixtures("qapp")
# Tab belongs to every window of Qt's.
QT_OWN = {Command.NEXT_CONTROL, Command.PREVIOUS_CONTROL}
# Where keys are named outside the table: what Enter and Escape do there hangs on more than the key,
# and the menus of macOS have the system's own.
LISTEN_BY_THEMSELVES = {
    "composer/prompt_editor.py",
    "composer/model_list.py",
    "prompts/pick_list.py",
    "composer/takes.py",
    "menu_bar.py",
    "library/title_editor.py",
    "library/toolbar.py",
    "settings/welcome.py",
    "library/library_presenter.py",
    "window_presenter.py",
    "batch/composer_entry.py",
    "batch/table_view.py",
    "statistics/bar_chart.py",
    "shortcuts/table.py",
    "shortcuts/dialog.py",
}
LISTENING = ("Key_", "StandardKey", "QShortcut")


def names_in(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Name):
            yield node.id


def test_no_key_means_two_things_in_one_place() -> None:
    of_window = [key for shortcut in SHORTCUTS[Place.WINDOW] for key in sequences(shortcut)]
    of_window += keys_for(Place.SEARCH, Command.FIND)
    for place in Place:
        own = [key for shortcut in SHORTCUTS[place] for key in sequences(shortcut)]
        told = own if place is Place.WINDOW else own + of_window
        counted = Counter(key.toString() for key in told)
        searched = {key.toString() for key in keys_for(Place.SEARCH, Command.FIND)}
        # A text takes back its own typing before the window takes back a deletion, and the table
        # of a batch, which is a window of its own, its own changes.
        undo = {key.toString() for key in keys_for(Place.PROMPT, Command.UNDO)}
        allowed = {Place.SEARCH: searched, Place.PROMPT: undo, Place.BATCH: undo}.get(place, set())
        assert {key for key, count in counted.items() if count > 1} == allowed, place


def test_every_key_can_be_pressed() -> None:
    for shortcuts in SHORTCUTS.values():
        for shortcut in shortcuts:
            for key in shortcut.keys + shortcut.also:
                sequence = QKeySequence(key)
                assert sequence.count() == 1, key
                assert sequence[0].key() is not Qt.Key.Key_unknown, key  # type: ignore[index]


def test_the_window_listens_to_what_the_table_says(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    window = open_living().window
    qtbot.waitUntil(lambda: bool(window.header.more.shortcuts.shortcuts()))
    keys = [key for found in window.findChildren(QShortcut) for key in QShortcut.keys(found)]
    keys += [key for action in window.findChildren(QAction) for key in action.shortcuts()]
    keys += [button.shortcut() for button in window.findChildren(QAbstractButton)]
    real = {key.toString() for key in keys if not key.isEmpty()}
    table = {
        key.toString()
        for shortcut in SHORTCUTS[Place.WINDOW]
        if shortcut.command not in QT_OWN
        for key in sequences(shortcut)
    }
    assert real == table | {key.toString() for key in keys_for(Place.SEARCH, Command.FIND)}


def test_the_viewer_does_what_the_table_says(open_running: OpenRunningWindow) -> None:
    viewer = open_running().window.viewer.viewer
    told = {shortcut.command for shortcut in SHORTCUTS[Place.VIEWER]}
    # Which tenth, only the key says.
    assert viewer._acts.keys() | {Command.TO_TENTH} == told


def test_nothing_else_listens_to_keys() -> None:
    folder = Path(ui.__file__).parent
    listening = {
        module.relative_to(folder).as_posix()
        for module in folder.rglob("*.py")
        if any(name.startswith(LISTENING) for name in names_in(module))
    }
    assert listening == LISTEN_BY_THEMSELVES


@pytest.mark.parametrize(
    ("key", "modifiers", "command"),
    [
        (Qt.Key.Key_Greater, "ShiftModifier", Command.FASTER),
        (Qt.Key.Key_Greater, "NoModifier", Command.FASTER),
        (Qt.Key.Key_Period, "ShiftModifier", Command.FASTER),
        (Qt.Key.Key_Period, "NoModifier", Command.FRAME_ON),
        (Qt.Key.Key_3, "ShiftModifier", Command.TO_TENTH),
        (Qt.Key.Key_3, "KeypadModifier", Command.TO_TENTH),
        (Qt.Key.Key_M, "NoModifier", Command.MUTE),
        (Qt.Key.Key_M, "ShiftModifier", None),
        (Qt.Key.Key_M, "ControlModifier", None),
        (Qt.Key.Key_Space, "ShiftModifier", None),
    ],
)
def test_shift_is_no_modifier_of_a_character_that_needs_it(
    key: Qt.Key, modifiers: str, command: Command | None
) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier[modifiers])
    assert command_of(event, bindings(Place.VIEWER)) is command
