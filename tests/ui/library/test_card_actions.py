"""A card's menu acts in the running window."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.library import library_presenter


def choose(qtbot: QtBot, running: RunningWindow, video_id: str, text: str) -> None:
    model = running.window.library.model
    qtbot.waitUntil(lambda: model.item(video_id) is not None)
    menu = running.window.library.view.commands.card_menu(video_id)
    assert menu is not None
    next(line for line in menu.actions() if line.text() == text).trigger()
    menu.deleteLater()


def test_a_prompt_is_used_again(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    choose(qtbot, running, "b", "Dùng lại mô tả")
    assert running.window.composer.prompt.toPlainText() == "Bãi biển Đà Nẵng"


def test_a_prompt_is_copied(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    choose(qtbot, running, "c", "Chép mô tả")
    qtbot.waitUntil(lambda: running.window.library.panel.note.text == "Đã chép mô tả.")
    assert QGuiApplication.clipboard().text() == "Mưa rào"


def test_a_clip_is_shown_in_its_folder_and_a_refusal_is_told(
    qtbot: QtBot,
    open_running: OpenRunningWindow,
    shelf: list[LibraryItem],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    revealed: list[Path] = []

    def reveal(clip: Path) -> bool:
        revealed.append(clip)
        return False

    monkeypatch.setattr(library_presenter, "reveal_clip", reveal)
    running = open_running(items=shelf)
    choose(qtbot, running, "a", "Mở thư mục chứa video")
    assert [clip.name for clip in revealed] == ["a.mp4"]
    assert len(running.alerts()) == 1


def test_only_favourites_are_shown(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = open_running(items=shelf)
    library = running.window.library
    choose(qtbot, running, "b", "Yêu thích")
    library.panel.toolbar.favourites.click()
    qtbot.waitUntil(lambda: library.model.all_ids() == ("b",))
