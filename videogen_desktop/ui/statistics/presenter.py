"""The presenter of the page of figures: read when it is opened, and when the period changes."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from videogen_desktop.domain.statistics import Measure, Statistics
from videogen_desktop.services.statistics import (
    StatisticsReader,
    StatisticsWords,
    write_statistics,
)
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.statistics.dialog import StatisticsDialog
from videogen_desktop.ui.statistics.wording import measure_name
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from videogen_desktop.domain.wallet import WalletKey
    from videogen_desktop.services.wallet_engine import WalletEngine


class StatisticsPresenter(QObject):
    """Made when the page is first wanted. Main thread only."""

    problemFound = Signal(object)  # BaseException
    exported = Signal(object)  # Path

    def __init__(self, bridge: EngineBridge, window: "QWidget", tokens: Tokens) -> None:
        super().__init__(window)
        self._bridge = bridge
        self.dialog = StatisticsDialog(tokens, window)
        self.dialog.periodChosen.connect(self._read)
        self.dialog.exportRequested.connect(self._export)

    def open(self, wallet: "WalletKey", title: str) -> None:
        """Show the figures of the open wallet."""
        self.dialog.show_wallet(wallet, title)
        self.dialog.bring_to_front()
        self._read()

    def leave_wallet(self) -> None:
        """Another wallet is being opened: nothing of this one is shown any more."""
        self.dialog.close()
        self.dialog.statistics = None

    def set_tokens(self, tokens: Tokens) -> None:
        self.dialog.set_tokens(tokens)

    @Slot()
    def _read(self) -> None:
        days = self.dialog.period.current
        self._bridge.ask(
            lambda engine: _statistics(engine, days),
            partial(self._show, days),
            self.problemFound.emit,
        )

    def _show(self, days: int | None, statistics: Statistics) -> None:
        # Of a period that was left meanwhile.
        if self.dialog.period.current == days and self.dialog.isVisible():
            self.dialog.show_statistics(statistics)

    @Slot(object)
    def _export(self, path: Path) -> None:
        statistics = self.dialog.statistics
        if statistics is None:
            return
        words = StatisticsWords(
            (self.tr("By"), self.tr("Name")),
            self.tr("Day"),
            self.tr("Model"),
            self.tr("Collection"),
            {measure: measure_name(measure) for measure in Measure},
        )
        self._bridge.ask(
            lambda _engine: write_statistics(path, statistics, words),
            self.exported.emit,
            self.problemFound.emit,
        )


async def _statistics(engine: "WalletEngine", days: int | None) -> Statistics:
    titles = await engine.gallery.models()
    reader = StatisticsReader(
        engine.library, engine.wallet.id, lambda model: titles.get(model, model), engine.clock
    )
    return await reader.read(days)
