"""The library of descriptions: kept ones in folders, those of earlier videos, and own styles."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.domain.preset import Preset
from videogen_desktop.domain.saved_prompt import PromptFolder, SavedPrompt
from videogen_desktop.ui.menu_choice import MenuChoice
from videogen_desktop.ui.plain_label import form_button, plain_label, side_by_side
from videogen_desktop.ui.prompts.pick_list import Pick, PickPainter, PickRows
from videogen_desktop.ui.prompts.writing_tools import current_language
from videogen_desktop.ui.settings.settings_page import SegmentedChoice
from videogen_desktop.ui.text_format import one_line
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.themed_dialog import ThemedDialog

_SIZE, _NARROW, _SHOWN = QSize(860, 560), 640, 300
_AFTER_TYPING_MS = 60


class Shelf(Enum):
    """What is looked at."""

    KEPT = auto()
    EARLIER = auto()
    STYLES = auto()


class PromptLibraryDialog(ThemedDialog):
    """Shows what it is given, and says what its user wants. Main thread only.

    `current` is a SavedPrompt, the text of an earlier video, or a Preset.
    """

    searched = Signal()
    moreAsked = Signal()
    useAsked = Signal(object)
    keepAsked = Signal(str)
    changeAsked = Signal(object, str, str)  # what, its folder or name, its text
    removeAsked = Signal(object)
    undoAsked = Signal()
    folderRenamed = Signal(str, str)
    importAsked = Signal()
    exportAsked = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(tokens, parent, "promptLibrary")
        self._lines: list[Pick] = []
        self._folders: Sequence[PromptFolder] = ()
        self.shelves = SegmentedChoice(tuple(Shelf))
        self.search, self.folder = QLineEdit(), MenuChoice(tokens)
        self.view, self._rows = QListView(), PickRows(self)
        self._painter = PickPainter(tokens, self)
        self._nothing, self.said = plain_label("muted", wraps=True), plain_label("small")
        self.name, self.text = QLineEdit(), QPlainTextEdit()
        self._name_of, self._text_of = plain_label("caption"), plain_label("caption")
        self.use, self.keep, self.save = form_button("primary"), form_button(), form_button()
        self.remove, self.undo = form_button("link"), form_button("link")
        self.rename_folder = form_button("link")
        self.bring, self.export = form_button("link"), form_button("link")
        self.finish = form_button()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._typing = QTimer(self, singleShot=True, interval=_AFTER_TYPING_MS)
        self._lay_out(tokens)
        self._connect()
        self.resize_on_screen(_SIZE)
        self.shelves.choose(Shelf.KEPT)
        self.set_tokens(tokens)
        self.retranslate()
        self.show_lines((), is_more=False)
        self.say("")

    # --- what is looked for ------------------------------------------------------------------

    @property
    def shelf(self) -> Shelf:
        shelf: Shelf = self.shelves.current
        return shelf

    @property
    def words(self) -> str:
        return self.search.text()

    @property
    def folder_wanted(self) -> str | None:
        """None: of any folder."""
        wanted: str | None = self.folder.current
        return wanted

    @property
    def current(self) -> Any:
        line = self._rows.line_at(self.view.currentIndex())
        return None if line is None else line.value

    # --- showing -----------------------------------------------------------------------------

    def show_lines(self, values: Sequence[Any], *, is_more: bool) -> None:
        """In place of those that are shown, or after them."""
        before = self.view.currentIndex().row() if is_more else 0
        lines = [self._line_of(value) for value in values]
        self._lines = [*self._lines, *lines] if is_more else lines
        self._rows.show_lines(self._lines)
        self._nothing.setVisible(not self._lines)
        self.view.setVisible(bool(self._lines))
        self.view.setCurrentIndex(self._rows.index(min(before, len(self._lines) - 1)))
        self._show_current()

    def show_folders(self, folders: Sequence[PromptFolder]) -> None:
        """What there is to choose from."""
        self._folders = folders
        named = [(one.name, f"{one.name} · {one.count}") for one in folders if one.name]
        none = [one for one in folders if not one.name]
        without = self.tr("Without a folder")
        loose = [("", f"{without} · {one.count}") for one in none]
        self.folder.offer(
            self.tr("Folder"), [(None, self.tr("Every folder")), *named, *(loose if named else [])]
        )
        self.folder.setVisible(bool(named) and self.shelf is Shelf.KEPT)
        self._show_rename()

    def say(self, words: str, *, can_undo: bool = False) -> None:
        """One quiet line; "" for none."""
        self.said.setText(words)
        self.undo.setVisible(can_undo)

    def set_tokens(self, tokens: Tokens) -> None:
        super().set_tokens(tokens)
        self._tokens = tokens
        self._painter.tokens = tokens
        self.folder.set_tokens(tokens)
        self.view.setStyleSheet("QListView { background: transparent; border: none; outline: 0; }")
        for action in self.search.actions():
            self.search.removeAction(action)
        icon = themed_icon("search", tokens.text_muted, 16)
        self.search.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)

    def retranslate(self) -> None:
        title = self.tr("Library of descriptions")
        self.setWindowTitle(title)
        self.shelves.name(title, (self.tr("Kept"), self.tr("Earlier"), self.tr("My styles")))
        search = self.tr("Search…")
        self.search.setPlaceholderText(search)
        self.search.setAccessibleName(search)
        self.view.setAccessibleName(title)
        self._text_of.setText(self.tr("Description"))
        self.text.setAccessibleName(self._text_of.text())
        self.use.setText(self.tr("Use it"))
        self.keep.setText(self.tr("Keep it"))
        self.save.setText(self.tr("Save changes"))
        self.remove.setText(self.tr("Delete"))
        self.undo.setText(self.tr("Undo"))
        self.rename_folder.setText(self.tr("Rename the folder…"))
        self.bring.setText(self.tr("Import…"))
        self.export.setText(self.tr("Export…"))
        self.finish.setText(self.tr("Done"))
        self.show_folders(self._folders)
        self._show_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        is_narrow = event.size().width() < _NARROW
        self._halves.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def _line_of(self, value: Any) -> Pick:
        if isinstance(value, Preset):
            colours = (self._tokens.accent, self._tokens.accent_soft)
            return Pick(value, value.name(current_language()), value.fragment, colours)
        if isinstance(value, SavedPrompt):
            return Pick(value, one_line(value.text, _SHOWN), value.folder)
        return Pick(value, one_line(value, _SHOWN))

    def _show_current(self) -> None:
        value, shelf = self.current, self.shelf
        is_style, is_kept = isinstance(value, Preset), isinstance(value, SavedPrompt)
        self._name_of.setText(self.tr("Name") if is_style else self.tr("Folder"))
        self.name.setAccessibleName(self._name_of.text())
        text = name = ""
        if isinstance(value, Preset):
            text, name = value.fragment, value.name("")
        elif isinstance(value, SavedPrompt):
            text, name = value.text, value.folder
        elif value is not None:
            text = value
        self.name.setText(name)
        self.text.setPlainText(text)
        self.text.setReadOnly(not (is_style or is_kept))
        for part in (self.name, self._name_of, self.save, self.remove):
            part.setVisible(is_style or is_kept)
        self.keep.setVisible(isinstance(value, str))
        for shown in (self.use, self.text, self._text_of):
            shown.setVisible(value is not None)
        self.save.setEnabled(False)
        nothing = {
            Shelf.KEPT: self.tr(
                "Nothing is kept here yet. “Keep this description” is at the wand."
            ),
            Shelf.EARLIER: self.tr("No video was made of such a description yet."),
            Shelf.STYLES: self.tr("No style of your own yet. Save one from the list of styles."),
        }
        self._nothing.setText(nothing[shelf])

    def _show_rename(self) -> None:
        self.rename_folder.setVisible(bool(self.folder_wanted) and self.shelf is Shelf.KEPT)

    # --- what is done ------------------------------------------------------------------------

    @Slot()
    def _look(self) -> None:
        self.folder.setVisible(len(self._folders) > 1 and self.shelf is Shelf.KEPT)
        self._show_rename()
        self.searched.emit()

    @Slot()
    def _use(self) -> None:
        if self.current is not None:
            self.useAsked.emit(self.current)
            self.accept()

    @Slot()
    def _save(self) -> None:
        self.changeAsked.emit(self.current, self.name.text(), self.text.toPlainText())

    @Slot()
    def _ask_folder(self) -> None:
        from PySide6.QtWidgets import QInputDialog

        from videogen_desktop.ui.theme.dialog_sheet import dress_input

        before = self.folder_wanted or ""
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Rename the folder"))
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextValue(before)
        dialog.setOkButtonText(self.tr("Save"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        dress_input(dialog)
        dialog.textValueSelected.connect(lambda name: self.folderRenamed.emit(before, name))
        dialog.open()

    @Slot()
    def _edited(self) -> None:
        value = self.current
        if isinstance(value, Preset | SavedPrompt):
            self.save.setEnabled(bool(self.text.toPlainText().strip()))

    @Slot(int)
    def _scrolled(self, value: int) -> None:
        if value and value == self.view.verticalScrollBar().maximum():
            self.moreAsked.emit()

    def _connect(self) -> None:
        self._typing.timeout.connect(self._look)
        self.search.textChanged.connect(self._typing.start)
        self.shelves.chosen.connect(self._look)
        self.folder.chosen.connect(self._look)
        self.view.selectionModel().currentChanged.connect(self._show_current)
        self.view.doubleClicked.connect(self._use)
        self.view.activated.connect(self._activated)
        self.view.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.text.textChanged.connect(self._edited)
        self.name.textEdited.connect(self._edited)
        self.use.clicked.connect(self._use)
        self.save.clicked.connect(self._save)
        self.keep.clicked.connect(lambda: self.keepAsked.emit(self.current))
        self.remove.clicked.connect(lambda: self.removeAsked.emit(self.current))
        self.undo.clicked.connect(self.undoAsked)
        self.rename_folder.clicked.connect(self._ask_folder)
        self.bring.clicked.connect(self.importAsked)
        self.export.clicked.connect(self.exportAsked)
        self.finish.clicked.connect(self.accept)

    @Slot(QModelIndex)
    def _activated(self, _index: QModelIndex) -> None:
        self._use()

    def _lay_out(self, tokens: Tokens) -> None:
        view = self.view
        view.setModel(self._rows)
        view.setItemDelegate(self._painter)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setObjectName("pasteBox")
        self.text.setTabChangesFocus(True)
        top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(tokens.space_2)
        top.addWidget(self.search, 1)
        top.addWidget(self.folder)
        left, right = QVBoxLayout(), QVBoxLayout()
        for half in (left, right):
            half.setSpacing(tokens.space_2)
        left.addLayout(top)
        left.addWidget(self.rename_folder, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(view, 1)
        left.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        for part in (self._name_of, self.name, self._text_of):
            right.addWidget(part)
        right.addWidget(self.text, 1)
        actions = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        actions.setSpacing(tokens.space_2)
        for button in (self.use, self.save, self.keep, self.remove):
            actions.addWidget(button)
        actions.addStretch(1)
        right.addLayout(actions)
        right.addStretch(0)
        self._halves.setSpacing(tokens.space_4)
        self._halves.addLayout(left, 1)
        self._halves.addLayout(right, 1)
        self.column.addWidget(self.shelves, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(self._halves, 1)
        files = side_by_side(self.bring, self.export)
        self.add_buttons(tokens, self.said, self.undo, self.finish, left=files)
