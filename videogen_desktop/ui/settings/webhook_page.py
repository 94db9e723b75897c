"""The page of callbacks through the user's own tunnel: off unless asked for."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from videogen_desktop.domain.addresses import CALLBACK_PATH, public_address
from videogen_desktop.domain.webhook import (
    ReceiverState,
    ReceiverStatus,
    TrialOutcome,
    TrialResult,
)
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.plain_label import form_button, plain_label, set_role
from videogen_desktop.ui.settings.settings_page import (
    SettingRow,
    SettingsCard,
    SettingsPage,
    ToggleSwitch,
)
from videogen_desktop.ui.settings.settings_store import SettingsStore
from videogen_desktop.ui.settings.webhook_key_form import WebhookKeyForm
from videogen_desktop.ui.theme.tokens import Tokens

_CONTEXT = "Webhook"

# PySide's stubs call what QT_TRANSLATE_NOOP returns an object.
_STATES: dict[ReceiverState, object] = {
    ReceiverState.OFF: QT_TRANSLATE_NOOP(
        "Webhook", "Off: VideoGen asks by itself whether a video is ready."
    ),
    ReceiverState.STARTING: QT_TRANSLATE_NOOP("Webhook", "Starting…"),
    ReceiverState.LISTENING: QT_TRANSLATE_NOOP(
        "Webhook", "Listening on port {port}. Received: {accepted}, refused: {refused}."
    ),
    ReceiverState.FAILED: QT_TRANSLATE_NOOP(
        "Webhook", "Webhooks are not received. Videos are followed as usual."
    ),
}

_OUTCOMES: dict[TrialOutcome, tuple[str, object]] = {
    TrialOutcome.ARRIVED: (
        "success",
        QT_TRANSLATE_NOOP("Webhook", "The test went all the way round and arrived here."),
    ),
    TrialOutcome.NOT_LISTENING: (
        "danger",
        QT_TRANSLATE_NOOP("Webhook", "There is nothing to test: VideoGen does not listen."),
    ),
    TrialOutcome.UNREACHABLE: (
        "danger",
        QT_TRANSLATE_NOOP("Webhook", "Nobody answers at the public address. Does the tunnel run?"),
    ),
    TrialOutcome.ELSEWHERE: (
        "danger",
        QT_TRANSLATE_NOOP(
            "Webhook",
            "The public address answers {status} but does not lead here. Check the tunnel's port.",
        ),
    ),
    TrialOutcome.REFUSED: (
        "danger",
        QT_TRANSLATE_NOOP(
            "Webhook", "The test came here and was refused ({status}). Is the clock right?"
        ),
    ),
}


def status_words(status: ReceiverStatus) -> str:
    """One sentence. Main thread."""
    template = QCoreApplication.translate(_CONTEXT, str(_STATES[status.state]))
    return template.format(port=status.port, accepted=status.accepted, refused=status.refused)


def trial_words(result: TrialResult) -> tuple[str, str]:
    """The label's role and its sentence. Main thread."""
    role, text = _OUTCOMES[result.outcome]
    template = QCoreApplication.translate(_CONTEXT, str(text))
    return role, template.format(status=result.http_status or "")


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


_PORTS = range(1024, 65536)


