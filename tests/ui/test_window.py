import asyncio
from dataclasses import replace
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.requests import SANDBOX, SANDBOX_VIDEO
from tests.ui.conftest import OpenRunningWindow
from tests.ui.fake_wallet_engine import FakeWalletEngine, video_for
from videogen_desktop.domain.errors import (
    KeyRejectedError,
    NotEnoughCreditsError,
    SentUnknownError,
)
from videogen_desktop.domain.events import OfferChanged
from videogen_desktop.domain.request import VideoRequest
from videogen_desktop.domain.video import Video
from videogen_desktop.ui.alerts import SHOWN_FOR_MS, Alert
from videogen_desktop.ui.library.empty_states import EmptyLibrary
from videogen_desktop.ui.plain_label import plain_tooltip
from videogen_desktop.ui.theme.theme import ThemeChoice
from videogen_desktop.ui.theme.tokens import DARK, LIGHT
from videogen_desktop.ui.translation import Language

Kind = TypeVar("Kind", bound=QWidget)
HOSTILE = "<img src='file:///canary'><b>mèo</b> & \"chó\""


def child(window: QWidget, kind: type[Kind], name: str = "") -> Kind:
    found = window.findChild(kind, name) if name else window.findChild(kind)
    assert found is not None
    return found


def held_open(engine: FakeWalletEngine) -> None:
    engine.gate = asyncio.Event()


def test_the_card_is_there_at_the_click(qtbot: QtBot, open_running: OpenRunningWindow) -> None:
    running = open_running(held_open)
    running.write("Một con mèo")
    qtbot.mouseClick(running.window.composer.button, Qt.MouseButton.LeftButton)
    # The provider has not answered: the gate is shut.
    qtbot.waitUntil(lambda: running.window.library.model.rowCount() == 1)
    qtbot.waitUntil(lambda: running.window.composer.prompt.toPlainText() == "")
    assert running.alerts() == ("Video đang được tạo! Vui lòng đợi...",)
    assert running.window.header.badge.text() == "900 credits"
    assert not running.window.composer.button.is_busy


def test_the_same_prompt_can_be_made_twice(qtbot: QtBot, open_running: OpenRunningWindow) -> None:
    running = open_running()
    for number in (1, 2):
        running.write("Một con mèo")
        QTest.keyClick(running.window.composer.prompt, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not running.window.composer.prompt.toPlainText())
        assert running.window.library.model.rowCount() == number
    assert running.window.header.badge.text() == "800 credits"


def test_a_refusal_before_the_card_keeps_the_prompt(
    qtbot: QtBot, open_running: OpenRunningWindow
) -> None:
    def refuse(engine: FakeWalletEngine) -> None:
        engine.failure_before_card = KeyRejectedError(HOSTILE)

    running = open_running(refuse)
    running.write("Một con mèo")
    running.window.composer.submit()
    qtbot.waitUntil(lambda: len(running.alerts()) == 1)
    assert running.window.composer.prompt.toPlainText() == "Một con mèo"
    assert running.window.composer.button.isEnabled()
    assert "Bạn không mất credits." in running.alerts()[0]
    assert HOSTILE in running.alerts()[0]


def test_a_terminals_card_of_the_same_request_is_not_the_clicks(
    qtbot: QtBot, open_running: OpenRunningWindow
) -> None:
    def ask_beside(engine: FakeWalletEngine) -> None:
        create = engine.create

        async def create_beside(request: VideoRequest, **options: Any) -> tuple[Video, ...]:
            engine.show(video_for(request, number=99))
            return await create(request, **options)

        vars(engine)["create"] = create_beside
        engine.failure_before_card = KeyRejectedError("")

    running = open_running(ask_beside)
    running.write("Một con mèo")
    running.window.composer.submit()
    qtbot.waitUntil(lambda: len(running.alerts()) == 1)
    assert running.window.library.model.rowCount() == 1
    assert running.window.composer.prompt.toPlainText() == "Một con mèo"


def test_a_failure_after_the_card_says_whether_it_cost_anything(
    qtbot: QtBot, open_running: OpenRunningWindow
) -> None:
    def lose_the_answer(engine: FakeWalletEngine) -> None:
        engine.failure_after_card = SentUnknownError("")

    running = open_running(lose_the_answer)
    running.write("Một con mèo")
    running.window.composer.submit()
    qtbot.waitUntil(lambda: len(running.alerts()) == 2)
    assert "Có thể đã bị trừ credits" in running.alerts()[0]
    assert running.window.library.model.rowCount() == 1


def test_too_few_credits_disable_the_button_with_the_price(open_running: OpenRunningWindow) -> None:
    running = open_running(available=30_00)
    running.write("Một con mèo")
    QTest.keyClick(running.window.composer.prompt, Qt.Key.Key_Return)
    assert not running.window.composer.button.isEnabled()
    assert running.window.composer.button.toolTip() == "Cần 100 credits"
    assert running.engine.requests == []


def test_hostile_text_is_shown_as_it_was_written(open_running: OpenRunningWindow) -> None:
    running = open_running()
    running.window.show_problem(KeyRejectedError(HOSTILE))
    for label in running.window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()
    running.window.show_problem(NotEnoughCreditsError(1_50, 100_00))
    assert "1,5 credits" in running.alerts()[0]


def test_no_tooltip_can_be_taken_for_markup(open_running: OpenRunningWindow) -> None:
    running = open_running()
    tooltip = running.window.header.badge.toolTip()
    assert tooltip == plain_tooltip("Còn 1.000 credits, đang giữ 0 credits")


