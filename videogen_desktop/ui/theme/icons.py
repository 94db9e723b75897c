"""Lucide icons (ISC licence beside them) and rounded boxes, drawn from SVG in any colour.

QPen and QBrush would do for the boxes, but they bring Qt's namespace class with them: 93
enumerations that Python builds one member at a time, 27 to 42 ms (PySide6 6.11), a tenth of the
time to the first frame. Nothing that is part of that frame may touch the class; a test holds it.
Enumerated properties are set by name there, as in a style sheet:
`setProperty("textFormat", "PlainText")`.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QPainter,
    QPaintEvent,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from videogen_desktop.resources import resource_path

ICON_SIZE = 20
ICON_GAP = 6
_TRANSPARENT = QColor(0, 0, 0, 0)


def themed_icon(name: str, colour: str, size: int = ICON_SIZE) -> QIcon:
    """The icon for buttons and actions, sharp on the densest screen. Main thread.

    Raises ResourceMissingError.
    """
    ratio = QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]
    icon = QIcon(themed_pixmap(name, colour, size, ratio))
    faded = QColor(colour)
    faded.setAlphaF(0.45)
    disabled = themed_pixmap(name, faded.name(QColor.NameFormat.HexArgb), size, ratio)
    icon.addPixmap(disabled, QIcon.Mode.Disabled)
    return icon


def themed_pixmap(
    name: str, colour: str, size: int = ICON_SIZE, device_pixel_ratio: float = 1.0
) -> QPixmap:
    """The icon as a square of `size` device-independent pixels. Main thread.

    Raises ResourceMissingError for a name that does not ship.
    """
    tint = QColor(colour)
    source = _source(name).replace(b"currentColor", tint.name().encode())
    return svg_pixmap(source, size, device_pixel_ratio, tint.alphaF())


def svg_pixmap(
    source: bytes, size: int, device_pixel_ratio: float, opacity: float = 1.0
) -> QPixmap:
    """An SVG as a square of `size` device-independent pixels, drawn once. Main thread."""
    pixmap = QPixmap()
    key = f"{source!r} {size} {device_pixel_ratio} {opacity}"
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = QPixmap(QSize(size, size) * device_pixel_ratio)
    pixmap.setDevicePixelRatio(device_pixel_ratio)
    pixmap.fill(_TRANSPARENT)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(opacity)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    QPixmapCache.insert(key, pixmap)
    return pixmap


def themed_icon_before_text(name: str, colour: str, disabled: str, size: int) -> QIcon:
    """An icon with a gap on its right, which no style of Qt leaves by itself: show it at
    `QSize(size + ICON_GAP, size)`. `disabled` is its colour on a disabled button. Main thread.

    Raises ResourceMissingError.
    """
    ratio = QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]
    icon = QIcon(with_gap(themed_pixmap(name, colour, size, ratio)))
    faint = with_gap(themed_pixmap(name, disabled, size, ratio))
    icon.addPixmap(faint, QIcon.Mode.Disabled)
    return icon


def with_gap(pixmap: QPixmap) -> QPixmap:
    """The square picture with the gap on its right."""
    ratio = pixmap.devicePixelRatio()
    wide = QPixmap(pixmap.size() + QSize(round(ICON_GAP * ratio), 0))
    wide.setDevicePixelRatio(ratio)
    wide.fill(_TRANSPARENT)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return wide


@lru_cache(maxsize=128)
def _source(name: str) -> bytes:
    return resource_path(f"icons/{name}.svg").read_bytes()


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
