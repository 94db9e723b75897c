"""A screen reader is told how much was found, and what has ended."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow
from tests.ui.gallery.cards import card
from videogen_desktop.domain.events import VideoChanged
from videogen_desktop.domain.states import Reason, VideoState
from videogen_desktop.domain.video import LibraryItem


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            texts.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return texts


def test_loading_ends_with_the_number_of_videos(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem], heard: list[str]
) -> None:
    open_running(items=shelf)
    qtbot.waitUntil(lambda: heard == ["4 video"])


def test_an_empty_library_says_so(
    qtbot: QtBot, open_running: OpenRunningWindow, heard: list[str]
) -> None:
    open_running()
    qtbot.waitUntil(lambda: heard == ["Thư viện chưa có video nào"])


def test_a_search_says_once_how_much_it_found(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem], heard: list[str]
) -> None:
    running = open_running(items=shelf)
    search = running.window.library.panel.toolbar.search
    qtbot.waitUntil(lambda: len(heard) == 1)
    qtbot.keyClicks(search, "da nang")
    qtbot.waitUntil(lambda: heard[1:] == ["1 video"])
    search.setText("không có gì như thế")
    qtbot.waitUntil(lambda: heard[2:] == ["Không tìm thấy video nào"])


def test_the_end_of_a_job_is_told_once(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem], heard: list[str]
) -> None:
    running = open_running(items=shelf)
    library = running.window.library
    qtbot.waitUntil(lambda: len(heard) == 1 and library.model.item("d") is not None)
    failed = card(
        "d",
        prompt="Chợ nổi",
        state=VideoState.FAILED,
        reason=Reason.PROVIDER_FAILED,
        revision=2,
    )
    running.bridge.eventArrived.emit(VideoChanged(failed))
    assert heard[1].startswith("Chợ nổi, Thất bại. ")
    assert "hoàn lại" in heard[1]
    running.bridge.eventArrived.emit(
        VideoChanged(replace(failed, video=replace(failed.video, revision=3)))
    )
    assert len(heard) == 2
