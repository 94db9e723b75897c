"""The clips beside each other, with a line that wipes from one to the other, or one at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageReader,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.compare import wording
from videogen_desktop.ui.compare.arrangement import arranged, fitted
from videogen_desktop.ui.compare.clip_caption import (
    NARROW_BELOW,
    ONE_LINE,
    TWO_LINES,
    ClipCaption,
)
from videogen_desktop.ui.compare.joint_playback import JointPlayback
from videogen_desktop.ui.viewer.canvas import GROUND

_EDGE, _GAP = 12.0, 12.0
_PLACE = QColor(255, 255, 255, 14)
_DIMMED = QColor(8, 8, 12, 190)
_INK = QColor("#f3f3f6")
_LINE, _GRIP = QColor(255, 255, 255, 235), 15.0
_SHADE = QColor(0, 0, 0, 110)
_NOTE_GROUND = QColor(14, 14, 20, 205)
_USUAL_SHAPE = 16 / 9


class Look(Enum):
    """How two clips are looked at; more than two stand side by side."""

    SIDE_BY_SIDE = "side_by_side"
    WIPE = "wipe"
    FLIP = "flip"


@dataclass
class Tile:
    """One clip of those compared. `is_gone`: deleted meanwhile."""

    item: LibraryItem
    is_gone: bool = False
    poster: QImage | None = None
    picture: QImage | None = None
    # When the frame that is painted begins, in milliseconds of the clip.
    shown_ms: float | None = None
    # The same of the one that is painted next: after a seek all change at once.
    coming: tuple[QImage, float | None] | None = None

    @property
    def shape(self) -> float:
        image = self.picture or self.poster
        if image is None or image.isNull():
            return _USUAL_SHAPE
        return image.width() / image.height()


class Stage(QWidget):
    """Paints what a JointPlayback shows, one scaling for each picture. Main thread; clips are
    counted from 0."""

    heardWanted = Signal(int)
    pickWanted = Signal(int)

    def __init__(self, joint: JointPlayback, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self._joint = joint
        self.tiles: list[Tile] = []
        self.captions: list[ClipCaption] = []
        self.rects: tuple[QRectF, ...] = ()
        self.look = Look.SIDE_BY_SIDE
        self.divider = 0.5
        self.front = 0
        self._dirty: list[int] = []
        # After all frames that have come by now: what a newer one follows is not converted.
        self._convert_due = QTimer(self, singleShot=True, interval=0)
        self._convert_due.timeout.connect(self._convert)
        joint.frameChanged.connect(self._note_frame)
        joint.settled.connect(self._show_all)

    # --- what is shown ---------------------------------------------------------------------

    def show_clips(self, items: Sequence[LibraryItem]) -> None:
        self.tiles = [Tile(item, poster=_poster(item)) for item in items]
        self.look, self.divider, self.front = Look.SIDE_BY_SIDE, 0.5, 0
        self.unsetCursor()
        for caption in self.captions:
            caption.deleteLater()
        count = len(items)
        self.captions = [ClipCaption(number + 1, count, self) for number in range(count)]
        for number, caption in enumerate(self.captions):
            caption.soundRequested.connect(partial(self.heardWanted.emit, number))
            caption.pickRequested.connect(partial(self.pickWanted.emit, number))
            caption.show()
        self.refresh()
        self._arrange()

    def clear(self) -> None:
        """Hold no picture any more."""
        self._dirty.clear()
        self.show_clips(())

    def problem_of(self, number: int) -> str:
        """Why there is no clip to be seen; empty where there is one."""
        tile = self.tiles[number]
        problem = self._joint.clips[number].problem if number < len(self._joint.clips) else None
        return wording.message(tile.item, problem, is_gone=tile.is_gone)

    def pickable(self) -> list[int]:
        """Which can be kept: those that are seen, where there is another one to be seen beside."""
        seen = [number for number in range(len(self.tiles)) if not self.problem_of(number)]
        return seen if len(seen) > 1 else []

    @Slot()
    def refresh(self) -> None:
        """Words and marks have changed."""
        pickable = self.pickable()
        labels = wording.differences([tile.item for tile in self.tiles]) if self.tiles else []
        for number, (tile, caption) in enumerate(zip(self.tiles, self.captions, strict=True)):
            note = self.problem_of(number)
            caption.show_clip(
                labels[number],
                note,
                favourite=tile.item.video.favourite,
                is_seen=not note,
                can_be_picked=number in pickable,
            )
            caption.show_sound(
                is_heard=self._joint.heard == number, is_muted=self._joint.tuning.is_muted
            )
            caption.set_front(self.look is not Look.FLIP or number == self.front)
        self.update()

    # --- looking at two --------------------------------------------------------------------

    def set_look(self, look: Look) -> None:
        """WIPE and FLIP are for two clips; with more nothing changes."""
        if len(self.tiles) == 2:
            self.look = look
            self._show_frames()
            self._arrange()
            self.refresh()

    def flip(self) -> None:
        """The other one of two."""
        self.front = 1 - self.front
        self._show_frames()
        self.refresh()

    def move_divider(self, part: float) -> None:
        """So much of the width further on, or back when below zero."""
        self._set_divider(self.divider + part)

    def _set_divider(self, divider: float) -> None:
        self.divider = max(0.0, min(divider, 1.0))
        self.update()

    # --- frames ----------------------------------------------------------------------------

    @Slot(int)
    def _note_frame(self, number: int) -> None:
        is_hidden = self.look is Look.FLIP and number != self.front
        if number < len(self.tiles) and number not in self._dirty and not is_hidden:
            self._dirty.append(number)
            self._convert_due.start()

    @Slot()
    def _convert(self) -> None:
        # One in each turn: a frame in 1080p takes 5 ms where no graphics card does it.
        if self._dirty:
            self._take_frame(self._dirty.pop(0))
        if self._dirty:
            self._convert_due.start()

    def _take_frame(self, number: int) -> None:
        clip, tile = self._joint.clips[number], self.tiles[number]
        image, span = clip.image(), clip.span
        if image is None or image.isNull():
            return
        tile.coming = image, None if span is None else span[0]
        if not self._joint.is_seeking:
            self._show_coming(number)

    def _show_coming(self, number: int) -> None:
        tile = self.tiles[number]
        if tile.coming is None:
            return
        shape = tile.shape
        (tile.picture, tile.shown_ms), tile.coming = tile.coming, None
        if abs(tile.shape - shape) > 0.01:
            self._arrange()
        self.update(self.rects[number].toAlignedRect())

    @Slot()
    def _show_all(self) -> None:
        while self._dirty:
            self._take_frame(self._dirty.pop(0))
        for number in range(len(self.tiles)):
            self._show_coming(number)

    def _show_frames(self) -> None:
        """What was hidden is up to date before it is seen."""
        for number, clip in enumerate(self._joint.clips):
            if clip.is_playable:
                self._take_frame(number)

    # --- layout ----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        if not self.tiles:
            self.rects = ()
            return
        if self.look is Look.SIDE_BY_SIDE:
            self._arrange_beside()
        else:
            self._arrange_over()
        self.update()

    def _arrange_beside(self) -> None:
        room = QSizeF(self.width() - 2 * _EDGE, self.height() - _EDGE)
        shapes = [tile.shape for tile in self.tiles]
        narrow = False
        rects = arranged(shapes, room, ONE_LINE, _GAP)
        if min(rect.width() for rect in rects) < NARROW_BELOW:
            narrow = True
            rects = arranged(shapes, room, TWO_LINES, _GAP)
        self.rects = tuple(rect.translated(_EDGE, _EDGE / 2) for rect in rects)
        for rect, caption in zip(self.rects, self.captions, strict=True):
            caption.set_narrow(narrow)
            height = TWO_LINES if narrow else ONE_LINE
            area = QRectF(rect.left(), rect.bottom(), rect.width(), height)
            caption.setGeometry(area.toAlignedRect())

    def _arrange_over(self) -> None:
        half = (self.width() - 2 * _EDGE - _GAP) / 2
        narrow = half < NARROW_BELOW
        below = TWO_LINES if narrow else ONE_LINE
        room = QRectF(_EDGE, _EDGE / 2, self.width() - 2 * _EDGE, self.height() - _EDGE - below)
        self.rects = tuple(fitted(tile.shape, room) for tile in self.tiles)
        for number, caption in enumerate(self.captions):
            left = _EDGE + number * (half + _GAP)
            caption.set_narrow(narrow)
            caption.setGeometry(QRectF(left, room.bottom(), half, below).toAlignedRect())

    # --- the pointer -----------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.look is Look.WIPE:
            self._drag_divider(event.position())
        elif (number := self._clip_at(event.position())) is not None:
            self.heardWanted.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_dragged = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if self.look is Look.WIPE and is_dragged:
            self._drag_divider(event.position())
        shape = Qt.CursorShape.ArrowCursor
        if self._clip_at(event.position()) is not None:
            wipes = self.look is Look.WIPE
            shape = Qt.CursorShape.SplitHCursor if wipes else Qt.CursorShape.PointingHandCursor
        if self.cursor().shape() is not shape:
            self.setCursor(shape)

    def _drag_divider(self, position: QPointF) -> None:
        area = self._canvas()
        if area.width() > 0:
            self._set_divider((position.x() - area.left()) / area.width())

    def _clip_at(self, position: QPointF) -> int | None:
        if self.look is not Look.SIDE_BY_SIDE:
            return self.front if self._canvas().contains(position) else None
        for number, rect in enumerate(self.rects):
            if rect.contains(position):
                return number
        return None

    def _canvas(self) -> QRectF:
        """What the two pictures over each other cover."""
        area = QRectF()
        for rect in self.rects:
            area = area.united(rect)
        return area

    # --- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), GROUND)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.look is Look.WIPE:
            self._paint_wipe(painter)
        elif self.look is Look.FLIP:
            self._paint_tile(painter, self.front)
        else:
            for number, rect in enumerate(self.rects):
                if event.rect().intersects(rect.toAlignedRect()):
                    self._paint_tile(painter, number)
        painter.end()

    def _paint_wipe(self, painter: QPainter) -> None:
        area = self._canvas()
        x = area.left() + area.width() * self.divider
        for number, (left, right) in enumerate(((0.0, x), (x, float(self.width())))):
            painter.save()
            painter.setClipRect(QRectF(left, 0, right - left, self.height()))
            self._paint_tile(painter, number)
            painter.restore()
        for colour, width in ((_SHADE, 4.0), (_LINE, 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        self._paint_grip(painter, QPointF(x, area.center().y()))

    def _paint_grip(self, painter: QPainter, middle: QPointF) -> None:
        painter.setPen(QPen(_SHADE, 1))
        painter.setBrush(_LINE)
        painter.drawEllipse(middle, _GRIP, _GRIP)
        pen = QPen(GROUND, 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for side in (-1, 1):
            tip = middle + QPointF(side * 9, 0)
            for up in (-4, 4):
                painter.drawLine(tip, middle + QPointF(side * 5, up))

    def _paint_tile(self, painter: QPainter, number: int) -> None:
        tile, rect = self.tiles[number], self.rects[number]
        image = tile.picture or tile.poster
        if image is None or image.isNull():
            painter.fillRect(rect, _PLACE)
        else:
            painter.drawImage(rect, image)
        if words := self.problem_of(number):
            painter.fillRect(rect, _DIMMED)
            painter.setPen(_INK)
            inside = rect.adjusted(12, 12, -12, -12)
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter | _WRAPPED), words)
        elif self._joint.waits_at_end(number):
            self._paint_note(painter, rect, wording.waits())

    def _paint_note(self, painter: QPainter, rect: QRectF, words: str) -> None:
        metrics = self.fontMetrics()
        room = round(rect.width() - 32)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        width, height = metrics.horizontalAdvance(words) + 20, metrics.height() + 8
        area = QRectF(rect.left() + 6, rect.bottom() - height - 6, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_NOTE_GROUND)
        painter.drawRoundedRect(area, height / 2, height / 2)
        painter.setPen(_INK)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), words)


_WRAPPED = Qt.TextFlag.TextWordWrap


def _poster(item: LibraryItem) -> QImage | None:
    if item.poster is None:
        return None
    image = QImageReader(str(item.poster)).read()
    return None if image.isNull() else image
