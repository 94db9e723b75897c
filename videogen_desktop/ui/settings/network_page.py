"""The page of the network: a proxy, and one more authority to trust."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit

from videogen_desktop.domain.addresses import proxy_address, without_password
from videogen_desktop.ui.file_dialog import file_dialog
from videogen_desktop.ui.plain_label import form_button, plain_label, side_by_side
from videogen_desktop.ui.settings.settings_page import (
    SegmentedChoice,
    SettingRow,
    SettingsCard,
    SettingsPage,
)
from videogen_desktop.ui.settings.settings_store import SettingsStore
from videogen_desktop.ui.theme.tokens import Tokens

MANUAL = "manual"


class NetworkPage(SettingsPage):
    """Counts from the next opening of the library. Main thread only."""

    def __init__(self, tokens: Tokens, store: SettingsStore) -> None:
        super().__init__(tokens, store)
        self.proxy = SegmentedChoice(("none", "system", MANUAL))
        self.address = QLineEdit()
        self.address.setPlaceholderText("socks5://127.0.0.1:1080")
        self.address.setClearButtonEnabled(True)
        self._wrong = plain_label("danger", wraps=True)
        self._wrong.hide()
        self._hint = plain_label("small", wraps=True)
        self._place: str | None = None
        self.choose_ca, self.forget_ca = form_button(), form_button("link")
        self._proxy_row = SettingRow(tokens, self.proxy)
        self._ca_row = SettingRow(tokens, side_by_side(self.choose_ca, self.forget_ca))
        proxies, trust = SettingsCard(tokens), SettingsCard(tokens)
        proxies.add(self._proxy_row)
        proxies.add_below(self.address)
        proxies.add_below(self._wrong)
        proxies.add_below(self._hint)
        trust.add(self._ca_row)
        self.add(proxies)
        self.add(trust)
        self.proxy.chosen.connect(self._choose_proxy)
        self.address.editingFinished.connect(self._take_address)
        self.address.textEdited.connect(self._wrong.hide)
        self.address.textChanged.connect(self._show_password_hint)
        self.choose_ca.clicked.connect(self._ask_ca)
        self.forget_ca.clicked.connect(self._forget_ca)
        self.retranslate()
        self.show_settings()

    def show_settings(self) -> None:
        settings = self.store.settings
        self.proxy.choose(settings.proxy)
        if not self.address.hasFocus():
            self.address.setText(without_password(settings.proxy_url or "")[0])
        if "@" in (settings.proxy_url or ""):
            self.store.ask_password_place(self._show_place)
        else:
            self._place = None
        self.address.setVisible(self.proxy.current == MANUAL)
        self._show_password_hint()
        title = self.tr("Extra CA file")
        meaning = self.tr(
            "For networks with certificates of their own. Certificates are always checked."
        )
        self._ca_row.name(title, settings.extra_ca_file or meaning)
        self.forget_ca.setVisible(settings.extra_ca_file is not None)

    def retranslate(self) -> None:
        self.head(self.tr("Network"))
        title = self.tr("Proxy")
        meaning = self.tr("All of VideoGen's connections use it. HTTP and SOCKS5 both work.")
        self._proxy_row.name(title, meaning)
        none = self.tr("None")
        system = self.tr("System")
        manual = self.tr("Manual")
        self.proxy.name(title, (none, system, manual))
        self.address.setAccessibleName(self.tr("Proxy address"))
        wrong = self.tr("Not a proxy address. Try http://host:8080 or socks5://127.0.0.1:1080")
        self._wrong.setText(wrong)
        self.choose_ca.setText(self.tr("Choose a file…"))
        self.forget_ca.setText(self.tr("Use none"))

    @Slot(object)
    def _choose_proxy(self, value: str) -> None:
        self.address.setVisible(value == MANUAL)
        self._show_password_hint()
        if value != MANUAL:
            self._wrong.hide()
            self.store.change(proxy=value)
            return
        self.address.setFocus()
        # Without an address there is nothing to switch to yet.
        if proxy_address(self.address.text()) is not None:
            self._take_address()

    def _show_place(self, place: str | None) -> None:
        self._place = place
        self._show_password_hint()

    @Slot()
    def _show_password_hint(self) -> None:
        hint = ""
        if without_password(proxy_address(self.address.text()) or "")[1] is not None:
            hint = self.tr("The password goes into the system's keyring, not the settings file.")
        elif self._place == "keyring":
            hint = self.tr("The password of this proxy is in the system's keyring.")
        elif self._place == "this_run":
            hint = self.tr("The password of this proxy is kept for this run only.")
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint) and self.proxy.current == MANUAL)

    @Slot()
    def _take_address(self) -> None:
        if self.proxy.current != MANUAL:
            return
        address = proxy_address(self.address.text())
        self._wrong.setVisible(address is None and bool(self.address.text().strip()))
        if address is not None:
            self.store.change(proxy=MANUAL, proxy_url=address)

    @Slot()
    def _ask_ca(self) -> None:
        dialog = file_dialog(self, self.tr("Choose a certificate file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("PEM (*.pem *.crt *.cer)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.choose_ca_file)
        dialog.open()

    @Slot(str)
    def choose_ca_file(self, path: str) -> None:
        self.store.change(extra_ca_file=path)
        self.show_settings()

    @Slot()
    def _forget_ca(self) -> None:
        self.store.change(extra_ca_file=None)
        self.show_settings()
