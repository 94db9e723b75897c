"""A line that says how far the provider's balance and the ledger differ, and since when."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.plain_label import form_button, plain_label, plain_tooltip
from videogen_desktop.ui.text_format import age_label

if TYPE_CHECKING:
    from videogen_desktop.domain.reconciliation import Drift

_MINUTE = 60_000


class DriftLine(QWidget):
    """Visible only while there is a drift. Written anew by whoever owns it, also after a change
    of language. Main thread only."""

    rescueRequested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said = plain_label("warning", wraps=True)
        self.rescue = form_button("link")
        self.rescue.clicked.connect(self.rescueRequested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.said)
        column.addWidget(self.rescue, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_drift(self, drift: "Drift | None", now_ms: int) -> None:
        """None: everything is explained."""
        self.setVisible(drift is not None)
        if drift is None:
            return
        words = _more() if drift.amount > 0 else _less()
        amount = credits_text(abs(drift.amount))
        self.said.setText(words.format(amount=amount, age=_since(drift.since, now_ms)))
        hint = QCoreApplication.translate(
            "Account", "If the next reading says the same, it becomes a line of the statement."
        )
        self.said.setToolTip(plain_tooltip(hint))
        self.setAccessibleName(self.said.text())
        # What was charged without a video may be one that can be found.
        self.rescue.setVisible(drift.amount < 0)
        find = QCoreApplication.translate("Account", "Find videos by their task ids…")
        self.rescue.setText(find)


def _since(at: int, now_ms: int) -> str:
    """A card was made just now; a difference is seen."""
    if 0 <= now_ms - at < _MINUTE:
        return QCoreApplication.translate("Account", "seen just now")
    return age_label(at, now_ms)


def _more() -> str:
    return QCoreApplication.translate(
        "Account", "The account has {amount} more than the ledger, perhaps a top-up · {age}"
    )


def _less() -> str:
    return QCoreApplication.translate(
        "Account", "The account has {amount} less than the ledger explains · {age}"
    )
