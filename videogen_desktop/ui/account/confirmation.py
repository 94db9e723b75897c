"""When the provider last confirmed the balance, and what it has that the ledger does not."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from videogen_desktop.ui.account.drift_line import DriftLine
from videogen_desktop.ui.moments import local_minute, short_moment
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.plain_text import plain_tooltip

if TYPE_CHECKING:
    from videogen_desktop.domain.account import AccountFacts


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
        self._when.setText(QCoreApplication.translate("Account", "Asking the provider…"))
        self.drift.hide()
        self._tell_size()

    def show_unreachable(self) -> None:
        words = QCoreApplication.translate("Account", "The provider could not be reached.")
        self._when.setText(words)
        self.drift.hide()
        self._tell_size()

    def show_facts(self, facts: "AccountFacts | None", now_ms: int) -> None:
        if facts is None or facts.confirmed_at is None:
            words = QCoreApplication.translate(
                "Account", "The provider has not confirmed the balance since the start."
            )
            self._when.setText(words)
        else:
            words = QCoreApplication.translate("Account", "Confirmed by the provider at {time}.")
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
