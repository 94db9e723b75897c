"""The places for files of the chosen model: pictures, videos and sounds that go in."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from videogen_desktop.domain.input_slot import in_order
from videogen_desktop.ui.composer.card import FoldingRow
from videogen_desktop.ui.option_wording import role_name
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon, themed_icon_before_text
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.input_slot import FileFacts, InputSlot
    from videogen_desktop.domain.request import Inputs
    from videogen_desktop.ui.composer.thumbnail import Thumbnail

_ICON, _CROSS = 14, 16
_FIRST, _LAST = "first_frame", "last_frame"
THUMBNAIL_SIDE = 52
KIND_ICONS = {"image": "image-plus", "video": "film", "sound": "volume-2"}


class InputStrip(QWidget):
    """One box for each place, in the model's order. Main thread only.

    It shows what it is given and says what is wanted; it holds no files itself.
    """

    filesWanted = Signal(str)  # a place, into which files are to be picked
    placed = Signal(str, object)  # a place, and the files that it is to have from now on
    refitWanted = Signal(str, str)  # a place, and the file in it that is to be made to fit

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.setObjectName("inputStrip")
        self._tokens = tokens
        self._slots: Sequence[InputSlot] = ()
        self._boxes: dict[str, SlotBox] = {}
        self._inputs: Inputs = {}
        self._end = QWidget()
        self._end.setFixedSize(0, 0)
        self._row = FoldingRow(tokens.space_2, self._end)
        self.swap = QToolButton(self)
        self.swap.hide()
        self.swap.setProperty("kind", "icon")
        self.swap.setIconSize(QSize(_CROSS, _CROSS))
        self.swap.setCursor(Qt.CursorShape.PointingHandCursor)
        self.swap.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.swap.clicked.connect(self._swap)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._row)
        self.set_tokens(tokens)

    def offer(
        self, places: "Sequence[InputSlot]", inputs: "Inputs", files: "dict[str, FileFacts]"
    ) -> None:
        """Show the model's places with these files."""
        slots = in_order(places)
        if slots != self._slots:
            self._slots = slots
            self._rebuild()
        self._inputs = inputs
        for name, box in self._boxes.items():
            box.show_files(inputs.get(name, ()), files)
        both = {_FIRST, _LAST} <= self._boxes.keys()
        self.swap.setVisible(both and bool(inputs.get(_FIRST) or inputs.get(_LAST)))
        self.setVisible(bool(slots))

    def box(self, name: str) -> "SlotBox":
        """Of a place that the model has. Raises KeyError."""
        return self._boxes[name]

    def show_thumbnail(self, sha256: str, picture: QImage | None) -> None:
        """What a file looks like; None where that cannot be said."""
        for box in self._boxes.values():
            box.show_thumbnail(sha256, picture)

    def show_croppable(self, is_so: bool) -> None:
        """Whether a shape is chosen that pictures can be cropped to."""
        for box in self._boxes.values():
            for thumbnail in box.thumbnails:
                thumbnail.can_crop = is_so

    def show_taking(self, slot: str, count: int) -> None:
        """So many files are on their way into the place."""
        if slot in self._boxes:
            self._boxes[slot].show_taking(count)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.swap.setIcon(themed_icon("arrow-left-right", tokens.text_muted, _CROSS))
        words = QCoreApplication.translate("Inputs", "Swap first and last frame")
        self.swap.setToolTip(words)
        self.swap.setAccessibleName(words)
        for box in self._boxes.values():
            box.set_tokens(tokens)

    def retranslate(self) -> None:
        self.set_tokens(self._tokens)

    def _rebuild(self) -> None:
        before = self._boxes
        self._boxes = {}
        self._row.clear()
        for slot in self._slots:
            box = before.get(slot.name)
            if box is None:
                box = SlotBox(slot.name, self._tokens)
                box.filesWanted.connect(partial(self.filesWanted.emit, slot.name))
                box.placed.connect(partial(self.placed.emit, slot.name))
                box.refitWanted.connect(partial(self.refitWanted.emit, slot.name))
            box.set_slot(slot)
            self._boxes[slot.name] = box
            self._row.add(box)
            if slot.name == _FIRST:
                self._row.add(self.swap, is_shown=False)
        for name, box in before.items():
            if name not in self._boxes:
                box.hide()
                box.deleteLater()

    @Slot()
    def _swap(self) -> None:
        first, last = self._inputs.get(_FIRST, ()), self._inputs.get(_LAST, ())
        self.placed.emit(_FIRST, last)
        self.placed.emit(_LAST, first)


