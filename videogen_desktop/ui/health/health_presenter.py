"""Joins the library's health to the window: the page in place of the cards, and recovery."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from videogen_desktop.domain.errors import EngineLockedError, LibraryDamagedError
from videogen_desktop.domain.events import Event, ProblemReported
from videogen_desktop.ui.announcing import announce
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.main_window import MainWindow
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.library_health import HealthReport, RecoveryChoice, RecoveryReport
    from videogen_desktop.ui.health.closed_library import ClosedLibrary
    from videogen_desktop.ui.health.recovery_dialog import RecoveryDialog

# A command of the terminal makes a video in minutes: nobody waits for these seconds.
RETRY_EVERY_MS = 3_000


class HealthPresenter(QObject):
    """Main thread only. `leaving` comes before a recovery closes the library that is open."""

    reopenRequested = Signal()
    leaving = Signal()
    diagnosisRequested = Signal()
    folderRefused = Signal()

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
        self._closed: ClosedLibrary | None = None
        self._dialog: RecoveryDialog | None = None
        self._tasks_wanted = ""
        self._retry = QTimer(self, singleShot=True, interval=RETRY_EVERY_MS)
        self._retry.timeout.connect(self.reopenRequested)
        bridge.openFailed.connect(self._open_failed)
        bridge.opened.connect(self._opened)
        bridge.eventArrived.connect(self._follow)
        window.closed.connect(self._retry.stop)

    @property
    def closed(self) -> "ClosedLibrary | None":
        """What stands in place of the cards, if something does."""
        return self._closed

    @property
    def will_retry(self) -> bool:
        """Whether the library is opened again by itself in a moment."""
        return self._retry.isActive()

    @property
    def dialog(self) -> "RecoveryDialog | None":
        return self._dialog

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        for part in (self._closed, self._dialog):
            if part is not None:
                part.set_tokens(tokens)

    # --- the library does not open -----------------------------------------------------------

    @Slot(object)
    def _open_failed(self, error: BaseException) -> None:
        from videogen_desktop.ui.health.closed_library import ClosedLibrary, closed_words

        if self._closed is None:
            closed = ClosedLibrary(self._tokens, error)
            closed.retryRequested.connect(self._try_again)
            closed.recoveryRequested.connect(self.open_recovery)
            closed.folderRequested.connect(self.open_folder)
            closed.diagnosisRequested.connect(self.diagnosisRequested)
            self._closed = closed
            self._window.library_area.show_instead(closed)
            announce(closed, closed.text, is_urgent=True)
        elif closed_words(error) != closed_words(self._closed.error):
            self._closed.show_error(error)
            announce(self._closed, self._closed.text, is_urgent=True)
        if isinstance(error, EngineLockedError):
            self._retry.start()

    @Slot(object)
    def _opened(self, _opened: object) -> None:
        self._retry.stop()
        if self._closed is not None:
            self._window.library_area.show_instead(None)
            self._closed.deleteLater()
            self._closed = None
        if self._tasks_wanted:
            text, self._tasks_wanted = self._tasks_wanted, ""
            self._window.rescue.open(text)

    @Slot()
    def _try_again(self) -> None:
        self._retry.stop()
        self.reopenRequested.emit()

    @Slot(object)
    def _follow(self, event: Event) -> None:
        """Damage that was found while the library is open."""
        if isinstance(event, ProblemReported) and isinstance(event.error, LibraryDamagedError):
            from videogen_desktop.ui.alerts import AlertAction
            from videogen_desktop.ui.errors import error_text

            words = QCoreApplication.translate("Health", "Recover…")
            action = AlertAction(words, self.open_recovery)
            self._window.alerts.error(error_text(event.error), action)

    # --- recovery ----------------------------------------------------------------------------

    @Slot()
    def open_recovery(self) -> None:
        """Look at the library and its backups, and show what can be done."""
        from videogen_desktop.ui.health.recovery_dialog import RecoveryDialog

        maintenance = self._maintenance
        if maintenance is None:
            return
        if self._dialog is None:
            self._dialog = RecoveryDialog(self._tokens, self._window)
            self._dialog.chosen.connect(self._recover)
            self._dialog.folderRequested.connect(self.open_folder)
            self._dialog.tasksRequested.connect(self._want_tasks)
            self._dialog.left.connect(self._left)
        self._dialog.show_looking()
        self._bridge.work(maintenance.health, self._dialog.show_health, self._dialog.show_failure)
        self._dialog.open()

    @Slot(object)
    def _recover(self, choice: "RecoveryChoice") -> None:
        maintenance = self._maintenance
        if maintenance is None:
            return
        self._retry.stop()
        self.leaving.emit()
        self._bridge.work(
            lambda: maintenance.repair(choice), self._recovered, self._failed, alone=True
        )

    def _recovered(self, report: "RecoveryReport") -> None:
        if self._dialog is not None:
            self._dialog.show_report(report)
            announce(self._dialog, self._dialog.outcome.text)

    def _failed(self, error: BaseException) -> None:
        if self._dialog is not None:
            self._dialog.show_failure(error)
        if self._closed is None:
            # It was open before, and nothing was changed: it opens again.
            self.reopenRequested.emit()

    @Slot()
    def _left(self) -> None:
        if self._dialog is not None and self._dialog.report is not None:
            self.reopenRequested.emit()

    @Slot()
    def _want_tasks(self) -> None:
        """The ids are read by the engine: once it runs."""
        if self._dialog is not None and self._dialog.report is not None:
            tasks = self._dialog.report.unknown_tasks
            self._tasks_wanted = "\n".join(task.task_id for task in tasks)
            self._dialog.close()

    @Slot()
    def open_folder(self) -> None:
        """Show where the library lies."""
        if self._maintenance is None:
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._maintenance.folder))):
            self.folderRefused.emit()


class LibraryMaintenance(Protocol):
    """What can be done for a library without an engine; the root hands it to the window.

    Every coroutine runs on the worker, and none needs an open library.
    """

    @property
    def folder(self) -> Path:
        """Where the library lies."""
        ...

    async def health(self) -> "HealthReport":
        """What is wrong with it, and its backups. Raises LibraryUnusableError."""
        ...

    async def repair(self, choice: "RecoveryChoice") -> "RecoveryReport":
        """Put what was chosen in its place. Raises StorageError: then nothing was changed."""
        ...

    async def diagnose(self) -> "Diagnosis": ...


class Diagnosis(Protocol):
    """As services.diagnostics.DiagnosticsBundle: what is shown is what is saved."""

    @property
    def preview(self) -> str: ...

    async def save(self, path: Path) -> None:
        """Raises OutputRefusedError."""
        ...
