"""Joins the library of descriptions to the engine."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from videogen_desktop.domain.preset import Preset
from videogen_desktop.domain.saved_prompt import NoPromptFileError, PromptFolder, SavedPrompt
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.file_dialog import file_dialog
from videogen_desktop.ui.prompts.library_dialog import PromptLibraryDialog, Shelf

if TYPE_CHECKING:
    from videogen_desktop.domain.saved_prompt import HistoryPage


class PromptLibraryPresenter(QObject):
    """Lives as long as its dialog. Main thread only; nothing of it waits."""

    used = Signal(object)  # SavedPrompt, the text of an earlier video, or Preset
    problemFound = Signal(object)  # BaseException

    def __init__(self, dialog: PromptLibraryDialog, bridge: EngineBridge) -> None:
        super().__init__(dialog)
        self._dialog, self._bridge = dialog, bridge
        self._removed: SavedPrompt | Preset | None = None
        self._after: str | None = None
        self._count, self._is_asking = 0, False
        dialog.searched.connect(self.look)
        dialog.moreAsked.connect(self._look_on)
        dialog.useAsked.connect(self.used)
        dialog.keepAsked.connect(self._keep)
        dialog.changeAsked.connect(self._change)
        dialog.removeAsked.connect(self._remove)
        dialog.undoAsked.connect(self._undo)
        dialog.folderRenamed.connect(self._rename_folder)
        dialog.importAsked.connect(self._ask_import)
        dialog.exportAsked.connect(self._ask_export)
        self._ask(lambda engine: engine.writing.prompts.folders(), self._show_folders)
        self.look()

    @Slot()
    def look(self) -> None:
        """Show what is wanted now, from its beginning."""
        self._after, self._count = None, 0
        self._find(is_more=False)

    @Slot()
    def _look_on(self) -> None:
        if not self._is_asking:
            self._find(is_more=True)

    def _find(self, *, is_more: bool) -> None:
        dialog, after, count = self._dialog, self._after, self._count
        shelf, words, folder = dialog.shelf, dialog.words, dialog.folder_wanted
        asked = (shelf, words, folder)
        self._is_asking = True
        if shelf is Shelf.KEPT:
            self._ask(
                lambda engine: engine.writing.prompts.saved(words, folder, count),
                partial(self._show, asked, is_more),
            )
        elif shelf is Shelf.EARLIER:
            if is_more and after is None:
                return
            self._ask(
                lambda engine: engine.writing.prompts.history(words, after),
                partial(self._show_history, asked, is_more),
            )
        elif not is_more:
            self._ask(
                lambda engine: engine.writing.presets.every(),
                partial(self._show_styles, asked),
            )

    def _show_history(self, asked: tuple[Any, ...], is_more: bool, page: "HistoryPage") -> None:
        self._after = page.after
        self._show(asked, is_more, page.prompts)

    def _show_styles(self, asked: tuple[Any, ...], presets: Sequence[Preset]) -> None:
        from videogen_desktop.domain.text import folded

        wanted = folded(self._dialog.words).split()
        own = [one for one in presets if one.is_own]
        found = [
            one for one in own if all(w in folded(f"{one.name('')} {one.fragment}") for w in wanted)
        ]
        self._show(asked, False, found)

    def _show(self, asked: tuple[Any, ...], is_more: bool, values: Sequence[Any]) -> None:
        dialog = self._dialog
        self._is_asking = False
        if asked != (dialog.shelf, dialog.words, dialog.folder_wanted):
            # Something else is looked for meanwhile.
            return
        self._count += len(values)
        if values or not is_more:
            dialog.show_lines(values, is_more=is_more)

    def _show_folders(self, folders: Sequence[PromptFolder]) -> None:
        self._dialog.show_folders(folders)

    # --- changing ----------------------------------------------------------------------------

    @Slot(str)
    def _keep(self, text: str) -> None:
        self._ask(lambda engine: engine.writing.prompts.keep(text), self._kept)

    def _kept(self, kept: SavedPrompt | None) -> None:
        words = self.tr("Kept.") if kept is not None else self.tr("It is kept already.")
        self._dialog.say(words)

    @Slot(object, str, str)
    def _change(self, value: SavedPrompt | Preset, name: str, text: str) -> None:
        if isinstance(value, Preset):
            self._ask(
                lambda engine: engine.writing.presets.change(value, name, text), self._changed
            )
        else:
            self._ask(
                lambda engine: engine.writing.prompts.change(value.id, text, name), self._changed
            )

    def _changed(self, changed: object) -> None:
        taken = self.tr("There is another style of this name.")
        self._dialog.say(self.tr("Saved.") if changed else taken)
        self._again()

    @Slot(object)
    def _remove(self, value: SavedPrompt | Preset) -> None:
        self._removed = value
        if isinstance(value, Preset):
            self._ask(lambda engine: engine.writing.presets.remove(value.id), self._gone)
        else:
            self._ask(lambda engine: engine.writing.prompts.remove([value.id]), self._gone)

    def _gone(self, _nothing: object) -> None:
        self._dialog.say(self.tr("Deleted."), can_undo=True)
        self._again()

    @Slot()
    def _undo(self) -> None:
        value, self._removed = self._removed, None
        self._dialog.say("")
        if isinstance(value, Preset):
            self._ask(lambda engine: engine.writing.presets.restore(value), self._again)
        elif value is not None:
            self._ask(lambda engine: engine.writing.prompts.restore(value), self._again)

    @Slot(str, str)
    def _rename_folder(self, before: str, name: str) -> None:
        self._ask(lambda engine: engine.writing.prompts.rename_folder(before, name), self._again)

    def _again(self, _answer: object = None) -> None:
        self._ask(lambda engine: engine.writing.prompts.folders(), self._show_folders)
        self.look()

    # --- a file of all of it -----------------------------------------------------------------

    @Slot()
    def _ask_export(self) -> None:
        dialog = self._file_question(self.tr("Export styles and descriptions"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile("videogen-prompts.json")
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    @Slot()
    def _ask_import(self) -> None:
        dialog = self._file_question(self.tr("Import styles and descriptions"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.bring_from)
        dialog.open()

    def _file_question(self, title: str) -> QFileDialog:
        dialog = file_dialog(self._dialog, title)
        dialog.setNameFilter("JSON (*.json)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    @Slot(str)
    def export_to(self, path: str) -> None:
        """Write all of it into this file."""
        self._ask(lambda engine: engine.writing.prompts.export(Path(path)), self._exported)

    @Slot(str)
    def bring_from(self, path: str) -> None:
        """Add what the file has and this library does not."""
        self._ask(lambda engine: engine.writing.prompts.bring(Path(path)), self._brought)

    def _exported(self, count: int) -> None:
        self._dialog.say(self.tr("%n were exported.", "", count))

    def _brought(self, count: int) -> None:
        self._dialog.say(self.tr("%n were imported.", "", count))
        self._again()

    # --- within ------------------------------------------------------------------------------

    def _ask(self, verb: Callable[[Any], Any], arrived: Callable[[Any], object]) -> None:
        self._bridge.ask(verb, arrived, self._failed)

    def _failed(self, error: BaseException) -> None:
        self._is_asking = False
        if isinstance(error, NoPromptFileError):
            self._dialog.say(self.tr("This file holds no styles and descriptions."))
        elif isinstance(error, OSError):
            self._dialog.say(self.tr("The file could not be read or written."))
        else:
            self.problemFound.emit(error)
