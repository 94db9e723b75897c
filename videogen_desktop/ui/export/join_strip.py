"""The chosen clips in their order, side by side: dragged, or moved by keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from videogen_desktop.ui.export.cut_clip import CutClip
from videogen_desktop.ui.gallery.thumbnails import ThumbnailKey, ThumbnailLoader
from videogen_desktop.ui.text_format import exact_clock_text, one_line
from videogen_desktop.ui.theme.tokens import Tokens

_WIDTH, _HEIGHT, _GAP, _RADIUS, _BADGE = 96, 96, 8, 8, 20
_PLACE = Qt.ItemDataRole.UserRole
_SHADE, _WHITE = QColor(14, 14, 20, 200), QColor("#ffffff")


class JoinStrip(QListWidget):
    """`chosen` says that another clip is the current one, `orderChanged` that they stand in another
    order, or are fewer. `obey` is asked first about every key. Main thread."""

    chosen = Signal()
    orderChanged = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("joinStrip")
        self.obey: Callable[[QKeyEvent], bool] = _nobody_listens
        self._clips: list[CutClip] = []
        self._posters = ThumbnailLoader(self)
        self._posters.loaded.connect(self.viewport().update)
        self.setFlow(QListWidget.Flow.LeftToRight)
        self.setWrapping(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setFixedHeight(_HEIGHT + _GAP + 12)
        self._painter = _ClipPainter(tokens, self._posters, self)
        self.setItemDelegate(self._painter)
        self.currentRowChanged.connect(self._on_current)
        self.model().rowsMoved.connect(self._on_moved)
        self.set_tokens(tokens)

    def show_clips(self, clips: Sequence[CutClip]) -> None:
        """In this order; the first one is the current one."""
        self._clips = list(clips)
        self.clear()
        for place, clip in enumerate(clips):
            item = QListWidgetItem()
            item.setData(_PLACE, place)
            item.setText(one_line(clip.item.video.prompt))
            item.setSizeHint(QSize(_WIDTH + _GAP, _HEIGHT + _GAP))
            flags = Qt.ItemFlag
            # Not droppable itself: a drop goes between two, never onto one.
            item.setFlags(flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemIsDragEnabled)
            self.addItem(item)
        ratio = self.devicePixelRatioF()
        posters = [clip.item.poster for clip in clips if clip.item.poster is not None]
        self._posters.want([poster_key(str(path), ratio) for path in posters])
        if clips:
            self.setCurrentRow(0)

    def clips(self) -> tuple[CutClip, ...]:
        """As they stand."""
        return tuple(self._clip_of(row) for row in range(self.count()))

    def current_clip(self) -> CutClip | None:
        row = self.currentRow()
        return self._clip_of(row) if row >= 0 else None

    def move_current(self, step: int) -> None:
        """One place further on, or back."""
        row, goal = self.currentRow(), self.currentRow() + step
        if row < 0 or not 0 <= goal < self.count():
            return
        item = self.takeItem(row)
        self.insertItem(goal, item)
        self.setCurrentRow(goal)
        self.orderChanged.emit()

    @Slot()
    def take_out(self) -> None:
        """The current one goes; the last one stays."""
        if self.count() > 1 and self.currentRow() >= 0:
            self.takeItem(self.currentRow())
            self.orderChanged.emit()

    def set_tokens(self, tokens: Tokens) -> None:
        self._painter.tokens = tokens
        self.setStyleSheet("QListWidget#joinStrip { background: transparent; border: none; }")
        self.viewport().update()

    def close_down(self) -> None:
        """Decode nothing more; idempotent."""
        self._posters.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.obey(event):
            super().keyPressEvent(event)

    def _clip_of(self, row: int) -> CutClip:
        return self._clips[self.item(row).data(_PLACE)]

    @Slot(int)
    def _on_current(self, _row: int) -> None:
        self.chosen.emit()

    @Slot()
    def _on_moved(self) -> None:
        self.orderChanged.emit()


def _nobody_listens(_event: QKeyEvent) -> bool:
    return False


def poster_key(path: str, ratio: float) -> ThumbnailKey:
    return ThumbnailKey(path, _WIDTH, _HEIGHT, ratio, True)


class _ClipPainter(QStyledItemDelegate):
    """A poster with its number and how long it is taken for."""

    def __init__(self, tokens: Tokens, posters: ThumbnailLoader, strip: JoinStrip) -> None:
        super().__init__(strip)
        self.tokens = tokens
        self._posters = posters
        self._strip = strip

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        clip = self._strip._clip_of(index.row())
        area = QRectF(option.rect).adjusted(_GAP / 2, _GAP / 2, -_GAP / 2, -_GAP / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(area, _RADIUS, _RADIUS)
        painter.setClipPath(shape)
        painter.fillRect(area, QColor(self.tokens.surface_hover))
        picture = self._picture(clip)
        if picture is not None:
            _draw_covering(painter, area, picture)
        self._write(painter, area, index.row() + 1, clip)
        painter.setClipping(False)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        colour = QColor(self.tokens.accent if is_current else self.tokens.border)
        painter.setPen(QPen(colour, 2.5 if is_current else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, _RADIUS, _RADIUS)
        painter.restore()

    def _picture(self, clip: CutClip) -> QImage | None:
        poster = clip.item.poster
        if poster is None:
            return None
        return self._posters.cache.get(poster_key(str(poster), self._strip.devicePixelRatioF()))

    def _write(self, painter: QPainter, area: QRectF, number: int, clip: CutClip) -> None:
        font = painter.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * self.tokens.text_small)
        painter.setFont(font)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_SHADE)
        badge = QRectF(area.x() + 5, area.y() + 5, _BADGE, _BADGE)
        painter.drawEllipse(badge)
        length = exact_clock_text(clip.taken_ms) if clip.duration_ms else "…"
        metrics = painter.fontMetrics()
        width = metrics.horizontalAdvance(length) + 10
        corner = QRectF(area.right() - width - 5, area.bottom() - _BADGE - 5, width, _BADGE)
        painter.drawRoundedRect(corner, 5, 5)
        painter.setPen(_WHITE)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.drawText(corner, Qt.AlignmentFlag.AlignCenter, length)


def _draw_covering(painter: QPainter, area: QRectF, picture: QImage) -> None:
    """All of the area, the picture's middle where it has another shape."""
    size = area.size().scaled(picture.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
    source = QRectF(0, 0, size.width(), size.height())
    source.moveCenter(QRectF(picture.rect()).center())
    painter.drawImage(area, picture, source)