class SlotBox(QWidget):
    """One place: its files as thumbnails, and a button to pick more. Main thread only."""

    filesWanted = Signal()
    placed = Signal(object)
    refitWanted = Signal(str)

    def __init__(self, name: str, tokens: Tokens) -> None:
        super().__init__()
        self._name = name
        self._tokens = tokens
        self._most = 1
        self._kind = "image"
        self._taking = 0
        self._files: tuple[str, ...] = ()
        self._pictures: dict[str, QImage] = {}
        self.thumbnails: list[Thumbnail] = []
        self.add = QPushButton()
        self.add.setObjectName("parameterButton")
        self.add.setProperty("focusPolicy", "TabFocus")
        self.add.setAutoDefault(False)
        self.add.setCursor(Qt.CursorShape.PointingHandCursor)
        self.add.clicked.connect(self.filesWanted)
        self.waiting = plain_label("small")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(tokens.space_1)
        self._row.addWidget(self.add)
        self._row.addWidget(self.waiting)
        self.waiting.hide()

    @property
    def name(self) -> str:
        return self._name

    def set_slot(self, slot: "InputSlot") -> None:
        """What may stand here with the model that is chosen."""
        self._most, self._kind = slot.most, str(slot.kind)
        self._write()

    def show_files(self, files: tuple[str, ...], facts: "dict[str, FileFacts]") -> None:
        """These files, by their SHA-256, in their order."""
        if files != self._files:
            self._files = files
            self._rebuild()
        for thumbnail in self.thumbnails:
            thumbnail.show_facts(facts.get(thumbnail.sha256))
        self._write()

    def show_thumbnail(self, sha256: str, picture: QImage | None) -> None:
        if picture is not None:
            self._pictures[sha256] = picture
        for thumbnail in self.thumbnails:
            if thumbnail.sha256 == sha256:
                thumbnail.show_picture(picture)

    def show_taking(self, count: int) -> None:
        self._taking = count
        self._write()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for thumbnail in self.thumbnails:
            thumbnail.set_tokens(tokens)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _rebuild(self) -> None:
        for old in self.thumbnails:
            old.hide()
            old.deleteLater()
        self.thumbnails = [self._made(sha256) for sha256 in self._files]
        for place, thumbnail in enumerate(self.thumbnails):
            self._row.insertWidget(place, thumbnail)
        self._pictures = {one: self._pictures[one] for one in self._files if one in self._pictures}

    def _made(self, sha256: str) -> "Thumbnail":
        # The start has no pictures.
        from videogen_desktop.ui.composer.thumbnail import Thumbnail

        thumbnail = Thumbnail(sha256, self._kind, self._tokens, self)
        thumbnail.show_picture(self._pictures.get(sha256))
        thumbnail.removed.connect(self._remove)
        thumbnail.moved.connect(self._move)
        thumbnail.replaced.connect(self.filesWanted)
        thumbnail.refitWanted.connect(self.refitWanted)
        return thumbnail

    def _write(self) -> None:
        name, count = role_name(self._name), len(self._files) + self._taking
        tokens = self._tokens
        is_empty = count == 0
        icon = KIND_ICONS.get(self._kind, "plus") if is_empty else "plus"
        colours = (tokens.text_muted, tokens.text_faint)
        self.add.setIcon(
            themed_icon_before_text(icon, *colours, _ICON)
            if is_empty
            else themed_icon(icon, tokens.text_muted, _ICON)
        )
        self.add.setIconSize(QSize(_ICON + (ICON_GAP if is_empty else 0), _ICON))
        self.add.setText(name if is_empty else "")
        words = QCoreApplication.translate("Inputs", "Add: {name}").format(name=name)
        self.add.setAccessibleName(words)
        self.add.setToolTip(words)
        self.add.setVisible(count < self._most)
        self.waiting.setText(QCoreApplication.translate("Inputs", "Reading…"))
        self.waiting.setVisible(self._taking > 0)
        for place, thumbnail in enumerate(self.thumbnails):
            thumbnail.name_as(name, place, len(self.thumbnails), _caption(self._name))

    @Slot(str)
    def _remove(self, sha256: str) -> None:
        place = self._place_of(sha256)
        self.placed.emit(self._files[:place] + self._files[place + 1 :])

    @Slot(str, int)
    def _move(self, sha256: str, by: int) -> None:
        place = self._place_of(sha256)
        files = list(self._files)
        files.insert(place + by, files.pop(place))
        self.placed.emit(tuple(files))

    def _place_of(self, sha256: str) -> int:
        return self._files.index(sha256)


def _caption(name: str) -> str:
    """Which of two frames it is."""
    if name == _FIRST:
        return QCoreApplication.translate("Inputs", "First")
    return QCoreApplication.translate("Inputs", "Last") if name == _LAST else ""
