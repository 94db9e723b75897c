"""Buttons that open a menu."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QToolButton


def set_menu(button: QPushButton | QToolButton, menu: QMenu) -> None:
    """Open the menu at a click of the button. Main thread."""
    button.setMenu(menu)
    forget_hover_after(button, menu)


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
