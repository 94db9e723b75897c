"""The menus that every program on macOS has, in the bar at the top of the screen."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

if TYPE_CHECKING:
    from videogen_desktop.ui.main_window import MainWindow

_Key = QKeySequence.StandardKey
# PySide's stubs call what QT_TRANSLATE_NOOP returns an object.
EDITING: dict[_Key, object] = {
    _Key.Undo: QT_TRANSLATE_NOOP("MenuBar", "Undo"),
    _Key.Redo: QT_TRANSLATE_NOOP("MenuBar", "Redo"),
    _Key.Cut: QT_TRANSLATE_NOOP("MenuBar", "Cut"),
    _Key.Copy: QT_TRANSLATE_NOOP("MenuBar", "Copy"),
    _Key.Paste: QT_TRANSLATE_NOOP("MenuBar", "Paste"),
    _Key.SelectAll: QT_TRANSLATE_NOOP("MenuBar", "Select All"),
}
_CONTEXT = "MenuBar"
_Role = QAction.MenuRole


class MenuBar(QMenuBar):
    """Without a parent, as Qt shares a bar between a program's windows. Main thread only.

    Settings and quitting have no keys of their own here: macOS gives theirs to the roles, and the
    window listens to them already.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window = window
        self._words: list[tuple[QAction, object]] = []
        self._add_file()
        self._add_edit()
        self._add_window()
        self._add_help()
        self.retranslate()

    def _add_file(self) -> None:
        more = self._window.header.more
        menu = self._menu(QT_TRANSLATE_NOOP("MenuBar", "File"))
        self._share(menu, more.import_folder)
        self._share(menu, more.rescue)
        text = QT_TRANSLATE_NOOP("MenuBar", "Quit VideoGen")
        self.quit = self._line(menu, text, self._window.close, _Role.QuitRole)

    def _add_edit(self) -> None:
        menu = self._menu(QT_TRANSLATE_NOOP("MenuBar", "Edit"))
        self.editing = {
            key: self._line(menu, text, partial(press, key)) for key, text in EDITING.items()
        }
        for key, line in self.editing.items():
            line.setShortcuts(key)
        text = QT_TRANSLATE_NOOP("MenuBar", "Settings…")
        ask = self._window.header.settingsRequested.emit
        self.settings = self._line(menu, text, ask, _Role.PreferencesRole)

    def _add_window(self) -> None:
        menu = self._menu(QT_TRANSLATE_NOOP("MenuBar", "Window"))
        text = QT_TRANSLATE_NOOP("MenuBar", "Minimize")
        self.minimise = self._line(menu, text, self._window.showMinimized)
        self.minimise.setShortcut("Ctrl+M")
        self.zoom = self._line(menu, QT_TRANSLATE_NOOP("MenuBar", "Zoom"), self._zoom)

    def _add_help(self) -> None:
        menu = self._menu(QT_TRANSLATE_NOOP("MenuBar", "Help"))
        self._share(menu, self._window.header.more.guide)
        self._share(menu, self._window.header.more.shortcuts)
        text = QT_TRANSLATE_NOOP("MenuBar", "About VideoGen")
        show = self._window.header.more.show_about
        self.about = self._line(menu, text, show, _Role.AboutRole)

    def _share(self, menu: QMenu, line: QAction) -> None:
        # Left to guess from its words, Qt would take it for one of the program's own.
        line.setMenuRole(_Role.NoRole)
        menu.addAction(line)

    def _menu(self, text: object) -> QMenu:
        menu = self.addMenu("")
        self._words.append((menu.menuAction(), text))
        return menu

    def _line(
        self, menu: QMenu, text: object, act: Callable[[], object], role: _Role = _Role.NoRole
    ) -> QAction:
        line = menu.addAction("")
        line.setMenuRole(role)
        line.triggered.connect(lambda _checked=False: act())
        self._words.append((line, text))
        return line

    @Slot()
    def _zoom(self) -> None:
        window = self._window
        (window.showNormal if window.isMaximized() else window.showMaximized)()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        for action, text in self._words:
            action.setText(QCoreApplication.translate(_CONTEXT, str(text)))


def press(key: _Key) -> None:
    """To whatever has the keyboard: cards copy their prompt, entries what is selected."""
    part, keys = QApplication.focusWidget(), QKeySequence.keyBindings(key)
    if part is None or not keys:
        return
    combined = keys[0][0]  # type: ignore[index]
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        pressed = QKeyEvent(kind, combined.key(), combined.keyboardModifiers())
        QApplication.sendEvent(part, pressed)
