"""The button that spends money: it always says how much."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, Slot
from PySide6.QtGui import QIcon, QPixmap, QTransform
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from videogen_desktop.ui.credit_text import (
    credit_number,
    credits_text,
    dated_worth,
    price_source,
)
from videogen_desktop.ui.motion import animations_allowed
from videogen_desktop.ui.plain_label import plain_label, plain_tooltip
from videogen_desktop.ui.theme.icons import (
    ICON_GAP,
    themed_icon_before_text,
    themed_pixmap,
    with_gap,
)
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QMouseEvent

    from videogen_desktop.domain.credits import CreditRate
    from videogen_desktop.domain.model import Price
    from videogen_desktop.ui.page_link import PageLink

_ICON = 18
_TURN_MS = 80
_TURNS = 12


class GenerateButton(QPushButton):
    """Shows the price of all takes, or that nobody knows it, or that a request is on its way."""

    def __init__(self, tokens: Tokens, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "primary")
        self.setProperty("focusPolicy", "TabFocus")
        self.setIconSize(QSize(_ICON + ICON_GAP, _ICON))
        self._tokens = tokens
        self._price: int | None = None
        self._takes = 1
        self._story: tuple[str, Price | None, int | None] = "", None, None
        self._rate: CreditRate | None = None
        self._is_play_money = False
        self._is_unknown = False
        self._shortage = ""
        self._turn = 0
        self._is_busy = False
        self._spinner = QTimer(self, interval=_TURN_MS)
        self._spinner.timeout.connect(self._spin)
        self.set_tokens(tokens)
        self._write()

    @property
    def is_busy(self) -> bool:
        return self._is_busy

    def mouseDoubleClickEvent(self, event: "QMouseEvent") -> None:
        # The second click of two would pay once more: with a picture in the form the button can be
        # pressed again at once.
        event.accept()

    def show_price(self, price: int | None, takes: int = 1, *, is_unknown: bool = False) -> None:
        """Of all takes, in hundredths; None while it is not known yet. `is_unknown`: nobody knows
        what this choice costs."""
        self._price, self._takes, self._is_unknown = price, takes, is_unknown
        self._write()

    def show_story(self, reason: str, row: "Price | None", available: int | None) -> None:
        """Why nothing can be sent, else the sum, where the price comes from and what is left."""
        self._story = reason, row, available
        self._write_story()

    def show_worth(self, rate: "CreditRate | None", *, is_play_money: bool) -> None:
        """What credits are worth to their owner from now on; None: nobody said."""
        self._rate, self._is_play_money = rate, is_play_money
        self._write_story()

    def _write_story(self) -> None:
        (reason, row, available), price = self._story, self._price
        worth = dated_worth(price or 0, self._rate, is_play_money=self._is_play_money)
        if row is None or price is None or available is None:
            self.setToolTip(reason)
            return
        if available < price:
            self.setToolTip(plain_tooltip(f"{reason}\n{worth}") if worth else reason)
            return
        source = self.tr("Price: {source}, {day}")
        source = source.format(source=price_source(row.source), day=_dated(row.day))
        left = self.tr("Left afterwards: {credits}").format(credits=credits_text(available - price))
        lines = (reason, self._sum(price), worth, source, self._doubt(row.drifted), left)
        self.setToolTip(plain_tooltip("\n".join(line for line in lines if line)))

    def _sum(self, price: int) -> str:
        if self._takes == 1:
            return ""
        one, all_of_them = credits_text(price // self._takes), credits_text(price)
        text = self.tr("{takes} × {price} = {sum}")
        return text.format(takes=self._takes, price=one, sum=all_of_them)

    def _doubt(self, since: "date | None") -> str:
        """That the vendor's words name another price by now."""
        if since is None:
            return ""
        text = self.tr("Since {day} another price is published: the next charge settles it.")
        return text.format(day=_dated(since))

    def show_busy(self, busy: bool) -> None:
        if busy == self.is_busy:
            return
        self._is_busy = busy
        self._spinner.stop()
        self.set_tokens(self._tokens)
        if busy:
            self._spin()
            if animations_allowed():
                self._spinner.start()
        self._write()

    def show_shortage(self, words: str) -> None:
        """Say this in the place of the action, where there is no room beside the button."""
        self._shortage = words
        self._write()

    def set_tokens(self, tokens: Tokens) -> None:
        self._tokens = tokens
        icon = themed_icon_before_text("sparkles", tokens.on_accent, tokens.text_faint, _ICON)
        self.setIcon(icon)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._write()
        super().changeEvent(event)

    def _write(self) -> None:
        action = self._action()
        if self.is_busy or (self._price is None and not self._is_unknown):
            self.setText(action)
            self.setAccessibleName(action)
            return
        unknown = self.tr("price not known")
        price = unknown if self._price is None else credits_text(self._price)
        full = self.tr("{action} · {price}").format(action=action, price=price)
        self.setText(self._shortage or full)
        self.setAccessibleName(full)

    def _action(self) -> str:
        if self.is_busy:
            return self.tr("Sending…")
        if self._takes > 1:
            return self.tr("Create %n videos", None, self._takes)
        return self.tr("Create video")

    @Slot()
    def _spin(self) -> None:
        self._turn = (self._turn + 1) % _TURNS
        ratio = self.devicePixelRatioF()
        still = themed_pixmap("loader-circle", self._tokens.text_faint, _ICON, ratio)
        self.setIcon(_turned(still, self._turn * 360 / _TURNS))


class Shortage(QWidget):
    """What is needed where there are not enough credits, and the way to more. Main thread only."""

    def __init__(self) -> None:
        super().__init__()
        self.page = ""
        # Made when something is missing: the first frame has neither.
        self.need: QLabel | None = None
        self.buy: PageLink | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_need(
        self, price: int | None, available: int | None, is_short: bool, *, is_wide: bool
    ) -> str:
        """What is needed, in words, where that is too much. Where it is narrow the button has them,
        and only the link stands here."""
        if price is None or available is None or not is_short:
            self.hide()
            return ""
        words = self.tr("{price} needed").format(price=credits_text(price))
        if self.need is None:
            self.need = plain_label("warning")
            self._row.addWidget(self.need)
        lacking = self.tr("{available} left, {lacking} short")
        lacking = lacking.replace("{available}", credit_number(available))
        self.need.setText(lacking.replace("{lacking}", credits_text(price - available)))
        self.need.setVisible(is_wide)
        has_page = bool(self.page) and self._link().lead_to(self.page)
        self.setVisible(is_wide or has_page)
        return words

    def _link(self) -> "PageLink":
        from videogen_desktop.ui.page_link import PageLink

        if self.buy is None:
            self.buy = PageLink()
            self._row.addWidget(self.buy)
        self.buy.setText(self.tr("Buy more credits"))
        return self.buy


def _dated(day: "date") -> str:
    # The first frame has no price, and does not wait for it.
    from videogen_desktop.ui.moments import day_text

    return day_text(day)


def _turned(pixmap: QPixmap, degrees: float) -> QIcon:
    from PySide6.QtCore import Qt

    smooth = Qt.TransformationMode.SmoothTransformation
    turned = pixmap.transformed(QTransform().rotate(degrees), smooth)
    # A turned square is larger: its middle is what fits the button.
    surplus = (turned.width() - pixmap.width()) // 2
    middle = with_gap(turned.copy(surplus, surplus, pixmap.width(), pixmap.height()))
    icon = QIcon(middle)
    icon.addPixmap(middle, QIcon.Mode.Disabled)
    return icon
