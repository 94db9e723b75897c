"""A button that sends a callback of our own, and what became of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.form_parts import form_button
from videogen_desktop.ui.plain_label import plain_label, set_role
from videogen_desktop.ui.settings.webhook_wording import trial_words
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.webhook import TrialResult


class WebhookTrial(QWidget):
    """Main thread only."""

    tested = Signal()

    def __init__(self, tokens: Tokens, bridge: EngineBridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._result: TrialResult | None = None
        self._failure: BaseException | None = None
        self.button = form_button()
        self.outcome = plain_label("small", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.space_2)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.outcome)
        self.button.clicked.connect(self._send)
        self.retranslate()

    def show_result(self, result: "TrialResult") -> None:
        """What became of it."""
        self._result = result
        self._ended()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.button.setText(self.tr("Send a test webhook"))
        self._write_outcome()

    @Slot()
    def _send(self) -> None:
        self.button.setEnabled(False)
        self._result = self._failure = None
        self._write_outcome()
        self._bridge.ask(lambda engine: engine.webhook.send_trial(), self.show_result, self._failed)

    def _failed(self, error: BaseException) -> None:
        self._failure = error
        self._ended()

    def _ended(self) -> None:
        self.button.setEnabled(True)
        self._write_outcome()
        self.tested.emit()

    def _write_outcome(self) -> None:
        role, words = "small", ""
        if self._failure is not None:
            role, words = "danger", error_text(self._failure)
        elif self._result is not None:
            role, words = trial_words(self._result)
        elif not self.button.isEnabled():
            words = self.tr("Sending…")
        set_role(self.outcome, role)
        self.outcome.setText(words)
        self.outcome.setVisible(bool(words))
