"""Joins the diagnosis to whoever can make one: the engine, or the root without a library."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QObject, QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.file_dialog import file_dialog
from videogen_desktop.ui.health.diagnosis_dialog import DiagnosisDialog
from videogen_desktop.ui.health.health_presenter import Diagnosis, LibraryMaintenance
from videogen_desktop.ui.theme.tokens import Tokens


class DiagnosisPresenter(QObject):
    """Main thread only."""

    def __init__(
        self,
        bridge: EngineBridge,
        window: QWidget,
        maintenance: LibraryMaintenance | None,
        tokens: Tokens,
        *,
        has_engine: bool = False,
    ) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window
        self._maintenance = maintenance
        self._tokens = tokens
        self._has_engine = has_engine
        self._diagnosis: Diagnosis | None = None
        self.dialog: DiagnosisDialog | None = None
        bridge.opened.connect(self._opened)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        if self.dialog is not None:
            self.dialog.set_tokens(tokens)

    def leave_library(self) -> None:
        """It is being closed: the engine answers no more."""
        self._has_engine = False

    @Slot()
    def open(self) -> None:
        """Collect, and show what was found."""
        if self.dialog is None:
            self.dialog = DiagnosisDialog(self._tokens, self._window)
            self.dialog.saveRequested.connect(self.ask_where)
        self._diagnosis = None
        self.dialog.show_collecting()
        if self._has_engine:
            # It knows its own keys, and leaves them out even where a log has one.
            self._bridge.ask(lambda engine: engine.diagnose(), self._collected, self._failed)
        elif self._maintenance is not None:
            self._bridge.work(self._maintenance.diagnose, self._collected, self._failed)
        self.dialog.bring_to_front()

    @Slot(object)
    def _opened(self, _opened: object) -> None:
        self._has_engine = True

    def _collected(self, diagnosis: Diagnosis) -> None:
        self._diagnosis = diagnosis
        if self.dialog is not None:
            self.dialog.show_text(diagnosis.preview)

    def _failed(self, error: BaseException) -> None:
        if self.dialog is not None:
            self.dialog.show_failure(error)

    @Slot()
    def ask_where(self) -> None:
        """Ask where to save what is shown."""
        title = QCoreApplication.translate("Diagnosis", "Save the diagnosis")
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        dialog = file_dialog(self.dialog, title, folder)
        dialog.setObjectName("diagnosisFile")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("ZIP (*.zip)")
        dialog.setDefaultSuffix("zip")
        day = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        dialog.selectFile(f"videogen-diagnosis-{day}.zip")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save)
        dialog.open()

    @Slot(str)
    def save(self, chosen: str) -> None:
        """Write just what is shown."""
        diagnosis, path = self._diagnosis, Path(chosen)
        if diagnosis is not None:
            self._bridge.work(
                lambda: diagnosis.save(path), partial(self._was_saved, path), self._failed
            )

    def _was_saved(self, path: Path, _nothing: object) -> None:
        if self.dialog is not None:
            self.dialog.show_saved(path.name)
