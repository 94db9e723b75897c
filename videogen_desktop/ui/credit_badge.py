"""What the active wallet has, always in sight; a click shows what is held."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.plain_text import plain_tooltip
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon_before_text
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.ledger import Balance

_ICON = 18


class CreditPanel(QFrame):
    """The wallet's money in full, in a popup below the badge."""

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("creditPanel")
        self._title = _label("heading")
        self._wallet = _label("small")
        self._available_name, self._available = _label("muted"), _label("amount")
        self._held_name, self._held = _label("muted"), _label("amount")
        self._note = _label("small")
        self._note.setWordWrap(True)
        self._lay_out(tokens)

    def show_money(self, available: int, held: int, is_play_money: bool) -> None:
        self._title.setText(self.tr("Your credits"))
        self._wallet.setText(
            self.tr("Sandbox wallet: play money, nothing costs anything")
            if is_play_money
            else self.tr("Kie AI wallet")
        )
        self._available_name.setText(self.tr("Available"))
        self._available.setText(credits_text(available))
        self._held_name.setText(self.tr("Held for videos on their way"))
        self._held.setText(credits_text(held))
        self._note.setText(self.tr("Held credits come back when a video is not accepted."))

    def _lay_out(self, tokens: Tokens) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.space_4, tokens.space_4, tokens.space_4, tokens.space_4)
        column.setSpacing(tokens.space_1)
        column.addWidget(self._title)
        column.addWidget(self._wallet)
        column.addSpacing(tokens.space_2)
        rows = QGridLayout()
        rows.setHorizontalSpacing(tokens.space_5)
        rows.setVerticalSpacing(tokens.space_2)
        right = Qt.AlignmentFlag.AlignRight
        rows.addWidget(self._available_name, 0, 0)
        rows.addWidget(self._available, 0, 1, right)
        rows.addWidget(self._held_name, 1, 0)
        rows.addWidget(self._held, 1, 1, right)
        column.addLayout(rows)
        column.addSpacing(tokens.space_2)
        column.addWidget(self._note)


class CreditBadge(QPushButton):
    """Available credits of the active wallet. Main thread only."""

    panelOpened = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("creditBadge")
        self.setIconSize(QSize(_ICON + ICON_GAP, _ICON))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
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

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
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
            self._panel.show_money(balance.available, balance.held, self._is_play_money)

    @Slot()
    def _open_panel(self) -> None:
        if self._balance is None:
            return
        if self._panel is None:
            self._panel = CreditPanel(self._tokens, self)
        self._panel.show_money(self._balance.available, self._balance.held, self._is_play_money)
        self._panel.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width(), self.height() + self._tokens.space_2))
        self._panel.move(corner - QPoint(self._panel.width(), 0))
        self._panel.show()
        self.panelOpened.emit()


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label
