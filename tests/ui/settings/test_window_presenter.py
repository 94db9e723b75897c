from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.requests import KIE_WALLET, KLING, WAN
from tests.ui.account.fake_account import AccountEngine
from tests.ui.gallery.cards import card
from tests.ui.language.scene import settle
from tests.ui.living_window import LivingWindow, OpenLivingWindow
from videogen_desktop.domain.errors import SettingsUnreadableError
from videogen_desktop.domain.request import OptionValue, VideoRequest, as_json, request_of
from videogen_desktop.domain.settings import Settings
from videogen_desktop.providers.vendors import vendors
from videogen_desktop.ui.settings.welcome import Welcome
from videogen_desktop.ui.theme.tokens import LIGHT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def welcome_of(living: LivingWindow) -> Welcome:
    assert living.presenter.welcome is not None
    return living.presenter.welcome


# --- the first run ------------------------------------------------------------------------


def test_the_first_run_welcomes_and_blocks_nothing(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    living = open_living(Settings(language="en"))
    assert welcome_of(living).isVisible()
    living.window.composer.prompt.setPlainText("Một con mèo")
    QTest.keyClick(living.window.composer.prompt, Qt.Key.Key_Return)
    assert living.presenter.welcome is None
    qtbot.waitUntil(lambda: living.window.library.model.rowCount() == 1)
    assert living.presenter.store.settings.welcomed


def test_trying_the_sandbox_closes_the_welcome_for_good(open_living: OpenLivingWindow) -> None:
    living = open_living(Settings(language="en"))
    welcome_of(living).try_now.click()
    assert living.presenter.welcome is None
    assert living.presenter.store.settings.welcomed
    assert len(living.openings) == 1


def test_a_pasted_key_opens_its_wallet(qtbot: QtBot, open_living: OpenLivingWindow) -> None:
    living = open_living(Settings(language="en"))
    form = welcome_of(living).form
    form.key.setText("sk-0123456789abcdef")
    with qtbot.waitSignal(living.window.libraryOpened):
        QTest.keyClick(form.key, Qt.Key.Key_Return)
    assert living.presenter.welcome is None
    assert living.openings[-1][0].active_api_base == KIE_WALLET.api_base


def test_nobody_is_welcomed_twice(open_living: OpenLivingWindow) -> None:
    assert open_living(Settings(welcomed=True)).presenter.welcome is None


def test_the_welcome_follows_the_window(open_living: OpenLivingWindow) -> None:
    living = open_living(Settings(language="en"))
    living.window.resize(480, 640)
    assert welcome_of(living).size() == living.window.library_area.size()


# --- wallets ------------------------------------------------------------------------------


def test_a_switch_shows_nothing_of_the_old_wallet(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    living = open_living()
    living.window.composer.prompt.setPlainText("Một con mèo")
    badge, button = living.window.header.badge, living.window.composer.button
    assert button.isEnabled()
    shown_meanwhile: list[tuple[str, bool]] = []
    living.presenter.reopenRequested.connect(
        lambda *_: shown_meanwhile.append((badge.text(), button.isEnabled()))
    )
    with qtbot.waitSignal(living.window.libraryOpened):
        living.presenter.switch_wallet(KIE_WALLET)
    assert shown_meanwhile == [("–", False)]
    assert living.engines[0].is_closed
    assert living.window.composer.prompt.toPlainText() == "Một con mèo"
    assert living.window.composer.model.current in (KLING, WAN)
    living.presenter.switch_wallet(KIE_WALLET)
    assert len(living.openings) == 2


def test_closing_during_a_switch_closes_both(qtbot: QtBot, open_living: OpenLivingWindow) -> None:
    living = open_living()
    with qtbot.waitSignal(living.presenter.reopenRequested):
        living.presenter.switch_wallet(KIE_WALLET)
    closing = living.bridge.close()
    assert closing is not None
    closing.result(5)
    assert all(engine.is_closed for engine in living.engines)


# --- the draft ----------------------------------------------------------------------------


def test_draft_shape_and_model_come_back(open_living: OpenLivingWindow) -> None:
    chosen: dict[str, OptionValue] = {"aspect_ratio": "3:4", "duration": 12, "resolution": "1080p"}
    draft = as_json(VideoRequest(WAN.id, "Một con mèo\nngủ", chosen))
    settings = Settings(welcomed=True, language="en", draft=draft)
    composer = open_living(settings, provider="kie").window.composer
    assert composer.prompt.toPlainText() == "Một con mèo\nngủ"
    assert composer.model.current == WAN
    assert composer.request.options == {**WAN.defaults(), **chosen}


def test_the_draft_of_an_extension_knows_again_what_it_continues(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    asked = VideoRequest("grok-imagine/text-to-video", "Chợ nổi", {"resolution": "720p"})
    item = card("a", prompt="Chợ nổi")
    made = replace(item.video, request=asked, wallet_id="wallet", task_id="task-a")
    draft = as_json(VideoRequest("grok-imagine/extend", "nó chạy", parent="a"))
    settings = Settings(welcomed=True, language="en", draft=draft)
    living = open_living(settings, provider="kie", items=(replace(item, video=made),))
    composer = living.window.composer
    # Priced by the resolution of what is continued.
    qtbot.waitUntil(lambda: composer.price == 27_00)
    assert composer.request.parent == "a"


def test_typing_is_noted_once_it_pauses(qtbot: QtBot, open_living: OpenLivingWindow) -> None:
    living = open_living()
    draft = living.presenter._draft
    draft._typing.setInterval(0)
    living.window.composer.prompt.setPlainText("Một con mèo")

    def noted() -> str:
        stored = living.engine.preferences.settings.draft
        return request_of(stored).prompt if stored else ""

    qtbot.waitUntil(lambda: noted() == "Một con mèo")
    living.window.composer.submit()
    qtbot.waitUntil(lambda: noted() == "")


def test_a_model_that_is_not_on_offer_is_left_alone(open_living: OpenLivingWindow) -> None:
    settings = Settings(welcomed=True, language="en", draft=as_json(VideoRequest("gone/model", "")))
    assert open_living(settings, provider="kie").window.composer.model.current == KLING


# --- a damaged file -----------------------------------------------------------------------


def test_damaged_settings_are_told(open_living: OpenLivingWindow, tmp_path: Path) -> None:
    problem = SettingsUnreadableError(tmp_path / "settings.json", None, Settings())
    living = open_living(problem=problem)
    assert any("Settings could not be read" in text for text in living.alerts())


def test_values_of_a_newer_version_do_not_stop_the_window(open_living: OpenLivingWindow) -> None:
    living = open_living(Settings(welcomed=True, language="en"))
    living.presenter.store.change(theme="sepia", language="fr")
    assert living.window.isVisible()
    living.presenter.open_settings()


def test_every_text_around_the_window_is_plain(qtbot: QtBot, open_living: OpenLivingWindow) -> None:
    def hostile(engine: AccountEngine) -> None:
        engine.preferences.settings = Settings(known_api_bases=("https://<b>x</b>",))

    living = open_living(prepare=hostile)
    living.presenter.open_wallets()
    dialog = living.presenter.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: len(dialog.wallets.cards) == 2)
    for label in dialog.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()


def test_the_welcome_gives_up_no_more_than_it_must(qtbot: QtBot) -> None:
    stage = QWidget()
    qtbot.addWidget(stage)
    stage.resize(960, 900)
    welcome = Welcome(LIGHT, vendors().keyed, stage)
    stage.show()
    content = welcome.widget()
    assert content is not None
    layout = content.layout()
    assert layout is not None
    needed = layout.totalHeightForWidth(stage.width())
    stage.resize(960, needed - 1)
    qtbot.waitUntil(lambda: layout.totalHeightForWidth(960) < needed)
    assert welcome.updates.isVisible(), "the mark alone has to go"


@pytest.mark.parametrize("size", [(480, 800), (1024, 600), (1280, 800)])
def test_the_welcome_shows_all_of_itself(
    qtbot: QtBot, open_living: OpenLivingWindow, size: tuple[int, int]
) -> None:
    living = open_living(Settings(language="vi"))
    living.window.resize(*size)
    welcome = welcome_of(living)
    # It has no range before it is laid out.
    qtbot.waitUntil(lambda: welcome.later.y() > 0)
    settle()
    assert welcome.verticalScrollBar().maximum() == 0
    assert welcome.later.isVisible()


# --- the end ------------------------------------------------------------------------------


def test_the_keys_that_quit_a_program_close_the_window(
    qtbot: QtBot, open_living: OpenLivingWindow
) -> None:
    living = open_living(Settings(welcomed=True))
    living.window.activateWindow()
    with qtbot.waitSignal(living.window.closed):
        QTest.keyClick(
            living.window.composer.prompt, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier
        )
