"""What the wallet has, holds and has spent today."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.account import AccountFacts
    from videogen_desktop.domain.ledger import Balance


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
        self.addWidget(self._available)
        self.addWidget(self._available_name)
        self.addSpacing(tokens.space_2)
        self.addLayout(self._rows(tokens))

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
