"""The page of this computer's wallets: a card for each, and the keys that open them."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from videogen_desktop.domain.credits import CreditRate, credit_rate
from videogen_desktop.domain.errors import KeyStoreUnavailableError
from videogen_desktop.domain.spend_guards import SpendGuards, guards_of, with_guards
from videogen_desktop.ui.account.wording import play_money, wallet_name
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.plain_label import form_button, plain_label
from videogen_desktop.ui.settings.key_form import KeyForm, kept_for_this_run_text
from videogen_desktop.ui.settings.key_presenter import KeyPresenter
from videogen_desktop.ui.settings.limits_form import LimitsForm
from videogen_desktop.ui.settings.rate_form import RateForm
from videogen_desktop.ui.settings.settings_page import SettingRow, SettingsCard, SettingsPage
from videogen_desktop.ui.settings.settings_store import SettingsStore
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.settings import Settings
    from videogen_desktop.domain.spend_guards import Spending
    from videogen_desktop.domain.vendor import Vendors
    from videogen_desktop.domain.wallet import WalletKey
    from videogen_desktop.services.wallets import KnownWallet


_PICTURE = 22
_LEAST_WIDTH = 220
# The picture, and the edges of the card.
_BESIDE_WORDS = 80


class WalletCard(QFrame):
    """Removing a key takes a second, explicit click. Main thread only."""

    useRequested = Signal(object)  # WalletKey
    removeRequested = Signal(object)  # WalletKey
    limitsChanged = Signal(object, object)  # WalletKey, SpendGuards

    def __init__(self, tokens: Tokens, wallet: "KnownWallet", is_open: bool) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setProperty("chosen", is_open)
        self.wallet = wallet
        self.is_open = is_open
        self._is_play_money = wallet.key.is_play_money
        self._picture = plain_label("icon")
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._name = plain_label()
        self._play = plain_label("chip")
        self._open = plain_label("chip-accent")
        self._about = plain_label("small", wraps=True)
        self.limits = LimitsForm(tokens)
        self.use = form_button()
        self.remove = form_button("quiet")
        self.remove_now = form_button("danger")
        self.keep = form_button("quiet")
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._all_buttons = (self.use, self.remove_now, self.keep, self.remove)
        self.limits.changed.connect(self._change_limits)
        self.use.clicked.connect(self._ask_use)
        self.remove.clicked.connect(self._ask_twice)
        self.remove_now.clicked.connect(self._ask_remove)
        self.keep.clicked.connect(self._think_again)
        self._lay_out(tokens)
        # Or the words on one line would be the least width, and never go below each other.
        self.setMinimumWidth(_LEAST_WIDTH)
        self.set_tokens(tokens)
        self.retranslate()
        self._think_again()

    @property
    def key(self) -> "WalletKey":
        return self.wallet.key

    def set_tokens(self, tokens: Tokens) -> None:
        name = "flask-conical" if self._is_play_money else "wallet"
        colour = tokens.accent if self.is_open else tokens.text_muted
        self._picture.setPixmap(themed_pixmap(name, colour, _PICTURE, self.devicePixelRatioF()))

    def retranslate(self) -> None:
        name = wallet_name(self.key, self.wallet.title)
        self.setAccessibleName(name)
        self._name.setText(name)
        self._play.setText(play_money())
        self._play.setVisible(self._is_play_money)
        self._open.setText(self.tr("In use"))
        self._open.setVisible(self.is_open)
        self._about.setText(self._what_it_is())
        self.limits.retranslate()
        self.use.setText(self.tr("Use this wallet"))
        self.remove.setText(self.tr("Remove the key"))
        self.remove_now.setText(self.tr("Remove it for good"))
        self.keep.setText(self.tr("Keep it"))

    def _what_it_is(self) -> str:
        if self._is_play_money:
            return self.tr("Runs on this computer with made-up credits; nothing costs anything.")
        if self.wallet.for_this_run:
            return kept_for_this_run_text(self.wallet.key_ends_with)
        if self.wallet.key_ends_with is not None:
            words = self.tr("Key in the system's keyring, ending in {ending}")
            return words.format(ending=self.wallet.key_ends_with)
        if self.wallet.has_key:
            return self.tr("Has a key")
        return self.tr("No key can be read for this wallet")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_directions()

    def _choose_directions(self) -> None:
        """Beside each other where there is room, else below."""
        direction = QBoxLayout.Direction
        words = (self._name, self._play, self._open)
        for row, parts in ((self._head, words), (self._buttons, self._all_buttons)):
            shown = [part for part in parts if not part.isHidden()]
            needed = sum(part.sizeHint().width() + row.spacing() for part in shown)
            is_narrow = self.width() < needed + _BESIDE_WORDS
            row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    @Slot(object)
    def _change_limits(self, limits: "SpendGuards") -> None:
        self.limitsChanged.emit(self.key, limits)

    @Slot()
    def _ask_use(self) -> None:
        self.useRequested.emit(self.key)

    @Slot()
    def _ask_twice(self) -> None:
        self._show_removal(True)
        self.keep.setFocus()

    @Slot()
    def _think_again(self) -> None:
        self._show_removal(False)

    @Slot()
    def _ask_remove(self) -> None:
        self._think_again()
        self.removeRequested.emit(self.key)

    def _show_removal(self, asking: bool) -> None:
        self.use.setVisible(not asking and not self.is_open)
        self.remove.setVisible(not asking and not self._is_play_money)
        self.remove_now.setVisible(asking)
        self.keep.setVisible(asking)
        self._choose_directions()

    def _lay_out(self, tokens: Tokens) -> None:
        row = QHBoxLayout(self)
        space = tokens.space_4
        row.setContentsMargins(space, tokens.space_3, space, tokens.space_3)
        row.setSpacing(tokens.space_3)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        chips = QHBoxLayout()
        chips.setSpacing(tokens.space_2)
        chips.addWidget(self._play)
        chips.addWidget(self._open)
        chips.addStretch(1)
        self._head.setSpacing(tokens.space_2)
        self._head.addWidget(self._name)
        self._head.addLayout(chips, 1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(self._head)
        words.addWidget(self._about)
        words.addWidget(self.limits)
        self._buttons.setSpacing(tokens.space_1)
        for button in self._all_buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        words.addLayout(self._buttons)
        row.addLayout(words, 1)


class WalletsPage(SettingsPage):
    """Main thread only. Opening another wallet is the root's: this page only asks for it."""

    walletChosen = Signal(object)  # WalletKey
    walletAdded = Signal(object)  # WalletKey, with a key that is new

    def __init__(
        self, tokens: Tokens, store: SettingsStore, bridge: EngineBridge, vendors: "Vendors"
    ) -> None:
        super().__init__(tokens, store)
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
        self._desk = KeyPresenter(bridge, store, self.form)
        self._desk.added.connect(self._added)
        card = SettingsCard(tokens)
        card.add_below(self._new)
        card.add_below(self._where)
        card.add_below(self.form)
        self.rate = RateForm(tokens)
        self.rate.changed.connect(self._keep_rate)
        self._rate_row = SettingRow(tokens, self.rate, fills=True)
        worth = SettingsCard(tokens)
        worth.add(self._rate_row)
        for part in (self._wallets, self._problem, card, worth):
            self.add(part)
        self.show_settings()
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
        title = self.tr("Value of a credit")
        meaning = self.tr(
            "As on your receipt. Prices are then shown in dong too, always as ≈; credits stay what "
            "is counted."
        )
        self._rate_row.name(title, meaning)
        self.rate.retranslate()
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
        self.rate.show_rate(credit_rate(self.store.settings))
        for card in self.cards:
            card.limits.show_limits(guards_of(self.store.settings.spend_guards, card.key))

    @Slot(object, object)
    def _keep_limits(self, key: "WalletKey", limits: SpendGuards) -> None:
        stored = self.store.settings.spend_guards
        self.store.change(spend_guards=with_guards(stored, key, limits))

    @Slot(object)
    def _keep_rate(self, rate: "CreditRate | None") -> None:
        if rate is None:
            self.store.change(rate_dong=0, rate_hundredths=0, rate_day="")
            return
        day = rate.day.isoformat()
        self.store.change(rate_dong=rate.dong, rate_hundredths=rate.hundredths, rate_day=day)

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
            self.store.adopt(settings)
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
