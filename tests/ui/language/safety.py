"""What is shown for the library's safety: closed, damaged, recovered, imported, diagnosed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from tests.ui.language.scene import NOW, Scene, in_frame
from tests.ui.language.settings import settings
from videogen_desktop.domain.clip_tags import ImportOutcome, ImportReport
from videogen_desktop.domain.errors import (
    EngineLockedError,
    LedgerRulesChangedError,
    LibraryDamagedError,
    LibraryUnusableError,
    NewerLibraryError,
    RecoveryFailedError,
)
from videogen_desktop.domain.library_health import (
    BackupFacts,
    HealthReport,
    RecoveryReport,
    UnknownTask,
)
from videogen_desktop.ui.health.closed_library import ClosedLibrary
from videogen_desktop.ui.health.diagnosis_dialog import DiagnosisDialog
from videogen_desktop.ui.health.diagnosis_presenter import DiagnosisPresenter
from videogen_desktop.ui.health.recovery_dialog import RecoveryDialog, recovery_question
from videogen_desktop.ui.importing.import_dialog import ImportDialog
from videogen_desktop.ui.importing.import_presenter import ImportPresenter
from videogen_desktop.ui.settings.settings_dialog import SAFETY, SettingsDialog

LIBRARY = Path("/42")
BACKUP = BackupFacts(LIBRARY, NOW, is_good=True, videos=42)
DAMAGE = HealthReport(LIBRARY, None, ("unreadable",), False, (BACKUP,))


def _closed(error: BaseException) -> Callable[[Scene], QWidget]:
    return lambda scene: in_frame(scene, ClosedLibrary(scene.tokens, error))


def _recovery(show: Callable[[RecoveryDialog], None]) -> Callable[[Scene], QWidget]:
    def opened(scene: Scene) -> QWidget:
        dialog = RecoveryDialog(scene.tokens, scene.frame)
        show(dialog)
        return dialog

    return opened


def _recovered(dialog: RecoveryDialog) -> None:
    tasks = tuple(UnknownTask("https://42.☂", f"{'42' * 16}{number}") for number in range(2))
    dialog.show_report(RecoveryReport(LIBRARY, BACKUP, 42, 3, 2, 1, tasks))


def _recovery_failed(dialog: RecoveryDialog) -> None:
    dialog.show_health(replace(DAMAGE, backups=()))
    dialog.show_failure(RecoveryFailedError(()))


def _importing(show: Callable[[ImportDialog], None]) -> Callable[[Scene], QWidget]:
    def opened(scene: Scene) -> QWidget:
        dialog = ImportDialog(scene.tokens, scene.frame)
        show(dialog)
        return dialog

    return opened


def _imported(dialog: ImportDialog) -> None:
    files = {Path(str(number)): outcome for number, outcome in enumerate(ImportOutcome)}
    dialog.show_report(ImportReport(files, ("a",)))


def diagnosis(scene: Scene) -> QWidget:
    dialog = DiagnosisDialog(scene.tokens, scene.frame)
    dialog.show_text("☂ 42\n" * 42)
    dialog.show_saved("42")
    return dialog


def safety_page(scene: Scene) -> QWidget:
    dialog = settings(replace(scene, page=SAFETY))
    assert isinstance(dialog, SettingsDialog)
    dialog.safety.show_backups((BACKUP,))
    dialog.safety._not_done(LibraryUnusableError("disk_full"))
    return dialog


def _question(scene: Scene) -> QWidget:
    return recovery_question(scene.frame, "☂ 42")


def _import_question(*paths: str) -> Callable[[Scene], QWidget]:
    def question(scene: Scene) -> QWidget:
        presenter = ImportPresenter(scene.bridge, scene.frame, scene.tokens)  # type: ignore[arg-type]
        # Its name is in no language.
        folder = scene.folder / "42"
        folder.mkdir(exist_ok=True)
        chosen = [folder if path == "folder" else Path(path) for path in paths]
        presenter.offer(chosen)
        (opened,) = scene.frame.findChildren(QMessageBox)
        return opened

    return question


def _import_folder(scene: Scene) -> QWidget:
    presenter = ImportPresenter(scene.bridge, scene.frame, scene.tokens)  # type: ignore[arg-type]
    presenter.ask_folder_in(str(scene.folder))
    return _chooser(scene, scene.frame)


def _diagnosis_file(scene: Scene) -> QWidget:
    presenter = DiagnosisPresenter(scene.bridge, scene.frame, None, scene.tokens)
    presenter.open()
    presenter.ask_where()
    assert presenter.dialog is not None
    return _chooser(scene, presenter.dialog)


def _chooser(scene: Scene, parent: QWidget) -> QWidget:
    (dialog,) = parent.findChildren(QFileDialog)
    dialog.setDirectory(str(scene.folder))
    return dialog


SAFE: dict[str, Callable[[Scene], QWidget]] = {
    "closed: damaged": _closed(LibraryDamagedError(LIBRARY, ("unreadable",), BACKUP)),
    "recovery: choices": _recovery(lambda dialog: dialog.show_health(DAMAGE)),
    "recovery: report": _recovery(_recovered),
    "import: report": _importing(_imported),
    "diagnosis": diagnosis,
    "settings: safety": safety_page,
}
SAFE_STATES: dict[str, Callable[[Scene], QWidget]] = {
    "closed: missing": _closed(LibraryDamagedError(LIBRARY, ("missing",))),
    "closed: in use": _closed(EngineLockedError(LIBRARY)),
    "closed: newer": _closed(NewerLibraryError(LIBRARY, "42")),
    "closed: rules": _closed(LedgerRulesChangedError(LIBRARY)),
    "closed: full": _closed(LibraryUnusableError("disk_full")),
    "recovery: looking": _recovery(RecoveryDialog.show_looking),
    "recovery: working": _recovery(RecoveryDialog.show_working),
    "recovery: failed": _recovery(_recovery_failed),
    "recovery: sound": _recovery(lambda d: d.show_health(replace(DAMAGE, findings=()))),
    "recovery: newer": _recovery(lambda d: d.show_health(replace(DAMAGE, findings=("newer",)))),
    "recovery: missing": _recovery(lambda d: d.show_health(replace(DAMAGE, findings=("missing",)))),
    "import: looking": _importing(ImportDialog.show_begun),
    "import: under way": _importing(lambda dialog: dialog.show_progress(3, 42)),
    "import: nothing": _importing(lambda dialog: dialog.show_report(ImportReport())),
}
SAFE_DIALOGS: dict[str, Callable[[Scene], QWidget]] = {
    "recovery: question": _question,
    "import: one folder": _import_question("folder"),
    "import: folder and files": _import_question("folder", "42.mp4"),
    "import: files": _import_question("42.mp4", "43.mp4"),
    "import: folder dialog": _import_folder,
    "diagnosis: file": _diagnosis_file,
}
