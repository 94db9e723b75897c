"""The shortcuts are shown at a key, from anywhere in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.gallery.cards import card
from videogen_desktop.ui.shortcuts.dialog import (
    ShortcutsDialog,
    key_caps,
    key_name,
    place_text,
    sentence_of,
)
from videogen_desktop.ui.shortcuts.table import SHORTCUTS
from videogen_desktop.ui.theme.tokens import DARK, LIGHT
from videogen_desktop.ui.translation import Language, Translation

Key = Qt.Key


@pytest.fixture
def running(qtbot: QtBot, open_running: OpenRunningWindow) -> RunningWindow:
    running = open_running(items=[card("a")])
    qtbot.waitUntil(lambda: bool(running.window.header.more.shortcuts.shortcuts()))
    come_to_front(qtbot, running)
    return running


def come_to_front(qtbot: QtBot, running: RunningWindow) -> None:
    """Keys of the window count once it is the active one."""
    running.window.activateWindow()
    qtbot.waitUntil(running.window.isActiveWindow)


def opened(running: RunningWindow) -> ShortcutsDialog:
    dialog = running.window.header.more.dialog
    assert dialog is not None
    return dialog


def shown(running: RunningWindow) -> bool:
    return running.window.header.more.dialog is not None and opened(running).isVisible()


def labels_of(dialog: ShortcutsDialog) -> list[QLabel]:
    content = dialog.list.widget()
    assert content is not None
    return content.findChildren(QLabel)


def test_both_keys_show_them_and_escape_and_enter_close_them(
    qtbot: QtBot, running: RunningWindow
) -> None:
    for key, modifier, closing in (
        (Key.Key_F1, Qt.KeyboardModifier.NoModifier, Key.Key_Escape),
        (Key.Key_Slash, Qt.KeyboardModifier.ControlModifier, Key.Key_Return),
    ):
        come_to_front(qtbot, running)
        QTest.keyClick(running.window.composer.prompt, key, modifier)
        qtbot.waitUntil(lambda: shown(running))
        QTest.keyClick(opened(running), closing)
        assert not shown(running)
    assert len(running.window.findChildren(ShortcutsDialog)) == 1
    assert running.window.composer.prompt.toPlainText() == ""


def test_they_are_shown_over_the_viewer_and_in_a_narrow_window(
    qtbot: QtBot, running: RunningWindow
) -> None:
    window = running.window
    window.resize(window.minimumSize())
    qtbot.waitUntil(lambda: window.width() == window.minimumWidth())
    QTest.keyClick(window.composer.prompt, Key.Key_F1)
    qtbot.waitUntil(lambda: shown(running))
    QTest.keyClick(opened(running), Key.Key_Escape)
    window.view_video("a")
    come_to_front(qtbot, running)
    QTest.keyClick(window.viewer.viewer, Key.Key_F1)
    qtbot.waitUntil(lambda: shown(running))


def test_the_header_s_menu_has_them(running: RunningWindow) -> None:
    running.window.header.more.shortcuts.trigger()
    assert shown(running)


def test_every_shortcut_is_shown_and_said(qtbot: QtBot, language: Translation) -> None:
    dialog = ShortcutsDialog(LIGHT)
    qtbot.addWidget(dialog)
    for code in (Language.ENGLISH, Language.VIETNAMESE):
        language.use(code)
        QApplication.processEvents()
        labels = labels_of(dialog)
        caps = [label.text() for label in labels if label.property("role") == "key"]
        said = [label.accessibleName() for label in labels]
        expected: list[str] = []
        for place, shortcuts in SHORTCUTS.items():
            assert place_text(place) in [label.text() for label in labels]
            for shortcut in shortcuts:
                expected += key_caps(shortcut)
                sentence = sentence_of(shortcut.command)
                spelled = [key_name(key) for key in shortcut.keys]
                assert any(
                    name.startswith(f"{sentence}: ") and all(key in name for key in spelled)
                    for name in said
                ), shortcut
        assert sorted(caps) == sorted(expected)


def test_one_column_where_there_is_no_room_for_two(qtbot: QtBot, language: Translation) -> None:
    dialog = ShortcutsDialog(LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    language.use(Language.VIETNAMESE)
    headings = [label for label in labels_of(dialog) if label.property("role") == "heading"]
    for width, columns in ((1_000, 2), (480, 1), (1_000, 2)):
        dialog.resize(width, 700)
        QApplication.processEvents()
        lefts = {label.mapTo(dialog, label.rect().topLeft()).x() for label in headings}
        assert len(lefts) == columns, width


def test_it_follows_the_theme(running: RunningWindow) -> None:
    running.window.header.more.show_shortcuts()
    dialog = opened(running)
    running.window.header.set_tokens(DARK)
    assert DARK.background in dialog.styleSheet()
