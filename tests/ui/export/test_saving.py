"""One click saves: asked once where to, then into that folder under the template's names."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.fake_wallet_engine import FakeWalletEngine
from tests.ui.gallery.cards import card
from tests.ui.library.fake_copier import FakeCopier, FakeExporter, furnish
from videogen_desktop.domain.errors import OutputRefusedError
from videogen_desktop.domain.file_names import DEFAULT_TEMPLATE
from videogen_desktop.domain.settings import Settings
from videogen_desktop.ui.export.save_dialog import SaveDialog


class Desk:
    """A window with three clips, and what its engine was asked."""

    def __init__(
        self, qtbot: QtBot, open_running: OpenRunningWindow, folder: Path, settings: Settings
    ) -> None:
        self.qtbot = qtbot
        clips = [folder / f"{name}.mp4" for name in "abc"]
        for clip in clips:
            clip.write_bytes(b"clip")
        made: list[FakeCopier] = []

        def prepare(engine: FakeWalletEngine) -> None:
            made.append(furnish(engine, folder))
            engine.preferences.settings = settings  # type: ignore[attr-defined]

        items = [card(clip.stem, prompt=f"Phố {clip.stem}", clip=clip) for clip in clips]
        self.running: RunningWindow = open_running(prepare, items=items)
        self.copier = made[0]
        self.exporter: FakeExporter = self.running.engine.exporter  # type: ignore[attr-defined]
        self.library = self.running.window.library
        qtbot.waitUntil(lambda: self.library.model.item("c") is not None)

    @property
    def settings(self) -> Settings:
        settings: Settings = self.running.engine.preferences.settings  # type: ignore[attr-defined]
        return settings

    def press_save(self, video_id: str) -> None:
        self.library.view.clearSelection()
        self.library.view.select_video(video_id)
        QTest.keyClick(self.library.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    def question(self) -> SaveDialog:
        def found() -> list[SaveDialog]:
            return self.running.window.findChildren(SaveDialog)

        self.qtbot.waitUntil(lambda: len(found()) == 1)
        return found()[0]

    def saved(self) -> list[str]:
        return [video_id for video_id, *_place in self.exporter.saved]

    def note(self) -> str:
        """What is said below the cards."""
        return self.library.panel.note.text

    def offer(self, text: str) -> QPushButton:
        """A button beside it."""
        buttons = self.library.panel.note.findChildren(QPushButton)
        return next(button for button in buttons if button.text() == text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "TikTok"
    folder.mkdir()
    return folder


def test_the_first_time_asks_and_every_other_one_is_a_single_press(
    qtbot: QtBot, open_running: OpenRunningWindow, tmp_path: Path, folder: Path
) -> None:
    desk = Desk(qtbot, open_running, tmp_path, Settings())
    desk.press_save("a")
    dialog = desk.question()
    assert dialog.template.example.text() == ("Ví dụ: 2026-11-30 Phố a Veo 3.1 01.mp4")
    dialog.show_folder(str(folder))
    dialog.template.edit.setText("{tiêu đề}-{số}")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.exporter.saved == [("a", folder, "{tiêu đề}-{số}", False)])
    qtbot.waitUntil(lambda: desk.settings.save_folder == str(folder))
    assert desk.settings.save_template == "{tiêu đề}-{số}"
    desk.copier.end("a", folder / "Phố a-01.mp4")
    qtbot.waitUntil(lambda: desk.note() == "Đã lưu vào TikTok")
    desk.press_save("b")
    qtbot.waitUntil(lambda: desk.saved() == ["a", "b"])
    assert desk.running.window.findChildren(SaveDialog) == []


def test_a_saved_copy_is_taken_back_from_its_notice(
    qtbot: QtBot, open_running: OpenRunningWindow, tmp_path: Path, folder: Path
) -> None:
    desk = Desk(qtbot, open_running, tmp_path, Settings(save_folder=str(folder)))
    desk.press_save("a")
    qtbot.waitUntil(lambda: desk.exporter.saved == [("a", folder, DEFAULT_TEMPLATE, False)])
    copy = folder / "Phố a.mp4"
    desk.copier.end("a", copy)
    qtbot.waitUntil(lambda: desk.note() == "Đã lưu vào TikTok")
    assert desk.offer("Mở thư mục").isVisible()
    desk.offer("Hoàn tác").click()
    qtbot.waitUntil(lambda: desk.copier.taken_back == [(copy,)])
    qtbot.waitUntil(lambda: desk.note() == "Đã bỏ 1 bản vừa lưu.")


def test_several_are_saved_one_after_the_other_and_the_rest_can_be_stopped(
    qtbot: QtBot, open_running: OpenRunningWindow, tmp_path: Path, folder: Path
) -> None:
    settings = Settings(save_folder=str(folder), save_without_prompt=True)
    desk = Desk(qtbot, open_running, tmp_path, settings)
    desk.library.view.selectAll()
    QTest.keyClick(desk.library.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.saved() == ["a"])
    assert desk.exporter.saved[0][3], "without the prompt, as the settings say"
    assert desk.library.panel.bar.isVisible()
    desk.copier.end("a", folder / "1.mp4", keeps_words=True)
    qtbot.waitUntil(lambda: desk.saved() == ["a", "b"])
    desk.library.panel.bar.copiesCancelled.emit()
    qtbot.waitUntil(lambda: desk.note() == "Đã lưu vào TikTok")
    (told,) = desk.running.alerts()
    assert told.startswith("1 tệp được giữ nguyên")
    assert desk.saved() == ["a", "b"], "the third never began"
    assert desk.library.model.copy_percent("c") is None


def test_a_folder_that_is_gone_is_said_and_asked_for_again(
    qtbot: QtBot, open_running: OpenRunningWindow, tmp_path: Path, folder: Path
) -> None:
    folder.rmdir()
    desk = Desk(qtbot, open_running, tmp_path, Settings(save_folder=str(folder)))
    desk.press_save("a")
    dialog = desk.question()
    assert dialog._about.text() == "Hiện không thấy thư mục “TikTok”."
    dialog.reject()
    assert desk.saved() == []
    assert desk.settings.save_folder == str(folder), "it may come back"


def test_a_template_that_means_nothing_cannot_be_saved_with(
    qtbot: QtBot, open_running: OpenRunningWindow, tmp_path: Path
) -> None:
    desk = Desk(qtbot, open_running, tmp_path, Settings())
    desk.press_save("a")
    dialog = desk.question()
    dialog.template.edit.setText("{giá}")
    assert not dialog.save.isEnabled()
    assert "giá" in dialog.template.example.text()
    dialog.template.edit.clear()
    dialog.template.fields[1].click()
    assert dialog.template.edit.text() == "{tiêu đề}"
    assert dialog.save.isEnabled()
    dialog.reject()


def test_what_could_not_be_written_is_said_and_the_next_is_tried(
    qtbot: QtBot, open_running: OpenRunningWindow, tmp_path: Path, folder: Path
) -> None:
    desk = Desk(qtbot, open_running, tmp_path, Settings(save_folder=str(folder)))
    desk.library.view.selectAll()
    desk.library.view.bulkRequested.emit("save")
    qtbot.waitUntil(lambda: desk.saved() == ["a"])
    desk.copier.end("a", folder, OutputRefusedError(folder, "full"))
    qtbot.waitUntil(lambda: desk.saved() == ["a", "b"])
    assert len(desk.running.alerts()) == 1
    desk.library.panel.bar.copiesCancelled.emit()
    qtbot.waitUntil(lambda: not desk.library.panel.bar._progress.isVisible())
