"""The strip at the top: what this is, whose money is spent, and how much there is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from videogen_desktop.resources import resource_path
from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.header_menu import HeaderMenu
from videogen_desktop.ui.plain_label import plain_label, plain_tooltip
from videogen_desktop.ui.theme.icons import (
    ICON_GAP,
    svg_pixmap,
    themed_icon,
    themed_icon_before_text,
)
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.ledger import Balance
    from videogen_desktop.domain.wallet import Wallet
    from videogen_desktop.ui.account.credit_panel import CreditPanel
    from videogen_desktop.ui.page_link import PageLink

PROGRAM_NAME = "VideoGen"
_PICTURE = "icons/videogen.svg"
_MARK, _GEAR, _CREDITS = 28, 20, 18


class Header(QFrame):
    """Name, play-money mark, credit badge, settings. Main thread only."""

    settingsRequested = Signal()
    rescueRequested = Signal()
    importRequested = Signal()
    # The mark of an outage was clicked: why (VideoGenError).

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._mark = QLabel()
        # Not from an icon: what Qt loads for one of SVG takes 5 ms.
        source = resource_path(_PICTURE).read_bytes()
        self._mark.setPixmap(svg_pixmap(source, _MARK, self.devicePixelRatioF()))
        self._name = plain_label("brand", PROGRAM_NAME)
        self._play_money = plain_label()
        self._play_money.setObjectName("playMoney")
        self._play_money.hide()
        self._is_play = False
        self._news: PageLink | None = None
        self._is_complete = False
        self._settings_keys = ""
        self.badge = CreditBadge(tokens)
        self.settings = QToolButton()
        self.settings.setProperty("kind", "icon")
        self.settings.setIconSize(QSize(_GEAR, _GEAR))
        self.settings.clicked.connect(self.settingsRequested)
        self.more = HeaderMenu(tokens)
        self.more.rescueRequested.connect(self.rescueRequested)
        self.more.importRequested.connect(self.importRequested)
        self._in_order = (
            *(self._mark, self._name, self._play_money),
            *(self.badge, self.more, self.settings),
        )
        self._lay_out(tokens)
        self._draw_gear(tokens)
        self.retranslate()

    def complete(self) -> None:
        """What nobody misses in the first frame: hands on what can be clicked, and the keys."""
        from PySide6.QtCore import Qt

        for part in (self.badge, self.more, self.settings):
            part.setCursor(Qt.CursorShape.PointingHandCursor)
        self.more.complete()
        # The first cards do not wait for the keys either.
        QTimer.singleShot(0, self, self._take_keys)

    @Slot()
    def _take_keys(self) -> None:
        from PySide6.QtGui import QAction, QKeySequence

        from videogen_desktop.ui.shortcuts.table import Command, Place, keys_for

        key = QAction(self)
        key.setShortcuts(keys_for(Place.WINDOW, Command.SETTINGS))
        key.triggered.connect(self.settingsRequested)
        # As the button's own it would end with the button, under the viewer.
        self.window().addAction(key)
        self._settings_keys = key.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.more.take_keys()
        self._is_complete = True
        self._hint()

    def show_wallet(self, wallet: "Wallet") -> None:
        self._is_play = wallet.is_play_money
        self._play_money.setVisible(self._is_play)

    def add_news(self, link: "PageLink") -> None:
        """Something good to know, which stands where there is room for it."""
        self._news = link
        row = self.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(row.indexOf(self._play_money), link)
        self._fit()

    def _fit_news(self, room: int) -> int:
        """How wide it is; a link that leads nowhere is hidden anyway."""
        if self._news is None or not self._news.page:
            return 0
        wanted = self._news.sizeHint().width() + self._gap
        self._news.setVisible(wanted <= room)
        return wanted if wanted <= room else 0

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self.badge.set_tokens(tokens)
        self.more.set_tokens(tokens)
        self._draw_gear(tokens)

    def _draw_gear(self, tokens: Tokens) -> None:
        self.settings.setIcon(themed_icon("settings", tokens.text_muted, _GEAR))

    def event(self, event: QEvent) -> bool:
        # What it holds has grown, or it has less room.
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Without room for all, name and mark go, then air, then the menu; never the money."""
        row = self.layout()
        if row is None:
            return
        parts = [part for part in self._in_order if part is not self._play_money or self._is_play]
        needed = 2 * self._side + sum(part.sizeHint().width() + self._gap for part in parts)
        needed -= self._gap
        needed += self._fit_news(self.width() - needed)
        shown = len(parts)
        for part in (self._name, self._mark):
            fits = needed <= self.width()
            part.setVisible(fits)
            if not fits:
                needed -= part.sizeHint().width() + self._gap
                shown -= 1
        is_tight = needed > self.width()
        side = self._side // 2 if is_tight else self._side
        if is_tight:
            needed -= 2 * (self._side - side) + (shown - 1) * (self._gap - self._gap // 2)
        self.more.setVisible(needed <= self.width())
        margins = row.contentsMargins()
        row.setContentsMargins(side, margins.top(), side, margins.bottom())
        spacing = self._gap // 2 if is_tight else self._gap
        if row.spacing() != spacing:
            # Setting it asks for another layout even when it stays: this would never rest.
            row.setSpacing(spacing)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self._play_money.setText(self.tr("Play money"))
        hint = self.tr("This is the sandbox: its credits are not real and nothing costs anything.")
        self._play_money.setToolTip(plain_tooltip(hint))
        settings = self.tr("Settings")
        self.settings.setAccessibleName(settings)
        if self._is_complete:
            self._hint()

    def _hint(self) -> None:
        hint = f"{self.settings.accessibleName()} ({self._settings_keys})"
        self.settings.setToolTip(plain_tooltip(hint))

    def _lay_out(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._side, self._gap = tokens.space_4, tokens.space_3
        row = QHBoxLayout(self)
        row.setContentsMargins(self._side, tokens.space_2, self._side, tokens.space_2)
        row.setSpacing(self._gap)
        row.addWidget(self._mark)
        row.addWidget(self._name)
        row.addStretch(1)
        row.addWidget(self._play_money)
        row.addWidget(self.badge)
        row.addWidget(self.more)
        row.addWidget(self.settings)


def program_icon() -> QIcon:
    """The program's own mark, drawn from its SVG at any size."""
    return QIcon(str(resource_path(_PICTURE)))


class CreditBadge(QPushButton):
    """Available credits of the active wallet. Main thread only."""

    panelOpened = Signal()

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("creditBadge")
        self.setProperty("focusPolicy", "TabFocus")
        self.setIconSize(QSize(_CREDITS + ICON_GAP, _CREDITS))
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
        self.setIcon(themed_icon_before_text("coins", tokens.accent, tokens.text_faint, _CREDITS))

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