class WebhookPage(SettingsPage):
    """Counts from the next opening of the library. Main thread only."""

    def __init__(self, tokens: Tokens, store: SettingsStore, bridge: EngineBridge) -> None:
        super().__init__(tokens, store)
        self._bridge = bridge
        self._status: ReceiverStatus | None = None
        self._wrong_field: QLineEdit | None = None
        self.receive = ToggleSwitch(tokens)
        self.address, self.port = QLineEdit(), QLineEdit()
        self.address.setPlaceholderText("https://…")
        self.port.setMaxLength(5)
        self._wrong = plain_label("danger", wraps=True)
        self.key_form = WebhookKeyForm(tokens)
        self.trial = WebhookTrial(tokens, bridge)
        self._state = plain_label("small", wraps=True)
        self._receive_row = SettingRow(tokens, self.receive, beside=True)
        self._address_row = SettingRow(tokens, self.address, fills=True)
        self._port_row = SettingRow(tokens, self.port, fills=True)
        self._key_row = SettingRow(tokens, self.key_form, fills=True)
        self._test_row = SettingRow(tokens, self.trial, fills=True)
        self._lay_out(tokens)
        self._connect()
        self.retranslate()
        self.show_settings()

    def show_settings(self) -> None:
        settings = self.store.settings
        self.receive.setChecked(settings.webhook)
        if not self.address.hasFocus() and self._wrong_field is not self.address:
            self.address.setText(settings.webhook_address or "")
        if not self.port.hasFocus() and self._wrong_field is not self.port:
            self.port.setText(str(settings.webhook_port))

    def set_tokens(self, tokens: Tokens) -> None:
        self.receive.set_tokens(tokens)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def retranslate(self) -> None:
        self.head(self.tr("Webhook"))
        title = self.tr("Receive webhooks")
        meaning = self.tr("Says at once when a video is ready. Needs a tunnel of your own to here.")
        self._receive_row.name(title, meaning)
        title = self.tr("Public address")
        meaning = self.tr("Where the tunnel is reached from outside; {path} is called there.")
        self._address_row.name(title, meaning.format(path=CALLBACK_PATH))
        title = self.tr("Port on this computer")
        self._port_row.name(title, self.tr("The tunnel must lead to 127.0.0.1 at this port."))
        title = self.tr("Signing key")
        meaning = self.tr(
            "Made on the settings page of your account; kept in the system's keyring."
        )
        self._key_row.name(title, meaning)
        title = self.tr("Test")
        meaning = self.tr("Sends a signed webhook to the public address and sees if it gets here.")
        self._test_row.name(title, meaning)
        self._write_status()
        self._write_wrong()

    def _lay_out(self, tokens: Tokens) -> None:
        where, proof = SettingsCard(tokens), SettingsCard(tokens)
        where.add(self._receive_row)
        where.add_below(self._state)
        where.add(self._address_row)
        where.add(self._port_row)
        where.add_below(self._wrong)
        proof.add(self._key_row)
        proof.add(self._test_row)
        self.add(where)
        self.add(proof)

    def _connect(self) -> None:
        self.receive.toggled.connect(self._switch)
        self.address.editingFinished.connect(self._take_address)
        self.port.editingFinished.connect(self._take_port)
        for field in (self.address, self.port):
            field.textEdited.connect(self._forgive)
        self.key_form.saveRequested.connect(self._keep_key)
        self.trial.tested.connect(self._ask)

    @Slot(bool)
    def _switch(self, is_on: bool) -> None:
        self.store.change(webhook=is_on)

    @Slot()
    def _take_address(self) -> None:
        text = self.address.text().strip()
        address = public_address(text)
        self._wrong_field = self.address if text and address is None else None
        self._write_wrong()
        if self._wrong_field is None:
            self.store.change(webhook_address=address)

    @Slot()
    def _take_port(self) -> None:
        text = self.port.text().strip()
        is_port = text.isascii() and text.isdigit() and int(text) in _PORTS
        self._wrong_field = None if is_port else self.port
        self._write_wrong()
        if is_port:
            self.store.change(webhook_port=int(text))

    @Slot()
    def _forgive(self) -> None:
        self._wrong_field = None
        self._write_wrong()

    def _write_wrong(self) -> None:
        if self._wrong_field is self.address:
            words = self.tr("Not a usable address. Enter one that begins with https.")
        else:
            words = self.tr("The port is a number from 1024 to 65535.")
        self._wrong.setText(words)
        self._wrong.setVisible(self._wrong_field is not None)

    @Slot(str, bool)
    def _keep_key(self, key: str, for_this_run: bool) -> None:
        self._bridge.ask(
            lambda engine: engine.webhook.keep_key(key, for_this_run=for_this_run),
            lambda _kept: self.key_form.show_kept(),
            self.key_form.show_problem,
        )

    @Slot()
    def _ask(self) -> None:
        self._bridge.ask(lambda engine: engine.webhook.status(), self._show_status, _nothing)

    def _show_status(self, status: "ReceiverStatus") -> None:
        self._status = status
        # A server of our own signs with a key of its own and calls without a tunnel.
        self._key_row.setVisible(status.needs_key)
        self._address_row.setVisible(status.needs_key)
        self._write_status()
        if status.needs_key:
            self._bridge.ask(
                lambda engine: engine.webhook.has_key(), self.key_form.show_has_key, _nothing
            )

    def _write_status(self) -> None:
        self._state.setText("" if self._status is None else status_words(self._status))
        self._state.setVisible(self._status is not None)


def _nothing(_error: BaseException) -> None:
    """The page says less then; the library itself reports what is wrong."""
