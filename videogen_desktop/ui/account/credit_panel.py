"""The wallet's money in full, in a popup below the badge."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)

from videogen_desktop.ui.account.confirmation import Confirmation
from videogen_desktop.ui.account.figures import Figures
from videogen_desktop.ui.account.movement_list import MOST, MovementList
from videogen_desktop.ui.account.popup_panel import PopupPanel
from videogen_desktop.ui.account.wallet_button import WalletButton
from videogen_desktop.ui.account.wording import play_money
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.plain_text import plain_tooltip
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.account import AccountFacts
    from videogen_desktop.domain.ledger import Balance
    from videogen_desktop.domain.wallet import WalletKey
    from videogen_desktop.services.wallets import KnownWallet

_ICON = 16


class CreditPanel(PopupPanel):
    """Main thread only. What it shows is handed to it; what it wants it says with signals."""

    refreshRequested = Signal()
    statementRequested = Signal()
    settingsRequested = Signal()
    rescueRequested = Signal()
    walletChosen = Signal(object)  # WalletKey
    videoRequested = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(tokens, parent)
        self.setObjectName("creditPanel")
        self._balance: Balance | None = None
        self._is_play_money = False
        self._facts: AccountFacts | None = None
        self._now_ms = 0
        self._is_refreshing = False
        self._is_unreachable = False
        self._make_parts(tokens)
        self._lay_out(tokens)
        self.set_tokens(tokens)

    # --- what it shows -----------------------------------------------------------------------

    def show_money(self, balance: "Balance", is_play_money: bool) -> None:
        self._balance = balance
        self._is_play_money = is_play_money
        self._write()

    def show_facts(self, facts: "AccountFacts", now_ms: int) -> None:
        """What the ledger and the provider said; `now_ms` decides what counts as today."""
        self._facts = facts
        self._now_ms = now_ms
        self._balance = facts.balance
        self._movements.show_movements(facts.movements, now_ms)
        self._write()

    def show_wallets(self, known: "Sequence[KnownWallet]", current: "WalletKey") -> None:
        self._wallet.show_wallets(known, current)

    def show_refreshing(self, refreshing: bool, is_unreachable: bool = False) -> None:
        """While the provider is asked, and whether it could not be reached."""
        self._is_refreshing = refreshing
        self._is_unreachable = is_unreachable
        self._refresh.setEnabled(not refreshing)
        self._write()

    def forget(self) -> None:
        """Another wallet is being opened."""
        self._facts = None
        self._balance = None
        self._movements.show_movements((), 0)
        self.hide()

    def fit_into(self, height: int) -> None:
        """As many of the last movements as a screen of this height has room for."""
        for count in range(MOST, -1, -1):
            self._movements.show_at_most(count)
            self.take_size()
            if self.height() <= height:
                return

    def set_tokens(self, tokens: Tokens) -> None:
        super().set_tokens(tokens)
        self._refresh.setIcon(themed_icon("refresh-cw", tokens.text_muted, _ICON))
        self._statement.setIcon(themed_icon("receipt-text", tokens.accent, _ICON))
        self._wallet.set_tokens(tokens)
        self._movements.set_tokens(tokens)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    # --- texts -------------------------------------------------------------------------------

    def _write(self) -> None:
        self._title.setText(self.tr("Your credits"))
        self._chip.setText(play_money())
        self._chip.setVisible(self._is_play_money)
        self._refresh.setToolTip(plain_tooltip(self.tr("Ask the provider again")))
        self._refresh.setAccessibleName(self.tr("Ask the provider again"))
        self._figures.show_money(self._balance, self._facts)
        self._recent.setText(self.tr("Recently"))
        self._statement.setText(self.tr("Statement"))
        self._write_confirmation()
        self.take_size()

    def _write_confirmation(self) -> None:
        if self._is_refreshing:
            self._confirmation.show_asking()
        elif self._is_unreachable:
            self._confirmation.show_unreachable()
        else:
            self._confirmation.show_facts(self._facts, self._now_ms)

    # --- parts -------------------------------------------------------------------------------

    def _make_parts(self, tokens: Tokens) -> None:
        self._title = plain_label("heading")
        self._chip = plain_label("chip")
        self._refresh = QToolButton()
        self._refresh.setProperty("kind", "icon")
        self._refresh.setIconSize(QSize(_ICON, _ICON))
        self._refresh.clicked.connect(self.refreshRequested)
        self._figures = Figures(tokens)
        self._confirmation = Confirmation()
        self._confirmation.drift.rescueRequested.connect(self.rescueRequested)
        self._recent = plain_label("caption")
        self._movements = MovementList(tokens)
        self._movements.videoRequested.connect(self.videoRequested)
        self._statement = QPushButton()
        self._statement.setProperty("kind", "link")
        self._statement.setCursor(Qt.CursorShape.PointingHandCursor)
        self._statement.clicked.connect(self.statementRequested)
        self._wallet = WalletButton(tokens)
        self._wallet.walletChosen.connect(self.walletChosen)
        self._wallet.manageRequested.connect(self.settingsRequested)

    def _lay_out(self, tokens: Tokens) -> None:
        column = self.column
        head = QHBoxLayout()
        head.setSpacing(tokens.space_2)
        head.addWidget(self._title)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self._refresh)
        column.addLayout(head)
        column.addLayout(self._figures)
        column.addSpacing(tokens.space_1)
        column.addWidget(self._confirmation)
        column.addWidget(_rule())
        column.addWidget(self._recent)
        column.addWidget(self._movements)
        column.addWidget(_rule())
        foot = QHBoxLayout()
        foot.setSpacing(tokens.space_2)
        foot.addWidget(self._statement)
        foot.addStretch(1)
        foot.addWidget(self._wallet)
        column.addLayout(foot)


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("kind", "rule")
    return rule
