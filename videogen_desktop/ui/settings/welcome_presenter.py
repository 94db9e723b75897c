"""The presenter of the welcome: shown once, with two ways into the program."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.main_window import MainWindow
from videogen_desktop.ui.settings.settings_store import SettingsStore
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.window_start import WindowStart

if TYPE_CHECKING:
    from videogen_desktop.ui.settings.welcome import Welcome


class WelcomePresenter(QObject):
    """Main thread only. Whatever the user does first ends it: a choice, Esc, or a video."""

    practiceChosen = Signal()
    keyAdded = Signal(object)  # WalletKey

    def __init__(
        self,
        window: MainWindow,
        bridge: EngineBridge,
        store: SettingsStore,
        start: WindowStart,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._store = store
        self._start = start
        self._welcome: Welcome | None = None

    @property
    def welcome(self) -> "Welcome | None":
        """The welcome while it is shown."""
        return self._welcome

    def library_opened(self, tokens: Tokens) -> None:
        """A library with videos needs no welcome, even if its settings were lost."""
        is_first = not self._store.settings.welcomed and self._welcome is None
        if is_first and self._window.library.model.rowCount() == 0:
            self._show(tokens)

    def set_tokens(self, tokens: Tokens) -> None:
        if self._welcome is not None:
            self._welcome.set_tokens(tokens)

    def _show(self, tokens: Tokens) -> None:
        from videogen_desktop.ui.settings.key_presenter import KeyPresenter
        from videogen_desktop.ui.settings.welcome import Welcome

        vendors, asks = self._start.know_vendors().keyed, self._start.packaged_by is None
        welcome = Welcome(tokens, vendors, self._window.library_area, asks_about_updates=asks)
        welcome.updates.toggled.connect(self._choose_updates)
        welcome.practiceChosen.connect(self._use_practice)
        welcome.dismissed.connect(self.end)
        KeyPresenter(self._bridge, self._store, welcome.form).added.connect(self._use_added)
        self._window.composer.requested.connect(self.end)
        self._welcome = welcome
        welcome.show()

    @Slot()
    def end(self) -> None:
        if self._welcome is None:
            return
        welcome, self._welcome = self._welcome, None
        self._window.composer.requested.disconnect(self.end)
        welcome.hide()
        welcome.deleteLater()
        self._store.change(welcomed=True)
        self._window.composer.prompt.setFocus()

    @Slot(bool)
    def _choose_updates(self, is_on: bool) -> None:
        self._store.change(update_check=is_on)

    @Slot()
    def _use_practice(self) -> None:
        self.end()
        self.practiceChosen.emit()

    @Slot(object)
    def _use_added(self, key: object) -> None:
        self.end()
        self.keyAdded.emit(key)
