"""The settings, page by page, and the form for a key in each of its states."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from tests.requests import KIE_WALLET, SANDBOX_WALLET, VENDORS
from tests.ui.language.scene import Scene, in_frame
from videogen_desktop.domain.errors import KeyStoreUnavailableError
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.spend_guards import SpendGuards, Spending
from videogen_desktop.domain.wallet import WalletKey
from videogen_desktop.domain.webhook import (
    ReceiverState,
    ReceiverStatus,
    TrialOutcome,
    TrialResult,
)
from videogen_desktop.services.wallets import KnownWallet
from videogen_desktop.ui.settings.key_form import KeyForm
from videogen_desktop.ui.settings.settings_dialog import SettingsDialog
from videogen_desktop.ui.settings.settings_store import SettingsStore, WindowPlaces
from videogen_desktop.ui.window_start import WindowStart

LIMITS = {"sandbox": SpendGuards(1_000_00, 20_000_00, 20)}


def settings(scene: Scene) -> QWidget:
    bridge = scene.bridge
    kept = Settings(proxy="manual", proxy_url="socks5://42@[::1]:1080", spend_guards=LIMITS)
    store = SettingsStore(bridge, kept, scene.frame)
    start = WindowStart(kept, WindowPlaces(scene.folder, scene.folder), lambda: VENDORS)
    dialog = SettingsDialog(scene.tokens, store, bridge, start, scene.frame)
    dialog.show_open_wallet(SANDBOX_WALLET)
    dialog.show_settings()
    dialog.show_waiting(waits=True)
    dialog.open_page(scene.page)
    return dialog


def _settings_page(number: int) -> Callable[[Scene], QWidget]:
    return lambda scene: settings(replace(scene, page=number))


def proxy_password(place: str) -> Callable[[Scene], QWidget]:
    def made(scene: Scene) -> QWidget:
        dialog = settings(replace(scene, page=3))
        assert isinstance(dialog, SettingsDialog)
        dialog.network._show_place(place)
        return dialog

    return made


def wallets_at_work(scene: Scene) -> QWidget:
    dialog = settings(replace(scene, page=1))
    assert isinstance(dialog, SettingsDialog)
    page = dialog.wallets
    page._show_known(
        (
            KnownWallet(SANDBOX_WALLET, "Sandbox", is_active=True, has_key=False),
            KnownWallet(KIE_WALLET, "Kie AI", is_active=False, has_key=True, key_ends_with="1234"),
            KnownWallet(WalletKey("kie", "https://42.☂"), "42.☂", is_active=False, has_key=False),
        )
    )
    page.cards[1].remove.click()
    page._show_spending(Spending(SpendGuards(), 300_00, 4_200_00, 2))
    limits = page.cards[0].limits
    limits.switch.click()
    limits.month.setText("x")
    limits._take()
    page.form.show_keyring_problem("locked")
    page.form.other_address.click()
    return dialog


def webhook_at_work(scene: Scene) -> QWidget:
    dialog = settings(replace(scene, page=4))
    assert isinstance(dialog, SettingsDialog)
    page = dialog.webhook
    page._show_status(ReceiverStatus(ReceiverState.LISTENING, 8765, "https://42.☂", accepted=42))
    page.trial.show_result(TrialResult(TrialOutcome.ELSEWHERE, 404))
    page.key_form.key.setText("42")
    page.key_form.show_problem(KeyStoreUnavailableError("locked"))
    page.address.setText("42")
    page._take_address()
    return dialog


def key_form(say: Callable[[KeyForm], None]) -> Callable[[Scene], QWidget]:
    def opened(scene: Scene) -> QWidget:
        form = KeyForm(scene.tokens, VENDORS.keyed, with_address=True)
        say(form)
        return in_frame(scene, form)

    return opened


def files_elsewhere(scene: Scene) -> QWidget:
    dialog = settings(replace(scene, page=2))
    assert isinstance(dialog, SettingsDialog)
    dialog.files.store.change(cdn_only=True, videos_folder=str(scene.folder / "42"))
    dialog.files.show_settings()
    return dialog


SETTINGS: dict[str, Callable[[Scene], QWidget]] = {
    "settings: general": _settings_page(0),
    "settings: wallets": _settings_page(1),
    "settings: files": _settings_page(2),
    "settings: network": _settings_page(3),
    **{f"settings: proxy {place}": proxy_password(place) for place in ("keyring", "this_run")},
    "settings: wallets at work": wallets_at_work,
    "settings: files elsewhere": files_elsewhere,
    "settings: webhook": webhook_at_work,
}
KEYS: dict[str, Callable[[Scene], QWidget]] = {
    "key: tried": key_form(KeyForm.show_testing),
    "key: being kept": key_form(KeyForm.show_saving),
    "key: works": key_form(lambda form: form.show_valid(42_00)),
    "key: kept": key_form(KeyForm.show_kept),
    "key: no keyring": key_form(lambda form: form.show_keyring_problem("missing")),
    "key: keyring failed": key_form(lambda form: form.show_keyring_problem("failed")),
}
