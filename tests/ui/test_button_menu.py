"""A button that opens a menu looks as it did before, once the menu has closed."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from videogen_desktop.ui.button_menu import set_menu


@pytest.mark.parametrize("is_over", [False, True])
def test_it_is_hovered_only_where_the_pointer_is_over_it(qtbot: QtBot, is_over: bool) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.resize(300, 200)
    button = QPushButton("Bộ lọc", frame)
    menu = QMenu(button)
    menu.addAction("Dọc")
    set_menu(button, menu)
    frame.show()
    menu.popup(frame.mapToGlobal(QPoint(20, 60)))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    spot = QPoint(5, 5) if is_over else QPoint(250, 150)
    QCursor.setPos(frame.mapToGlobal(spot))
    menu.close()
    qtbot.wait(1)
    qtbot.waitUntil(lambda: button.underMouse() is is_over)
