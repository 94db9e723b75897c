"""When the provider last confirmed the balance, and what it counts itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from videogen_desktop.ui.account.wording import moment_text, short_moment
from videogen_desktop.ui.credit_text import credits_text
from videogen_desktop.ui.plain_label import plain_label
from videogen_desktop.ui.plain_text import plain_tooltip

if TYPE_CHECKING:
    from videogen_desktop.domain.account import AccountFacts


class Confirmation(QWidget):
    """Main thread only. Written anew by whoever owns it, also after a change of language."""

    def __init__(self) -> None:
        super().__init__()
        self._when = plain_label("small", wraps=True)
        self._difference = plain_label("warning", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._when)
        column.addWidget(self._difference)

    def show_asking(self) -> None:
        #: vi: Đang hỏi nhà cung cấp…
        self._when.setText(QCoreApplication.translate("Account", "Asking the provider…"))
        self._difference.hide()

    def show_unreachable(self) -> None:
        #: vi: Chưa liên lạc được với nhà cung cấp.
        words = QCoreApplication.translate("Account", "The provider could not be reached.")
        self._when.setText(words)
        self._difference.hide()

    def show_facts(self, facts: "AccountFacts | None", now_ms: int) -> None:
        if facts is None or facts.confirmed_at is None:
            #: vi: Nhà cung cấp chưa xác nhận số dư kể từ khi mở chương trình.
            words = QCoreApplication.translate(
                "Account", "The provider has not confirmed the balance since the start."
            )
            self._when.setText(words)
        else:
            #: vi: Nhà cung cấp xác nhận lúc {time}.
            words = QCoreApplication.translate("Account", "Confirmed by the provider at {time}.")
            self._when.setText(words.format(time=short_moment(facts.confirmed_at, now_ms)))
            self._when.setToolTip(plain_tooltip(moment_text(facts.confirmed_at)))
        self._show_difference(facts)

    def _show_difference(self, facts: "AccountFacts | None") -> None:
        counted = None if facts is None else facts.provider_balance
        differs = facts is not None and counted not in (None, facts.balance.available)
        self._difference.setVisible(differs)
        if differs:
            #: vi: Nhà cung cấp đang tính {amount}. Video đang chạy có thể tạo ra chênh lệch này.
            words = QCoreApplication.translate(
                "Account",
                "The provider counts {amount}. Videos on their way can explain the difference.",
            )
            self._difference.setText(words.format(amount=credits_text(counted or 0)))
