"""A picture fitted into a card's media area. Pure QImage work: any thread."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

_BLUR_WIDTH = 16
_DARKEN = QColor(10, 10, 16, 150)
# Up to this much of either side is cropped away rather than framed with a thin border.
_CROP_UP_TO = 1.12


def cut_upper_corners(painter: QPainter, width: float, radius: float) -> None:
    """Make the two upper corners of what was painted transparent and round.

    Filling the whole area as an antialiased path takes ten times as long.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    left = QPainterPath()
    left.lineTo(radius, 0)
    left.arcTo(0, 0, 2 * radius, 2 * radius, 90, 90)
    left.closeSubpath()
    right = QPainterPath(QPointF(width, 0))
    right.lineTo(width, radius)
    right.arcTo(width - 2 * radius, 0, 2 * radius, 2 * radius, 0, 90)
    right.closeSubpath()
    painter.drawPath(left)
    painter.drawPath(right)


def fitted_size(source: QSize, area: QSize, *, covers: bool = False) -> QSize:
    """How large the picture is drawn: it fills a similar shape and is letterboxed in another,
    unless it `covers` whatever it is."""
    if source.isEmpty() or area.isEmpty():
        return area
    if covers:
        return source.scaled(area, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    mismatch = (source.width() * area.height()) / (source.height() * area.width())
    if 1 / _CROP_UP_TO <= mismatch <= _CROP_UP_TO:
        return source.scaled(area, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    return source.scaled(area, Qt.AspectRatioMode.KeepAspectRatio)


def fills(source: QSize, area: QSize, *, covers: bool = False) -> bool:
    """Whether nothing of the area is left beside the picture."""
    size = fitted_size(source, area, covers=covers)
    return size.width() >= area.width() and size.height() >= area.height()


def framed(
    image: QImage,
    area: QSize,
    radius: float,
    ratio: float,
    behind: QImage | None = None,
    *,
    covers: bool = False,
) -> QImage:
    """The image in the middle of `area` (device pixels), where it does not fill it over `behind`
    or its own backdrop, with round upper corners of `radius` device-independent pixels."""
    size = fitted_size(image.size(), area, covers=covers)
    is_whole = covers or fills(image.size(), area)
    if image.size() != size:
        image = image.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    left = (area.width() - size.width()) // 2
    top = (area.height() - size.height()) // 2
    opaque = radius <= 0
    kind = QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32_Premultiplied
    result = QImage(area, kind)
    painter = QPainter(result)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    if not is_whole:
        painter.drawImage(0, 0, behind or backdrop(image, area))
    painter.drawImage(left, top, image)
    if not opaque:
        cut_upper_corners(painter, area.width(), radius * ratio)
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


def backdrop(image: QImage, area: QSize) -> QImage:
    """A blurred dark copy of the image that fills `area` (device pixels)."""
    small = image.scaled(
        QSize(_BLUR_WIDTH, max(1, _BLUR_WIDTH * area.height() // area.width())),
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    height = max(1, small.width() * area.height() // area.width())
    middle = small.copy(0, max(0, (small.height() - height) // 2), small.width(), height)
    # In two steps: one large step of linear scaling shows its grid.
    for size in (middle.size() * 3, area):
        middle = middle.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    large = middle.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(large)
    painter.fillRect(large.rect(), _DARKEN)
    painter.end()
    return large
