"""What the active wallet has, always in sight; a click opens its panel."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.plain_text import plain_tooltip
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon_before_text
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.ledger import Balance
    from videogen_desktop.ui.account.credit_panel import CreditPanel

_ICON = 18


class CreditBadge(QPushButton):
    """Available credits of the active wallet. Main thread only."""

    panelOpened = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("creditBadge")
        self.setProperty("focusPolicy", "TabFocus")
        self.setIconSize(QSize(_ICON + ICON_GAP, _ICON))
        self._balance: Balance | None = None
        self._is_play_money = False
        self._tokens = tokens
        self._panel: CreditPanel | None = None
        self.clicked.connect(self._open_panel)
        self.set_tokens(tokens)
        self._write()

    @property
    def available(self) -> int | None:
        """Hundredths; None until the library is open."""
        return None if self._balance is None else self._balance.available

    def show_balance(self, balance: "Balance", is_play_money: bool) -> None:
        self._balance = balance
        self._is_play_money = is_play_money
        self._write()

    def forget(self) -> None:
        """Another wallet is being opened: nothing is known of it yet."""
        self._balance = None
        self._write()

    @property
    def panel(self) -> "CreditPanel":
        """Made at the first use, which is the first click."""
        from videogen_desktop.ui.account.credit_panel import CreditPanel

        if self._panel is None:
            self._panel = CreditPanel(self._tokens, self)
        return self._panel

    def place_panel(self) -> None:
        """Below the badge, its right edge under the badge's; it may have grown."""
        screen = self.screen().availableGeometry()
        corner = self.mapToGlobal(QPoint(self.width(), self.height() + self._tokens.space_2))
        self.panel.fit_into(screen.bottom() - corner.y())
        left = max(screen.left(), corner.x() - self.panel.width())
        self.panel.move(left, corner.y())

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        if self._panel is not None:
            self._panel.set_tokens(tokens)
        self.setIcon(themed_icon_before_text("coins", tokens.accent, tokens.text_faint, _ICON))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        balance = self._balance
        self.setEnabled(balance is not None)
        if balance is None:
            self.setText("–")
            self.setAccessibleName(self.tr("Credits: not known yet"))
            return
        amount, held = credits_text(balance.available), credits_text(balance.held)
        self.setText(amount)
        self.setAccessibleName(self.tr("{amount} available").format(amount=amount))
        hint = self.tr("{amount} available, {held} held").format(amount=amount, held=held)
        self.setToolTip(plain_tooltip(hint))
        if self._panel is not None:
            self._panel.show_money(balance, self._is_play_money)

    @Slot()
    def _open_panel(self) -> None:
        if self._balance is None:
            return
        self.panel.show_money(self._balance, self._is_play_money)
        self.place_panel()
        self.panel.show()
        self.panelOpened.emit()
