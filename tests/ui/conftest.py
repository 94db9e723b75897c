"""The real window, bridge and worker on an engine in memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.fake_wallet_engine import FakeWalletEngine
from tests.ui.living_window import LivingWindow, OpenLivingWindow, open_window
from videogen_desktop.domain.settings import Settings
from videogen_desktop.services.worker import BackgroundWorker
from videogen_desktop.ui.bridge import EngineBridge, Publish
from videogen_desktop.ui.main_window import MainWindow
from videogen_desktop.ui.theme.theme import Theme, ThemeChoice
from videogen_desktop.ui.translation import Language, Translation

# A window of a loaded machine: five seconds were too few for a layout there.
PATIENCE_MS = 30_000


class PatientBot(QtBot):
    """Waits as long as a loaded machine needs; what comes at once is not waited for longer."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **options: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **options)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture
def opened_pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was handed to the system's browser, which nobody opens here."""
    opened: list[str] = []

    def browser(url: QUrl) -> bool:
        opened.append(url.url())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", browser)
    return opened


@dataclass
class RunningWindow:
    """A running window. `engine` belongs to the worker's thread: prepare it through
    `prepare`, look at it once the window has shown that it answered."""

    window: MainWindow
    bridge: EngineBridge
    worker: BackgroundWorker
    theme: Theme
    translation: Translation
    engine: FakeWalletEngine

    def write(self, prompt: str) -> None:
        self.window.composer.prompt.setPlainText(prompt)

    def alerts(self) -> tuple[str, ...]:
        return self.window.alerts.texts


OpenRunningWindow = Callable[..., RunningWindow]


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Translation]:
    before = QLocale()
    translation = Translation(qapp, Language.VIETNAMESE)
    assert translation.is_complete, "run `make translations`"
    yield translation
    translation.remove()
    QLocale.setDefault(before)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    yield from one_theme(qapp)


def one_theme(qapp: QApplication) -> Iterator[Theme]:
    """The light one; then the application is as it was."""
    palette, font = qapp.palette(), qapp.font()
    theme = Theme(qapp, ThemeChoice.LIGHT)
    yield theme
    theme.deleteLater()
    # What has been closed would be styled anew: that was a third of a window's test.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def larger_font(theme: Theme) -> Iterator[None]:
    """Half as large again."""
    before = QApplication.font()
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    QApplication.setFont(font)
    theme.follow_font()
    yield
    QApplication.setFont(before)
    theme.follow_font()


@pytest.fixture
def open_running(qtbot: QtBot, theme: Theme, language: Translation) -> Iterator[OpenRunningWindow]:
    """Opens windows: keywords go to FakeWalletEngine; `prepare` may change it before it opens."""
    all_running: list[RunningWindow] = []

    def open_one(
        prepare: Callable[[FakeWalletEngine], None] = lambda _engine: None, **options: Any
    ) -> RunningWindow:
        worker = BackgroundWorker()

        def start() -> BackgroundWorker:
            worker.start()
            return worker

        made: list[FakeWalletEngine] = []

        async def open_engine(publish: Publish) -> Any:
            engine = FakeWalletEngine(publish, **options)
            prepare(engine)
            made.append(engine)
            return engine

        bridge = EngineBridge(start, open_engine)
        window = MainWindow(bridge, theme)
        window.completed.connect(bridge.open)
        with qtbot.waitSignal(window.libraryOpened):
            window.show()
        all_running.append(RunningWindow(window, bridge, worker, theme, language, made[0]))
        return all_running[-1]

    yield open_one
    for running in all_running:
        closing = running.bridge.close()
        assert closing is not None
        closing.result(5)
        assert running.worker.stop(5_000)
        running.window.close()
        running.window.deleteLater()
        running.bridge.deleteLater()


@pytest.fixture
def open_living(
    qtbot: QtBot, theme: Theme, language: Translation, tmp_path: Path
) -> Iterator[OpenLivingWindow]:
    """Opens windows with everything that surrounds them: keywords go to AccountEngine; English,
    as the texts stand in the code."""
    language.use(Language.ENGLISH)
    opened: list[LivingWindow] = []

    def open_one(settings: Settings | None = None, **options: Any) -> LivingWindow:
        chosen = settings or Settings(welcomed=True, language="en")
        living = open_window(qtbot, theme, language, tmp_path, settings=chosen, **options)
        opened.append(living)
        return living

    yield open_one
    for living in opened:
        living.end()