def test_play_money_is_marked_and_real_money_is_not(open_running: OpenRunningWindow) -> None:
    mark = "playMoney"
    sandbox, kie = open_running(), open_running(provider="kie")
    assert child(sandbox.window, QLabel, mark).isVisible()
    assert not child(kie.window, QLabel, mark).isVisible()


def test_the_language_changes_while_the_window_is_open(open_running: OpenRunningWindow) -> None:
    running = open_running()
    button = running.window.composer.button
    assert button.text() == "Tạo video · 100 credits"
    running.write("nháp")
    running.translation.use(Language.ENGLISH)
    QCoreApplication.sendPostedEvents()
    assert button.text() == "Create video · 100 credits"
    assert running.window.header.badge.text() == "1,000 credits"
    assert running.window.composer.prompt.toPlainText() == "nháp"
    running.translation.use(Language.VIETNAMESE)
    QCoreApplication.sendPostedEvents()
    assert running.window.header.badge.text() == "1.000 credits"


def test_the_theme_changes_while_the_window_is_open(open_running: OpenRunningWindow) -> None:
    running = open_running()
    for choice, tokens in ((ThemeChoice.DARK, DARK), (ThemeChoice.LIGHT, LIGHT)):
        running.theme.choose(choice)
        painted = running.window.grab().toImage().pixelColor(4, 4).name()
        assert painted == tokens.surface
        assert running.window.palette().color(QPalette.ColorRole.Window).name() == tokens.background


def test_the_window_closes_at_once_while_a_request_is_on_its_way(
    qtbot: QtBot, open_running: OpenRunningWindow
) -> None:
    running = open_running(held_open)
    running.write("Một con mèo")
    running.window.composer.submit()
    qtbot.waitUntil(lambda: running.window.library.model.rowCount() == 1)
    assert running.window.close()
    assert not running.window.isVisible()
    closing = running.bridge.close()
    assert closing is not None
    closing.result(5)
    assert running.engine.is_closed


def test_nothing_arrives_after_the_bridge_has_closed(
    qtbot: QtBot, open_running: OpenRunningWindow
) -> None:
    running = open_running(held_open)
    running.write("Một con mèo")
    running.window.composer.submit()
    arrived: list[object] = []
    running.bridge.eventArrived.connect(arrived.append)
    closing = running.bridge.close()
    assert closing is not None
    closing.result(5)
    qtbot.wait(0)
    assert arrived == []
    running.bridge.delete("any")
    assert running.engine.calls == []


def test_a_model_that_was_just_read_is_offered_and_what_was_chosen_and_written_stays(
    qtbot: QtBot, open_running: OpenRunningWindow
) -> None:
    running = open_running()
    running.write("Một con mèo")
    composer = running.window.composer
    before = composer.request
    tomorrow = replace(SANDBOX_VIDEO, id="tomorrow/video-1", title="Tomorrow 1")
    vendor = SANDBOX.with_models((*SANDBOX.models, tomorrow))
    with qtbot.waitSignal(running.bridge.eventArrived):
        running.engine.say(OfferChanged(vendor))
    assert composer.request == before
    composer.model.choose(tomorrow)
    assert composer.request.model_id == tomorrow.id
    assert composer.prompt.toPlainText() == "Một con mèo"


def test_a_sample_prompt_is_written_and_not_sent(
    qtbot: QtBot, open_running: OpenRunningWindow
) -> None:
    running = open_running()
    assert child(running.window, EmptyLibrary).isVisible()
    child(running.window, EmptyLibrary).sampleChosen.emit("Một con mèo")
    assert running.window.composer.prompt.toPlainText() == "Một con mèo"
    assert running.engine.requests == []


def test_an_alert_goes_by_itself_but_not_under_the_pointer(open_running: OpenRunningWindow) -> None:
    running = open_running()
    running.window.alerts.success("xong")
    alert = child(running.window, Alert)
    assert alert._timer.interval() == SHOWN_FOR_MS
    where = QPointF(5, 5)
    alert.enterEvent(QEnterEvent(where, where, where))
    assert not alert._timer.isActive()
    alert.leaveEvent(QEvent(QEvent.Type.Leave))
    assert alert._timer.isActive()
    alert._timer.timeout.emit()
    assert running.alerts() == ()


def test_the_same_alert_is_not_stacked(open_running: OpenRunningWindow) -> None:
    running = open_running()
    for text in ("một", "một", "hai", "ba", "bốn"):
        running.window.alerts.error(text)
    assert running.alerts() == ("bốn", "ba", "hai")


def test_alerts_never_cover_the_composer(open_running: OpenRunningWindow) -> None:
    running = open_running()
    running.window.resize(480, 480)
    for number in range(5):
        running.window.alerts.error(f"{number} " + "rất dài " * 20)
    shown = [alert for alert in running.window.findChildren(Alert) if alert.isVisible()]
    assert len(shown) == 3
    # A child is clipped to its parent, and the gallery ends where the composer begins.
    assert {alert.parentWidget() for alert in shown} == {running.window.library_area}
    assert not running.window.library_area.geometry().intersects(running.window.composer.geometry())


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_badge_opens_what_is_held(qtbot: QtBot, open_running: OpenRunningWindow) -> None:
    running = open_running(held_open)
    running.write("Một con mèo")
    running.window.composer.submit()
    qtbot.waitUntil(lambda: running.window.header.badge.text() == "900 credits")
    with qtbot.waitSignal(running.window.header.badge.panelOpened):
        running.window.header.badge.click()
    shown = [label.text() for label in running.window.header.badge.findChildren(QLabel)]
    assert "900 credits" in shown
    assert "100 credits" in shown
