"""Clips as other programs take them: the data of a paste or a drop, and the picture of a drag."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QDrag,
    QFont,
    QImage,
    QImageReader,
    QPainter,
    QPainterPath,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from videogen_desktop.ui.dragged_videos import carry_ids

# What Nautilus, Nemo, Caja and Thunar paste: a verb, then addresses. `text/uri-list` alone is
# greyed out in their menus.
GNOME_FILES = "x-special/gnome-copied-files"
# Dolphin asks this before it pastes addresses: 0 is a copy.
_KDE_IS_CUT = "application/x-kde-cutselection"
_LONGEST, _RADIUS, _BADGE = 128, 8, 26
_GROUND, _INK = QColor(14, 14, 20, 235), QColor("#ffffff")


def clip_data(clips: Sequence[Path]) -> QMimeData:
    """The files, to be copied wherever they are taken.

    Without a poster as a picture: a program that looks for pictures first would paste that one
    instead of the clip.
    """
    urls = [QUrl.fromLocalFile(str(clip)) for clip in clips]
    data = QMimeData()
    data.setUrls(urls)
    lines = ["copy", *(url.toString(QUrl.ComponentFormattingOption.FullyEncoded) for url in urls)]
    data.setData(GNOME_FILES, "\n".join(lines).encode())
    data.setData(_KDE_IS_CUT, b"0")
    return data


def drag_clips(
    source: QWidget, clips: Sequence[Path], poster: Path | None, ids: Sequence[str] = ()
) -> None:
    """Drag copies of the files until they are dropped or the user thinks better of it. The
    library's own files never move, whatever is held down. `ids` are the videos for this program's
    own places; without clips they are all that goes. Main thread."""
    drag = QDrag(source)
    data = clip_data(clips) if clips else QMimeData()
    carry_ids(data, ids)
    drag.setMimeData(data)
    picture = drag_picture(poster, len(ids) or len(clips), source.devicePixelRatioF())
    if not picture.isNull():
        drag.setPixmap(picture)
        # The pointer shows what is below it.
        drag.setHotSpot(QPoint(_LONGEST // 8, _LONGEST // 8))
    drag.exec(Qt.DropAction.CopyAction)


def drag_picture(poster: Path | None, count: int, ratio: float) -> QPixmap:
    """What hangs on the pointer: the poster, with the number of clips where they are several. A
    null picture where there is no poster. Main thread: a poster is small."""
    image = _poster_image(poster, ratio)
    if image.isNull():
        return QPixmap()
    picture = QPixmap(image.size())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(0, 0, image.width() / ratio, image.height() / ratio)
    shape = QPainterPath()
    shape.addRoundedRect(area, _RADIUS, _RADIUS)
    painter.setClipPath(shape)
    painter.drawImage(area, image)
    painter.setClipping(False)
    if count > 1:
        _paint_count(painter, area, count)
    painter.end()
    return picture


def _poster_image(poster: Path | None, ratio: float) -> QImage:
    if poster is None:
        return QImage()
    reader = QImageReader(str(poster))
    size = reader.size()
    if not size.isValid():
        return QImage()
    longest = round(_LONGEST * ratio)
    reader.setScaledSize(size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _paint_count(painter: QPainter, area: QRectF, count: int) -> None:
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    text = str(count)
    width = max(_BADGE, painter.fontMetrics().horizontalAdvance(text) + 14)
    badge = QRectF(area.right() - width - 5, area.top() + 5, width, _BADGE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawRoundedRect(badge, _BADGE / 2, _BADGE / 2)
    painter.setPen(_INK)
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
