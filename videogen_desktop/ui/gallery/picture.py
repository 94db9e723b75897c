"""A picture fitted into a card's media area. Pure QImage work: any thread."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath

_BLUR_WIDTH = 20
_DARKEN = QColor(10, 10, 16, 130)
# Up to this much of either side is cropped away rather than framed with a thin border.
_CROP_UP_TO = 1.12


def media_path(rect: QRectF, radius: float) -> QPainterPath:
    """A card's media area: the upper corners round, the lower ones square."""
    path = QPainterPath()
    path.moveTo(rect.left(), rect.bottom())
    path.lineTo(rect.left(), rect.top() + radius)
    path.arcTo(rect.left(), rect.top(), 2 * radius, 2 * radius, 180, -90)
    path.arcTo(rect.right() - 2 * radius, rect.top(), 2 * radius, 2 * radius, 90, -90)
    path.lineTo(rect.right(), rect.bottom())
    path.closeSubpath()
    return path


def fitted_size(source: QSize, area: QSize) -> QSize:
    """How large the picture is drawn: it fills a similar shape and is letterboxed in another."""
    if source.isEmpty() or area.isEmpty():
        return area
    mismatch = (source.width() * area.height()) / (source.height() * area.width())
    if 1 / _CROP_UP_TO <= mismatch <= _CROP_UP_TO:
        return source.scaled(area, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    return source.scaled(area, Qt.AspectRatioMode.KeepAspectRatio)


def framed(image: QImage, area: QSize, radius: float, ratio: float, smooth: bool = True) -> QImage:
    """The image in the middle of `area` (device pixels), over a blurred dark copy of itself where
    it does not fill it, with round upper corners."""
    size = fitted_size(image.size(), area)
    if image.size() != size:
        mode = (
            Qt.TransformationMode.SmoothTransformation
            if smooth
            else Qt.TransformationMode.FastTransformation
        )
        image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
    left = (area.width() - size.width()) // 2
    top = (area.height() - size.height()) // 2
    if size.width() < area.width() or size.height() < area.height():
        flat = _blurred(image, area)
        painter = QPainter(flat)
        painter.drawImage(left, top, image)
        painter.end()
        left = top = 0
    else:
        flat = image
    return _rounded(flat, left, top, area, radius, ratio)


def _blurred(image: QImage, area: QSize) -> QImage:
    small = image.scaled(
        QSize(_BLUR_WIDTH, max(1, _BLUR_WIDTH * area.height() // area.width())),
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    height = max(1, small.width() * area.height() // area.width())
    middle = small.copy(0, max(0, (small.height() - height) // 2), small.width(), height)
    large = middle.scaled(
        area, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(large)
    painter.fillRect(large.rect(), _DARKEN)
    painter.end()
    return large


def _rounded(
    image: QImage, left: int, top: int, area: QSize, radius: float, ratio: float
) -> QImage:
    result = QImage(area, QImage.Format.Format_ARGB32_Premultiplied)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush = QBrush(image)
    painter.setBrushOrigin(left, top)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawPath(media_path(QRectF(result.rect()), radius * ratio))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result
