"""The keyboard goes where the eye goes: down the window, and along each row."""

import itertools

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.access.test_names import described, focusable
from tests.ui.language.surfaces import SURFACES, OpenSurface
from videogen_desktop.ui.alerts import Alert
from videogen_desktop.ui.main_window import MainWindow
from videogen_desktop.ui.tab_order import follow_the_eye

_ROW = 12


def reachable(window: QWidget) -> list[QWidget]:
    """Visible and enabled, in the order of the Tab key."""
    if isinstance(window, MainWindow | QDialog):
        window.focusNextPrevChild(True)
    else:
        # A part of the main window, where it follows the eye like the rest.
        follow_the_eye(window)
    allowed = {part for part in focusable(window) if part.isVisible() and part.isEnabled()}
    chain: list[QWidget] = []
    part: QWidget | None = window
    while part is not None and (part := part.nextInFocusChain()) is not window:
        if part in allowed and part not in chain:
            chain.append(part)
    return chain


def backward_steps(window: QWidget) -> list[str]:
    """Steps that go up, or back along one row."""
    # What is scrolled away stands nowhere.
    parts = [part for part in reachable(window) if not part.visibleRegion().isEmpty()]
    wrong = []
    for before, after in itertools.pairwise(parts):
        first, second = _Place(before, window), _Place(after, window)
        is_one_row = second.top < first.bottom - _ROW and first.top < second.bottom - _ROW
        goes_back = second.left < first.left if is_one_row else second.top < first.top
        # A column beside another one is read from its top.
        is_next_column = second.left >= first.right
        # An alert lies over the gallery: it is met after it.
        if isinstance(after.parentWidget(), Alert):
            continue
        if goes_back and not is_next_column:
            wrong.append(f"{described(before)} -> {described(after)}")
    return wrong


class _Place:
    def __init__(self, part: QWidget, window: QWidget) -> None:
        corner = part.mapTo(window, QPoint(0, 0))
        self.left, self.top = corner.x(), corner.y()
        self.right, self.bottom = corner.x() + part.width(), corner.y() + part.height()


@pytest.mark.parametrize("name", SURFACES)
def test_the_keyboard_follows_the_eye(open_surface: OpenSurface, name: str) -> None:
    assert backward_steps(open_surface(name)) == []


def test_a_part_without_height_has_its_place(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    buttons = [QPushButton("☂", window) for _ in range(3)]
    for button, (top, height) in zip(buttons, ((60, 20), (30, 0), (0, 20)), strict=True):
        button.setGeometry(0, top, 80, height)
    window.show()
    follow_the_eye(window)
    ring = [part for part in reachable(window) if part in buttons]
    first = ring.index(buttons[2])
    assert ring[first:] + ring[:first] == buttons[::-1]


def test_the_window_is_walked_from_header_to_button(open_surface: OpenSurface) -> None:
    window = open_surface("full window")
    assert isinstance(window, MainWindow)
    window.composer.prompt.setPlainText("☂")
    order = reachable(window)
    places = [
        order.index(part)
        for part in (
            window.header.badge,
            window.library.view,
            window.composer.prompt,
            window.composer.button,
        )
    ]
    assert places == sorted(places)
