"""The page of the text helper: address, key and model; it is off until there is an address."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QSizePolicy, QWidget

from videogen_desktop.domain.addresses import is_open_address, normalised_text_base
from videogen_desktop.domain.errors import ApiBaseRefusedError
from videogen_desktop.domain.text_helper import TRIAL, TRIAL_MODEL
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.plain_label import form_button, plain_label, set_role, side_by_side
from videogen_desktop.ui.settings.settings_page import SettingRow, SettingsCard, SettingsPage
from videogen_desktop.ui.settings.settings_store import SettingsStore
from videogen_desktop.ui.theme.tokens import Tokens

if TYPE_CHECKING:
    from videogen_desktop.domain.wallet import WalletKey

_USUAL = "http://127.0.0.1:11434/v1"
# Windows stores no longer ones.
_LONGEST_KEY = 1024


class TextHelperPage(SettingsPage):
    """What is entered counts at once. Nothing is asked of the address but at a press of a button.
    Main thread only."""

    def __init__(self, tokens: Tokens, store: SettingsStore, bridge: EngineBridge) -> None:
        super().__init__(tokens, store)
        self._bridge = bridge
        self._problem: BaseException | None = None
        self._has_key = self._is_for_this_run = self._is_asking = self._has_trial = False
        self.address, self.key, self.model = QLineEdit(), QLineEdit(), QLineEdit()
        self.address.setPlaceholderText(_USUAL)
        self.address.setClearButtonEnabled(True)
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setMaxLength(_LONGEST_KEY)
        hints = Qt.InputMethodHint
        self.key.setInputMethodHints(hints.ImhHiddenText | hints.ImhSensitiveData)
        self.trial, self.off = form_button("link"), form_button("link")
        self.keep_key, self.forget_key = form_button(), form_button("link")
        self.find_models, self.models = form_button(), QMenu(self)
        self._wrong, self._said = (
            plain_label("danger", wraps=True),
            plain_label("small", wraps=True),
        )
        self._warning = plain_label("warning", wraps=True)
        self._lay_out(tokens)
        self.address.editingFinished.connect(self._take_address)
        self.address.textEdited.connect(self._wrong.hide)
        self.model.editingFinished.connect(self._take_model)
        self.trial.clicked.connect(self._use_trial)
        self.off.clicked.connect(self._switch_off)
        self.keep_key.clicked.connect(self._keep_key)
        self.forget_key.clicked.connect(partial(self._send_key, ""))
        self.key.textChanged.connect(self._refresh)
        self.find_models.clicked.connect(self.ask_models)
        self.retranslate()
        self.show_settings()

    # --- showing -----------------------------------------------------------------------------

    def show_settings(self) -> None:
        settings = self.store.settings
        address = settings.text_helper_address or ""
        if address == TRIAL or not self.address.hasFocus():
            trial = self.tr("The trial wallet's own")
            self.address.setText(trial if address == TRIAL else address)
            # It is no address, and nothing can be typed behind it.
            self.address.setReadOnly(address == TRIAL)
        if not self.model.hasFocus():
            self.model.setText(settings.text_helper_model)
        self._refresh()

    def show_open_wallet(self, key: "WalletKey | None") -> None:
        """The trial wallet's server serves texts too, which costs nobody anything."""
        self._has_trial = key is not None and key.is_play_money
        self._refresh()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._ask_key()

    def retranslate(self) -> None:
        self.head(self.tr("Text helper"))
        self._address_row.name(
            self.tr("Address"),
            self.tr(
                "Any OpenAI-compatible server: Ollama on this machine, or a paid one. Only what "
                "you press for is sent there: your description, the task and the model's name."
            ),
        )
        self._key_row.name(
            self.tr("Key"),
            self.tr("Kept in the system's keyring, for this address alone. Ollama needs none."),
        )
        self._model_row.name(self.tr("Model"), self.tr("By its name at that address."))
        self.trial.setText(self.tr("Try the trial wallet's own"))
        self.off.setText(self.tr("Switch off"))
        self.keep_key.setText(self.tr("Keep the key"))
        self.forget_key.setText(self.tr("Forget the key"))
        self.find_models.setText(self.tr("List the models"))
        self._wrong.setText(
            self.tr("Not a safe address. It begins with https, or is of your own network.")
        )
        self._warning.setText(
            self.tr("Not encrypted: others in your network can read along, the key too.")
        )
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        address = self.store.settings.text_helper_address or ""
        is_trial, is_on = address == TRIAL, bool(address)
        self.trial.setVisible(self._has_trial and not is_on)
        self.off.setVisible(is_on)
        self._warning.setVisible(is_on and not is_trial and is_open_address(address))
        self._key_card.setVisible(is_on and not is_trial)
        self._model_card.setVisible(is_on)
        self.keep_key.setEnabled(bool(self.key.text().strip()))
        self.forget_key.setVisible(self._has_key)
        kept = self.tr("A key is kept; enter another to replace it")
        self.key.setPlaceholderText(kept if self._has_key else "")
        self.find_models.setEnabled(not self._is_asking)
        self._write_said()

    def _write_said(self) -> None:
        words, role = "", "small"
        if self._problem is not None:
            from videogen_desktop.ui.prompts.rewriting_dialog import helper_problem

            words, role = helper_problem(self._problem), "danger"
        elif self._is_asking:
            words = self.tr("Asking…")
        elif self._is_for_this_run:
            words = self.tr("The system's keyring keeps no key: it holds for this run only.")
        set_role(self._said, role)
        self._said.setText(words)
        self._said.setVisible(bool(words))

    # --- what is entered ---------------------------------------------------------------------

    @Slot()
    def _take_address(self) -> None:
        typed = self.address.text().strip()
        if self.store.settings.text_helper_address == TRIAL:
            return
        try:
            base = normalised_text_base(typed) if typed else None
        except ApiBaseRefusedError:
            self._wrong.show()
            return
        self._wrong.hide()
        self._problem, self._has_key, self._is_for_this_run = None, False, False
        self.store.change(text_helper_address=base)
        self._ask_key()

    @Slot()
    def _take_model(self) -> None:
        self.store.change(text_helper_model=self.model.text().strip())

    @Slot()
    def _use_trial(self) -> None:
        self._wrong.hide()
        self._problem = None
        self.store.change(text_helper_address=TRIAL, text_helper_model=TRIAL_MODEL)
        self.show_settings()

    @Slot()
    def _switch_off(self) -> None:
        self._wrong.hide()
        self._problem = None
        self.store.change(text_helper_address=None)
        self.address.setFocus()
        self.address.clear()
        self.address.setReadOnly(False)

    # --- its key -----------------------------------------------------------------------------

    def _ask_key(self) -> None:
        address = self.store.settings.text_helper_address
        if address and self.isVisible():
            self._bridge.ask(
                lambda engine: engine.writing.helper.has_key(address), self._know_key, self._failed
            )

    def _know_key(self, has_key: bool) -> None:
        self._has_key = has_key
        self._refresh()

    @Slot()
    def _keep_key(self) -> None:
        self._send_key(self.key.text())

    def _send_key(self, key: str, _checked: bool = False) -> None:
        address = self.store.settings.text_helper_address or ""
        self._problem = None
        self._bridge.ask(
            lambda engine: engine.writing.helper.keep_key(address, key),
            partial(self._key_kept, bool(key)),
            self._failed,
        )

    def _key_kept(self, has_key: bool, is_in_keyring: bool) -> None:
        self.key.clear()
        self._has_key, self._is_for_this_run = has_key, not is_in_keyring
        self._refresh()

    # --- its models --------------------------------------------------------------------------

    @Slot()
    def ask_models(self) -> None:
        """Ask the address for its models, which also tells whether it can be reached."""
        address = self.store.settings.text_helper_address or ""
        self._is_asking, self._problem = True, None
        self._refresh()
        self._bridge.ask(
            lambda engine: engine.writing.helper.models(address), self._show_models, self._failed
        )

    def _show_models(self, names: tuple[str, ...]) -> None:
        self._is_asking = False
        self._refresh()
        self.models.clear()
        for name in names:
            line = self.models.addAction(name.replace("&", "&&"))
            line.triggered.connect(partial(self._choose_model, name))
        if not names:
            self.models.addAction(self.tr("There are none")).setEnabled(False)
        if self.isVisible():
            button = self.find_models
            self.models.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _choose_model(self, name: str, _checked: bool = False) -> None:
        self.model.setText(name)
        self._take_model()

    def _failed(self, error: BaseException) -> None:
        self._is_asking, self._problem = False, error
        self._refresh()

    def _lay_out(self, tokens: Tokens) -> None:
        self._address_row = SettingRow(tokens, self.address, fills=True)
        self._key_row = SettingRow(tokens, self.key, fills=True)
        self._model_row = SettingRow(tokens, self.model, fills=True)
        address, self._key_card = SettingsCard(tokens), SettingsCard(tokens)
        self._model_card = SettingsCard(tokens)
        address.add(self._address_row)
        for part in (self._wrong, self._warning, _at_left(self.trial, self.off)):
            address.add_below(part)
        self._key_card.add(self._key_row)
        self._key_card.add_below(_at_left(self.keep_key, self.forget_key))
        self._model_card.add(self._model_row)
        self._model_card.add_below(_at_left(self.find_models))
        for part in (address, self._model_card, self._key_card, self._said):
            self.add(part)
        for label in (self._wrong, self._warning, self._said):
            label.hide()


def _at_left(*buttons: QPushButton) -> QWidget:
    rest = QWidget()
    rest.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return side_by_side(*buttons, rest)
