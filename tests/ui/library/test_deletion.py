from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.fake_wallet_engine import FakeWalletEngine
from tests.ui.gallery.conftest import select_cards
from videogen_desktop.domain.errors import IllegalTransitionError
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.alerts import Alert


def shown(running: RunningWindow) -> tuple[str, ...]:
    return running.window.library.model.all_ids()


def question(running: RunningWindow) -> QMessageBox:
    found = running.window.findChildren(QMessageBox)
    assert len(found) == 1
    return found[0]


def press(box: QMessageBox, role: QMessageBox.ButtonRole) -> str:
    button = next(button for button in box.buttons() if box.buttonRole(button) is role)
    text = button.text()
    button.click()
    return text


def test_a_question_with_its_verb_then_gone_at_once_then_undone(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    running.window.library.view.actionRequested.emit("b", "delete")
    assert shown(running) == ("d", "c", "b", "a")
    assert press(question(running), QMessageBox.ButtonRole.DestructiveRole) == "Xóa video"
    # The engine has not answered yet.
    assert shown(running) == ("d", "c", "a")
    qtbot.waitUntil(lambda: running.alerts() == ("Đã xóa video",))
    alert = running.window.findChild(Alert)
    assert alert is not None
    undo = next(button for button in alert.findChildren(QPushButton) if button.text() == "Hoàn tác")
    undo.click()
    qtbot.waitUntil(lambda: shown(running) == ("d", "c", "b", "a"))
    assert running.alerts() == ()


def test_an_undo_before_the_engine_has_answered_brings_it_back(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    running.window.library.deletion.delete(["b"])
    running.window.library.deletion.undo_last()
    assert shown(running) == ("d", "c", "a")
    qtbot.waitUntil(lambda: shown(running) == ("d", "c", "b", "a"))
    assert running.alerts() == ()


def test_keeping_it_is_the_default(
    open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    running.window.library.view.actionRequested.emit("b", "delete")
    box = question(running)
    assert box.defaultButton() is box.escapeButton()
    press(box, QMessageBox.ButtonRole.RejectRole)
    assert shown(running) == ("d", "c", "b", "a")


def test_several_go_together_and_come_back_together(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    select_cards(running.window.library.view, ["d", "a"])
    running.window.library.view.bulkRequested.emit("delete")
    assert "2" in press(question(running), QMessageBox.ButtonRole.DestructiveRole)
    assert shown(running) == ("c", "b")
    qtbot.waitUntil(lambda: len(running.alerts()) == 1)
    assert "2" in running.alerts()[0]
    running.window.library.deletion.undo(["d", "a"])
    qtbot.waitUntil(lambda: shown(running) == ("d", "c", "b", "a"))


def test_what_cannot_be_deleted_stays_and_says_why(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    def refuse(engine: FakeWalletEngine) -> None:
        refusal = IllegalTransitionError("c", "unconfirmed", "deleted")
        engine.gallery.refusals = {"c": refusal}

    running = open_running(refuse, items=shelf)
    running.window.library.deletion.delete(["d", "c"])
    assert shown(running) == ("b", "a")
    qtbot.waitUntil(lambda: len(running.alerts()) == 2)
    assert "c" in shown(running)
    assert "d" not in shown(running)
