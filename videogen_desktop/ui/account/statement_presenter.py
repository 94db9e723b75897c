"""The presenter of the statement: read, kept up to date, exported."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.ui.account.wording import KINDS, kind_name, top_up_name
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.moments import unknown_date
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.credits import CreditRate
    from videogen_desktop.domain.reconciliation import Drift
    from videogen_desktop.domain.wallet import WalletKey
    from videogen_desktop.services.wallet_engine import WalletEngine
    from videogen_desktop.ui.account.statement_dialog import StatementDialog
    from videogen_desktop.ui.account.statement_model import SearchableStatement


# Twenty jobs that change the balance at once are one reading.
_SETTLED_MS = 300


class StatementPresenter(QObject):
    """Makes the dialog when it is first wanted. Main thread only."""

    videoRequested = Signal(str)
    rescueRequested = Signal()
    problemFound = Signal(object)  # BaseException
    exported = Signal(object)  # Path

    def __init__(
        self, bridge: EngineBridge, window: QWidget, tokens: Tokens, now_ms: Callable[[], int]
    ) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._window = window
        self._tokens = tokens
        self._now_ms = now_ms
        self._wallet: WalletKey | None = None
        self._title = ""
        self._rate: CreditRate | None = None
        self.dialog: StatementDialog | None = None
        self._due = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._due.timeout.connect(self._read)

    def open(self) -> None:
        from videogen_desktop.ui.account.statement_dialog import StatementDialog

        if self.dialog is None:
            self.dialog = StatementDialog(self._tokens, self._now_ms, self._window)
            self.dialog.exportRequested.connect(self._export)
            self.dialog.videoRequested.connect(self._open_video)
            self.dialog.rescueRequested.connect(self._open_rescue)
            self.dialog.show_worth(self._rate)
        self.dialog.bring_to_front()
        self._read()

    def show_wallet(self, wallet: "WalletKey", title: str) -> None:
        """The statement is this wallet's from now on."""
        self._wallet, self._title = wallet, title
        self._read()

    def leave_wallet(self) -> None:
        """Another wallet is being opened: nothing of this one is shown any more."""
        self._wallet = None
        self._due.stop()
        if self.dialog is not None:
            self.dialog.close()

    def follow(self) -> None:
        """Money has moved, or the provider's balance says otherwise than the ledger."""
        self._due.start()

    def show_worth(self, rate: "CreditRate | None") -> None:
        """What credits are worth to their owner from now on; None: nobody said."""
        self._rate = rate
        if self.dialog is not None:
            self.dialog.show_worth(rate)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        if self.dialog is not None:
            self.dialog.set_tokens(tokens)

    @Slot()
    def _read(self) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self._bridge.ask(_searchable_statement, self._show)
            self._bridge.ask(_drift, self._show_drift)

    def _show(self, statement: "SearchableStatement") -> None:
        if self.dialog is not None and self._wallet is not None:
            self.dialog.show_statement(statement, self._wallet, self._title)

    def _show_drift(self, drift: "Drift | None") -> None:
        if self.dialog is not None and self._wallet is not None:
            self.dialog.show_drift(drift)

    @Slot()
    def _open_rescue(self) -> None:
        if self.dialog is not None:
            self.dialog.close()
        self.rescueRequested.emit()

    @Slot(str)
    def _open_video(self, video_id: str) -> None:
        if self.dialog is not None:
            self.dialog.close()
        self.videoRequested.emit(video_id)

    @Slot(str, object)
    def _export(self, kind: str, path: Path) -> None:
        from videogen_desktop.services.statement_export import (
            TOP_UP,
            StatementFormat,
            StatementWords,
            write_statement,
        )

        if self.dialog is None:
            return
        movements = self.dialog.movements_shown()
        headings = (*self.dialog.model.headings(), self.tr("Video ID"))
        kinds = {name: kind_name(name) for name in KINDS} | {TOP_UP: top_up_name()}
        words = StatementWords(headings, kinds, unknown_date())
        write = partial(write_statement, path, movements, StatementFormat(kind), words)
        self._bridge.ask(lambda _engine: write(), self.exported.emit, self.problemFound.emit)


async def _drift(engine: "WalletEngine") -> "Drift | None":
    return await engine.reconciler.drift()


async def _searchable_statement(engine: "WalletEngine") -> "SearchableStatement":
    import asyncio

    from videogen_desktop.ui.account.statement_model import SearchableStatement

    movements = await engine.account.statement()
    # Folding the texts of thousands of prompts takes longer than a frame, wherever it is done
    # in one go.
    return await asyncio.to_thread(SearchableStatement, movements)
