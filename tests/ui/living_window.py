"""The window with everything that surrounds it, on studios in memory; another opens at need."""

from collections.abc import Callable
from concurrent.futures import wait
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from tests.ui.account.fake_account import AccountStudio
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.wallet import KIE, SANDBOX
from videogen_desktop.services.worker import BackgroundWorker
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.main_window import MainWindow
from videogen_desktop.ui.settings.window_places import WindowPlaces
from videogen_desktop.ui.studio_interface import Publish, Studio
from videogen_desktop.ui.theme.theme import Theme
from videogen_desktop.ui.translation import Translation
from videogen_desktop.ui.window_life import WindowLife
from videogen_desktop.ui.window_start import WindowStart

Prepare = Callable[[AccountStudio], None]


@dataclass
class LivingWindow:
    """`studios` belong to the worker's thread: look once the window has shown that it answered.
    `openings` are the settings each was opened with, and whether the wallet was chosen here."""

    window: MainWindow
    life: WindowLife
    bridge: EngineBridge
    worker: BackgroundWorker
    studios: list[AccountStudio] = field(default_factory=list)
    openings: list[tuple[Settings, bool]] = field(default_factory=list)

    @property
    def studio(self) -> AccountStudio:
        return self.studios[-1]

    def alerts(self) -> tuple[str, ...]:
        return self.window.alerts.texts

    def end(self) -> None:
        """As the root ends it."""
        written = self.life.end()
        if written is not None:
            assert wait([written], 5).done
        closing = self.bridge.close()
        if closing is not None:
            closing.result(5)
        assert self.worker.stop(5_000)
        self.window.close()
        self.window.deleteLater()
        self.bridge.deleteLater()


def open_window(
    qtbot: QtBot,
    theme: Theme,
    translation: Translation,
    folder: Path,
    *,
    settings: Settings,
    problem: BaseException | None = None,
    prepare: Prepare = lambda _studio: None,
    **options: Any,
) -> LivingWindow:
    worker = BackgroundWorker()
    studios: list[AccountStudio] = []
    openings: list[tuple[Settings, bool]] = []

    def start_worker() -> BackgroundWorker:
        worker.start()
        return worker

    async def open_studio(settings: Settings, is_chosen_here: bool, publish: Publish) -> Studio:
        openings.append((settings, is_chosen_here))
        chosen = KIE if is_chosen_here and settings.active_api_base else SANDBOX
        studio = AccountStudio(publish, settings=settings, **{"provider": chosen, **options})
        prepare(studio)
        studios.append(studio)
        return studio

    bridge = EngineBridge(start_worker, partial(open_studio, settings, False))
    window = MainWindow(bridge, theme)
    places = WindowPlaces(folder / "logs", folder / "videos")
    life = WindowLife(window, bridge, theme, translation, WindowStart(settings, places, problem))
    living = LivingWindow(window, life, bridge, worker, studios, openings)

    def reopen(settings: Settings, is_chosen_here: bool) -> None:
        bridge.reopen(partial(open_studio, settings, is_chosen_here))

    life.reopenRequested.connect(reopen)
    window.completed.connect(bridge.open)
    with qtbot.waitSignal(window.libraryOpened):
        window.show()
    return living


OpenLife = Callable[..., LivingWindow]
