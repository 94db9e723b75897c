"""The picture, and the small one that previews a place in the clip."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from videogen_desktop.domain.clip import STRIP_FRAMES
from videogen_desktop.ui.gallery.strip_scrub import strip_cell, strip_picture
from videogen_desktop.ui.motion import animations_allowed
from videogen_desktop.ui.text_format import clock_text

_LONGEST_SIDE, _EDGE = 150, 3
_GROUND = QColor(24, 24, 32, 240)
GROUND = QColor("#0b0b0f")
_DIMMED = QColor(8, 8, 12, 190)
_WHEEL, _TURN_EVERY_MS, _TURN = 44, 33, 14
# A clip that opens quicker shows no wheel at all.
_WHEEL_AFTER_MS = 250


class Canvas(QWidget):
    """Paints, and tells of clicks and of a pull at the picture. Main thread."""

    clicked = Signal()
    doubleClicked = Signal()
    dragStarted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._poster: QImage | None = None
        self._poster_path: Path | None = None
        self._frame: QImage | None = None
        self._dimmed = False
        self._pressed_at: QPointF | None = None
        self._angle = 0
        self._wheel_due = QTimer(self, singleShot=True, interval=_WHEEL_AFTER_MS)
        self._turning = QTimer(self, interval=_TURN_EVERY_MS)
        self._wheel_due.timeout.connect(self._turning.start)
        self._turning.timeout.connect(self._turn)

    @property
    def is_busy(self) -> bool:
        return self._wheel_due.isActive() or self._turning.isActive()

    def show_poster(self, path: Path | None) -> None:
        """What stands there until the first frame comes."""
        self._frame = None
        if path != self._poster_path:
            self._poster_path = path
            image = QImage() if path is None else QImageReader(str(path)).read()
            self._poster = None if image.isNull() else image
        self.update()

    def show_frame(self, image: QImage | None) -> None:
        if image is not None:
            self._frame = image
            self.update()

    def set_dimmed(self, dimmed: bool) -> None:
        """Words stand over the picture."""
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            self.update()

    def set_busy(self, busy: bool) -> None:
        """A wheel, if it lasts."""
        if busy and not self.is_busy:
            self._wheel_due.start()
        elif not busy and self.is_busy:
            self._wheel_due.stop()
            self._turning.stop()
            self.update()

    def picture_rect(self) -> QRectF:
        """Where the picture stands, in this widget's coordinates; empty without one."""
        picture = self._frame or self._poster
        if picture is None:
            return QRectF()
        size = picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return _centred(size, self.size())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        way = (event.position() - self._pressed_at).manhattanLength()
        if way >= QApplication.startDragDistance():
            # Letting go is no click any more.
            self._pressed_at = None
            self.dragStarted.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed_at = self._pressed_at, None
        if event.button() is Qt.MouseButton.LeftButton and pressed is not None:
            self.clicked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            # The first click paused it: the second undoes that.
            self.clicked.emit()
            self.doubleClicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), GROUND)
        picture = self._frame or self._poster
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.picture_rect(), picture)
        if self._dimmed:
            painter.fillRect(self.rect(), _DIMMED)
        if self._turning.isActive():
            self._paint_wheel(painter)
        painter.end()

    def _paint_wheel(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = _centred(QSize(_WHEEL, _WHEEL), self.size())
        painter.setPen(QPen(QColor(0, 0, 0, 90), 6))
        painter.drawEllipse(area)
        painter.setPen(QPen(QColor(255, 255, 255, 70), 3.5))
        painter.drawEllipse(area)
        pen = QPen(QColor("#ffffff"), 3.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(area, -self._angle * 16, 90 * 16)

    def _turn(self) -> None:
        if animations_allowed():
            self._angle = (self._angle + _TURN) % 360
        area = _centred(QSize(_WHEEL + 8, _WHEEL + 8), self.size())
        self.update(area.toAlignedRect())


def _centred(size: QSize, room: QSize) -> QRectF:
    corner = QPointF((room.width() - size.width()) / 2, (room.height() - size.height()) / 2)
    return QRectF(corner, size.toSizeF())


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
            painter.drawImage(area, self._strip, strip_cell(self._strip, self._frame))
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
        cell = strip_cell(self._strip, 0).size()
        return cell.scaled(longest, Qt.AspectRatioMode.KeepAspectRatio)
