"""The presenter of a form for a key: it is tried and kept by the engine's wallets."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from videogen_desktop.domain.errors import KeyStoreUnavailableError
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.errors import error_text
from videogen_desktop.ui.settings.key_form import KeyForm
from videogen_desktop.ui.settings.settings_store import SettingsStore

if TYPE_CHECKING:
    from videogen_desktop.domain.provider import ProviderBalance
    from videogen_desktop.domain.settings import Settings
    from videogen_desktop.domain.wallet import WalletKey


class KeyPresenter(QObject):
    """Main thread only. The form's parent of the moment owns it."""

    added = Signal(object)  # WalletKey: its key is kept, and it may be opened

    def __init__(self, bridge: EngineBridge, store: SettingsStore, form: KeyForm) -> None:
        super().__init__(form)
        self._bridge = bridge
        self._store = store
        self._form = form
        form.testRequested.connect(self._test)
        form.saveRequested.connect(self._save)

    @Slot(object, str)
    def _test(self, wallet: "WalletKey", key: str) -> None:
        self._form.show_testing()
        self._bridge.ask(
            lambda engine: engine.wallets.test(wallet, key), self._is_valid, self._failed
        )

    @Slot(object, str, bool)
    def _save(self, wallet: "WalletKey", key: str, for_this_run: bool) -> None:
        self._form.show_saving()
        self._bridge.ask(
            lambda engine: engine.wallets.add(wallet, key, for_this_run=for_this_run),
            partial(self._is_kept, wallet, for_this_run),
            self._failed,
        )

    def _is_valid(self, balance: "ProviderBalance") -> None:
        self._form.show_valid(balance.amount)

    def _is_kept(self, wallet: "WalletKey", for_this_run: bool, settings: "Settings") -> None:
        self._store.adopt(settings)
        self._form.show_kept(for_this_run=for_this_run)
        if settings.active_api_base is not None:
            self.added.emit(replace(wallet, api_base=settings.active_api_base))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, KeyStoreUnavailableError):
            self._form.show_keyring_problem(error.condition)
        else:
            self._form.show_problem(error_text(error))
