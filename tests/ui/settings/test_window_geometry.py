import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from videogen_desktop.ui.window_geometry import fitted, geometry_text, restore_geometry

LEFT, RIGHT = QRect(0, 0, 1920, 1040), QRect(1920, 0, 1280, 984)


def test_the_window_comes_back_where_it_was(qtbot: QtBot) -> None:
    first, second = QWidget(), QWidget()
    for window in (first, second):
        qtbot.addWidget(window)
    first.setGeometry(40, 60, 500, 400)
    first.show()
    assert restore_geometry(second, geometry_text(first))
    assert second.geometry() == first.geometry()


@pytest.mark.parametrize("stored", [None, "", "not base 64", "AAAA", "đ"])
def test_what_cannot_be_read_changes_nothing(qtbot: QtBot, stored: str | None) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(10, 20, 300, 200)
    assert not restore_geometry(window, stored)
    assert window.geometry() == QRect(10, 20, 300, 200)


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (QRect(100, 100, 800, 600), QRect(100, 100, 800, 600)),
        # Half on the next screen: whole on the one that has more of it.
        (QRect(1500, 100, 800, 600), QRect(1120, 100, 800, 600)),
        # The screen on the right is gone by the time of these two.
        (QRect(5000, 200, 800, 600), QRect(2400, 200, 800, 600)),
        (QRect(100, -900, 800, 600), QRect(100, 0, 800, 600)),
        # Larger than any screen.
        (QRect(1920, 0, 4000, 3000), QRect(1920, 0, 1280, 984)),
        # Only the bottom would be seen: nothing to take it by.
        (QRect(100, -580, 800, 600), QRect(100, 0, 800, 600)),
    ],
)
def test_a_window_is_whole_on_one_screen(wanted: QRect, given: QRect) -> None:
    assert fitted(wanted, [LEFT, RIGHT]) == given


def test_without_a_screen_the_wish_stands() -> None:
    assert fitted(LEFT, []) == LEFT
