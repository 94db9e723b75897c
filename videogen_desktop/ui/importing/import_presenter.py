"""Joins clips from outside to the importer: their request restored, or an import."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog

from videogen_desktop.domain.clip_tags import DroppedClip, ImportReport
from videogen_desktop.domain.errors import NotPlayableError, UntaggedClipError
from videogen_desktop.domain.events import Event, ImportProgressed
from videogen_desktop.ui.alerts import AlertAction
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.file_dialog import file_dialog
from videogen_desktop.ui.importing.drop_overlay import DropKind, DroppedFiles, foreign_text
from videogen_desktop.ui.importing.import_dialog import ImportDialog, import_summary, import_title
from videogen_desktop.ui.main_window import MainWindow
from videogen_desktop.ui.question import QuestionWords, question_box
from videogen_desktop.ui.theme.tokens import Tokens


class ImportPresenter(QObject):
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
            self._window.alerts.error(foreign_text() + ".")

    def restore(self, path: Path) -> None:
        """Fill the form with the request that the clip was made from."""
        self._bridge.ask(
            lambda engine: engine.importer.dropped(path),
            partial(self._restored, path),
            partial(self._not_restored, path),
        )

    def _restored(self, path: Path, clip: DroppedClip) -> None:
        window = self._window
        window.composer.reuse(clip.request)
        if window.library.model.row_of(clip.video_id) is not None:
            show = partial(window.show_video, clip.video_id)
            action = AlertAction(_show_video(), show)
        else:
            action = AlertAction(_add_to_library(), partial(self.start, (path,)))
        window.alerts.success(_restored_text(path, clip), action)

    def _not_restored(self, path: Path, error: BaseException) -> None:
        action = None
        if isinstance(error, UntaggedClipError):
            add = partial(self.start, (path,), untagged=True)
            action = AlertAction(_add_to_library(), add)
        elif not isinstance(error, NotPlayableError):
            self._window.show_problem(error)
            return
        self._window.alerts.error(_not_restored_text(path, error), action)

    def offer(self, paths: Sequence[Path]) -> None:
        """Ask whether these may come in; a yes begins."""
        chosen = tuple(paths)
        yes = QCoreApplication.translate("Import", "Import")
        no = QCoreApplication.translate("Import", "Do not import")
        text, follows = _question(chosen), _consequences()
        words = QuestionWords(import_title(), text, follows, yes, no)
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
        self.dialog.bring_to_front()

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

    def _ended(self, generation: int, report: ImportReport) -> None:
        if generation != self._generation or self.dialog is None:
            return
        self._is_running = False
        self.dialog.show_report(report)
        # They are as old as their files say: not all belong at the top.
        self._window.library.listing.reload()
        if not self.dialog.isVisible():
            self._window.alerts.success(import_summary(report))

    def _failed(self, generation: int, error: BaseException) -> None:
        if generation != self._generation or self.dialog is None:
            return
        self._is_running = False
        self.dialog.show_failure(error)
        if not self.dialog.isVisible():
            self._window.show_problem(error)


def _restored_text(path: Path, clip: DroppedClip) -> str:
    text = QCoreApplication.translate("Import", "The request of “{file}” is back in the form.")
    text = text.format(file=path.name)
    if not clip.is_offered:
        rest = QCoreApplication.translate(
            "Import", "This wallet does not offer {model}: choose another model."
        )
        text = f"{text} {rest.format(model=clip.model_title or clip.request.model_id)}"
    return text


def _not_restored_text(path: Path, error: BaseException) -> str:
    if isinstance(error, UntaggedClipError):
        text = QCoreApplication.translate(
            "Import", "“{file}” does not say how it was made, so there is no request to get back."
        )
        return text.format(file=path.name)
    if isinstance(error, NotPlayableError):
        text = QCoreApplication.translate("Import", "“{file}” is no video that plays.")
        return text.format(file=path.name)
    return error_text(error)


def _add_to_library() -> str:
    return QCoreApplication.translate("Import", "Add to the library")


def _show_video() -> str:
    return QCoreApplication.translate("Import", "Show the video")


def _question(paths: Sequence[Path]) -> str:
    folders = [path for path in paths if path.is_dir()]
    if len(folders) == 1 and len(paths) == 1:
        text = QCoreApplication.translate("Import", "Import the videos of the folder “{folder}”?")
        return text.format(folder=folders[0].name or str(folders[0]))
    if folders:
        return QCoreApplication.translate("Import", "Import the videos in what you dropped?")
    return QCoreApplication.translate("Import", "Import %n videos?", None, len(paths))


def _consequences() -> str:
    return QCoreApplication.translate(
        "Import",
        "The files stay where they are, and it costs nothing. What the library has already does "
        "not come in again.",
    )
