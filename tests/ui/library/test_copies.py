from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenRunningWindow, RunningWindow
from tests.ui.fake_wallet_engine import FakeWalletEngine
from tests.ui.library.fake_copier import FakeCopier, furnish
from videogen_desktop.domain.errors import OutputRefusedError
from videogen_desktop.domain.video import LibraryItem
from videogen_desktop.ui.library.copies_presenter import CopiesPresenter


def open_with_copier(
    open_running: OpenRunningWindow, shelf: list[LibraryItem], folder: Path
) -> tuple[RunningWindow, FakeCopier]:
    made: list[FakeCopier] = []

    def prepare(engine: FakeWalletEngine) -> None:
        made.append(furnish(engine, folder))

    running = open_running(prepare, items=shelf)
    return running, made[0]


def known(running: RunningWindow, qtbot: QtBot, video_id: str) -> None:
    qtbot.waitUntil(lambda: running.window.library.model.item(video_id) is not None)


def test_the_dialog_proposes_the_prompt_in_the_folder_of_the_last_time(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem], tmp_path: Path
) -> None:
    running, _copier = open_with_copier(open_running, shelf, tmp_path)
    known(running, qtbot, "b")
    running.window.library.view.actionRequested.emit("b", "save_to")
    qtbot.waitUntil(lambda: running.window.findChild(QFileDialog) is not None)
    dialog = running.window.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.directory().absolutePath()) == tmp_path
    assert [Path(name).name for name in dialog.selectedFiles()] == ["Bãi biển Đà Nẵng.mp4"]
    dialog.close()


def test_a_copy_shows_how_far_it_is_and_where_it_went(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem], tmp_path: Path
) -> None:
    running, copier = open_with_copier(open_running, shelf, tmp_path)
    known(running, qtbot, "b")
    library = running.window.library
    target = tmp_path / "đích" / "b.mp4"
    library.copies.copy_one("b", str(target))
    assert library.model.copy_percent("b") == 0
    copier.progress("b", 30, 100)
    qtbot.waitUntil(lambda: library.model.copy_percent("b") == 30)
    assert library.panel.bar.isVisible()
    qtbot.waitUntil(lambda: copier.asked == [(("b",), target)])
    copier.end("b", target)
    qtbot.waitUntil(lambda: library.model.copy_percent("b") is None)
    assert not library.panel.bar.isVisible()
    assert "đích" in library.panel.note.text


def test_asking_again_while_it_copies_cancels_it(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem], tmp_path: Path
) -> None:
    running, _copier = open_with_copier(open_running, shelf, tmp_path)
    known(running, qtbot, "b")
    library = running.window.library
    library.copies.copy_one("b", str(tmp_path / "b.mp4"))
    library.view.actionRequested.emit("b", "save")
    qtbot.waitUntil(lambda: library.model.copy_percent("b") is None)
    assert running.alerts() == ()


def test_several_go_into_one_folder_without_those_that_have_no_clip(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem], tmp_path: Path
) -> None:
    running, copier = open_with_copier(open_running, shelf, tmp_path)
    known(running, qtbot, "a")
    library = running.window.library
    library.copies.copy_many(("d", "c", "b", "a"), str(tmp_path))
    qtbot.waitUntil(lambda: copier.asked == [(("b", "a"), tmp_path)])
    copier.end("b", tmp_path, OutputRefusedError(tmp_path, "full"))
    qtbot.waitUntil(lambda: len(running.alerts()) == 1)
    assert library.panel.bar.isVisible()
    library.panel.bar.copiesCancelled.emit()
    qtbot.waitUntil(lambda: not library.panel.bar.isVisible())


def test_the_progress_is_that_of_all_copies(
    qtbot: QtBot, open_running: OpenRunningWindow, shelf: list[LibraryItem], tmp_path: Path
) -> None:
    running, copier = open_with_copier(open_running, shelf, tmp_path)
    known(running, qtbot, "a")
    copies: CopiesPresenter = running.window.library.copies
    copies.copy_many(("b", "a"), str(tmp_path))
    heard: list[tuple[int, int, int]] = []
    copies.progressed.connect(lambda *numbers: heard.append(numbers))
    copier.progress("b", 1, 2)
    copier.end("b", tmp_path / "b.mp4")
    copier.end("a", tmp_path / "a.mp4")
    qtbot.waitUntil(lambda: bool(heard) and heard[-1][1] == 0)
    assert heard[:2] == [(0, 2, 25), (1, 2, 50)]
