"""The wallets of this computer and the keys that open them."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from videogen_desktop.domain.errors import KeyStoreUnavailableError
from videogen_desktop.domain.spend_guards import SpendGuards, guarded_name, guards_of
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.settings.key_desk import KeyDesk
from videogen_desktop.ui.settings.key_form import KeyForm
from videogen_desktop.ui.settings.setting_row import SettingsCard
from videogen_desktop.ui.settings.settings_keeper import SettingsKeeper
from videogen_desktop.ui.settings.settings_page import SettingsPage
from videogen_desktop.ui.settings.wallet_card import WalletCard
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.settings import Settings
    from videogen_desktop.domain.spend_guards import Spending
    from videogen_desktop.domain.vendor import Vendors
    from videogen_desktop.domain.wallet import WalletKey
    from videogen_desktop.services.wallets import KnownWallet


class WalletsPage(SettingsPage):
    """Main thread only. Opening another wallet is the root's: this page only asks for it."""

    walletChosen = Signal(object)  # WalletKey
    walletAdded = Signal(object)  # WalletKey, with a key that is new

    def __init__(
        self, tokens: Tokens, keeper: SettingsKeeper, bridge: EngineBridge, vendors: "Vendors"
    ) -> None:
        super().__init__(tokens, keeper)
        self._tokens = tokens
        self._bridge = bridge
        self._vendors = vendors
        self._open: WalletKey | None = None
        self._cards: list[WalletCard] = []
        self._wallets = QWidget()
        self._list = QVBoxLayout(self._wallets)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(tokens.space_2)
        self._problem = plain_label("danger", wraps=True)
        self._problem.hide()
        self._new = plain_label()
        self._where = plain_label("small", wraps=True)
        self.form = KeyForm(tokens, vendors.keyed, with_address=True)
        self.form.vendor.chosen.connect(self.retranslate)
        self._desk = KeyDesk(bridge, keeper, self.form)
        self._desk.added.connect(self._added)
        card = SettingsCard(tokens)
        card.add_below(self._new)
        card.add_below(self._where)
        card.add_below(self.form)
        self.add(self._wallets)
        self.add(self._problem)
        self.add(card)
        self.retranslate()

    @property
    def cards(self) -> tuple[WalletCard, ...]:
        return tuple(self._cards)

    def show_open_wallet(self, key: "WalletKey | None") -> None:
        """Which wallet the window shows; asks for the others."""
        self._open = key
        self._ask_known()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.form.set_tokens(tokens)
        for card in self.cards:
            card.set_tokens(tokens)

    @Slot()
    def retranslate(self) -> None:
        self.head(self.tr("Wallets and keys"))
        words = self.tr("Add a {vendor} key")
        self._new.setText(words.format(vendor=self.form.vendor.current.title))
        where = self.tr(
            "The key is kept in the system's keyring only, and sent to this API address only."
        )
        self._where.setText(where)
        for card in self.cards:
            card.retranslate()

    def _ask_known(self) -> None:
        self._bridge.ask(lambda engine: engine.wallets.known(), self._show_known)

    def _show_known(self, known: "tuple[KnownWallet, ...]") -> None:
        shown = [(card.wallet, card.is_open) for card in self.cards]
        if shown != [(wallet, wallet.key == self._open) for wallet in known]:
            # Only then: somebody may be writing in one of them.
            self._make_cards(known)
        self.show_settings()
        self._ask_spending()

    def _make_cards(self, known: "tuple[KnownWallet, ...]") -> None:
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards.clear()
        for wallet in known:
            card = WalletCard(self._tokens, wallet, wallet.key == self._open)
            card.useRequested.connect(self.walletChosen)
            card.removeRequested.connect(self._remove)
            card.limitsChanged.connect(self._keep_limits)
            self._list.addWidget(card)
            self._cards.append(card)

    def show_settings(self) -> None:
        for card in self.cards:
            card.limits.show_limits(self._limits_of(card.key))

    def _limits_of(self, key: "WalletKey") -> SpendGuards:
        stored = self.keeper.settings.spend_guards
        return guards_of(stored, key, is_play_money=key.is_play_money)

    @Slot(object, object)
    def _keep_limits(self, key: "WalletKey", limits: SpendGuards) -> None:
        known = self.keeper.settings.spend_guards
        self.keeper.change(spend_guards={**known, guarded_name(key): limits})

    def _ask_spending(self) -> None:
        self._bridge.ask(lambda engine: engine.guards.spending(), self._show_spending, _nothing)

    def _show_spending(self, spending: "Spending") -> None:
        for card in self.cards:
            if card.key == self._open:
                card.limits.show_spending(spending)

    @Slot(object)
    def _added(self, key: "WalletKey") -> None:
        self._ask_known()
        self.walletAdded.emit(key)

    @Slot(object)
    def _remove(self, key: "WalletKey") -> None:
        self._problem.hide()
        base = key.api_base

        def removed(settings: "Settings") -> None:
            self.keeper.adopt(settings)
            self._ask_known()
            if key == self._open:
                self.walletChosen.emit(self._vendors.practice.wallet)

        self._bridge.ask(lambda engine: engine.wallets.remove(base), removed, self._not_removed)

    def _not_removed(self, error: BaseException) -> None:
        self._problem.setText(self._why_not(error))
        self._problem.show()

    def _why_not(self, error: Any) -> str:
        if isinstance(error, KeyStoreUnavailableError):
            return self.tr(
                "The system's keyring could not be opened, so the key is still there. Unlock it "
                "and try again."
            )
        return error_text(error)


def _nothing(_error: BaseException) -> None:
    """The card says what holds; what was used of it is an extra."""
