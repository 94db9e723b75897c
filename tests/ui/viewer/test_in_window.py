"""The viewer where it lives: over the gallery, with the real bridge and a clip that plays."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Desk, OpenDesk
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
def desk(open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path) -> Desk:
    """Two videos, each with a clip of a second; the keyboard is on the second card."""
    items = tuple(card(name, clip=write_clip(tmp_path / f"{name}.mp4")) for name in ("a", "b"))
    desk = open_desk(examined(*items), items=items)
    view = desk.window.library.view
    qtbot.waitUntil(lambda: desk.window.library.model.item("b") is not None)
    view.setFocus()
    view.select_video("b")
    return desk


def open_viewer(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.window.library.view, Key.Key_Return)
    playback = desk.window.viewer.viewer.playback
    qtbot.waitUntil(lambda: playback.image() is not None, timeout=PATIENCE_MS)


def press(desk: Desk, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(desk.window.viewer.viewer, key)


def test_one_key_opens_it_and_one_goes_back_to_the_card(desk: Desk, qtbot: QtBot) -> None:
    open_viewer(desk, qtbot)
    viewer = desk.window.viewer.viewer
    assert viewer.video_id == "b"
    assert viewer.geometry() == desk.window.rect()
    assert not desk.window.composer.isVisible()
    press(desk, qtbot, Key.Key_PageUp)
    qtbot.waitUntil(lambda: viewer.playback.image() is not None, timeout=PATIENCE_MS)
    with qtbot.waitSignal(viewer.playback.released, timeout=PATIENCE_MS):
        press(desk, qtbot, Key.Key_Escape)
    view = desk.window.library.view
    qtbot.waitUntil(view.hasFocus)
    assert desk.window.library.model.id_at(view.currentIndex().row()) == "a"


def test_nothing_plays_in_the_gallery_meanwhile(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.window.library.view, Key.Key_Space)
    assert desk.window.library.players.active_ids() == ("b",)
    open_viewer(desk, qtbot)
    assert desk.window.library.players.active_ids() == ()


def test_a_copy_that_is_saved_from_here_shows_how_far_it_is_and_can_be_stopped(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    item = card("a", clip=write_clip(tmp_path / "a.mp4"))
    copiers = []

    def prepare(engine: FakeWalletEngine) -> None:
        examined(item)(engine)
        copiers.append(furnish(engine, tmp_path))

    desk = open_desk(prepare, items=[item])
    library, viewer = desk.window.library, desk.window.viewer.viewer
    qtbot.waitUntil(lambda: library.model.item("a") is not None)
    desk.window.view_video("a")
    note, save = viewer.player_view.copy_note, viewer.player_view.bar.buttons[CardAction.SAVE]
    assert not note.isVisible()
    assert save.accessibleName() == "Tải xuống…"
    library.copies.copy_one("a", str(tmp_path / "copy.mp4"))
    copiers[0].progress("a", 30, 100)
    qtbot.waitUntil(lambda: note.said.text() == "Đang lưu bản sao · 30 %")
    assert note.isVisible()
    assert viewer.player_view.rect().contains(note.geometry())
    assert save.accessibleName() == note.cancel.accessibleName() == "Hủy lưu bản sao"
    note.cancel.click()
    qtbot.waitUntil(lambda: not note.isVisible())
    assert save.accessibleName() == "Tải xuống…"
    assert desk.alerts() == ()


def test_language_and_theme_change_while_it_plays(desk: Desk, qtbot: QtBot) -> None:
    open_viewer(desk, qtbot)
    viewer = desk.window.viewer.viewer
    viewer.playback.set_looping(True)
    shown: list[int] = []
    viewer.playback.frameChanged.connect(lambda: shown.append(len(shown)))
    desk.theme.choose(ThemeChoice.DARK)
    desk.translation.use(Language.ENGLISH)
    QCoreApplication.sendPostedEvents()
    assert viewer.player_view.controls.play.accessibleName() == "Pause"
    assert viewer.panel.facts.heading.text() == "Details"
    before = len(shown)
    qtbot.waitUntil(lambda: len(shown) > before + 5, timeout=PATIENCE_MS)


def test_alerts_are_seen_over_it_and_stay_when_it_closes(desk: Desk, qtbot: QtBot) -> None:
    open_viewer(desk, qtbot)
    desk.window.alerts.success("xong")
    (alert,) = (part for part in desk.window.findChildren(QWidget) if part.objectName() == "alert")
    assert alert.isVisible()
    press(desk, qtbot, Key.Key_Escape)
    assert alert.isVisible()
    assert desk.alerts() == ("xong",)


def test_a_video_deleted_while_it_plays_is_let_go(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    open_viewer(desk, qtbot)
    viewer = desk.window.viewer.viewer
    with qtbot.waitSignal(viewer.playback.released, timeout=PATIENCE_MS):
        desk.bridge.delete("b")
        qtbot.waitUntil(lambda: viewer.video_id == "a")
        press(desk, qtbot, Key.Key_Escape)
    (tmp_path / "b.mp4").unlink()


def test_reusing_a_prompt_leads_to_the_composer(desk: Desk, qtbot: QtBot) -> None:
    open_viewer(desk, qtbot)
    desk.window.viewer.viewer.player_view.bar.actionRequested.emit("reuse")
    assert desk.window.composer.prompt.toPlainText() == "Một con mèo"
    assert desk.window.composer.isVisible()


def test_the_volume_is_remembered(desk: Desk, qtbot: QtBot) -> None:
    open_viewer(desk, qtbot)
    playback = desk.window.viewer.viewer.playback
    qtbot.waitUntil(lambda: playback.tuning.volume == 0.35)
    playback.tuning.set_volume(0.6)
    preferences: SimpleNamespace = desk.engine.preferences  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: preferences.changes == [{"volume_percent": 60}])


def test_the_window_closes_while_a_clip_plays_large(desk: Desk, qtbot: QtBot) -> None:
    open_viewer(desk, qtbot)
    press(desk, qtbot, Key.Key_F)
    assert desk.window.close()
    assert not desk.window.viewer.viewer.playback.is_open
