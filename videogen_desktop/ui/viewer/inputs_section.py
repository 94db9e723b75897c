"""Thumbnails of the files that went into the video, in the details panel."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from videogen_desktop.domain.request import Inputs
from videogen_desktop.ui.option_wording import role_name
from videogen_desktop.ui.plain_label import plain_label, plain_tooltip
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.viewer.panel_parts import Section

# The longest side of the picture that is asked for, for screens that are twice as dense.
THUMBNAIL_SIDE = 208
_SIZE = QSize(104, 58)
_IN_A_ROW, _ICON, _RADIUS = 3, 22, 6.0
_SOUND = "sound"


class InputsSection(Section):
    """Hidden where nothing went in. `thumbnailWanted` names each picture once; what comes of it is
    handed to `show_thumbnail`. Main thread."""

    thumbnailWanted = Signal(str)  # its SHA-256

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self._pictures: dict[str, QImage | None] = {}
        self.files: list[FileView] = []
        self.hide()

    def show_inputs(self, inputs: Inputs, tokens: Tokens) -> None:
        heading = QCoreApplication.translate("Viewer", "What went in")
        given = {slot: files for slot, files in inputs.items() if files}
        shown = (given, tokens, heading)
        if shown == self._shown:
            return
        self._shown = shown
        self.clear()
        self.files = []
        self.heading.setText(heading)
        wanted = {one for files in given.values() for one in files}
        self._pictures = {one: image for one, image in self._pictures.items() if one in wanted}
        for slot, files in given.items():
            self.rows.addWidget(plain_label("muted", role_name(slot)))
            self.rows.addWidget(self._strip(slot, files, tokens))
        self.setVisible(bool(given))

    def show_thumbnail(self, sha256: str, jpeg: bytes | None) -> None:
        """The helper's picture of the file; None where there is none, or the file is gone."""
        if sha256 not in self._pictures:
            return
        image = QImage.fromData(jpeg) if jpeg is not None else QImage()
        self._pictures[sha256] = None if image.isNull() else image
        for view in self.files:
            if view.sha256 == sha256:
                view.show_picture(self._pictures[sha256], is_gone=image.isNull())

    def _strip(self, slot: str, files: tuple[str, ...], tokens: Tokens) -> QWidget:
        strip = QWidget()
        grid = QGridLayout(strip)
        grid.setContentsMargins(0, 2, 0, 6)
        grid.setSpacing(tokens.space_2)
        grid.setHorizontalSpacing(tokens.space_3)
        grid.setColumnStretch(_IN_A_ROW, 1)
        for number, sha256 in enumerate(files):
            view = FileView(slot, sha256, tokens)
            self.files.append(view)
            grid.addWidget(view, *divmod(number, _IN_A_ROW))
            if view.has_picture:
                self._want(view)
        return strip

    def _want(self, view: "FileView") -> None:
        if view.sha256 in self._pictures:
            view.show_picture(self._pictures[view.sha256], is_gone=False)
            return
        self._pictures[view.sha256] = None
        self.thumbnailWanted.emit(view.sha256)


class FileView(QWidget):
    """One file that went in. Main thread."""

    def __init__(self, slot: str, sha256: str, tokens: Tokens) -> None:
        super().__init__()
        self.sha256 = sha256
        # What is heard has none.
        self.has_picture = not slot.endswith(_SOUND)
        self._tokens = tokens
        self._name = role_name(slot)
        self._picture: QImage | None = None
        self._icon = "film" if self.has_picture else "volume-2"
        self.setFixedSize(_SIZE)
        self.setAccessibleName(self._name)

    def show_picture(self, picture: QImage | None, *, is_gone: bool) -> None:
        self._picture = picture
        if is_gone:
            self._icon = "image-off"
            gone = QCoreApplication.translate("Viewer", "This file is no longer in the library.")
            self.setToolTip(plain_tooltip(gone))
            self.setAccessibleName(f"{self._name}: {gone}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        rounded = QPainterPath()
        rounded.addRoundedRect(area, _RADIUS, _RADIUS)
        painter.setClipPath(rounded)
        painter.fillRect(area, QColor(self._tokens.surface_hover))
        picture = self._picture
        if picture is not None:
            size = picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(area.center())
            painter.drawImage(place, picture)
        else:
            ratio = self.devicePixelRatioF()
            icon = themed_pixmap(self._icon, self._tokens.text_faint, _ICON, ratio)
            middle = area.center()
            painter.drawPixmap(round(middle.x() - _ICON / 2), round(middle.y() - _ICON / 2), icon)
        painter.end()
