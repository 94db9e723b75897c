"""The film of one clip with two handles: what lies between them is taken."""

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from videogen_desktop.domain.clip import STRIP_FRAMES
from videogen_desktop.ui.export.cut_clip import CutClip
from videogen_desktop.ui.gallery.strip_scrub import strip_cell, strip_picture
from videogen_desktop.ui.theme.tokens import Tokens

_HEIGHT, _HANDLE, _REACH, _RADIUS = 56, 10, 14, 6
_CUT_AWAY = QColor(8, 8, 12, 175)


class _Held(Enum):
    START = auto()
    END = auto()
    PLACE = auto()


class TrimBar(QWidget):
    """`cutMoved` follows a handle, `sought` the place that is to be seen, in milliseconds. Main
    thread."""

    cutMoved = Signal()
    sought = Signal(int)

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._clip: CutClip | None = None
        self._strip: QImage | None = None
        # Frames at the size of now: drawn small in one step, their lines would break up.
        self._frames: dict[int, QImage] = {}
        self._position = 0
        self._held: _Held | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_clip(self, clip: CutClip | None) -> None:
        """Another clip, or the same with other ends."""
        if clip is not self._clip:
            self._held = None
            path = None if clip is None else clip.item.strip
            self._strip = None if path is None else strip_picture(str(path))
            self._frames.clear()
        self._clip = clip
        self.update()

    def show_position(self, position: int) -> None:
        if position != self._position:
            self._position = position
            self.update()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    # --- the pointer -------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._clip is not None:
            self._held = self._grip(event.position().x())
            self._move_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._move_to(event.position().x())
            return
        grip = self._grip(event.position().x())
        shapes = Qt.CursorShape
        is_handle = grip in (_Held.START, _Held.END)
        self.setCursor(shapes.SizeHorCursor if is_handle else shapes.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def _grip(self, x: float) -> _Held:
        clip = self._clip
        if clip is None or not clip.duration_ms:
            return _Held.PLACE
        start, end = abs(x - self._x(clip.start_ms)), abs(x - self._x(clip.last_ms))
        if min(start, end) > _REACH:
            return _Held.PLACE
        return _Held.START if start < end else _Held.END

    def _move_to(self, x: float) -> None:
        clip = self._clip
        if clip is None or not clip.duration_ms:
            return
        moment = self._moment(x)
        if self._held is _Held.START:
            clip.begin_at(moment)
            moment = clip.start_ms
        elif self._held is _Held.END:
            clip.end_at(moment)
            # What is seen is the last picture that goes out, not the first that does not.
            moment = max(clip.start_ms, clip.last_ms - 1)
        if self._held is not _Held.PLACE:
            self.cutMoved.emit()
        self.sought.emit(moment)
        self.update()

    def _x(self, moment: int) -> float:
        duration = 0 if self._clip is None else self._clip.duration_ms
        part = moment / duration if duration else 0.0
        return _HANDLE + part * (self.width() - 2 * _HANDLE)

    def _moment(self, x: float) -> int:
        if self._clip is None:
            return 0
        part = (x - _HANDLE) / max(1, self.width() - 2 * _HANDLE)
        return round(min(1.0, max(0.0, part)) * self._clip.duration_ms)

    # --- painting ----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        film = QRectF(_HANDLE, 3, self.width() - 2 * _HANDLE, self.height() - 6)
        shape = QPainterPath()
        shape.addRoundedRect(film, _RADIUS, _RADIUS)
        painter.setClipPath(shape)
        painter.fillRect(film, QColor(self._tokens.surface_hover))
        if self._strip is not None:
            self._paint_film(painter, film, self._strip)
        if self._clip is not None and self._clip.duration_ms:
            self._paint_cut(painter, film, self._clip)
        painter.end()

    def _paint_film(self, painter: QPainter, film: QRectF, strip: QImage) -> None:
        cell = strip_cell(strip, 0)
        width = max(12.0, film.height() * cell.width() / max(1, cell.height()))
        shown = max(1, round(film.width() / width))
        step = film.width() / shown
        for place in range(shown):
            frame = min(STRIP_FRAMES - 1, int((place + 0.5) * STRIP_FRAMES / shown))
            target = QRectF(film.x() + place * step, film.y(), step + 0.5, film.height())
            painter.drawImage(target, self._frame(strip, frame, film.height()))

    def _frame(self, strip: QImage, number: int, height: float) -> QImage:
        if number not in self._frames:
            sharp = round(height * self.devicePixelRatioF())
            cell = strip.copy(strip_cell(strip, number))
            smooth = Qt.TransformationMode.SmoothTransformation
            self._frames[number] = cell.scaledToHeight(sharp, smooth)
        return self._frames[number]

    def _paint_cut(self, painter: QPainter, film: QRectF, clip: CutClip) -> None:
        start, end = self._x(clip.start_ms), self._x(clip.last_ms)
        left = QRectF(film.x(), film.y(), start - film.x(), film.height())
        right = QRectF(end, film.y(), film.right() - end, film.height())
        painter.fillRect(left, _CUT_AWAY)
        painter.fillRect(right, _CUT_AWAY)
        painter.setClipping(False)
        accent = QColor(self._tokens.accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, 3))
        painter.drawRoundedRect(QRectF(start, 2.5, end - start, self.height() - 5), 5, 5)
        painter.setPen(Qt.PenStyle.NoPen)
        for x in (start - _HANDLE, end):
            painter.setBrush(accent)
            handle = QRectF(x, 2, _HANDLE, self.height() - 4)
            painter.drawRoundedRect(handle, 4, 4)
            painter.setBrush(QColor(self._tokens.on_accent))
            middle = QPointF(handle.center().x() - 1, self.height() / 2 - 7)
            painter.drawRoundedRect(QRectF(middle, QPointF(middle.x() + 2, middle.y() + 14)), 1, 1)
        place = self._x(self._position)
        painter.setBrush(QColor("#ffffff"))
        painter.setPen(QPen(QColor(0, 0, 0, 120), 1))
        painter.drawRoundedRect(QRectF(place - 1.5, 0.5, 3, self.height() - 1), 1.5, 1.5)
