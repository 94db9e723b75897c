"""A window whose library does not open at first, and what can be done for it in memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.requests import VENDORS
from tests.ui.account.fake_account import AccountEngine
from tests.ui.conftest import RunningWindow
from videogen_desktop.domain.errors import OutputRefusedError
from videogen_desktop.domain.library_health import (
    BackupFacts,
    HealthReport,
    RecoveryChoice,
    RecoveryReport,
)
from videogen_desktop.domain.settings import Settings
from videogen_desktop.services.worker import BackgroundWorker
from videogen_desktop.ui.bridge import EngineBridge, Publish
from videogen_desktop.ui.health.health_presenter import HealthPresenter
from videogen_desktop.ui.main_window import MainWindow
from videogen_desktop.ui.maintenance_presenter import MaintenancePresenter
from videogen_desktop.ui.settings.settings_store import WindowPlaces
from videogen_desktop.ui.theme.theme import Theme
from videogen_desktop.ui.translation import Language, Translation
from videogen_desktop.ui.window_presenter import WindowPresenter
from videogen_desktop.ui.window_start import WindowStart

NOON = 1_795_262_400_000
BACKUP = BackupFacts(Path("backup.sqlite"), NOON, is_good=True, videos=128)
DAMAGE = HealthReport(Path("library.sqlite"), None, ("unreadable",), False, (BACKUP,))
RESULT = RecoveryReport(Path("damaged"), BACKUP, 130, 2, 0, 0)


@dataclass
class FakeDiagnosis:
    """As services.diagnostics.DiagnosticsBundle."""

    preview: str = "=== versions.txt ===\nVideoGen"

    async def save(self, path: Path) -> None:
        try:
            path.write_text(self.preview)
        except OSError as error:
            raise OutputRefusedError(path, "unwritable") from error


@dataclass
class FakeMaintenance:
    """As LibraryMaintenance of the health presenter. `failures` are raised by the next repairs."""

    folder: Path
    found: HealthReport = DAMAGE
    result: RecoveryReport = RESULT
    failures: list[BaseException] = field(default_factory=list)
    repairs: list[RecoveryChoice] = field(default_factory=list)
    on_repair: Callable[[], None] = lambda: None

    async def health(self) -> HealthReport:
        return self.found

    async def repair(self, choice: RecoveryChoice) -> RecoveryReport:
        self.on_repair()
        self.repairs.append(choice)
        if self.failures:
            raise self.failures.pop(0)
        return self.result

    async def diagnose(self) -> FakeDiagnosis:
        return FakeDiagnosis("without a library")


@dataclass
class ClosedWindow(RunningWindow):
    """`engines` belong to the worker's thread."""

    presenter: WindowPresenter
    maintenance: FakeMaintenance
    engines: list[AccountEngine]

    @property
    def health(self) -> HealthPresenter:
        return self.maintenance_presenter.health

    @property
    def maintenance_presenter(self) -> MaintenancePresenter:
        assert self.presenter.maintenance is not None
        return self.presenter.maintenance


OpenClosed = Callable[..., ClosedWindow]


@pytest.fixture
def open_closed(
    qtbot: QtBot, theme: Theme, language: Translation, tmp_path: Path
) -> Iterator[OpenClosed]:
    """Opens a window whose library fails with these errors, one after the other; English."""
    language.use(Language.ENGLISH)
    opened: list[ClosedWindow] = []

    def open_one(
        *failures: BaseException, prepare: Callable[[AccountEngine], None] = lambda _engine: None
    ) -> ClosedWindow:
        worker, left, engines = BackgroundWorker(), list(failures), list[AccountEngine]()

        def start() -> BackgroundWorker:
            worker.start()
            return worker

        async def open_engine(publish: Publish) -> Any:
            if left:
                raise left.pop(0)
            engines.append(AccountEngine(publish))
            prepare(engines[-1])
            return engines[-1]

        bridge = EngineBridge(start, open_engine)
        window = MainWindow(bridge, theme)
        maintenance = FakeMaintenance(tmp_path)
        settings = Settings(welcomed=True, language="en")
        places = WindowPlaces(tmp_path / "logs", tmp_path / "videos")
        start_facts = WindowStart(settings, places, lambda: VENDORS, maintenance=maintenance)
        presenter = WindowPresenter(window, bridge, theme, language, start_facts)
        presenter.reopenRequested.connect(lambda _settings, _chosen: bridge.reopen(open_engine))
        window.completed.connect(bridge.open)
        with qtbot.waitSignal(bridge.openFailed if failures else window.libraryOpened):
            window.show()
        opened.append(
            ClosedWindow(
                *(window, bridge, worker, theme, language, engines[0] if engines else None),  # type: ignore[arg-type]
                *(presenter, maintenance, engines),
            )
        )
        return opened[-1]

    yield open_one
    for closed in opened:
        closing = closed.bridge.close()
        assert closing is not None
        closing.result(5)
        assert closed.worker.stop(5_000)
        closed.window.close()
        closed.window.deleteLater()
        closed.bridge.deleteLater()
