"""The overlay that says what would become of the files that are dragged over the window."""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from videogen_desktop.ui.input_wording import PICTURE_NAMES, SOUND_NAMES
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

_CLIPS = frozenset({".mp4", ".mov", ".m4v"})
# What goes into a request, and into no library.
INPUT_NAMES = frozenset({*PICTURE_NAMES, *SOUND_NAMES})
# Files of rows, each of which asks for a video.
_TABLES = frozenset({".csv", ".tsv", ".jsonl", ".xlsx", ".txt"})
_PICTURE = 40
_VEIL = 235
_DASHES = (5.0, 4.0)


class DropKind(StrEnum):
    """What would become of it."""

    RESTORE = "restore"
    IMPORT = "import"
    INPUT = "input"
    BATCH = "batch"
    FOREIGN = "foreign"


_ICONS = {
    DropKind.RESTORE: "sparkles",
    DropKind.IMPORT: "folder-input",
    DropKind.INPUT: "image-plus",
    DropKind.BATCH: "sheet",
    DropKind.FOREIGN: "ban",
}


class DropOverlay(QWidget):
    """Lies over its whole parent and takes no events. Main thread only."""

    def __init__(self, tokens: Tokens, parent: QWidget, kind: DropKind) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self._kind = kind
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(parent.rect())
        self.setAccessibleName(self.text)

    @property
    def text(self) -> str:
        return _drop_hint(self._kind)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(tokens.background)
        veil.setAlpha(_VEIL)
        painter.fillRect(self.rect(), veil)
        is_foreign = self._kind is DropKind.FOREIGN
        colour = tokens.text_faint if is_foreign else tokens.accent
        pen = QPen(QColor(colour), 2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        space = tokens.space_4
        frame = QRectF(self.rect()).adjusted(space, space, -space, -space)
        painter.drawRoundedRect(frame, tokens.radius_large, tokens.radius_large)
        self._paint_words(painter, frame, colour)

    def _paint_words(self, painter: QPainter, frame: QRectF, colour: str) -> None:
        tokens = self._tokens
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * tokens.text_heading)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        inside = frame.adjusted(tokens.space_5, 0, -tokens.space_5, 0)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        words = painter.boundingRect(inside, flags, self.text)
        top = frame.center().y() - (words.height() + _PICTURE + tokens.space_3) / 2
        picture = themed_pixmap(_ICONS[self._kind], colour, _PICTURE, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(frame.center().x() - _PICTURE / 2, top), picture)
        painter.setPen(QColor(tokens.text))
        below = inside.top() - top - _PICTURE - tokens.space_3
        painter.drawText(inside.adjusted(0, -below, 0, 0), flags, self.text)


class DroppedFiles(NamedTuple):
    """`paths` are what can be taken."""

    kind: DropKind
    paths: tuple[Path, ...] = ()


def dropped_files(data: QMimeData) -> DroppedFiles | None:
    """None for what is no file, such as text: it is not the window's."""
    local = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if not local:
        return None
    folders = [path for path in local if path.is_dir()]
    clips = [path for path in local if path not in folders and path.suffix.lower() in _CLIPS]
    if not folders and len(clips) == 1:
        return DroppedFiles(DropKind.RESTORE, tuple(clips))
    if folders or clips:
        return DroppedFiles(DropKind.IMPORT, (*folders, *clips))
    if all(path.suffix.lower() in INPUT_NAMES for path in local):
        return DroppedFiles(DropKind.INPUT, tuple(local))
    if len(local) == 1 and local[0].suffix.lower() in _TABLES:
        return DroppedFiles(DropKind.BATCH, tuple(local))
    return DroppedFiles(DropKind.FOREIGN)


def _drop_hint(kind: DropKind) -> str:
    """What would become of what is dragged over the window."""
    if kind is DropKind.RESTORE:
        return QCoreApplication.translate("Import", "Drop it to get this video's request back")
    if kind is DropKind.IMPORT:
        return QCoreApplication.translate("Import", "Drop them to import them into the library")
    if kind is DropKind.INPUT:
        return QCoreApplication.translate("Import", "Drop it to use it for the next video")
    if kind is DropKind.BATCH:
        return QCoreApplication.translate("Import", "Drop it to make a video of each of its rows")
    return foreign_text()


def foreign_text() -> str:
    return QCoreApplication.translate(
        "Import", "VideoGen takes only videos, folders of them, pictures, sounds and tables"
    )
