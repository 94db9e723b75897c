"""Clips are trimmed to the frame, put in order and handed over as the user sees them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.gallery.cards import card
from tests.ui.viewer.fakes import FRAME_MS, FakeLargeEngine
from videogen_desktop.domain.export import Bars, ClipCut
from videogen_desktop.ui.export.cut_clip import CutClip, ExportChoices
from videogen_desktop.ui.export.export_dialog import ExportDialog
from videogen_desktop.ui.export.export_options import AS_IT_IS, PROJECT
from videogen_desktop.ui.shortcuts.table import SHORTCUTS, Command, Place
from videogen_desktop.ui.theme.tokens import LIGHT
from videogen_desktop.ui.translation import Translation
from videogen_desktop.ui.viewer.playback import Playback

DURATION = 5_000
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
Order = tuple[tuple[ClipCut, ...], ExportChoices, Path]


@pytest.fixture
def engine() -> FakeLargeEngine:
    engine = FakeLargeEngine()
    engine.duration = DURATION
    return engine


@pytest.fixture
def dialog(
    qtbot: QtBot, tmp_path: Path, engine: FakeLargeEngine, language: Translation
) -> Iterator[ExportDialog]:
    clips = []
    for name in "abc":
        clip = tmp_path / f"{name}.mp4"
        clip.write_bytes(b"clip")
        clips.append(CutClip(card(name, clip=clip), DURATION))
    host = QWidget()
    host.resize(1200, 800)
    qtbot.addWidget(host)
    dialog = ExportDialog(LIGHT, host, clips, tmp_path, Playback(lambda: engine))
    dialog.show()
    yield dialog
    if isValid(dialog):
        dialog.close()


def ids(dialog: ExportDialog) -> str:
    return "".join(clip.item.video.id for clip in dialog.strip.clips())


def ordered(dialog: ExportDialog) -> Order:
    """What is handed over at the press of the button."""
    told: list[Order] = []
    dialog.exportRequested.connect(lambda *order: told.append(order))
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    (order,) = told
    return order


def see(dialog: ExportDialog, engine: FakeLargeEngine, moment: int) -> None:
    engine.position = moment
    engine.show_frame()


def test_both_ends_are_cut_at_the_frame_that_is_seen(
    dialog: ExportDialog, engine: FakeLargeEngine
) -> None:
    frame = int(FRAME_MS)
    see(dialog, engine, 25 * frame + 13)
    QTest.keyClick(dialog.strip, Key.Key_I)
    see(dialog, engine, 99 * frame + 5)
    QTest.keyClick(dialog.strip, Key.Key_O)
    # The frame that was seen goes out too: the cut is where the next one begins.
    assert dialog.strip.clips()[0].cut() == ClipCut("a", 25 * frame, 100 * frame)
    assert dialog.trim.said.text() == "0:01,00 đến 0:04,00"
    assert dialog.total.text() == "3 video · 0:13,00"


def test_the_handles_cut_and_what_they_cut_is_seen(
    dialog: ExportDialog, engine: FakeLargeEngine
) -> None:
    bar = dialog.trim.bar
    middle = bar.height() // 2
    goal = QPoint(bar.width() // 2, middle)
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(8, middle))
    QTest.mouseMove(bar, goal)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=goal)
    clip = dialog.strip.clips()[0]
    assert clip.start_ms == pytest.approx(DURATION / 2, abs=20)
    assert clip.end_ms is None
    # An end never passes the other one.
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(bar.width() - 8, middle))
    QTest.mouseMove(bar, QPoint(20, middle))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(20, middle))
    assert clip.end_ms is not None
    assert clip.taken_ms > 0


def test_whether_the_video_is_made_anew_is_said_before_it_begins(
    dialog: ExportDialog, engine: FakeLargeEngine
) -> None:
    def said() -> str:
        return dialog.options._details[AS_IT_IS].text()

    kept = "Các video cùng loại giữ nguyên độ nét"
    assert said() == kept
    see(dialog, engine, 1_000)
    QTest.keyClick(dialog.strip, Key.Key_I)
    assert said() == "Có cắt hoặc khác tỉ lệ: video được tạo lại, lâu hơn"
    QTest.keyClick(dialog.strip, Key.Key_Delete)
    assert said() == kept, "the one that was cut is taken out"
    first, second = dialog.strip.clips()
    first.item, second.item = (
        replace(first.item, sides=(9, 16)),
        replace(second.item, sides=(16, 9)),
    )
    dialog._write()
    assert said() != kept


def test_clips_are_put_in_order_by_keys_and_taken_out(dialog: ExportDialog) -> None:
    strip = dialog.strip
    QTest.keyClick(strip, Key.Key_Right, CTRL)
    assert ids(dialog) == "bac"
    assert strip.currentRow() == 1, "the keyboard goes with the clip"
    QTest.keyClick(strip, Key.Key_Right, CTRL)
    assert ids(dialog) == "bca"
    assert not dialog.later.isEnabled()
    QTest.keyClick(strip, Key.Key_Left, CTRL)
    QTest.keyClick(strip, Key.Key_Delete)
    assert ids(dialog) == "bc"
    QTest.keyClick(strip, Key.Key_Delete)
    QTest.keyClick(strip, Key.Key_Delete)
    assert len(ids(dialog)) == 1, "the last one stays"


def test_each_clip_keeps_its_own_cut_in_another_order(
    dialog: ExportDialog, engine: FakeLargeEngine
) -> None:
    see(dialog, engine, 1_000)
    QTest.keyClick(dialog.strip, Key.Key_I)
    QTest.keyClick(dialog.strip, Key.Key_Right, CTRL)
    cuts, _choices, _folder = ordered(dialog)
    assert cuts == (ClipCut("b"), ClipCut("a", 1_000), ClipCut("c"))


def test_the_order_is_what_is_chosen(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.options.choose("tiktok")
    dialog.options.without_prompt.setChecked(True)
    dialog.options.levels_sound.setChecked(False)
    assert dialog.export.text() == "Ghép 3 video"
    cuts, choices, folder = ordered(dialog)
    assert [cut.video_id for cut in cuts] == ["a", "b", "c"]
    assert choices == ExportChoices("tiktok", False, Bars.BLURRED, False, True)
    assert folder == tmp_path


def test_a_folder_for_an_editing_program_has_the_clips_as_they_are(dialog: ExportDialog) -> None:
    assert dialog.options.bars.isVisible()
    dialog.options.choose(PROJECT)
    assert not dialog.options.bars.isVisible()
    assert dialog.export.text() == "Tạo thư mục"
    assert ordered(dialog)[1].is_project


def test_it_fits_a_narrow_window(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.resize(460, 640)
    qtbot.waitUntil(lambda: dialog.options.y() == 0 and dialog.trim.width() < 440)
    assert dialog.trim.mapTo(dialog, QPoint(0, 0)).x() >= 0
    assert dialog.trim.mapTo(dialog, dialog.trim.rect().topRight()).x() <= dialog.width()


def test_every_key_of_the_table_is_obeyed(dialog: ExportDialog) -> None:
    told: set[Command] = {shortcut.command for shortcut in SHORTCUTS[Place.EXPORT]}
    assert dialog._acts.keys() == told
