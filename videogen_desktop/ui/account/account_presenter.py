"""The presenter of the badge and its panel, and when it asks the provider for the balance."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.ui.account.statement_presenter import StatementPresenter
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.header import CreditBadge
from videogen_desktop.ui.moments import local_midnight_ms
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.credits import CreditRate
    from videogen_desktop.domain.events import Event
    from videogen_desktop.domain.gallery import Opened
    from videogen_desktop.domain.ledger import AccountFacts
    from videogen_desktop.domain.video import Video
    from videogen_desktop.domain.wallet import WalletKey
    from videogen_desktop.services.wallets import KnownWallet
    from videogen_desktop.ui.account.credit_panel import CreditPanel
    from videogen_desktop.ui.account.statement_dialog import StatementDialog

ASK_AT_MOST_EVERY_MS = 60_000
# Several videos that end together are one question to the provider.
_GATHER_MS = 2_000


def system_now_ms() -> int:
    return time.time_ns() // 1_000_000


class AccountPresenter(QObject):
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
        self._title = ""
        self._rate: CreditRate | None = None
        self._credit_page = ""
        self._panel: CreditPanel | None = None
        self._statement = StatementPresenter(bridge, window, tokens, now_ms)
        self.balance_refresh = BalanceRefresh(bridge, self)
        self.balance_refresh.answered.connect(self._provider_said)
        self.balance_refresh.silent.connect(self._provider_silent)
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
        if has_come and self.balance_refresh.is_due:
            self.balance_refresh.ask_quietly()
        return False

    @Slot(object)
    def _opened(self, opened: "Opened") -> None:
        self._wallet = opened.wallet.key
        self._title = opened.wallet_title
        self._credit_page = opened.vendor.credit_page_of(self._wallet)
        self._tell_panel()
        # The window itself asks right after opening.
        self.balance_refresh.count_as_asked()
        self._statement.show_wallet(self._wallet, self._title)

    def leave_wallet(self) -> None:
        """Another wallet is being opened: nothing of this one is shown any more."""
        self._wallet = None
        self.balance_refresh.leave_wallet()
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
            self.balance_refresh.follow(event.item.video)

    def show_worth(self, rate: "CreditRate | None") -> None:
        """What credits are worth to their owner from now on; None: nobody said."""
        self._rate = rate
        self._statement.show_worth(rate)
        self._tell_panel()

    def _tell_panel(self) -> None:
        if self._panel is not None:
            self._panel.show_worth(self._rate, self._credit_page)

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
            self._tell_panel()
            self._badge.place_panel()
        self._read_facts()
        if self._wallet is not None:
            self._panel.show_wallets((), self._wallet, self._title)
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
            self._panel.show_wallets(known, self._wallet, self._title)

    @Slot()
    def _ask_provider(self) -> None:
        if self._panel is not None:
            self._panel.show_refreshing(True)
        self.balance_refresh.ask()

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


class BalanceRefresh(QObject):
    """When the provider is asked: on demand, after videos ended, on coming back. Main thread.

    `silent` carries why a question that the user asked got no answer."""

    answered = Signal()
    silent = Signal(object)  # BaseException

    def __init__(self, bridge: EngineBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._asked = QElapsedTimer()
        self._on_their_way: set[str] = set()
        self._ended = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._ended.timeout.connect(self.ask_quietly)

    @property
    def is_due(self) -> bool:
        """Whether the last question is long enough ago for one that nobody asked for."""
        return not self._asked.isValid() or self._asked.elapsed() >= ASK_AT_MOST_EVERY_MS

    def count_as_asked(self) -> None:
        """Somebody else has just asked."""
        self._asked.start()

    def leave_wallet(self) -> None:
        self._ended.stop()

    def follow(self, video: "Video") -> None:
        """An end changes the balance."""
        if not video.is_terminal:
            self._on_their_way.add(video.id)
        elif video.id in self._on_their_way:
            self._on_their_way.discard(video.id)
            # Not started again: a steady stream of ends must not put it off for ever.
            if not self._ended.isActive():
                self._ended.start()

    def ask(self) -> None:
        """The user wants to know."""
        self._asked.start()
        self._bridge.ask(lambda engine: engine.account.balance(), self._came, self.silent.emit)

    @Slot()
    def ask_quietly(self) -> None:
        """Coming back to the window while offline is no reason for an alert each time."""
        self._asked.start()
        self._bridge.ask(lambda engine: engine.account.balance(), self._came, _nobody)

    def _came(self, _balance: object) -> None:
        self.answered.emit()


def _nobody(_error: BaseException) -> None:
    """The panel says when the provider last answered; that is enough here."""
