"""The presenter around the window: account, settings, welcome, draft, place, notifications."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.main_window import MainWindow
from videogen_desktop.ui.settings.draft_presenter import DraftPresenter
from videogen_desktop.ui.settings.settings_store import SettingsStore
from videogen_desktop.ui.settings.welcome_presenter import WelcomePresenter
from videogen_desktop.ui.theme.theme import Theme, ThemeChoice
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.translation import Language, Translation
from videogen_desktop.ui.window_geometry import geometry_text
from videogen_desktop.ui.window_start import WindowStart

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path

    from videogen_desktop.domain.gallery import Opened
    from videogen_desktop.domain.settings import Settings
    from videogen_desktop.domain.wallet import WalletKey
    from videogen_desktop.ui.account.account_presenter import AccountPresenter
    from videogen_desktop.ui.batch.many_videos import ManyVideos
    from videogen_desktop.ui.gallery.arrangement import CardArrangement
    from videogen_desktop.ui.maintenance_presenter import MaintenancePresenter
    from videogen_desktop.ui.menu_bar import MenuBar
    from videogen_desktop.ui.prompts.prompts_presenter import PromptsPresenter
    from videogen_desktop.ui.settings.settings_dialog import SettingsDialog
    from videogen_desktop.ui.settings.settings_presenter import SettingsPresenter
    from videogen_desktop.ui.settings.welcome import Welcome
    from videogen_desktop.ui.statistics.presenter import StatisticsPresenter
    from videogen_desktop.ui.updates import UpdatePresenter

# Who has just said yes may wait for an answer; at a start, the first cards come before it.
_SOON_MS, _LATER_MS = 1_000, 10_000


class WindowPresenter(QObject):
    """Made before the first paint, and cheap until the gallery stands. Main thread only.

    `reopenRequested` carries the settings with which the root opens the engine again, and whether
    the wallet in them was chosen in this window.
    """

    reopenRequested = Signal(object, bool)  # Settings

    def __init__(
        self,
        window: MainWindow,
        bridge: EngineBridge,
        theme: Theme,
        translation: Translation,
        start: WindowStart,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._theme = theme
        self._translation = translation
        self._start = start
        self._wallet: WalletKey | None = None
        self._wallet_title = ""
        self._has_chosen_wallet = False
        self._shown = start.settings
        self.store = SettingsStore(bridge, start.settings, self)
        self.account: AccountPresenter | None = None
        self.maintenance: MaintenancePresenter | None = None
        self.many: ManyVideos | None = None
        self._draft = DraftPresenter(window.composer, self.store, self)
        self._settings: SettingsPresenter | None = None
        self._menus: QObject | None = None
        self.prompts: PromptsPresenter | None = None
        self._statistics: StatisticsPresenter | None = None
        self.updates: UpdatePresenter | None = None
        self._welcome = WelcomePresenter(window, bridge, self.store, start)
        self._welcome.practiceChosen.connect(self._use_practice)
        self._welcome.keyAdded.connect(self.use_added)
        window.completed.connect(self._complete)
        window.libraryOpened.connect(self._library_opened)
        bridge.opened.connect(self._opened)
        window.header.settingsRequested.connect(self.open_settings)
        window.limitsRequested.connect(self.open_wallets)
        theme.changed.connect(self._set_tokens)
        self.store.changed.connect(self._apply)
        self.store.writeFailed.connect(window.show_problem)

    # --- start and end -----------------------------------------------------------------------

    @Slot()
    def _complete(self) -> None:
        settings = self.store.settings
        # Before the first card, which would change its place.
        self._window.library.arrangement.show_choice(settings.card_size, settings.cards_fill)
        self._window.library.beside.show_choice(settings.collections_hidden)
        from PySide6.QtGui import QKeySequence, QShortcut

        from videogen_desktop.ui.account.account_presenter import AccountPresenter
        from videogen_desktop.ui.batch.many_videos import ManyVideos
        from videogen_desktop.ui.maintenance_presenter import MaintenancePresenter
        from videogen_desktop.ui.notifications import EndNotifier

        window = self._window
        account = AccountPresenter(self._bridge, window.header.badge, window, self._theme.tokens)
        account.videoRequested.connect(window.show_video)
        account.walletChosen.connect(self.switch_wallet)
        account.settingsRequested.connect(self.open_wallets)
        account.problemFound.connect(window.show_problem)
        account.rescueRequested.connect(window.open_rescue)
        account.exported.connect(self._exported)
        self.account = account
        self._show_worth()
        self.maintenance = MaintenancePresenter(
            self._bridge, window, self._start.maintenance, self._theme.tokens
        )
        self.maintenance.reopenRequested.connect(self.reopen)
        self.maintenance.leaving.connect(self.leave)
        self.maintenance.folderRefused.connect(self._folder_refused)
        self.many = ManyVideos(self._bridge, window, self._theme.tokens)
        self.maintenance.tableDropped.connect(self.many.take_file)
        self.settings.join(self.maintenance)
        # StandardKey.Quit is empty on Windows, and wherever no desktop says what it is.
        QShortcut(QKeySequence("Ctrl+Q"), window).activated.connect(window.close)
        self._menus = native_menus(window)
        window.library.panel.keyRequested.connect(self.open_wallets)
        window.header.more.statisticsRequested.connect(self.open_statistics)
        notifier = EndNotifier(self._bridge, self.store, window)
        notifier.clicked.connect(window.show_video)
        window.library.view.set_scrubbing(self.store.settings.hover_previews)
        window.library.copies.settingsWritten.connect(self.store.adopt)
        window.library.arrangementChosen.connect(self._keep_arrangement)
        window.library.beside.hiddenChosen.connect(self._keep_hidden)
        self._keep_told(_LATER_MS)
        if self._start.problem is not None:
            window.show_problem(self._start.problem)

    def end(self) -> "Future[Any] | None":
        """Note drafts and place; the root waits for the future before it closes the engine."""
        if self.many is not None:
            self.many.note()
        self._draft.note()
        self.store.change(window=geometry_text(self._window))
        return self.store.flush()

    # --- wallets and the engine --------------------------------------------------------------

    @Slot(object)
    def _opened(self, opened: "Opened") -> None:
        self._wallet, self._wallet_title = opened.wallet.key, opened.wallet_title
        self._show_worth()
        self.settings.engine_opened(opened.wallet.key)

    @Slot()
    def _library_opened(self) -> None:
        self._draft.offered()
        self._know_prompts().styles.library_opened()
        self._window.library.follow_ups.recall(self._window.composer.request)
        self._welcome.library_opened(self._theme.tokens)

    def _know_prompts(self) -> "PromptsPresenter":
        """Made with the first models: the first frame has none."""
        from videogen_desktop.ui.prompts.prompts_presenter import PromptsPresenter

        window = self._window
        if self.prompts is None:
            self.prompts = PromptsPresenter(window.composer, self._bridge, self._theme.tokens)
            self.prompts.problemFound.connect(window.show_problem)
            # Whoever asks for the alerts makes them, and knows Qt's dialogs: 0.1 MB.
            self.prompts.noticeGiven.connect(self._tell)
            self.prompts.settingsAsked.connect(self._open_text_helper)
        return self.prompts

    @Slot(str)
    def _tell(self, words: str) -> None:
        self._window.alerts.success(words)

    @Slot(object)
    def switch_wallet(self, key: "WalletKey") -> None:
        """Make the wallet the active one, then open it in place of this one."""
        if key == self._wallet:
            return
        self._bridge.ask(
            lambda engine: engine.wallets.activate(key), self._activated, self._window.show_problem
        )

    def _activated(self, settings: "Settings") -> None:
        self.store.adopt(settings)
        self._has_chosen_wallet = True
        self.reopen()

    @Slot(object)
    def use_added(self, _key: "WalletKey") -> None:
        """A key was kept, and its wallet is the active one: open it with that key."""
        self._has_chosen_wallet = True
        self.reopen()

    @Slot()
    def reopen(self) -> None:
        """Close the engine and open it with the settings of now; the window stays."""
        self.leave()
        self.settings.engine_opening()
        self.reopenRequested.emit(self.store.settings, self._has_chosen_wallet)

    @Slot()
    def leave(self) -> None:
        """The engine is being closed: what it was asked gets no answer any more."""
        self._draft.note()
        if self.many is not None:
            self.many.note()
            self.many.leave_library()
        self.store.flush()
        self.store.library_left()
        self._wallet = None
        if self._statistics is not None:
            self._statistics.leave_wallet()
        self.settings.leave_engine()
        self._window.leave_wallet()
        if self.account is not None:
            self.account.leave_wallet()
        for part in (self.maintenance, self.prompts):
            if part is not None:
                part.leave_library()

    # --- settings ----------------------------------------------------------------------------

    @property
    def settings(self) -> "SettingsPresenter":
        """Made once the gallery stands."""
        from videogen_desktop.ui.settings.settings_presenter import SettingsPresenter

        if self._settings is None:
            presenter = SettingsPresenter(self._bridge, self.store, self._start, self._window)
            presenter.walletChosen.connect(self.switch_wallet)
            presenter.walletAdded.connect(self.use_added)
            presenter.reopenRequested.connect(self.reopen)
            presenter.folderRefused.connect(self._folder_refused)
            self._settings = presenter
        return self._settings

    @Slot(object)
    def _apply(self, settings: "Settings") -> None:
        before, self._shown = self._shown, settings
        if settings.theme != before.theme:
            self._theme.choose(known(ThemeChoice, settings.theme, ThemeChoice.SYSTEM))
        if settings.language != before.language:
            self._translation.use(known(Language, settings.language, Language.VIETNAMESE))
        if settings.hover_previews != before.hover_previews:
            self._window.library.view.set_scrubbing(settings.hover_previews)
        self._show_worth()
        if self.account is not None:
            self._keep_told(_SOON_MS)

    @Slot(object)
    def _keep_arrangement(self, chosen: "CardArrangement") -> None:
        self.store.change(card_size=chosen.step, cards_fill=chosen.fills)

    @Slot(bool)
    def _keep_hidden(self, hidden: bool) -> None:
        self.store.change(collections_hidden=hidden)

    def _keep_told(self, first_ms: int) -> None:
        """Of new versions, if that is wanted and nobody else does it."""
        if self.updates is not None or self._start.packaged_by is not None:
            return
        if self.store.settings.update_check:
            from videogen_desktop.ui.updates import UpdatePresenter

            parts = (self._bridge, self.store, self._window.header)
            self.updates = UpdatePresenter(*parts, first_ms)

    def _show_worth(self) -> None:
        """What credits are worth to their owner, wherever the open wallet's are shown."""
        settings, wallet = self.store.settings, self._wallet
        rate = None
        if wallet is not None and settings.rate_dong:
            from videogen_desktop.domain.credits import credit_rate

            rate = credit_rate(settings)
        is_play_money = wallet is not None and wallet.is_play_money
        self._window.composer.button.show_worth(rate, is_play_money=is_play_money)
        if self.account is not None:
            self.account.show_worth(rate)

    @Slot()
    def open_settings(self) -> None:
        self.settings.open(self._theme.tokens)

    @Slot()
    def _open_text_helper(self) -> None:
        self.settings.open_text_helper(self._theme.tokens)

    @Slot()
    def open_wallets(self) -> None:
        self.settings.open_wallets(self._theme.tokens)

    @Slot()
    def open_statistics(self) -> None:
        from videogen_desktop.ui.statistics.presenter import StatisticsPresenter

        if self._wallet is None:
            return
        if self._statistics is None:
            self._statistics = StatisticsPresenter(self._bridge, self._window, self._theme.tokens)
            self._statistics.problemFound.connect(self._window.show_problem)
            self._statistics.exported.connect(self._statistics_exported)
        self._statistics.open(self._wallet, self._wallet_title)

    @property
    def dialog(self) -> "SettingsDialog | None":
        return self.settings.dialog

    @property
    def welcome(self) -> "Welcome | None":
        return self._welcome.welcome

    @Slot()
    def _use_practice(self) -> None:
        self.switch_wallet(self._start.know_vendors().practice.wallet)

    # --- words -------------------------------------------------------------------------------

    @Slot(object)
    def _exported(self, path: "Path") -> None:
        words = self.tr("The statement was saved as {file}")
        self._window.alerts.success(words.format(file=path.name))

    @Slot(object)
    def _statistics_exported(self, path: "Path") -> None:
        words = self.tr("The statistics were saved as {file}")
        self._window.alerts.success(words.format(file=path.name))

    @Slot()
    def _folder_refused(self) -> None:
        self._window.alerts.error(self.tr("The system could not open the folder."))

    @Slot(object)
    def _set_tokens(self, tokens: Tokens) -> None:
        parts = (self.account, self._settings, self._welcome, self.maintenance, self.prompts)
        for part in (*parts, self._statistics, self.many):
            if part is not None:
                part.set_tokens(tokens)


def known(kind: Callable[[str], Any], value: str, otherwise: Any) -> Any:
    """The member of this name; a file may hold one that only a newer version knows."""
    try:
        return kind(value)
    except ValueError:
        return otherwise


def native_menus(window: "MainWindow", platform: str = sys.platform) -> "MenuBar | None":
    """The window's menus where the system has a place for them; keep what is returned.

    Main thread, after the first frame. Elsewhere nothing is imported, and None comes back.
    """
    if platform != "darwin":
        return None
    from videogen_desktop.ui.menu_bar import MenuBar

    return MenuBar(window)
