"""The bar at the top of the screen on macOS, built here by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.gallery.cards import card
from videogen_desktop import __version__
from videogen_desktop.ui.menu_bar import MenuBar
from videogen_desktop.ui.translation import Language
from videogen_desktop.ui.window_presenter import native_menus

Role = QAction.MenuRole
Key = QKeySequence.StandardKey


@pytest.fixture
def running(qtbot: QtBot, open_running: OpenRunningWindow, tmp_path: Path) -> RunningWindow:
    clip = tmp_path / "mèo.mp4"
    clip.write_bytes(b"clip")
    running = open_running(items=[card("a", prompt="mèo", clip=clip)])
    qtbot.waitUntil(lambda: bool(running.window.header.more.shortcuts.shortcuts()))
    running.window.activateWindow()
    qtbot.waitUntil(running.window.isActiveWindow)
    return running


@pytest.fixture
def bar(running: RunningWindow) -> Iterator[MenuBar]:
    bar = MenuBar(running.window)
    yield bar
    bar.deleteLater()


def lines(bar: MenuBar) -> list[QAction]:
    return [line for menu in bar.findChildren(QMenu) for line in menu.actions()]


def test_only_macos_has_it(running: RunningWindow) -> None:
    assert native_menus(running.window, "linux") is native_menus(running.window, "win32") is None
    bar = native_menus(running.window, "darwin")
    assert isinstance(bar, MenuBar)
    bar.deleteLater()


def test_three_lines_go_where_macos_has_them(bar: MenuBar) -> None:
    roles = {line: line.menuRole() for line in lines(bar) if line.menuRole() is not Role.NoRole}
    assert {line: role for line, role in roles.items() if not line.isSeparator()} == {
        bar.about: Role.AboutRole,
        bar.settings: Role.PreferencesRole,
        bar.quit: Role.QuitRole,
    }


def test_no_key_has_two_owners(running: RunningWindow, bar: MenuBar) -> None:
    """Qt does neither of two things that listen to the same key."""
    own = {line for line in lines(bar) if line is not running.window.header.more.shortcuts}
    keys = [key.toString() for line in own for key in line.shortcuts()]
    assert len(keys) == len(set(keys))
    window = {key.toString() for line in running.window.actions() for key in line.shortcuts()}
    assert "Ctrl+," in window
    assert not window & set(keys)


def test_they_do_what_the_window_does(qtbot: QtBot, running: RunningWindow, bar: MenuBar) -> None:
    window = running.window
    with qtbot.waitSignal(window.header.settingsRequested):
        bar.settings.trigger()
    bar.zoom.trigger()
    assert window.isMaximized()
    bar.zoom.trigger()
    assert not window.isMaximized()
    bar.minimise.trigger()
    assert window.isMinimized()
    window.showNormal()
    with qtbot.waitSignal(window.closed):
        bar.quit.trigger()


def test_editing_reaches_what_has_the_keyboard(
    qtbot: QtBot, running: RunningWindow, bar: MenuBar
) -> None:
    prompt = running.window.composer.prompt
    prompt.setFocus()
    QTest.keyClicks(prompt, "cho")
    for key in (Key.SelectAll, Key.Cut):
        bar.editing[key].trigger()
    assert (prompt.toPlainText(), QApplication.clipboard().text()) == ("", "cho")
    bar.editing[Key.Paste].trigger()
    assert prompt.toPlainText() == "cho"
    bar.editing[Key.Undo].trigger()
    assert prompt.toPlainText() == ""
    bar.editing[Key.Redo].trigger()
    assert prompt.toPlainText() == "cho"
    view = running.window.library.view
    qtbot.waitUntil(lambda: running.window.library.model.item("a") is not None)
    view.select_video("a")
    view.setFocus()
    bar.editing[Key.Copy].trigger()
    qtbot.waitUntil(lambda: QApplication.clipboard().mimeData().hasUrls())
    (address,) = QApplication.clipboard().mimeData().urls()
    assert address.fileName() == "mèo.mp4"


def test_about_says_which_version(running: RunningWindow, bar: MenuBar) -> None:
    bar.about.trigger()
    box = running.window.findChild(QMessageBox, "about")
    assert isinstance(box, QMessageBox)
    assert __version__ in box.text()
    assert "MIT" in box.informativeText()
    box.close()


def test_it_follows_the_language(running: RunningWindow, bar: MenuBar) -> None:
    titles = []
    for language in (Language.ENGLISH, Language.VIETNAMESE):
        running.translation.use(language)
        QApplication.processEvents()
        titles.append([menu.title() for menu in bar.findChildren(QMenu)])
        assert all(line.text() for line in lines(bar) if not line.isSeparator())
    assert titles == [
        ["File", "Edit", "Window", "Help"],
        ["Tệp", "Sửa", "Cửa sổ", "Trợ giúp"],
    ]
