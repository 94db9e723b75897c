from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from tests.requests import SANDBOX_WALLET
from tests.ui.living_window import LivingWindow, OpenLivingWindow
from videogen_desktop.domain.addresses import proxy_address
from videogen_desktop.domain.settings import Settings
from videogen_desktop.ui.settings.settings_dialog import FILES, NETWORK, WALLETS, SettingsDialog
from videogen_desktop.ui.settings.settings_page import SegmentedChoice
from videogen_desktop.ui.theme.tokens import DARK

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def dialog_of(living: LivingWindow) -> SettingsDialog:
    living.window.header.settings.click()
    dialog = living.presenter.dialog
    assert dialog is not None
    return dialog


@pytest.fixture
def living(open_living: OpenLivingWindow) -> Iterator[LivingWindow]:
    yield open_living()


def press(qtbot: QtBot, choice: QAbstractButton) -> None:
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)


def segment(dialog: SettingsDialog, name: str) -> QAbstractButton:
    (found,) = [button for button in dialog.findChildren(QAbstractButton) if button.text() == name]
    return found


def test_language_and_theme_change_at_once(
    qtbot: QtBot, qapp: QApplication, living: LivingWindow
) -> None:
    dialog = dialog_of(living)
    press(qtbot, segment(dialog, "Dark"))
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.background
    press(qtbot, segment(dialog, "Tiếng Việt"))
    QCoreApplication.sendPostedEvents()
    assert living.window.composer.button.text() == "Tạo video · 100 credits"
    settings = living.presenter.store.settings
    assert (settings.theme, settings.language) == ("dark", "vi")


def test_what_needs_another_opening_says_so_and_offers_it(
    qtbot: QtBot, living: LivingWindow, tmp_path: Path
) -> None:
    dialog = dialog_of(living)
    assert not dialog.apply_now.isVisible()
    dialog.files.choose_folder(str(tmp_path / "clips"))
    assert dialog.apply_now.isVisible()
    with qtbot.waitSignal(living.window.libraryOpened):
        dialog.apply_now.click()
    assert not dialog.apply_now.isVisible()
    settings, is_chosen_here = living.openings[-1]
    assert settings.videos_folder == str(tmp_path / "clips")
    # The wallet of the command line stays: only the user's own switch may replace it.
    assert not is_chosen_here
    assert living.engines[0].is_closed


def test_the_default_folder_is_stored_as_none(living: LivingWindow, tmp_path: Path) -> None:
    files = dialog_of(living).files
    files.choose_folder(str(tmp_path / "clips"))
    files.choose_folder(str(tmp_path / "videos"))
    assert living.presenter.store.settings.videos_folder is None


def test_cdn_only_says_what_is_given_up(qtbot: QtBot, living: LivingWindow) -> None:
    dialog = dialog_of(living)
    dialog.open_page(2)
    press(qtbot, dialog.files.cdn_only)
    assert living.presenter.store.settings.cdn_only
    assert dialog.files._cdn_warning.isVisible()


def test_a_proxy_counts_once_its_address_is_one(qtbot: QtBot, living: LivingWindow) -> None:
    dialog = dialog_of(living)
    dialog.open_page(NETWORK)
    press(qtbot, segment(dialog, "Manual"))
    assert living.presenter.store.settings.proxy == "none"
    field = dialog.network.address
    field.setText("not a proxy")
    field.editingFinished.emit()
    assert living.presenter.store.settings.proxy == "none"
    assert dialog.network._wrong.isVisible()
    field.setText("socks5://127.0.0.1:1080/")
    field.editingFinished.emit()
    settings = living.presenter.store.settings
    assert (settings.proxy, settings.proxy_url) == ("manual", "socks5://127.0.0.1:1080")


