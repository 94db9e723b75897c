"""Buttons that open a menu, and menus of which exactly one line is chosen."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QActionGroup, QCursor
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QToolButton


def set_menu(button: QPushButton | QToolButton, menu: QMenu) -> None:
    """Open the menu at a click of the button. Main thread."""
    button.setMenu(menu)
    forget_hover_after(button, menu)


def add_choices(menu: QMenu, choices: Iterable[tuple[str, bool, Callable[[bool], None]]]) -> None:
    """Add a line for each choice: its name, whether it is the one, and what a click does (it is
    called with True). Main thread."""
    group = QActionGroup(menu)
    for name, is_current, choose in choices:
        line = menu.addAction(name.replace("&", "&&"))
        line.setCheckable(True)
        line.setChecked(is_current)
        line.triggered.connect(choose)
        group.addAction(line)


def forget_hover_after(button: QAbstractButton, menu: QMenu) -> None:
    """Let the button look hovered after the menu has closed only where the pointer is over it.

    Qt gives a widget no leave event for what the pointer does while a popup has the mouse: the
    button stayed grey until the pointer came back (seen under X11).
    """
    menu.aboutToHide.connect(partial(QTimer.singleShot, 0, button, partial(_look_again, button)))


def _look_again(button: QAbstractButton) -> None:
    is_over = button.rect().contains(button.mapFromGlobal(QCursor.pos()))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, is_over)
    button.update()
