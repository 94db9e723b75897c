"""One wallet in the settings: whose it is, its key, and what can be done with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from videogen_desktop.ui.account.wording import play_money, wallet_name
from videogen_desktop.ui.form_parts import form_button
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.settings import key_wording
from videogen_desktop.ui.settings.limits_part import LimitsPart
from videogen_desktop.ui.theme.icons import themed_pixmap
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.spend_guards import SpendGuards
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
        self.limits = LimitsPart(tokens)
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
            return key_wording.kept_for_this_run(self.wallet.key_ends_with)
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
