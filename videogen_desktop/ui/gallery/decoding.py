"""Reading pictures of cards from files, on threads beside the one that paints.

QImageReader.read lets go of Python's lock and QImage.scaled does not: reading is asked to do as
much of the work as it can.
"""

from pathlib import Path

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QImageReader

from videogen_desktop.ui.picture import fills, fitted_size, framed


def poster_picture(path: str, width: int, height: int, ratio: float) -> QImage | None:
    """One poster at the size of a media area (device-independent); None when there is none.

    Opaque and rectangular: the card rounds its corners. Any thread.
    """
    if not Path(path).is_file():
        return None
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    area = QSize(round(width * ratio), round(height * ratio))
    source = reader.size()
    if source.isValid():
        size = fitted_size(source, area)
        reader.setScaledSize(size)
        if fills(source, area):
            left, top = (size.width() - area.width()) // 2, (size.height() - area.height()) // 2
            reader.setScaledClipRect(QRect(left, top, area.width(), area.height()))
    image = reader.read()
    if image.isNull():
        return None
    if image.size() == area and image.format() is QImage.Format.Format_RGB32:
        image.setDevicePixelRatio(ratio)
        return image
    return framed(image, area, 0, ratio)


def strip_picture(path: str) -> QImage | None:
    """A whole contact strip as it lies in its file; None when there is none. Any thread."""
    if not Path(path).is_file():
        return None
    image = QImageReader(path).read()
    return None if image.isNull() else image
