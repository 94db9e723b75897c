"""Clips from outside, joined to the engine's importer: the form restored, or rows for files."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from videogen_desktop.domain.errors import NotPlayableError, UntaggedClipError
from videogen_desktop.domain.events import Event, ImportProgressed
from videogen_desktop.ui.alert import AlertAction
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.file_dialog import file_dialog
from videogen_desktop.ui.importing import wording
from videogen_desktop.ui.importing.dropped_files import DropKind, DroppedFiles
from videogen_desktop.ui.importing.import_dialog import ImportDialog
from videogen_desktop.ui.main_window import MainWindow
from videogen_desktop.ui.question import QuestionWords, question_box
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.clip_import import DroppedClip, ImportReport


class ImportDesk(QObject):
    """Main thread only. One import at a time; what an earlier library was asked is answered to
    nobody."""

    def __init__(self, bridge: EngineBridge, window: MainWindow, tokens: Tokens) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window
        self._tokens = tokens
        self._generation = 0
        self._is_running = False
        self._paths: tuple[Path, ...] = ()
        self.dialog: ImportDialog | None = None
        bridge.eventArrived.connect(self._follow)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        if self.dialog is not None:
            self.dialog.set_tokens(tokens)

    def leave_library(self) -> None:
        """It is being closed, and what it was asked with it."""
        self._generation += 1
        self._is_running = False
        if self.dialog is not None:
            self.dialog.close()

    # --- what was dropped --------------------------------------------------------------------

    @Slot(object)
    def take(self, files: DroppedFiles) -> None:
        """Do what fits what was dropped."""
        if files.kind is DropKind.RESTORE:
            self.restore(files.paths[0])
        elif files.kind is DropKind.IMPORT:
            self.offer(files.paths)
        else:
            self._window.alerts.error(wording.foreign() + ".")

    def restore(self, path: Path) -> None:
        """Fill the form with the request that the clip was made from."""
        self._bridge.ask(
            lambda engine: engine.importer.dropped(path),
            partial(self._restored, path),
            partial(self._not_restored, path),
        )

    def _restored(self, path: Path, clip: "DroppedClip") -> None:
        window = self._window
        window.composer.reuse(clip.request)
        if window.library.model.row_of(clip.video_id) is not None:
            show = partial(window.show_video, clip.video_id)
            action = AlertAction(wording.show_video(), show)
        else:
            action = AlertAction(wording.add_to_library(), partial(self.start, (path,)))
        window.alerts.success(wording.restored(path, clip), action)

    def _not_restored(self, path: Path, error: BaseException) -> None:
        action = None
        if isinstance(error, UntaggedClipError):
            add = partial(self.start, (path,), untagged=True)
            action = AlertAction(wording.add_to_library(), add)
        elif not isinstance(error, NotPlayableError):
            self._window.show_problem(error)
            return
        self._window.alerts.error(wording.not_restored(path, error), action)

    def offer(self, paths: Sequence[Path]) -> None:
        """Ask whether these may come in; a yes begins."""
        chosen = tuple(paths)
        yes = QCoreApplication.translate("Import", "Import")
        no = QCoreApplication.translate("Import", "Do not import")
        text, follows = wording.question(chosen), wording.consequences()
        words = QuestionWords(wording.title(), text, follows, yes, no)
        question, _yes = question_box(
            self._window, "importQuestion", words, "folder-input", is_yes_usual=True
        )
        question.accepted.connect(partial(self.start, chosen))
        question.open()

    # --- importing ---------------------------------------------------------------------------

    @Slot()
    def ask_folder(self) -> None:
        """Ask which folder to import."""
        movies = QStandardPaths.StandardLocation.MoviesLocation
        self.ask_folder_in(QStandardPaths.writableLocation(movies))

    def ask_folder_in(self, usual: str) -> None:
        """The same, beginning in this folder."""
        title = QCoreApplication.translate("Import", "Import videos from a folder")
        dialog = file_dialog(self._window, title, usual)
        dialog.setObjectName("importFolder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: self.start((Path(folder),)))
        dialog.open()

    def start(self, paths: Sequence[Path], *, untagged: bool = False) -> None:
        """Begin, and show how it goes; while one runs, only show that one."""
        if self.dialog is None:
            self.dialog = ImportDialog(self._tokens, self._window)
            self.dialog.untaggedRequested.connect(self._start_untagged)
            self.dialog.stopRequested.connect(self._stop)
        if not self._is_running:
            self._is_running = True
            self._generation += 1
            self._paths = chosen = tuple(paths)
            self.dialog.show_begun()
            publish = self._bridge.publish
            self._bridge.ask(
                lambda engine: engine.importer.import_paths(
                    chosen,
                    lambda done, total: publish(ImportProgressed(done, total)),
                    untagged=untagged,
                ),
                partial(self._ended, self._generation),
                partial(self._failed, self._generation),
            )
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    @Slot()
    def _start_untagged(self) -> None:
        self.start(self._paths, untagged=True)

    @Slot()
    def _stop(self) -> None:
        # Its report says what had come in by then.
        if self._is_running:
            self._bridge.ask(lambda engine: engine.importer.stop())

    @Slot(object)
    def _follow(self, event: Event) -> None:
        if isinstance(event, ImportProgressed) and self._is_running and self.dialog is not None:
            self.dialog.show_progress(event.done, event.total)

    def _ended(self, generation: int, report: "ImportReport") -> None:
        if generation != self._generation or self.dialog is None:
            return
        self._is_running = False
        self.dialog.show_report(report)
        # They are as old as their files say: not all belong at the top.
        self._window.library.controller.reload()
        if not self.dialog.isVisible():
            self._window.alerts.success(wording.summary(report))

    def _failed(self, generation: int, error: BaseException) -> None:
        if generation != self._generation or self.dialog is None:
            return
        self._is_running = False
        self.dialog.show_failure(error)
        if not self.dialog.isVisible():
            self._window.show_problem(error)
