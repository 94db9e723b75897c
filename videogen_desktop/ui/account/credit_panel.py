"""The wallet's money in full, in a popup below the badge."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.ui.account.drift_line import DriftLine
from videogen_desktop.ui.account.movement_list import MOST, MovementList
from videogen_desktop.ui.account.wallet_button import WalletButton
from videogen_desktop.ui.account.wording import play_money
from videogen_desktop.ui.credit_text import credits_text, dated_worth
from videogen_desktop.ui.moments import local_minute, short_moment
from videogen_desktop.ui.page_link import PageLink
from videogen_desktop.ui.plain_label import plain_label, plain_tooltip
from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet
from videogen_desktop.ui.theme.icons import themed_icon
from videogen_desktop.ui.theme.stylesheet import popup_radius
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.credits import CreditRate
    from videogen_desktop.domain.ledger import AccountFacts, Balance
    from videogen_desktop.domain.wallet import WalletKey
    from videogen_desktop.services.wallets import KnownWallet

# At a font of so many points.
_WIDTH, _FONT_POINTS = 372, 10.0
_ICON = 16


class CreditPanel(QFrame):
    """Always as high as what is in it. Main thread only.

    What it shows is handed to it; what it wants it says with signals.
    """

    refreshRequested = Signal()
    statementRequested = Signal()
    settingsRequested = Signal()
    rescueRequested = Signal()
    walletChosen = Signal(object)  # WalletKey
    videoRequested = Signal(str)

    def __init__(self, tokens: Tokens, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setObjectName("creditPanel")
        self._tokens = tokens
        self._balance: Balance | None = None
        self._is_play_money = False
        self._facts: AccountFacts | None = None
        self._now_ms = 0
        self._is_refreshing = False
        self._is_unreachable = False
        self._rate: CreditRate | None = None
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

    def show_worth(self, rate: "CreditRate | None", page: str) -> None:
        """What credits are worth to their owner, and where this wallet's are bought."""
        self._rate = rate
        self._buy.lead_to(page)
        self._write()

    def show_wallets(
        self, known: "Sequence[KnownWallet]", current: "WalletKey", title: str
    ) -> None:
        """`title` is the open wallet's."""
        self._wallet.show_wallets(known, current, title)

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
        self._tokens = tokens
        self.setStyleSheet(dialog_sheet(tokens))
        self._refresh.setIcon(themed_icon("refresh-cw", tokens.text_muted, _ICON))
        self._statement.setIcon(themed_icon("receipt-text", tokens.accent, _ICON))
        self._wallet.set_tokens(tokens)
        self._movements.set_tokens(tokens)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    # --- ground and size ---------------------------------------------------------------------

    def take_size(self) -> None:
        """Follow what is in it."""
        # Not adjustSize(): that keeps a window within two thirds of its screen.
        usual = round(_WIDTH * max(1.0, self.font().pointSizeF() / _FONT_POINTS))
        self._column.activate()
        width = max(usual, self._column.totalMinimumSize().width())
        self.resize(width, self._column.totalHeightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        # A translucent window gets no background from a style sheet.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._tokens.border_strong))
        painter.setBrush(QColor(self._tokens.surface_raised))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = popup_radius(self._tokens, QGuiApplication.platformName())
        painter.drawRoundedRect(area, radius, radius)

    def event(self, event: QEvent) -> bool:
        is_taken = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            # A line has come or gone, or the style sheet has said how high one is.
            self.take_size()
        return is_taken

    # --- texts -------------------------------------------------------------------------------

    def _write(self) -> None:
        self._title.setText(self.tr("Your credits"))
        self._chip.setText(play_money())
        self._chip.setVisible(self._is_play_money)
        self._refresh.setToolTip(plain_tooltip(self.tr("Ask for the balance again")))
        self._refresh.setAccessibleName(self.tr("Ask for the balance again"))
        self._figures.show_money(self._balance, self._facts)
        available = 0 if self._balance is None else self._balance.available
        worth = dated_worth(available, self._rate, is_play_money=self._is_play_money)
        self._worth.setText(worth)
        self._worth.setVisible(bool(worth))
        self._buy.setText(self.tr("Buy more credits"))
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
        self._worth = plain_label("small", wraps=True)
        self._buy = PageLink()
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
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(tokens.space_4, tokens.space_3, tokens.space_4, tokens.space_3)
        column.setSpacing(tokens.space_1)
        head = QHBoxLayout()
        head.setSpacing(tokens.space_2)
        head.addWidget(self._title)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self._refresh)
        column.addLayout(head)
        self._figures.add_worth(self._worth, self._buy)
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


