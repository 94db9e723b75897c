"""The window's part in the library's safety: health, diagnosis, and clips that come in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.health.health_presenter import HealthPresenter
from videogen_desktop.ui.importing.file_drops import FileDrops
from videogen_desktop.ui.main_window import MainWindow
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.ui.health.diagnosis_presenter import DiagnosisPresenter
    from videogen_desktop.ui.health.health_presenter import LibraryMaintenance
    from videogen_desktop.ui.importing.drop_overlay import DroppedFiles
    from videogen_desktop.ui.importing.import_presenter import ImportPresenter
    from videogen_desktop.ui.settings.safety_page import SafetyPage


class MaintenancePresenter(QObject):
    """Made right after the first paint. Main thread only."""

    reopenRequested = Signal()
    leaving = Signal()
    folderRefused = Signal()
    tableDropped = Signal(object)  # Path

    def __init__(
        self,
        bridge: EngineBridge,
        window: MainWindow,
        maintenance: "LibraryMaintenance | None",
        tokens: Tokens,
    ) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window
        self._maintenance = maintenance
        self._tokens = tokens
        self._is_open = False
        self._diagnosis: DiagnosisPresenter | None = None
        self._imports: ImportPresenter | None = None
        self.health = HealthPresenter(bridge, window, maintenance, tokens)
        self.drops = FileDrops(window, tokens)
        self.health.reopenRequested.connect(self.reopenRequested)
        self.health.leaving.connect(self.leaving)
        self.health.folderRefused.connect(self.folderRefused)
        self.health.diagnosisRequested.connect(self._diagnose)
        self.drops.dropped.connect(self._take)
        window.header.importRequested.connect(self._import_folder)
        bridge.opened.connect(self._opened)

    @property
    def diagnosis(self) -> "DiagnosisPresenter":
        """Made when it is first wanted."""
        from videogen_desktop.ui.health.diagnosis_presenter import DiagnosisPresenter

        if self._diagnosis is None:
            self._diagnosis = DiagnosisPresenter(
                self._bridge,
                self._window,
                self._maintenance,
                self._tokens,
                has_engine=self._is_open,
            )
        return self._diagnosis

    @property
    def imports(self) -> "ImportPresenter":
        """Made when it is first wanted."""
        from videogen_desktop.ui.importing.import_presenter import ImportPresenter

        if self._imports is None:
            self._imports = ImportPresenter(self._bridge, self._window, self._tokens)
        return self._imports

    def join(self, page: "SafetyPage") -> None:
        """Do what this page of the settings offers."""
        page.recoveryRequested.connect(self.health.open_recovery)
        page.importRequested.connect(self._import_folder)
        page.diagnosisRequested.connect(self._diagnose)

    def leave_library(self) -> None:
        """It is being closed; another may open."""
        self._is_open = False
        self.drops.set_open(False)
        for part in (self._imports, self._diagnosis):
            if part is not None:
                part.leave_library()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for part in (self.health, self.drops, self._diagnosis, self._imports):
            if part is not None:
                part.set_tokens(tokens)

    @Slot(object)
    def _opened(self, _opened: object) -> None:
        self._is_open = True
        self.drops.set_open(True)

    @Slot()
    def _diagnose(self) -> None:
        self.diagnosis.open()

    @Slot()
    def _import_folder(self) -> None:
        self.imports.ask_folder()

    @Slot(object)
    def _take(self, files: "DroppedFiles") -> None:
        from videogen_desktop.ui.importing.drop_overlay import DropKind

        if files.kind is DropKind.INPUT:
            self._window.inputs.take(files.paths)
        elif files.kind is DropKind.BATCH:
            self.tableDropped.emit(files.paths[0])
        else:
            self.imports.take(files)
