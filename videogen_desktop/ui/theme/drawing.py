"""Rounded boxes, drawn from SVG as the icons are.

QPen and QBrush would do, but they bring Qt's namespace class with them: 93 enumerations that Python
builds one member at a time, 27 to 42 ms (PySide6 6.11), a tenth of the time to the first frame.
Nothing that is part of that frame may touch the class; a test holds it. Enumerated properties are
set by name there, as in a style sheet: `setProperty("textFormat", "PlainText")`.
"""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget


class Box(NamedTuple):
    """In device-independent pixels of the widget. Colours are `#rrggbb` or `none`; the line lies
    half inside and half outside. `is_cut` leaves the lower corners square."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    fill: str = "none"
    line: str = "none"
    line_width: float = 1.0
    is_cut: bool = False


class Drawing:
    """What `boxes` look like in a place of this size, ready to be painted again and again."""

    def __init__(self, width: int, height: int, boxes: Iterable[Box]) -> None:
        self._area = QRectF(0, 0, width, height)
        self.source = _svg(width, height, boxes)
        self._renderer = QSvgRenderer(QByteArray(self.source.encode()))

    def paint(self, widget: QWidget, event: QPaintEvent) -> None:
        """In a paint event of the widget."""
        painter = QPainter(widget)
        painter.setClipRect(event.rect())
        self._renderer.render(painter, self._area)
        painter.end()


def svg_bytes(width: int, height: int, boxes: Iterable[Box]) -> bytes:
    """The picture as a file's content, for an icon."""
    return _svg(width, height, boxes).encode()


def _svg(width: int, height: int, boxes: Iterable[Box]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    return head + "".join(_shape(box) for box in boxes) + "</svg>"


def _shape(box: Box) -> str:
    x, y, width, height, radius = box[:5]
    paint = f'fill="{box.fill}" stroke="{box.line}" stroke-width="{box.line_width}"'
    if not box.is_cut:
        place = f'x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}"'
        return f"<rect {place} {paint}/>"
    arc = f"A{radius},{radius} 0 0 1 "
    line = f"M{x},{y + height}V{y + radius}{arc}{x + radius},{y}"
    line += f"H{x + width - radius}{arc}{x + width},{y + radius}V{y + height}Z"
    return f'<path d="{line}" {paint}/>'
