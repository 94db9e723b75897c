"""A file in its place of the form, as a small picture."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from videogen_desktop.ui.composer.input_strip import KIND_ICONS, THUMBNAIL_SIDE
from videogen_desktop.ui.theme.icons import themed_icon, themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.input_slot import FileFacts

_CROSS = 16
_CAPTION, _SHADE = 0.75, "#a0101018"


class Thumbnail(QPushButton):
    """A file in its place; a click opens what can be done with it, the cross takes it out."""

    removed = Signal(str)
    moved = Signal(str, int)
    replaced = Signal()
    refitWanted = Signal(str)

    def __init__(self, sha256: str, kind: str, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self.sha256 = sha256
        self._kind = kind
        self._tokens = tokens
        self._picture: QImage | None = None
        # Whether there is a shape to crop it to.
        self.can_crop = True
        self._name, self._place, self._count = "", 0, 1
        self._size = self._caption = ""
        self.setObjectName("thumbnail")
        self.setProperty("focusPolicy", "TabFocus")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(THUMBNAIL_SIDE, THUMBNAIL_SIDE)
        self.cross = QToolButton(self)
        self.cross.setProperty("kind", "thumbnailCross")
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cross.setIconSize(QSize(10, 10))
        self.cross.setGeometry(THUMBNAIL_SIDE - _CROSS - 2, 2, _CROSS, _CROSS)
        self.cross.clicked.connect(self._remove)
        self.clicked.connect(self._open_menu)
        self.set_tokens(tokens)

    @property
    def has_picture(self) -> bool:
        return self._picture is not None

    def show_picture(self, picture: QImage | None) -> None:
        self._picture = picture
        self.update()

    def show_facts(self, facts: "FileFacts | None") -> None:
        """Its sides, where they are known."""
        if facts is not None and facts.width and facts.height:
            self._size = f"{facts.width} × {facts.height}"

    def name_as(self, slot: str, place: int, count: int, caption: str = "") -> None:
        """In which place it stands, as the first of so many; `caption` says so in a word."""
        self._place, self._count = place, count
        number = f" {place + 1}" if count > 1 else ""
        self._caption = caption or number.strip()
        self._name = f"{slot}{number}"
        full = f"{self._name} · {self._size}" if self._size else self._name
        self.setAccessibleName(full)
        self.setToolTip(full)
        words = QCoreApplication.translate("Inputs", "Remove: {name}").format(name=self._name)
        self.cross.setAccessibleName(words)
        self.cross.setToolTip(words)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.cross.setIcon(themed_icon("x", tokens.text, 10))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = self._tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        shape = QPainterPath()
        shape.addRoundedRect(frame, tokens.radius_small, tokens.radius_small)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), QColor(tokens.surface_hover))
        if self._picture is not None:
            painter.drawImage(self.rect(), self._picture, _middle(self._picture))
        else:
            icon = "image-plus" if self._kind == "image" else KIND_ICONS[self._kind]
            pixmap = themed_pixmap(icon, tokens.text_faint, 20, self.devicePixelRatioF())
            painter.drawPixmap((self.width() - 20) // 2, (self.height() - 20) // 2, pixmap)
        if self._caption:
            self._paint_caption(painter)
        painter.setClipping(False)
        line = tokens.accent if self.hasFocus() else tokens.border_strong
        painter.setPen(QPen(QColor(line), 1.5))
        painter.drawPath(shape)

    def _paint_caption(self, painter: QPainter) -> None:
        """At the lower edge, on a shade that lets it be read on every picture."""
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _CAPTION)
        font.setWeight(QFont.Weight.DemiBold)
        height = QFontMetrics(font).height()
        room = QRect(0, self.height() - height, self.width(), height)
        painter.fillRect(room, QColor(_SHADE))
        painter.setFont(font)
        painter.setPen(QColor(Qt.GlobalColor.white))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._caption)

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.sha256)

    @Slot()
    def _open_menu(self) -> None:
        menu = self.menu_of_acts()
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def menu_of_acts(self) -> QMenu:
        """What can be done with it; goes when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        translate = QCoreApplication.translate
        menu.addAction(translate("Inputs", "Choose another file…"), self.replaced.emit)
        if self._kind == "image" and self.can_crop:
            words = translate("Inputs", "Crop to the chosen aspect ratio")
            menu.addAction(words, partial(self.refitWanted.emit, self.sha256))
        if self._place > 0:
            menu.addAction(translate("Inputs", "Move to the front"), partial(self._move, -1))
        if self._place < self._count - 1:
            menu.addAction(translate("Inputs", "Move to the back"), partial(self._move, 1))
        menu.addSeparator()
        menu.addAction(translate("Inputs", "Remove"), self._remove)
        return menu

    def _move(self, by: int) -> None:
        self.moved.emit(self.sha256, by)


def _middle(picture: QImage) -> QRect:
    """The square in its middle."""
    side = min(picture.width(), picture.height())
    return QRect((picture.width() - side) // 2, (picture.height() - side) // 2, side, side)
