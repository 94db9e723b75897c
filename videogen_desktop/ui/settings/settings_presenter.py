"""The presenter of the settings dialog: in step with the settings and the open engine."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from videogen_desktop.domain.addresses import without_password
from videogen_desktop.domain.settings import Settings
from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.settings.settings_store import SettingsStore
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.window_start import WindowStart

if TYPE_CHECKING:
    from videogen_desktop.domain.wallet import WalletKey
    from videogen_desktop.ui.maintenance_presenter import MaintenancePresenter
    from videogen_desktop.ui.settings.settings_dialog import SettingsDialog


# These count only for an engine that is opened after them.
_OF_THE_ENGINE = (
    *("videos_folder", "backup_folder", "cdn_only", "proxy", "proxy_url", "extra_ca_file"),
    *("webhook", "webhook_port", "webhook_address"),
)


class SettingsPresenter(QObject):
    """Main thread only. The dialog is made when it is first wanted."""

    walletChosen = Signal(object)  # WalletKey
    walletAdded = Signal(object)  # WalletKey
    reopenRequested = Signal()
    folderRefused = Signal()

    def __init__(
        self, bridge: EngineBridge, store: SettingsStore, start: WindowStart, window: QWidget
    ) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._store = store
        self._start = start
        self._window = window
        self._engine_settings = store.settings
        self._has_new_password = False
        self._wallet: WalletKey | None = None
        self._maintenance: MaintenancePresenter | None = None
        self.dialog: SettingsDialog | None = None
        store.changed.connect(self._show_settings)

    def open(self, tokens: Tokens) -> "SettingsDialog":
        """Show the dialog in front of everything."""
        dialog = self.dialog or self._make(tokens)
        dialog.show_open_wallet(self._wallet)
        self._show_waiting(self._store.settings)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def open_wallets(self, tokens: Tokens) -> None:
        """The same, at the page of wallets and their limits."""
        from videogen_desktop.ui.settings.settings_dialog import WALLETS

        self.open(tokens).open_page(WALLETS)

    def open_text_helper(self, tokens: Tokens) -> None:
        """The same, at the page of the text helper."""
        from videogen_desktop.ui.settings.settings_dialog import TEXT_HELPER

        self.open(tokens).open_page(TEXT_HELPER)

    def join(self, maintenance: "MaintenancePresenter") -> None:
        """What is done for the library has its place in the dialog."""
        self._maintenance = maintenance

    def engine_opening(self) -> None:
        """An engine is being opened with the settings of now."""
        self._engine_settings = self._store.settings
        self._has_new_password = False

    def leave_engine(self) -> None:
        """It is being closed: no wallet is open."""
        self._wallet = None

    def engine_opened(self, wallet: "WalletKey") -> None:
        self._wallet = wallet
        if self.dialog is not None:
            self.dialog.show_open_wallet(wallet)
            self.dialog.show_waiting(False)

    def set_tokens(self, tokens: Tokens) -> None:
        if self.dialog is not None:
            self.dialog.set_tokens(tokens)

    def _make(self, tokens: Tokens) -> "SettingsDialog":
        from videogen_desktop.ui.settings.settings_dialog import SettingsDialog

        dialog = SettingsDialog(tokens, self._store, self._bridge, self._start, self._window)
        dialog.walletChosen.connect(self.walletChosen)
        dialog.walletAdded.connect(self.walletAdded)
        dialog.reopenRequested.connect(self.reopenRequested)
        dialog.folderRefused.connect(self.folderRefused)
        if self._maintenance is not None:
            self._maintenance.join(dialog.safety)
        self.dialog = dialog
        return dialog

    @Slot(object)
    def _show_settings(self, settings: Settings) -> None:
        if without_password(settings.proxy_url or "")[1] is not None:
            # It is gone from the settings once it is kept.
            self._has_new_password = True
        if self.dialog is not None:
            self.dialog.show_settings()
            self._show_waiting(settings)

    def _show_waiting(self, settings: Settings) -> None:
        of_now = self._engine_settings
        waits = self._has_new_password or any(
            getattr(settings, name) != getattr(of_now, name) for name in _OF_THE_ENGINE
        )
        if self.dialog is not None:
            self.dialog.show_waiting(waits)
