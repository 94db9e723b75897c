"""The very same request is paid for twice only after a yes."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow

PROMPT = "Một con mèo"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def asked(qtbot: QtBot, open_running: OpenRunningWindow) -> Callable[[], RunningWindow]:
    """A window that asks whether the same is wanted again."""

    def ask() -> RunningWindow:
        running = open_running(lambda engine: setattr(engine, "repeats", True))
        running.write(PROMPT)
        qtbot.waitUntil(running.window.composer.button.isEnabled)
        running.window.composer.submit()
        qtbot.waitUntil(lambda: bool(running.window.findChildren(QMessageBox)))
        return running

    return ask


def answer(running: RunningWindow, text: str) -> None:
    (question,) = running.window.findChildren(QMessageBox)
    buttons = question.findChildren(QPushButton)
    next(button for button in buttons if button.text() == text).click()


def test_it_says_what_another_one_costs(asked: Callable[[], RunningWindow]) -> None:
    running = asked()
    (question,) = running.window.findChildren(QMessageBox)
    assert question.informativeText() == (
        "Bạn vừa gửi đúng yêu cầu này 4 giây trước. Tạo thêm sẽ tốn thêm 100 credits."
    )
    assert not running.window.composer.is_busy
    answer(running, "Không tạo")


def test_no_leaves_the_draft_and_sends_nothing(
    qtbot: QtBot, asked: Callable[[], RunningWindow]
) -> None:
    running = asked()
    answer(running, "Không tạo")
    qtbot.waitUntil(lambda: not running.window.findChildren(QMessageBox))
    assert running.window.composer.prompt.toPlainText() == PROMPT
    assert len(running.engine.requests) == 1
    assert running.alerts() == ()


def test_yes_sends_it_once_more_and_the_prompt_goes_with_its_card(
    qtbot: QtBot, asked: Callable[[], RunningWindow]
) -> None:
    running = asked()
    answer(running, "Vẫn tạo thêm")
    assert running.window.composer.is_busy
    qtbot.waitUntil(lambda: running.window.composer.prompt.toPlainText() == "")
    assert running.window.library.model.rowCount() == 1
    assert [request.prompt for request in running.engine.requests] == [PROMPT, PROMPT]


def test_another_wallet_takes_the_question_away(
    qtbot: QtBot, asked: Callable[[], RunningWindow]
) -> None:
    running = asked()
    running.window.leave_wallet()
    qtbot.waitUntil(lambda: not running.window.findChildren(QMessageBox))
    assert len(running.engine.requests) == 1
