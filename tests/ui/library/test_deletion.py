from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Desk, OpenDesk
from tests.ui.fake_wallet_engine import FakeWalletEngine
from tests.ui.gallery.conftest import select_cards
from videogen_desktop.domain.errors import IllegalTransitionError
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.alerts import Alert


def shown(desk: Desk) -> tuple[str, ...]:
    return desk.window.library.model.all_ids()


def question(desk: Desk) -> QMessageBox:
    found = desk.window.findChildren(QMessageBox)
    assert len(found) == 1
    return found[0]


def press(box: QMessageBox, role: QMessageBox.ButtonRole) -> str:
    button = next(button for button in box.buttons() if box.buttonRole(button) is role)
    text = button.text()
    button.click()
    return text


def test_a_question_with_its_verb_then_gone_at_once_then_undone(
    qtbot: QtBot, open_desk: OpenDesk, shelf: list[LibraryItem]
) -> None:
    desk = open_desk(items=shelf)
    desk.window.library.view.actionRequested.emit("b", "delete")
    assert shown(desk) == ("d", "c", "b", "a")
    assert press(question(desk), QMessageBox.ButtonRole.DestructiveRole) == "Xóa video"
    # The engine has not answered yet.
    assert shown(desk) == ("d", "c", "a")
    qtbot.waitUntil(lambda: desk.alerts() == ("Đã xóa video",))
    alert = desk.window.findChild(Alert)
    assert alert is not None
    undo = next(button for button in alert.findChildren(QPushButton) if button.text() == "Hoàn tác")
    undo.click()
    qtbot.waitUntil(lambda: shown(desk) == ("d", "c", "b", "a"))
    assert desk.alerts() == ()


def test_an_undo_before_the_engine_has_answered_brings_it_back(
    qtbot: QtBot, open_desk: OpenDesk, shelf: list[LibraryItem]
) -> None:
    desk = open_desk(items=shelf)
    desk.window.library.deletion.delete(["b"])
    desk.window.library.deletion.undo_last()
    assert shown(desk) == ("d", "c", "a")
    qtbot.waitUntil(lambda: shown(desk) == ("d", "c", "b", "a"))
    assert desk.alerts() == ()


def test_keeping_it_is_the_default(open_desk: OpenDesk, shelf: list[LibraryItem]) -> None:
    desk = open_desk(items=shelf)
    desk.window.library.view.actionRequested.emit("b", "delete")
    box = question(desk)
    assert box.defaultButton() is box.escapeButton()
    press(box, QMessageBox.ButtonRole.RejectRole)
    assert shown(desk) == ("d", "c", "b", "a")


def test_several_go_together_and_come_back_together(
    qtbot: QtBot, open_desk: OpenDesk, shelf: list[LibraryItem]
) -> None:
    desk = open_desk(items=shelf)
    select_cards(desk.window.library.view, ["d", "a"])
    desk.window.library.view.bulkRequested.emit("delete")
    assert "2" in press(question(desk), QMessageBox.ButtonRole.DestructiveRole)
    assert shown(desk) == ("c", "b")
    qtbot.waitUntil(lambda: len(desk.alerts()) == 1)
    assert "2" in desk.alerts()[0]
    desk.window.library.deletion.undo(["d", "a"])
    qtbot.waitUntil(lambda: shown(desk) == ("d", "c", "b", "a"))


def test_what_cannot_be_deleted_stays_and_says_why(
    qtbot: QtBot, open_desk: OpenDesk, shelf: list[LibraryItem]
) -> None:
    def refuse(engine: FakeWalletEngine) -> None:
        refusal = IllegalTransitionError("c", "unconfirmed", "deleted")
        engine.gallery.refusals = {"c": refusal}

    desk = open_desk(refuse, items=shelf)
    desk.window.library.deletion.delete(["d", "c"])
    assert shown(desk) == ("b", "a")
    qtbot.waitUntil(lambda: len(desk.alerts()) == 2)
    assert "c" in shown(desk)
    assert "d" not in shown(desk)
