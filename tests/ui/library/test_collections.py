"""Renaming and deleting a collection from the toolbar, and where its menu opens."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.library.filters import CollectionChoice


def shown(running: RunningWindow) -> tuple[str, ...]:
    return running.window.library.model.all_ids()


def choose(choice: CollectionChoice, text: str) -> None:
    next(line for line in choice.menu().actions() if line.text().startswith(text)).trigger()


def with_trip(qtbot: QtBot, running: RunningWindow) -> CollectionChoice:
    """The collection "Du lịch" of one video is shown; "Món ăn" exists."""
    library = running.window.library
    choice = library.panel.toolbar.collections
    library.collections.create(["b"], "Du lịch")
    qtbot.waitUntil(lambda: any("Du lịch" in text for text in lines(choice)))
    library.collections.create(["a"], "Món ăn")
    qtbot.waitUntil(lambda: any("Món ăn" in text for text in lines(choice)))
    choose(choice, "Du lịch")
    qtbot.waitUntil(lambda: shown(running) == ("b",))
    return choice


def lines(choice: CollectionChoice) -> list[str]:
    return [line.text() for line in choice.menu().actions()]


def test_only_the_collection_that_is_shown_can_be_renamed_or_deleted(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    choice = with_trip(qtbot, open_running(items=shelf))
    assert lines(choice)[-2:] == ["Đổi tên bộ sưu tập…", "Xóa bộ sưu tập…"]
    choose(choice, "Mọi bộ sưu tập")
    assert "Xóa bộ sưu tập…" not in lines(choice)


def test_a_collection_gets_another_name_and_a_taken_one_is_asked_again(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    choice = with_trip(qtbot, running)
    choose(choice, "Đổi tên")
    (dialog,) = running.window.findChildren(QInputDialog)
    assert dialog.textValue() == "Du lịch"
    dialog.setTextValue("Món ăn")
    dialog.accept()
    qtbot.waitUntil(lambda: asked_again(running) is not None)
    again = asked_again(running)
    assert again is not None
    again.setTextValue("Đà Nẵng")
    again.accept()
    qtbot.waitUntil(lambda: choice.text().startswith("Đà Nẵng"))
    assert shown(running) == ("b",)


def asked_again(running: RunningWindow) -> QInputDialog | None:
    dialogs = running.window.findChildren(QInputDialog)
    return next((box for box in dialogs if "Đã có" in box.labelText()), None)


def test_a_collection_goes_after_a_question_and_its_videos_stay(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    choice = with_trip(qtbot, running)
    choose(choice, "Xóa")
    (question,) = running.window.findChildren(QMessageBox)
    assert "Du lịch" in question.text()
    assert question.defaultButton() is question.escapeButton()
    role = QMessageBox.ButtonRole.DestructiveRole
    yes = next(button for button in question.buttons() if question.buttonRole(button) is role)
    assert yes.text() == "Xóa bộ sưu tập"
    yes.click()
    qtbot.waitUntil(lambda: shown(running) == ("d", "c", "b", "a"))
    assert not any("Du lịch" in text for text in lines(choice))
    assert choice.text() == "Mọi bộ sưu tập"


def test_a_menu_that_was_called_by_key_opens_at_the_current_card(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    library = running.window.library
    view = library.view
    qtbot.keyClick(view, Qt.Key.Key_End)
    card = view.visualRect(view.currentIndex())
    corner = view.viewport().mapToGlobal(QPoint(0, 0))
    assert library.panel.menu_place() == corner + card.center()
    view.commands.act("a", "collect")
    menus = [
        menu for menu in running.window.findChildren(QMenu) if menu.objectName() == "collectMenu"
    ]
    assert len(menus) == 1
    assert card.translated(corner).contains(menus[0].pos())
    menus[0].close()
