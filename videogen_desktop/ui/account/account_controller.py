"""The badge and its panel, joined to the engine's account."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.ui.account.balance_asking import BalanceAsking
from videogen_desktop.ui.account.statement_desk import StatementDesk
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.credit_badge import CreditBadge
from videogen_desktop.ui.moments import local_midnight_ms
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.account import AccountFacts
    from videogen_desktop.domain.events import Event
    from videogen_desktop.domain.wallet import WalletKey
    from videogen_desktop.services.wallets import KnownWallet
    from videogen_desktop.ui.account.credit_panel import CreditPanel
    from videogen_desktop.ui.account.statement_dialog import StatementDialog


def system_now_ms() -> int:
    return time.time_ns() // 1_000_000


class AccountController(QObject):
    """Lives as long as the window, which it watches for becoming active. Main thread only."""

    videoRequested = Signal(str)
    walletChosen = Signal(object)  # WalletKey
    settingsRequested = Signal()
    rescueRequested = Signal()
    problemFound = Signal(object)  # BaseException
    exported = Signal(object)  # Path

    def __init__(
        self,
        bridge: EngineBridge,
        badge: CreditBadge,
        window: QWidget,
        tokens: Tokens,
        now_ms: Callable[[], int] = system_now_ms,
    ) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._badge = badge
        self._window = window
        self._tokens = tokens
        self._now_ms = now_ms
        self._wallet: WalletKey | None = None
        self._panel: CreditPanel | None = None
        self._statement = StatementDesk(bridge, window, tokens, now_ms)
        self.asking = BalanceAsking(bridge, self)
        self.asking.answered.connect(self._provider_said)
        self.asking.silent.connect(self._provider_silent)
        self._statement.videoRequested.connect(self.videoRequested)
        self._statement.problemFound.connect(self.problemFound)
        self._statement.rescueRequested.connect(self.rescueRequested)
        self._statement.exported.connect(self.exported)
        badge.panelOpened.connect(self._panel_opened)
        bridge.opened.connect(self._opened)
        bridge.eventArrived.connect(self._event_arrived)
        window.installEventFilter(self)

    # --- what happens ------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        has_come = event.type() is QEvent.Type.WindowActivate and self._wallet is not None
        if has_come and self.asking.is_due:
            self.asking.ask_quietly()
        return False

    @Slot(object)
    def _opened(self, opened: Any) -> None:
        self._wallet = opened.wallet.key
        # The window itself asks right after opening.
        self.asking.count_as_asked()
        self._statement.show_wallet(self._wallet)

    def leave_wallet(self) -> None:
        """Another wallet is being opened: nothing of this one is shown any more."""
        self._wallet = None
        self.asking.leave_wallet()
        self._statement.leave_wallet()
        if self._panel is not None:
            self._panel.forget()

    @Slot(object)
    def _event_arrived(self, event: "Event") -> None:
        from videogen_desktop.domain.events import BalanceChanged, DriftChanged, VideoChanged

        if isinstance(event, BalanceChanged | DriftChanged):
            self._read_facts()
            self._statement.follow()
        elif isinstance(event, VideoChanged):
            self.asking.follow(event.item.video)

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        if self._panel is not None:
            self._panel.set_tokens(tokens)
        self._statement.set_tokens(tokens)

    # --- the panel ---------------------------------------------------------------------------

    @Slot()
    def _panel_opened(self) -> None:
        if self._panel is None:
            self._panel = self._badge.panel
            self._panel.refreshRequested.connect(self._ask_provider)
            self._panel.statementRequested.connect(self.open_statement)
            self._panel.settingsRequested.connect(self._manage)
            self._panel.walletChosen.connect(self._choose_wallet)
            self._panel.videoRequested.connect(self._open_video)
            self._panel.rescueRequested.connect(self._open_rescue)
        self._read_facts()
        if self._wallet is not None:
            self._panel.show_wallets((), self._wallet)
        self._bridge.ask(lambda engine: engine.wallets.known(), self._wallets_known)

    def _read_facts(self) -> None:
        if self._panel is None or not self._panel.isVisible():
            return
        midnight = local_midnight_ms(self._now_ms())
        self._bridge.ask(lambda engine: engine.account.facts(midnight), self._facts_read)

    def _facts_read(self, facts: "AccountFacts") -> None:
        if self._panel is not None and self._wallet is not None:
            self._panel.show_facts(facts, self._now_ms())
            self._badge.place_panel()

    def _wallets_known(self, known: "tuple[KnownWallet, ...]") -> None:
        if self._panel is not None and self._wallet is not None:
            self._panel.show_wallets(known, self._wallet)

    @Slot()
    def _ask_provider(self) -> None:
        if self._panel is not None:
            self._panel.show_refreshing(True)
        self.asking.ask()

    @Slot()
    def _provider_said(self) -> None:
        if self._panel is not None:
            self._panel.show_refreshing(False)
        self._read_facts()

    @Slot(object)
    def _provider_silent(self, error: BaseException) -> None:
        if self._panel is not None:
            self._panel.show_refreshing(False, is_unreachable=True)
        self.problemFound.emit(error)

    @Slot(object)
    def _choose_wallet(self, key: "WalletKey") -> None:
        self._hide_panel()
        self.walletChosen.emit(key)

    @Slot()
    def _manage(self) -> None:
        self._hide_panel()
        self.settingsRequested.emit()

    @Slot()
    def _open_rescue(self) -> None:
        self._hide_panel()
        self.rescueRequested.emit()

    @Slot(str)
    def _open_video(self, video_id: str) -> None:
        self._hide_panel()
        self.videoRequested.emit(video_id)

    def _hide_panel(self) -> None:
        if self._panel is not None:
            self._panel.hide()

    @Slot()
    def open_statement(self) -> None:
        self._hide_panel()
        self._statement.open()

    @property
    def statement(self) -> "StatementDialog | None":
        return self._statement.dialog
