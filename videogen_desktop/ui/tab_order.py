"""The order of the Tab key, read off the places where things stand."""

import itertools
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow_the_eye(window: QWidget) -> None:
    """Let Tab go down the window and along each row, part by part. Main thread.

    Qt's own order is that of making, and much of the window is made late and arranged anew when
    its size changes: ask for it whenever the keyboard is about to move.
    """
    for before, after in itertools.pairwise(_controls(window)):
        QWidget.setTabOrder(before, after)


def _controls(part: QWidget) -> Iterator[QWidget]:
    for child in _as_seen(part):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.focusProxy() is None:
            yield child
        yield from _controls(child)


def _as_seen(part: QWidget) -> Iterator[QWidget]:
    """The visible children, row by row, each row from its left."""
    children = [
        child
        for child in part.children()
        if isinstance(child, QWidget) and not child.isWindow() and child.isVisible()
    ]
    rest = sorted(children, key=QWidget.y)
    while rest:
        # What begins above the middle of the highest one stands beside it.
        middle = rest[0].y() + rest[0].height() // 2
        row = [child for child in rest if child.y() <= middle]
        rest = [child for child in rest if child.y() > middle]
        yield from sorted(row, key=QWidget.x)
