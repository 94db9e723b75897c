"""The very same request is paid for twice only after a yes."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Desk, OpenDesk

PROMPT = "Một con mèo"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def asked(qtbot: QtBot, open_desk: OpenDesk) -> Callable[[], Desk]:
    """A window that asks whether the same is wanted again."""

    def ask() -> Desk:
        desk = open_desk(lambda engine: setattr(engine, "repeats", True))
        desk.write(PROMPT)
        qtbot.waitUntil(desk.window.composer.button.isEnabled)
        desk.window.composer.submit()
        qtbot.waitUntil(lambda: bool(desk.window.findChildren(QMessageBox)))
        return desk

    return ask


def answer(desk: Desk, text: str) -> None:
    (question,) = desk.window.findChildren(QMessageBox)
    buttons = question.findChildren(QPushButton)
    next(button for button in buttons if button.text() == text).click()


def test_it_says_what_another_one_costs(asked: Callable[[], Desk]) -> None:
    desk = asked()
    (question,) = desk.window.findChildren(QMessageBox)
    assert question.informativeText() == (
        "Bạn vừa gửi đúng yêu cầu này 4 giây trước. Tạo thêm sẽ tốn thêm 100 credits."
    )
    assert not desk.window.composer.is_busy
    answer(desk, "Không tạo")


def test_no_leaves_the_draft_and_sends_nothing(qtbot: QtBot, asked: Callable[[], Desk]) -> None:
    desk = asked()
    answer(desk, "Không tạo")
    qtbot.waitUntil(lambda: not desk.window.findChildren(QMessageBox))
    assert desk.window.composer.prompt.toPlainText() == PROMPT
    assert len(desk.engine.requests) == 1
    assert desk.alerts() == ()


def test_yes_sends_it_once_more_and_the_prompt_goes_with_its_card(
    qtbot: QtBot, asked: Callable[[], Desk]
) -> None:
    desk = asked()
    answer(desk, "Vẫn tạo thêm")
    assert desk.window.composer.is_busy
    qtbot.waitUntil(lambda: desk.window.composer.prompt.toPlainText() == "")
    assert desk.window.library.model.rowCount() == 1
    assert [request.prompt for request in desk.engine.requests] == [PROMPT, PROMPT]


def test_another_wallet_takes_the_question_away(qtbot: QtBot, asked: Callable[[], Desk]) -> None:
    desk = asked()
    desk.window.leave_wallet()
    qtbot.waitUntil(lambda: not desk.window.findChildren(QMessageBox))
    assert len(desk.engine.requests) == 1