def test_a_password_leaves_the_field_and_it_is_said_where_it_is(
    qtbot: QtBot, living: LivingWindow
) -> None:
    dialog = dialog_of(living)
    dialog.open_page(NETWORK)
    press(qtbot, segment(dialog, "Manual"))
    page = dialog.network
    page.address.setText("http://ngoc:secret@proxy.example:8080")
    assert "goes into the system's keyring" in page._hint.text()
    page.address.clearFocus()
    page.address.editingFinished.emit()
    qtbot.waitUntil(lambda: "is in the system's keyring" in page._hint.text())
    assert page.address.text() == "http://ngoc@proxy.example:8080"
    assert living.presenter.store.settings.proxy_url == "http://ngoc@proxy.example:8080"
    # The open library goes on without it until it is opened again.
    assert dialog.apply_now.isVisible()
    page._show_place("this_run")
    assert "for this run only" in page._hint.text()
    with qtbot.waitSignal(living.window.libraryOpened):
        dialog.apply_now.click()
    assert not dialog.apply_now.isVisible()


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        (" proxy.example:8080 ", "http://proxy.example:8080"),
        ("socks5h://[::1]:9050", "socks5h://[::1]:9050"),
        ("http://a:b@proxy:1", "http://a:b@proxy:1"),
        # As GNOME, KDE and Windows write them, and programs that do not say which SOCKS they speak.
        ("socks://127.0.0.1:7891/", "socks5://127.0.0.1:7891"),
        ("SOCKS4A://127.0.0.1:7891", "socks5://127.0.0.1:7891"),
        ("http://proxy.example 8080", "http://proxy.example:8080"),
        ("http=a:80;https=b:81;ftp=c:82", "http://b:81"),
        ("http=a:80; https=https://b:81", "https://b:81"),
        ("socks=127.0.0.1:1080", "socks5://127.0.0.1:1080"),
        ("http=a:80;socks=b:81", "socks5://b:81"),
        ("ftp=c:82", None),
        ("proxy:http", None),
        ("ftp://proxy:21", None),
        ("http://", None),
        ("http://proxy:99999", None),
        ("http://proxy:1/path", None),
        ("", None),
        ("a b", None),
    ],
)
def test_what_counts_as_a_proxy(typed: str, taken: str | None) -> None:
    assert proxy_address(typed) == taken


def test_every_control_has_a_name(living: LivingWindow) -> None:
    dialog = dialog_of(living)
    for page in range(4):
        dialog.open_page(page)
        for kind in (QAbstractButton, QLineEdit):
            for control in dialog.findChildren(kind):
                if control.isVisible() and control.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                    name = control.accessibleName() or getattr(control, "text", str)()
                    assert name, control


def test_the_open_wallet_is_marked_and_others_can_be_used(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    known = ("https://api.kie.ai",)
    living = open_living(Settings(welcomed=True, language="en", known_api_bases=known))
    dialog = dialog_of(living)
    dialog.open_page(WALLETS)
    qtbot.waitUntil(lambda: len(dialog.wallets.cards) == 2)
    sandbox, kie = dialog.wallets.cards
    assert sandbox.key == SANDBOX_WALLET
    assert sandbox.use.isHidden()
    qtbot.waitUntil(kie.use.isVisible)
    with qtbot.waitSignal(living.window.libraryOpened):
        press(qtbot, kie.use)
    settings, is_chosen_here = living.openings[-1]
    assert settings.active_api_base == "https://api.kie.ai"
    assert is_chosen_here
    assert not living.window.header._play_money.isVisible()
    assert living.window.isVisible()


def test_previews_are_switched_in_the_gallery_at_once(
    qtbot: QtBot, living: LivingWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    switched: list[bool] = []
    monkeypatch.setattr(living.window.library.view, "set_scrubbing", switched.append)
    dialog = dialog_of(living)
    press(qtbot, dialog.general.previews)
    press(qtbot, dialog.general.previews)
    assert switched == [False, True]
    assert living.presenter.store.settings.hover_previews


def test_the_logs_are_one_click_away(
    qtbot: QtBot, living: LivingWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    dialog = dialog_of(living)
    dialog.open_page(FILES)
    press(qtbot, dialog.files.open_logs)
    assert [Path(path) for path in opened] == [tmp_path / "logs"]
    assert living.alerts() == ()
    press(qtbot, dialog.files.open_logs)
    assert len(living.alerts()) == 1


def test_an_extra_certificate_file_is_named_and_can_be_dropped(
    qtbot: QtBot, living: LivingWindow, tmp_path: Path
) -> None:
    dialog = dialog_of(living)
    dialog.open_page(NETWORK)
    authority = str(tmp_path / "công ty.pem")
    dialog.network.choose_ca_file(authority)
    assert living.presenter.store.settings.extra_ca_file == authority
    assert authority in {label.text() for label in dialog.network.findChildren(QLabel)}
    assert dialog.apply_now.isVisible()
    press(qtbot, dialog.network.forget_ca)
    assert living.presenter.store.settings.extra_ca_file is None
    assert not dialog.apply_now.isVisible()


def test_alternatives_stand_below_each_other_where_there_is_no_room(qtbot: QtBot) -> None:
    page = QScrollArea()
    qtbot.addWidget(page)
    choice = SegmentedChoice(("a", "b", "c"))
    choice.name("Language", ("System", "Tiếng Việt", "English"))
    page.setWidgetResizable(True)
    page.setWidget(choice)
    page.resize(600, 300)
    page.show()
    first, second = choice.findChildren(QAbstractButton)[:2]
    assert first.y() == second.y()
    page.resize(choice.minimumSizeHint().width() + 20, 300)
    qtbot.waitUntil(lambda: second.y() >= first.y() + first.height())
    assert first.width() >= first.sizeHint().width()
