"""Clips go to other programs as files: by Ctrl+C, and pulled out of a card or the viewer."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.fake_wallet_engine import FakeWalletEngine
from tests.ui.gallery.cards import card
from tests.ui.gallery.conftest import select_cards
from tests.ui.library.fake_copier import FakePreferences
from tests.ui.player.clips import write_clip
from tests.ui.viewer.fakes import FakeExaminer, details_of
from videogen_desktop.domain.errors import ClipUnfetchableError
from videogen_desktop.domain.events import VideoChanged
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.states import VideoState
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.export.clip_data import GNOME_FILES, drag_picture

Drags = list[tuple[list[Path], Qt.DropAction]]


@pytest.fixture
def shelf(tmp_path: Path) -> list[LibraryItem]:
    """Two with a file, one that runs, one whose file only the provider has."""
    clips = [tmp_path / name for name in ("Đà Nẵng 1.mp4", "b.mp4")]
    for clip in clips:
        clip.write_bytes(b"clip")
    gone = card("gone", prompt="Sông Hương", state=VideoState.COMPLETED)
    poster = QImage(90, 160, QImage.Format.Format_RGB32)
    poster.fill(Qt.GlobalColor.red)
    poster.save(str(tmp_path / "a.png"))
    return [
        replace(card("a", prompt="Bãi biển", clip=clips[0]), poster=tmp_path / "a.png"),
        card("b", prompt="Mưa", clip=clips[1]),
        card("runs", state=VideoState.PROCESSING),
        replace(gone, poster=tmp_path / "poster.webp"),
    ]


@pytest.fixture
def drags(monkeypatch: pytest.MonkeyPatch) -> Drags:
    """What was dragged: a real one waits for a pointer that lets go."""
    seen: Drags = []

    def execute(drag: QDrag, actions: Qt.DropAction) -> Qt.DropAction:
        seen.append(([Path(url.toLocalFile()) for url in drag.mimeData().urls()], actions))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", execute)
    return seen


def clipboard() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def files() -> list[Path]:
    return [Path(url.toLocalFile()) for url in clipboard().urls()]


def opened(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> RunningWindow:
    QGuiApplication.clipboard().setText("☂")
    running = open_running(partial(examined, shelf), items=shelf)
    qtbot.waitUntil(lambda: running.window.library.model.item("gone") is not None)
    take(running, "a")
    return running


def examined(shelf: list[LibraryItem], engine: FakeWalletEngine) -> None:
    """The viewer looks closer."""
    examiner = FakeExaminer()
    examiner.known = {item.video.id: details_of(item) for item in shelf}
    engine.examiner = examiner  # type: ignore[attr-defined]
    engine.preferences = FakePreferences(Settings())  # type: ignore[attr-defined]


def take(running: RunningWindow, video_id: str) -> None:
    """Make it the current card; the Shift of an earlier test would select on from there."""
    view = running.window.library.view
    view.clearSelection()
    view.select_video(video_id)
    select_cards(view, [video_id])


def press_copy(part: QWidget) -> None:
    QTest.keyClick(part, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_a_copied_card_is_pasted_as_a_file_by_every_file_manager(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = opened(qtbot, open_running, shelf)
    press_copy(running.window.library.view)
    qtbot.waitUntil(lambda: files() == [shelf[0].clip])
    verb, address = bytes(clipboard().data(GNOME_FILES).data()).decode().split("\n")
    assert verb == "copy"
    assert shelf[0].clip is not None
    assert address == shelf[0].clip.as_uri()
    # A paste into the prompt of another program is no picture and no library.
    assert not clipboard().hasImage()
    said = "Đã chép 1 video. Dán vào CapCut, Zalo hoặc một thư mục."
    assert running.window.library.panel.note.text == said
    assert running.alerts() == (), "nothing stands over the next card"


def test_all_that_is_selected_is_copied_in_the_order_of_the_gallery(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = opened(qtbot, open_running, shelf)
    view = running.window.library.view
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press_copy(view)
    qtbot.waitUntil(lambda: files() == [shelf[0].clip, shelf[1].clip])


def test_a_file_that_somebody_took_away_is_not_promised(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = opened(qtbot, open_running, shelf)
    assert shelf[1].clip is not None
    shelf[1].clip.unlink()
    take(running, "b")
    press_copy(running.window.library.view)
    qtbot.waitUntil(lambda: running.alerts() == ("Tệp của video này không có trên máy.",))
    assert QGuiApplication.clipboard().text() == "☂"


def test_what_only_the_provider_has_is_fetched_first_and_said(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem], tmp_path: Path
) -> None:
    running = opened(qtbot, open_running, shelf)
    take(running, "gone")
    press_copy(running.window.library.view)
    qtbot.waitUntil(lambda: ("fetch_again", "gone") in running.engine.calls)
    said = "Đang tải 1 video về trước: tệp không có trên máy…"
    qtbot.waitUntil(lambda: running.window.library.panel.note.text == said)
    assert QGuiApplication.clipboard().text() == "☂"
    clip = tmp_path / "fetched.mp4"
    clip.write_bytes(b"clip")
    here = replace(shelf[3], clip=clip)
    running.engine._items["gone"] = here
    running.bridge.publish(VideoChanged(here))
    qtbot.waitUntil(lambda: files() == [clip])


@pytest.mark.parametrize(
    ("failure", "is_gone", "said"),
    [
        ("gone:404", False, "Kie đã xóa tệp của video này."),
        ("gone:410", True, "Kie không còn giữ tệp của video này, kể cả khi đã xin địa chỉ mới."),
        (
            "ProviderUnavailable",
            False,
            "Kie tạm thời không phản hồi. Chương trình sẽ tiếp tục thử.",
        ),
        ("disk_full", False, "Video đã xong nhưng tệp chưa có trên máy này."),
    ],
)
def test_what_cannot_be_fetched_says_why_and_is_not_waited_for(
    qtbot: QtBot,
    open_running: OpenRunningWindow,
    shelf: list[LibraryItem],
    failure: str,
    is_gone: bool,
    said: str,
) -> None:
    running = opened(qtbot, open_running, shelf)
    take(running, "gone")
    press_copy(running.window.library.view)
    qtbot.waitUntil(lambda: ("fetch_again", "gone") in running.engine.calls)
    failed = replace(shelf[3], clip_failure=failure, result_gone=is_gone, vendor_title="Kie")
    running.engine._items["gone"] = failed
    running.bridge.publish(VideoChanged(failed))
    qtbot.waitUntil(lambda: running.alerts() != ())
    assert running.alerts() == (said,)
    assert QGuiApplication.clipboard().text() == "☂"


def test_one_of_several_that_nobody_has_is_told_and_the_others_are_taken(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = opened(qtbot, open_running, shelf)
    running.engine.failure_to_fetch = ClipUnfetchableError(None)
    view = running.window.library.view
    view.selectAll()
    press_copy(view)
    qtbot.waitUntil(lambda: files() == [shelf[0].clip, shelf[1].clip])
    assert running.alerts() == (
        "Bỏ qua 2 trong 4 video: tệp không có trên máy.",
        "Tệp của video này không có trên máy và không còn nơi nào để tải lại.",
    )


def test_the_words_of_several_stand_below_each_other(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem]
) -> None:
    running = opened(qtbot, open_running, shelf)
    view = running.window.library.view
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_C, both)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "Bãi biển\n\nMưa")


def pull(part: QWidget) -> None:
    """Press in the middle, move on with the button held, and let go."""
    middle = part.rect().center()
    QTest.mousePress(part, Qt.MouseButton.LeftButton, pos=middle)
    for step in (4, 12, 40):
        QTest.mouseMove(part, middle + QPoint(step, step))
    QTest.mouseRelease(part, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 40))


@pytest.mark.qt_log_ignore("No RHI backend", extend=True)
def test_the_viewers_picture_is_pulled_out_as_a_copy_and_goes_on(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem], drags: Drags
) -> None:
    assert shelf[0].clip is not None
    write_clip(shelf[0].clip)
    running = opened(qtbot, open_running, shelf)
    running.window.view_video("a")
    viewer = running.window.viewer.viewer
    # A window that goes while its clip is being opened takes Qt's player down with it.
    qtbot.waitUntil(lambda: viewer.playback.image() is not None, timeout=10_000)
    toggled: list[bool] = []
    viewer.player_view.canvas.clicked.connect(lambda: toggled.append(True))
    pull(viewer.player_view.canvas)
    assert drags == [([shelf[0].clip], Qt.DropAction.CopyAction)]
    assert toggled == [], "a pull at the picture is no click"
    QTest.mouseClick(viewer.player_view.canvas, Qt.MouseButton.LeftButton)
    assert toggled == [True]
    press_copy(viewer)
    qtbot.waitUntil(lambda: files() == [shelf[0].clip])
    with qtbot.waitSignal(viewer.playback.released, timeout=10_000):
        QTest.keyClick(viewer, Qt.Key.Key_Escape)


def test_a_card_without_its_file_is_fetched_for_the_next_drag(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem], drags: Drags
) -> None:
    running = opened(qtbot, open_running, shelf)
    take(running, "gone")
    running.window.library.view.commands.drag()
    qtbot.waitUntil(lambda: ("fetch_again", "gone") in running.engine.calls)
    take(running, "b")
    running.window.library.view.commands.drag_card("b")
    assert drags == [([shelf[1].clip], Qt.DropAction.CopyAction)]


@pytest.mark.parametrize("count", [1, 12])
def test_the_poster_hangs_on_the_pointer(tmp_path: Path, count: int) -> None:
    poster = tmp_path / "poster.png"
    image = QImage(90, 160, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.save(str(poster))
    picture = drag_picture(poster, count, 2.0)
    assert picture.deviceIndependentSize().toSize().toTuple() == (72, 128)
    assert picture.toImage().pixelColor(20, 200).name() == "#ff0000"
    assert drag_picture(tmp_path / "none.webp", count, 1.0).isNull()
