"""What is at the place under the pointer: the time, and a frame of the contact strip."""

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.clip import STRIP_FRAMES, strip_columns
from videogen_desktop.ui.gallery.decoding import strip_picture
from videogen_desktop.ui.text_format import clock_text

_LONGEST_SIDE, _EDGE = 150, 3
_GROUND = QColor(24, 24, 32, 240)


class SeekPreview(QWidget):
    """Floats above the slider; the pointer goes through it. Main thread."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._path: Path | None = None
        self._strip: QImage | None = None
        self._is_read = False
        self._frame = 0
        self._text = ""
        self.hide()

    def set_strip(self, path: Path | None) -> None:
        """The contact strip of the clip; read when it is first pointed at."""
        if path != self._path:
            self._path, self._strip, self._is_read = path, None, False
            self.hide()

    def show_at(self, position: int, duration: int, x: int, bottom: int) -> None:
        """Above the point (x, bottom) of the parent; times in milliseconds."""
        if not self._is_read:
            self._is_read = True
            self._strip = None if self._path is None else strip_picture(str(self._path))
        last = STRIP_FRAMES - 1
        self._frame = min(last, position * STRIP_FRAMES // duration) if duration else 0
        self._text = clock_text(position)
        size = self._size()
        left = max(4, min(x - size.width() // 2, self._host.width() - size.width() - 4))
        self.setGeometry(left, bottom - size.height(), size.width(), size.height())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_GROUND)
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        picture = self._picture_size()
        if self._strip is not None:
            area = QRect(_EDGE, _EDGE, picture.width(), picture.height())
            painter.drawImage(area, self._strip, _cell(self._strip, self._frame))
        below = QRect(0, picture.height() + _EDGE, self.width(), self.fontMetrics().height() + 4)
        painter.setPen(QColor("#ffffff"))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()

    def _size(self) -> QSize:
        picture, metrics = self._picture_size(), self.fontMetrics()
        width = max(picture.width() + 2 * _EDGE, metrics.horizontalAdvance(self._text) + 20)
        return QSize(width, picture.height() + metrics.height() + 2 * _EDGE + 4)

    def _picture_size(self) -> QSize:
        if self._strip is None:
            return QSize(0, 0)
        longest = QSize(_LONGEST_SIDE, _LONGEST_SIDE)
        cell = _cell(self._strip, 0).size()
        return cell.scaled(longest, Qt.AspectRatioMode.KeepAspectRatio)


def _cell(strip: QImage, number: int) -> QRect:
    columns = strip_columns(STRIP_FRAMES)
    row, column = divmod(number, columns)
    width, height = strip.width() // columns, strip.height() // -(-STRIP_FRAMES // columns)
    return QRect(column * width, row * height, width, height)
