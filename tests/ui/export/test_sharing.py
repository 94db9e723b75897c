"""A clip is shared: its place opens, the file lies there to be dragged, the words to be pasted."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.fake_wallet_engine import FakeWalletEngine
from tests.ui.gallery.cards import card
from tests.ui.library.fake_copier import FakeExporter, furnish
from videogen_desktop.domain.export import UseKind
from videogen_desktop.domain.share_places import SHARE_PLACES
from videogen_desktop.ui.export import share_presenter
from videogen_desktop.ui.player.play_counter import WATCHED_AFTER_MS, PlayCounter


def furnished(folder: Path, engine: FakeWalletEngine) -> None:
    furnish(engine, folder)


@pytest.fixture
def revealed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    shown: list[str] = []
    monkeypatch.setattr(share_presenter, "reveal_clip", lambda clip: shown.append(clip.name))
    return shown


@pytest.fixture
def running(qtbot: QtBot, open_running: OpenRunningWindow, tmp_path: Path) -> RunningWindow:
    clip = tmp_path / "a.mp4"
    clip.write_bytes(b"clip")
    running = open_running(
        partial(furnished, tmp_path), items=[card("a", prompt="Phố cổ", clip=clip)]
    )
    qtbot.waitUntil(lambda: running.window.library.model.item("a") is not None)
    return running


def share(running: RunningWindow, title: str) -> None:
    menu = running.window.export.sharing.menu(("a",))
    next(line for line in menu.actions() if line.text() == title).trigger()
    menu.deleteLater()


@pytest.mark.parametrize("title", ["TikTok", "YouTube", "Facebook"])
def test_the_page_opens_with_the_file_and_the_words_at_hand(
    qtbot: QtBot,
    running: RunningWindow,
    opened_pages: list[str],
    revealed: list[str],
    title: str,
) -> None:
    (place,) = [place for place in SHARE_PLACES if place.title == title]
    share(running, title)
    qtbot.waitUntil(lambda: opened_pages == [place.page])
    assert QGuiApplication.clipboard().text() == "Phố cổ"
    assert revealed == ["a.mp4"]
    said = running.window.library.panel.note.text
    assert said.startswith(f"{title} đang mở:")
    assert "dán mô tả" in said
    exporter: FakeExporter = running.engine.exporter  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: exporter.counted == [(("a",), UseKind.SHARE, place.name)])


def test_zalo_gets_the_file_itself_by_a_paste(
    qtbot: QtBot, running: RunningWindow, opened_pages: list[str], revealed: list[str]
) -> None:
    share(running, "Zalo")
    qtbot.waitUntil(lambda: len(opened_pages) == 1)
    urls = QGuiApplication.clipboard().mimeData().urls()
    assert [url.fileName() for url in urls] == ["a.mp4"]
    assert revealed == []


def test_a_glance_is_no_play_and_a_sitting_is_one(qtbot: QtBot) -> None:
    parent = QObject()
    counter = PlayCounter(parent)
    watched: list[str] = []
    counter.watched.connect(watched.append)
    counter.follow("a", plays=True)
    counter.follow("b", plays=True)
    counter.follow("b", plays=False)
    for timer in counter._due.values():
        assert timer.interval() == WATCHED_AFTER_MS
        timer.setInterval(1)
    qtbot.waitUntil(lambda: watched == ["a"])
    counter.follow("a", plays=True)
    assert counter._due == {}, "it goes on, and is counted"
    counter.leave("a")
    counter.follow("a", plays=True)
    assert set(counter._due) == {"a"}
    counter.leave("a")
    # One that is shorter than a moment was watched when it has ended.
    counter.follow("short", plays=True)
    counter.follow("short", plays=False, has_ended=True)
    assert watched == ["a", "short"]
    parent.deleteLater()
