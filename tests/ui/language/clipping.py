"""Finds texts that do not fit where they stand."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QPushButton,
    QWidget,
)

# Fractions of a pixel that a font's measures are rounded by.
_SLACK = 2


def clipped_texts(window: QWidget) -> list[str]:
    """What and by how much. An ellipsis is no defect where the whole text is said elsewhere."""
    parts = [window, *window.findChildren(QWidget)]
    return [problem for part in parts if part.isVisible() for problem in _problems(part)]


def _problems(part: QWidget) -> Iterator[str]:
    if isinstance(part, QLabel) and part.text() and part.pixmap().isNull():
        yield from _too_small(part, part.text(), _needed_by_label(part))
    elif isinstance(part, QPushButton) and part.text():
        # Above and below the text there is room to lose, beside it an icon.
        needed = part.sizeHint().width(), part.fontMetrics().height()
        yield from _too_small(part, part.text(), needed)
    elif isinstance(part, QAbstractButton) and part.text():
        hint = part.minimumSizeHint()
        yield from _too_small(part, part.text(), (hint.width(), hint.height()))
    else:
        return
    yield from _outside(part, part.property("text"))


def _needed_by_label(label: QLabel) -> tuple[int, int]:
    if label.wordWrap():
        return label.minimumSizeHint().width(), label.heightForWidth(label.width())
    hint = label.sizeHint()
    return hint.width(), hint.height()


def _too_small(part: QWidget, text: str, needed: tuple[int, int]) -> Iterator[str]:
    if _is_elided(part, text):
        return
    width, height = needed
    # A label with a style sheet asks for half an x more on either side.
    beside = part.fontMetrics().averageCharWidth()
    if width > part.width() + beside or height > part.height() + _SLACK:
        name = f"{type(part).__name__} {part.objectName()}"
        yield f"{name} {text!r} needs {width}x{height}, has {part.width()}x{part.height()}"


def _is_elided(part: QWidget, text: str) -> bool:
    whole = part.toolTip() or part.accessibleName()
    return text.endswith("…") and len(whole) >= len(text)


def _outside(part: QWidget, text: str) -> Iterator[str]:
    """A widget that sticks out of what it stands in; what scrolls may."""
    area = QRect(QPoint(), part.size())
    inner, parent = part, part.parentWidget()
    while parent is not None and not inner.isWindow():
        scrolled = parent.parentWidget()
        if isinstance(scrolled, QAbstractScrollArea):
            # Up and down it scrolls; to the side not everything does.
            never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            is_fixed = scrolled.horizontalScrollBarPolicy() is never
            if is_fixed and _sticks_out(
                part.mapTo(parent, area.topLeft()).x(), part.width(), parent.width()
            ):
                yield f"{type(part).__name__} {text!r} sticks out of a scroll area"
            return
        place = QRect(part.mapTo(parent, area.topLeft()), area.size())
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(place):
            yield f"{type(part).__name__} {text!r} sticks out of {type(parent).__name__}"
            return
        inner, parent = parent, parent.parentWidget()


def _sticks_out(left: int, width: int, room: int) -> bool:
    return left < -1 or left + width > room + 1
