"""An export goes on below the cards while one does something else, and ends with what to do."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.fake_wallet_engine import FakeWalletEngine
from tests.ui.gallery.cards import card
from tests.ui.library.fake_copier import FakeExporter, furnish
from tests.ui.player.clips import write_clip
from tests.ui.viewer.fakes import FakeExaminer, details_of
from videogen_desktop.domain.events import ExportEnded, ExportProgressed
from videogen_desktop.domain.export import ClipCut, ExportStage
from videogen_desktop.domain.settings import Settings
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.export.export_dialog import ExportDialog
from videogen_desktop.ui.export.export_options import PROJECT
from videogen_desktop.ui.export.film_presenter import FilmPresenter
from videogen_desktop.ui.text_format import percent_label

pytestmark = pytest.mark.qt_log_ignore("No RHI backend", extend=True)


def furnished(folder: Path, shelf: list[LibraryItem], engine: FakeWalletEngine) -> None:
    furnish(engine, folder)
    examiner = FakeExaminer()
    examiner.known = {item.video.id: details_of(item, duration_ms=5_000) for item in shelf}
    engine.examiner = examiner  # type: ignore[attr-defined]


@pytest.fixture
def running(qtbot: QtBot, open_running: OpenRunningWindow, tmp_path: Path) -> RunningWindow:
    """Two clips of a second, of which the engine says that they are longer."""
    shelf = []
    for name in "ab":
        clip = write_clip(tmp_path / f"{name}.mp4")
        shelf.append(card(name, prompt=f"Phố {name}", clip=clip))
    running = open_running(partial(furnished, tmp_path, shelf), items=shelf)
    qtbot.waitUntil(lambda: running.window.library.model.item("b") is not None)
    return running


def exporter(running: RunningWindow) -> FakeExporter:
    made: FakeExporter = running.engine.exporter  # type: ignore[attr-defined]
    return made


def films(running: RunningWindow) -> FilmPresenter:
    return running.window.export.films


def opened(qtbot: QtBot, running: RunningWindow) -> ExportDialog:
    running.window.library.view.selectAll()
    running.window.library.view.bulkRequested.emit("export")
    qtbot.waitUntil(lambda: films(running).dialog is not None)
    dialog = films(running).dialog
    assert dialog is not None
    # One that goes while its clip is being opened takes Qt's player down with it.
    qtbot.waitUntil(lambda: dialog.trim.playback.image() is not None, timeout=10_000)
    return dialog


def offers(running: RunningWindow) -> dict[str, QPushButton]:
    note = running.window.library.panel.note
    return {button.text(): button for button in note.findChildren(QPushButton)}


def test_a_join_goes_on_in_the_background_and_is_handed_over(
    qtbot: QtBot, running: RunningWindow, tmp_path: Path
) -> None:
    dialog = opened(qtbot, running)
    qtbot.waitUntil(lambda: dialog.total.text() == "2 video · 0:06,00")
    dialog.options.choose("tiktok")
    dialog.export.click()
    assert not dialog.isVisible()
    asked = exporter(running).joined
    qtbot.waitUntil(lambda: len(asked) == 1)
    export_id, cuts, output, target = asked[0]
    assert cuts == (ClipCut("a"), ClipCut("b"))
    assert output == tmp_path / "2026-11-30 Phố a +1 Veo 3.1 01.mp4"
    assert target is not None
    assert target.sides == (1080, 1920)
    bar = films(running).bar
    assert bar.isVisible()
    running.bridge.publish(ExportProgressed(export_id, ExportStage.ENCODING, 3_000, 10_000))
    qtbot.waitUntil(lambda: bar.said.text() == f"Đang tạo tệp video · {percent_label(30)}")
    output.write_bytes(b"film")
    running.bridge.publish(ExportEnded(export_id, (output,)))
    note = running.window.library.panel.note
    qtbot.waitUntil(lambda: note.text == f"Đã xuất vào {tmp_path.name}")
    assert not bar.isVisible()
    assert list(offers(running)) == ["Mở", "Mở thư mục", "Chép tệp"]
    offers(running)["Chép tệp"].click()
    urls = QGuiApplication.clipboard().mimeData().urls()
    assert [Path(url.toLocalFile()) for url in urls] == [output]


def test_it_goes_to_a_folder_that_is_there(
    qtbot: QtBot, running: RunningWindow, tmp_path: Path
) -> None:
    preferences = running.engine.preferences  # type: ignore[attr-defined]
    (tmp_path / "TikTok").mkdir()
    settings = Settings(save_folder=str(tmp_path / "gone"), last_copy_folder=str(tmp_path))
    for given, folder in (
        (settings, tmp_path),
        (settings._replace(save_folder=str(tmp_path / "TikTok")), tmp_path / "TikTok"),
    ):
        preferences.settings = given
        dialog = opened(qtbot, running)
        assert dialog._where.text() == f"Lưu vào: {folder}"
        dialog.close()
        qtbot.waitUntil(lambda: films(running).dialog is None)


def test_an_export_can_be_ended_and_says_nothing_then(qtbot: QtBot, running: RunningWindow) -> None:
    opened(qtbot, running).export.click()
    qtbot.waitUntil(lambda: len(exporter(running).joined) == 1)
    export_id = exporter(running).joined[0][0]
    films(running).bar.cancel.click()
    qtbot.waitUntil(lambda: exporter(running).cancelled == [export_id])
    running.bridge.publish(ExportEnded(export_id, (), is_cancelled=True))
    qtbot.waitUntil(lambda: not films(running).bar.isVisible())
    assert running.window.library.panel.note.text == ""
    assert running.alerts() == ()


def test_a_folder_for_an_editing_program_is_named_after_its_first_clip(
    qtbot: QtBot, running: RunningWindow, tmp_path: Path, opened_pages: list[str]
) -> None:
    dialog = opened(qtbot, running)
    dialog.options.choose(PROJECT)
    dialog.export.click()
    asked = exporter(running).projects
    qtbot.waitUntil(lambda: len(asked) == 1)
    export_id, folder, name = asked[0]
    assert (folder, name) == (tmp_path, "2026-11-30 Phố a +1")
    running.bridge.publish(ExportEnded(export_id, (tmp_path / name,), keeping_words=2))
    note = running.window.library.panel.note
    qtbot.waitUntil(lambda: note.text != "")
    offers(running)["Mở thư mục"].click()
    assert len(opened_pages) == 1
    (told,) = running.alerts()
    assert told.startswith("2 tệp được giữ nguyên")


def test_a_file_that_is_there_is_never_taken(
    qtbot: QtBot, running: RunningWindow, tmp_path: Path
) -> None:
    (tmp_path / "2026-11-30 Phố a +1 Veo 3.1 01.mp4").write_bytes(b"theirs")
    opened(qtbot, running).export.click()
    qtbot.waitUntil(lambda: len(exporter(running).joined) == 1)
    assert exporter(running).joined[0][2].name == "2026-11-30 Phố a +1 Veo 3.1 02.mp4"
