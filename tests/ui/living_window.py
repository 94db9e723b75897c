"""The window with everything that surrounds it, on engines in memory; another opens at need."""

from collections.abc import Callable
from concurrent.futures import wait
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, cast

from pytestqt.qtbot import QtBot

from tests.requests import VENDORS
from tests.ui.account.fake_account import AccountEngine
from videogen_desktop.domain.settings import Settings
from videogen_desktop.services.wallet_engine import WalletEngine
from videogen_desktop.services.worker import BackgroundWorker
from videogen_desktop.ui.bridge import EngineBridge, Publish
from videogen_desktop.ui.main_window import MainWindow
from videogen_desktop.ui.settings.settings_store import WindowPlaces
from videogen_desktop.ui.theme.theme import Theme
from videogen_desktop.ui.translation import Translation
from videogen_desktop.ui.window_presenter import WindowPresenter
from videogen_desktop.ui.window_start import WindowStart

Prepare = Callable[[AccountEngine], None]


@dataclass
class LivingWindow:
    """`engines` belong to the worker's thread: look once the window has shown that it answered.
    `openings` are the settings each was opened with, and whether the wallet was chosen here."""

    window: MainWindow
    presenter: WindowPresenter
    bridge: EngineBridge
    worker: BackgroundWorker
    engines: list[AccountEngine] = field(default_factory=list)
    openings: list[tuple[Settings, bool]] = field(default_factory=list)

    @property
    def engine(self) -> AccountEngine:
        return self.engines[-1]

    def alerts(self) -> tuple[str, ...]:
        return self.window.alerts.texts

    def end(self) -> None:
        """As the root ends it."""
        written = self.presenter.end()
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
    packaged_by: str | None = None,
    prepare: Prepare = lambda _engine: None,
    **options: Any,
) -> LivingWindow:
    worker = BackgroundWorker()
    engines: list[AccountEngine] = []
    openings: list[tuple[Settings, bool]] = []

    def start_worker() -> BackgroundWorker:
        worker.start()
        return worker

    async def open_engine(
        settings: Settings, is_chosen_here: bool, publish: Publish
    ) -> WalletEngine:
        openings.append((settings, is_chosen_here))
        chosen = "kie" if is_chosen_here and settings.active_api_base else "sandbox"
        engine = AccountEngine(publish, settings=settings, **{"provider": chosen, **options})
        prepare(engine)
        engines.append(engine)
        return cast(WalletEngine, engine)

    bridge = EngineBridge(start_worker, partial(open_engine, settings, False))
    window = MainWindow(bridge, theme)
    places = WindowPlaces(folder / "logs", folder / "videos")
    start = WindowStart(settings, places, lambda: VENDORS, problem, packaged_by=packaged_by)
    presenter = WindowPresenter(window, bridge, theme, translation, start)
    living = LivingWindow(window, presenter, bridge, worker, engines, openings)

    def reopen(settings: Settings, is_chosen_here: bool) -> None:
        bridge.reopen(partial(open_engine, settings, is_chosen_here))

    presenter.reopenRequested.connect(reopen)
    window.completed.connect(bridge.open)
    with qtbot.waitSignal(window.libraryOpened):
        window.show()
    return living


OpenLivingWindow = Callable[..., LivingWindow]