class Figures(QVBoxLayout):
    """A part of its owner's layout, which so knows its size at once. Main thread only.

    Written anew by whoever owns it, also after a change of language.
    """

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._available = plain_label("figure")
        self._available_name = plain_label("muted")
        self._held_name, self._held = plain_label("muted"), plain_label("amount")
        self._today_name, self._today = plain_label("muted"), plain_label("amount")
        self.setSpacing(0)
        self._top = QHBoxLayout()
        self._top.addWidget(self._available)
        self._top.addStretch(1)
        self.addLayout(self._top)
        self.addWidget(self._available_name)
        self.addSpacing(tokens.space_2)
        self.addLayout(self._rows(tokens))

    def add_worth(self, worth: QWidget, buy: QWidget) -> None:
        """Below what is available what that is worth, and beside it the way to more."""
        self.insertWidget(self.indexOf(self._available_name) + 1, worth)
        self._top.addWidget(buy, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_money(self, balance: "Balance | None", facts: "AccountFacts | None") -> None:
        """None is what nothing is known of yet."""
        available = 0 if balance is None else balance.available
        held = 0 if balance is None else balance.held
        self._available.setText(credits_text(available))
        self._available_name.setText(QCoreApplication.translate("CreditPanel", "Available"))
        held_name = QCoreApplication.translate("CreditPanel", "Held for unsent and unclear videos")
        self._held_name.setText(held_name)
        self._held.setText(credits_text(held))
        self._today_name.setText(QCoreApplication.translate("CreditPanel", "Spent today"))
        self._today.setText("–" if facts is None else credits_text(facts.spent_since))

    def _rows(self, tokens: Tokens) -> QGridLayout:
        rows = QGridLayout()
        rows.setHorizontalSpacing(tokens.space_5)
        rows.setVerticalSpacing(0)
        pairs = ((self._held_name, self._held), (self._today_name, self._today))
        for row, (name, amount) in enumerate(pairs):
            rows.addWidget(name, row, 0)
            rows.addWidget(amount, row, 1, Qt.AlignmentFlag.AlignRight)
        return rows


class Confirmation(QWidget):
    """Main thread only. Written anew by whoever owns it, also after a change of language."""

    def __init__(self) -> None:
        super().__init__()
        self._when = plain_label("small", wraps=True)
        self.drift = DriftLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._when)
        column.addWidget(self.drift)

    def show_asking(self) -> None:
        self._when.setText(QCoreApplication.translate("Account", "Asking for the balance…"))
        self.drift.hide()
        self._tell_size()

    def show_unreachable(self) -> None:
        words = QCoreApplication.translate("Account", "The balance could not be asked for.")
        self._when.setText(words)
        self.drift.hide()
        self._tell_size()

    def show_facts(self, facts: "AccountFacts | None", now_ms: int) -> None:
        if facts is None or facts.confirmed_at is None:
            words = QCoreApplication.translate(
                "Account", "The balance was not confirmed since the start."
            )
            self._when.setText(words)
        else:
            words = QCoreApplication.translate("Account", "Balance confirmed at {time}.")
            self._when.setText(words.format(time=short_moment(facts.confirmed_at, now_ms)))
            self._when.setToolTip(plain_tooltip(local_minute(facts.confirmed_at)))
        self.drift.show_drift(None if facts is None else facts.drift, now_ms)
        self._tell_size()

    def _tell_size(self) -> None:
        # At once, or a panel that takes the size of its parts would still have room for the line.
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
        self.updateGeometry()


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("kind", "rule")
    return rule
