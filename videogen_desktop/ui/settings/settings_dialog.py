"""Everything that can be chosen, page by page; what is chosen counts at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from videogen_desktop.ui.bridge import EngineBridge
from videogen_desktop.ui.plain_label import form_button, plain_label
from videogen_desktop.ui.settings.files_page import FilesPage
from videogen_desktop.ui.settings.general_page import GeneralPage
from videogen_desktop.ui.settings.network_page import NetworkPage
from videogen_desktop.ui.settings.safety_page import SafetyPage
from videogen_desktop.ui.settings.settings_page import SettingsPage
from videogen_desktop.ui.settings.settings_store import SettingsStore
from videogen_desktop.ui.settings.text_helper_page import TextHelperPage
from videogen_desktop.ui.settings.wallets_page import WalletsPage
from videogen_desktop.ui.settings.webhook_page import WebhookPage
from videogen_desktop.ui.theme.dialog_sheet import dialog_sheet
from videogen_desktop.ui.theme.icons import ICON_GAP, themed_icon_before_text
from videogen_desktop.ui.theme.tokens import Tokens
from videogen_desktop.ui.window_start import WindowStart

if TYPE_CHECKING:
    from videogen_desktop.domain.wallet import WalletKey

_FIRST_SIZE = QSize(760, 660)
_SMALLEST_SIZE = QSize(400, 380)
_NARROW = 560
_ICON = 18
_ICONS = (
    *("sliders-horizontal", "wallet", "hard-drive", "wand-sparkles"),
    *("shield-check", "network", "webhook"),
)
GENERAL, WALLETS, FILES, TEXT_HELPER, SAFETY, NETWORK, WEBHOOK = range(7)


class SettingsDialog(QDialog):
    """Not modal. Main thread only."""

    walletChosen = Signal(object)  # WalletKey
    walletAdded = Signal(object)  # WalletKey
    reopenRequested = Signal()
    folderRefused = Signal()

    def __init__(
        self,
        tokens: Tokens,
        store: SettingsStore,
        bridge: EngineBridge,
        start: WindowStart,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.general = GeneralPage(tokens, store, start.packaged_by)
        self.wallets = WalletsPage(tokens, store, bridge, start.know_vendors())
        self.files = FilesPage(tokens, store, start.places)
        self.network = NetworkPage(tokens, store)
        self.webhook = WebhookPage(tokens, store, bridge)
        self.safety = SafetyPage(tokens, store, bridge)
        self.text_helper = TextHelperPage(tokens, store, bridge)
        self.pages: tuple[SettingsPage, ...] = (self.general, self.wallets, self.files)
        self.pages += (self.text_helper, self.safety, self.network, self.webhook)
        self._advanced = plain_label("small")
        self._stack = QStackedWidget()
        self._sections = QButtonGroup(self)
        for number, page in enumerate(self.pages):
            self._stack.addWidget(page)
            button = form_button("section")
            button.setCheckable(True)
            button.setIconSize(QSize(_ICON + ICON_GAP, _ICON))
            self._sections.addButton(button, number)
        self._note = QFrame()
        self._note.setProperty("kind", "note")
        self._note_words = plain_label(wraps=True)
        self.apply_now = form_button()
        self.finish = form_button("primary")
        self._note.hide()
        self._names: tuple[str, ...] = ()
        self._lay_out(tokens)
        self._connect()
        self.set_tokens(tokens)
        self.retranslate()
        self.open_page(GENERAL)
        self.setMinimumSize(_SMALLEST_SIZE)
        self.resize(_FIRST_SIZE.boundedTo(self.screen().availableSize() - QSize(40, 60)))

    @Slot(int)
    def open_page(self, number: int) -> None:
        self._sections.button(number).setChecked(True)
        self._sections.button(number).setFocus()
        self._stack.setCurrentIndex(number)

    def show_open_wallet(self, key: "WalletKey | None") -> None:
        self.wallets.show_open_wallet(key)
        self.text_helper.show_open_wallet(key)

    def show_settings(self) -> None:
        for page in self.pages:
            page.show_settings()

    def show_waiting(self, waits: bool) -> None:
        """Whether something chosen here counts only once the library is opened again."""
        self._note.setVisible(waits)

    def set_tokens(self, tokens: Tokens) -> None:
        self.setStyleSheet(dialog_sheet(tokens))
        for page in self.pages:
            page.set_tokens(tokens)
        for button, name in zip(self._sections.buttons(), _ICONS, strict=True):
            icon = themed_icon_before_text(name, tokens.text_muted, tokens.text_faint, _ICON)
            button.setIcon(icon)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write_sections()

    def focusNextPrevChild(self, forward: bool) -> bool:
        from videogen_desktop.ui.tab_order import follow_the_eye

        # The wallets' cards come after everything else was made.
        follow_the_eye(self)
        return super().focusNextPrevChild(forward)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self._names = (
            self.tr("General"),
            self.tr("Wallets and keys"),
            self.tr("Files"),
            self.tr("Text helper"),
            self.tr("Safety"),
            self.tr("Network"),
            self.tr("Webhook"),
        )
        self._advanced.setText(self.tr("Advanced"))
        self._write_sections()
        self._note_words.setText(self.tr("Some changes count once the library is opened again."))
        self.apply_now.setText(self.tr("Open it again now"))
        self.finish.setText(self.tr("Done"))

    def _write_sections(self) -> None:
        is_narrow = self.width() < _NARROW
        self._advanced.setVisible(not is_narrow)
        for button, name in zip(self._sections.buttons(), self._names, strict=True):
            button.setText("" if is_narrow else name)
            button.setToolTip(name if is_narrow else "")
            button.setAccessibleName(name)

    def _connect(self) -> None:
        self._sections.idClicked.connect(self.open_page)
        self.wallets.walletChosen.connect(self.walletChosen)
        self.wallets.walletAdded.connect(self.walletAdded)
        self.files.openFailed.connect(self.folderRefused)
        self.apply_now.clicked.connect(self.reopenRequested)
        self.finish.clicked.connect(self.close)

    def _lay_out(self, tokens: Tokens) -> None:
        # One part, or Tab would meet the lowest ones after the page beside them.
        sidebar = QWidget()
        sections = QVBoxLayout(sidebar)
        space = tokens.space_3
        sections.setContentsMargins(space, tokens.space_4, 0, space)
        sections.setSpacing(tokens.space_1)
        self._advanced.setContentsMargins(space, space, 0, 0)
        for number, button in enumerate(self._sections.buttons()):
            if number == NETWORK:
                sections.addWidget(self._advanced)
            sections.addWidget(button)
        sections.addStretch(1)
        note = QHBoxLayout(self._note)
        note.setContentsMargins(space, tokens.space_2, tokens.space_2, tokens.space_2)
        note.addWidget(self._note_words, 1)
        note.addWidget(self.apply_now)
        foot = QHBoxLayout()
        foot.setContentsMargins(tokens.space_4, 0, tokens.space_4, tokens.space_4)
        foot.setSpacing(tokens.space_3)
        foot.addWidget(self._note, 1)
        foot.addStretch(0)
        foot.addWidget(self.finish, 0, Qt.AlignmentFlag.AlignRight)
        right = QVBoxLayout()
        right.setSpacing(tokens.space_2)
        right.addWidget(self._stack, 1)
        right.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(sidebar)
        row.addLayout(right, 1)
