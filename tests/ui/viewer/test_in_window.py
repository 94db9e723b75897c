"""The viewer where it lives: over the gallery, with the real bridge and a clip that plays."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.fake_wallet_engine import FakeWalletEngine
from tests.ui.gallery.cards import card
from tests.ui.library.fake_copier import furnish
from tests.ui.player.clips import write_clip
from tests.ui.viewer.fakes import FakeExaminer, details_of
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.gallery.actions import CardAction
from videogen_desktop.ui.theme.theme import ThemeChoice
from videogen_desktop.ui.translation import Language

pytestmark = pytest.mark.qt_log_ignore("No RHI backend", extend=True)
PATIENCE_MS = 10_000
Key = Qt.Key


class FakePreferences:
    def __init__(self) -> None:
        self.settings = Settings(volume_percent=35)
        self.changes: list[dict[str, object]] = []

    async def change(self, **changes: object) -> Settings:
        self.changes.append(changes)
        return self.settings


def examined(*items: LibraryItem) -> Callable[[FakeWalletEngine], None]:
    def prepare(engine: FakeWalletEngine) -> None:
        examiner = FakeExaminer()
        examiner.known = {item.video.id: details_of(item) for item in items}
        engine.examiner = examiner  # type: ignore[attr-defined]
        engine.preferences = FakePreferences()  # type: ignore[attr-defined]

    return prepare


@pytest.fixture
def running(open_running: OpenRunningWindow, qtbot: QtBot, tmp_path: Path) -> RunningWindow:
    """Two videos, each with a clip of a second; the keyboard is on the second card."""
    items = tuple(card(name, clip=write_clip(tmp_path / f"{name}.mp4")) for name in ("a", "b"))
    running = open_running(examined(*items), items=items)
    view = running.window.library.view
    qtbot.waitUntil(lambda: running.window.library.model.item("b") is not None)
    view.setFocus()
    view.select_video("b")
    return running


def open_viewer(running: RunningWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(running.window.library.view, Key.Key_Return)
    playback = running.window.viewer.viewer.playback
    qtbot.waitUntil(lambda: playback.image() is not None, timeout=PATIENCE_MS)


def press(running: RunningWindow, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(running.window.viewer.viewer, key)


def test_one_key_opens_it_and_one_goes_back_to_the_card(
    running: RunningWindow, qtbot: QtBot
) -> None:
    open_viewer(running, qtbot)
    viewer = running.window.viewer.viewer
    assert viewer.video_id == "b"
    assert viewer.geometry() == running.window.rect()
    assert not running.window.composer.isVisible()
    press(running, qtbot, Key.Key_PageUp)
    qtbot.waitUntil(lambda: viewer.playback.image() is not None, timeout=PATIENCE_MS)
    with qtbot.waitSignal(viewer.playback.released, timeout=PATIENCE_MS):
        press(running, qtbot, Key.Key_Escape)
    view = running.window.library.view
    qtbot.waitUntil(view.hasFocus)
    assert running.window.library.model.id_at(view.currentIndex().row()) == "a"


def test_nothing_plays_in_the_gallery_meanwhile(running: RunningWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(running.window.library.view, Key.Key_Space)
    assert running.window.library.players.active_ids() == ("b",)
    open_viewer(running, qtbot)
    assert running.window.library.players.active_ids() == ()


def test_a_copy_that_is_saved_from_here_shows_how_far_it_is_and_can_be_stopped(
    open_running: OpenRunningWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    item = card("a", clip=write_clip(tmp_path / "a.mp4"))
    copiers = []

    def prepare(engine: FakeWalletEngine) -> None:
        examined(item)(engine)
        copiers.append(furnish(engine, tmp_path))

    running = open_running(prepare, items=[item])
    library, viewer = running.window.library, running.window.viewer.viewer
    qtbot.waitUntil(lambda: library.model.item("a") is not None)
    running.window.view_video("a")
    note, save = viewer.player_view.copy_note, viewer.player_view.bar.buttons[CardAction.SAVE]
    assert not note.isVisible()
    assert save.accessibleName() == "Lưu"
    library.copies.copy_one("a", str(tmp_path / "copy.mp4"))
    copiers[0].progress("a", 30, 100)
    qtbot.waitUntil(lambda: note.said.text() == "Đang lưu ra thư mục · 30%")
    assert note.isVisible()
    assert viewer.player_view.rect().contains(note.geometry())
    assert save.accessibleName() == note.cancel.accessibleName() == "Hủy lưu"
    note.cancel.click()
    qtbot.waitUntil(lambda: not note.isVisible())
    assert save.accessibleName() == "Lưu"
    assert running.alerts() == ()


def test_language_and_theme_change_while_it_plays(running: RunningWindow, qtbot: QtBot) -> None:
    open_viewer(running, qtbot)
    viewer = running.window.viewer.viewer
    viewer.playback.set_looping(True)
    shown: list[int] = []
    viewer.playback.frameChanged.connect(lambda: shown.append(len(shown)))
    running.theme.choose(ThemeChoice.DARK)
    running.translation.use(Language.ENGLISH)
    QCoreApplication.sendPostedEvents()
    assert viewer.player_view.controls.play.accessibleName() == "Pause"
    assert viewer.panel.facts.heading.text() == "Details"
    before = len(shown)
    qtbot.waitUntil(lambda: len(shown) > before + 5, timeout=PATIENCE_MS)


def test_alerts_are_seen_over_it_and_stay_when_it_closes(
    running: RunningWindow, qtbot: QtBot
) -> None:
    open_viewer(running, qtbot)
    running.window.alerts.success("xong")
    (alert,) = (
        part for part in running.window.findChildren(QWidget) if part.objectName() == "alert"
    )
    assert alert.isVisible()
    press(running, qtbot, Key.Key_Escape)
    assert alert.isVisible()
    assert running.alerts() == ("xong",)


def test_a_video_deleted_while_it_plays_is_let_go(
    running: RunningWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    open_viewer(running, qtbot)
    viewer = running.window.viewer.viewer
    with qtbot.waitSignal(viewer.playback.released, timeout=PATIENCE_MS):
        running.bridge.delete("b")
        qtbot.waitUntil(lambda: viewer.video_id == "a")
        press(running, qtbot, Key.Key_Escape)
    (tmp_path / "b.mp4").unlink()


def test_reusing_a_prompt_leads_to_the_composer(running: RunningWindow, qtbot: QtBot) -> None:
    open_viewer(running, qtbot)
    running.window.viewer.viewer.player_view.bar.actionRequested.emit("reuse")
    assert running.window.composer.prompt.toPlainText() == "Một con mèo"
    assert running.window.composer.isVisible()


def test_the_volume_is_remembered(running: RunningWindow, qtbot: QtBot) -> None:
    open_viewer(running, qtbot)
    playback = running.window.viewer.viewer.playback
    qtbot.waitUntil(lambda: playback.tuning.volume == 0.35)
    playback.tuning.set_volume(0.6)
    preferences: SimpleNamespace = running.engine.preferences  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: preferences.changes == [{"volume_percent": 60}])


def test_the_window_closes_while_a_clip_plays_large(running: RunningWindow, qtbot: QtBot) -> None:
    open_viewer(running, qtbot)
    press(running, qtbot, Key.Key_F)
    assert running.window.close()
    assert not running.window.viewer.viewer.playback.is_open


def test_what_is_opened_is_not_new_any_more_and_f2_names_it(
    running: RunningWindow, qtbot: QtBot
) -> None:
    model = running.window.library.model
    open_viewer(running, qtbot)

    def item() -> LibraryItem:
        found = model.item("b")
        assert found is not None
        return found

    qtbot.waitUntil(lambda: not item().video.is_new)
    press(running, qtbot, Key.Key_F2)
    viewer = running.window.viewer.viewer
    (line,) = viewer.player_view.bar.findChildren(QLineEdit, "titleEditor")
    qtbot.keyClicks(line, "Cau Rong")
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: item().video.title == "Cau Rong")
    qtbot.waitUntil(lambda: viewer.player_view.bar.title.text == "Cau Rong")
    assert viewer.hasFocus()
