"""Looking through a clip without playing it: its contact strip under the pointer."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QRectF, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from videogen_desktop.domain.clip import STRIP_FRAMES, strip_columns
from videogen_desktop.ui.picture import framed

_KEPT = 8
# A pointer that only passes over cards reads no files.
_AFTER_MS = 60
_LINE = 3


class StripScrub(QObject):
    """One card at a time. Main thread, except `_decoded`."""

    changed = Signal(str)  # video id
    _decoded = Signal(str, object)  # path, QImage | None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._video_id = ""
        self._path = ""
        self._part = 0.0
        self._strips: dict[str, QImage | None] = {}
        self._shown: tuple[object, QImage] | None = None
        self._thread: ThreadPoolExecutor | None = None
        self._stopped = False
        self._due = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._due.timeout.connect(self._read)
        self._decoded.connect(self._keep)

    @property
    def video_id(self) -> str:
        """The card that is looked through; empty when none is."""
        return self._video_id

    def move_to(self, video_id: str, strip: Path, part: float) -> None:
        """The pointer is over this card, at `part` (0 to 1) of its picture's width."""
        if video_id != self._video_id:
            self.leave()
            self._video_id, self._path = video_id, str(strip)
        before, self._part = self._frame(), min(1.0, max(0.0, part))
        if self._path not in self._strips:
            self._due.start()
        elif self._frame() != before or self._shown is None:
            self.changed.emit(video_id)

    def leave(self) -> None:
        """The pointer is over no strip."""
        self._due.stop()
        before, self._video_id = self._video_id, ""
        self._shown = None
        if before:
            self.changed.emit(before)

    def stop(self) -> None:
        """Read nothing more; idempotent."""
        self._stopped = True
        self._due.stop()
        if self._thread is not None:
            self._thread.shutdown(wait=True, cancel_futures=True)

    def picture(
        self, video_id: str, area: QSize, radius: float, ratio: float, *, covers: bool
    ) -> QImage | None:
        """The frame under the pointer in an area of device pixels; None where nothing scrubs."""
        strip = self._strips.get(self._path) if video_id == self._video_id else None
        if not video_id or strip is None:
            return None
        key = (video_id, self._frame(), area.width(), area.height(), radius, ratio, covers)
        if self._shown is None or self._shown[0] != key:
            frame = strip.copy(strip_cell(strip, self._frame()))
            image = framed(frame, area, radius, ratio, covers=covers)
            _draw_line(image, (self._frame() + 0.5) / STRIP_FRAMES)
            self._shown = (key, image)
        return self._shown[1]

    def _frame(self) -> int:
        return min(STRIP_FRAMES - 1, int(self._part * STRIP_FRAMES))

    @Slot()
    def _read(self) -> None:
        if self._stopped or not self._video_id:
            return
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, "strips")
        self._thread.submit(self._decode, self._path)

    def _decode(self, path: str) -> None:
        strip = strip_picture(path)
        with suppress(RuntimeError):
            self._decoded.emit(path, strip)

    @Slot(str, object)
    def _keep(self, path: str, strip: QImage | None) -> None:
        if self._stopped:
            return
        self._strips[path] = strip
        while len(self._strips) > _KEPT:
            del self._strips[next(iter(self._strips))]
        if path == self._path and self._video_id:
            self.changed.emit(self._video_id)


def strip_picture(path: str) -> QImage | None:
    """A whole contact strip as it lies in its file; None when there is none. Any thread."""
    if not Path(path).is_file():
        return None
    image = QImageReader(path).read()
    return None if image.isNull() else image


def strip_cell(strip: QImage, number: int) -> QRect:
    """Where a frame of a contact strip lies in its picture."""
    columns = strip_columns(STRIP_FRAMES)
    row, column = divmod(number, columns)
    width, height = strip.width() // columns, strip.height() // -(-STRIP_FRAMES // columns)
    return QRect(column * width, row * height, width, height)


def _draw_line(image: QImage, part: float) -> None:
    """Where in the clip this frame stands, along the lower edge."""
    ratio = image.devicePixelRatio()
    width, height = image.width() / ratio, image.height() / ratio
    painter = QPainter(image)
    painter.fillRect(QRectF(0, height - _LINE, width, _LINE), QColor(0, 0, 0, 120))
    painter.fillRect(QRectF(0, height - _LINE, width * part, _LINE), QColor("#ffffff"))
    painter.end()
