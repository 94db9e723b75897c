"""The button that names the wallet in use, with a menu of the others."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from videogen_desktop.ui.account.wording import play_money, wallet_name
from videogen_desktop.ui.button_menu import add_choices, set_menu
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.wallet import WalletKey
    from videogen_desktop.services.wallets import KnownWallet

_ICON = 14


class WalletButton(QPushButton):
    """Main thread only. Choosing another wallet only says so; the root opens it."""

    walletChosen = Signal(object)  # WalletKey
    manageRequested = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "choice")
        self.setIconSize(QSize(_ICON, _ICON))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands after the name
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._titles: dict[WalletKey, str] = {}
        self._current: WalletKey | None = None
        self._choices = QMenu(self)
        self._choices.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        set_menu(self, self._choices)
        self.set_tokens(tokens)

    def show_wallets(
        self, known: "Sequence[KnownWallet]", current: "WalletKey", title: str
    ) -> None:
        """The open wallet is listed even where only this run's options named it."""
        self._titles = {wallet.key: wallet.title for wallet in known}
        self._titles.setdefault(current, title)
        self._current = current
        self._fill()

    def set_tokens(self, tokens: Tokens) -> None:
        self.setIcon(themed_icon("chevron-down", tokens.text_muted, _ICON))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        self._choices.clear()
        add_choices(
            self._choices,
            [
                (named_wallet(key, title), key == self._current, partial(self._picked, key))
                for key, title in self._titles.items()
            ],
        )
        self._choices.addSeparator()
        manage = QAction(self.tr("Manage wallets and keys…"), self._choices)
        manage.triggered.connect(self.manageRequested)
        self._choices.addAction(manage)
        current = self._current
        name = "" if current is None else wallet_name(current, self._titles[current])
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(self.tr("Wallet in use: {wallet}").format(wallet=name))

    def _picked(self, key: "WalletKey", _checked: bool = False) -> None:
        if key != self._current:
            self.walletChosen.emit(key)
        self._fill()


def named_wallet(key: "WalletKey", title: str) -> str:
    """The wallet's name, with the mark of play money."""
    name = wallet_name(key, title)
    return f"{name}  ·  {play_money()}" if key.is_play_money else name
